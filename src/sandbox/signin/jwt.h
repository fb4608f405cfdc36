// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QString>

namespace slipway::sandbox {

//! Whether `token` is a JWT (RS256) that the owner of `key` (PEM, private or public) signed for `issuer`, good at `now`.
//! Empty: it is; else GitHub's words on it.
QString jwtProblem(const QByteArray& token, const QByteArray& key, const QString& issuer, Timestamp now);

} // namespace slipway::sandbox
