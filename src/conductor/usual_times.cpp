// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/usual_times.h"

namespace slipway::conductor {

namespace {

constexpr Millis kGoodFor{600'000};

} // namespace

std::optional<UsualTime> UsualTimes::of(const QString& workflow, const StepId& step)
{
    auto& known = m_known[workflow];
    const auto now = m_clock.now();
    if (!known.askedAt || now - *known.askedAt >= m_clock.scaled(kGoodFor)) {
        known.askedAt = now;
        m_store.durations(workflow).then(
            this, [this, workflow](const Result<QList<journal::StepDurations>>& durations) {
                if (!durations)
                    return; // what was known is better than nothing
                auto& steps = m_known[workflow].steps;
                steps.clear();
                for (const auto& durationsOfStep : *durations) {
                    auto milliseconds = durationsOfStep.ms;
                    for (auto& ms : milliseconds)
                        ms = qint64(double(ms) * m_clock.scale());
                    if (const auto usual = usualTime(std::move(milliseconds)))
                        steps.insert(durationsOfStep.step, *usual);
                }
            });
    }
    const auto& steps = m_known[workflow].steps;
    const auto found = steps.constFind(step.text());
    return found == steps.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace slipway::conductor
