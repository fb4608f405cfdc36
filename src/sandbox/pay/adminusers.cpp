// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pay/adminusers.h"

#include "base/text.h"

#include <QRegularExpression>

namespace slipway::sandbox::pay {

namespace {

constexpr int kLongestName = 50;
constexpr int kLongestSearch = 60;

HttpAnswer notFound() { return {404, {}, {}}; }
HttpAnswer wrongMethod() { return {405, {}, {}}; }

} // namespace

HttpAnswer Adminusers::answer(int status, const PayService& service) const
{
    return HttpAnswer::json(status, serviceJson(service, m_baseUrl()));
}

HttpAnswer Adminusers::handle(const HttpRequest& request, const QStringList& path)
{
    if (path == QStringList{u"healthcheck"_s})
        return HttpAnswer::json(200, Json::object({{"ping", Json::object({{"healthy", true}})}}));
    Json body;
    if (!request.body.isEmpty()) {
        auto parsed = parseJson(request.body);
        if (!parsed)
            return adminusersError(500, u"There was an error processing your request."_s);
        body = std::move(*parsed);
    }
    if (path.size() < 3 || path[1] != u"api")
        return notFound();
    const QString resource = path[2];
    if (resource == u"services" || resource == u"toolbox")
        return services(request, path.mid(resource == u"services" ? 3 : 2), body);
    if (resource == u"users")
        return users(request, path.mid(3), body);
    if (resource == u"invites")
        return path[0] == u"v2" && request.method == "POST" && path.mid(3) == QStringList{u"otp"_s, u"validate"_s}
            ? validateCode(body)
            : invites(request, path.mid(3), body);
    return notFound();
}

HttpAnswer Adminusers::services(const HttpRequest& request, const QStringList& path, const Json& body)
{
    const QByteArray& method = request.method;
    if (path.isEmpty()) {
        if (method == "POST")
            return createService(body);
        if (method != "GET")
            return wrongMethod();
        const auto account = request.queryValue(u"gatewayAccountId"_s);
        if (!account || account->isEmpty())
            return adminusersError(400, u"Find services currently support only by gatewayAccountId"_s);
        const auto* service = m_world.serviceOf(*account);
        return service ? answer(200, *service) : notFound();
    }
    // toolbox/services/{S}/users/{U} and {S}/users/{U}
    const bool toolbox = path.value(0) == u"toolbox";
    if (const QStringList rest = toolbox ? path.mid(2) : path; rest.size() == 3 && rest[1] == u"users")
        return method == "DELETE" ? removeUser(request, rest[0], rest[2], toolbox) : wrongMethod();
    if (toolbox || path.size() != 1)
        return notFound();
    if (path[0] == u"list" && method == "GET") {
        Json all = Json::array();
        for (const auto& service : m_world.services())
            all.push_back(serviceJson(service, m_baseUrl()));
        return HttpAnswer::json(200, all);
    }
    if (path[0] == u"search" && method == "POST")
        return searchServices(body);
    const auto* service = m_world.service(path[0]);
    if (!service)
        return notFound();
    if (method == "GET")
        return answer(200, *service);
    return method == "PATCH" ? patchService(path[0], body) : wrongMethod();
}

HttpAnswer Adminusers::createService(const Json& body)
{
    Json name{{"en", "System Generated"}};
    if (const Json& given = memberAt(body, "service_name"); given.is_object()) {
        for (const auto& [language, value] : given.items()) {
            if (language != "en" && language != "cy")
                return adminusersError(400, u"Unsupported language code: [%1]"_s.arg(toQString(language)));
            name[language] = value;
        }
    }
    const Json& ids = memberAt(body, "gateway_account_ids");
    const Json given = ids.is_array() ? ids : Json::array();
    if (const auto refused = refuseUsedAccounts(given))
        return *refused;
    const auto* made = m_world.addService(m_world.newExternalId(), std::move(name), given);
    return made ? answer(201, *made) : adminusersError(500, u"There was an error processing your request."_s);
}

//! adminusers asks its database with the ids joined to one text, so with two or more ids this never finds anything, and
//! the database's own constraint fails afterwards.
std::optional<HttpAnswer> Adminusers::refuseUsedAccounts(const Json& ids) const
{
    QStringList texts;
    for (const Json& id : ids)
        texts.append(id.is_string() ? toQString(id.get<std::string>()) : u"null"_s);
    if (texts.isEmpty() || !m_world.serviceOf(texts.join(u","_s)))
        return std::nullopt;
    return adminusersError(409,
        u"One or more of the following gateway account ids has already assigned to another service: [%1]"_s.arg(
            texts.join(u", "_s)));
}

HttpAnswer Adminusers::searchServices(const Json& body) const
{
    static const QRegularExpression allowed(u"\\A[0-9A-Za-z'\\-\\s]*\\z"_s);
    const QString wanted = textAt(body, "service_name");
    if (wanted.size() > kLongestSearch || !allowed.match(wanted).hasMatch())
        return adminusersError(
            400, u"Search strings can only contain letters, numbers, spaces, apostrophes and hyphens"_s);
    Json found = Json::array();
    const QStringList words = wanted.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const auto& service : m_world.services()) {
        const QStringList has = textAt(service.name, "en").simplified().split(u' ');
        const bool all = !words.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QString& word) {
            return has.contains(word, Qt::CaseInsensitive);
        });
        if (all)
            found.push_back(serviceJson(service, m_baseUrl()));
    }
    return HttpAnswer::json(
        200, Json::object({{"name_results", std::move(found)}, {"merchant_results", Json::array()}}));
}

HttpAnswer Adminusers::patchService(const QString& service, const Json& body)
{
    Json operations = body;
    if (!body.is_array())
        operations = Json::array({body});
    for (const Json& operation : operations) {
        if (auto refused = applyToService(service, operation))
            return *refused;
    }
    return answer(200, *m_world.service(service));
}

std::optional<HttpAnswer> Adminusers::applyToService(const QString& service, const Json& operation)
{
    const QString op = textAt(operation, "op"), path = textAt(operation, "path");
    const Json& value = memberAt(operation, "value");
    for (const char* field : {"op", "path", "value"}) {
        if (memberAt(operation, field).is_null())
            return adminusersError(400, u"Field [%1] is required"_s.arg(QLatin1StringView(field)));
    }
    const bool adds = path == u"gateway_account_ids", names = path == u"service_name/en" || path == u"service_name/cy";
    if (!adds && !names && path != u"archived")
        return adminusersError(400, u"Path [%1] is invalid"_s.arg(path));
    if (op != (adds ? u"add" : u"replace"))
        return adminusersError(400, u"Operation [%1] is invalid for path [%2]"_s.arg(op, path));
    if (adds) {
        if (!value.is_array())
            return adminusersError(400, u"Field [value] must be an array"_s);
        Json ids = Json::array();
        for (const Json& id : value)
            ids.push_back(id.is_string() ? id : Json(nullptr)); // what is no text reads as null, and is stored
        if (auto refused = refuseUsedAccounts(ids))
            return refused;
        if (!m_world.link(service, ids))
            return adminusersError(500, u"There was an error processing your request."_s);
        return std::nullopt;
    }
    if (names) {
        if (!value.is_string())
            return adminusersError(400, u"Field [value] must be a string"_s);
        const QString name = toQString(value.get<std::string>());
        if (name.size() > kLongestName)
            return adminusersError(400, u"Field [value] must have a maximum length of 50 characters"_s);
        m_world.rename(service, path.endsWith(u"en"_s) ? "en" : "cy", name);
        return std::nullopt;
    }
    if (!value.is_boolean())
        return adminusersError(400, u"Field [value] must be a boolean"_s);
    m_world.archive(service, value.get<bool>());
    return std::nullopt;
}

HttpAnswer Adminusers::removeUser(const HttpRequest& request, const QString& service, const QString& user, bool toolbox)
{
    const auto* removed = m_world.user(user);
    if (!removed || !m_world.service(service))
        return notFound();
    if (!toolbox) {
        const QString by = QString::fromUtf8(request.header("GovUkPay-User-Context"));
        if (by.trimmed().isEmpty())
            return {403, {}, {}};
        const auto* remover = m_world.user(by);
        const bool isAdmin = remover
            && std::any_of(remover->roles.begin(), remover->roles.end(),
                [&](const PayUser::Role& role) { return role.service == service && role.name == u"admin"; });
        if (by == user || !isAdmin)
            return adminusersError(409, u"User [%1] cannot be removed by [%2]"_s.arg(user, by));
    }
    m_world.removeRole(user, service);
    return {204, {}, {}};
}

} // namespace slipway::sandbox::pay
