// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/renewed_token.h"

#include <QPointer>

namespace slipway::github {

void RenewedToken::ask(Done done)
{
    if (const auto token = present(m_clock.scaled(lastUseOfToken)); !token.isEmpty()) {
        if (present(m_clock.scaled(renewTokenBefore)).isEmpty() && !m_parking.error())
            begin();
        done(token);
        return;
    }
    if (const auto* error = m_parking.error()) {
        done(*error);
        return;
    }
    m_waiting.append(std::move(done));
    begin();
}

void RenewedToken::begin()
{
    if (!std::exchange(m_renewing, true))
        renew();
}

void RenewedToken::ended(const Result<Secret>& token)
{
    m_renewing = false;
    const QPointer guard(this);
    const auto answer = token;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto& done : waiting) {
        if (!guard)
            return;
        done(answer);
    }
}

} // namespace slipway::github
