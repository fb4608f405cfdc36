// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/github.h"
#include "http/http.h"

namespace slipway::github {

//! Out of the answer of GET /user; nothing where it has no login.
std::optional<Identity> identityFrom(const http::Response& response);
TokenKind tokenKindOf(const Secret& token);
//! GitHub's header "2022-11-12 10:31:26 UTC", or with an offset in place of UTC.
std::optional<Timestamp> tokenExpiryFrom(const QByteArray& header);

} // namespace slipway::github
