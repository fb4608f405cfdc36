// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/environment.h"

namespace slipway::app {

//! The real things behind the terminal: stores, GitHub, the sandbox.
terminal::Environment terminalEnvironment(Clock& clock, const QString& version);

} // namespace slipway::app
