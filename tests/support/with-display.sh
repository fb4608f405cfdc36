#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-display.sh COMMAND…: runs it on an X display, a window manager and a session bus of its own, which end with it.
# A window manager because without one windows are not activated, and shortcuts and keyboard focus fail.
set -euo pipefail
(($#)) || { echo "usage: with-display.sh COMMAND…" >&2; exit 2; }
for program in Xvfb openbox dbus-run-session; do
    command -v "$program" >/dev/null || { echo "with-display.sh: $program is missing (./test installs it)" >&2; exit 1; }
done

scratch=$(mktemp -d)
mkdir -m 700 "$scratch/runtime" "$scratch/home"
server=''
manager=''
finish() {
    [[ -n $manager ]] && kill "$manager" 2>/dev/null
    [[ -n $server ]] && kill "$server" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -noreset 3>"$scratch/display" >"$scratch/x.log" 2>&1 </dev/null &
server=$!
for ((waited = 0; waited < 300; ++waited)); do
    [[ -s $scratch/display ]] && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.05
done
[[ -s $scratch/display ]] || { cat "$scratch/x.log" >&2; echo "with-display.sh: no X server" >&2; exit 1; }

DISPLAY=:$(cat "$scratch/display")
export DISPLAY XDG_RUNTIME_DIR=$scratch/runtime XDG_CONFIG_HOME=$scratch/home
unset WAYLAND_DISPLAY
openbox >"$scratch/wm.log" 2>&1 </dev/null &
manager=$!
# openbox is ready when it has put its name on the root window; without xprop a moment does.
for ((waited = 0; waited < 60; ++waited)); do
    if command -v xprop >/dev/null; then
        xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' && break
    elif ((waited >= 8)); then
        break
    fi
    sleep 0.05
done

# dbus-daemon's "Failed to set fd limit" is harmless and would only confuse.
status=0
QT_QPA_PLATFORM=xcb dbus-run-session -- "$@" || status=$?
exit "$status"
