#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build-deb.sh CPACK BUILD-FOLDER PACKAGE-FOLDER: makes the Debian package, the only one in that folder.
set -euo pipefail
cpack=$1 build=$2 package=$3
umask 022
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
    usr/share/man/man1/slipwayctl.1.gz; do
    grep -qxF "./$installed" <<<"$contents" || { echo "missing: $installed"; exit 1; }
done
