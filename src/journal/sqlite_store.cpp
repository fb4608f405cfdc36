// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/sqlite_store.h"

#include "base/crash_mark.h"
#include "base/crash_point.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/ready.h"
#include "base/text.h"
#include "journal/database_error.h"
#include "journal/event_rows.h"
#include "journal/open_store.h"
#include "journal/set_aside.h"
#include "journal/statistics.h"
#include "journal/store_files.h"

#include <QUuid>

namespace slipway::journal {

namespace {

Error guard(const RunId& run, const char* name, const QString& reason)
{
    return {.code = errc::storeGuard, .args = {{"run", run.utf8()}, {"guard", name}, {"reason", reason.toStdString()}}};
}

Result<void> checkEvents(const Run& after, const Events& events)
{
    if (events.empty())
        return guard(after.id, "empty", u"there is nothing to append"_s);
    for (const auto& event : events)
        if (event.run != after.id)
            return guard(after.id, "run", u"an event belongs to another run"_s);
    if (events.back().sequence != after.sequence)
        return guard(after.id, "fold", u"the run does not have these events folded in"_s);
    return {};
}

Error unknownRun(const RunId& run) { return {.code = errc::runUnknown, .args = {{"run", run.utf8()}}}; }

Error fenced(const RunId& run)
{
    return {.code = errc::storeFenced,
        .args = {{"run", run.utf8()}, {"reason", "the run has been taken by another holder"}}};
}

} // namespace

SqliteStore::SqliteStore(
    std::unique_ptr<OwnerLock> lock, std::unique_ptr<Database> database, Clock& clock, QString owner)
    : m_lock(std::move(lock))
    , m_session(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
    , m_database(std::move(database))
    , m_clock(clock)
    , m_owner(std::move(owner))
    , m_views(*m_database)
    , m_identity(fileIdentity(m_database->file()))
{ }

SqliteStore::~SqliteStore()
{
    disarmCrashMark(m_session);
    if (m_backupThread)
        m_backupThread->wait();
}

Result<void> SqliteStore::mayWrite() const
{
    if (m_closed)
        return storeError(errc::storeReadOnly, m_database->file(), u"the store has been closed"_s);
    // SQLite goes on writing to a file that has no name any more; what it takes then is lost with the process.
    if (fileIdentity(m_database->file()) != m_identity)
        return storeError(errc::storeUnwritable, m_database->file(), u"the file was moved, removed or replaced"_s);
    return {};
}

Database& SqliteStore::maintenance()
{
    m_views.forgetAll();
    return *m_database;
}

QFuture<Result<Lease>> SqliteStore::create(const Run& after, Events events)
{
    m_threadDoor.enter("the journal");
    return ready(createNow(after, events));
}
QFuture<Result<Lease>> SqliteStore::claim(const RunId& run)
{
    m_threadDoor.enter("the journal");
    return ready(claimNow(run));
}
QFuture<Result<void>> SqliteStore::append(const Lease& lease, const Run& after, Events events)
{
    m_threadDoor.enter("the journal");
    return ready(appendNow(lease, after, events));
}
QFuture<Result<void>> SqliteStore::release(const Lease& lease)
{
    m_threadDoor.enter("the journal");
    return ready(releaseNow(lease));
}
QFuture<Result<QList<RunId>>> SqliteStore::openRuns()
{
    m_threadDoor.enter("the journal");
    return ready(openRunsNow());
}
QFuture<Result<QList<RunId>>> SqliteStore::runsLeftOpen()
{
    m_threadDoor.enter("the journal");
    return ready(idsOf("SELECT run FROM view_run WHERE open = 0 AND needs_you = 1 ORDER BY run"));
}
QFuture<Result<Events>> SqliteStore::events(const RunId& run, qint64 since)
{
    m_threadDoor.enter("the journal");
    // A driver reads a run from its beginning, and acts upon it.
    if (const auto why = m_aside.constFind(run); why != m_aside.constEnd() && since <= 0)
        return ready(Result<Events>(*why));
    const ReadingScope reading(run);
    return ready(since > 0 ? readEvents(*m_database, run, since) : readUntouched(*m_database, run));
}
QFuture<Result<QList<StepDurations>>> SqliteStore::durations(const QString& workflow)
{
    m_threadDoor.enter("the journal");
    return ready(readDurations(*m_database, workflow));
}
QFuture<Result<void>> SqliteStore::closeCleanly()
{
    m_threadDoor.enter("the journal");
    return ready(closeNow());
}

Result<Lease> SqliteStore::createNow(const Run& after, const Events& events)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed.error();
    if (auto fit = checkEvents(after, events); !fit)
        return fit.error();
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const auto workflow = after.workflow ? after.workflow->id : QString();
    const auto now = m_clock.now().ms;
    auto inserted =
        m_database->run("INSERT INTO run (id, workflow, subject, open, fence, owner, claimed_at, created_at)"
                        " VALUES (?, ?, ?, ?, 1, ?, ?, ?)",
            {bound(after.id.text()), bound(workflow), bound(after.subject), qint64(after.isOpen()), m_owner, now, now});
    if (!inserted)
        return openRunInTheWay(inserted.error(), after);
    crashPoint("create.begun");
    Held held{.fence = 1, .open = after.isOpen()};
    auto written = write(held, after, events);
    if (written)
        written = transaction->commit();
    if (!written) {
        m_views.forget(after.id);
        return written.error();
    }
    m_held.insert(after.id, held);
    planCheckpoint();
    return Lease{after.id, held.fence};
}

Error SqliteStore::openRunInTheWay(Error error, const Run& run)
{
    if (error.code != errc::subjectTaken)
        return error;
    const auto other = m_database->value("SELECT id FROM run WHERE workflow = ? AND subject = ? AND open = 1",
        {bound(run.workflow ? run.workflow->id : QString()), bound(run.subject)});
    error.args["subject"] = run.subject.toStdString();
    if (!other)
        return error;
    error.args["run"] = other->toString().toStdString();
    // Nobody knows what it may still have under way: as any open run it keeps its subject to itself.
    if (m_aside.contains(RunId(other->toString())))
        error.args["setAside"] = error.args["run"];
    return error;
}

//! Events and views, inside the caller's transaction; `held` moves on with them.
Result<void> SqliteStore::write(Held& held, const Run& after, const Events& events)
{
    crashPoint("append.begun");
    for (const auto& event : events) {
        auto hash = insertEvent(*m_database, event, held.fence, held.hash);
        if (!hash)
            return hash.error();
        held.hash = std::move(*hash);
        held.sequence = event.sequence;
    }
    if (held.open != after.isOpen()) {
        auto updated =
            m_database->run("UPDATE run SET open = ? WHERE id = ?", {qint64(after.isOpen()), after.id.text()});
        if (!updated)
            return openRunInTheWay(updated.error(), after);
        held.open = after.isOpen();
    }
    crashPoint("append.events");
    auto viewed = m_views.write(after, events);
    crashPoint("append.views");
    return viewed;
}

Result<Lease> SqliteStore::claimNow(const RunId& run)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed.error();
    if (const auto why = m_aside.constFind(run); why != m_aside.constEnd())
        return *why;
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const auto fence =
        m_database->value("UPDATE run SET fence = fence + 1, owner = ?, claimed_at = ? WHERE id = ? RETURNING fence",
            {m_owner, m_clock.now().ms, bound(run.text())});
    if (!fence)
        return fence.error();
    if (!fence->isValid())
        return unknownRun(run);
    crashPoint("claim.commit");
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    m_held.remove(run);
    return Lease{run, fence->toLongLong()};
}

//! Where the chain of the run stands.
Result<SqliteStore::Held> SqliteStore::held(const Lease& lease)
{
    if (const auto known = m_held.constFind(lease.run); known != m_held.constEnd() && known->fence == lease.fence)
        return *known;
    Held held{.fence = lease.fence};
    std::optional<qint64> fence;
    auto read =
        m_database->run("SELECT open, fence FROM run WHERE id = ?", {bound(lease.run.text())}, [&](const Row& row) {
            held.open = row.flag(0);
            fence = row.integer(1);
            return Result<void>();
        });
    if (!read)
        return read.error();
    if (!fence)
        return unknownRun(lease.run);
    // The database would refuse too, but might name the sequence, in which an old holder is behind as well.
    if (*fence != lease.fence)
        return fenced(lease.run);
    read = m_database->run("SELECT sequence, hash FROM event WHERE run = ? ORDER BY sequence DESC LIMIT 1",
        {bound(lease.run.text())}, [&](const Row& row) {
            held.sequence = row.integer(0);
            held.hash = row.bytes(1);
            return Result<void>();
        });
    if (!read)
        return read.error();
    return held;
}

Result<void> SqliteStore::appendNow(const Lease& lease, const Run& after, const Events& events)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed;
    if (auto fit = checkEvents(after, events); !fit)
        return fit;
    if (after.id != lease.run)
        return guard(lease.run, "run", u"the lease is for another run"_s);
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    auto known = held(lease);
    if (!known)
        return known.error();
    auto written = write(*known, after, events);
    if (written)
        written = transaction->commit();
    if (!written) {
        m_held.remove(lease.run);
        m_views.forget(lease.run);
        return written;
    }
    crashPoint("append.done");
    if (!known->open)
        m_views.forget(lease.run); // it has ended: nothing more will be written, or seldom
    m_held.insert(lease.run, std::move(*known));
    planCheckpoint();
    return {};
}

Result<void> SqliteStore::releaseNow(const Lease& lease)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed;
    crashPoint("release.before");
    m_held.remove(lease.run);
    m_views.forget(lease.run);
    const auto released = m_database->value(
        "UPDATE run SET owner = NULL WHERE id = ? AND fence = ? RETURNING id", {bound(lease.run.text()), lease.fence});
    if (!released)
        return released.error();
    crashPoint("release.done");
    if (!released->isValid())
        return fenced(lease.run);
    return {};
}

Result<QList<RunId>> SqliteStore::openRunsNow() { return idsOf("SELECT id FROM run WHERE open = 1 ORDER BY id"); }

Result<QList<RunId>> SqliteStore::idsOf(const Sql& query)
{
    QList<RunId> runs;
    auto read = m_database->run(query, {}, [&](const Row& row) {
        if (const RunId run(row.text(0)); !m_aside.contains(run))
            runs.append(run);
        return Result<void>();
    });
    if (!read)
        return read.error();
    return runs;
}

Result<void> SqliteStore::closeNow()
{
    if (m_closed)
        return {};
    m_checkpoint.cancel();
    m_backup.cancel();
    crashPoint("close.begun");
    // Only what is held here: whoever took a run from a process that stood still goes on.
    if (auto released = m_database->run("UPDATE run SET owner = NULL WHERE owner = ?", {m_owner}); !released)
        return released;
    crashPoint("close.released");
    m_held.clear();
    m_views.forgetAll();
    if (auto marked = setMeta(*m_database, "clean_shutdown", u"1"_s); !marked)
        return marked;
    crashPoint("close.marked");
    m_closed = true;
    // A reader in the middle of a query holds this up; then the next owner's first checkpoint does it.
    if (auto moved = m_database->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !moved)
        qCWarning(logJournal) << "checkpoint at the end:" << textAt(moved.error().args, "reason");
    crashPoint("close.done");
    return {};
}

} // namespace slipway::journal
