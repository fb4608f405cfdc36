# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by ./run and ./test, from the top of the project: packages, builds, and what is said about them.

say() { printf '\n== %s\n' "$*" >&2; }

elapsed() { # SECONDS
    if (($1 < 60)); then printf '%d s' "$1"; else printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); fi
}

# Also what another installed package stands in for: some people's nodejs brings its own npm, and refuses Debian's.
is_installed() {
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]] ||
        dpkg-query -W -f='${db:Status-Status}, ${Provides},\n' |
        awk -v name=" $1" 'BEGIN { FS = "," } $1 == "installed" { for (i = 2; i < NF; ++i)
            { sub(/ \(.*/, "", $i); if ($i == name) found = 1 } } END { exit !found }'
}

packages_of() { # GROUP…: names of the packages in cmake/packages.txt
    local group
    for group in "$@"; do awk -v group="$group" '$1 == group { print $2 }' cmake/packages.txt; done
}

# Installs the packages of the groups that are missing, and only those.
install_packages() { # GROUP…
    local missing=() package as_root=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is no Debian. Needed (names as in Debian 12): $(packages_of "$@" | tr '\n' ' ')"
        return 0
    fi
    for package in $(packages_of "$@"); do is_installed "$package" || missing+=("$package"); done
    ((${#missing[@]})) || return 0
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            say "Missing packages, and neither root nor sudo to install them. As root: apt-get install ${missing[*]}"
            return 1
        fi
        as_root=(sudo)
    fi
    say "Installing ${#missing[@]} Debian packages and what they need (about 1 to 4 minutes): ${missing[*]}"
    local log began=$SECONDS
    log=$(mktemp)
    if ! {
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 update &&
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 \
                -o DPkg::Lock::Timeout=300 install --no-install-recommends "${missing[@]}"
    } >"$log" 2>&1 </dev/null; then
        tail -n 40 "$log" >&2
        say "apt-get failed; the end of what it said stands above."
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
    say "Packages installed in $(elapsed $((SECONDS - began)))."
}

# Configures and builds a preset. Quiet unless it fails: then the end of the log, where the first error is.
build_preset() { # PRESET [-DNAME=VALUE…] [TARGET…]
    local preset=$1 began=$SECONDS
    shift
    local log=build/$preset.log settings=() targets=() about
    while [[ ${1-} == -D* ]]; do settings+=("$1") && shift; done
    (($#)) && targets=(--target "$@")
    mkdir -p build
    if [[ -f build/$preset/build.ninja ]]; then about="seconds to a few minutes"; else about="about 2 to 6 minutes"; fi
    say "Building preset $preset on $(nproc) cores ($about) …"
    if ! cmake --preset "$preset" "${settings[@]}" >"$log" 2>&1 </dev/null; then
        tail -n 40 "$log" >&2
        say "Configuring $preset failed; all of it: $log"
        return 1
    fi
    if ! cmake --build --preset "$preset" --parallel "$(nproc)" "${targets[@]}" >>"$log" 2>&1 </dev/null; then
        grep -n -m 20 -E '(error:|FAILED:|undefined reference)' "$log" >&2 || true
        tail -n 40 "$log" >&2
        say "Building $preset failed; all of it: $log"
        return 1
    fi
    say "Built $preset in $(elapsed $((SECONDS - began)))."
}
