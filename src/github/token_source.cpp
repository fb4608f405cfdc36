// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/token_source.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"

namespace slipway::github {

namespace {

constexpr auto firstPause = Millis(60'000);
constexpr auto longestPause = Millis(15 * 60'000);

} // namespace

void Parking::park(const Error& error)
{
    if (this->error())
        return; // the same refusal, told by another request of that moment
    const auto pause = std::min(firstPause * (1 << std::min(m_times, 4)), longestPause);
    ++m_times;
    m_error = error;
    const auto span = m_clock.scaled(pause, Millis(500));
    m_until = m_clock.uptime() + span;
    qCWarning(logGitHub).noquote() << "the token is not used until" << (m_clock.now() + span).toIso() << error.code;
}

void Parking::clear()
{
    m_error.reset();
    m_times = 0;
}

const Error* Parking::error() const { return m_error && m_clock.uptime() < m_until ? &*m_error : nullptr; }

FixedToken::FixedToken(Clock& clock, Secret token, Reread reread)
    : m_token(std::move(token))
    , m_reread(std::move(reread))
    , m_parking(clock)
{ }

void FixedToken::ask(Done done)
{
    if (const auto* error = m_parking.error()) {
        const auto again = m_reread ? m_reread() : Result<Secret>(*error);
        if (!again || again->reveal() == m_token.reveal()) {
            done(*error);
            return;
        }
        m_token = *again;
        m_parking.clear();
    }
    done(m_token);
}

void FixedToken::refused(const Secret& token, const Error& error)
{
    if (token.reveal() == m_token.reveal())
        m_parking.park(error);
}

void FixedToken::worked(const Secret&) { m_parking.clear(); }

} // namespace slipway::github
