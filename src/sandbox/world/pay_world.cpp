// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/world/pay_world.h"

#include "base/text.h"

namespace slipway::sandbox {

namespace {

constexpr double kInviteSeconds = 2 * 24 * 3600;
constexpr double kArchiveSeconds = 1;

//! A pointer to const where the rows are.
template <class Rows>
auto firstOf(Rows& rows, auto&& fits) -> decltype(rows.data())
{
    const auto found = std::find_if(rows.begin(), rows.end(), fits);
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

const PayService* PayWorld::service(const QString& externalId) const
{
    return firstOf(m_services, [&](const PayService& each) { return each.externalId == externalId; });
}

const PayService* PayWorld::serviceOf(const QString& accountId) const
{
    return firstOf(m_services, [&](const PayService& each) {
        return std::any_of(
            each.accountIds.begin(), each.accountIds.end(), [&](const Json& id) { return id == toJson(accountId); });
    });
}

const PayAccount* PayWorld::account(const QString& id) const
{
    return firstOf(m_accounts, [&](const PayAccount& each) { return QString::number(each.id) == id; });
}

const PayUser* PayWorld::user(const QString& externalId) const
{
    return firstOf(m_users, [&](const PayUser& each) { return each.externalId == externalId; });
}

const PayUser* PayWorld::userByEmail(const QString& email) const
{
    return firstOf(m_users, [&](const PayUser& each) { return each.email.compare(email, Qt::CaseInsensitive) == 0; });
}

const PayInvite* PayWorld::invite(const QString& code) const
{
    return firstOf(m_invites, [&](const PayInvite& each) { return each.code == code; });
}

const PayInvite* PayWorld::validInvite(const QString& email) const
{
    return firstOf(m_invites,
        [&](const PayInvite& each) { return each.email.compare(email, Qt::CaseInsensitive) == 0 && isUsable(each); });
}

bool PayWorld::isUsable(const PayInvite& invite) const { return !invite.disabled && m_hooks.now() < invite.expiresAt; }

PayService* PayWorld::find(const QString& service)
{
    return firstOf(m_services, [&](const PayService& each) { return each.externalId == service; });
}

PayUser* PayWorld::findUser(const QString& user)
{
    return firstOf(m_users, [&](const PayUser& each) { return each.externalId == user; });
}

PayInvite* PayWorld::newestInvite(const QString& email)
{
    const auto found = std::find_if(m_invites.rbegin(), m_invites.rend(),
        [&](const PayInvite& each) { return email.isEmpty() || each.email.compare(email, Qt::CaseInsensitive) == 0; });
    return found == m_invites.rend() ? nullptr : &*found;
}

QString PayWorld::newExternalId()
{
    return QString::number(m_hooks.random(), 16).rightJustified(16, u'0')
        + QString::number(m_hooks.random(), 16).rightJustified(16, u'0');
}

bool PayWorld::isFree(const Json& accountIds) const
{
    return std::none_of(accountIds.begin(), accountIds.end(),
        [&](const Json& id) { return id.is_string() && serviceOf(toQString(id.get<std::string>())); });
}

const PayService* PayWorld::addService(const QString& externalId, Json name, const Json& accountIds)
{
    if (!isFree(accountIds))
        return nullptr;
    m_services.push_back({.id = qint64(m_services.size()) + 1, .externalId = externalId, .name = std::move(name)});
    const auto& made = m_services.back();
    touch(made);
    m_hooks.record("pay.services",
        {{"id", made.id}, {"externalId", toJson(made.externalId)}, {"name", memberAt(made.name, "en")}});
    link(externalId, accountIds);
    return &m_services.back();
}

const PayAccount& PayWorld::addAccount(PayAccount account)
{
    account.id = qint64(m_accounts.size()) + 1;
    account.externalId = newExternalId();
    m_accounts.push_back(std::move(account));
    const auto& made = m_accounts.back();
    touch(made);
    m_hooks.record("pay.accounts",
        {{"id", made.id}, {"externalId", toJson(made.externalId)}, {"serviceId", toJson(made.serviceId)},
            {"type", toJson(made.type)}, {"provider", toJson(made.provider)}});
    return made;
}

const PayUser* PayWorld::addUser(PayUser user)
{
    if (userByEmail(user.email))
        return nullptr;
    user.id = qint64(m_users.size()) + 1;
    user.externalId = newExternalId();
    const auto roles = std::exchange(user.roles, {});
    m_users.push_back(std::move(user));
    const QString externalId = m_users.back().externalId;
    touch(m_users.back());
    m_hooks.record("pay.users",
        {{"id", m_users.back().id}, {"externalId", toJson(externalId)}, {"email", toJson(m_users.back().email)}});
    for (const auto& role : roles)
        addRole(externalId, role.service, role.name);
    return this->user(externalId);
}

bool PayWorld::link(const QString& service, const Json& accountIds)
{
    if (!isFree(accountIds))
        return false;
    PayService& changed = *find(service);
    for (const Json& id : accountIds) {
        changed.accountIds.push_back(id);
        m_hooks.record("pay.links", {{"service", toJson(service)}, {"account", id}});
    }
    touch(changed);
    return true;
}

void PayWorld::addRole(const QString& user, const QString& service, const QString& role)
{
    findUser(user)->roles.push_back({service, role});
    touch(*findUser(user));
    m_hooks.record("pay.roles", {{"user", toJson(user)}, {"service", toJson(service)}, {"role", toJson(role)}});
}

void PayWorld::removeRole(const QString& user, const QString& service)
{
    auto& roles = findUser(user)->roles;
    if (std::erase_if(roles, [&](const PayUser::Role& role) { return role.service == service; }) == 0)
        return;
    touch(*findUser(user));
    m_hooks.record("pay.removals", {{"user", toJson(user)}, {"service", toJson(service)}});
}

void PayWorld::rename(const QString& service, const char* language, const QString& name)
{
    find(service)->name[language] = toJson(name);
    touch(*find(service));
}

void PayWorld::archive(const QString& service, bool archived)
{
    PayService& changed = *find(service);
    if (changed.archived == archived)
        return;
    changed.archived = archived;
    touch(changed);
    m_hooks.record("pay.removals", {{"service", toJson(service)}, {"archived", archived}});
    if (!archived)
        return;
    for (const auto& user : std::vector<PayUser>(m_users))
        removeRole(user.externalId, service);
    m_hooks.later(kArchiveSeconds, {{"do", "disable-accounts"}, {"service", toJson(service)}});
}

void PayWorld::disableUser(const QString& user, bool disabled)
{
    PayUser& changed = *findUser(user);
    if (std::exchange(changed.disabled, disabled) == disabled)
        return;
    touch(changed);
    m_hooks.record("pay.removals", {{"user", toJson(user)}, {"disabled", disabled}});
}

void PayWorld::disableAccount(const QString& account, bool disabled)
{
    for (auto& each : m_accounts) {
        if (QString::number(each.id) != account || std::exchange(each.disabled, disabled) == disabled)
            continue;
        touch(each);
        m_hooks.record("pay.removals", {{"account", toJson(account)}, {"disabled", disabled}});
    }
}

const PayInvite& PayWorld::addInvite(const QString& email)
{
    m_invites.push_back({.code = newExternalId(),
        .email = email,
        .otpKey = newExternalId().left(16).toUpper(),
        .expiresAt = m_hooks.now() + m_hooks.span(kInviteSeconds)});
    touch(m_invites.back());
    m_hooks.record("pay.invites", {{"email", toJson(email)}});
    return m_invites.back();
}

void PayWorld::changeInvite(const PayInvite& invite)
{
    for (auto& each : m_invites) {
        if (each.code == invite.code) {
            each = invite;
            touch(each);
        }
    }
}

void PayWorld::sendEmail(const QString& to, const char* what)
{
    m_hooks.record("pay.emails", {{"to", toJson(to)}, {"what", what}});
    if (m_peopleAnswerAfter && std::string_view(what) == "invite")
        m_hooks.later(*m_peopleAnswerAfter, {{"do", "pay-confirm-address"}, {"email", toJson(to)}});
}

void PayWorld::sendCode(const QString& code)
{
    PayInvite changed = *invite(code);
    changed.otp = QString::number(100'000 + qint64(m_hooks.random() % 900'000));
    changeInvite(changed);
    m_hooks.record("pay.sms", {{"to", toJson(changed.telephone)}, {"email", toJson(changed.email)}});
    if (m_peopleAnswerAfter)
        m_hooks.later(*m_peopleAnswerAfter, {{"do", "pay-enter-code"}, {"email", toJson(changed.email)}});
}

} // namespace slipway::sandbox
