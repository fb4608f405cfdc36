// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/run.h"

#include <QString>

namespace slipway::console {

//! What became of a failed attempt since: "failed at 10:12, fixed by attempt 3"; or who ended it by hand. Empty: its
//! error is how things are, or it neither failed nor was ended so.
QString overtakenText(const StepRun& step, const Attempt& attempt, Timestamp now);
//! The same for all attempts of a step that are history, one a line.
QString overtakenText(const StepRun& step, Timestamp now);
//! What an attempt met and put right by itself while it waited: a conflict, auto-merge that had been switched off. One a
//! line; empty: nothing.
QString healedText(const Attempt& attempt, Timestamp now);
QString healedText(const StepRun& step, Timestamp now);

} // namespace slipway::console
