// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QString>

//! Durations, moments and reasons as people read and hear them.
namespace slipway::console {

//! Short, for columns: "38 s", "1 min 20 s", "2 h 50 min", "3 d 4 h".
QString durationText(Millis duration);
//! In full, for screen readers: "2 hours 50 minutes".
QString spokenDuration(Millis duration);
//! Local time: "10:02" on the day of `now`, else with the date.
QString timeText(Timestamp moment, Timestamp now);
//! For an axis: "10:02", "10:02:30", at midnight "22 Nov".
QString axisText(Timestamp moment, bool utc, bool seconds);
//! "10:02", or with seconds; in UTC it says so.
QString clockText(Timestamp moment, bool utc, bool seconds);
//! Date and time; in UTC it says so.
QString fullTimeText(Timestamp moment, bool utc);
//! Seconds that the shown time is ahead of UTC.
int utcOffset(Timestamp moment, bool utc);
//! To the second; with its date where that is not today.
QString secondText(Timestamp moment, Timestamp now);
//! Local date and time to the second.
QString dateTimeText(Timestamp moment);
//! Why something does not apply, in the words of its refusal.
QString whyText(const Error& error);

} // namespace slipway::console
