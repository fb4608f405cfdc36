// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

namespace slipway::console {

//! One thing about two runs, side by side.
struct ComparedLine {
    enum class Part { Run, Input, Step };
    Part part = Part::Run;
    QString what; //!< "Team", "tf-svc-infra: Merge"
    QString first, second; //!< empty: not there
    bool differs = false;
};

//! Outcome, inputs, and each step's outcome, attempts and duration. Steps are matched by id; those that only one of the
//! workflows has stand at their place in that one. Durations differ when one is more than half as long again as the other,
//! and by more than five seconds.
QList<ComparedLine> compareRuns(const desk::RunView& first, const desk::RunView& second, Timestamp now);

} // namespace slipway::console
