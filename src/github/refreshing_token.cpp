// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/refreshing_token.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "github/answers.h"
#include "github/plain_request.h"

#include <QPointer>

namespace slipway::github {

RefreshingToken::RefreshingToken(
    http::Http& http, Clock& clock, Host host, OAuthGrant grant, std::shared_ptr<GrantKeeper> keeper)
    : m_http(http)
    , m_clock(clock)
    , m_host(std::move(host))
    , m_grant(std::move(grant))
    , m_keeper(std::move(keeper))
    , m_parking(clock)
{ }

bool RefreshingToken::isGood(const OAuthGrant& grant, Millis least) const
{
    return !grant.token.isEmpty() && (!grant.expiresAt || *grant.expiresAt - m_clock.now() > least);
}

void RefreshingToken::ask(Done done)
{
    if (!m_refused && isGood(m_grant, m_clock.scaled(lastUseOfToken))) {
        if (!isGood(m_grant, m_clock.scaled(renewTokenBefore)) && !m_parking.error())
            renew();
        done(m_grant.token);
        return;
    }
    if (const auto* error = m_parking.error()) {
        done(*error);
        return;
    }
    m_waiting.append(std::move(done));
    renew();
}

void RefreshingToken::refused(const Secret& token, const Error& error)
{
    if (token.reveal() != m_grant.token.reveal())
        return;
    m_refused = true;
    if (m_grant.refreshToken.isEmpty())
        m_parking.park(error);
}

void RefreshingToken::worked(const Secret&)
{
    // In its last minutes it still works while its renewal may have been refused, which stays so.
    if (isGood(m_grant, m_clock.scaled(renewTokenBefore)))
        m_parking.clear();
}

void RefreshingToken::renew()
{
    if (std::exchange(m_renewing, true))
        return;
    m_keeper->load(this, [this](const Result<OAuthGrant>& kept) {
        if (kept && kept->token.reveal() != m_grant.token.reveal() && isGood(*kept, m_clock.scaled(renewTokenBefore)))
            ended(*kept);
        else if (m_grant.refreshToken.isEmpty())
            ended(Error{.code = errc::githubBadCredentials});
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
        ended(failure->error);
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
        ended(response.status == 200 ? unreadable(response, m_host.accessToken)
                                     : verdictOf(response, m_host.accessToken, Json::object()).error);
        return;
    }
    m_keeper->keep(*grant, this, [this, grant = *grant](const Result<void>& kept) {
        if (!kept)
            qCWarning(logGitHub).noquote()
                << "the renewed token could not be kept, so the next start has to sign in again" << kept.error().code;
        ended(grant);
    });
}

void RefreshingToken::lookAgain(const Error& otherwise)
{
    m_keeper->load(this, [this, otherwise](const Result<OAuthGrant>& kept) {
        if (kept && kept->refreshToken.reveal() != m_grant.refreshToken.reveal()
            && isGood(*kept, m_clock.scaled(lastUseOfToken)))
            ended(*kept);
        else
            ended(otherwise);
    });
}

void RefreshingToken::ended(const Result<OAuthGrant>& result)
{
    m_renewing = false;
    if (result) {
        m_grant = *result;
        m_refused = false;
        m_parking.clear();
    } else if (result.error().code == errc::githubSignInEnded || result.error().code == errc::githubBadCredentials) {
        m_parking.park(result.error());
    }
    const QPointer guard(this);
    const auto waiting = std::exchange(m_waiting, {});
    const auto answer = result ? Result<Secret>(m_grant.token) : Result<Secret>(result.error());
    for (const auto& done : waiting) {
        if (!guard)
            return;
        done(answer);
    }
}

} // namespace slipway::github
