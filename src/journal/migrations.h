// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "journal/database.h"

#include <span>

namespace slipway::journal {

//! One step of the schema, frozen once it has shipped: a file in resources/migrations, version = its number.
struct Migration {
    int version;
    const char* file;
};

std::span<const Migration> migrations();
//! The schema that this program writes: the last migration's version (SQLite's user_version).
int schemaVersion();
//! Marks the file as Slipway's (SQLite's application_id): "Slip".
inline constexpr qint64 applicationId = 0x536c6970;
//! Readers of this program understand files from this version on, and newer ones whose meta row "min_reader" is not
//! above schemaVersion().
inline constexpr int oldestReadable = 3;
//! What the lists hold (meta row "views"): raised whenever summary.h says otherwise of the same events; an owner makes
//! older ones anew. 4: an undone run needs somebody until its reverting pull requests are decided upon. 5: one that has ended, while GitHub
//! still merges what it raised.
inline constexpr int viewsVersion = 5;

struct MigrationReport {
    int from = 0; //!< 0: the file was new
    int to = 0;
    QStringList backups; //!< files made beside the store, one before each migration of a file that was not new
};

//! Brings the file to `target`, each migration in a transaction of its own together with its user_version, so that a
//! failure leaves the last good version. Errors of the store; "store.newer" if the file is newer than `target`.
Result<MigrationReport> migrate(Database& database, Clock& clock, int target = schemaVersion());

//! Runs each statement of an embedded script.
Result<void> runScript(Database& database, const QString& resource);
//! The script that drops and makes the view tables as the present version has them.
QString viewsScript();

} // namespace slipway::journal
