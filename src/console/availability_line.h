// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

#include <QWidget>

class QToolButton;

namespace slipway::console {

class FieldHint;

//! Whether the name is free: checking, free, taken (by whom), reserved (by which run), could not check (why).
class AvailabilityLine : public QWidget {
    Q_OBJECT
public:
    explicit AvailabilityLine(Clock& clock, QWidget* parent = nullptr);

    void showNothing();
    void showChecking();
    void showAnswer(const Result<desk::Availability>& answer);
    QString text() const;

Q_SIGNALS:
    void checkAgain();
    void linkActivated(const QString& url);
    void runWanted(const slipway::RunId& run);

private:
    Clock& m_clock;
    FieldHint* m_text;
    QToolButton* m_act;
    std::function<void()> m_onAct;
};

} // namespace slipway::console
