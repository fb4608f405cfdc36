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

//! In the order of the journal: a clock that was set back does not hide what came later.
std::size_t PastRun::countAt(Timestamp moment) const
{
    std::size_t count = m_events.size();
    while (count > 0 && m_events[count - 1].at > moment)
        --count;
    return count;
}

//! The last that is kept, with how many events are folded in it.
std::pair<std::size_t, Run> PastRun::stageBefore(std::size_t count) const
{
    const auto next = m_stages.upper_bound(count);
    if (next == m_stages.begin())
        return {};
    return *std::prev(next);
}

Result<Run> PastRun::foldOn(std::size_t folded, Run run, std::size_t count)
{
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

bool PastRun::prepare(Timestamp moment)
{
    const std::size_t count = countAt(moment);
    const auto next = m_stages.upper_bound(count);
    const std::size_t folded = next == m_stages.begin() ? 0 : std::prev(next)->first;
    if (count - folded < 2 * kStage)
        return true;
    // What does not fold is told by at().
    return !foldOn(folded, stageBefore(count).second, (folded / kStage + 2) * kStage);
}

Result<Run> PastRun::at(Timestamp moment)
{
    const std::size_t count = countAt(moment);
    if (count == 0)
        return Error{.code = errc::runUnknown};
    auto [folded, run] = stageBefore(count);
    return foldOn(folded, std::move(run), count);
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
