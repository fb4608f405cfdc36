// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "workflow/event.h"

#include <optional>

namespace slipway::journal {

//! Why the journal cannot hold the event: its data has more bytes than the database takes, or is nested deeper than it could
//! be read back. Errors "json.tooLarge" with args bytes and limit, "json.invalid" with arg reason.
std::optional<Error> beyondLimits(const Event& event);

} // namespace slipway::journal
