// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/server/http_message.h"
#include "sandbox/world/pay_world.h"

#include <functional>

//! What adminusers and connector have in common on the wire.
namespace slipway::sandbox::pay {

using Then = std::function<void(HttpAnswer)>;

//! {"errors": [text …]}: how adminusers says no.
HttpAnswer adminusersError(int status, const QStringList& texts);
inline HttpAnswer adminusersError(int status, const QString& text)
{
    return adminusersError(status, QStringList{text});
}
//! {"message": [text], "error_identifier": "GENERIC"}: how connector says no.
HttpAnswer connectorError(int status, const QString& text);

Json serviceJson(const PayService& service, const QString& baseUrl);
Json userJson(const PayUser& user, const PayWorld& world, const QString& baseUrl);
Json inviteJson(const PayInvite& invite, const QString& baseUrl);
Json roleJson(const QString& name);
bool isRole(const QString& name);
bool isTelephone(const QString& text);

} // namespace slipway::sandbox::pay
