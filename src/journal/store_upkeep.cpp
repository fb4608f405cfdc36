// SPDX-License-Identifier: GPL-3.0-or-later
// SqliteStore: what it does for its file by itself, when nobody waits for it.
#include "base/logging.h"
#include "base/text.h"
#include "journal/backups.h"
#include "journal/sqlite_store.h"

#include <QFileInfo>

namespace slipway::journal {

namespace {

constexpr Millis idleBeforeCheckpoint{5'000};
constexpr Millis backupConsideredEach{60 * 60'000};
constexpr Millis backupAge{24 * 60 * 60'000}; //!< by the clock on the wall: not scaled
constexpr qint64 logWorthCutting = 16LL * 1024 * 1024;

} // namespace

//! SQLite checkpoints by itself when the log has a thousand pages, which costs the commit that reaches them; after a
//! pause the log is moved away so that this stays rare. One timer at most is pending: an append only counts.
void SqliteStore::planCheckpoint()
{
    ++m_commits;
    if (m_checkpoint.isPending())
        return;
    m_commitsWhenPlanned = m_commits;
    m_checkpoint = m_clock.after(idleBeforeCheckpoint, &m_context, [this] { checkpointWhenIdle(); });
}

void SqliteStore::checkpointWhenIdle()
{
    m_checkpoint.cancel();
    const bool busy = m_commits != m_commitsWhenPlanned;
    const bool large = QFileInfo(m_database->file() + u"-wal"_s).size() > logWorthCutting;
    if (busy && !large) {
        m_commitsWhenPlanned = m_commits;
        m_checkpoint = m_clock.after(idleBeforeCheckpoint, &m_context, [this] { checkpointWhenIdle(); });
        return;
    }
    auto moved =
        m_database->execute(large ? u"PRAGMA wal_checkpoint(TRUNCATE)"_s : u"PRAGMA wal_checkpoint(PASSIVE)"_s);
    if (!moved)
        qCWarning(logJournal) << "checkpoint:" << textAt(moved.error().args, "reason");
}

void SqliteStore::planBackup(Millis delay)
{
    m_backup = m_clock.after(delay, &m_context, [this] { backUpIfDue(); });
}

//! The newest copy tells when the next is due, so that it is made daily however often the program is started.
void SqliteStore::backUpIfDue()
{
    planBackup(backupConsideredEach);
    if (m_closed || (m_backupThread && m_backupThread->isRunning()))
        return;
    const auto backups = backupsOf(file());
    if (!backups)
        return;
    // A copy from the future is one made under a wrong clock, and says nothing of when the next is due.
    const auto newest = std::find_if(backups->begin(), backups->end(), [now = m_clock.now()](const Backup& backup) {
        return backup.kind == Backup::Kind::Daily && backup.madeAt <= now;
    });
    if (newest != backups->end() && m_clock.now() - newest->madeAt < backupAge)
        return;
    m_backupThread.reset(QThread::create([store = file(), &clock = m_clock] {
        if (const auto made = makeBackup(store, Backup::Kind::Daily, clock); !made)
            qCWarning(logJournal) << "no copy of the store today:" << textAt(made.error().args, "reason");
    }));
    if (m_onWork) {
        QObject::connect(m_backupThread.get(), &QThread::finished, &m_context, [this] { m_onWork(StoreWork::None); });
        m_onWork(StoreWork::Copying);
    }
    m_backupThread->start();
}

} // namespace slipway::journal
