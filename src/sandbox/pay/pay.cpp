// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pay/pay.h"

#include "base/text.h"

#include <QTimer>

namespace slipway::sandbox {

Pay::Pay(World& world, QObject* parent)
    : QObject(parent)
    , m_world(world)
    , m_adminusers(world.pay(), [&world] { return world.baseUrl(); })
    , m_connector(world.pay(), [&world] { return world.baseUrl(); })
{ }

void Pay::serve(const HttpRequest& request, const QStringList& segments, qint64 number, pay::Then then)
{
    const QStringList path = segments.mid(1);
    if (segments.value(0) == u"connector") {
        if (m_connector.isCreation(request, path))
            return createAccount(request, number, then);
        return answerWith(
            number, [&] { return m_connector.handle(request, path); }, then);
    }
    if (request.method == "POST" && path == QStringList{u"v1"_s, u"api"_s, u"service-creations"_s})
        return createAll(request, number, then);
    answerWith(
        number, [&] { return m_adminusers.handle(request, path); }, then);
}

void Pay::answerWith(qint64 number, const std::function<HttpAnswer()>& act, const pay::Then& then)
{
    m_world.setRequest(number);
    HttpAnswer answer = act();
    if (const auto flushed = m_world.flush(); !flushed)
        answer = pay::adminusersError(500, u"The sandbox cannot write its state"_s);
    m_world.setRequest(0);
    then(answer);
}

//! connector looks first and inserts later, without a constraint in its database: two calls at once can both pass.
void Pay::createAccount(const HttpRequest& request, qint64 number, const pay::Then& then)
{
    if (const auto refused = m_connector.refuseCreation(request))
        return then(*refused);
    const auto insert = [this, request, number, then] {
        answerWith(
            number, [&] { return m_connector.create(request); }, then);
    };
    if (m_world.pay().raceWindow() == Millis(0))
        return insert();
    QTimer::singleShot(m_world.pay().raceWindow(), this, insert);
}

//! Option B: the account first, over HTTP, then user and service in one transaction of adminusers' own. If the call or
//! its answer is lost, the account dangles.
void Pay::createAll(const HttpRequest& request, qint64 number, const pay::Then& then)
{
    const auto body = parseJson(request.body);
    if (!body)
        return then(pay::adminusersError(500, u"There was an error processing your request."_s));
    if (textAt(*body, "service_name").isEmpty())
        return then(pay::adminusersError(400, u"Field [service_name] is required"_s));
    Json user = *body;
    user["role_name"] = "admin";
    if (const auto refused = m_adminusers.refuseUser(user))
        return then(*refused);
    if (m_world.pay().userByEmail(textAt(user, "email")))
        return then(pay::adminusersError(409, u"email [%1] already exists"_s.arg(textAt(user, "email"))));
    const QString service = m_world.pay().newExternalId();
    const Json account = Json::object({{"payment_provider", "sandbox"}, {"type", "test"},
        {"service_id", toJson(service)}, {"service_name", memberAt(user, "service_name")}});
    pay::postInside(m_world.baseUrl() + u"/connector/v1/api/accounts"_s, account, this,
        [this, user, service, number, then](const pay::InnerAnswer& made) {
            answerWith(
                number, [&] { return finishAll(user, service, made); }, then);
        });
}

HttpAnswer Pay::finishAll(const Json& body, const QString& service, const pay::InnerAnswer& account)
{
    if (account.status != 201)
        return pay::adminusersError(500, u"connector did not make a gateway account"_s);
    PayWorld& world = m_world.pay();
    PayUser user = m_adminusers.userFrom(body);
    if (world.userByEmail(user.email)) // somebody else was faster
        return pay::adminusersError(409, u"email [%1] already exists"_s.arg(user.email));
    const QString id = textAt(account.body, "gateway_account_id");
    if (!world.addService(service, Json::object({{"en", memberAt(body, "service_name")}}), toJson(QStringList{id})))
        return pay::adminusersError(500, u"There was an error processing your request."_s);
    user.roles.push_back({service, u"admin"_s});
    const auto* made = world.addUser(std::move(user));
    return HttpAnswer::json(201,
        Json::object({{"service_external_id", toJson(service)}, {"user_external_id", toJson(made->externalId)},
            {"gateway_account_id", toJson(id)}}));
}

} // namespace slipway::sandbox
