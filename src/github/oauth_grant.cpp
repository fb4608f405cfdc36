// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/oauth_grant.h"

#include "base/json.h"
#include "base/text.h"

namespace slipway::github {

namespace {

std::optional<Timestamp> later(const Json& answer, const char* name, Timestamp now)
{
    const auto span = secondsAt(answer, name);
    return span > Millis(0) ? std::optional(now + span) : std::nullopt;
}

Json moment(const std::optional<Timestamp>& at) { return at ? Json(at->toIso().toStdString()) : Json(nullptr); }

} // namespace

std::optional<OAuthGrant> grantFrom(const Json& answer, const QString& clientId, Timestamp now)
{
    OAuthGrant grant{.token = Secret(textAt(answer, "access_token").toUtf8()),
        .refreshToken = Secret(textAt(answer, "refresh_token").toUtf8()),
        .expiresAt = later(answer, "expires_in", now),
        .refreshExpiresAt = later(answer, "refresh_token_expires_in", now),
        .clientId = clientId};
    return grant.token.isEmpty() ? std::nullopt : std::optional(std::move(grant));
}

Secret toSecret(const OAuthGrant& grant)
{
    if (grant.refreshToken.isEmpty())
        return grant.token;
    return Secret(toBytes(Json{{"token", grant.token.reveal().toStdString()},
        {"refreshToken", grant.refreshToken.reveal().toStdString()}, {"expiresAt", moment(grant.expiresAt)},
        {"refreshExpiresAt", moment(grant.refreshExpiresAt)}, {"clientId", grant.clientId.toStdString()}}));
}

OAuthGrant grantFromSecret(const Secret& secret)
{
    const auto json = secret.reveal().startsWith('{') ? parseJson(secret.reveal()) : Result<Json>(Json());
    if (!json || textAt(*json, "token").isEmpty())
        return {.token = secret};
    return {.token = Secret(textAt(*json, "token").toUtf8()),
        .refreshToken = Secret(textAt(*json, "refreshToken").toUtf8()),
        .expiresAt = Timestamp::fromIso(textAt(*json, "expiresAt")),
        .refreshExpiresAt = Timestamp::fromIso(textAt(*json, "refreshExpiresAt")),
        .clientId = textAt(*json, "clientId")};
}

} // namespace slipway::github
