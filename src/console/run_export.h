// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/saving.h"
#include "desk/desk.h"

namespace slipway::console {

//! A run with its workflow and all its events as one JSON object: {format, exportedAt, run, workflow, events}.
Json exportOf(const desk::RunView& view, const Events& events, Timestamp now, double timeScale);
//! "json": all of it; "csv": one line a step; "md": a report for a ticket.
QList<SaveForm> runExportForms();
//! Reads the run, then writes the file in one of these forms in a thread of its own; an earlier file is replaced as a
//! whole. Errors: those of the desk, "file.unwritable".
QFuture<Result<void>> exportRunTo(
    desk::Desk& desk, const RunId& run, const QString& file, const QString& ending, Clock& clock);
//! A subject as a part of a file's name.
QString exportName(const QString& subject);

} // namespace slipway::console
