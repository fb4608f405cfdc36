// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/pay_world.h"
#include "sandbox/world/usage_error.h"

#include <QCryptographicHash>

//! What people do with their invites, what happens by itself, and how the rows are kept.
namespace slipway::sandbox {

namespace {

Error noInvite(const QString& email)
{
    return {.code = errc::githubNotFound,
        .details = {
            {"text", toJson(email.isEmpty() ? u"there is no invite"_s : u"there is no invite for "_s + email)}}};
}

Json rolesJson(const PayUser& user)
{
    Json roles = Json::array();
    for (const auto& role : user.roles)
        roles.push_back({{"service", toJson(role.service)}, {"name", toJson(role.name)}});
    return roles;
}

//! As services keep a password: so that a file that is left does not tell it.
Json keptPassword(const QString& password)
{
    static const auto mark = u"sha256:"_s;
    if (password.isEmpty() || password.startsWith(mark))
        return toJson(password);
    const auto digest = QCryptographicHash::hash(password.toUtf8(), QCryptographicHash::Sha256).toHex();
    return toJson(mark + QString::fromLatin1(digest));
}

//! Rows lie at the position of their id.
template <class Row>
Row& rowAt(std::vector<Row>& rows, qint64 id)
{
    if (qint64(rows.size()) < id)
        rows.resize(std::size_t(id));
    return rows[std::size_t(id - 1)];
}

} // namespace

QStringList PayWorld::actions()
{
    return {u"pay-confirm-address"_s, u"pay-enter-code"_s, u"pay-read-code"_s, u"pay-people"_s, u"pay-race"_s};
}

//! The person follows the link in the e-mail and gives telephone and password, as selfservice's form asks for them.
void PayWorld::confirmAddress(PayInvite& invite, const QString& telephone, const QString& password)
{
    invite.telephone = telephone;
    invite.password = password;
    touch(invite);
}

Result<Json> PayWorld::control(const Json& action)
{
    const QString what = textAt(action, "do"), email = textAt(action, "email");
    const Json done = Json::object({{"done", toJson(what)}});
    if (what == u"pay-people") {
        m_peopleAnswerAfter.reset();
        if (flagAt(action, "on", true)) {
            const Json& seconds = memberAt(action, "seconds");
            m_peopleAnswerAfter = seconds.is_number() ? seconds.get<double>() : 5.0;
        }
        touchMeta();
        return done;
    }
    if (what == u"pay-race") {
        m_raceWindow = Millis(std::clamp<qint64>(integerAt(action, "millis", 300), 0, 5'000));
        touchMeta();
        return done;
    }
    if (!actions().contains(what))
        return usageError(u"unknown action \"%1\"; known are %2"_s.arg(what, actions().join(u", "_s)));
    PayInvite* invite = newestInvite(email);
    if (!invite || !isUsable(*invite))
        return noInvite(email);
    if (what == u"pay-confirm-address") {
        confirmAddress(
            *invite, textAt(action, "telephone", u"+447700900000"_s), textAt(action, "password", u"a long password"_s));
        return done;
    }
    if (invite->otp.isEmpty())
        return usageError(u"no text message was sent to %1 yet"_s.arg(invite->email));
    if (what == u"pay-read-code")
        return Json::object({{"code", toJson(invite->otp)}});
    invite->validated = true;
    touch(*invite);
    return done;
}

void PayWorld::perform(const Json& data)
{
    if (textAt(data, "do") == u"disable-accounts") {
        for (const auto& account : std::vector<PayAccount>(m_accounts)) {
            if (account.serviceId == textAt(data, "service"))
                disableAccount(QString::number(account.id), true);
        }
    } else if (const auto done = control(data); !done) {
        qInfo("sandbox: a person's act came to nothing: %s", qPrintable(textAt(done.error().details, "text")));
    }
}

void PayWorld::touch(const PayService& service)
{
    m_hooks.keep(u"pay/service/"_s + QString::number(service.id),
        {{"id", service.id}, {"externalId", toJson(service.externalId)}, {"name", service.name},
            {"accountIds", service.accountIds}, {"archived", service.archived}});
}

void PayWorld::touch(const PayAccount& account)
{
    m_hooks.keep(u"pay/account/"_s + QString::number(account.id),
        {{"id", account.id}, {"externalId", toJson(account.externalId)}, {"serviceId", toJson(account.serviceId)},
            {"type", toJson(account.type)}, {"provider", toJson(account.provider)},
            {"serviceName", toJson(account.serviceName)}, {"description", toJson(account.description)},
            {"disabled", account.disabled}});
}

void PayWorld::touch(const PayUser& user)
{
    m_hooks.keep(u"pay/user/"_s + QString::number(user.id),
        {{"id", user.id}, {"externalId", toJson(user.externalId)}, {"email", toJson(user.email)},
            {"telephone", toJson(user.telephone)}, {"otpKey", toJson(user.otpKey)},
            {"password", keptPassword(user.password)}, {"features", toJson(user.features)}, {"disabled", user.disabled},
            {"roles", rolesJson(user)}});
}

void PayWorld::touch(const PayInvite& invite)
{
    m_hooks.keep(u"pay/invite/"_s + invite.code,
        {{"code", toJson(invite.code)}, {"email", toJson(invite.email)}, {"telephone", toJson(invite.telephone)},
            {"password", keptPassword(invite.password)}, {"otpKey", toJson(invite.otpKey)}, {"otp", toJson(invite.otp)},
            {"expiresAt", invite.expiresAt.ms}, {"attempts", invite.attempts}, {"validated", invite.validated},
            {"disabled", invite.disabled}});
}

void PayWorld::touchMeta()
{
    m_hooks.keep(u"pay/meta"_s,
        {{"raceWindow", m_raceWindow.count()},
            {"peopleAnswerAfter", m_peopleAnswerAfter ? Json(*m_peopleAnswerAfter) : Json(nullptr)}});
}

void PayWorld::load(const QString& name, const Json& json)
{
    const QString table = name.section(u'/', 1, 1);
    const qint64 id = integerAt(json, "id");
    if (table == u"service") {
        rowAt(m_services, id) = {.id = id,
            .externalId = textAt(json, "externalId"),
            .name = memberAt(json, "name"),
            .accountIds = memberAt(json, "accountIds"),
            .archived = flagAt(json, "archived")};
    } else if (table == u"account") {
        rowAt(m_accounts, id) = {.id = id,
            .externalId = textAt(json, "externalId"),
            .serviceId = textAt(json, "serviceId"),
            .type = textAt(json, "type"),
            .provider = textAt(json, "provider"),
            .serviceName = textAt(json, "serviceName"),
            .description = textAt(json, "description"),
            .disabled = flagAt(json, "disabled")};
    } else if (table == u"user") {
        PayUser& user = rowAt(m_users, id) = {.id = id,
            .externalId = textAt(json, "externalId"),
            .email = textAt(json, "email"),
            .telephone = textAt(json, "telephone"),
            .otpKey = textAt(json, "otpKey"),
            .password = textAt(json, "password"),
            .features = textAt(json, "features"),
            .disabled = flagAt(json, "disabled")};
        for (const Json& role : memberAt(json, "roles"))
            user.roles.push_back({textAt(role, "service"), textAt(role, "name")});
    } else if (table == u"invite") {
        m_invites.push_back({.code = textAt(json, "code"),
            .email = textAt(json, "email"),
            .telephone = textAt(json, "telephone"),
            .password = textAt(json, "password"),
            .otpKey = textAt(json, "otpKey"),
            .otp = textAt(json, "otp"),
            .expiresAt = Timestamp{integerAt(json, "expiresAt")},
            .attempts = int(integerAt(json, "attempts")),
            .validated = flagAt(json, "validated"),
            .disabled = flagAt(json, "disabled")});
    } else if (table == u"meta") {
        m_raceWindow = Millis(integerAt(json, "raceWindow"));
        if (const Json& seconds = memberAt(json, "peopleAnswerAfter"); seconds.is_number())
            m_peopleAnswerAfter = seconds.get<double>();
    }
}

Json PayWorld::state() const
{
    Json services = Json::array(), accounts = Json::array(), users = Json::array();
    for (const auto& each : m_services)
        services.push_back({{"externalId", toJson(each.externalId)}, {"name", memberAt(each.name, "en")},
            {"accounts", each.accountIds}, {"archived", each.archived}});
    for (const auto& each : m_accounts)
        accounts.push_back({{"id", each.id}, {"serviceId", toJson(each.serviceId)}, {"disabled", each.disabled}});
    for (const auto& each : m_users)
        users.push_back({{"externalId", toJson(each.externalId)}, {"email", toJson(each.email)},
            {"disabled", each.disabled}, {"roles", rolesJson(each)}});
    return Json::object(
        {{"services", std::move(services)}, {"accounts", std::move(accounts)}, {"users", std::move(users)}});
}

} // namespace slipway::sandbox
