// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"
#include "workflow/event.h"

namespace slipway::journal {

//! How an event stands in the table `event`, and the chain that ties each row to the one before it in its run.

//! An event with what only the journal knows of it.
struct StoredEvent {
    Event event;
    qint64 id = 0; //!< order over all runs
    qint64 fence = 0;
    QByteArray data; //!< as stored, to the byte
    QByteArray previousHash, hash;
};

//! SHA-256 over the previous hash (nothing for the first event of a run) and the row: sequence, at, attempt and fence in
//! digits, each with a comma after it; run, actor, type, step and purpose each as its length in UTF-8, ":", itself, ",";
//! then the data as stored. No two rows read the same this way.
QByteArray chainHash(const QByteArray& previousHash, const Event& event, qint64 fence, const QByteArray& data);

//! Adds the row; gives its hash. Whatever the guards of the database refuse is an error (see database_error.h).
Result<QByteArray> insertEvent(Database& database, const Event& event, qint64 fence, const QByteArray& previousHash);

//! Every run that the journal knows, by id.
Result<QList<RunId>> allRuns(Database& database);

//! The events of a run after `since`, in their order. A row that this program cannot read is "store.damaged" with args
//! "run" and "sequence".
Result<Events> readEvents(Database& database, const RunId& run, qint64 since);
//! All events of a run, each as it was written and after the one before it ("store.damaged" otherwise, with "run" and
//! "sequence"): what a driver acts upon.
Result<Events> readUntouched(Database& database, const RunId& run);
//! The same one by one and with the chain; a row that cannot be read is handed on as the error it is.
Result<void> forEachStored(
    Database& database, const RunId& run, const std::function<Result<void>(const Result<StoredEvent>&)>& each);

} // namespace slipway::journal
