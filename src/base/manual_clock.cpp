// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/manual_clock.h"

#include <QPointer>

namespace slipway {

struct ManualClock::Pending {
    QPointer<QObject> context;
    std::function<void()> call;
    bool cancelled = false;
};

class ManualClock::PendingHandle : public Timer::Handle {
public:
    explicit PendingHandle(std::shared_ptr<Pending> pending)
        : m_pending(std::move(pending))
    { }
    ~PendingHandle() override { m_pending->cancelled = true; }

private:
    std::shared_ptr<Pending> m_pending;
};

ManualClock::ManualClock(Timestamp start, double scale)
    : m_now(start)
    , m_scale(scale)
    , m_pending(std::make_shared<std::multimap<Millis, std::shared_ptr<Pending>>>())
{ }

ManualClock::~ManualClock() = default;

Timer ManualClock::after(Millis delay, QObject* context, std::function<void()> call)
{
    auto pending = std::make_shared<Pending>();
    pending->context = context;
    pending->call = std::move(call);
    m_pending->emplace(m_uptime + std::max(delay, Millis(0)), pending);
    return Timer(std::make_unique<PendingHandle>(pending));
}

void ManualClock::advance(Millis duration)
{
    const Millis end = m_uptime + duration;
    while (!m_pending->empty() && m_pending->begin()->first <= end) {
        const auto first = m_pending->begin();
        const Millis due = first->first;
        const auto pending = first->second;
        m_pending->erase(first);
        if (pending->cancelled || !pending->context)
            continue;
        goTo(std::max(due, m_uptime));
        pending->call();
    }
    goTo(std::max(end, m_uptime));
}

void ManualClock::goTo(Millis uptime)
{
    m_now = m_now + (uptime - m_uptime);
    m_uptime = uptime;
}

void ManualClock::sleep(Millis duration)
{
    goTo(m_uptime + duration);
    advance(Millis(0));
}

std::optional<Timestamp> ManualClock::next() const
{
    for (const auto& [due, pending] : *m_pending)
        if (!pending->cancelled && pending->context)
            return m_now + (due - m_uptime);
    return std::nullopt;
}

} // namespace slipway
