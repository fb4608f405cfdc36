// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pay/connector.h"

#include "base/text.h"

namespace slipway::sandbox::pay {

namespace {

const QStringList accountsPath{u"v1"_s, u"api"_s, u"accounts"_s};

Json bodyOf(const HttpRequest& request)
{
    auto parsed = parseJson(request.body);
    return parsed ? std::move(*parsed) : Json();
}

PayAccount accountFrom(const Json& body)
{
    return {.serviceId = textAt(body, "service_id"),
        .type = textAt(body, "type", u"test"_s),
        .provider = textAt(body, "payment_provider", u"sandbox"_s),
        .serviceName = textAt(body, "service_name"),
        .description = textAt(body, "description")};
}

} // namespace

bool Connector::isCreation(const HttpRequest& request, const QStringList& path) const
{
    return request.method == "POST" && path == accountsPath;
}

Json Connector::accountJson(const PayAccount& account) const
{
    return Json::object({{"gateway_account_id", account.id}, {"external_id", toJson(account.externalId)},
        {"service_id", toJson(account.serviceId)}, {"type", toJson(account.type)},
        {"payment_provider", toJson(account.provider)}, {"service_name", toJson(account.serviceName)},
        {"description", toJson(account.description)}, {"disabled", account.disabled}, {"requires_3ds", false}});
}

HttpAnswer Connector::handle(const HttpRequest& request, const QStringList& path)
{
    if (path == QStringList{u"healthcheck"_s})
        return HttpAnswer::json(200, Json::object({{"ping", Json::object({{"healthy", true}})}}));
    if (path == accountsPath)
        return request.method == "GET" ? find(request) : HttpAnswer{405, {}, {}};
    if (path.size() == 4 && path.mid(0, 3) == accountsPath) {
        const auto* account = m_world.account(path[3]);
        if (!account)
            return connectorError(404, u"The gateway account id '%1' does not exist"_s.arg(path[3]));
        if (request.method == "GET")
            return HttpAnswer::json(200, accountJson(*account));
        return request.method == "PATCH" ? patch(*account, bodyOf(request)) : HttpAnswer{405, {}, {}};
    }
    // v1/api/service/{serviceId}/account/{type}
    if (request.method == "GET" && path.size() == 6 && path[2] == u"service" && path[4] == u"account") {
        const auto& all = m_world.accounts();
        for (auto each = all.rbegin(); each != all.rend(); ++each) {
            if (each->serviceId == path[3] && each->type == path[5] && !each->disabled)
                return HttpAnswer::json(200, accountJson(*each));
        }
        return connectorError(404, u"Gateway account not found for service external id [%1]"_s.arg(path[3]));
    }
    return {404, {}, {}};
}

HttpAnswer Connector::find(const HttpRequest& request) const
{
    const auto wanted = [&](const char* name) { return request.queryValue(QString::fromLatin1(name)); };
    const QStringList services = wanted("serviceIds").value_or(QString()).split(u',', Qt::SkipEmptyParts);
    Json found = Json::array();
    for (const auto& account : m_world.accounts()) {
        const bool fits = (!wanted("serviceIds") || services.contains(account.serviceId))
            && wanted("type").value_or(account.type) == account.type
            && wanted("payment_provider").value_or(account.provider) == account.provider;
        if (fits)
            found.push_back(accountJson(account));
    }
    return HttpAnswer::json(200, Json::object({{"accounts", std::move(found)}}));
}

std::optional<HttpAnswer> Connector::refuseCreation(const HttpRequest& request) const
{
    const Json body = bodyOf(request);
    if (!body.is_object())
        return connectorError(400, u"Unable to process JSON"_s);
    const PayAccount asked = accountFrom(body);
    if (asked.serviceId.trimmed().isEmpty())
        return connectorError(422, u"Field [service_id] cannot be blank or missing"_s);
    if (asked.type != u"test" && asked.type != u"live")
        return connectorError(422, u"Unsupported payment account type, should be one of (test, live)"_s);
    if (!QStringList{u"sandbox"_s, u"stripe"_s, u"worldpay"_s, u"adyen"_s}.contains(asked.provider))
        return connectorError(422, u"Unsupported payment provider value."_s);
    const bool onlyOne = request.queryValue(u"degatewayification"_s) == u"true"_s || asked.type == u"live"
        || asked.provider == u"stripe" || asked.provider == u"adyen";
    const auto& all = m_world.accounts();
    const bool exists = std::any_of(all.begin(), all.end(), [&](const PayAccount& each) {
        return each.serviceId == asked.serviceId && each.type == asked.type && !each.disabled;
    });
    if (onlyOne && exists)
        return connectorError(409,
            u"Gateway account with service id %1 and account type '%2' already exists."_s.arg(
                asked.serviceId, asked.type));
    return std::nullopt;
}

HttpAnswer Connector::create(const HttpRequest& request)
{
    const PayAccount& made = m_world.addAccount(accountFrom(bodyOf(request)));
    const QString id = QString::number(made.id);
    const QString url = m_baseUrl() + u"/connector/v1/api/accounts/"_s + id;
    HttpAnswer answer = HttpAnswer::json(201,
        Json::object({{"gateway_account_id", toJson(id)}, {"external_id", toJson(made.externalId)},
            {"type", toJson(made.type)}, {"service_name", toJson(made.serviceName)},
            {"description", toJson(made.description)}, {"requires_3ds", false},
            {"links", Json::array({Json::object({{"href", toJson(url)}, {"rel", "self"}, {"method", "GET"}})})}}));
    answer.set("Location", url.toUtf8());
    return answer;
}

HttpAnswer Connector::patch(const PayAccount& account, const Json& body)
{
    const Json& value = memberAt(body, "value");
    if (textAt(body, "op") != u"replace" || textAt(body, "path") != u"disabled")
        return connectorError(
            400, u"Operation [%1] not supported for path [%2]"_s.arg(textAt(body, "op"), textAt(body, "path")));
    if (!value.is_boolean())
        return connectorError(400, u"Field [value] must be a boolean"_s);
    m_world.disableAccount(QString::number(account.id), value.get<bool>());
    return HttpAnswer::json(200, Json::object());
}

} // namespace slipway::sandbox::pay
