// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/stuck_cause.h"

#include <span>

namespace slipway::desk {

//! The catalogue behind desk/stuck_cause.h: patterns of desk/phrase.h, marked for translation in the context "stuck".
struct StuckEntry {
    StuckCause cause;
    const char* code; //!< in JSON; never renamed
    const char *what, *why, *remedy;
    QList<StuckAct> acts;
    const char* nudge = "";
};

const StuckEntry& stuckEntry(StuckCause cause);
//! The same for a wait that has taken no longer than it may, where that is no fault; most causes say the same.
const StuckEntry& usualWaitEntry(StuckCause cause);

} // namespace slipway::desk
