// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"
#include "journal/store.h"

#include <QHash>

namespace slipway::journal {

//! The rows of view_run and view_step for one run, as a pure function of its fold: whatever was written bit by bit must
//! equal what is made anew from the events.
struct ViewRows {
    QVariantList run; //!< in the order of viewRunColumns
    QHash<QString, QVariantList> steps; //!< by step, in the order of viewStepColumns

    bool operator==(const ViewRows&) const = default;
};

ViewRows viewRowsOf(const Run& run, Timestamp changedAt);
//! As they stand in the store; an empty `run` where the run has no row.
Result<ViewRows> readViewRows(Database& database, const RunId& run);
Result<RunSummary> summaryFrom(const Row& row);

//! Keeps the views of the runs it has seen in step, writing only rows that differ from what it wrote before.
class ViewWriter {
public:
    explicit ViewWriter(Database& database)
        : m_database(database)
    { }

    //! Inside the transaction that appends the events.
    Result<void> write(const Run& run, Timestamp changedAt);
    //! After a transaction that was not committed, or when a run has ended: what is in the tables is not known any more.
    void forget(const RunId& run) { m_written.remove(run); }
    void forgetAll() { m_written.clear(); }

private:
    Database& m_database;
    QHash<RunId, ViewRows> m_written;
};

} // namespace slipway::journal
