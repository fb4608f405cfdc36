// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/context.h"
#include "terminal/interrupts.h"

#include <QHash>
#include <QSet>

namespace slipway::terminal {

//! Prints what happens to runs, one line a change, until each has ended or needs a person, or until it is interrupted.
//! A straight sequence: the desk's signal only marks runs as changed, they are read one after the other.
class Follower : public QObject {
    Q_OBJECT
public:
    Follower(Context& context, desk::Desk& desk);

    //! Prints events after `since`; without it, those from now on.
    void add(const RunId& run, std::optional<qint64> since = std::nullopt);
    //! Every run that changes from now on, and never ends by itself: for the agent.
    void addAllThatChange() { m_endless = true; }
    //! The desk drives nothing: look at the store every second, because the driver is another process.
    void watchOnly() { m_watchOnly = true; }
    //! The greatest exit status of the runs; ExitNotDone if interrupted before (ExitDone for an endless one).
    int exec();

private:
    struct Followed {
        std::optional<qint64> seen; //!< sequence of the last event printed; none: begin with the present
        bool dirty = true, ended = false;
        bool saidUnread = false; //!< that it cannot be read, since it last could
        QHash<StepId, QString> lastText; //!< of a step: an unchanged wait is not printed again
        std::optional<Millis> unreadSince; //!< by Clock::uptime(): since then it cannot be read
    };

    bool allEnded() const;
    bool isInterrupted() const;
    std::optional<Error> sayWhatIsInTheWay();
    void say(const Error& error);
    //! True: it is not waited for any longer.
    bool couldNotRead(Followed& followed, const Error& why);
    void waitForChange();
    Result<void> refresh(const RunId& id, Followed& followed);
    void print(const Event& event, const Run& run, Followed& followed);
    void end(const desk::RunView& view, Followed& followed, int status);
    void markChanged(const QList<RunId>& runs);
    void sayInterrupted() const;
    Timestamp now() const { return m_context.environment.clock.now(); }

    Context& m_context;
    desk::Desk& m_desk;
    Interrupts m_interrupts;
    QHash<RunId, Followed> m_runs;
    QList<RunId> m_order;
    QHash<RunId, qint64> m_ended; //!< of an agent: sequence of the last event printed of those that it follows no more
    bool m_endless = false, m_watchOnly = false;
    QString m_saidTrouble; //!< code of what was said to be in the way
    int m_status = 0;
};

} // namespace slipway::terminal
