// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <deque>

namespace slipway::conductor {

//! GitHub's limits for writes that create content: a burst of 5, then one a second, 80 a minute, 500 an hour. Counted on
//! the program's own (unscaled) time.
class TokenBucket {
public:
    //! How long until one more write may be sent; zero: now.
    Millis delay(Millis now) const;
    void take(Millis now);

private:
    double tokens(Millis now) const;

    std::deque<Millis> m_sent; //!< of the last hour
    double m_tokens = 5;
    Millis m_refilledAt{0};
};

} // namespace slipway::conductor
