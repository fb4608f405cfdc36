// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections.h"
#include "desk/connection_report.h"
#include "github/device_flow.h"

#include <QThread>

namespace slipway::app {

//! What is asked of a GitHub before, or beside, a desk for it: in a thread of its own, so that neither a proxy's script
//! nor a handshake holds up a window.
class ConnectionWork {
public:
    ConnectionWork();
    //! Ends what is under way: futures get "network.cancelled".
    ~ConnectionWork();
    ConnectionWork(const ConnectionWork&) = delete;
    ConnectionWork& operator=(const ConnectionWork&) = delete;

    //! Who the connection is and what it may do of what the installed workflows need. "connection.none" without one.
    QFuture<Result<desk::ConnectionReport>> check(const Destination& destination);

    //! OAuth's device flow; one at a time, a new one ends the one before. `shown` is called in the work's thread.
    QFuture<Result<github::OAuthGrant>> signIn(const github::Host& host, const QString& clientId,
        const http::NetworkOptions& network, std::function<void(const github::DeviceCode&)> shown);
    void cancelSignIn();

private:
    struct Inside;

    QThread m_thread;
    std::unique_ptr<QObject> m_door; //!< an object of the thread
    std::unique_ptr<Inside> m_inside; //!< used and destroyed in that thread only
};

//! All that the installed workflows need with these settings.
QList<steps::Need> installedNeeds(const Destination& destination);

} // namespace slipway::app
