// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/migrations.h"

#include "base/crash_point.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/private_files.h"
#include "base/text.h"
#include "journal/backups.h"
#include "journal/database_error.h"
#include "journal/sql_script.h"
#include "journal/store_files.h"

#include <array>

namespace slipway::journal {

namespace {

constexpr std::array all{
    Migration{1, ":/migrations/001-journal.sql"},
    Migration{2, ":/migrations/002-views.sql"},
    Migration{3, ":/migrations/003-history.sql"},
};

//! VACUUM INTO sees a consistent state however the file is being used; copying the file would not.
Result<QString> backUp(Database& database, Clock& clock, int version)
{
    const auto file = u"%1.before-v%2-%3"_s.arg(database.file()).arg(version).arg(stampOf(clock.now()));
    if (auto made = makeEmptyPrivateFile(file); !made)
        return made.error();
    if (auto written = database.execute(u"VACUUM INTO ?"_s, {file}); !written)
        return written.error();
    if (auto synced = syncFile(file); !synced)
        return synced.error();
    return file;
}

Result<void> apply(Database& database, const Migration& migration)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto done = runScript(database, QString::fromLatin1(migration.file)); !done)
        return done;
    if (auto done = database.execute(u"PRAGMA application_id = %1"_s.arg(applicationId)); !done)
        return done;
    if (auto done = database.execute(u"PRAGMA user_version = %1"_s.arg(migration.version)); !done)
        return done;
    return transaction->commit();
}

} // namespace

std::span<const Migration> migrations() { return all; }
int schemaVersion() { return all.back().version; }
QString viewsScript() { return QString::fromLatin1(all.back().file); }

Result<void> runScript(Database& database, const QString& resource)
{
    const auto script = readFile(resource);
    if (!script)
        return script.error();
    for (const auto& statement : statementsOf(QString::fromUtf8(*script))) {
        crashPoint("migration.statement");
        if (auto done = database.execute(statement); !done)
            return done;
    }
    return {};
}

Result<MigrationReport> migrate(Database& database, Clock& clock, int target)
{
    const auto version = database.pragma(u"user_version"_s);
    if (!version)
        return version.error();
    MigrationReport report{.from = int(*version), .to = int(*version)};
    if (report.from > target)
        return Error{.code = errc::storeNewer,
            .args = {{"file", database.file().toStdString()}, {"version", report.from}, {"known", target}}};
    for (const auto& migration : all) {
        if (migration.version <= report.to || migration.version > target)
            continue;
        if (report.from > 0) {
            auto backup = backUp(database, clock, migration.version);
            if (!backup)
                return backup.error();
            report.backups.append(*backup);
        }
        if (auto done = apply(database, migration); !done)
            return done.error();
        report.to = migration.version;
        qCInfo(logJournal) << "store brought to version" << migration.version;
    }
    return report;
}

} // namespace slipway::journal
