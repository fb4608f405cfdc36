// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QList>

#include <optional>

namespace slipway::conductor {

//! How long a step took in earlier runs, in the program's own (unscaled) time: a tenth took less than `early`, a tenth
//! more than `late`.
struct UsualTime {
    Millis early{0}, late{0};
};
//! Nothing where too few are known to tell.
std::optional<UsualTime> usualTime(QList<qint64> milliseconds);

//! A wait, as far as it matters for how soon to look again. All durations are the program's own (unscaled) time.
struct Watched {
    QString what; //!< what is waited for: a code of WaitingFor; empty: a person is asked, the world may move by itself
    Millis waited{0}; //!< since the attempt began
    Millis unchanged{0}; //!< since what is waited for last changed
    std::optional<UsualTime> usual; //!< of this step; without it, what such a wait takes as a rule
    bool newsFlow = false; //!< GitHub tells by itself what happens there
    qsizetype together = 1; //!< waits that share the looks, of all runs
};

//! So many waits that a look at all of them costs more than a point or two.
bool areMany(qsizetype waits);

//! How long until it is looked again: 6 s at most while it may happen any moment and few are watched, 12 s where there are
//! many, whose looks cost more; longer before the time at which it ever happened, and ever longer when it takes longer than usual, because then a
//! person has to notice first. Whatever has just changed is looked at sooner: things come in a row.
//! While news flow, looking is but the net below them: less than a tenth as often.
Millis watchInterval(const Watched& watched);

//! An hourly budget as GitHub last told it.
struct Purse {
    qint64 limit = 0, remaining = 0;
    Millis untilReset{0}; //!< in GitHub's time, which is never scaled
};
//! What watching leaves for persons: looks now, retries, validations, and the writes of the runs themselves.
qint64 reserveOf(const Purse& purse);
//! How long after a look that cost so much the next one may be made, so that what is left without the reserve lasts until
//! the reset. Zero with a full purse and a cheap look.
Millis watchPause(const Purse& purse, qint64 cost);

} // namespace slipway::conductor
