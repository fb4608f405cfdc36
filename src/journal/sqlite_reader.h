// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"
#include "journal/reader.h"

namespace slipway::journal {

//! Reads a store's file through a connection of its own that cannot write, while whoever owns the store goes on.
//! Used by the thread that opened it.
class SqliteReader : public Reader {
public:
    //! Empty `file`: defaultStorePath(). "store.missing" where there is no store yet; "store.foreign", "store.damaged";
    //! "store.newer" if the file's version says that this program cannot read it.
    static Result<std::unique_ptr<SqliteReader>> open(const QString& file);

    Result<QList<RunSummary>> runs(const RunQuery& query) override;
    Result<Events> events(const RunId& run, qint64 since = 0) override;
    Result<QList<Crash>> crashes() override;
    Result<QList<WentOn>> wentOn() override;
    Result<std::optional<Error>> whySetAside(const RunId& run) override;
    Result<RunId> resolve(const QString& idPrefixOrSubject) override;
    Result<QList<StepDurations>> durations(const QString& workflow) override;
    Result<WorkflowStatistics> statistics(const QString& workflow) override;
    Result<QStringList> workflowsWithRuns() override;
    Result<qint64> changeCounter() override;
    Result<QList<RunId>> changedSince(qint64 counter) override;

    //! "store.newer" when a newer program made the file: it can be read, not written.
    const std::optional<Error>& notice() const { return m_notice; }

private:
    explicit SqliteReader(std::unique_ptr<Database> database)
        : m_database(std::move(database))
    { }

    //! Median and 90th percentile by step, and when they were read.
    struct Usual {
        std::optional<Timestamp> asOf;
        QHash<StepId, std::pair<Millis, Millis>> steps;
    };

    Result<void> refreshUsual(const QString& workflow, Timestamp now);
    Result<void> judge(RunSummary& run, const RunQuery& query);

    std::unique_ptr<Database> m_database;
    QHash<QString, Usual> m_usual;
    std::optional<Error> m_notice;
};

} // namespace slipway::journal
