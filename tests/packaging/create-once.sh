#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Creates one service with the slipwayctl on PATH against a sandbox of its own.
set -euo pipefail
scratch=$(mktemp -d)
slipwayctl sandbox --listen 127.0.0.1:0 --speed 200 >"$scratch/sandbox.json" &
sandbox=$!
trap 'kill "$sandbox" 2>/dev/null; wait "$sandbox" 2>/dev/null; rm -rf "$scratch"' EXIT
for ((waited = 0; waited < 300; ++waited)); do
    [[ -s $scratch/sandbox.json ]] && break
    sleep 0.1
done
slipwayctl --sandbox "$scratch/sandbox.json" create cdp-create-service repositoryName=fresh-debian \
    serviceType=cdp-node-backend-template owningTeam=fisheries --follow
slipwayctl --sandbox "$scratch/sandbox.json" record fresh-debian | grep -q '"fresh-debian"'
