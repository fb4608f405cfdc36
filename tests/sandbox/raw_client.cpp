// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_client.h"

#include "base/result.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTcpSocket>
#include <QTimer>

using namespace slipway;

QByteArray RawAnswer::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Json RawAnswer::json() const
{
    const auto parsed = parseJson(body);
    return parsed ? *parsed : Json(nullptr);
}

namespace {

//! Reads what has come; true once nothing more is to come.
bool readAnswer(const QByteArray& bytes, RawAnswer& answer)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    answer.headers.clear();
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (qsizetype i = 1; i < lines.size(); ++i)
        answer.headers.append(
            {lines[i].left(lines[i].indexOf(':')), lines[i].mid(lines[i].indexOf(':') + 1).trimmed()});
    answer.body = bytes.mid(end + 4);
    answer.isComplete = answer.body.size() >= answer.header("Content-Length").toLongLong();
    return answer.isComplete;
}

} // namespace

RawAnswer RawClient::send(const QByteArray& method, const QByteArray& target, const QByteArray& body, int timeout) const
{
    QList<std::pair<QByteArray, QByteArray>> headers{{"Host", "127.0.0.1:" + QByteArray::number(m_port)},
        {"User-Agent", "sandbox-tests"}, {"Authorization", "Bearer " + m_token}, {"Connection", "close"}};
    for (const auto& [name, value] : extraHeaders) {
        headers.removeIf([&key = name](const auto& header) { return header.first == key; });
        if (!value.isEmpty())
            headers.append({name, value});
    }
    QByteArray request = method + ' ' + target + " HTTP/1.1\r\n";
    for (const auto& [name, value] : headers)
        request += name + ": " + value + "\r\n";
    request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;

    RawAnswer answer;
    QByteArray received;
    QElapsedTimer watch;
    watch.start();
    QTcpSocket socket;
    QEventLoop loop;
    QObject::connect(&socket, &QTcpSocket::connected, &loop, [&] { socket.write(request); });
    QObject::connect(&socket, &QTcpSocket::readyRead, &loop, [&] {
        received += socket.readAll();
        if (readAnswer(received, answer))
            loop.quit();
    });
    QObject::connect(&socket, &QTcpSocket::errorOccurred, &loop, [&](QAbstractSocket::SocketError error) {
        received += socket.readAll();
        readAnswer(received, answer);
        // Qt reports FIN and RST alike; only an RST leaves nothing that was in order.
        answer.wasReset = error == QAbstractSocket::RemoteHostClosedError && received.isEmpty();
        loop.quit();
    });
    QTimer::singleShot(timeout, &loop, &QEventLoop::quit);
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    loop.exec();
    answer.millis = watch.elapsed();
    return answer;
}

Json RawClient::graphql(const QByteArray& query, const Json& variables) const
{
    return send("POST", "/graphql", Json::object({{"query", query.toStdString()}, {"variables", variables}})).json();
}
