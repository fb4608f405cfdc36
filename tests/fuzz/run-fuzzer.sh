#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run-fuzzer.sh PROGRAM CORPORA TARGET: fuzzes for a minute (SLIPWAY_FUZZ_SECONDS), beginning with the corpus and the
# dictionary of the target. What it finds stays in the working folder as finding-*; the corpora are not written to.
set -euo pipefail
program=$1 corpora=$2 target=$3
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
dictionary=()
[[ -f $corpora/$target.dict ]] && dictionary=("-dict=$corpora/$target.dict")
"$program" "${dictionary[@]}" -max_total_time="${SLIPWAY_FUZZ_SECONDS:-60}" -timeout=10 -rss_limit_mb=2048 -max_len=16384 \
    -print_final_stats=1 -artifact_prefix="finding-$target-" "$new" "$corpora/$target" 2>&1 |
    grep -vE '^#[0-9]+[[:space:]]+(NEW|REDUCE|pulse)|NEW_FUNC'
