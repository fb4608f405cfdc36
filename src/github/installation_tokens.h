// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/host.h"
#include "github/renewed_token.h"
#include "http/http.h"

namespace slipway::github {

struct AppAccess {
    QString app; //!< client id, or the App's number
    QString keyFile; //!< PEM, mode 0600; read each time it is needed and forgotten after it
    QString organisation; //!< whose installation
};

//! Tokens of a GitHub App's installation: each lasts an hour and is renewed before its last five minutes, while requests
//! with the old one may still be under way. A new one is tried by a harmless read before it is handed out, because it
//! may take GitHub seconds until all its servers know it; so no request of ours meets that.
class InstallationTokens final : public RenewedToken {
public:
    InstallationTokens(http::Http& http, Clock& clock, Host host, AppAccess access);

    void refused(const Secret& token, const Error& error) override;
    void worked(const Secret& token) override;
    std::optional<Json> permissions() const override { return m_permissions; }

private:
    enum class Step { FindInstallation, Mint };

    Secret present(Millis least) const override;
    void renew() override;
    void send(Step step);
    void take(Step step, const http::Exchange& exchange);
    void tryOut(int attempt);
    void finish(const Result<void>& result);
    Timestamp githubNow() const { return m_clock.now() + m_ahead; }
    Error trouble(const http::Exchange& exchange, const char* reason) const;

    http::Http& m_http;
    Host m_host;
    AppAccess m_access;
    bool m_clockCorrected = false;
    Millis m_ahead{0}; //!< GitHub's clock before ours
    QString m_installation;
    Secret m_token, m_minted;
    Timestamp m_expiresAt, m_mintedExpiresAt, m_handedOutAt; //!< by GitHub's clock; the last by ours
    std::optional<Json> m_permissions;
    Timer m_pause;
};

} // namespace slipway::github
