#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# reproduce-deb.sh twice PACKAGE-FOLDER CPACK BUILD-FOLDER: the build packed once more, at another moment, in another time
# zone and language, gives the package that is in that folder, to the byte.
# reproduce-deb.sh anew PACKAGE-FOLDER CPACK SOURCE-FOLDER: so does a second build of the same sources, copied to a folder
# with another name and to another moment. It takes as long as a build.
set -euo pipefail
mode=$1 package=$2 cpack=$3 folder=$4
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

build=$folder
if [[ $mode == anew ]]; then
    sources=$scratch/of-another-name/slipway
    build=$sources/build/release
    mkdir -p "$sources"
    (cd "$folder" && git -c safe.directory='*' ls-files -z | tar --null -cf - --files-from=-) |
        tar -xf - --touch -C "$sources"
    (cd "$sources" && cmake --preset release >"$scratch/configure.log" &&
        cmake --build build/release --target slipway slipwayctl >"$scratch/build.log") ||
        { tail -n 30 "$scratch"/*.log; exit 1; }
fi
export TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 LANGUAGE=cy
"$here/build-deb.sh" "$cpack" "$build" "$scratch/package" >"$scratch/package.log" || { cat "$scratch/package.log"; exit 1; }
one=$(echo "$package"/*.deb) other=$(echo "$scratch"/package/*.deb)
cmp "$one" "$other" && exit
count=0
for deb in "$one" "$other"; do
    files=$scratch/$((++count)).files
    dpkg-deb --raw-extract "$deb" "$files"
    { dpkg-deb --contents "$deb" && cd "$files" && find . -type f -exec sha256sum {} + | sort -k 2; } >"$files.list"
done
diff "$scratch/1.files.list" "$scratch/2.files.list" || true
exit 1
