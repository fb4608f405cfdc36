// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/github.h"

#include <deque>

namespace slipway::github {

//! Whether GitHub itself has trouble, as its own answers show it: one failed answer is an accident, several among few are
//! an incident. Nobody else is asked for it.
class ServerHealth {
public:
    //! In the program's time, so that at a higher speed it holds nothing up for longer than what it is told of lasts; a few
    //! seconds at least, as what a server answers takes its own time.
    static constexpr Millis window{5 * 60'000}, leastWindow{3'000};
    static constexpr int fewest = 3; //!< failed answers
    static constexpr int oneIn = 5; //!< of all answers of that time

    //! The clock outlives this.
    explicit ServerHealth(const Clock& clock)
        : m_clock(clock)
    { }

    //! True where it may have changed what incident() says.
    bool note(int status);
    std::optional<Incident> incident() const;

private:
    Millis span() const { return m_clock.scaled(window, leastWindow); }

    const Clock& m_clock;
    struct Seen {
        Timestamp at;
        bool failed;
    };
    std::deque<Seen> m_seen; //!< of the window
};

} // namespace slipway::github
