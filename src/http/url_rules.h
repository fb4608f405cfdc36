// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace slipway::http {

//! https anywhere, http on loopback only, no user information (it would be a password in a URL).
bool isAllowed(const QUrl& url);
//! Same scheme, host and port: where credentials may follow a redirect.
bool sameOrigin(const QUrl& a, const QUrl& b);
//! For logs and errors: without user information, query and fragment, which may hold secrets.
QString forPeople(const QUrl& url);

} // namespace slipway::http
