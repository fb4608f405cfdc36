// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_message.h"

namespace slipway::api {

//! The HTTP status that says of an error what a program has to know: mend the request (4xx), or try again (5xx).
int statusOf(const Error& error);

//! application/problem+json (RFC 9457): type, title, status, detail, and the members of an error as everywhere: code,
//! what, why, remedy, args, details. The same words as in the window and the terminal.
Response problem(const Error& error);
Response problem(int status, const Error& error);
//! Several at once, as when more than one input is wrong: the first, and all of them in "errors".
Response problem(const QList<Error>& errors);

} // namespace slipway::api
