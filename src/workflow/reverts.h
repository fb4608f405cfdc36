// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/run.h"

namespace slipway {

//! A pull request that takes back what a run had merged: its undo proposed it, and nobody has merged or closed it as far
//! as the journal knows.
struct OpenRevert {
    StepId step; //!< whose change it takes back
    qint64 number = 0;
    QString url, nodeId;
};

//! Of a run that is undone, in the order of its steps; of any other: none. Until they are merged or closed the run's
//! change stands, although nothing of the run itself is left to do.
QList<OpenRevert> openReverts(const Run& run);

//! What became of one, as the step's outputs tell it (OutputsRevised): "merged", "closed", "gone"; empty: nothing yet.
QString revertOutcome(const StepRun& step);
//! The outputs that tell it.
Json outputsOfRevertOutcome(const QString& outcome);

} // namespace slipway
