// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslError>
#include <QString>

namespace slipway::http {

//! Why a TLS connection was not made, as a word for errors' "reason": "expired", "notYetValid", "hostName",
//! "authority" (issued by somebody who is not trusted, or by itself), "revoked", "protocol" (older than TLS 1.2), and
//! nothing where it is none of these.
QString tlsReason(const QList<QSslError>& errors, const QString& handshakeText);

} // namespace slipway::http
