// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/evidence.h"
#include "steps/step_kind.h"

namespace slipway::desk {

//! Looks at one step of a run for a person. Pure: says what is to be read, takes what was seen, and makes of it what is
//! shown. Nothing in it writes, whatever the step would do.
class EvidenceLook {
public:
    //! "step.unknown" where the run has no such step.
    static Result<EvidenceLook> begin(Run run, const StepId& step);

    //! Empty: there is nothing to read.
    steps::Reads reads(const Clock& clock) const;
    //! Takes in what was seen. True: it showed something that asks for other reads (at most twice).
    bool take(const steps::Observation& seen, const Clock& clock);
    Evidence evidence(const steps::Observation& seen, const Clock& clock) const;

private:
    EvidenceLook(Run run, Run retried, StepId step)
        : m_run(std::move(run))
        , m_retried(std::move(retried))
        , m_step(std::move(step))
    { }

    Run m_run; //!< as the journal has it
    Run m_retried; //!< with an attempt that has not written and looks first, as a retry would make it
    StepId m_step;
    int m_rounds = 0;
};

//! The lines for what these reads were answered, in the order of the reads.
QList<EvidenceLine> evidenceLines(
    const Run& run, const StepId& step, const steps::Reads& reads, const steps::Observation& seen);

//! "GitHub", a host, or several; empty: nobody is asked.
QString servicesAsked(const steps::Reads& reads);
//! The moment of the oldest answer to these reads; none: none was answered.
std::optional<Timestamp> oldestAnswer(const steps::Reads& reads, const steps::Observation& seen);

} // namespace slipway::desk
