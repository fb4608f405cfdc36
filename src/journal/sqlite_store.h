// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/thread_door.h"
#include "journal/database.h"
#include "journal/migrations.h"
#include "journal/owner_lock.h"
#include "journal/store.h"
#include "journal/store_work.h"
#include "journal/views.h"
#include "workflow/kind_rules.h"

#include <QHash>
#include <QThread>

#include <functional>

namespace slipway::journal {

struct StoreOptions {
    QString file; //!< empty: defaultStorePath()
    QString program; //!< who owns the store, as others are told: "slipway", "slipwayctl"
    //! With which the lists of an older store are made anew; without them such a store is refused ("store.older").
    const KindRules* kinds = nullptr;
    bool dailyBackups = false; //!< a copy once a day, made in another thread (see backups.h)
    //! Told what takes a while, and None when it is over; in the thread of the store.
    std::function<void(StoreWork)> onWork = {};
};

//! What opening had to do.
struct OpenReport {
    MigrationReport migration;
    bool viewsRebuilt = false; //!< an older program had made the lists
    qint64 rested = 0; //!< open runs that were paused, because the store came from elsewhere (home.h)
    bool wasUnclean = false; //!< the owner before did not close it; the file was checked and found whole
};

//! The store in one SQLite file, owned by this process. Lives in the thread that opened it, works at once and hands
//! out finished futures; that thread runs an event loop, for the idle checkpoint.
class SqliteStore : public Store {
public:
    //! Locks, checks and opens the file, making it if it is missing, and brings it to the present schema. A file that
    //! is refused is left as it was. Errors: "store.owned", "store.newer", "store.foreign", "store.damaged",
    //! "store.unwritable" (also a network file system), "store.full", "store.readOnly", "file.permissions".
    static Result<std::unique_ptr<SqliteStore>> open(const StoreOptions& options, Clock& clock);
    ~SqliteStore() override;

    QFuture<Result<Lease>> create(const Run& after, Events events) override;
    QFuture<Result<Lease>> claim(const RunId& run) override;
    QFuture<Result<void>> append(const Lease& lease, const Run& after, Events events) override;
    QFuture<Result<void>> release(const Lease& lease) override;
    QFuture<Result<QList<RunId>>> openRuns() override;
    QFuture<Result<QList<RunId>>> runsLeftOpen() override;
    QFuture<Result<Events>> events(const RunId& run, qint64 since = 0) override;
    QFuture<Result<QList<StepDurations>>> durations(const QString& workflow) override;
    QFuture<Result<QList<Crash>>> crashes() override;
    QFuture<Result<void>> forgetCrashes(const QStringList& sessions) override;
    QFuture<Result<void>> goOn(const GoingOn& word) override;
    QFuture<Result<void>> setAside(const RunId& run, const Error& why) override;
    QFuture<Result<std::optional<Error>>> takeBackIn(const RunId& run) override;
    QFuture<Result<void>> noteBackIn(const Run& run) override;
    //! Gives back every run, moves the log into the file and sets the mark; nothing can be written afterwards.
    QFuture<Result<void>> closeCleanly() override;

    QString file() const { return m_database->file(); }
    const OpenReport& openReport() const { return m_report; }
    //! For maintenance by the owner (rebuildViews). Views that were written behind the store's back are forgotten.
    Database& maintenance();

private:
    //! What this process knows of a run that it holds, so that an append need not ask.
    struct Held {
        qint64 fence = 0;
        qint64 sequence = 0;
        QByteArray hash;
        bool open = true;
    };

    SqliteStore(std::unique_ptr<OwnerLock> lock, std::unique_ptr<Database> database, Clock& clock, QString owner);

    Result<Lease> createNow(const Run& after, const Events& events);
    Result<Lease> claimNow(const RunId& run);
    Result<void> appendNow(const Lease& lease, const Run& after, const Events& events);
    Result<void> releaseNow(const Lease& lease);
    Result<QList<RunId>> openRunsNow();
    Result<QList<RunId>> idsOf(const Sql& query);
    Result<void> closeNow();
    Result<void> write(Held& held, const Run& after, const Events& events);
    Result<Held> held(const Lease& lease);
    Error openRunInTheWay(Error error, const Run& run);
    Result<void> setAsideNow(const RunId& run, const Error& why);
    Result<std::optional<Error>> takeBackInNow(const RunId& run);
    Result<void> noteBackInNow(const Run& run);
    Result<void> leavePoisonedAlone();
    Result<void> bringViewsUpToDate(const StoreOptions& options);
    Result<void> showAllSetAside();
    Result<void> mayWrite() const;
    void planCheckpoint();
    void planBackup(Millis delay);
    void backUpIfDue();
    void checkpointWhenIdle();

    // The lock is let go last, after the connection has been closed.
    std::unique_ptr<OwnerLock> m_lock;
    ThreadDoor m_threadDoor;
    QByteArray m_session; //!< under which a crash of this owner is marked
    std::unique_ptr<Database> m_database;
    Clock& m_clock;
    QString m_owner;
    ViewWriter m_views;
    std::pair<quint64, quint64> m_identity; //!< of the file that was opened
    OpenReport m_report;
    QHash<RunId, Held> m_held;
    QHash<RunId, Error> m_aside; //!< runs that cannot be read, and why (set_aside.h)
    std::function<void(StoreWork)> m_onWork;
    bool m_closed = false;
    qint64 m_commits = 0;
    qint64 m_commitsWhenPlanned = 0;
    QObject m_context; //!< the timer's thread, and its end
    Timer m_checkpoint;
    Timer m_backup;
    std::unique_ptr<QThread> m_backupThread; //!< ends before the store does
};

} // namespace slipway::journal
