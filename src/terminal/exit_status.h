// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "workflow/run.h"

#include <optional>

namespace slipway::terminal {

enum ExitStatus {
    ExitDone = 0,
    ExitNotDone = 1, //!< the run failed, was cancelled or needs a person
    ExitUsage = 2, //!< wrong usage or bad input
    ExitRefused = 3, //!< by the state of things
    ExitConnection = 4, //!< network, limits, sign-in
    ExitStore = 5
};

int exitStatus(const Error& error);

//! How following a run ends, or nothing while it goes on by itself: parked runs and planned retries are waited for.
std::optional<int> exitStatus(const Run& run);

} // namespace slipway::terminal
