// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/device_flow.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "github/answers.h"
#include "github/plain_request.h"

namespace slipway::github {

namespace {

constexpr Millis leastInterval{5'000}; //!< also what slow_down adds

//! OAuth's addresses speak the API's language only when asked to; errors come with status 200.
http::Request oauthRequest(const QUrl& url, const Json& body)
{
    auto request = plainRequest("POST", url, body);
    request.headers[0].value = "application/json";
    return request;
}

//! The object of an answer, whatever its status.
std::optional<Json> objectOf(const http::Exchange& exchange)
{
    const auto* response = std::get_if<http::Response>(&exchange);
    auto json = response ? parseJson(response->body) : Result<Json>(Json());
    return json && json->is_object() ? std::optional(std::move(*json)) : std::nullopt;
}

} // namespace

DeviceFlow::DeviceFlow(http::Http& http, Clock& clock, Host host, QString clientId, QStringList scopes)
    : m_http(http)
    , m_clock(clock)
    , m_host(std::move(host))
    , m_clientId(std::move(clientId))
    , m_scopes(std::move(scopes))
{ }

void DeviceFlow::start(
    std::function<void(const DeviceCode&)> shown, std::function<void(const Result<OAuthGrant>&)> ended)
{
    m_shown = std::move(shown);
    m_ended = std::move(ended);
    const Json body{{"client_id", m_clientId.toStdString()}, {"scope", m_scopes.join(u' ').toStdString()}};
    whenDone(m_http.effect(oauthRequest(m_host.deviceCode, body)), this,
        [this](const http::Exchange& exchange) { takeCode(exchange); });
}

void DeviceFlow::takeCode(const http::Exchange& exchange)
{
    if (const auto* failure = std::get_if<http::Failure>(&exchange)) {
        end(failure->error);
        return;
    }
    const auto& response = std::get<http::Response>(exchange);
    const auto answer = objectOf(exchange);
    if (response.status == 404 || (answer && answer->contains("error"))) {
        end(refusal(response.status == 404 ? Json{{"error", "incorrect_client_credentials"}} : *answer));
        return;
    }
    const DeviceCode code{.code = answer ? textAt(*answer, "user_code") : QString(),
        .page = QUrl(answer ? textAt(*answer, "verification_uri") : QString(), QUrl::StrictMode),
        .expiresAt = m_clock.now() + (answer ? secondsAt(*answer, "expires_in", 900) : Millis(0))};
    m_deviceCode = Secret(answer ? textAt(*answer, "device_code").toUtf8() : QByteArray());
    if (response.status != 200 || code.code.isEmpty() || m_deviceCode.isEmpty()) {
        end(response.status == 200 ? unreadable(response, m_host.deviceCode)
                                   : verdictOf(response, m_host.deviceCode, Json::object()).error);
        return;
    }
    if (!isPageOf(m_host, code.page)) {
        end(Error{
            .code = errc::githubSignIn, .args = {{"host", m_host.web.host().toStdString()}, {"reason", "address"}}});
        return;
    }
    m_interval = std::max(leastInterval, secondsAt(*answer, "interval", 5));
    m_expiresAt = code.expiresAt;
    wait();
    m_shown(code);
}

void DeviceFlow::wait()
{
    m_next = m_clock.after(m_clock.scaled(m_interval), this, [this] { poll(); });
}

void DeviceFlow::poll()
{
    if (m_clock.now() >= m_expiresAt) {
        end(refusal(Json{{"error", "expired_token"}}));
        return;
    }
    const Json body{{"client_id", m_clientId.toStdString()}, {"device_code", m_deviceCode.reveal().toStdString()},
        {"grant_type", "urn:ietf:params:oauth:grant-type:device_code"}};
    whenDone(m_http.effect(oauthRequest(m_host.accessToken, body)), this,
        [this](const http::Exchange& exchange) { takeAnswer(exchange); });
}

void DeviceFlow::takeAnswer(const http::Exchange& exchange)
{
    const auto answer = objectOf(exchange);
    const auto error = answer ? textAt(*answer, "error") : QString();
    if (!answer || error == "authorization_pending"_L1) {
        wait(); // a lost answer, too: the code stays good, and asking again is what it is for
        return;
    }
    if (error == "slow_down"_L1) {
        m_interval = std::max(m_interval + leastInterval, secondsAt(*answer, "interval"));
        wait();
        return;
    }
    if (!error.isEmpty()) {
        end(refusal(*answer));
        return;
    }
    if (auto grant = grantFrom(*answer, m_clientId, m_clock.now())) {
        end(std::move(*grant));
        return;
    }
    const auto& response = std::get<http::Response>(exchange);
    end(response.status == 200 ? unreadable(response, m_host.accessToken)
                               : verdictOf(response, m_host.accessToken, Json::object()).error);
}

Error DeviceFlow::refusal(const Json& answer) const
{
    static const QHash<QString, QString> reasons{
        {u"access_denied"_s, u"denied"_s},
        {u"expired_token"_s, u"expired"_s},
        {u"token_expired"_s, u"expired"_s},
        {u"incorrect_device_code"_s, u"expired"_s},
        {u"device_flow_disabled"_s, u"disabled"_s},
        {u"incorrect_client_credentials"_s, u"client"_s},
        {u"unauthorized_client"_s, u"client"_s},
    };
    const auto word = textAt(answer, "error");
    Error error{.code = errc::githubSignIn, .args = {{"host", m_host.web.host().toStdString()}}};
    if (const auto found = reasons.constFind(word); found != reasons.constEnd())
        error.args["reason"] = found->toStdString();
    error.details["text"] = textAt(answer, "error_description", word).left(500).toStdString();
    return error;
}

void DeviceFlow::end(const Result<OAuthGrant>& result)
{
    m_next.cancel();
    if (const auto ended = std::exchange(m_ended, nullptr))
        ended(result);
}

} // namespace slipway::github
