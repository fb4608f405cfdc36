// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/effector.h"

#include "base/error_codes.h"

namespace slipway::conductor {

Effector::Effector(github::GitHub* github, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_github(github)
    , m_clock(clock)
{ }

Millis Effector::programTime() const { return Millis(qint64(double(m_clock.uptime().count()) * m_clock.scale())); }

bool Effector::acquire(const Key& key, const QString& repository, bool createsContent)
{
    const auto isOurs = [&](const Claim& claim) { return claim.key == key; };
    if (std::any_of(m_held.begin(), m_held.end(), isOurs))
        return true;
    if (std::none_of(m_queue.begin(), m_queue.end(), isOurs))
        m_queue.append({key, repository, createsContent});
    const auto free = [&](const Claim& claim) {
        return std::none_of(
            m_held.begin(), m_held.end(), [&](const Claim& held) { return held.repository == claim.repository; });
    };
    // First come, first served: whoever is before us in the queue for the same repository goes first.
    for (const auto& claim : m_queue) {
        if (claim.key == key) {
            if (!free(claim) || (createsContent && m_content.delay(programTime()) > Millis(0)))
                break;
            if (createsContent)
                m_content.take(programTime());
            m_held.append(claim);
            m_queue.removeIf(isOurs);
            return true;
        }
        if (claim.repository == repository)
            break;
    }
    grant();
    return false;
}

void Effector::release(const Key& key)
{
    const auto isOurs = [&](const Claim& claim) { return claim.key == key; };
    if (m_held.removeIf(isOurs) + m_queue.removeIf(isOurs) > 0)
        grant();
}

void Effector::grant()
{
    for (qsizetype i = 0; i < m_queue.size();) {
        const Claim claim = m_queue[i];
        const bool busy = std::any_of(
            m_held.begin(), m_held.end(), [&](const Claim& held) { return held.repository == claim.repository; });
        if (busy) {
            ++i;
            continue;
        }
        if (claim.createsContent) {
            if (const Millis wait = m_content.delay(programTime()); wait > Millis(0)) {
                m_retry = m_clock.after(m_clock.scaled(wait), this, [this] { grant(); });
                ++i;
                continue;
            }
            m_content.take(programTime());
        }
        m_held.append(claim);
        m_queue.removeAt(i);
        // Told at the next turn: whoever released a slot is still in the middle of its own work.
        QMetaObject::invokeMethod(
            this, [this, claim] { Q_EMIT granted(claim.key.run, claim.key.step); }, Qt::QueuedConnection);
    }
}

QFuture<github::EffectOutcome> Effector::perform(const github::Effect& effect)
{
    if (!m_github)
        return QtFuture::makeReadyFuture(github::EffectOutcome{
            .kind = github::EffectOutcome::Kind::NotExecuted, .error = Error{.code = errc::notConnected}});
    return m_github->perform(effect);
}

} // namespace slipway::conductor
