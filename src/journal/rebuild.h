// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/kind_rules.h"

#include <QStringList>

namespace slipway::journal {

class Database;
class SqliteStore;

struct RebuildReport {
    qint64 runs = 0;
    qint64 events = 0;
    QStringList leftOut; //!< runs whose events do not fold: they are in no list until that is mended (see verify)
};

//! Drops the view tables and makes them anew from the events, in one transaction.
Result<RebuildReport> rebuildViews(SqliteStore& store, const KindRules& kinds);

//! Notes that the view tables are those of this program's schema.
Result<void> markViewsCurrent(Database& database);

} // namespace slipway::journal
