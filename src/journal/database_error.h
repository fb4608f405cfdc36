// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

class QSqlError;

namespace slipway::journal {

//! What SQLite's failure means to whoever keeps the journal:
//! "store.fenced" a newer grant exists; "run.subjectTaken"; "store.guard" another refusal of the database, args "guard":
//! which; "store.full", "store.busy", "store.readOnly", "store.damaged", "store.unwritable" (cannot be opened); else
//! "store.failed". Args "file", "reason". Details "sql", "text", "native": values of a statement are never kept.
Error errorOf(const QSqlError& error, const QString& file, const QString& sql);

//! SQLite's result code, plain or extended, is of a disk, a lock or a memory that failed: it says nothing of what the file
//! holds.
bool isOfTheDisk(int native);

//! An error of the store with the args that all of them have.
Error storeError(const QString& code, const QString& file, const QString& reason);

} // namespace slipway::journal
