// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/event.h"
#include "workflow/run.h"

#include <map>

namespace slipway::desk {

//! One run at any moment of its past: its journal folded up to then. Keeps some stages, so that going to and fro along
//! the time does not begin at the start each time.
class PastRun {
public:
    //! Takes in events that follow the last one known; others are left out.
    void append(const Events& events);
    qint64 lastSequence() const { return m_events.empty() ? 0 : m_events.back().sequence; }
    bool isEmpty() const { return m_events.empty(); }

    //! Works towards at(moment), for a millisecond or so; false: there is more to do, call it again.
    bool prepare(Timestamp moment);
    //! The run with everything that had happened at `moment`; "run.unknown" before its start, "store.damaged" where the
    //! journal does not fold.
    Result<Run> at(Timestamp moment);

    //! The last moment before, the first one after `moment` at which something happened.
    std::optional<Timestamp> before(Timestamp moment) const;
    std::optional<Timestamp> after(Timestamp moment) const;

private:
    std::size_t countAt(Timestamp moment) const;
    std::pair<std::size_t, Run> stageBefore(std::size_t count) const;
    Result<Run> foldOn(std::size_t folded, Run run, std::size_t count);

    Events m_events;
    std::map<std::size_t, Run> m_stages; //!< by the number of events folded
};

} // namespace slipway::desk
