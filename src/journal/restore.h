// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "workflow/kind_rules.h"

#include <QString>

namespace slipway::journal {

struct RestoreReport {
    QString replaced; //!< where the file that was the store stands now; empty: there was none
    qint64 runs = 0; //!< in the store as it is now
    qint64 openRuns = 0; //!< whose steps look for what is there before they write
};

//! Puts a copy of a store in its place. Nobody may own the store. The copy is checked, copied, and stays where it is;
//! the file that was the store is kept under another name. Since the copy was made its runs have gone on: each open run
//! is told (LookRequested, scope "restored") that whatever it has not done may be done already, so that its steps look
//! first. All of them are told before the copy takes the store's place, in one step and under one lock: cut off at any
//! moment, the store is the old one or the new one. A run that cannot be told refuses the whole ("store.damaged", args
//! "run"). "store.owned", "store.missing" (no such copy), "store.foreign", "store.damaged", "store.newer", "store.full",
//! "store.unwritable".
Result<RestoreReport> restoreBackup(
    const QString& store, const QString& backup, const QString& actor, const KindRules& kinds, Clock& clock);

} // namespace slipway::journal
