// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace slipway::journal {

//! Cuts a script into its statements, because SQLite through Qt takes one a call. Knows quotes, comments and the
//! BEGIN … END of a trigger with CASE … END inside it. Semicolons, comments before a statement and empty statements
//! are dropped.
QStringList statementsOf(const QString& script);

} // namespace slipway::journal
