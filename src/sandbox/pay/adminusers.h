// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/pay/replies.h"

namespace slipway::sandbox::pay {

//! adminusers as it is now (2026): services, users, invites. It has neither authentication nor idempotency keys.
//! Statuses and traps are those of its code, also where its published description is silent.
class Adminusers {
public:
    Adminusers(PayWorld& world, std::function<QString()> baseUrl)
        : m_world(world)
        , m_baseUrl(std::move(baseUrl))
    { }

    //! `path`: segments behind "/adminusers", "v1" the first.
    HttpAnswer handle(const HttpRequest& request, const QStringList& path);

    //! The checks of a new user; nothing if they pass.
    std::optional<HttpAnswer> refuseUser(const Json& body) const;
    //! A user with what `body` holds, not added yet.
    PayUser userFrom(const Json& body) const;
    HttpAnswer answer(int status, const PayUser& user) const;

private:
    // adminusers.cpp
    HttpAnswer services(const HttpRequest& request, const QStringList& path, const Json& body);
    HttpAnswer createService(const Json& body);
    HttpAnswer searchServices(const Json& body) const;
    HttpAnswer patchService(const QString& service, const Json& body);
    std::optional<HttpAnswer> applyToService(const QString& service, const Json& operation);
    std::optional<HttpAnswer> refuseUsedAccounts(const Json& ids) const;
    HttpAnswer removeUser(const HttpRequest& request, const QString& service, const QString& user, bool toolbox);
    HttpAnswer answer(int status, const PayService& service) const;
    // adminusers_users.cpp
    HttpAnswer users(const HttpRequest& request, const QStringList& path, const Json& body);
    HttpAnswer createUser(const Json& body);
    HttpAnswer addUserToService(const QString& user, const Json& body);
    // adminusers_invites.cpp
    HttpAnswer invites(const HttpRequest& request, const QStringList& path, const Json& body);
    HttpAnswer invitePerson(const Json& body);
    HttpAnswer patchInvite(PayInvite invite, const Json& body);
    HttpAnswer completeInvite(PayInvite invite, const Json& body);
    HttpAnswer validateCode(const Json& body);

    PayWorld& m_world;
    std::function<QString()> m_baseUrl;
};

} // namespace slipway::sandbox::pay
