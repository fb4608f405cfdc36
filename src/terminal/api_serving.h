// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "desk/desk.h"
#include "terminal/global_options.h"

#include <QUrl>

#include <functional>
#include <memory>

//! What the commands around the HTTP API need of the rest of the program.
namespace slipway::terminal {

struct ApiRequest {
    QString listen; //!< "127.0.0.1:8077", "[::1]:0"; port 0 chooses one
    QString tokenFile; //!< empty: the default one
    QStringList hosts; //!< further names under which it may be asked
    bool allowRemote = false;
    QString webhookSecretFile; //!< empty: no deliveries of GitHub are taken
};

struct RelayRequest {
    QUrl url;
    QString webhookSecretFile;
    GlobalOptions global; //!< how the network is reached
};

//! Deliveries are taken from a relay while this lives.
class RunningRelay {
public:
    virtual ~RunningRelay() = default;
};

//! An API that is served while this lives.
class ServedApi {
public:
    virtual ~ServedApi() = default;
    virtual QUrl url() const = 0;
};

struct ApiToken {
    QString name, role;
    Timestamp createdAt;
};

struct ApiServing {
    //! Errors "api.notLoopback", "network.unreachable", "usage", "file.…".
    std::function<Result<std::unique_ptr<ServedApi>>(desk::Desk&, const ApiRequest&)> serve;
    //! `say`: what is to be known of the connection to the relay. Errors "usage", "file.…", "network.unsafeUrl".
    std::function<Result<std::unique_ptr<RunningRelay>>(
        desk::Desk&, const RelayRequest&, const std::function<void(const Error&)>& say)>
        relay;
    //! A fresh token, which is kept nowhere. Errors "api.tokenExists", "api.malformed", "usage" (no such role), "file.…".
    std::function<Result<Secret>(const QString& tokenFile, const QString& name, const QString& role)> addToken;
    std::function<Result<QList<ApiToken>>(const QString& tokenFile)> listTokens;
    //! Error "api.tokenUnknown".
    std::function<Result<void>(const QString& tokenFile, const QString& name)> removeToken;
};

} // namespace slipway::terminal
