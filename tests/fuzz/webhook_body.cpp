// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include "api/webhooks.h"
#include "base/text.h"

namespace slipway::fuzz {

void webhookBody(const QByteArray& input)
{
    QByteArray body = input;
    const auto event = takeLine(body), signature = takeLine(body);
    static const Secret secret("a secret that no input can know");
    require(!api::isSigned(body, signature, secret), "nobody signs without the secret");
    require(!api::isSigned(body, signature, Secret()), "without a secret nothing is signed");
    const auto news = api::newsOf(event, body);
    if (news && *news)
        require(!(*news)->repository.isEmpty(), "news are about a repository");
    api::Deliveries deliveries;
    require(deliveries.takeFirst(signature) && !deliveries.takeFirst(signature), "a delivery is taken once");
}

} // namespace slipway::fuzz
