// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/kind_rules.h"
#include "workflow/run.h"

namespace slipway {

//! The run after one more event. Pure. `kinds` only serves to read the definition out of RunStarted. An event that does
//! not fit (wrong sequence, unknown step) is "store.damaged" with the event's place: the journal is not what it should be.
Result<Run> fold(Run run, const Event& event, const KindRules& kinds);
Result<Run> fold(Run run, const Events& events, const KindRules& kinds);

} // namespace slipway
