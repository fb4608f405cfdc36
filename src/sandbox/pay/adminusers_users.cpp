// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/pay/adminusers.h"

namespace slipway::sandbox::pay {

HttpAnswer Adminusers::answer(int status, const PayUser& user) const
{
    return HttpAnswer::json(status, userJson(user, m_world, m_baseUrl()));
}

HttpAnswer Adminusers::users(const HttpRequest& request, const QStringList& path, const Json& body)
{
    const QByteArray& method = request.method;
    if (path.isEmpty())
        return method == "POST" ? createUser(body) : HttpAnswer{405, {}, {}};
    if (path == QStringList{u"find"_s} && method == "POST") {
        const QString email = textAt(body, "email");
        if (email.isEmpty())
            return adminusersError(400, u"Field [email] is required"_s);
        const auto* found = m_world.userByEmail(email);
        return found ? answer(200, *found) : HttpAnswer{404, {}, {}};
    }
    const auto* user = m_world.user(path[0]);
    if (!user)
        return {404, {}, {}};
    if (path.size() == 2 && path[1] == u"services" && method == "POST")
        return addUserToService(path[0], body);
    if (path.size() != 1)
        return {404, {}, {}};
    if (method == "GET")
        return answer(200, *user);
    if (method != "PATCH")
        return {405, {}, {}};
    const QString value = textAt(body, "value");
    if (textAt(body, "op") != u"replace" || textAt(body, "path") != u"disabled"
        || (value != u"true" && value != u"false"))
        return adminusersError(400, u"path [%1] is invalid"_s.arg(textAt(body, "path")));
    m_world.disableUser(path[0], value == u"true");
    return answer(200, *m_world.user(path[0]));
}

std::optional<HttpAnswer> Adminusers::refuseUser(const Json& body) const
{
    QStringList wrong;
    for (const char* field : {"email", "telephone_number", "role_name"}) {
        if (textAt(body, field).isEmpty())
            wrong.append(u"Field [%1] is required"_s.arg(QLatin1StringView(field)));
    }
    if (textAt(body, "email").size() > 254)
        wrong.append(u"Field [email] must have a maximum length of 254 characters"_s);
    if (const QString phone = textAt(body, "telephone_number"); !phone.isEmpty() && !isTelephone(phone))
        wrong.append(u"Field [telephone_number] must be a valid telephone number"_s);
    if (!wrong.isEmpty())
        return adminusersError(400, wrong);
    if (!isRole(textAt(body, "role_name")))
        return adminusersError(400, u"role [%1] not recognised"_s.arg(textAt(body, "role_name")));
    return std::nullopt;
}

PayUser Adminusers::userFrom(const Json& body) const
{
    PayUser user{.email = textAt(body, "email"),
        .telephone = textAt(body, "telephone_number"),
        .otpKey = textAt(body, "otp_key"),
        .password = textAt(body, "password"),
        .features = textAt(body, "features")};
    if (user.otpKey.isEmpty())
        user.otpKey = m_world.newExternalId().left(16).toUpper();
    if (user.password.isEmpty())
        user.password = m_world.newExternalId();
    return user;
}

HttpAnswer Adminusers::createUser(const Json& body)
{
    if (auto refused = refuseUser(body))
        return *refused;
    const QString email = textAt(body, "email"), role = textAt(body, "role_name");
    const auto exists = [&] { return adminusersError(409, u"email [%1] already exists"_s.arg(email)); };
    if (m_world.userByEmail(email))
        return exists();
    PayUser user = userFrom(body);
    QStringList services = textsAt(body, "service_external_ids");
    if (const QStringList accounts = textsAt(body, "gateway_account_ids"); services.isEmpty() && !accounts.isEmpty()) {
        // Old clients name accounts: the service that owns them, or else a new one that nobody asked for.
        const auto* owner = m_world.serviceOf(accounts.first());
        if (!owner)
            owner = m_world.addService(
                m_world.newExternalId(), Json::object({{"en", "System Generated"}}), toJson(accounts));
        if (owner)
            services.append(owner->externalId);
    }
    for (const QString& service : services) {
        if (m_world.service(service)) // an unknown one is only logged
            user.roles.push_back({service, role});
    }
    const auto* made = m_world.addUser(std::move(user));
    return made ? answer(201, *made) : exists();
}

HttpAnswer Adminusers::addUserToService(const QString& user, const Json& body)
{
    const QString service = textAt(body, "service_external_id"), role = textAt(body, "role_name");
    if (!m_world.service(service))
        return adminusersError(400, u"Service [%1] provided does not exist"_s.arg(service));
    if (!isRole(role))
        return adminusersError(400, u"role [%1] not recognised"_s.arg(role));
    const auto& roles = m_world.user(user)->roles;
    if (std::any_of(roles.begin(), roles.end(), [&](const PayUser::Role& has) { return has.service == service; }))
        return adminusersError(
            409, u"Cannot assign service role. user [%1] already got access to service [%2]."_s.arg(user, service));
    m_world.addRole(user, service, role);
    return answer(200, *m_world.user(user));
}

} // namespace slipway::sandbox::pay
