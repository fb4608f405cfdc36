// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/interrupts.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace slipway::terminal {

namespace {

// A signal handler can reach nothing but what is global.
std::array<int, 2> pipeEnds{-1, -1};

void writeToPipe(int)
{
    const int saved = errno;
    const char byte = 1;
    [[maybe_unused]] const auto written = write(pipeEnds[1], &byte, 1);
    errno = saved;
}

void closeEnds()
{
    for (int& end : pipeEnds) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

} // namespace

Interrupts::Interrupts(QObject* parent)
    : QObject(parent)
{
    if (pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // without a pipe the signals keep their usual effect
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(pipeEnds[0], &byte, 1) > 0) { }
        m_caught = true;
        Q_EMIT interrupted();
    });
    struct sigaction action = {};
    action.sa_handler = writeToPipe;
    action.sa_flags = int(SA_RESETHAND | SA_RESTART);
    sigaction(SIGINT, &action, &m_oldInterrupt);
    sigaction(SIGTERM, &action, &m_oldTerminate);
}

Interrupts::~Interrupts()
{
    if (!m_notifier)
        return;
    sigaction(SIGINT, &m_oldInterrupt, nullptr);
    sigaction(SIGTERM, &m_oldTerminate, nullptr);
    m_notifier.reset();
    closeEnds();
}

} // namespace slipway::terminal
