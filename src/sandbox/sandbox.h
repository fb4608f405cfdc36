// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sandbox/server/http_message.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace slipway {
class Clock;
}

//! The sandbox: a simulated GitHub, portal and Pay back end on a loopback port. This header is all that a host program
//! (terminal, window, test) needs.
namespace slipway::sandbox {

struct SandboxOptions {
    QString address = QStringLiteral("127.0.0.1"); //!< loopback only
    quint16 port = 0; //!< 0 picks one
    QString stateDirectory; //!< empty: the world ends with the sandbox
    double speed = 1; //!< divides durations of the world, more than 0
    int latencyMillis = 0; //!< real, before each request takes effect
    quint64 seed = 1;
    QStringList scenarios; //!< names of those shipped, or files
    QString recordFile; //!< empty: none
    QString organisation = QStringLiteral("DEFRA");
    //! Plays a GitHub Enterprise Server: REST below /api/v3 and GraphQL at /api/graphql only, an older schema, no limits.
    bool enterpriseServer = false;
    //! PEM of the key of a GitHub App that is installed in the organisation (client id Iv23liSandbox). Empty: none is.
    QString appKeyFile;
    bool listens = true; //!< false: only ask() reaches it, and its addresses lead nowhere
    Clock* clock = nullptr; //!< a test's own, that outlives the sandbox; none: the system's
};

//! Lives in the thread that started it, which must run an event loop; knows nothing of an application object.
class Sandbox : public QObject {
    Q_OBJECT

public:
    //! Error "usage" for options it does not understand, "network.unreachable" when it cannot listen, "file.…".
    static Result<std::unique_ptr<Sandbox>> start(SandboxOptions options);
    ~Sandbox() override;

    //! {"url", "apiUrl" (of an Enterprise Server), "token", "org", "portalUrl", "adminusersUrl", "connectorUrl", "speed", "state", "pid"}: what
    //! `slipwayctl sandbox` prints first and `--sandbox FILE` reads.
    Json announcement() const;
    QString url() const;

    //! A request without a network, in the sandbox's own thread; `answered` is called before this returns (of the services
    //! on the wire but git and Pay's one call, which take their time).
    void ask(const HttpRequest& request, std::function<void(const HttpAnswer&)> answered);
    //! One world action {"do": …}, as POST /_sandbox/world takes it. In the sandbox's own thread.
    Result<Json> control(const Json& action);
    //! As POST /_sandbox/faults and DELETE /_sandbox/faults.
    Result<Json> addFault(const Json& fault);
    void clearFaults();
    Json ledger() const;
    Json state() const;

    //! Names of the scenarios shipped, in the order in which they are shown.
    static QStringList scenarioNames();
    //! Reads and applies one, by name or file. Error "usage" or "file.unreadable".
    Result<void> applyScenario(const QString& nameOrFile);

private:
    struct Parts;
    explicit Sandbox(SandboxOptions options);
    Result<void> open();
    Result<void> finish(const QString& url);

    SandboxOptions m_options;
    std::unique_ptr<Parts> m_parts;
};

} // namespace slipway::sandbox
