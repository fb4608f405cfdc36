// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "base/result.h"
#include "base/secret.h"

namespace slipway::github {

//! What signing in brought: a token, and for those that expire (ghu_…) what renews it.
struct OAuthGrant {
    Secret token;
    Secret refreshToken; //!< empty: the token does not expire by itself
    std::optional<Timestamp> expiresAt, refreshExpiresAt;
    QString clientId;
};

//! A span that GitHub tells in seconds, a century at most: what it says is not ours to compute with unseen.
inline Millis secondsAt(const Json& answer, const char* name, qint64 fallback = 0)
{
    constexpr qint64 century = 100LL * 366 * 24 * 3600;
    return std::chrono::seconds(std::clamp<qint64>(integerAt(answer, name, fallback), 0, century));
}

//! Out of a 200 of GitHub's access_token address that holds no "error"; nothing where there is no token in it. Times are
//! told as seconds from `now`.
std::optional<OAuthGrant> grantFrom(const Json& answer, const QString& clientId, Timestamp now);

//! For the keychain: the bare token where nothing renews it, else one line of JSON. A token never begins with a brace.
Secret toSecret(const OAuthGrant& grant);
//! The way back; a text that is no such JSON is a bare token.
OAuthGrant grantFromSecret(const Secret& secret);

} // namespace slipway::github
