// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/run.h"

namespace slipway {

//! A pull request that an ended run has left, and that still changes something: nobody drives the run any more, but as
//! far as the journal knows nobody has merged or closed it.
struct LeftOpen {
    enum class Kind {
        Revert, //!< an undo proposed it: what the run had merged stays until a person merges it
        Merge //!< its run was cancelled, or undone without it, and auto-merge is on: GitHub merges it by itself
    };
    Kind kind = Kind::Revert;
    StepId step; //!< that raised it, or whose change it takes back
    qint64 number = 0;
    QString url, nodeId;
    QString repository; //!< "OWNER/NAME"; empty: not known
    std::optional<Timestamp> unseenSince; //!< since when GitHub has not shown it
};

//! Of a run that is undone or cancelled, in the order of its steps; of any other: none.
QList<LeftOpen> leftOpen(const Run& run);
//! Those that take a change back.
QList<LeftOpen> openReverts(const Run& run);
//! Those that GitHub merges by itself.
QList<LeftOpen> openMerges(const Run& run);

//! Whether GitHub was told to merge what that step raised as soon as it can be, or may have been; it may have done so
//! since. Of a run in any state.
bool mergesByItself(const Run& run, const StepId& raise);

//! What became of the one that takes the step's change back, or that the step raised, as its outputs tell it
//! (OutputsRevised): "merged", "closed", "disarmed" (auto-merge is off), "gone" (not to be seen for a day), "left" (a
//! person wants it as it is); empty: nothing yet.
QString revertOutcome(const StepRun& step);
QString mergeOutcome(const StepRun& step);
//! The outputs that tell it.
Json outputsOfOutcome(const LeftOpen& left, const QString& outcome);
//! … since when it has not been shown; none: it is.
Json outputsOfUnseen(const LeftOpen& left, const std::optional<Timestamp>& since);

} // namespace slipway
