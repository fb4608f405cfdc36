#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# desktop-files.sh desktop-entry|metainfo|manual-pages [SLIPWAYCTL]: what a desktop reads about Slipway is valid, and the
# validator refuses a broken one. The page of slipwayctl is the one that it prints.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../packaging"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
id=org.slipway.Slipway

refuses() { # COMMAND…: the planted error is found
    if "$@" >"$scratch/said" 2>&1; then
        cat "$scratch/said"
        echo "FAILED: not refused: $*"
        exit 1
    fi
}

# Warnings of groff count as errors; an unknown macro is one.
manual_page() {
    local said
    said=$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" 2>&1 >/dev/null)
    [[ -z $said ]] || { echo "$said"; return 1; }
}

case "${1-}" in
    desktop-entry)
        desktop-file-validate "$id.desktop"
        sed 's/^Type=.*/Type=Nonsense/' "$id.desktop" >"$scratch/$id.desktop"
        refuses desktop-file-validate "$scratch/$id.desktop"
        [[ -f ../resources/icons/$id.svg && -f ../resources/icons/$id-symbolic.svg ]]
        ;;
    metainfo)
        appstreamcli validate --no-net --strict --pedantic "$id.metainfo.xml"
        sed 's/<summary>.*//' "$id.metainfo.xml" >"$scratch/$id.metainfo.xml"
        refuses appstreamcli validate --no-net --strict "$scratch/$id.metainfo.xml"
        ;;
    manual-pages)
        cp slipway.1 "$scratch"
        if [[ -n ${2-} ]]; then "$2" __manual >"$scratch/slipwayctl.1"; fi
        for page in "$scratch"/*.1; do
            manual_page "$page"
            echo '.NOSUCHMACRO x' >>"$page"
            refuses manual_page "$page"
        done
        ;;
    *)
        echo "usage: desktop-files.sh desktop-entry|metainfo|manual-pages [SLIPWAYCTL]" >&2
        exit 2
        ;;
esac
echo "valid"
