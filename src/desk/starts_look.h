// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/prospect.h"
#include "steps/observation.h"

namespace slipway::desk {

//! One look at the repositories for many starts of a workflow. Values only: it may be made in any thread.
class StartsLook {
public:
    //! `scale`: of the program's time.
    StartsLook(const Workflow& workflow, const QList<Json>& inputs, const Json& settings, double scale);

    //! Each file, name and list of teams once, however many of the starts need it.
    const steps::Reads& reads() const { return m_reads; }

    struct Found {
        QString subject; //!< of the run; empty: not known
        Prospect prospect;
    };
    //! In the order of the inputs. Where nothing could be read, or a start cannot be made of its inputs, that is said as a
    //! name that could not be checked.
    QList<Found> prospects(const Result<steps::Observation>& seen) const;

private:
    QList<Result<Run>> m_runs;
    steps::Reads m_reads;
    double m_scale;
};

} // namespace slipway::desk
