// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

#include <QHash>

namespace slipway::desk {

//! What the services show of one thing that a run made, beside what the journal believes of it.
struct UndoNow {
    enum class Deed {
        TakesBack, //!< closes, deletes, or sends what takes it back
        Proposes, //!< a pull request that reverts it: a person decides
        Nothing, //!< nothing is left to be done, or it is others' by now
        Impossible, //!< the engine would fail, or ask a person
        Unread //!< the services did not tell: what is said is the journal's belief
    };
    Deed deed = Deed::Unread;
    QString will; //!< what undoing does by this, as a sentence; of what stays: why. Empty: as the journal has it
    QString service, journal; //!< short texts; empty: not known there
    bool differs = false;
};

//! What undoing a run would do by what stands there now: each step as the engine would decide it at this moment. The
//! engine looks for itself when it does it.
struct UndoPlan {
    RunId run;
    qint64 sequence = 0; //!< of the run that it was compared with
    QList<PreviewStep> steps; //!< in the order of undoing; `summary` says what would be done
    QHash<StepId, UndoNow> now; //!< of what is taken back and of what stays
    QString service; //!< who was asked: "GitHub", a host, or both; empty: nobody had to be
    std::optional<Timestamp> readAt; //!< the oldest answer; none: nothing was read, and all is the journal's belief
    std::optional<Error> unread; //!< why nothing was read
    QString headline; //!< empty, or what contradicts the journal

    bool contradicts() const { return !headline.isEmpty(); }
};

//! {run, sequence, service, readAt, headline, unread, steps[as of a preview, with `now` {deed, will, service, journal,
//! differs}], leaves[as of what a run left, with `now`]}
Json undoPlanJson(const UndoPlan& plan, const Run& run);

} // namespace slipway::desk
