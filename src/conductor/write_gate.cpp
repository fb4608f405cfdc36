// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/write_gate.h"

#include "base/logging.h"

namespace slipway::conductor {

WriteGate::WriteGate(Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_jumps(clock)
{ }

//! Moves the ends of the pauses along with a clock that was set.
void WriteGate::noticeTime()
{
    const Millis by = m_jumps.take();
    for (auto& [scope, bar] : m_bars)
        bar.trouble.until = bar.trouble.until + by;
}

bool WriteGate::pass(const StepKey& key, const QString& owner)
{
    noticeTime();
    const QString scopes[] = {QString(), owner.toLower()};
    bool mayPass = true;
    for (const auto& scope : scopes) {
        const auto bar = m_bars.find(scope);
        if (bar == m_bars.end())
            continue;
        bar->second.held.insert(key);
        const auto& trying = bar->second.trying;
        mayPass = mayPass && m_clock.now() >= bar->second.trouble.until && (!trying || *trying == key);
    }
    if (mayPass)
        for (const auto& scope : scopes)
            if (const auto bar = m_bars.find(scope); bar != m_bars.end())
                bar->second.trying = key;
    return mayPass;
}

void WriteGate::refused(const StepKey& key, const QString& owner, const Error& error)
{
    noticeTime();
    const bool local = isLocal(error);
    if (local)
        lift(QString()); // GitHub was reached
    else
        stopTrying(key); // of the organisation nothing was learnt
    const QString scope = local ? owner.toLower() : QString();
    auto& bar = m_bars[scope];
    bar.held.insert(key);
    if (bar.trying == key)
        bar.trying.reset();
    if (bar.trouble.count > 0 && m_clock.now() < bar.trouble.until)
        return;
    ++bar.trouble.count;
    bar.trouble.error = local ? naming(error, owner) : error;
    bar.trouble.until =
        m_clock.now() + m_clock.scaled(backOff(bar.trouble.count, local ? kLongestLocalBackOff : kLongestBackOff));
    qCInfo(logConductor) << "writes are held back:" << error.code << "for the" << bar.trouble.count << "th time until"
                         << bar.trouble.until.toIso();
    bar.timer = m_clock.at(bar.trouble.until, this, [this, scope] { open(scope); });
    Q_EMIT changed(bar.held);
}

void WriteGate::accepted(const QString& owner)
{
    lift(QString());
    lift(owner.toLower());
}

void WriteGate::withdraw(const StepKey& key)
{
    for (auto& [scope, bar] : m_bars)
        bar.held.remove(key);
    stopTrying(key);
}

//! The next one may try. Later, because whoever stops is still in the middle of its own work.
void WriteGate::stopTrying(const StepKey& key)
{
    for (auto& [scope, bar] : m_bars) {
        if (bar.trying != key)
            continue;
        bar.trying.reset();
        bar.timer = m_clock.after(Millis(0), this, [this, scope = scope] { open(scope); });
    }
}

void WriteGate::hurry(const RunId& run)
{
    noticeTime();
    for (auto& [scope, bar] : m_bars) {
        const bool concerned = run.isEmpty()
            || std::any_of(bar.held.cbegin(), bar.held.cend(), [&](const StepKey& key) { return key.run == run; });
        if (!concerned || bar.trouble.until <= m_clock.now())
            continue;
        bar.trouble.until = m_clock.now();
        bar.timer = m_clock.after(Millis(0), this, [this, scope = scope] { open(scope); });
    }
}

const Trouble* WriteGate::troubleOf(const RunId& run) const
{
    for (const auto& [scope, bar] : m_bars)
        if (std::any_of(bar.held.cbegin(), bar.held.cend(), [&](const StepKey& key) { return key.run == run; }))
            return &bar.trouble;
    return nullptr;
}

const Trouble* WriteGate::trouble() const { return m_bars.empty() ? nullptr : &m_bars.begin()->second.trouble; }

void WriteGate::lift(const QString& scope)
{
    const auto bar = m_bars.find(scope);
    if (bar == m_bars.end())
        return;
    const auto held = bar->second.held;
    m_bars.erase(bar);
    Q_EMIT changed(held);
}

void WriteGate::open(const QString& scope)
{
    noticeTime();
    const auto bar = m_bars.find(scope);
    if (bar == m_bars.end() || m_clock.now() < bar->second.trouble.until)
        return;
    if (bar->second.held.isEmpty())
        return lift(scope); // nobody is there to try: whoever comes may
    Q_EMIT opened(QSet<StepKey>(bar->second.held));
}

} // namespace slipway::conductor
