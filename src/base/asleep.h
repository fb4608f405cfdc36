// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace slipway {

//! How long this computer has been asleep since it was started. An object of its own, as crashPoint() is: a test's program
//! brings another definition.
Millis timeAsleep();

} // namespace slipway
