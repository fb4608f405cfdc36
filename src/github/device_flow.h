// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/host.h"
#include "github/oauth_grant.h"
#include "http/http.h"

namespace slipway::github {

//! What a person needs to sign in: the code, and the page to enter it on.
struct DeviceCode {
    QString code;
    QUrl page; //!< of the host that was asked; any other is refused
    Timestamp expiresAt;
};

//! OAuth's device flow: a code is shown, a person enters it on GitHub's page, and this asks until it was accepted,
//! declined or too late. Ends when destroyed. Calls are made in its thread.
class DeviceFlow : public QObject {
    Q_OBJECT
public:
    //! `scopes` are those of an OAuth app; a GitHub App has its own permissions and ignores them.
    DeviceFlow(http::Http& http, Clock& clock, Host host, QString clientId, QStringList scopes);

    //! Calls `shown` once with the code, then `ended` once. Errors: "github.signIn" (reason "denied", "expired",
    //! "disabled", "client", "address"), "network.…", "server.error", "answer.unreadable".
    void start(std::function<void(const DeviceCode&)> shown, std::function<void(const Result<OAuthGrant>&)> ended);

private:
    void takeCode(const http::Exchange& exchange);
    void wait();
    void poll();
    void takeAnswer(const http::Exchange& exchange);
    void end(const Result<OAuthGrant>& result);
    Error refusal(const Json& answer) const;

    http::Http& m_http;
    Clock& m_clock;
    Host m_host;
    QString m_clientId;
    QStringList m_scopes;
    std::function<void(const DeviceCode&)> m_shown;
    std::function<void(const Result<OAuthGrant>&)> m_ended;
    Secret m_deviceCode;
    Timestamp m_expiresAt;
    Millis m_interval{5'000};
    Timer m_next;
};

} // namespace slipway::github
