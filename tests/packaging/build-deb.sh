#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build-deb.sh CPACK BUILD-FOLDER PACKAGE-FOLDER: makes the Debian package, the only one in that folder.
set -euo pipefail
cpack=$1 build=$2 package=$3
umask 022
# Moments inside of the package are that of its version, so that the same sources give the same package, whoever builds it.
SOURCE_DATE_EPOCH=$(dpkg-parsechangelog -l "$(dirname "${BASH_SOURCE[0]}")/../../packaging/changelog" -S Timestamp)
export SOURCE_DATE_EPOCH
rm -rf "$package"
mkdir -p "$package"
(cd "$build" && "$cpack" -G DEB --config CPackConfig.cmake -B "$package")
rm -rf "$package/_CPack_Packages"
deb=$(echo "$package"/*.deb)
dpkg-deb --info "$deb"
dpkg-deb --contents "$deb"
contents=$(dpkg-deb --fsys-tarfile "$deb" | tar -t)
for installed in usr/bin/slipway usr/bin/slipwayctl usr/share/applications/org.slipway.Slipway.desktop \
    usr/share/metainfo/org.slipway.Slipway.metainfo.xml usr/share/icons/hicolor/scalable/apps/org.slipway.Slipway.svg \
    usr/share/icons/hicolor/symbolic/apps/org.slipway.Slipway-symbolic.svg usr/share/man/man1/slipway.1.gz \
    usr/share/man/man1/slipwayctl.1.gz usr/share/doc/slipway/slipway.spdx \
    usr/share/bash-completion/completions/slipwayctl usr/share/fish/vendor_completions.d/slipwayctl.fish \
    usr/share/zsh/vendor-completions/_slipwayctl; do
    grep -qxF "./$installed" <<<"$contents" || { echo "missing: $installed"; exit 1; }
done
# What it is made of: libraries, a plugin that nothing links to, and headers.
sbom=$(dpkg-deb --fsys-tarfile "$deb" | tar -xO ./usr/share/doc/slipway/slipway.spdx)
for part in libqt6core6 libssl3 libqt6sql6-sqlite libsqlite3-0 nlohmann-json3-dev; do
    # shellcheck disable=SC2016 # a field for dpkg-query to fill in
    found=$(dpkg-query -W -f '${Version}' "$part")
    grep -A2 -xF "PackageName: $part" <<<"$sbom" | grep -qxF "PackageVersion: $found" ||
        { echo "slipway.spdx does not name $part $found"; exit 1; }
done
# Debian's list of flaws can be held against it: with one that knows none, all its packages are read and nothing is found.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
printf '%s\n' "$sbom" >"$scratch/slipway.spdx"
echo '{"none-of-ours": {"CVE-0": {"releases": {"bookworm": {"status": "open"}}}}}' >"$scratch/none.json"
"$(dirname "${BASH_SOURCE[0]}")/../../packaging/known_flaws.py" "$scratch/slipway.spdx" "$scratch/none.json"
