// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/undo_plan.h"
#include "steps/step_kind.h"

namespace slipway::desk {

//! Looks for a person at all that a run made, to say what undoing it would do. Pure: says what is to be read, takes what
//! was seen, and lets the kinds of the steps decide upon it as the engine lets them; nothing in it writes.
class UndoLook {
public:
    UndoLook(Run run, const Clock& clock);

    //! Of all steps together, for one look. Empty: there is nothing to read.
    steps::Reads reads(const Clock& clock) const;
    //! Takes in what was seen. True: it showed something that asks for other reads (at most twice).
    bool take(const steps::Observation& seen, const Clock& clock);
    UndoPlan plan(const steps::Observation& seen, const Clock& clock) const;
    //! What the journal believes, where the services cannot be asked.
    UndoPlan belief(const Error& unread) const;

private:
    Run m_run; //!< as the journal has it
    Run m_undone; //!< the same right after it was asked to be undone, each step with a try that has sent nothing
    QList<PreviewStep> m_steps;
    int m_rounds = 0;
};

} // namespace slipway::desk
