// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

//! All logging categories in one place. Messages go through installRedactingLog(), so a token that slips into one
//! does not reach the log.
namespace slipway {

Q_DECLARE_LOGGING_CATEGORY(logWorkflow)
Q_DECLARE_LOGGING_CATEGORY(logJournal)
Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logGitHub)
Q_DECLARE_LOGGING_CATEGORY(logConductor)
Q_DECLARE_LOGGING_CATEGORY(logDesk)
Q_DECLARE_LOGGING_CATEGORY(logConsole)
Q_DECLARE_LOGGING_CATEGORY(logTerminal)
Q_DECLARE_LOGGING_CATEGORY(logApi)
Q_DECLARE_LOGGING_CATEGORY(logSandbox)

//! Routes Qt's messages to standard error, redacted, CR and LF escaped.
void installRedactingLog();

} // namespace slipway
