// SPDX-License-Identifier: GPL-3.0-or-later
// SqliteStore: crashes that were marked, and runs that are left alone because they cannot be read.
#include "base/crash_mark.h"
#include "base/ready.h"
#include "journal/crash_marks.h"
#include "journal/event_rows.h"
#include "journal/set_aside.h"
#include "journal/sqlite_store.h"

#include <QFile>

namespace slipway::journal {

QFuture<Result<QList<Crash>>> SqliteStore::crashes()
{
    m_threadDoor.enter("the journal");
    return ready(crashesOf(*m_database));
}

QFuture<Result<void>> SqliteStore::forgetCrashes(const QStringList& sessions)
{
    m_threadDoor.enter("the journal");
    const auto allowed = mayWrite();
    return ready(allowed ? forgetCrashMarks(*m_database, sessions) : allowed);
}

QFuture<Result<void>> SqliteStore::goOn(const GoingOn& word)
{
    m_threadDoor.enter("the journal");
    const auto allowed = mayWrite();
    return ready(allowed ? goOnAfterCrashes(*m_database, word) : allowed);
}

QFuture<Result<void>> SqliteStore::setAside(const RunId& run, const Error& why)
{
    m_threadDoor.enter("the journal");
    return ready(setAsideNow(run, why));
}

QFuture<Result<std::optional<Error>>> SqliteStore::takeBackIn(const RunId& run)
{
    m_threadDoor.enter("the journal");
    return ready(takeBackInNow(run));
}

QFuture<Result<void>> SqliteStore::noteBackIn(const Run& run)
{
    m_threadDoor.enter("the journal");
    return ready(noteBackInNow(run));
}

Result<void> SqliteStore::setAsideNow(const RunId& run, const Error& why)
{
    m_aside.insert(run, why); // also where it cannot be kept: the next start finds out by itself
    m_held.remove(run);
    m_views.forget(run);
    if (auto allowed = mayWrite(); !allowed)
        return allowed;
    return setRunAside(*m_database, run, why);
}

Result<std::optional<Error>> SqliteStore::takeBackInNow(const RunId& run)
{
    const auto found = m_aside.constFind(run);
    if (found == m_aside.constEnd())
        return std::optional<Error>();
    if (auto allowed = mayWrite(); !allowed)
        return allowed.error();
    // What is kept may say more: that a copy was put back meanwhile.
    const auto kept = runsSetAside(*m_database);
    if (!kept)
        return kept.error();
    const std::optional why = kept->value(run, *found);
    m_aside.erase(found);
    return why;
}

Result<void> SqliteStore::noteBackInNow(const Run& run)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed;
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const auto write = [&]() -> Result<void> {
        if (auto taken = takeRunBackIn(*m_database, run.id); !taken)
            return taken;
        const auto events = readEvents(*m_database, run.id, 0);
        if (!events)
            return events.error();
        if (auto written = m_views.writeAnew(run, *events); !written)
            return written;
        return transaction->commit();
    };
    auto written = write();
    if (!written || !run.isOpen())
        m_views.forget(run.id);
    return written;
}

Result<void> SqliteStore::showAllSetAside()
{
    for (auto run = m_aside.begin(); run != m_aside.end(); ++run)
        if (auto shown = showSetAside(*m_database, run.key()); !shown)
            return shown;
    return {};
}

//! Before any run is read, which may be what the program crashed of.
Result<void> SqliteStore::leavePoisonedAlone()
{
    const auto crashes = takeCrashMarks(*m_database);
    if (!crashes)
        return crashes.error();
    if (auto noted = notePoisoned(*m_database, *crashes); !noted)
        return noted;
    auto aside = runsSetAside(*m_database);
    if (!aside)
        return aside.error();
    m_aside = std::move(*aside);
    armCrashMark(QFile::encodeName(crashFileOf(file())), m_session);
    return {};
}

} // namespace slipway::journal
