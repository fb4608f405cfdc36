// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace slipway::conductor {

//! Notices that the clock on the wall was set. Moments that are planned by it are moved along then, so that what is to
//! happen in ten seconds happens in ten seconds.
class ClockJumps {
public:
    static constexpr Millis kNotice{2'000};

    explicit ClockJumps(const Clock& clock)
        : m_clock(clock)
        , m_offset(offset())
    { }

    //! How far it was set since this told of it last; zero where that is no more than a clock is corrected by anyway.
    Millis take()
    {
        const Millis by = offset() - m_offset;
        if (std::chrono::abs(by) < kNotice)
            return Millis(0); // kept: small ones add up
        m_offset += by;
        return by;
    }

private:
    Millis offset() const { return Millis(m_clock.now().ms) - m_clock.uptime(); }

    const Clock& m_clock;
    Millis m_offset;
};

} // namespace slipway::conductor
