// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/signin/sign_in.h"

#include "base/text.h"
#include "sandbox/pages/html.h"
#include "sandbox/rest/rest_errors.h"
#include "sandbox/rest/shapes.h"
#include "sandbox/signin/jwt.h"

#include <QRandomGenerator>

namespace slipway::sandbox {

namespace {

constexpr qint64 installation = 4711;
constexpr double codeSeconds = 900, personSeconds = 8 * 3600, installationSeconds = 3600;
//! Until then not all of GitHub's servers know a new installation token.
constexpr double unknownSeconds = 2;

//! OAuth's errors come with status 200.
HttpAnswer oauthError(const char* code, const char* text, Json more = Json::object())
{
    Json body{{"error", code}, {"error_description", text}, {"error_uri", "https://docs.github.com/developers/apps"}};
    body.update(more);
    return HttpAnswer::json(200, body);
}

Json bodyOf(const HttpRequest& request)
{
    if (const auto json = parseJson(request.body); json && json->is_object())
        return *json;
    Json body = Json::object();
    for (const auto& [name, value] : parseForm(request.body))
        body[name.toStdString()] = value.toStdString();
    return body;
}

bool isClient(const QString& id) { return id.startsWith(u"Iv"_s) || id.startsWith(u"Ov"_s); }

} // namespace

SignIn::SignIn(World& world, QByteArray appKey, Recorder& recorder)
    : m_world(world)
    , m_recorder(recorder)
    , m_appKey(std::move(appKey))
{ }

bool SignIn::isSignInPath(const QStringList& segments) { return segments.value(0) == u"login"; }

QByteArray SignIn::randomText(const QByteArray& prefix, int length)
{
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray text = prefix;
    for (int i = 0; i < length; ++i)
        text += letters[QRandomGenerator::system()->bounded(int(sizeof letters) - 1)];
    return text;
}

QByteArray SignIn::secret(const QByteArray& prefix, int length)
{
    const QByteArray made = randomText(prefix, length);
    m_recorder.addSecret(made);
    return made;
}

HttpAnswer SignIn::handle(const HttpRequest& request, const QStringList& segments)
{
    if (segments == QStringList{u"login"_s, u"device"_s})
        return page(request);
    if (request.method != "POST")
        return restNotFound();
    const Json body = bodyOf(request);
    if (segments == QStringList{u"login"_s, u"device"_s, u"code"_s})
        return deviceCode(body);
    if (segments == QStringList{u"login"_s, u"oauth"_s, u"access_token"_s})
        return accessToken(body);
    return restNotFound();
}

HttpAnswer SignIn::deviceCode(const Json& body)
{
    const QString client = textAt(body, "client_id");
    if (!isClient(client))
        return HttpAnswer::json(404, Json::object({{"error", "Not Found"}}));
    if (client.endsWith(u"-off"_s))
        return HttpAnswer::json(400,
            Json::object({{"error", "device_flow_disabled"},
                {"error_description", "Device Flow must be explicitly enabled for this App"}}));
    Device device{.clientId = client,
        .userCode = QString::fromLatin1(randomText({}, 4).toUpper() + '-' + randomText({}, 4).toUpper()),
        .expiresAt = m_world.now() + m_world.span(codeSeconds),
        .lastAsked = m_world.now()};
    const QByteArray code = secret({}, 40);
    m_devices.insert(code, device);
    return HttpAnswer::json(200,
        Json::object({{"device_code", code.toStdString()}, {"user_code", device.userCode.toStdString()},
            {"verification_uri", toJson(m_world.baseUrl() + u"/login/device"_s)}, {"expires_in", int(codeSeconds)},
            {"interval", 5}}));
}

HttpAnswer SignIn::accessToken(const Json& body)
{
    const QString client = textAt(body, "client_id"), type = textAt(body, "grant_type");
    if (type == u"refresh_token") {
        const QByteArray refresh = textAt(body, "refresh_token").toUtf8();
        if (!m_refreshTokens.contains(refresh) || m_refreshTokens.value(refresh) != client)
            return oauthError("bad_refresh_token", "The refresh token passed is incorrect or expired.");
        m_refreshTokens.remove(refresh);
        return grant(client);
    }
    if (type != u"urn:ietf:params:oauth:grant-type:device_code")
        return oauthError("unsupported_grant_type", "The grant type is not supported.");
    const auto found = m_devices.find(textAt(body, "device_code").toUtf8());
    if (found == m_devices.end())
        return oauthError("incorrect_device_code", "The device_code provided is not valid.");
    if (found->clientId != client)
        return oauthError("incorrect_client_credentials", "The client_id passed is incorrect.");
    if (m_world.now() >= found->expiresAt) {
        m_devices.erase(found);
        return oauthError("expired_token", "This 'device_code' has expired.");
    }
    // A little early is forgiven, as clocks and networks are not exact.
    const bool tooSoon = m_world.now() - found->lastAsked < m_world.span(found->interval * 0.8);
    found->lastAsked = m_world.now();
    if (tooSoon) {
        found->interval += 5;
        return oauthError("slow_down", "Too many requests have been made in the same timeframe.",
            Json::object({{"interval", int(found->interval)}}));
    }
    if (found->state == Device::State::Pending)
        return oauthError("authorization_pending", "The authorization request is still pending.");
    const bool approved = found->state == Device::State::Approved;
    m_devices.erase(found);
    return approved ? grant(client) : oauthError("access_denied", "The authorization request was denied.");
}

HttpAnswer SignIn::grant(const QString& clientId)
{
    // An OAuth app's token stays; a GitHub App's ends and is renewed.
    const bool renewed = clientId.startsWith(u"Iv"_s);
    const QByteArray token = secret(renewed ? "ghu_" : "gho_", 36);
    const Millis life = m_world.span(personSeconds);
    m_issued.insert(token, {Who::Person, m_world.now(), renewed ? m_world.now() + life : Timestamp{INT64_MAX / 2}});
    Json body{{"access_token", token.toStdString()}, {"token_type", "bearer"},
        {"scope", renewed ? "" : "read:org,repo,workflow"}};
    if (renewed) {
        const QByteArray refresh = secret("ghr_", 76);
        m_refreshTokens.insert(refresh, clientId);
        body["expires_in"] = std::max<qint64>(1, life.count() / 1000);
        body["refresh_token"] = refresh.toStdString();
        body["refresh_token_expires_in"] = 15'897'600;
    }
    return HttpAnswer::json(200, body);
}

HttpAnswer SignIn::page(const HttpRequest& request)
{
    QString note;
    if (request.method == "POST") {
        const Json form = bodyOf(request);
        const auto code = textAt(form, "user_code").trimmed().toUpper();
        note = u"That code is not known."_s;
        for (auto& device : m_devices) {
            if (device.userCode != code)
                continue;
            const bool approved = textAt(form, "do") == u"approve";
            device.state = approved ? Device::State::Approved : Device::State::Denied;
            note = approved ? u"Signed in. You can go back to Slipway."_s : u"Declined."_s;
        }
    }
    return htmlPage(200, u"Sign in with a code"_s,
        u"<p>%1</p><form method=\"post\" action=\"/login/device\"><input name=\"user_code\" placeholder=\"ABCD-1234\" "
        "autofocus> <button name=\"do\" value=\"approve\">Authorize</button> <button name=\"do\" "
        "value=\"deny\">Cancel</button></form>"_s.arg(note.toHtmlEscaped()));
}

std::optional<HttpAnswer> SignIn::answerApp(
    const HttpRequest& request, const QStringList& segments, const QByteArray& token)
{
    const bool asApp =
        segments.value(0) == u"app" || (segments.value(0) == u"orgs" && segments.value(2) == u"installation");
    const bool asInstallation = segments == QStringList{u"installation"_s, u"repositories"_s};
    if (m_appKey.isEmpty() || (!asApp && !asInstallation))
        return std::nullopt;
    if (asInstallation) {
        if (ownerOf(token) != Who::Installation)
            return restError(ownerOf(token) == Who::Nobody ? 401 : 403,
                ownerOf(token) == Who::Nobody ? u"Bad credentials"_s
                                              : u"You must authenticate with an installation access token in order to "
                                                "list repositories for an installation."_s);
        Json list = Json::array();
        const auto repositories = m_world.repositories();
        if (!repositories.empty())
            list.push_back(restRepository(m_world, *repositories.front(), RepositoryShape::Listed));
        return HttpAnswer::json(200,
            Json::object({{"total_count", repositories.size()}, {"repository_selection", "all"},
                {"repositories", std::move(list)}}));
    }
    if (const auto problem = jwtProblem(token, m_appKey, QString::fromLatin1(appId), m_world.now()); !problem.isEmpty())
        return restError(401, problem);
    const Json permissions{{"actions", "write"}, {"administration", "read"}, {"checks", "read"}, {"contents", "write"},
        {"members", "read"}, {"metadata", "read"}, {"pull_requests", "write"}, {"statuses", "read"},
        {"workflows", "write"}};
    if (request.method == "GET" && segments == QStringList{u"app"_s})
        return HttpAnswer::json(200,
            Json::object(
                {{"id", 123456}, {"client_id", appId}, {"slug", "slipway-launcher"}, {"node_id", "A_kwSandbox"},
                    {"name", "Slipway launcher"}, {"owner", restUser(m_world, m_world.organisation())},
                    {"description", nullptr}, {"external_url", toJson(m_world.baseUrl())},
                    {"html_url", toJson(m_world.baseUrl() + u"/apps/slipway-launcher"_s)},
                    {"created_at", "2025-01-05T09:15:00Z"}, {"updated_at", "2025-01-05T09:15:00Z"},
                    {"permissions", permissions}, {"events", Json::array()}}));
    if (request.method == "GET" && segments.value(0) == u"orgs") {
        if (segments.value(1).compare(m_world.organisation(), Qt::CaseInsensitive) != 0 || segments.size() != 3)
            return restNotFound();
        const QString api = m_world.apiUrl() + u"/app/installations/"_s + QString::number(installation);
        return HttpAnswer::json(200,
            Json::object({{"id", installation}, {"account", restUser(m_world, m_world.organisation())},
                {"repository_selection", "all"}, {"access_tokens_url", toJson(api + u"/access_tokens"_s)},
                {"repositories_url", toJson(m_world.apiUrl() + u"/installation/repositories"_s)},
                {"html_url",
                    toJson(u"%1/organizations/%2/settings/installations/%3"_s.arg(
                        m_world.baseUrl(), m_world.organisation(), QString::number(installation)))},
                {"app_id", 123456}, {"client_id", appId}, {"target_id", m_world.organisationUser().id},
                {"target_type", "Organization"}, {"permissions", permissions}, {"events", Json::array()},
                {"created_at", "2025-01-05T09:15:00Z"}, {"updated_at", "2025-01-05T09:15:00Z"},
                {"single_file_name", nullptr}, {"app_slug", "slipway-launcher"}, {"suspended_at", nullptr},
                {"suspended_by", nullptr}}));
    }
    const QStringList minting{u"app"_s, u"installations"_s, QString::number(installation), u"access_tokens"_s};
    if (request.method != "POST" || segments != minting)
        return restNotFound();
    // As they are since 2026: long, with dots and dashes, and of varying length.
    const QByteArray fresh = "ghs_123456_" + randomText({}, 120) + '.' + randomText({}, 200) + '-'
        + randomText({}, 40 + QRandomGenerator::system()->bounded(40)) + '.' + randomText({}, 86);
    m_recorder.addSecret(fresh);
    const Timestamp ends = m_world.now() + m_world.span(installationSeconds);
    m_issued.insert(fresh, {Who::Installation, m_world.now() + m_world.span(unknownSeconds), ends});
    return HttpAnswer::json(201,
        Json::object({{"token", fresh.toStdString()}, {"expires_at", ends.toIso().toStdString()},
            {"permissions", permissions}, {"repository_selection", "all"}}));
}

SignIn::Who SignIn::ownerOf(const QByteArray& token) const
{
    const auto found = m_issued.constFind(token);
    if (found == m_issued.constEnd() || m_world.now() < found->goodFrom || m_world.now() >= found->goodUntil)
        return Who::Nobody;
    return found->who;
}

} // namespace slipway::sandbox
