// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>

//! Durations and moments as people read and hear them.
namespace slipway::console {

//! Short, for columns: "38 s", "1 min 20 s", "2 h 50 min", "3 d 4 h".
QString durationText(Millis duration);
//! In full, for screen readers: "2 hours 50 minutes".
QString spokenDuration(Millis duration);
//! Local time: "10:02" on the day of `now`, else with the date.
QString timeText(Timestamp moment, Timestamp now);
//! Local date and time to the second.
QString dateTimeText(Timestamp moment);

} // namespace slipway::console
