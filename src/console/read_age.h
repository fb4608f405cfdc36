// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace slipway::console {

//! How old is what was read from the services, counted on, and the button that reads it again.
class ReadAge : public QWidget {
    Q_OBJECT
public:
    explicit ReadAge(Clock& clock, QWidget* parent = nullptr);

    void showReading();
    void showRead(Timestamp at);
    void showUnread();
    //! Nobody was asked. `mayAsk`: it can be read all the same.
    void showNothing(bool mayAsk);

Q_SIGNALS:
    void readAgain();

private:
    void tick();

    Clock& m_clock;
    QLabel* m_age;
    QToolButton* m_again;
    std::optional<Timestamp> m_at;
    Timer m_tick;
};

} // namespace slipway::console
