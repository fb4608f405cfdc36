// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/stuck_cause.h"

namespace slipway::console {

//! What a retry does by the cause that was seen last, where that is one thing with a name: "Merge it now". Empty: it
//! depends on what is found.
QString retryVerb(desk::StuckCause cause);
//! The same among the effects, as the end of "This will …", with what else it may come to. Empty as above, or where there
//! is an effect without a verb of its own.
QString retryEffect(desk::StuckCause cause);
//! Both for a step as it stands.
desk::StuckCause causeSeenLast(const Run& run, const StepId& step);

} // namespace slipway::console
