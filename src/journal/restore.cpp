// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/restore.h"

#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"
#include "journal/backups.h"
#include "journal/database_error.h"
#include "journal/event_rows.h"
#include "journal/open_store.h"
#include "journal/set_aside.h"
#include "journal/sqlite_store.h"
#include "journal/store_files.h"
#include "workflow/fold.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace slipway::journal {

namespace {

const auto restoringMark = u".restoring-"_s;
const auto replacedMark = u".replaced-"_s;

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

QFileInfoList filesFrom(const QString& beginning)
{
    const QFileInfo info(beginning);
    auto files = info.dir().entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    files.removeIf([&](const QFileInfo& file) { return !file.fileName().startsWith(info.fileName()); });
    return files;
}

//! What a restore that was cut off left: copies that were never put in place, and a second name of the store itself,
//! which would grow old as "what was replaced". Only for the holder of the lock.
void removeLeftovers(const QString& store, const QString& backup)
{
    const auto wanted = QFileInfo(backup).canonicalFilePath();
    for (const auto& file : filesFrom(store + restoringMark))
        if (!wanted.startsWith(file.canonicalFilePath()) && !file.canonicalFilePath().startsWith(wanted))
            QFile::remove(file.filePath());
    for (const auto& file : filesFrom(store + replacedMark))
        if (file.canonicalFilePath() != wanted && fileIdentity(file.filePath()) == fileIdentity(store))
            QFile::remove(file.filePath());
}

//! The copy that is made ready beside the store. Whatever becomes of it, nothing of its name stays.
class Unfinished {
public:
    explicit Unfinished(QString file)
        : m_file(std::move(file))
    { }
    ~Unfinished()
    {
        for (const auto& file : filesFrom(m_file))
            QFile::remove(file.filePath());
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

private:
    QString m_file;
};

//! Through SQLite, so that a log beside it is taken in.
Result<void> copyTo(const QString& copy, const QString& store, const QString& backup)
{
    const QStorageInfo storage(QFileInfo(store).absolutePath());
    if (storage.isValid() && storage.bytesAvailable() < 2 * QFileInfo(backup).size())
        return storeError(errc::storeFull, store, u"there is no room for the copy"_s);
    auto database = Database::open(backup, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    if (auto made = makeEmptyPrivateFile(copy); !made)
        return made;
    if (auto allowed = (*database)->execute(u"PRAGMA query_only=0"_s); !allowed)
        return allowed;
    if (auto written = (*database)->execute(u"VACUUM INTO ?"_s, {copy}); !written)
        return written;
    return syncFile(copy);
}

Error cannotBeTold(const QString& backup, const RunId& run, const Error& cause)
{
    const auto reason = textAt(cause.args, "reason");
    auto error = storeError(errc::storeDamaged, backup,
        u"its run %1 cannot be told to look first: %2"_s.arg(run.text(), reason.isEmpty() ? cause.code : reason));
    error.args["run"] = run.utf8();
    error.details = {{"code", cause.code.toStdString()}, {"args", cause.args}, {"details", cause.details}};
    return error;
}

Result<void> lookFirst(SqliteStore& store, const QString& backup, const RunId& id, const QString& actor,
    const KindRules& kinds, Clock& clock)
{
    const auto lease = store.claim(id).result();
    if (!lease)
        return lease.error();
    const auto events = store.events(id).result();
    if (!events)
        return cannotBeTold(backup, id, events.error());
    auto run = fold(Run{}, *events, kinds);
    if (!run)
        return cannotBeTold(backup, id, run.error());
    const Event looked{.run = id,
        .sequence = run->sequence + 1,
        .at = clock.now(),
        .actor = actor,
        .type = EventType::LookRequested,
        .data = {{"scope", "restored"}}};
    run = fold(std::move(*run), looked, kinds);
    if (!run)
        return cannotBeTold(backup, id, run.error());
    return store.append(*lease, *run, {looked}).result();
}

//! In the copy, before it is anybody's store: a run that nobody told would write again what it had written.
Result<RestoreReport> tellOpenRuns(
    const QString& copy, const QString& backup, const QString& actor, const KindRules& kinds, Clock& clock)
{
    auto store = SqliteStore::open({.file = copy, .program = u"restore"_s, .kinds = &kinds}, clock);
    if (!store)
        return store.error();
    const auto runs = (*store)->maintenance().value("SELECT count(*) FROM run");
    if (!runs)
        return runs.error();
    RestoreReport report{.replaced = {}, .runs = runs->toLongLong()};
    const auto open = (*store)->openRuns().result();
    if (!open)
        return open.error();
    // Nothing can be journaled in those: it is noted, and journaled when a person has one read again.
    auto aside = runsSetAside((*store)->maintenance());
    if (!aside)
        return aside.error();
    for (auto run = aside->begin(); run != aside->end(); ++run) {
        run->args["restored"] = true;
        if (auto noted = noteSetAside((*store)->maintenance(), run.key(), *run); !noted)
            return noted.error();
    }
    for (const auto& run : *open) {
        if (auto told = lookFirst(**store, backup, run, actor, kinds, clock); !told)
            return told.error();
        ++report.openRuns;
    }
    if (auto closed = (*store)->closeCleanly().result(); !closed)
        return closed.error();
    store->reset();
    // Only the file itself goes to its place.
    if (QFileInfo(copy + u"-wal"_s).size() > 0)
        return storeError(errc::storeFailed, copy, u"its log cannot be moved into it"_s);
    if (auto synced = syncFile(copy); !synced)
        return synced.error();
    return report;
}

//! So that the file is whole without its log. One that is damaged, newer or not ours keeps its log beside it.
void takeLogIn(const QString& store)
{
    if (QFileInfo(store + u"-wal"_s).size() == 0 || !QFileInfo(store).isFile() || !inspect(store))
        return;
    if (auto database = Database::open(store, Database::Mode::ReadWrite))
        (void)(*database)->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

//! A second name, so that the first one is never missing.
Result<void> keepAs(const QString& file, const QString& name)
{
    if (::link(QFile::encodeName(file).constData(), QFile::encodeName(name).constData()) == 0)
        return {};
    // Some file systems know no second names.
    if (errno == EEXIST || !QFile::copy(file, name))
        return storeError(errc::storeUnwritable, file, u"it cannot be put aside"_s);
    return syncFile(name);
}

bool rename(const QString& from, const QString& to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

//! What stood at the store's name, kept under another one, and the way back.
class PutAside {
public:
    PutAside(QString store, QString aside)
        : m_store(std::move(store))
        , m_aside(std::move(aside))
    { }
    ~PutAside()
    {
        if (!m_done)
            undo();
    }
    PutAside(const PutAside&) = delete;
    PutAside& operator=(const PutAside&) = delete;

    Result<void> keep()
    {
        takeLogIn(m_store);
        for (const auto& end : {u"-wal"_s, u"-journal"_s, QString()}) {
            if (!QFileInfo::exists(m_store + end) || (end == u"-wal"_s && QFileInfo(m_store + end).size() == 0))
                continue;
            if (auto kept = keepAs(m_store + end, m_aside + end); !kept)
                return kept;
            m_kept.append(end);
            if (auto synced = syncFile(m_aside + end); !synced)
                return synced;
        }
        return {};
    }
    //! A log would be taken for that of the file which comes, and the file that is there is another store without it.
    //! So where one is left, the name says for a moment that there is no store, which every start refuses.
    Result<void> clear()
    {
        if (hasLog()) {
            const QByteArray note("A copy is being put in this store's place: restore it again.\n");
            m_noted = true;
            if (auto written = writePrivateFile(m_store, note); !written)
                return storeError(errc::storeUnwritable, m_store, textAt(written.error().args, "reason"));
            if (auto synced = syncFile(m_store); !synced)
                return synced;
        }
        for (const auto& end : {u"-wal"_s, u"-journal"_s, u"-shm"_s})
            if (QFileInfo::exists(m_store + end) && !QFile::remove(m_store + end))
                return storeError(errc::storeUnwritable, m_store + end, u"it cannot be put aside"_s);
        return {};
    }
    bool hadStore() const { return m_kept.contains(QString()); }
    void done() { m_done = true; }

private:
    bool hasLog() const { return m_kept.contains(u"-wal"_s) || m_kept.contains(u"-journal"_s); }
    void undo()
    {
        for (const auto& end : m_kept) { // the file itself is the last
            // Two names of one file: renaming the one to the other would leave both.
            if (m_noted && fileIdentity(m_aside + end) != fileIdentity(m_store + end))
                rename(m_aside + end, m_store + end);
            else
                QFile::remove(m_aside + end);
        }
        if (m_noted && !hadStore())
            QFile::remove(m_store);
    }

    QString m_store;
    QString m_aside;
    QStringList m_kept; //!< what follows the store's name
    bool m_noted = false;
    bool m_done = false;
};

//! A whole store is at its name all the time, and whoever finds the new one finds all its runs told.
Result<QString> takePlace(const QString& copy, const QString& store, Clock& clock)
{
    const auto aside = store + replacedMark + stampOf(clock.now());
    PutAside old(store, aside);
    auto ready = old.keep();
    if (ready)
        ready = old.clear();
    if (!ready)
        return ready.error();
    if (!rename(copy, store))
        return storeError(errc::storeUnwritable, store, u"the copy cannot take its place"_s);
    old.done();
    if (auto synced = syncFile(store); !synced)
        return synced.error();
    return old.hadStore() ? aside : QString();
}

} // namespace

Result<RestoreReport> restoreBackup(
    const QString& wanted, const QString& backup, const QString& actor, const KindRules& kinds, Clock& clock)
{
    const auto file = resolvedStorePath(wanted.isEmpty() ? defaultStorePath() : wanted);
    if (auto whole = checkCopy(backup); !whole)
        return whole.error();
    auto lock = OwnerLock::acquire(file, u"restore"_s);
    if (!lock)
        return lock.error();
    removeLeftovers(file, backup);
    const auto copy = file + restoringMark + stampOf(clock.now());
    const Unfinished unfinished(copy);
    if (auto copied = copyTo(copy, file, backup); !copied)
        return copied.error();
    auto report = tellOpenRuns(copy, backup, actor, kinds, clock);
    if (!report)
        return report;
    const auto replaced = takePlace(copy, file, clock);
    if (!replaced)
        return replaced.error();
    report->replaced = *replaced;
    return report;
}

} // namespace slipway::journal
