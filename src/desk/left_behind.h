// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/store.h"

namespace slipway::desk {

//! One thing that is in the world because of a run. Told by the journal alone: what somebody did about it since is not
//! known here.
struct LeftBehind {
    StepId step; //!< whose effect made it
    StepId madeBy = step; //!< whose outputs and links name it
    QString what; //!< the workflow's own words, or those of its kind
    bool certain = true; //!< false: what became of the request is not known
    bool harmless = true;
    QString why; //!< why it is harmless, or what the harm is
    QString remedy; //!< how it is taken back, and by whom
    QString url; //!< the page where a person looks after it; empty: none is known, or what is known is no page
    bool canBeUndone = false; //!< undoing the run takes it back, or proposes that to a person
    bool merged = false; //!< on the base branch: only a pull request that reverts it takes it back
    bool mergesByItself = false; //!< an open pull request whose auto-merge is on, or is being turned on
    bool beside = false; //!< not what the step makes: what a request of it may have left that came to nothing
    Json outputs = Json::object(); //!< ids, links
};

//! Everything that the run made and has not taken back, in the order of its steps, whatever state it is in.
QList<LeftBehind> inTheWorld(const Run& run);
//! The same of a run that has not come to its end, whether somebody drives it or not; of one that has succeeded only what
//! may lie beside what was wanted.
QList<LeftBehind> leftBehind(const Run& run);
//! What undoing would not take back, and why. Of a run in any state.
QList<LeftBehind> whatUndoLeaves(const Run& run);
//! "2 reverting pull requests are still open", "#12 still merges by itself": of what an ended run has left open
//! (workflow/left_open.h); empty: nothing.
QString leftOpenText(const Run& run);
QString leftOpenText(const journal::RunSummary& run);
Json leftBehindJson(const QList<LeftBehind>& things);

} // namespace slipway::desk
