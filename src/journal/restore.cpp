// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/restore.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "journal/backups.h"
#include "journal/database_error.h"
#include "journal/event_rows.h"
#include "journal/open_store.h"
#include "journal/sqlite_store.h"
#include "journal/store_files.h"
#include "workflow/fold.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace slipway::journal {

namespace {

//! Read page by page, whatever it says of its end: what is put in the store's place is whole.
Result<void> checkCopy(const QString& backup)
{
    if (!QFileInfo(backup).isFile())
        return storeError(errc::storeMissing, backup, u"there is no such copy"_s);
    const auto header = readHeader(backup);
    if (!header)
        return header.error();
    auto database = Database::open(backup, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const auto state = stateOf(**database);
    if (!state)
        return state.error();
    if (state->isNew)
        return storeError(errc::storeForeign, backup, u"it is empty"_s);
    if (state->version > schemaVersion())
        return Error{.code = errc::storeNewer,
            .args = {{"file", backup.toStdString()}, {"version", state->version}, {"known", schemaVersion()}}};
    return quickCheck(**database);
}

//! Through SQLite, so that a log beside it is taken in.
Result<QString> copyBeside(const QString& store, const QString& backup, Clock& clock)
{
    const auto copy = store + u".restoring-"_s + stampOf(clock.now());
    const QStorageInfo storage(QFileInfo(store).absolutePath());
    if (storage.isValid() && storage.bytesAvailable() < 2 * QFileInfo(backup).size())
        return storeError(errc::storeFull, store, u"there is no room for the copy"_s);
    auto database = Database::open(backup, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    if (auto made = makeEmptyPrivateFile(copy); !made)
        return made.error();
    auto done = (*database)->execute(u"PRAGMA query_only=0"_s);
    if (done)
        done = (*database)->execute(u"VACUUM INTO ?"_s, {copy});
    if (done)
        done = syncFile(copy);
    if (!done) {
        QFile::remove(copy);
        return done.error();
    }
    return copy;
}

//! The log goes with its file, so that what is put aside stays readable.
Result<QString> putAside(const QString& store, Clock& clock)
{
    if (!QFileInfo::exists(store))
        return QString();
    const auto aside = store + u".replaced-"_s + stampOf(clock.now());
    // The log first: a power cut in between leaves the store without it, never another file with it.
    for (const auto& end : {u"-wal"_s, QString()})
        if (QFileInfo::exists(store + end) && !QFile::rename(store + end, aside + end))
            return storeError(errc::storeUnwritable, store, u"it cannot be put aside"_s);
    QFile::remove(store + u"-shm"_s);
    return aside;
}

Result<void> lookFirst(SqliteStore& store, const RunId& id, const QString& actor, const KindRules& kinds, Clock& clock)
{
    const auto lease = store.claim(id).result();
    if (!lease)
        return lease.error();
    const auto events = store.events(id).result();
    if (!events)
        return events.error();
    auto run = fold(Run{}, *events, kinds);
    if (!run)
        return run.error();
    const Event looked{.run = id,
        .sequence = run->sequence + 1,
        .at = clock.now(),
        .actor = actor,
        .type = EventType::LookRequested,
        .data = {{"scope", "restored"}}};
    run = fold(std::move(*run), looked, kinds);
    if (!run)
        return run.error();
    return store.append(*lease, *run, {looked}).result();
}

} // namespace

Result<RestoreReport> restoreBackup(
    const QString& wanted, const QString& backup, const QString& actor, const KindRules& kinds, Clock& clock)
{
    const auto file = resolvedStorePath(wanted.isEmpty() ? defaultStorePath() : wanted);
    if (auto whole = checkCopy(backup); !whole)
        return whole.error();
    RestoreReport report;
    {
        auto lock = OwnerLock::acquire(file, u"restore"_s);
        if (!lock)
            return lock.error();
        const auto copy = copyBeside(file, backup, clock);
        if (!copy)
            return copy.error();
        const auto aside = putAside(file, clock);
        if (!aside || !QFile::rename(*copy, file)) {
            QFile::remove(*copy);
            return aside ? storeError(errc::storeUnwritable, file, u"the copy cannot take its place"_s) : aside.error();
        }
        if (auto synced = syncFile(file); !synced)
            return synced.error();
        report.replaced = *aside;
    }
    auto store = SqliteStore::open({.file = file, .program = u"restore"_s, .kinds = &kinds}, clock);
    if (!store)
        return store.error();
    const auto runs = (*store)->maintenance().value("SELECT count(*) FROM run");
    if (!runs)
        return runs.error();
    report.runs = runs->toLongLong();
    const auto open = (*store)->openRuns().result();
    if (!open)
        return open.error();
    for (const auto& run : *open) {
        if (auto told = lookFirst(**store, run, actor, kinds, clock); !told)
            return told.error();
        ++report.openRuns;
    }
    if (auto closed = (*store)->closeCleanly().result(); !closed)
        return closed.error();
    return report;
}

} // namespace slipway::journal
