// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/host.h"
#include "github/oauth_grant.h"
#include "github/renewed_token.h"
#include "http/http.h"

namespace slipway::github {

//! Where a grant is kept between programs. Calls back in the thread of the caller, or not at all once that is gone.
class GrantKeeper {
public:
    virtual ~GrantKeeper() = default;
    virtual void load(QObject* context, std::function<void(const Result<OAuthGrant>&)> done) = 0;
    virtual void keep(const OAuthGrant& grant, QObject* context, std::function<void(const Result<void>&)> done) = 0;
};

//! A token of a person who signed in (ghu_…): good for hours, renewed before it ends. Renewing uses up what renews, so
//! the keeper is asked first whether another program has done it, and gets the new grant at once. Or one that nothing
//! renews and the keeper has (a personal one): refused, it is parked, and after each pause the keeper is asked whether
//! somebody has put another in its place.
class RefreshingToken final : public RenewedToken {
public:
    RefreshingToken(http::Http& http, Clock& clock, Host host, OAuthGrant grant, std::shared_ptr<GrantKeeper> keeper);

    void refused(const Secret& token, const Error& error) override;
    void worked(const Secret& token) override;
    std::optional<Timestamp> expiresAt() const override { return m_grant.refreshExpiresAt; }

private:
    bool isGood(const OAuthGrant& grant, Millis least) const;
    Secret present(Millis least) const override;
    void renew() override;
    void load(std::function<void(const Result<OAuthGrant>&)> done);
    void keep(const OAuthGrant& grant);
    void request();
    void take(const http::Exchange& exchange);
    //! Another program may have been quicker with the same refresh token.
    void lookAgain(const Error& otherwise);
    void finish(const Result<OAuthGrant>& result);

    http::Http& m_http;
    Host m_host;
    OAuthGrant m_grant;
    std::shared_ptr<GrantKeeper> m_keeper;
    bool m_refused = false; //!< the present token; it is renewed before its time
    Timestamp m_handedOutAt; //!< the present token, where it was renewed here
    Timer m_keeperLimit;
};

} // namespace slipway::github
