// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pay/inner_call.h"

#include "base/result.h"
#include "base/text.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace slipway::sandbox::pay {

namespace {

constexpr int kPatienceMillis = 5'000;

//! The whole answer to a request with "Connection: close", or status 0.
InnerAnswer parseInside(const QByteArray& bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0 || !bytes.startsWith("HTTP/1."))
        return {};
    qsizetype length = 0;
    for (const QByteArray& line : bytes.left(head).split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
    }
    const QByteArray body = bytes.mid(head + 4);
    if (body.size() < length)
        return {};
    InnerAnswer answer{.status = bytes.mid(9, 3).toInt()};
    if (auto json = parseJson(body))
        answer.body = std::move(*json);
    return answer;
}

} // namespace

void postInside(const QString& url, const Json& body, QObject* context, std::function<void(const InnerAnswer&)> then)
{
    const QUrl target(url);
    const QByteArray bytes = toBytes(body);
    auto* socket = new QTcpSocket(context);
    auto* patience = new QTimer(socket);
    patience->setSingleShot(true);
    const auto finish = [socket, then = std::move(then)] {
        socket->disconnect();
        socket->deleteLater();
        then(parseInside(socket->readAll()));
    };
    QObject::connect(socket, &QTcpSocket::connected, socket, [socket, target, bytes] {
        socket->write("POST " + target.path(QUrl::FullyEncoded).toUtf8()
            + (target.hasQuery() ? '?' + target.query(QUrl::FullyEncoded).toUtf8() : QByteArray())
            + " HTTP/1.1\r\nHost: " + target.authority().toUtf8()
            + "\r\nUser-Agent: adminusers\r\nContent-Type: application/json\r\n"
            + "Connection: close\r\nContent-Length: " + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
    });
    QObject::connect(socket, &QTcpSocket::disconnected, socket, finish);
    QObject::connect(socket, &QTcpSocket::errorOccurred, socket, [socket, finish](QAbstractSocket::SocketError) {
        if (socket->state() != QAbstractSocket::ConnectedState)
            finish();
    });
    QObject::connect(patience, &QTimer::timeout, socket, finish);
    patience->start(kPatienceMillis);
    socket->connectToHost(target.host(), quint16(target.port(80)));
}

} // namespace slipway::sandbox::pay
