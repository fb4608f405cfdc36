#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# sbom.sh VERSION PROGRAM…: what the programs are made of, as an SPDX document (tag-value) on standard output: the libraries
# that they load and the headers that are compiled in, each with Debian's package and version on the day of the build. The
# same installed packages give the same document.
set -euo pipefail
version=$1
shift
# Not seen by ldd: plugins, which are loaded by name, and a library that is all headers.
packages="libqt6sql6-sqlite libsqlite3-0 libqt6svg6 nlohmann-json3-dev"
libraries=$(ldd "$@" | awk '$2 == "=>" && $3 ~ /^\// { print $3 }' | sort -u)
for library in $libraries; do
    # dpkg knows a file by the name it was installed under, with /usr or without.
    owner=$(dpkg -S "$library" "/usr$library" "${library#/usr}" 2>/dev/null | head -n 1 | cut -d: -f1 || true)
    [[ -n $owner ]] || { echo "no package has $library" >&2; exit 1; }
    packages+=" $owner"
done
created=$(date -u -d "@${SOURCE_DATE_EPOCH:-$(stat -c %Y "$1")}" +%Y-%m-%dT%H:%M:%SZ)
cat <<TEXT
SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: slipway-$version
DocumentNamespace: https://slipway.example/spdx/slipway-$version-$(sha256sum "$@" | sha256sum | cut -c1-16)
Creator: Tool: slipway-sbom
Created: $created

PackageName: slipway
SPDXID: SPDXRef-slipway
PackageVersion: $version
PackageDownloadLocation: NOASSERTION
FilesAnalyzed: false
PackageLicenseDeclared: GPL-3.0-or-later
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-slipway
TEXT
# shellcheck disable=SC2086 # names of packages
dpkg-query -W -f '${Package} ${Version} ${Architecture} ${source:Package} ${source:Version}\n' $packages | sort -u |
    while read -r name found architecture source source_version; do
        id=SPDXRef-$(tr -c 'A-Za-z0-9.\n' - <<<"$name")
        cat <<TEXT

PackageName: $name
SPDXID: $id
PackageVersion: $found
PackageSupplier: Organization: Debian
PackageDownloadLocation: NOASSERTION
FilesAnalyzed: false
ExternalRef: PACKAGE-MANAGER purl pkg:deb/debian/$name@$(sed 's/:/%3A/g; s/+/%2B/g' <<<"$found")?arch=$architecture
PackageComment: built from $source $source_version
Relationship: SPDXRef-slipway DEPENDS_ON $id
TEXT
    done
