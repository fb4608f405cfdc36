// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "journal/store.h"
#include "workflow/run.h"

#include <QSet>

//! What crashes of the program come to. Kills, power cuts and a full memory leave no mark (base/crash_mark.h) and do not
//! count, however many there are.
namespace slipway::conductor {

//! A run that the program died of so often in a row is left alone.
inline constexpr int kCrashesToQuarantine = 3;
//! So many crashes within this time, not explained by a run in quarantine: nothing is driven before a person says so.
inline constexpr int kCrashesToSafeMode = 3;
inline constexpr Millis kSafeModeWindow{10 * 60'000};

//! What a run is told of the crashes that concern it, as events without sequences; nothing where it knows of all of them.
Events crashEvents(const Run& run, const QList<journal::Crash>& crashes, Timestamp now);

//! Why nothing is driven, if that is so. `settled`: runs in quarantine, whose crashes are explained.
std::optional<Error> safeMode(const QList<journal::Crash>& crashes, const QSet<RunId>& settled);

} // namespace slipway::conductor
