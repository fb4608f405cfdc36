// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/past_run.h"

#include "base/error_codes.h"
#include "steps/kinds.h"
#include "workflow/fold.h"

namespace slipway::desk {

namespace {
constexpr std::size_t kStage = 64; //!< events between two kept stages
}

void PastRun::append(const Events& events)
{
    for (const Event& event : events)
        if (event.sequence == lastSequence() + 1)
            m_events.push_back(event);
}

Result<Run> PastRun::at(Timestamp moment)
{
    // In the order of the journal: a clock that was set back does not hide what came later.
    std::size_t count = m_events.size();
    while (count > 0 && m_events[count - 1].at > moment)
        --count;
    if (count == 0)
        return Error{.code = errc::runUnknown};
    const auto next = m_stages.upper_bound(count);
    std::size_t folded = 0;
    Run run;
    if (next != m_stages.begin()) {
        folded = std::prev(next)->first;
        run = std::prev(next)->second;
    }
    while (folded < count) {
        const std::size_t until = std::min(count, (folded / kStage + 1) * kStage);
        const Events part(m_events.begin() + std::ptrdiff_t(folded), m_events.begin() + std::ptrdiff_t(until));
        auto after = fold(std::move(run), part, steps::kindRules());
        if (!after)
            return after.error();
        run = *std::move(after);
        folded = until;
        if (folded % kStage == 0)
            m_stages.insert_or_assign(folded, run);
    }
    return run;
}

std::optional<Timestamp> PastRun::before(Timestamp moment) const
{
    std::optional<Timestamp> found;
    for (const Event& event : m_events)
        if (event.at < moment && (!found || event.at > *found))
            found = event.at;
    return found;
}

std::optional<Timestamp> PastRun::after(Timestamp moment) const
{
    std::optional<Timestamp> found;
    for (const Event& event : m_events)
        if (event.at > moment && (!found || event.at < *found))
            found = event.at;
    return found;
}

} // namespace slipway::desk
