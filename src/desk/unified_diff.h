// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"
#include "workflow/file_change.h"

namespace slipway::desk {

//! A planned file as a unified diff with three lines of context, as git shows it.
PreviewFile unifiedDiff(const PlannedFile& file);

} // namespace slipway::desk
