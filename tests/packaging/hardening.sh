#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# hardening.sh PROGRAM…: each is position-independent, binds all symbols before it starts and makes their table read-only,
# keeps no executable stack, and was compiled with the stack protector and glibc's checked functions.
set -euo pipefail
(($#)) || { echo "no program was named"; exit 2; }
bad=0
for program; do
    header=$(readelf -hW "$program") dynamic=$(readelf -dW "$program") segments=$(readelf -lW "$program")
    symbols=$(readelf -W --dyn-syms "$program")
    lacks() { echo "$program: $*"; bad=1; }
    grep -qE 'Type: +DYN' <<<"$header" || lacks "it is not position-independent"
    grep -q 'FLAGS_1.*PIE' <<<"$dynamic" || lacks "it is a library"
    grep -qE 'FLAGS_1.*NOW|BIND_NOW' <<<"$dynamic" || lacks "symbols are bound late, so their table stays writable"
    grep -q GNU_RELRO <<<"$segments" || lacks "nothing is made read-only (relro)"
    grep -qE 'GNU_STACK.* RW +' <<<"$segments" || lacks "its stack may be executable"
    grep -q '__stack_chk_fail' <<<"$symbols" || lacks "it has no stack protector"
    grep -qE '__[a-z0-9_]+_chk(@|$)' <<<"$symbols" || lacks "it calls none of glibc's checked functions (_FORTIFY_SOURCE)"
done
exit "$bad"
