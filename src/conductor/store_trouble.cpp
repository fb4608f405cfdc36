// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/store_trouble.h"

#include "base/logging.h"
#include "base/text.h"

namespace slipway::conductor {

namespace {

constexpr Millis kTryAgain{2'000}, kTryAgainAtLeast{250};

} // namespace

void StoreTrouble::refused(const QString& who, const Error& why, std::function<void()> again)
{
    if (m_stopped)
        return;
    std::erase_if(m_refused, [&](const Refused& one) { return one.who == who; });
    m_refused.push_back({who, std::move(again)});
    const bool isNew = !m_trouble || m_trouble->error.code != why.code;
    if (!m_trouble)
        m_trouble = Trouble{.since = m_clock.now()};
    m_trouble->error = why;
    if (!m_waits)
        tryLater();
    if (!isNew)
        return;
    qCWarning(logConductor) << "the store takes nothing" << why.code << toBytes(why.args);
    Q_EMIT changed();
}

void StoreTrouble::over(const QString& who)
{
    if (std::erase_if(m_refused, [&](const Refused& one) { return one.who == who; }) == 0)
        return;
    if (!m_refused.empty()) {
        m_now = m_clock.after(Millis(0), this, [this] { tryAll(); });
        return;
    }
    m_trouble.reset();
    qCInfo(logConductor) << "the store takes what it is given again";
    Q_EMIT changed();
}

void StoreTrouble::stop()
{
    m_stopped = true;
    m_next.cancel();
    m_now.cancel();
    m_refused.clear();
}

void StoreTrouble::tryLater()
{
    m_waits = true;
    m_next = m_clock.after(m_clock.scaled(kTryAgain, kTryAgainAtLeast), this, [this] { tryFirst(); });
}

void StoreTrouble::tryFirst()
{
    m_waits = false;
    const auto first =
        std::find_if(m_refused.begin(), m_refused.end(), [](const Refused& one) { return bool(one.again); });
    if (first == m_refused.end())
        return;
    std::exchange(first->again, {})();
    if (!m_waits && m_trouble) // it takes its time
        tryLater();
}

//! By name: each try may change who waits.
void StoreTrouble::tryAll()
{
    QStringList all;
    for (const auto& one : m_refused)
        if (one.again)
            all.append(one.who);
    for (const auto& who : all) {
        const auto found =
            std::find_if(m_refused.begin(), m_refused.end(), [&](const Refused& one) { return one.who == who; });
        if (found != m_refused.end() && found->again)
            std::exchange(found->again, {})();
    }
}

} // namespace slipway::conductor
