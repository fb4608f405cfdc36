// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process.h"
#include "app/terminal_environment.h"
#include "base/text.h"
#include "terminal/output.h"
#include "terminal/terminal.h"

#include <QCoreApplication>

#include <csignal>

int main(int argc, char** argv)
{
    slipway::app::hardenProcess(slipway::app::Attaching::ByRootOnly);
    // Who closes a pipe ("| head") ends a run's driving in good order, and nothing in the middle of a request.
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"slipway"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SLIPWAY_VERSION));
    slipway::SystemClock clock;
    auto environment = slipway::app::terminalEnvironment(clock, QStringLiteral(SLIPWAY_VERSION));
    auto output = slipway::terminal::Output::standard();
    return slipway::terminal::run(QCoreApplication::arguments().mid(1), environment, output);
}
