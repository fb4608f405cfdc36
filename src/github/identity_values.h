// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QStringList>

namespace slipway::github {

//! For words only: tokens are opaque, and one of no known kind works as well.
enum class TokenKind { Other, Classic, FineGrained, OAuth, AppUser, Installation };

struct Identity {
    QString login; //!< of a person, or "app[bot]"
    QStringList scopes; //!< of a classic token; empty for others
    std::optional<Timestamp> tokenExpiresAt;
    bool tellsScopes = false; //!< classic tokens and those of OAuth apps do
    TokenKind token = TokenKind::Other;
    QString serverVersion; //!< of an Enterprise Server; empty for github.com
    std::optional<QString> sunset; //!< GitHub says that this version of its API ends then
};

} // namespace slipway::github
