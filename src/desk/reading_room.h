// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

#include <QFuture>
#include <QThread>

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
    QFuture<Result<Events>> events(const RunId& run, qint64 since);

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
    std::optional<Error> m_safeMode;
};

} // namespace slipway::desk
