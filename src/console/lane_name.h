// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/workflow.h"

namespace slipway::console {

//! What a lane is called before there is a run: its title with the settings as they come, and inputs by their own titles
//! ("‹Service name›"). Safe to show.
QString laneName(const Workflow& workflow, const Lane& lane);

} // namespace slipway::console
