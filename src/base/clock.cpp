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

constexpr Millis longestPiece{60'000};

//! Goes on in a suspend, unlike CLOCK_MONOTONIC, which std::chrono::steady_clock uses.
Millis bootTime()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return Millis(qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000);
}

//! A QTimer counts by CLOCK_MONOTONIC, which stands still while a laptop sleeps, and takes no more than 24 days. So it
//! waits in pieces and looks at what has passed in truth: after a sleep, what fell due in it is called within a minute,
//! once. A clock on the wall that is set moves nothing.
class QtTimerHandle : public Timer::Handle {
public:
    QtTimerHandle(Millis delay, QObject* context, std::function<void()> call)
        : m_due(bootTime() + std::max(delay, Millis(0)))
        , m_timer(std::make_unique<QTimer>())
    {
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(m_timer.get(), &QTimer::timeout, context, [this, call = std::move(call)] {
            if (startPiece())
                return;
            // The call may destroy this handle, and with it the function that runs.
            const auto calling = call;
            calling();
        });
        startPiece(true);
    }
    // A Timer may be reset from inside its own call.
    ~QtTimerHandle() override
    {
        m_timer->stop();
        m_timer.release()->deleteLater();
    }

private:
    //! False: it is due. A first piece is always waited for, so that nothing is called from inside after().
    bool startPiece(bool first = false)
    {
        const Millis left = m_due - bootTime();
        if (left <= Millis(0) && !first)
            return false;
        m_timer->start(std::clamp(left, Millis(0), longestPiece));
        return true;
    }

    Millis m_due;
    std::unique_ptr<QTimer> m_timer;
};

} // namespace

Timestamp SystemClock::now() const { return {QDateTime::currentMSecsSinceEpoch()}; }

Millis SystemClock::uptime() const { return bootTime(); }

Timer SystemClock::after(Millis delay, QObject* context, std::function<void()> call)
{
    return Timer(std::make_unique<QtTimerHandle>(delay, context, std::move(call)));
}

} // namespace slipway
