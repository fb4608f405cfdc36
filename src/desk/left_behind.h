// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/run.h"

namespace slipway::desk {

//! One thing that is in the world because of a run that did not come to its end.
struct LeftBehind {
    StepId step;
    QString what; //!< the workflow's own words, or those of its kind
    bool certain = true; //!< false: what became of the request is not known
    bool harmless = true;
    QString why; //!< why it is harmless, or what the harm is
    bool canBeUndone = false;
    Json outputs = Json::object(); //!< ids, links
};

//! Of a run that failed, waits for a person, is paused, or was cancelled or undone; what was taken back is not in it.
//! Empty for one that goes on or has succeeded.
QList<LeftBehind> leftBehind(const Run& run);
//! What undoing would not take back, and why: merged changes, and what nothing knows how to undo. Of a run in any state.
QList<LeftBehind> whatUndoLeaves(const Run& run);
Json leftBehindJson(const QList<LeftBehind>& things);

} // namespace slipway::desk
