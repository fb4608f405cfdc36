// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/ended_watch.h"
#include "conductor/later.h"
#include "conductor/run_driver.h"

#include <QPointer>

namespace slipway::conductor {

//! All open runs of one store: starts them, takes commands for them, recovers them. Lives in the engine's thread.
class Conductor : public QObject {
    Q_OBJECT
public:
    enum class Mode {
        Drive, //!< act on every open run
        JournalOnly //!< take commands and journal them; whoever drives the store goes on
    };

    Conductor(journal::Store& store, github::GitHub* github, http::Http& http, Clock& clock, const KindRules& kinds,
        Mode mode, QObject* parent = nullptr);
    ~Conductor() override;

    //! Claims every open run and goes on where the journal says it was; except for what the program crashed of (see
    //! crash_rules.h). A ResumeRun without a run is a person's word that all may go on.
    QFuture<Result<void>> recover();
    QFuture<Result<qint64>> submit(const Envelope& envelope);
    //! Reads for a preview or a check, by the same batch and snapshot as the runs.
    QFuture<Result<steps::Observation>> look(const steps::Reads& reads, Millis notOlderThan);
    //! Asks for everything that is waited for, now.
    void lookNow();
    //! News of a repository or of one of its pull requests (node id).
    void hear(const QString& repository, const QString& pullRequest, bool isProven = true)
    {
        m_observer.hear(repository, pullRequest, isProven);
    }
    //! Begins nothing new; finished when the requests under way are answered and journaled.
    QFuture<void> drain();
    //! Gives all leases back and marks the store as closed in good order.
    QFuture<void> close();

    const Observer& observer() const { return m_observer; }
    //! How often what is waited for is looked at; none: nothing is waited for.
    std::optional<Millis> watchesEvery() const;
    //! What stands in the way of everything (the store first), else of somebody's writes, else of some read; none: nothing.
    const Trouble* trouble() const;
    //! The GitHub that is connected, by a name that stays the same; set before recover().
    void setHost(const QString& host) { m_services.host = host; }
    //! Where back-offs take their jitter from, in [0, 1): a simulation's own, so that a seed tells all. Before recover().
    void setDice(std::function<double()> dice) { m_services.random = std::move(dice); }
    //! Secrets of runs; set up before recover().
    SecretVault& vault() { return m_vault; }

Q_SIGNALS:
    void changed(const slipway::RunId& run);
    void troubleChanged();

private:
    QFuture<Result<qint64>> startOnce(const Envelope& envelope);
    QFuture<Result<qint64>> start(const Envelope& envelope);
    void importRun(const Run& run, const Events& events, const Later<Result<qint64>>& later);
    QFuture<QStringList> keepSecrets(const Run& run, const Json& inputs);
    QFuture<Result<qint64>> verifyThenAdvance(RunDriver* driver, const Envelope& envelope);
    QFuture<Result<qint64>> keepThenSubmit(RunDriver* driver, const Envelope& envelope);
    void keepForWhoDrives(const QPointer<RunDriver>& driver, const Envelope& envelope,
        const QHash<QString, Secret>& secrets, const SecretVault::Kept& before, const Later<Result<qint64>>& later);
    void submitTo(const Envelope& envelope, const Later<Result<qint64>>& later);
    QFuture<Result<qint64>> resume(const Envelope& envelope);
    void takeBackIn(const Envelope& envelope, const Error& why, const Later<Result<qint64>>& later);
    Result<Run> readBy(const RunId& run, const Events& events) const;
    void setAside(const RunId& run, const Error& cause, const std::function<void(Result<QPointer<RunDriver>>)>& then);
    QFuture<Result<QPointer<RunDriver>>> driverFor(const RunId& run);
    //! Asks the store again for as long as it is in trouble that passes: for what no person waits for.
    template <class T>
    void untilItPasses(const QString& what, const std::function<QFuture<Result<T>>()>& ask,
        const std::function<void(const Result<T>&)>& then);
    //! driverFor(), by that.
    void takeUp(const RunId& run, const std::function<void(const Result<QPointer<RunDriver>>&)>& then);
    void tellCrashes(const QList<journal::Crash>& crashes, std::function<void()> then);
    void driveAll(const Later<Result<void>>& later);
    QFuture<Result<qint64>> goOn(const Envelope& envelope);
    RunDriver* adopt(journal::Lease lease, Run run);
    void drive(RunDriver* driver);
    void watchEnded();
    void watchEnded(const Run& run);
    void noteLearned(const RunId& run);

    journal::Store& m_store;
    StoreTrouble m_storeTrouble;
    bool m_isConnected; //!< to a GitHub
    bool m_draining = false; //!< nothing new begins
    bool m_recovered = false; //!< it drives what it found
    std::optional<Trouble> m_safeMode; //!< the program crashed too often: nothing is done before a person says so
    QHash<RunId, QList<Later<Result<qint64>>>> m_starting; //!< who waits for a start
    SecretVault m_vault;
    Observer m_observer;
    Effector m_effector;
    EndedWatch m_ended;
    QHash<RunId, QHash<StepId, Json>> m_learned; //!< of what ended runs left, and not journaled yet
    UsualTimes m_usual;
    Services m_services;
    Mode m_mode;
    std::map<RunId, std::unique_ptr<RunDriver>> m_drivers;
    std::map<RunId, QFuture<Result<QPointer<RunDriver>>>> m_claims; //!< under way: two commands at once claim only once
    void waitUntilIdle(const Later<bool>& later);

    int m_looks = 0;
    Timer m_drainTimer;
};

} // namespace slipway::conductor
