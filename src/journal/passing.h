// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace slipway::journal {

//! Trouble of a store that passes without Slipway: room on the disk, a file or a folder that is put back, a lock of another
//! program. What was refused for it is tried again, by everybody who waits for a store.
bool isPassing(const Error& error);

} // namespace slipway::journal
