// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/saving.h"
#include "desk/desk.h"

namespace slipway::console {

//! A run with its workflow and all its events as one JSON object: {format, exportedAt, run, workflow, events}.
Json exportOf(const desk::RunView& view, const Events& events, Timestamp now, double timeScale);
//! "json": all of it; "csv": one line a step; "md": a report for a ticket.
QList<SaveForm> runExportForms();
//! Reads the runs one after the other, then writes them all into one file, in one of these forms, in a thread of its own;
//! an earlier file is replaced as a whole, and where one of them cannot be read nothing is written. Several as JSON:
//! {format, exportedAt, runs: [as of one]}. Errors: those of the desk, "file.unwritable".
QFuture<Result<void>> exportRunsTo(
    desk::Desk& desk, const QList<RunId>& runs, const QString& file, const QString& ending, Clock& clock);
//! A subject as a part of a file's name.
QString exportName(const QString& subject);

} // namespace slipway::console
