// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/manual_clock.h"
#include "http/http.h"
#include "sandbox/sandbox.h"

#include <map>
#include <random>

namespace simulation {

using namespace slipway;

//! Chance from a seed; own arithmetic, because the standard library's distributions differ between libraries.
class Dice {
public:
    explicit Dice(quint64 seed)
        : m_random(seed)
    { }
    double uniform() { return double(m_random() >> 11) / 9007199254740992.0; }
    bool falls(double probability) { return uniform() < probability; }
    qint64 between(qint64 from, qint64 to) { return from + qint64(uniform() * double(to - from + 1)); }
    Millis pause(qint64 fromMs, qint64 toMs) { return Millis(between(fromMs, toMs)); }

private:
    std::mt19937_64 m_random;
};

//! The world's own clock: right, whatever this computer's is set to.
class RightClock : public Clock {
public:
    RightClock(ManualClock& clock, Timestamp start)
        : m_clock(clock)
        , m_start(start)
    { }
    Timestamp now() const override { return m_start + m_clock.uptime(); }
    Millis uptime() const override { return m_clock.uptime(); }
    Timer after(Millis delay, QObject* context, std::function<void()> call) override
    {
        return m_clock.after(delay, context, std::move(call));
    }

private:
    ManualClock& m_clock;
    Timestamp m_start;
};

//! The sandbox's world in place of a network that loses, delays and garbles what it carries. Outlives the processes that
//! send through it: what they have sent may take effect after their death.
class FaultyWorld : public http::Http {
public:
    struct Habits {
        double effectFaults = 0.3, readFaults = 0.1;
        //! A request may take effect so long after nobody waits for it any more; the engine's window is 30 s.
        Millis latest{25'000};
        bool onlyLate = false; //!< no fault but effects that come after everybody gave them up
        bool resends = false; //!< what is cut off is sent again by itself, as Qt's manager would
    };

    FaultyWorld(sandbox::Sandbox& sandbox, Clock& clock, Dice& dice, Habits habits);
    ~FaultyWorld() override;

    QFuture<http::Exchange> read(http::Request request) override;
    QFuture<http::Exchange> effect(http::Request request) override;

    //! The process that sent died: nobody is told any more. Answers end here, so that whoever waits for one can go.
    void abandon();
    void calmDown() { m_calm = true; } //!< no faults from now on
    std::function<bool()> diesBefore = [] { return false; }, diesAfter = [] { return false; };
    std::function<void()> die = [] {};

    int effects = 0; //!< that were put on the wire
    int faults = 0;

private:
    struct Open;
    using OpenPointer = std::shared_ptr<Open>;

    OpenPointer open(http::Request request);
    void applyAfter(const OpenPointer& open, Millis delay);
    void apply(const OpenPointer& open);
    void tellAfter(const OpenPointer& open, Millis delay, std::optional<http::Exchange> instead = {});
    void breakEffect(const OpenPointer& open);
    void schedule(Millis delay, std::function<void()> call);

    sandbox::Sandbox& m_sandbox;
    Clock& m_clock;
    Dice& m_dice;
    Habits m_habits;
    bool m_calm = false;
    qint64 m_lastNumber = 0;
    std::map<qint64, Timer> m_timers;
    std::map<qint64, OpenPointer> m_open;
};

} // namespace simulation
