// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/run_list_model.h"
#include "desk/desk.h"

#include <QSet>

namespace slipway::console {

//! Keeps the list's model up to date: everything at the start, then only the runs that the desk names. Open runs are
//! read in full, a few at a time, for what a summary does not hold (stuck, retrying, usual durations).
class RunFeed : public QObject {
    Q_OBJECT
public:
    RunFeed(desk::Desk& desk, Clock& clock, RunListModel& model, QObject* parent = nullptr);

    //! Reads everything; to be called once at the start, when the signals are connected.
    void reload();
    //! The open runs as they were read last.
    QList<std::shared_ptr<const desk::RunView>> openViews() const { return m_open.values(); }

Q_SIGNALS:
    void failed(const slipway::Error& error);
    void loaded(); //!< the first time
    void settled(); //!< the first time: the open runs have been read in full

private:
    void take(const QList<RunId>& changed);
    void flush();
    void upsert(const QList<desk::RunSummary>& runs);
    void readDetails();
    void settle();
    void noteDetail(const desk::RunView& view);
    void watchAges();
    bool isSlowForAll() const;

    desk::Desk& m_desk;
    Clock& m_clock;
    RunListModel& m_model;
    QSet<RunId> m_pending;
    QList<RunId> m_toRead;
    QHash<RunId, std::shared_ptr<const desk::RunView>> m_open;
    int m_reading = 0, m_seconds = 0;
    bool m_isLoaded = false, m_isSettled = false;
    Timer m_tidy, m_flush, m_ages;
};

//! What the list says of an open run.
RunDetail detailOf(const desk::RunView& view, Timestamp now, double timeScale, bool slowForAll = false);
//! The step that matters most now: needs a person, stuck, failed, retrying, running, waiting; the first of those.
//! `slowForAll`: GitHub has trouble; what only takes longer than usual is not stuck then.
const StepRun* focusStep(const desk::RunView& view, Timestamp now, double timeScale, bool slowForAll = false);
//! Where a window goes on to that shows `shown` of its own accord: to what matters most, once `shown` has ended or
//! something else needs a person. Null: it stays.
const StepRun* nextFocus(const desk::RunView& view, const StepId& shown, Timestamp now, double timeScale);

} // namespace slipway::console
