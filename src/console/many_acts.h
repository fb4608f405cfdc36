// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"
#include "workflow/command.h"

namespace slipway::console {

//! What can be done to several runs at once.
enum class ManyAct {
    Retry, //!< every step that failed for good or is stuck, by what helps it
    Pause,
    Resume,
    Cancel
};

//! To how many runs: a person can read what will happen to them, and the journal takes them in within a moment.
inline constexpr int mostRunsAtOnce = 200;

//! What the act does to one of them.
struct ManyPlan {
    QList<Command> commands; //!< none: it cannot be done
    QString effect; //!< what they will do; where there are none: why
};

//! Judged by the run as it was read; a command that no longer applies when it comes is refused by the engine.
ManyPlan planFor(ManyAct act, const desk::RunView& view, const QString& reason, Timestamp now, double timeScale);

//! What the button says.
QString verbOf(ManyAct act, int runs);
QString titleOf(ManyAct act, int runs);

} // namespace slipway::console
