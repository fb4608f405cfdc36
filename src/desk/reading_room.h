// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

#include <QFuture>
#include <QThread>

#include <atomic>

namespace slipway::desk {

//! Reads the journal in a thread of its own, so that no window waits for a disk. Folded runs are kept and only brought up
//! to date.
class ReadingRoom : public QObject {
    Q_OBJECT
public:
    //! Empty `storePath`: the default one. A store that does not exist yet reads as empty until it does.
    explicit ReadingRoom(QString storePath, bool watchForChanges);
    ~ReadingRoom() override;

    QFuture<Result<QList<RunSummary>>> runs(const RunQuery& query);
    QFuture<Result<WorkflowStatistics>> statistics(const QString& workflow);
    QFuture<Result<RunView>> run(const RunId& run);
    QFuture<Result<RunId>> resolve(const QString& text);
    //! Also of a run that is set aside; but not here what crashes the program, where it owns the store.
    QFuture<Result<Events>> events(const RunId& run, qint64 since);
    //! This process drives the store from now on; from the beginning where it does not watch for changes.
    void isOwners() { m_isOwners = true; }

    //! Why the owner of the store drives nothing after crashes, as far as was seen; only where changes are watched for.
    const std::optional<Error>& safeMode() const { return m_safeMode; }

Q_SIGNALS:
    void safeModeChanged();
    //! Seen by looking at the store, when another process writes it.
    void changed(const QList<slipway::RunId>& runs);

private:
    class Reader;

    QThread m_thread;
    Reader* m_reader;
    std::atomic<bool> m_isOwners; //!< the reader asks in its own thread
    std::optional<Error> m_safeMode;
};

} // namespace slipway::desk
