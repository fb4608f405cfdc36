// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTcpServer>
#include <QTest>
#include <QUrl>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

//! Memory of this process, MiB.
inline qint64 resident()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 / 1024 : -1;
}

//! A server with a thread of its own that answers the first connection with a head and then, once it may, with as much as
//! is taken, while the client's own thread is busy.
class Flood {
public:
    static constexpr qint64 size = 256; // MiB

    explicit Flood(const QByteArray& head)
    {
        m_server.listen(QHostAddress::LocalHost);
        m_server.pauseAccepting();
        m_thread = std::thread([this, head, listener = int(m_server.socketDescriptor())] { run(listener, head); });
    }
    ~Flood()
    {
        m_mayFlood = m_isOver = true;
        m_thread.join();
    }
    void begin() { m_mayFlood = true; }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_server.serverPort())); }
    //! How much of it this process takes in within half a second in which it reads nothing, MiB; -1: it never began.
    qint64 takenUnread()
    {
        if (!QTest::qWaitFor([this] { return m_sent > 0; }))
            return -1;
        QTest::qWait(300); // Qt's thread is told how much to take ahead once the answer begins
        const auto before = resident();
        m_mayFlood = true;
        QTest::qSleep(500);
        return before > 0 ? resident() - before : -1;
    }

private:
    void run(int listener, const QByteArray& head)
    {
        pollfd ready{.fd = listener, .events = POLLIN, .revents = 0};
        if (poll(&ready, 1, 5'000) != 1)
            return;
        const int client = accept(listener, nullptr, nullptr);
        (void)fcntl(client, F_SETFL, fcntl(client, F_GETFL) & ~O_NONBLOCK);
        const timeval patience{.tv_sec = 0, .tv_usec = 100'000};
        (void)setsockopt(client, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        QByteArray bytes(4096, ' ');
        (void)recv(client, bytes.data(), size_t(bytes.size()), 0);
        bytes = head;
        while (!m_isOver && m_sent < size * 1024 * 1024) {
            const auto some = send(client, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL);
            if (some < 0 && errno == EAGAIN)
                continue;
            if (some < 0)
                break;
            m_sent += some;
            while (!m_mayFlood)
                usleep(1'000);
            bytes.fill(' ', 65'536);
        }
        close(client);
    }

    std::atomic<qint64> m_sent = 0;
    std::atomic<bool> m_mayFlood = false, m_isOver = false;
    QTcpServer m_server;
    std::thread m_thread;
};
