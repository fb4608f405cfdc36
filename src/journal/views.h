// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"
#include "journal/search_words.h"
#include "journal/store.h"

#include <QHash>

namespace slipway::journal {

//! The rows of view_run and view_step for one run, as a pure function of its fold: whatever was written bit by bit must
//! equal what is made anew from the events.
struct ViewRows {
    QVariantList run; //!< in the order of the table's columns
    QHash<QString, QVariantList> steps; //!< by step, the same

    bool operator==(const ViewRows&) const = default;
};

ViewRows viewRowsOf(const Run& run);
//! As they stand in the store; an empty `run` where the run has no row.
Result<ViewRows> readViewRows(Database& database, const RunId& run);
//! From a row of selectSummaries(), the query for the list without its conditions.
Result<RunSummary> summaryFrom(const Row& row);
QString selectSummaries();
//! Each row of the search index with the sum of its words (wordSum), as the index itself holds them.
Result<QHash<qint64, quint64>> readIndexedWords(Database& database);

//! Keeps the views of the runs it has seen in step, writing only what differs from what it wrote before: an append is on
//! the way of every transition, and most of a run does not change in it.
class ViewWriter {
public:
    explicit ViewWriter(Database& database)
        : m_database(database)
    { }

    //! Inside the transaction that appends `events`, the last of `run`.
    Result<void> write(const Run& run, const Events& events);
    //! The rows of a run that somebody else wrote meanwhile, or nobody; inside a transaction. `events`: all of them.
    Result<void> writeAnew(const Run& run, const Events& events);
    //! After a transaction that was not committed, or when a run has ended: what is in the tables is not known any more.
    void forget(const RunId& run)
    {
        m_written.remove(run);
        m_words.remove(run);
    }
    void forgetAll()
    {
        m_written.clear();
        m_words.clear();
    }

private:
    //! What changes in a row of view_run, and what a row of view_step is made of.
    struct RunMark {
        RunState state = RunState::Running;
        bool open = true;
        std::optional<Timestamp> endedAt;
        QString step, waitingFor;
        bool needsYou = false;
        std::optional<Timestamp> since;
        int done = 0;
        QByteArray active;

        bool operator==(const RunMark&) const = default;
    };
    struct StepMark {
        bool ended = false; //!< else it has no row
        StepState state = StepState::Planned;
        qsizetype attempts = 0;
        int generation = 0;
        std::optional<Timestamp> startedAt, endedAt, doneFrom, doneAt;
        QString error, note;

        bool operator==(const StepMark&) const = default;
    };
    struct Mark {
        RunMark run;
        std::vector<StepMark> steps; //!< as run.steps
    };

    static StepMark stepMarkOf(const StepRun& step);
    static RunMark runMarkOf(const Run& run);
    //! What the search index knows of a run.
    struct Indexed {
        qint64 number = 0; //!< view_run.number
        KnownWords words;
    };
    Result<Indexed> indexed(const RunId& run, qint64 until);
    Result<void> writeWords(const RunId& run, const Events& events);
    Result<void> writeMissingWords(const RunId& run, const Events& events);
    Result<void> writeSearchRow(qint64 row, const SearchWords& words);
    Result<void> writeRun(const Run& run, const RunMark& mark, const RunMark* before);
    Result<void> writeStep(const Run& run, const StepRun& step);

    Database& m_database;
    QHash<RunId, Mark> m_written;
    QHash<RunId, Indexed> m_words;
};

} // namespace slipway::journal
