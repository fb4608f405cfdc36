// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/token_bucket.h"

#include <algorithm>

namespace slipway::conductor {

namespace {

constexpr double kBurst = 5;
constexpr Millis kRefill{1'000};
constexpr Millis kMinute{60'000};
constexpr Millis kHour{3'600'000};
constexpr std::size_t kMostAMinute = 80;
constexpr std::size_t kMostAnHour = 500;

} // namespace

double TokenBucket::tokens(Millis now) const
{
    return std::min(kBurst, m_tokens + double((now - m_refilledAt).count()) / double(kRefill.count()));
}

Millis TokenBucket::delay(Millis now) const
{
    Millis wait{0};
    if (const double available = tokens(now); available < 1)
        wait = Millis(qint64((1 - available) * double(kRefill.count())) + 1);
    const auto until = [&](std::size_t most, Millis window) {
        if (m_sent.size() >= most)
            wait = std::max(wait, m_sent[m_sent.size() - most] + window - now);
    };
    until(kMostAMinute, kMinute);
    until(kMostAnHour, kHour);
    return wait;
}

void TokenBucket::take(Millis now)
{
    m_tokens = tokens(now) - 1;
    m_refilledAt = now;
    m_sent.push_back(now);
    while (!m_sent.empty() && m_sent.front() + kHour < now)
        m_sent.pop_front();
}

} // namespace slipway::conductor
