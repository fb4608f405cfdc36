// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_server.h"

#include "base/text.h"

#include <QTimer>

#include <sys/socket.h>

QByteArray httpAnswer(int status, const QByteArray& body, const QList<QByteArray>& headers)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Something\r\n";
    for (const auto& header : headers)
        answer += header + "\r\n";
    return answer + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray RawServer::Received::header(const QByteArray& name) const
{
    for (const auto& line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

RawServer::RawServer(QObject* parent)
    : QTcpServer(parent)
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto* socket = nextPendingConnection()) {
            ++connections;
            socket->setProperty("number", connections);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

QUrl RawServer::url(const QString& path) const { return QUrl(u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path)); }

int RawServer::count(const QByteArray& pathPrefix) const
{
    return int(std::count_if(
        received.begin(), received.end(), [&](const Received& r) { return r.path.startsWith(pathPrefix); }));
}

void RawServer::read(QTcpSocket* socket)
{
    auto& buffer = m_buffers[socket];
    buffer += socket->readAll();
    while (true) {
        const auto end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Received request;
        request.head = buffer.left(end);
        const auto first = request.head.left(request.head.indexOf("\r\n")).split(' ');
        request.method = first.value(0);
        request.path = first.value(1);
        request.connection = socket->property("number").toLongLong();
        const auto length = request.header("Content-Length").toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        received.append(request);
        act(socket, request);
    }
}

void RawServer::act(QTcpSocket* socket, const Received& request)
{
    if (request.path.startsWith("/warm")) {
        socket->write(httpAnswer(200, "{}"));
        return;
    }
    if (script) {
        socket->write(script(request));
        return;
    }
    switch (behaviour) {
    case Behaviour::Answer: socket->write(httpAnswer(200, "{}", {"Content-Type: application/json"})); break;
    case Behaviour::FinBeforeAnswer: socket->disconnectFromHost(); break;
    case Behaviour::RstBeforeAnswer: {
        const linger hard{.l_onoff = 1, .l_linger = 0};
        setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        socket->abort();
        break;
    }
    case Behaviour::FinInStatusLine:
        socket->write("HTTP/1.1 20");
        socket->disconnectFromHost();
        break;
    case Behaviour::TruncatedBody:
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\":");
        socket->disconnectFromHost();
        break;
    case Behaviour::TruncatedChunks:
        socket->write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n");
        socket->disconnectFromHost();
        break;
    case Behaviour::Silence: break;
    case Behaviour::EndlessHeaders: {
        const auto more = [socket] {
            if (socket->bytesToWrite() < 65'536)
                socket->write(("X-Filler: " + QByteArray(100, 'x') + "\r\n").repeated(1'000));
        };
        socket->write("HTTP/1.1 200 OK\r\n");
        connect(socket, &QTcpSocket::bytesWritten, socket, more);
        more();
        break;
    }
    case Behaviour::Trickle: {
        socket->write("HTTP/1.1 200 OK\r\nX-Slow: ");
        auto* timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
        timer->start(50);
        break;
    }
    }
}
