// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/step_choices.h"
#include "desk/values.h"

namespace slipway::console {

//! Why what is asked for now is sent later, as a sentence: no connection, a limit, a token that is refused. Empty: nothing
//! stands in the way, or the store is read-only and says that itself.
QString sentLater(const desk::EngineStatus& status, Timestamp now);

//! Whether the choice makes Slipway ask or change something at a service. Looking does too, and is how one tries.
bool reachesServices(StepChoice choice, const Run& run);

} // namespace slipway::console
