// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

namespace slipway::desk {

//! The word for a run as a whole (ux.md 3.2), the same in every list and on every page, whichever way the run was read.
//! "Needs you" also where it has ended and left pull requests open; "Stuck" only while it goes on: one that is paused is
//! paused, however long its steps have stood.
QString stateWord(const RunSummary& run);
QString stateWord(const RunView& view, Timestamp now, double timeScale);
//! The word is "Stuck".
bool isShownStuck(const RunSummary& run);
//! By the run alone, which knows of no usual times: never "Stuck".
QString stateWord(const Run& run);

} // namespace slipway::desk
