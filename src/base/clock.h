// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace slipway {

using Millis = std::chrono::milliseconds;

//! A moment: milliseconds since 1970 UTC. Never scaled.
struct Timestamp {
    qint64 ms = 0;

    friend auto operator<=>(const Timestamp&, const Timestamp&) = default;
    friend Timestamp operator+(Timestamp t, Millis d) { return {t.ms + d.count()}; }
    friend Timestamp operator-(Timestamp t, Millis d) { return {t.ms - d.count()}; }
    friend Millis operator-(Timestamp a, Timestamp b) { return Millis(a.ms - b.ms); }

    //! ISO 8601 UTC with milliseconds: "2026-11-21T21:46:00.000Z".
    QString toIso() const;
    //! Nothing where the text is no ISO 8601 moment.
    static std::optional<Timestamp> fromIso(const QString& text);
};

//! A pending call; destroying or resetting it cancels the call.
class Timer {
public:
    class Handle {
    public:
        virtual ~Handle() = default;
    };
    Timer() = default;
    explicit Timer(std::unique_ptr<Handle> handle)
        : m_handle(std::move(handle))
    { }
    void cancel() { m_handle.reset(); }
    bool isPending() const { return m_handle != nullptr; }

private:
    std::unique_ptr<Handle> m_handle;
};

//! The only source of time above `base`: passed in, owns the timers, replaced by ManualClock in tests.
//! Used from the thread of the `context` given to at()/after(); now(), uptime() and scaled() from any thread.
class Clock {
public:
    virtual ~Clock() = default;

    virtual Timestamp now() const = 0;
    //! Time since an arbitrary start that goes on while the machine sleeps and never jumps: for durations.
    virtual Millis uptime() const = 0;
    //! Calls `call` once in the thread of `context` after `delay` (not scaled again; see scaled()), unless the Timer
    //! or the context is destroyed before. A delay of zero or less means "at the next turn of the event loop".
    [[nodiscard]] virtual Timer after(Millis delay, QObject* context, std::function<void()> call) = 0;
    [[nodiscard]] Timer at(Timestamp moment, QObject* context, std::function<void()> call)
    {
        return after(moment - now(), context, std::move(call));
    }

    //! A duration of the program (watch interval, back-off, in-flight window) divided by the time scale, never
    //! under `least`. Timestamps and transport timeouts are not scaled.
    Millis scaled(Millis duration, Millis least = Millis(1)) const
    {
        return std::max(least, Millis(qint64(double(duration.count()) / scale())));
    }
    virtual double scale() const { return 1.0; }
};

class SystemClock : public Clock {
public:
    explicit SystemClock(double scale = 1.0)
        : m_scale(scale)
    { }
    Timestamp now() const override;
    Millis uptime() const override;
    [[nodiscard]] Timer after(Millis delay, QObject* context, std::function<void()> call) override;
    double scale() const override { return m_scale; }

private:
    double m_scale;
};

} // namespace slipway
