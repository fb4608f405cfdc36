#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lint-deb.sh PACKAGE-FOLDER: lintian finds no error in the package there, and its programs are hardened.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg-deb --extract "$1"/*.deb "$scratch"
"$here/hardening.sh" "$scratch"/usr/bin/*
lintian --no-cfg --allow-root --fail-on error "$1"/*.deb
