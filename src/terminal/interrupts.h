// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <csignal>
#include <memory>

class QSocketNotifier;

namespace slipway::terminal {

//! SIGINT and SIGTERM as a Qt signal while it lives: the handler writes to a pipe, the event loop reads it. The second
//! one has its usual effect, so that a program that hangs can be ended.
class Interrupts : public QObject {
    Q_OBJECT
public:
    explicit Interrupts(QObject* parent = nullptr);
    ~Interrupts() override;

    bool caught() const { return m_caught; }

Q_SIGNALS:
    void interrupted();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    struct sigaction m_oldInterrupt = {}, m_oldTerminate = {};
    bool m_caught = false;
};

} // namespace slipway::terminal
