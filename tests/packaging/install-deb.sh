#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# install-deb.sh PACKAGE-FOLDER: installs the package on a fresh Debian (debootstrap, no compiler) and uses it there:
# both programs start, and a service is created against the sandbox. Exit status 77 (skipped) where that cannot be
# tried: no root, or a container that may not make a root file system.
set -euo pipefail
deb=$(echo "$1"/*.deb)
[[ -f $deb ]] || { echo "no package in $1"; exit 1; }

skip() { echo "SKIPPED: $*"; exit 77; }
((EUID == 0)) || skip "only root can make a fresh Debian (debootstrap)"
command -v debootstrap >/dev/null || skip "debootstrap is not installed"
# shellcheck source=/dev/null
release=$(. /etc/os-release && echo "${VERSION_CODENAME-}")
# The mirror that this machine itself uses.
# shellcheck disable=SC2016 # the fields are for apt-get to fill in
mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 2>/dev/null |
    awk -v release="$release" '$2 == release && $3 == "main" { print $1; exit }')
[[ -n $release && -n $mirror ]] || skip "this machine's apt names no mirror"

scratch=$(mktemp -d)
root=$scratch/root
finish() {
    # What was mounted must go before the folder does: never remove through a mount.
    local point
    while read -r point; do umount --lazy "$point" || true; done \
        < <(awk -v root="$root" 'index($2, root) == 1 { print $2 }' /proc/mounts | sort -r)
    if grep -qF " $root" /proc/mounts; then
        echo "still mounted below $root, left as it is" >&2
    else
        rm -rf --one-file-system "$scratch"
    fi
}
trap finish EXIT

echo "A fresh Debian $release from $mirror …"
if ! debootstrap --variant=minbase "$release" "$root" "$mirror" >"$scratch/log" 2>&1; then
    tail -n 15 "$scratch/log"
    if grep -qiE 'operation not permitted|cannot install into target|noexec or nodev|permission denied' "$scratch/log"; then
        skip "this machine does not let debootstrap work"
    fi
    exit 1
fi
for settings in /etc/apt/apt.conf.d/*proxy*; do
    if [[ -f $settings ]]; then cp "$settings" "$root/etc/apt/apt.conf.d/"; fi
done
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc" 2>/dev/null || true

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive QT_QPA_PLATFORM=offscreen "$@"; }

echo "Installing $(basename "$deb") …"
cp "$deb" "$root/slipway.deb"
inside apt-get -q update >"$scratch/log" 2>&1 || { tail -n 20 "$scratch/log"; exit 1; }
inside apt-get -q -y install --no-install-recommends /slipway.deb >"$scratch/log" 2>&1 || { tail -n 30 "$scratch/log"; exit 1; }
if inside sh -c 'command -v g++ || command -v cc'; then echo "a compiler came with it"; exit 1; fi

echo "Starting both programs …"
inside timeout 30 slipwayctl --version
inside timeout 30 slipway --version
# The window itself: it must still be there after five seconds, and end when asked to.
status=0
inside timeout --signal=TERM --kill-after=10 5 slipway --try-sandbox >"$scratch/window.log" 2>&1 || status=$?
((status == 124 || status == 0)) || { cat "$scratch/window.log"; echo "the window ended with $status"; exit 1; }

echo "Creating a service against the sandbox …"
cp "$(dirname "${BASH_SOURCE[0]}")/create-once.sh" "$root/create-once.sh"
inside timeout 180 bash /create-once.sh
echo "installed, started and used"
