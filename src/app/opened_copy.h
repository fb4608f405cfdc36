// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "console/ports.h"

namespace slipway::app {

//! A file that a person chose to look at, as something that can stand in the store's place for reading: a store as it is
//! (somebody else's, or a copy), or exported runs (JSON, of one or of several), written into a store of their own in
//! `folder`. The file itself stays as it is. From any thread. Errors: "store.foreign", "store.damaged", "file.…".
Result<console::StoreCopy> copyFrom(const QString& file, const QString& folder, Clock& clock);

} // namespace slipway::app
