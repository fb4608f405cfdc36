// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/server_health.h"

namespace slipway::github {

namespace {

constexpr std::size_t mostAnswersKept = 1'000;

//! What a server says of itself. 501 and 505 are about the request.
bool isFailureOfServer(int status) { return status == 500 || status == 502 || status == 503 || status == 504; }

} // namespace

bool ServerHealth::note(int status)
{
    const Timestamp now = m_clock.now();
    const bool before = incident().has_value();
    // A clock that was set back would keep old answers for ever.
    while (!m_seen.empty()
        && (m_seen.front().at + span() <= now || m_seen.front().at > now || m_seen.size() >= mostAnswersKept))
        m_seen.pop_front();
    const bool failed = isFailureOfServer(status);
    m_seen.push_back({now, failed});
    return failed || before;
}

std::optional<Incident> ServerHealth::incident() const
{
    const Timestamp now = m_clock.now();
    Incident found;
    int failed = 0, all = 0;
    for (const Seen& seen : m_seen) {
        if (seen.at + span() <= now)
            continue;
        ++all;
        if (!seen.failed)
            continue;
        if (failed++ == 0)
            found.since = seen.at;
        found.until = seen.at + span();
    }
    if (failed < fewest || failed * oneIn < all)
        return std::nullopt;
    return found;
}

} // namespace slipway::github
