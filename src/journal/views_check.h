// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"
#include "workflow/kind_rules.h"

namespace slipway::journal {

//! Whether the lists say of each run what the journal does, in a cheap form for a start after an unclean end: of all runs
//! that they have a row, and what it says of the run's own; of the open ones also what their events fold to. The whole comparison is verifyJournal().
Result<bool> viewsAgree(Database& database, const KindRules& kinds);

} // namespace slipway::journal
