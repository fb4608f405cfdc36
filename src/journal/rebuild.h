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
    QStringList leftOut; //!< runs that cannot be read: the lists know of them only that (set_aside.h)
};

//! Drops the view tables and makes them anew from the events, in one transaction.
Result<RebuildReport> rebuildViews(SqliteStore& store, const KindRules& kinds);

//! Notes that the view tables are those of this program's schema.
Result<void> markViewsCurrent(Database& database);

} // namespace slipway::journal
