// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/store_trouble.h"
#include "journal/store.h"
#include "workflow/kind_rules.h"
#include "workflow/run.h"

#include <QObject>

#include <deque>
#include <functional>

namespace slipway::conductor {

//! The one way by which events of a run come to be: one transition after the other. Its events are made on what the run is
//! by then, folded, appended, and only then does anybody see the run moved.
class Transitions : public QObject {
    Q_OBJECT
public:
    using MakeEvents = std::function<Result<Events>(const Run&)>;
    //! The run's sequence after it, or why there is no such transition.
    using Finished = std::function<void(const Result<qint64>&)>;

    Transitions(journal::Store& store, StoreTrouble& trouble, const KindRules& kinds, journal::Lease lease, Run run,
        QObject* parent);
    ~Transitions() override;

    const Run& run() const { return m_run; }
    void add(MakeEvents make, Finished finished = {});
    //! Events whose sequences are given when it is their turn.
    void add(Events events, Finished finished = {});
    bool isIdle() const { return !m_appending && m_queue.empty(); }
    //! The run is no longer ours to write; whoever waits is told why.
    bool isLost() const { return m_lost.has_value(); }
    //! Ends what the journal refuses at present (a full disk) instead of trying on: whoever waits is told. What was not
    //! journaled is looked up by the next start.
    void stop();
    QFuture<Result<void>> release() { return m_store.release(m_lease); }

Q_SIGNALS:
    //! Events were appended; the next transition was not begun yet.
    void moved();
    //! … and now it was, if there is one: a place to decide what else is to do.
    void settled();
    void lost();

private:
    struct Transition {
        MakeEvents make;
        Finished finished;
    };

    //! Made and folded, but not taken by the journal.
    struct Refused {
        Events events;
        Run after;
        Finished finished;
        Error why;
    };

    void next();
    void append(Events events, Run after, Finished finished);
    void refused(Refused transition);
    QString name() const { return QStringLiteral("append ") + m_run.id.text(); }
    void lose(const Error& why, const Finished& finished);

    journal::Store& m_store;
    StoreTrouble& m_trouble;
    const KindRules& m_kinds;
    journal::Lease m_lease;
    Run m_run;
    bool m_appending = false, m_stopping = false;
    std::optional<Error> m_lost;
    std::deque<Transition> m_queue;
    std::optional<Refused> m_refused;
};

} // namespace slipway::conductor
