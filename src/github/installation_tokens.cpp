// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/installation_tokens.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/private_files.h"
#include "base/text.h"
#include "github/answers.h"
#include "github/app_jwt.h"
#include "github/plain_request.h"

namespace slipway::github {

namespace {

constexpr std::array pauses{Millis(1'000), Millis(2'000), Millis(3'000)};

} // namespace

InstallationTokens::InstallationTokens(http::Http& http, Clock& clock, Host host, AppAccess access)
    : RenewedToken(clock)
    , m_http(http)
    , m_host(std::move(host))
    , m_access(std::move(access))
{ }

Secret InstallationTokens::present(Millis least) const
{
    return !m_token.isEmpty() && m_expiresAt - githubNow() > least ? m_token : Secret();
}

void InstallationTokens::worked(const Secret& token)
{
    if (token.reveal() == m_token.reveal())
        m_parking.clear();
}

void InstallationTokens::refused(const Secret& token, const Error& error)
{
    if (m_token.isEmpty() || token.reveal() != m_token.reveal())
        return; // an older one; it has been replaced
    m_token = {};
    if (m_clock.now() - m_handedOutAt < m_clock.scaled(youngToken))
        m_parking.park(error);
}

void InstallationTokens::renew()
{
    m_clockCorrected = false;
    send(m_installation.isEmpty() ? Step::FindInstallation : Step::Mint);
}

void InstallationTokens::send(Step step)
{
    const auto key = readPrivateFile(m_access.keyFile);
    if (!key) {
        finish(key.error());
        return;
    }
    auto bearer = signedAppToken(Secret(*key), m_access.app, githubNow());
    if (!bearer) {
        finish(bearer.error());
        return;
    }
    auto request = step == Step::FindInstallation
        ? plainRequest("GET", below(m_host.rest, {u"orgs"_s, m_access.organisation, u"installation"_s}))
        : plainRequest("POST", below(m_host.rest, {u"app"_s, u"installations"_s, m_installation, u"access_tokens"_s}),
            Json::object());
    request.bearer = std::move(*bearer);
    auto future = step == Step::Mint ? m_http.effect(std::move(request)) : m_http.read(std::move(request));
    whenDone(future, this, [this, step](const http::Exchange& exchange) { take(step, exchange); });
}

void InstallationTokens::take(Step step, const http::Exchange& exchange)
{
    const auto* response = std::get_if<http::Response>(&exchange);
    if (response && response->status == 401 && !m_clockCorrected) {
        // "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued" and its
        // like: GitHub's own clock says what it would have taken.
        if (const auto ahead = aheadBy(*response, m_clock.now())) {
            m_clockCorrected = true;
            m_ahead = *ahead;
            qCInfo(logGitHub) << "the clocks differ by" << ahead->count() << "ms";
            send(step);
            return;
        }
    }
    if (step == Step::FindInstallation) {
        const auto json = response && response->status == 200 ? parseJson(response->body) : Result<Json>(Json());
        const auto id = json ? integerAt(*json, "id") : 0;
        if (id <= 0) {
            finish(trouble(exchange, "It is not installed in that organisation, or the organisation does not exist"));
            return;
        }
        m_installation = QString::number(id);
        send(Step::Mint);
        return;
    }
    const auto json = response && response->status == 201 ? parseJson(response->body) : Result<Json>(Json());
    const auto token = json ? textAt(*json, "token") : QString();
    const auto expiresAt = json ? Timestamp::fromIso(textAt(*json, "expires_at")) : std::nullopt;
    if (token.isEmpty() || !expiresAt) {
        if (response && response->status == 404)
            m_installation.clear(); // it was removed, and perhaps made again under another number
        finish(trouble(exchange, "GitHub gives no token to its installation"));
        return;
    }
    m_minted = Secret(token.toUtf8());
    m_mintedExpiresAt = *expiresAt;
    if (const Json& permissions = memberAt(*json, "permissions"); permissions.is_object())
        m_permissions = permissions;
    tryOut(0);
}

void InstallationTokens::tryOut(int attempt)
{
    auto url = below(m_host.rest, {u"installation"_s, u"repositories"_s});
    url.setQuery(u"per_page=1"_s);
    auto request = plainRequest("GET", url);
    request.bearer = m_minted;
    whenDone(m_http.read(std::move(request)), this, [this, attempt](const http::Exchange& exchange) {
        const auto* response = std::get_if<http::Response>(&exchange);
        if (!response || response->status != 401) {
            finish({}); // what else may be wrong is told by the request that follows
            return;
        }
        if (size_t(attempt) >= pauses.size()) {
            finish(trouble(exchange, "GitHub does not accept the token that it has just given"));
            return;
        }
        m_pause =
            m_clock.after(m_clock.scaled(pauses[size_t(attempt)]), this, [this, attempt] { tryOut(attempt + 1); });
    });
}

void InstallationTokens::finish(const Result<void>& result)
{
    if (!result) {
        qCWarning(logGitHub).noquote() << "no installation token" << result.error().code;
        if (result.error().code == errc::githubAppRefused)
            m_parking.park(result.error());
        return ended(result.error());
    }
    m_token = std::exchange(m_minted, {});
    m_expiresAt = m_mintedExpiresAt;
    m_handedOutAt = m_clock.now();
    qCInfo(logGitHub).noquote() << "new installation token until" << m_expiresAt.toIso();
    ended(m_token);
}

Error InstallationTokens::trouble(const http::Exchange& exchange, const char* reason) const
{
    if (const auto* failure = std::get_if<http::Failure>(&exchange))
        return failure->error;
    const auto& response = std::get<http::Response>(exchange);
    auto error = verdictOf(response, m_host.rest, Json::object()).error;
    if (response.status >= 500 || isLimited(response))
        return error;
    error.code = errc::githubAppRefused;
    error.args = Json{{"app", m_access.app.toStdString()}};
    if (response.status == 404 || response.status < 400)
        error.args["reason"] = reason;
    else
        error.args["text"] = memberAt(error.details, "text");
    return error;
}

} // namespace slipway::github
