// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/services.h"
#include "conductor/transitions.h"
#include "steps/step_kind.h"
#include "workflow/command.h"

namespace slipway::conductor {

//! The actor of what happens by itself.
inline const QString kEngine = QStringLiteral("engine");

//! Drives one run: the only place where its events are made. It takes one transition after the other: events are folded,
//! appended, and only then acted upon.
class RunDriver : public QObject {
    Q_OBJECT
public:
    //! `start` is what the journal says; effects that it shows as sent without an answer are taken as unknown from now on.
    RunDriver(Services services, journal::Lease lease, Run start, QObject* parent = nullptr);
    ~RunDriver() override;

    const Run& run() const { return m_transitions.run(); }
    //! Starts to act; before, the driver only takes commands (a process that journals without driving never calls it). A
    //! run in quarantine starts when a person says so.
    void start();
    //! Journals the program's crashes that concern the run, and the quarantine that they may lead to.
    QFuture<Result<qint64>> take(const QList<journal::Crash>& crashes);
    //! Journals, now that it can be, why the run was left alone; only a person's word lets it go.
    QFuture<Result<qint64>> tellWasSetAside(const Error& why);
    QFuture<Result<qint64>> submit(const Envelope& envelope);
    //! Journals what was learned of the pull requests that it left when it ended (workflow/left_open.h).
    void noteLearned(const QHash<StepId, Json>& outputs);
    //! Looks at a step now and says what it would do; for evidence and for advancing what is verified.
    QFuture<Result<steps::Decision>> look(const StepId& step);
    //! Something outside changed: what was asked for is there, a slot is granted, trouble came or went.
    void poke() { advance(); }
    //! A secret is there that was missing: what waits for a person because of that is considered anew.
    void secretCame();
    //! Moves the moments that are kept here along with a clock that was set.
    void clockWasSet(Millis by);
    //! Begins nothing new; what is under way is finished and journaled.
    void stop()
    {
        m_stopping = true;
        m_transitions.stop();
    }
    bool isIdle() const { return m_inFlight.isEmpty() && m_transitions.isIdle(); }
    //! Nothing can be done by it any more: the run is given back, or another owner took it.
    bool isOver() const { return m_closing || (m_transitions.isLost() && m_inFlight.isEmpty()); }

Q_SIGNALS:
    void changed(const slipway::RunId& run);
    //! Nothing is left to do; the lease is given back.
    void ended(const slipway::RunId& run);
    //! Another owner took the run, or the journal is not ours to write; what was under way has ended.
    void lost();

private:
    void advance();
    void leaveIfLost();
    QFuture<Result<qint64>> tell(std::function<Events(const Run&)> what);
    void lookForMissing(const StepId& only);
    void endPauses();
    void recoverEffects();
    void tellDispatched();
    //! True: a transition was begun; what else is to do is seen after it.
    bool considerRun();
    bool considerTrouble();
    //! Started on another GitHub than the one that is connected: what it would do there is meant for the other.
    bool isElsewhere() const
    {
        return !run().host.isEmpty() && !m_services.host.isEmpty() && run().host != m_services.host;
    }
    Error elsewhere() const;
    bool considerStep(const StepId& step);
    bool considerOpenEffect(const StepRun& step, const EffectRecord& effect);
    bool askAboutEffect(const StepRun& step, const EffectRecord& effect, const steps::Resolution& resolution);
    //! The look was refused in a way that time does not cure: told, and after some in a row a person is asked.
    bool lookRefused(const StepRun& step, const EffectRecord& effect, const steps::Resolution& resolution);
    //! It may have taken place and does not show yet.
    bool mayShowLate(const EffectRecord& effect);
    //! `before`: how many looks of this sort there were already; the pauses between them grow.
    bool lookAgain(const StepRun& step, const steps::Resolution& resolution, int before);
    bool startStep(const StepRun& step, Purpose purpose, int number);
    bool skipByCondition(const StepRun& step);
    bool decide(const StepRun& step);
    //! `reads`: what the decision was made by.
    bool apply(const StepRun& step, const steps::StepContext& context, const steps::Reads& reads,
        const steps::Decision& decision);
    bool act(const StepRun& step, const steps::StepContext& context, const Write& write);
    void giveUp(const StepId& step, EffectId id, int attempt, Purpose purpose);
    void send(const StepId& step, EffectId id, const Write& write, int attempt, Purpose purpose);
    bool wait(const StepRun& step, const steps::Reads& reads, const steps::Wait& wait);
    bool ask(const StepRun& step, const steps::Reads& reads, const steps::Ask& ask);
    bool fail(const StepRun& step, const steps::Fail& failure);
    //! False: not known yet; it is asked for, and considered again when the answer is there.
    bool known(const StepRun& step, const steps::Reads& reads, Timestamp since, Timestamp due);
    Timestamp freshSince(const StepRun& step, const steps::StepContext& context, const steps::Reads& reads) const;
    //! Until this wait is looked at again; `unchanged`: it is the wait that the run shows already.
    Millis interval(const StepRun& step, const steps::Reads& reads, const QString& what, bool unchanged) const;
    //! For how long a request that nobody knows the answer of may still take effect.
    Millis inFlightWindow() const;
    //! … of this effect; zero or less: since then it can no more.
    Millis windowLeft(const EffectRecord& effect);
    //! What is journaled of an effect that may have taken place.
    Json unknownData(const EffectId& id, Error error) const;
    Timestamp ofThisClock(Timestamp moment) const;
    void wakeAt(const StepId& step, Timestamp moment);
    Event makeEvent(EventType type, const StepRun& step, Json data) const;

    Services m_services;
    Transitions m_transitions;
    bool m_mayStart = false, m_started = false, m_ended = false, m_closing = false, m_stopping = false, m_left = false;
    std::map<EffectId, Millis> m_unknownSince; //!< when this driver first met them, by Clock::uptime()
    QSet<EffectId> m_inFlight;
    struct Watch {
        Timestamp lookedSince; //!< what was decided upon was asked for at or after this
        Timestamp due; //!< when it is looked again
        std::optional<Timestamp> sharedSince; //!< the oldest snapshot that serves, as it was when one was asked for
        std::optional<std::pair<Timestamp, Millis>> retry; //!< StepRun::retryAt, and when that is by Clock::uptime()
        int lookUps = 0;
        int absences = 0; //!< the last of these, in a row, that found nothing
        int refusals = 0; //!< the last of these, in a row, that were not let
        //! How far the clock was set since another start of the computer noted that effect.
        std::pair<EffectId, Millis> clockSet{};
        bool secretCame = false; //!< since it was asked for, or a person says that it did
        Timer timer;
    };
    std::map<StepId, Watch> m_watches;
    steps::Scopes m_scopes;
};

} // namespace slipway::conductor
