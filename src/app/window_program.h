// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections.h"
#include "app/sandbox_host.h"
#include "console/main_window.h"
#include "console/ports.h"

namespace slipway::app {

//! The window with what stands behind it: a desk for one connection. Going from one connection to another (first run, the
//! sandbox, GitHub) makes a new desk and a new window.
class WindowProgram : public QObject, public console::Connector, public console::Troublemaker {
    Q_OBJECT
public:
    static constexpr double defaultSandboxSpeed = 20;

    //! `sandboxSpeed` divides the durations of the sandbox's world, more than 0.
    explicit WindowProgram(QString version, double sandboxSpeed = defaultSandboxSpeed);
    ~WindowProgram() override;

    //! Opens the window for what the command line asked for. Nothing: it did; else why it cannot.
    std::optional<Error> open(const terminal::GlobalOptions& options, bool trySandbox);

    Kind currentConnection() const override { return m_kind; }
    QFuture<Result<void>> trySandbox() override;
    QFuture<Result<void>> connectTo(const QString& url, const Secret& token) override;
    void make(const QString& action) override;

private:
    Result<void> openSandbox();
    Result<std::unique_ptr<SandboxHost>> startSandbox() const;
    Result<void> showSandbox(std::unique_ptr<SandboxHost> host);
    Result<void> show(const Destination& destination, Kind kind);

    QString m_version;
    double m_sandboxSpeed;
    SystemClock m_clock;
    std::unique_ptr<SystemClock> m_windowClock; //!< at the pace of what the window looks at
    Kind m_kind = Kind::None;
    std::unique_ptr<SandboxHost> m_sandbox;
    std::unique_ptr<desk::LocalDesk> m_desk;
    std::unique_ptr<console::MainWindow> m_window;
};

} // namespace slipway::app
