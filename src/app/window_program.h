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
    explicit WindowProgram(QString version);
    ~WindowProgram() override;

    //! Opens the window for what the command line asked for. Nothing: it did; else why it cannot.
    std::optional<Error> open(const terminal::GlobalOptions& options, bool trySandbox);

    Kind currentConnection() const override { return m_kind; }
    QFuture<Result<void>> trySandbox() override;
    QFuture<Result<void>> connectTo(const QString& url, const Secret& token) override;
    void make(const QString& action) override;

private:
    Result<void> openSandbox();
    Result<void> show(const Destination& destination, Kind kind);

    QString m_version;
    SystemClock m_clock;
    Kind m_kind = Kind::None;
    std::unique_ptr<SandboxHost> m_sandbox;
    std::unique_ptr<desk::LocalDesk> m_desk;
    std::unique_ptr<console::MainWindow> m_window;
};

} // namespace slipway::app
