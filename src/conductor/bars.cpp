// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/bars.h"

#include "base/logging.h"

namespace slipway::conductor {

const Trouble* Bars::of(const steps::Reads& reads) const
{
    const Trouble* longest = nullptr;
    if (m_barred.isEmpty())
        return longest;
    for (const auto& read : reads.github)
        if (const auto bar = m_barred.constFind(github::keyOf(read));
            bar != m_barred.constEnd() && (!longest || longest->until < bar->until))
            longest = &*bar;
    return longest;
}

void Bars::bar(const github::Read& read, const Error& error, const Clock& clock)
{
    const Timestamp now = clock.now();
    auto& bar = m_barred[github::keyOf(read)];
    if (bar.count > 0 && now < bar.until)
        return; // asked for twice in one look
    ++bar.count;
    bar.error = error;
    bar.until = now + clock.scaled(backOff(bar.count, kLongestBackOff));
    qCInfo(logConductor) << "a read is barred" << error.code << "next try" << bar.until.toIso();
}

void Bars::hasten(const steps::Reads& reads, Timestamp now)
{
    if (m_barred.isEmpty())
        return;
    for (const auto& read : reads.github)
        if (const auto bar = m_barred.find(github::keyOf(read)); bar != m_barred.end())
            bar->until = std::min(bar->until, now);
}

void Bars::clockWasSet(Millis by)
{
    for (auto& bar : m_barred)
        bar.until = bar.until + by;
}

void Bars::keepOnly(const QSet<QString>& keys)
{
    m_barred.removeIf([&](const auto& bar) { return !keys.contains(bar.key()); });
}

} // namespace slipway::conductor
