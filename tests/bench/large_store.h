// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/sqlite_store.h"

namespace slipway::bench {

//! Writes runs of a hundred events each: one in a hundred is open and waits for checks, the others are done. Returns the
//! number of events. Without a wait for the disk, for what is measured comes after.
qint64 fill(journal::SqliteStore& store, int runs);

} // namespace slipway::bench
