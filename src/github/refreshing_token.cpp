// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/refreshing_token.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "github/answers.h"
#include "github/plain_request.h"

namespace slipway::github {

namespace {

//! A keychain may ask a person to unlock it, and nobody may be there. Real time, like that of transport.
constexpr Millis keeperLimit{30'000};

} // namespace

RefreshingToken::RefreshingToken(
    http::Http& http, Clock& clock, Host host, OAuthGrant grant, std::shared_ptr<GrantKeeper> keeper)
    : RenewedToken(clock)
    , m_http(http)
    , m_host(std::move(host))
    , m_grant(std::move(grant))
    , m_keeper(std::move(keeper))
{ }

bool RefreshingToken::isGood(const OAuthGrant& grant, Millis least) const
{
    return !grant.token.isEmpty() && (!grant.expiresAt || *grant.expiresAt - m_clock.now() > least);
}

Secret RefreshingToken::present(Millis least) const
{
    return !m_refused && isGood(m_grant, least) ? m_grant.token : Secret();
}

void RefreshingToken::refused(const Secret& token, const Error& error)
{
    if (token.reveal() != m_grant.token.reveal())
        return;
    m_refused = true;
    // One that is refused so soon was not too old: each renewal would use up another one.
    if (m_grant.refreshToken.isEmpty() || m_clock.now() - m_handedOutAt < m_clock.scaled(youngToken))
        m_parking.park(error);
}

void RefreshingToken::worked(const Secret&)
{
    // In its last minutes it still works while its renewal may have been refused, which stays so.
    if (isGood(m_grant, m_clock.scaled(renewTokenBefore)))
        m_parking.clear();
}

//! Calls back once: with what is kept, or when the keeper takes too long.
void RefreshingToken::load(std::function<void(const Result<OAuthGrant>&)> done)
{
    auto once = std::make_shared<std::function<void(const Result<OAuthGrant>&)>>(std::move(done));
    const auto answer = [this, once](const Result<OAuthGrant>& kept) {
        if (const auto call = std::exchange(*once, nullptr)) {
            m_keeperLimit.cancel();
            call(kept);
        }
    };
    m_keeperLimit = m_clock.after(keeperLimit, this, [answer] {
        answer(Error{.code = errc::keychainSilent, .args = {{"seconds", keeperLimit.count() / 1000}}});
    });
    m_keeper->load(this, answer);
}

void RefreshingToken::renew()
{
    load([this](const Result<OAuthGrant>& kept) {
        if (kept && kept->token.reveal() != m_grant.token.reveal() && isGood(*kept, m_clock.scaled(renewTokenBefore)))
            finish(*kept);
        // What is kept may be newer than what would be used up here: it is asked for again later.
        else if (!kept && kept.error().code == errc::keychainSilent && !m_grant.refreshToken.isEmpty())
            finish(kept.error());
        // Nothing renews it and nobody has put another in its place. It is tried again in its time, as GitHub may refuse
        // in an incident what it takes an hour later.
        else if (m_grant.refreshToken.isEmpty() && isGood(m_grant, m_clock.scaled(lastUseOfToken)))
            finish(m_grant);
        else if (m_grant.refreshToken.isEmpty())
            finish(Error{.code = errc::githubBadCredentials});
        else
            request();
    });
}

void RefreshingToken::request()
{
    const Json body{{"client_id", m_grant.clientId.toStdString()}, {"grant_type", "refresh_token"},
        {"refresh_token", m_grant.refreshToken.reveal().toStdString()}};
    auto request = plainRequest("POST", m_host.accessToken, body);
    request.headers[0].value = "application/json";
    whenDone(m_http.effect(std::move(request)), this, [this](const http::Exchange& exchange) { take(exchange); });
}

void RefreshingToken::take(const http::Exchange& exchange)
{
    if (const auto* failure = std::get_if<http::Failure>(&exchange)) {
        finish(failure->error);
        return;
    }
    const auto& response = std::get<http::Response>(exchange);
    const auto json = parseJson(response.body);
    const bool readable = json && json->is_object();
    if (readable && !textAt(*json, "error").isEmpty()) {
        lookAgain(Error{.code = errc::githubSignInEnded,
            .args = {{"host", m_host.web.host().toStdString()}},
            .details = {{"text", textAt(*json, "error_description", textAt(*json, "error")).left(500).toStdString()}}});
        return;
    }
    auto grant = readable ? grantFrom(*json, m_grant.clientId, m_clock.now()) : std::nullopt;
    if (!grant) {
        finish(response.status == 200 ? unreadable(response, m_host.accessToken)
                                      : verdictOf(response, m_host.accessToken, Json::object()).error);
        return;
    }
    keep(*grant);
}

//! The new token is good whether it is kept or not, so it is used in any case.
void RefreshingToken::keep(const OAuthGrant& grant)
{
    auto waits = std::make_shared<bool>(true);
    const auto go = [this, waits, grant](const Result<void>& kept) {
        if (!kept)
            qCWarning(logGitHub).noquote()
                << "the renewed token could not be kept, so the next start has to sign in again" << kept.error().code;
        if (!std::exchange(*waits, false))
            return;
        m_keeperLimit.cancel();
        finish(grant);
    };
    m_keeperLimit = m_clock.after(keeperLimit, this, [go] { go(Error{.code = errc::keychainSilent}); });
    m_keeper->keep(grant, this, go);
}

void RefreshingToken::lookAgain(const Error& otherwise)
{
    load([this, otherwise](const Result<OAuthGrant>& kept) {
        if (kept && kept->refreshToken.reveal() != m_grant.refreshToken.reveal()
            && isGood(*kept, m_clock.scaled(lastUseOfToken)))
            finish(*kept);
        else
            finish(otherwise);
    });
}

void RefreshingToken::finish(const Result<OAuthGrant>& result)
{
    if (!result) {
        if (result.error().code == errc::githubSignInEnded || result.error().code == errc::githubBadCredentials)
            m_parking.park(result.error());
        return ended(result.error());
    }
    m_grant = *result;
    m_refused = false;
    m_handedOutAt = m_clock.now();
    ended(m_grant.token);
}

} // namespace slipway::github
