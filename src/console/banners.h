// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

//! What the strip over the panes says of the whole window's condition.
namespace slipway::console {

enum class BannerAct {
    None,
    Details, //!< the error in full
    Close,
    GoOn, //!< leave safe mode
    TryNow, //!< look at a parked run now: that tries the connection
    SignIn, //!< the connection's dialog
    WhatIsMissing, //!< the same, with what the token may not do
    ShowStore, //!< where the store is
    StoreCopies, //!< copies of the store, one of which may be looked at or put back
    BackToStore, //!< from a copy of it
    StatusPage //!< what GitHub itself says of its trouble
};

struct Banner {
    QString id; //!< of the condition: the same one replaces what it said before
    bool grave = false;
    QString text;
    BannerAct first = BannerAct::None, second = BannerAct::None;
    std::optional<Error> error; //!< for Details
    bool operator==(const Banner&) const = default;
};

struct BannerFacts {
    desk::EngineStatus status;
    std::optional<Error> refused; //!< what a command was refused for, until it is closed
    bool canConnect = false; //!< there is a dialog for the connection
    bool canCopy = false; //!< copies of the store are at hand
    bool canTryNow = false; //!< a run is parked
    int openRuns = 0; //!< that somebody should drive
    std::optional<Timestamp> copyOf = {}; //!< a copy of the store is shown, as old as this
    QString copyFile = {}; //!< … that is none of this store's: the file that was opened
};

//! The clocks may differ by so much before it is worth a word.
inline constexpr Millis mostClockSkew{60'000};
//! Where the GitHub behind this address of its API tells how it is; empty: an Enterprise Server, which does not.
QString statusPageOf(const QString& apiHost);

//! One a condition, the gravest first.
QList<Banner> bannersOf(const BannerFacts& facts, Timestamp now);
QString labelOf(BannerAct act);

} // namespace slipway::console
