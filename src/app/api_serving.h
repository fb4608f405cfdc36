// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/api_serving.h"

namespace slipway::app {

//! The real API behind the terminal's commands.
terminal::ApiServing apiServing(Clock& clock);

} // namespace slipway::app
