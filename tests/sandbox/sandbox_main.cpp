// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/command_line.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>

#include <sys/socket.h>
#include <unistd.h>

//! The sandbox alone: takes the options of `slipwayctl sandbox`, for tests that need nothing else of Slipway.
namespace {

int signalPipe[2];

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[1], &byte, 1);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const auto options = slipway::sandbox::parseSandboxArguments(QCoreApplication::arguments().mid(1));
    if (!options) {
        std::fprintf(stderr, "%s\n", slipway::toBytes(options.error().args).constData());
        return 2;
    }
    const auto sandbox = slipway::sandbox::Sandbox::start(*options);
    if (!sandbox) {
        std::fprintf(stderr, "%s\n", slipway::toBytes(slipway::toJson(sandbox.error())).constData());
        return 4;
    }
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return 5;
    QSocketNotifier notifier(signalPipe[0], QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    std::printf("%s\n", slipway::toBytes((*sandbox)->announcement()).constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
