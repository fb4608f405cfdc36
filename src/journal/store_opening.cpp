// SPDX-License-Identifier: GPL-3.0-or-later
// SqliteStore: how a file becomes this process's store.
#include "base/crash_point.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "journal/home.h"
#include "journal/open_store.h"
#include "journal/rebuild.h"
#include "journal/sqlite_store.h"
#include "journal/store_files.h"
#include "journal/views_check.h"

#include <QCoreApplication>
#include <QScopeGuard>
#include <QSysInfo>
#include <QUuid>

namespace slipway::journal {

namespace {

constexpr Millis firstBackupAfter{10 * 60'000};

QString ownerText(const QString& program)
{
    return u"%1:%2:%3:%4"_s.arg(QSysInfo::machineHostName(), program)
        .arg(QCoreApplication::applicationPid())
        .arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
}

} // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const StoreOptions& options, Clock& clock)
{
    const auto wanted = options.file.isEmpty() ? defaultStorePath() : options.file;
    if (auto local = refuseNetworkFileSystem(wanted); !local)
        return local.error();
    if (auto made = makeStoreFolder(wanted); !made)
        return made.error();
    const auto file = resolvedStorePath(wanted);
    auto lock = OwnerLock::acquire(file, options.program);
    if (!lock)
        return lock.error();
    crashPoint("open.owned");
    const auto refuse = [&](const Error& error) {
        (*lock)->withdraw();
        return error;
    };
    const auto header = readHeader(file);
    if (!header)
        return refuse(header.error());
    FileState state{.isNew = true};
    bool isToldOf = false;
    const auto beforeCheck = [&] {
        isToldOf = true;
        if (options.onWork)
            options.onWork(StoreWork::Checking);
    };
    const auto afterwards = qScopeGuard([&] {
        if (isToldOf && options.onWork)
            options.onWork(StoreWork::None);
    });
    if (header->exists) {
        auto inspected = inspect(file, clock.now(), beforeCheck);
        if (!inspected)
            return refuse(inspected.error());
        state = *inspected;
    }
    if (auto prepared = prepareStoreFile(file); !prepared)
        return refuse(prepared.error());
    auto database = Database::open(file, Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    crashPoint("open.prepared");
    auto migrated = migrate(**database, clock);
    if (!migrated)
        return migrated.error();
    std::unique_ptr<SqliteStore> store(
        new SqliteStore(std::move(*lock), std::move(*database), clock, ownerText(options.program)));
    store->m_report = {.migration = *migrated, .wasUnclean = !state.isNew && !state.cleanlyClosed};
    if (auto left = store->leavePoisonedAlone(); !left)
        return left.error();
    if (auto current = store->bringViewsUpToDate(options); !current)
        return current.error();
    // The file itself says whose it is before its log has anything to lose, and the mark puts the same into the log.
    if (state.isNew)
        if (auto moved = store->m_database->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !moved)
            return moved.error();
    if (auto marked = setMeta(*store->m_database, "clean_shutdown", u"0"_s); !marked)
        return marked.error();
    if (state.isNew || state.wasCheckedNow)
        if (auto noted = setMeta(*store->m_database, "checked_at", QString::number(clock.now().ms)); !noted)
            return noted.error();
    crashPoint("open.marked");
    const auto rested = takeHome(*store, state.home, options.kinds, clock);
    if (!rested)
        return rested.error();
    store->m_report.rested = *rested;
    store->m_onWork = options.onWork;
    if (options.dailyBackups)
        store->planBackup(firstBackupAfter);
    return store;
}

Result<void> SqliteStore::bringViewsUpToDate(const StoreOptions& options)
{
    if (auto named = m_database->run("INSERT INTO meta (name, value) VALUES ('store_id', ?) ON CONFLICT DO NOTHING",
            {QUuid::createUuid().toString(QUuid::WithoutBraces)});
        !named)
        return named;
    const auto state = stateOf(*m_database);
    if (!state)
        return state.error();
    const auto agree = state->viewsAreCurrent && m_report.wasUnclean && options.kinds
        ? viewsAgree(*m_database, *options.kinds)
        : Result<bool>(true);
    if (!agree)
        return agree.error();
    if (!*agree)
        qCWarning(logJournal) << "the lists do not say what the journal does: they are made anew";
    if (state->viewsAreCurrent && *agree)
        return showAllSetAside();
    const auto runs = m_database->value("SELECT count(*) FROM run");
    if (!runs)
        return runs.error();
    if (runs->toLongLong() == 0)
        return markViewsCurrent(*m_database);
    if (!options.kinds)
        return Error{.code = errc::storeOlder, .args = {{"file", file().toStdString()}}};
    if (auto rebuilt = rebuildViews(*this, *options.kinds); !rebuilt)
        return rebuilt.error();
    m_report.viewsRebuilt = true;
    return {};
}

} // namespace slipway::journal
