// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "workflow/kind_rules.h"

#include <QString>

namespace slipway::journal {

class SqliteStore;

//! Names this user on this computer, the same at every start, and tells nobody who that is.
QString thisHome();

//! Whoever made the store elsewhere (another computer, another user) may have put runs into it that act with the rights of
//! this user. `home` is where the store says that it is; where that is not here each open run is paused (RunPaused, because
//! "elsewhere"; "noHome" where the store of an older program does not say) before anybody drives one, and then the store
//! says that it is here. How many were paused; one that cannot be read is set aside. Without `kinds` nothing can be read
//! of runs: a store that has any is left as it is.
Result<qint64> takeHome(SqliteStore& store, const QString& home, const KindRules* kinds, Clock& clock);

} // namespace slipway::journal
