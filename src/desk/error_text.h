// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "workflow/run.h"

namespace slipway::desk {

//! What a person reads of an error: what happened, why, what to do. Plain text, translated, complete sentences.
struct ErrorText {
    QString what, why, remedy;
};

ErrorText describe(const Error& error);
//! The three in one line, for the terminal.
QString oneLine(const Error& error);

//! What a waiting step waits for: "Waiting for the checks of #12".
QString describe(const WaitingFor& waiting);
//! The word shown for a state (ux.md 3.2): "Retry 2/5 in 38 s", "By hand: mia", "Needs you".
QString stateWord(RunState state);
QString stateWord(const StepRun& step, const StepDefinition& definition, Timestamp now, bool stuck = false);
//! A remark on a success: "nothingToChange" → "Every file was already as it should be".
QString describeNote(const QString& note);
//! One line of the history for an event.
QString describe(const Event& event);
//! Who paused the run and why, or why it rests, as the event that tells of it.
QString describe(const Pause& pause);

} // namespace slipway::desk
