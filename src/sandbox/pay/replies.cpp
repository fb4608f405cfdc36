// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pay/replies.h"

#include "base/text.h"

#include <QHash>
#include <QRegularExpression>

namespace slipway::sandbox::pay {

namespace {

const QHash<QString, QString>& roles()
{
    static const QHash<QString, QString> known{{u"admin"_s, u"Administrator"_s},
        {u"view-and-refund"_s, u"View and Refund"_s}, {u"view-only"_s, u"View only"_s},
        {u"view-and-initiate-moto"_s, u"View and initiate MOTO"_s},
        {u"view-refund-and-initiate-moto"_s, u"View, refund and initiate MOTO"_s},
        {u"super-admin"_s, u"Super Admin"_s}};
    return known;
}

Json selfLink(const QString& url)
{
    return Json::array({Json::object({{"rel", "self"}, {"method", "GET"}, {"href", toJson(url)}})});
}

} // namespace

HttpAnswer adminusersError(int status, const QStringList& texts)
{
    return HttpAnswer::json(status, Json::object({{"errors", toJson(texts)}}));
}

HttpAnswer connectorError(int status, const QString& text)
{
    return HttpAnswer::json(
        status, Json::object({{"message", Json::array({toJson(text)})}, {"error_identifier", "GENERIC"}}));
}

Json serviceJson(const PayService& service, const QString& baseUrl)
{
    return Json::object(
        {{"id", service.id}, {"external_id", toJson(service.externalId)}, {"name", memberAt(service.name, "en")},
            {"service_name", service.name}, {"gateway_account_ids", service.accountIds},
            {"current_go_live_stage", "NOT_STARTED"}, {"archived", service.archived},
            {"_links", selfLink(baseUrl + u"/adminusers/v1/api/services/"_s + service.externalId)}});
}

Json roleJson(const QString& name)
{
    return Json::object({{"name", toJson(name)}, {"description", toJson(roles().value(name))}});
}

bool isRole(const QString& name) { return roles().contains(name); }

bool isTelephone(const QString& text)
{
    static const QRegularExpression shape(u"\\A\\+?[0-9][0-9 ]{8,18}\\z"_s);
    return shape.match(text).hasMatch();
}

Json userJson(const PayUser& user, const PayWorld& world, const QString& baseUrl)
{
    Json serviceRoles = Json::array();
    for (const auto& role : user.roles) {
        if (const auto* service = world.service(role.service))
            serviceRoles.push_back(
                Json::object({{"service", serviceJson(*service, baseUrl)}, {"role", roleJson(role.name)}}));
    }
    return Json::object({{"external_id", toJson(user.externalId)}, {"email", toJson(user.email)},
        {"telephone_number", toJson(user.telephone)}, {"otp_key", toJson(user.otpKey)}, {"disabled", user.disabled},
        {"session_version", 0}, {"login_counter", 0}, {"second_factor", "SMS"}, {"features", toJson(user.features)},
        {"service_roles", std::move(serviceRoles)},
        {"_links", selfLink(baseUrl + u"/adminusers/v1/api/users/"_s + user.externalId)}});
}

Json inviteJson(const PayInvite& invite, const QString& baseUrl)
{
    return Json::object({{"type", "new_user_and_new_service_self_signup"}, {"email", toJson(invite.email)},
        {"telephone_number", invite.telephone.isEmpty() ? Json(nullptr) : toJson(invite.telephone)},
        {"password_set", !invite.password.isEmpty()}, {"disabled", invite.disabled},
        {"attempt_counter", invite.attempts}, {"expired", false},
        {"_links", selfLink(baseUrl + u"/adminusers/v1/api/invites/"_s + invite.code)}});
}

} // namespace slipway::sandbox::pay
