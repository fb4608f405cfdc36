// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <map>

namespace slipway {

//! A clock that stands still until it is told to go on: tests and simulations run a day in a moment.
class ManualClock : public Clock {
public:
    explicit ManualClock(Timestamp start = {1'700'000'000'000}, double scale = 1.0);
    ~ManualClock() override;

    Timestamp now() const override { return m_now; }
    Millis uptime() const override { return m_uptime; }
    [[nodiscard]] Timer after(Millis delay, QObject* context, std::function<void()> call) override;
    double scale() const override { return m_scale; }

    //! Moves on by `duration` and makes the calls that fall due on the way, each at its own moment.
    void advance(Millis duration);
    //! The clock on the wall is set: now() moves, uptime() and what is waited for do not.
    void jump(Millis by) { m_now = m_now + by; }
    //! The machine sleeps: when it wakes, what fell due meanwhile is called, late and once.
    void sleep(Millis duration);
    //! The moment of the next pending call, if there is one.
    std::optional<Timestamp> next() const;

private:
    struct Pending;
    class PendingHandle;

    void goTo(Millis uptime);

    Timestamp m_now;
    Millis m_uptime{0};
    double m_scale;
    std::shared_ptr<std::multimap<Millis, std::shared_ptr<Pending>>> m_pending; //!< by uptime
};

} // namespace slipway
