// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/store.h"

namespace slipway::journal {

//! The step that matters now: the one a person must move, else one that failed, runs, waits or is ready, the first of
//! its kind in the file's order. Null when the run has ended.
const StepRun* stepThatMatters(const Run& run);

//! What the run waits for, by code: why it is parked, else what its step that matters waits for. Empty: nothing.
QString waitingCode(const Run& run, const StepRun* thatMatters);

//! What of an open run moves, waits, failed or needs somebody, the step that matters first.
QList<ActiveStep> activeSteps(const Run& run, const StepRun* thatMatters);
Json toJson(const QList<ActiveStep>& steps);
Result<QList<ActiveStep>> activeStepsFromJson(const Json& json);

//! `changedAt`: the moment of the run's last event.
RunSummary summaryOf(const Run& run, Timestamp changedAt);

//! What any part of finds a run: its subject and id, case-folded.
QString namesOf(const Run& run);

} // namespace slipway::journal
