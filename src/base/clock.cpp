// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QDateTime>
#include <QTimer>

#include <ctime>

namespace slipway {

QString Timestamp::toIso() const { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs); }

std::optional<Timestamp> Timestamp::fromIso(const QString& text)
{
    const auto parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    return Timestamp{parsed.toMSecsSinceEpoch()};
}

namespace {

class QtTimerHandle : public Timer::Handle {
public:
    QtTimerHandle(Millis delay, QObject* context, std::function<void()> call)
        : m_timer(std::make_unique<QTimer>())
    {
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(m_timer.get(), &QTimer::timeout, context, std::move(call));
        m_timer->start(std::max(delay, Millis(0)));
    }
    // A Timer may be reset from inside its own call.
    ~QtTimerHandle() override
    {
        m_timer->stop();
        m_timer.release()->deleteLater();
    }

private:
    std::unique_ptr<QTimer> m_timer;
};

} // namespace

Timestamp SystemClock::now() const { return {QDateTime::currentMSecsSinceEpoch()}; }

Millis SystemClock::uptime() const
{
    // CLOCK_MONOTONIC, which std::chrono::steady_clock uses, stops while a laptop sleeps.
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return Millis(qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000);
}

Timer SystemClock::after(Millis delay, QObject* context, std::function<void()> call)
{
    return Timer(std::make_unique<QtTimerHandle>(delay, context, std::move(call)));
}

} // namespace slipway
