// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/status_report.h"

#include <QStatusBar>

class QToolButton;

namespace slipway::console {

//! Account, budget, age of what is shown and how often it is read, counts, what goes on, store, version: text, not icons alone, and each a button to its detail.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    enum class Part { Account, Budget, Age, Counts, Job, Store, Version };

    StatusLine(Clock& clock, const QString& version, QWidget* parent = nullptr);

    void showStatus(const desk::EngineStatus& status);
    void showCounts(int running, int waiting, int needsYou);
    //! What goes on in the background; empty: nothing. `title`: the same without figures, which a screen reader says.
    void showJob(const QString& job, const QString& title);
    //! Bytes of the store's files.
    void showStoreSize(qint64 bytes);

Q_SIGNALS:
    void partClicked(slipway::console::StatusLine::Part part);

private:
    QToolButton* add(Part part, const QString& name, const QString& does);
    void set(Part part, const QString& text);
    void set(Part part, const QString& text, const QString& said);
    void tick();
    void refreshBudget();

    Clock& m_clock;
    desk::EngineStatus m_status;
    desk::RunCounts m_counts;
    qint64 m_storeBytes = 0;
    Timer m_tick;
    QHash<int, QToolButton*> m_parts;
    QHash<int, QString> m_names;
};

} // namespace slipway::console
