// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/observer.h"
#include "workflow/reverts.h"

namespace slipway::conductor {

//! Looks after pull requests that undone runs have proposed: such a run has ended, and nobody drives it, but what it
//! changed stands until a person has merged or closed them. Their looks join those of the runs under way.
class RevertWatch : public QObject {
    Q_OBJECT
public:
    RevertWatch(Observer& observer, Clock& clock, QObject* parent = nullptr);

    //! What this run has proposed is watched from now on; nothing of it where nothing is open.
    void take(const Run& run);
    void forget(const RunId& run);
    bool isEmpty() const { return m_watched.isEmpty(); }

Q_SIGNALS:
    //! It is not watched any more; outcomes: "merged", "closed", "gone" (not to be seen for a day).
    void settled(const slipway::RunId& run, const slipway::StepId& step, const QString& outcome);

private:
    struct Watched {
        QString nodeId;
        Timestamp since; //!< when it was proposed
        std::optional<Timestamp> unseenSince; //!< in every answer from then on
    };
    void want(const StepKey& key, const Watched& watched, Timestamp since, Millis in);
    void consider(const StepKey& key);
    Millis interval(Millis waited) const; //!< in the program's own (unscaled) time

    Observer& m_observer;
    Clock& m_clock;
    QHash<StepKey, Watched> m_watched;
};

} // namespace slipway::conductor
