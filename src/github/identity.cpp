// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/identity.h"

#include "base/text.h"

namespace slipway::github {

std::optional<Timestamp> tokenExpiryFrom(const QByteArray& header)
{
    const auto parts = QString::fromLatin1(header).simplified().split(u' ');
    if (parts.size() < 2)
        return std::nullopt;
    auto zone = parts.size() > 2 && parts.at(2) != u"UTC"_s ? parts.at(2) : u"Z"_s;
    if (zone.size() == 5) // +0100
        zone.insert(3, u':');
    return Timestamp::fromIso(parts.at(0) + u'T' + parts.at(1) + zone);
}

TokenKind tokenKindOf(const Secret& token)
{
    static const QList<std::pair<QByteArray, TokenKind>> prefixes{{"ghp_", TokenKind::Classic},
        {"github_pat_", TokenKind::FineGrained}, {"gho_", TokenKind::OAuth}, {"ghu_", TokenKind::AppUser},
        {"ghs_", TokenKind::Installation}};
    for (const auto& [prefix, kind] : prefixes)
        if (token.reveal().startsWith(prefix))
            return kind;
    return TokenKind::Other;
}

std::optional<Identity> identityFrom(const http::Response& response)
{
    const auto json = parseJson(response.body);
    if (!json.ok())
        return std::nullopt;
    Identity identity{.login = textAt(*json, "login")};
    if (identity.login.isEmpty())
        return std::nullopt;
    for (const auto& header : response.headers)
        identity.tellsScopes |= header.name.compare("X-OAuth-Scopes", Qt::CaseInsensitive) == 0;
    for (const auto& scope : QString::fromLatin1(response.header("X-OAuth-Scopes")).split(u',', Qt::SkipEmptyParts))
        identity.scopes.append(scope.trimmed());
    identity.tokenExpiresAt = tokenExpiryFrom(response.header("github-authentication-token-expiration"));
    return identity;
}

} // namespace slipway::github
