// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/run.h"

#include <QString>

namespace slipway::console {

//! How a run that is undone came to that, as far as its journal's fold knows: who asked for it and why (known where a step
//! was not done by then), and what became of each pull request. On one line.
QString undoneText(const Run& run, Timestamp now);

} // namespace slipway::console
