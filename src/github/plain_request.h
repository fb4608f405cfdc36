// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/when_done.h"
#include "http/http.h"

namespace slipway::github {

//! Requests of signing in, beside the transport: they get the token that the transport asks for.

//! A request with the headers that GitHub wants; a JSON body where one is given.
http::Request plainRequest(const QByteArray& method, const QUrl& url, const std::optional<Json>& body = std::nullopt);
//! `base` and the parts behind it, each percent-encoded by itself.
QUrl below(const QUrl& base, const QStringList& parts);
//! GitHub's clock before ours, by the answer's Date.
std::optional<Millis> aheadBy(const http::Response& response, Timestamp now);

} // namespace slipway::github
