// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox.h"

namespace slipway::sandbox {

//! The options of `slipwayctl sandbox`, without the program and command names: --listen ADDRESS:PORT, --state DIR,
//! --speed X, --latency MS, --seed N, --scenario NAME|FILE (repeatable), --record FILE, --org NAME; also --name=value.
//! Error "usage" with args.reason, a sentence.
Result<SandboxOptions> parseSandboxArguments(const QStringList& arguments);

} // namespace slipway::sandbox
