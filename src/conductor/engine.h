// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/conductor.h"
#include "journal/store_work.h"

#include <QMutex>
#include <QPromise>
#include <QThread>

namespace slipway::conductor {

struct EngineOptions {
    QString storePath;
    QString program; //!< as others are told who owns the store
    std::optional<github::Connection> connection; //!< none: nothing can be read or written, runs are parked
    QString host; //!< the connection's, by a name that stays the same: "github.com", "sandbox"
    http::NetworkOptions network; //!< for GitHub and for the services of workflows
    double timeScale = 1.0;
    Conductor::Mode mode = Conductor::Mode::Drive;
    SecretKeeper keeper; //!< where secrets of runs are kept; none: in memory
    GivenSecrets secrets; //!< given for this process
    CredentialKeeper credentials; //!< those that workflows name; none: every such step asks for one
    std::optional<Error> refuseWrites; //!< the store is not opened: every command is refused with this
};

//! How things stand, as values for other threads.
struct EngineState {
    std::optional<Error> trouble;
    std::optional<Timestamp> troubleUntil, troubleSince;
    std::optional<Timestamp> lastReadAt;
    std::optional<Millis> watchesEvery;
    github::Budget budget;
    std::optional<github::Incident> incident;
    std::optional<Millis> serverAhead;
    qint64 requestsSent = 0;
    journal::StoreWork storeWork = journal::StoreWork::None; //!< also while it is being opened
};

//! The conductor with all it works with, in a thread of its own. Made and destroyed in one thread; its methods may be
//! called from any.
class Engine : public QObject {
    Q_OBJECT
public:
    //! Opens (or makes) the store and takes its lock; with Mode::Drive the open runs go on at once. Errors "store.…".
    static Result<std::unique_ptr<Engine>> start(const EngineOptions& options);
    //! The same without waiting: a store may take long to open (a check after an unclean end, a disk that sleeps, a lock).
    //! opened() tells; until then nothing else may be called than end(), and after a failure nothing but the destructor.
    static std::unique_ptr<Engine> begin(const EngineOptions& options);
    QFuture<Result<void>> opened() const { return m_opened.future(); }
    //! Lets requests under way end (within a limit), then closes the store in good order. What is asked of it from then on
    //! is answered with "network.cancelled". Does not wait: a window goes on meanwhile.
    QFuture<void> end();
    //! Waits for end(), and ends the thread.
    ~Engine() override;

    QFuture<Result<qint64>> submit(const Envelope& envelope);
    QFuture<Result<steps::Observation>> look(const steps::Reads& reads, Millis notOlderThan);
    QFuture<Result<github::Identity>> identity();
    void hear(const QString& repository, const QString& pullRequest, bool isProven);
    EngineState state() const;
    const Clock& clock() const { return m_clock; }

Q_SIGNALS:
    void changed(const slipway::RunId& run);
    void stateChanged();

private:
    struct Inside;

    explicit Engine(double timeScale);
    Result<void> open(const EngineOptions& options);
    void watch();
    void publish();
    void noteStoreWork(journal::StoreWork work);
    void close();

    SystemClock m_clock;
    QThread m_thread;
    std::unique_ptr<QObject> m_door; //!< an object of the engine's thread: calls come in through it
    std::unique_ptr<Inside> m_inside; //!< made, used and destroyed in the engine's thread only
    QPromise<Result<void>> m_opened;
    std::shared_ptr<QPromise<void>> m_ending;
    Timer m_longestDrain; //!< of the engine's thread
    mutable QMutex m_mutex;
    EngineState m_state;
};

} // namespace slipway::conductor
