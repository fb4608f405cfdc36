// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/github.h"

#include <deque>

namespace slipway::github {

//! Whether GitHub itself has trouble, as its own answers show it: one failed answer is an accident, several among few are
//! an incident. Nobody else is asked for it.
class ServerHealth {
public:
    static constexpr Millis window{5 * 60'000};
    static constexpr int fewest = 3; //!< failed answers
    static constexpr int oneIn = 5; //!< of all answers of that time

    //! True where it may have changed what incident() says.
    bool note(int status, Timestamp now);
    std::optional<Incident> incident(Timestamp now) const;

private:
    struct Seen {
        Timestamp at;
        bool failed;
    };
    std::deque<Seen> m_seen; //!< of the window
};

} // namespace slipway::github
