// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/context.h"
#include "base/secret.h"

#include <QSet>

namespace slipway::api {

//! Whether the header X-Hub-Signature-256 ("sha256=…") is the HMAC-SHA256 of the raw bytes under the secret. Compared in
//! constant time.
bool isSigned(const QByteArray& body, const QByteArray& header, const Secret& secret);

//! Ids of deliveries that were taken: GitHub sends some twice, and whoever recorded one can send it again (the signature
//! knows no time). The oldest are forgotten; a repeated look does no harm.
class Deliveries {
public:
    //! False: it was taken before.
    bool takeFirst(const QByteArray& id);

private:
    QSet<QByteArray> m_ids;
    QList<QByteArray> m_order;
};

//! What a delivery is about, if it is one that runs can wait for. Error "api.malformed", "json.…".
Result<std::optional<desk::News>> newsOf(const QByteArray& event, const QByteArray& body);

//! POST /webhooks/github. Without a secret nothing is taken.
QList<Route> webhookRoutes(Context& context, const Secret& secret);

} // namespace slipway::api
