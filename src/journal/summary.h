// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/store.h"

namespace slipway::journal {

//! The step that matters now: the one a person must move, else one that failed, runs, waits or is ready, the first of
//! its kind in the file's order. Null when the run has ended.
const StepRun* stepThatMatters(const Run& run);

//! What the run waits for, by code: why it is parked, else what its step that matters waits for. Empty: nothing.
QString waitingCode(const Run& run, const StepRun* thatMatters);

//! `changedAt`: the moment of the run's last event.
RunSummary summaryOf(const Run& run, Timestamp changedAt);

//! What a search looks through: subject, id, inputs and every error that the run met, case-folded.
QString searchTextOf(const Run& run);
//! The words of a search, case-folded: each must occur in the search text.
QStringList searchWords(const QString& search);

} // namespace slipway::journal
