// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QUrl>

namespace slipway::github {

//! Where one GitHub answers, derived from one setting.
struct Host {
    enum class Kind {
        GitHubCom, //!< also a simulated one at the root of a loopback address
        DataResidency, //!< SUB.ghe.com
        EnterpriseServer //!< its schema lags behind github.com's, so it is asked what it knows
    };
    Kind kind = Kind::GitHubCom;
    QUrl rest; //!< base of REST paths, without a slash at the end
    QUrl graphql;
    QUrl web; //!< pages for people, and below it the addresses of OAuth
    QUrl deviceCode, accessToken; //!< the two addresses of the OAuth device flow
};

//! "github.com", "acme.ghe.com", "github.acme.example", also with https:// and a port, also the API address itself
//! ("https://api.github.com", "https://HOST/api/v3"). "http://" is taken on loopback only; there the root plays
//! github.com and "/api/v3" an Enterprise Server. Errors: "network.unsafeUrl" for anything else.
Result<Host> hostFrom(const QString& setting);

//! Whether a link from GitHub may be shown for opening: https (or loopback's http), of the host's own pages, without
//! user information.
bool isPageOf(const Host& host, const QUrl& url);

} // namespace slipway::github
