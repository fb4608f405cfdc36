#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lint-deb.sh PACKAGE-FOLDER: lintian finds no error in the package there.
set -euo pipefail
exec lintian --no-cfg --allow-root --fail-on error "$1"/*.deb
