// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>

#include <sys/socket.h>
#include <unistd.h>

namespace slipway::fuzz {

//! Sends the bytes over the descriptor, which it takes, and reads until nothing more comes; the server lives in this thread.
inline QByteArray exchange(int descriptor, const QByteArray& input)
{
    constexpr int kIdleTurns = 16; // of the event loop: an answer may need several; both ends are in this process
    const auto sent = ::send(descriptor, input.constData(), size_t(input.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    QByteArray answer;
    bool ended = sent < 0;
    for (int idle = 0; idle < kIdleTurns && !ended; ++idle) {
        QCoreApplication::processEvents();
        char bytes[16384];
        const auto read = ::recv(descriptor, bytes, sizeof(bytes), MSG_DONTWAIT);
        ended = read == 0;
        if (read > 0) {
            answer.append(bytes, read);
            idle = 0;
        }
    }
    ::close(descriptor);
    for (int turn = 0; turn < 2; ++turn) // the server sees its end
        QCoreApplication::processEvents();
    return answer;
}

} // namespace slipway::fuzz
