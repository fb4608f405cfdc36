// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway {

//! "localhost" or an address of loopback (127.x.x.x, ::1), as QUrl::host() gives them; no other name, even if it resolves to
//! loopback now: names change their mind.
bool isLoopbackHost(const QString& host);

} // namespace slipway
