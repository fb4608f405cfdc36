// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/observer.h"
#include "workflow/left_open.h"

namespace slipway::conductor {

//! Looks after pull requests that ended runs have left open (workflow/left_open.h): nobody drives such a run, but what it
//! changed stands until a person has merged the one that reverts it, or changes yet when GitHub merges its own. Their
//! looks join those of the runs under way.
class EndedWatch : public QObject {
    Q_OBJECT
public:
    EndedWatch(Observer& observer, Clock& clock, QObject* parent = nullptr);

    //! What this run has left is watched from now on; nothing of it where nothing is open.
    void take(const Run& run);
    void forget(const RunId& run);
    bool isEmpty() const { return m_watched.isEmpty(); }

Q_SIGNALS:
    //! To be journaled of that step: what became of its pull request, which is not watched any more then; or since when
    //! GitHub does not show it.
    void learned(const slipway::RunId& run, const slipway::StepId& step, const slipway::Json& outputs);

private:
    struct Watched {
        LeftOpen left; //!< as the journal tells it
        Timestamp since; //!< when it was left
        std::optional<Timestamp> unseenSince; //!< GitHub has not shown it in any answer from then on
        std::optional<Timestamp> unarmedSince; //!< auto-merge was off in every answer from then on
    };
    void want(const StepKey& key, const Watched& watched, Timestamp since, Millis in);
    void consider(const StepKey& key);
    QString outcomeOf(Watched& watched, const steps::Observation::Seen<github::PullRequest>& seen) const;
    Millis programTime(Timestamp from) const; //!< the program's own (unscaled) time since then
    Millis interval(const Watched& watched) const;

    Observer& m_observer;
    Clock& m_clock;
    QHash<StepKey, Watched> m_watched;
};

} // namespace slipway::conductor
