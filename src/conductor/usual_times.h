// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "conductor/watch_interval.h"
#include "journal/store.h"

#include <QHash>
#include <QObject>

namespace slipway::conductor {

//! What the journal tells of how long steps usually take. It changes slowly: asked once in a while for each workflow.
class UsualTimes : public QObject {
    Q_OBJECT
public:
    UsualTimes(journal::Store& store, Clock& clock)
        : m_store(store)
        , m_clock(clock)
    { }

    //! In the program's own (unscaled) time; nothing as long as it is not known.
    std::optional<UsualTime> of(const QString& workflow, const StepId& step);

private:
    struct Known {
        std::optional<Timestamp> askedAt;
        QHash<QString, UsualTime> steps;
    };

    journal::Store& m_store;
    Clock& m_clock;
    QHash<QString, Known> m_known;
};

} // namespace slipway::conductor
