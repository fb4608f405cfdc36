// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"

namespace slipway::conductor {

//! What stands in the way at present (no network, limits, a token that was not authorised), and until when it is not tried
//! again.
struct Trouble {
    Error error;
    Timestamp until = {}; //!< none: nobody knows
    int count = 0; //!< failures in a row
    std::optional<Timestamp> since = {}; //!< where that is known
};

//! Trouble of one organisation or repository, which says nothing about any other: single sign-on, addresses that are not
//! listed.
bool isLocal(const Error& error);
//! Trouble with one answer: of that read alone where others were answered, of the way where none was.
bool isOfOneAnswer(const Error& error);
//! The pause after so many failures in a row, in the program's own (unscaled) time: two seconds, doubled each time.
Millis backOff(int count, Millis most);
//! With the organisation, where the error is one's own and does not name it.
Error naming(Error error, const QString& organisation);

inline constexpr Millis kLongestBackOff{64'000};
//! Where a person has to do something first, and each try is a request in vain.
inline constexpr Millis kLongestLocalBackOff{15 * 60'000};

} // namespace slipway::conductor
