// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

#include <QStatusBar>

class QLabel;

namespace slipway::console {

//! Account, budget, age of what is shown, counts, store, version: text, not icons alone.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    StatusLine(Clock& clock, const QString& version, QWidget* parent = nullptr);

    void showStatus(const desk::EngineStatus& status);
    void showCounts(int running, int waiting, int needsYou);

private:
    void tick();

    Clock& m_clock;
    desk::EngineStatus m_status;
    Timer m_tick;
    QLabel* m_account;
    QLabel* m_budget;
    QLabel* m_age;
    QLabel* m_counts;
    QLabel* m_store;
};

} // namespace slipway::console
