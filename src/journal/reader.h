// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/store.h"

namespace slipway::journal {

struct RunQuery {
    std::optional<RunState> state;
    std::optional<bool> open;
    QString subject; //!< exact; empty: any
    //! Words that must all occur in the run's names, inputs, errors, log or notes, and filters such as "state:stuck
    //! since:7d" (see parseSearch() in search.h).
    QString search;
    QString idPrefix;
    //! Beginning of the id of the command that started the run. Looks only at runs from `idFrom` on: no index serves it.
    QString startCommand;
    QString idFrom; //!< runs with this id or a later one; empty: any
    int limit = 0; //!< 0: all
    int offset = 0;
    //! Of each run its id alone, the rest of its summary empty: who has the runs already, and asks which of them a search
    //! finds, need not wait until thousands are read again.
    bool idsOnly = false;
    //! The moment of the question, which decides what is stuck and what "since:7d" means, and the scale of the process
    //! that drives the runs: the desk fills both in. Without a moment nothing is stuck.
    std::optional<Timestamp> now;
    double timeScale = 1.0;
};

//! The read side: its own read-only connection, synchronous, for one thread other than the window's.
class Reader {
public:
    virtual ~Reader() = default;

    //! Newest first. "search.filter" where the search cannot be understood.
    virtual Result<QList<RunSummary>> runs(const RunQuery& query) = 0;
    virtual Result<Events> events(const RunId& run, qint64 since = 0) = 0;
    //! Of owners of the store (Store::crashes()).
    virtual Result<QList<Crash>> crashes() = 0;
    //! Who let the program go on after which crashes: oldest first, at most a hundred.
    virtual Result<QList<WentOn>> wentOn() = 0;
    //! Why nobody reads that run any more ("run.setAside"); none: it can be read, as far as is known.
    virtual Result<std::optional<Error>> whySetAside(const RunId& run) = 0;
    //! By full id, unique prefix, or subject (its newest run). "run.unknown", "run.ambiguous".
    virtual Result<RunId> resolve(const QString& idPrefixOrSubject) = 0;
    virtual Result<QList<StepDurations>> durations(const QString& workflow) = 0;
    virtual Result<WorkflowStatistics> statistics(const QString& workflow) = 0;
    //! Workflows that have runs, by id.
    virtual Result<QStringList> workflowsWithRuns() = 0;
    //! Grows with every change of the store: cheap to ask.
    virtual Result<qint64> changeCounter() = 0;
    //! Changed since that counter value: run ids.
    virtual Result<QList<RunId>> changedSince(qint64 counter) = 0;
};

} // namespace slipway::journal
