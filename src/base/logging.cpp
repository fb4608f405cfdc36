// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

#include "base/redaction.h"

#include <cstdio>

namespace slipway {

Q_LOGGING_CATEGORY(logWorkflow, "slipway.workflow", QtWarningMsg)
Q_LOGGING_CATEGORY(logJournal, "slipway.journal", QtWarningMsg)
Q_LOGGING_CATEGORY(logHttp, "slipway.http", QtWarningMsg)
Q_LOGGING_CATEGORY(logGitHub, "slipway.github", QtWarningMsg)
Q_LOGGING_CATEGORY(logConductor, "slipway.conductor", QtWarningMsg)
Q_LOGGING_CATEGORY(logDesk, "slipway.desk", QtWarningMsg)
Q_LOGGING_CATEGORY(logConsole, "slipway.console", QtWarningMsg)
Q_LOGGING_CATEGORY(logTerminal, "slipway.terminal", QtWarningMsg)
// Who was let do what through the API is told without being asked for.
Q_LOGGING_CATEGORY(logApi, "slipway.api", QtInfoMsg)
Q_LOGGING_CATEGORY(logSandbox, "slipway.sandbox", QtWarningMsg)

void installRedactingLog()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext& context, const QString& message) {
        const QByteArray bytes =
            onOneLine(qFormatLogMessage(type, context, withoutAddresses(redact(message)))).toUtf8() + '\n';
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    });
}

} // namespace slipway
