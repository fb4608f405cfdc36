// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/starts_look.h"

#include "conductor/first_look.h"
#include "desk/preview.h"
#include "steps/kinds.h"

namespace slipway::desk {

StartsLook::StartsLook(const Workflow& workflow, const QList<Json>& inputs, const Json& settings, double scale)
    : m_scale(scale)
{
    const SystemClock clock(scale);
    QHash<QString, qsizetype> places;
    for (const Json& each : inputs) {
        m_runs.append(provisionalRun(workflow, each, settings, clock.now(), steps::kindRules()));
        if (!m_runs.last())
            continue;
        const auto reads = conductor::firstReads(*m_runs.last(), steps::kindRules(), clock);
        for (const auto& read : reads.github) {
            const QString key = github::keyOf(read);
            if (const auto place = places.constFind(key); place != places.constEnd()) {
                auto& known = m_reads.github[*place];
                if (!github::covers(known, read))
                    known = github::merged(known, read);
                continue;
            }
            places.insert(key, m_reads.github.size());
            m_reads.github.append(read);
        }
    }
}

QList<StartsLook::Found> StartsLook::prospects(const Result<steps::Observation>& seen) const
{
    const SystemClock clock(m_scale);
    const auto unchecked = [&clock](const Error& error) {
        return Prospect{.name = {.kind = Availability::Kind::Unchecked, .error = error, .at = clock.now()}};
    };
    QList<Found> found;
    for (const auto& run : m_runs) {
        if (!run)
            found.append({QString(), unchecked(run.error())});
        else if (!seen)
            found.append({run->subject, unchecked(seen.error())});
        else
            found.append({run->subject, prospectOf(*run, *seen, steps::kindRules(), clock)});
    }
    return found;
}

} // namespace slipway::desk
