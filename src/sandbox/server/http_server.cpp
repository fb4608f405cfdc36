// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/server/http_server.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

namespace slipway::sandbox {

namespace {

constexpr qsizetype headLimit = 64 * 1024;
constexpr qint64 bodyLimit = 64LL * 1024 * 1024;

} // namespace

Exchange::Exchange(HttpRequest r, HttpConnection* connection)
    : request(std::move(r))
    , m_connection(connection)
{ }

Exchange::Exchange(HttpRequest r, std::function<void(const HttpAnswer&)> answered)
    : request(std::move(r))
    , m_answered(std::move(answered))
{ }

void Exchange::answer(const HttpAnswer& answer, Delivery delivery, int slowMillis)
{
    if (const auto answered = std::exchange(m_answered, nullptr))
        return answered(answer);
    if (!m_connection)
        return;
    const QByteArray wish = request.header("Connection").toLower();
    m_connection->send(answer, request.method == "HEAD", wish != "close", delivery, slowMillis);
    m_connection.clear();
}

void Exchange::beginStream(const HttpAnswer& head)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(head.status) + ' ' + reasonPhrase(head.status) + "\r\n";
    for (const auto& [name, value] : head.headers)
        out += name + ": " + value + "\r\n";
    push(out + "Connection: close\r\n\r\n");
}

void Exchange::push(const QByteArray& bytes)
{
    if (m_connection)
        m_connection->push(bytes);
}

void Exchange::endStream()
{
    if (m_connection)
        m_connection->hangUp();
    m_connection.clear();
}

HttpServer::HttpServer(Handler handler, QObject* parent)
    : QObject(parent)
    , m_handler(std::move(handler))
    , m_server(std::make_unique<QTcpServer>())
{
    connect(m_server.get(), &QTcpServer::newConnection, this, &HttpServer::accept);
}

HttpServer::~HttpServer() = default;

Result<quint16> HttpServer::listen(const QHostAddress& address, quint16 port)
{
    if (!m_server->listen(address, port))
        return Error{errc::networkUnreachable,
            Json::object({{"url", (address.toString() + u':' + QString::number(port)).toStdString()}}),
            Json::object({{"text", m_server->errorString().toStdString()}})};
    return m_server->serverPort();
}

void HttpServer::accept()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection())
        new HttpConnection(socket, m_handler, this); // ends with its socket
}

HttpConnection::HttpConnection(QTcpSocket* socket, const HttpServer::Handler& handler, QObject* parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handler(handler)
{
    socket->setParent(this);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

void HttpConnection::push(const QByteArray& bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

void HttpConnection::hangUp() { m_socket->disconnectFromHost(); }

void HttpConnection::read()
{
    m_buffer += m_socket->readAll();
    while (!m_busy) {
        Progress progress = m_headParsed ? Progress::Ready : parseHead();
        if (progress == Progress::Ready)
            progress = m_chunked ? parseChunks() : parseBody();
        if (progress != Progress::Ready)
            return;
        dispatch();
    }
}

HttpConnection::Progress HttpConnection::parseHead()
{
    while (m_buffer.startsWith("\r\n"))
        m_buffer.remove(0, 2);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_buffer.size() > headLimit) {
            refuse(431, "The head of the request is too large.");
            return Progress::Refused;
        }
        return Progress::NeedsMore;
    }
    const QList<QByteArray> lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    const QList<QByteArray> start = lines.first().trimmed().split(' ');
    if (start.size() != 3 || !start[2].startsWith("HTTP/1.") || !start[1].startsWith('/')) {
        refuse(400, "This is no HTTP/1.1 request.");
        return Progress::Refused;
    }
    m_request = {};
    m_request.method = start[0].toUpper();
    const qsizetype question = start[1].indexOf('?');
    m_request.rawPath = question < 0 ? start[1] : start[1].left(question);
    m_request.rawQuery = question < 0 ? QByteArray() : start[1].mid(question + 1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon <= 0) {
            refuse(400, "A header has no name.");
            return Progress::Refused;
        }
        m_request.headers.append({lines[i].left(colon).trimmed(), lines[i].mid(colon + 1).trimmed()});
    }
    m_keepAlive = m_request.header("Connection").toLower() != "close" && start[2] != "HTTP/1.0";
    m_chunked = m_request.header("Transfer-Encoding").toLower().contains("chunked");
    bool isNumber = true;
    m_length =
        hasHeader(m_request.headers, "Content-Length") ? m_request.header("Content-Length").toLongLong(&isNumber) : 0;
    if (!isNumber || m_length < 0 || m_length > bodyLimit) {
        refuse(isNumber && m_length > 0 ? 413 : 400, "The length of the body cannot be accepted.");
        return Progress::Refused;
    }
    if (m_request.header("Expect").toLower() == "100-continue")
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    m_headParsed = true;
    return Progress::Ready;
}

HttpConnection::Progress HttpConnection::parseBody()
{
    if (m_buffer.size() < m_length)
        return Progress::NeedsMore;
    m_request.body = m_buffer.left(m_length);
    m_buffer.remove(0, m_length);
    return Progress::Ready;
}

HttpConnection::Progress HttpConnection::parseChunks()
{
    while (true) {
        const qsizetype lineEnd = m_buffer.indexOf("\r\n");
        if (lineEnd < 0)
            return Progress::NeedsMore;
        bool isNumber = false;
        const qint64 size = m_buffer.left(lineEnd).split(';').first().trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || size < 0 || m_request.body.size() + size > bodyLimit) {
            refuse(400, "A chunk has no length.");
            return Progress::Refused;
        }
        if (m_buffer.size() < lineEnd + 2 + size + 2)
            return Progress::NeedsMore;
        m_request.body += m_buffer.mid(lineEnd + 2, size);
        m_buffer.remove(0, lineEnd + 2 + size + 2); // trailers are not understood: nobody here sends them
        if (size == 0)
            return Progress::Ready;
    }
}

void HttpConnection::refuse(int status, const QByteArray& why)
{
    m_busy = true;
    send(HttpAnswer::text(status, why + '\n'), false, false, Delivery::Whole, 0);
}

void HttpConnection::dispatch()
{
    m_busy = true;
    m_headParsed = false;
    m_handler(std::make_shared<Exchange>(std::move(m_request), this));
    m_request = {};
}

void HttpConnection::send(const HttpAnswer& answer, bool head, bool keepAlive, Delivery delivery, int slowMillis)
{
    keepAlive = keepAlive && m_keepAlive;
    if (delivery == Delivery::Reset) {
        // With a lingering time of zero, closing sends RST at once.
        const linger abortive{1, 0};
        ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &abortive, sizeof abortive);
        m_socket->abort();
        return;
    }
    const bool hasBody = answer.status != 204 && answer.status != 304 && answer.status >= 200;
    QByteArray out = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonPhrase(answer.status) + "\r\n";
    for (const auto& [name, value] : answer.headers)
        out += name + ": " + value + "\r\n";
    if (hasBody)
        out += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    out += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    const QByteArray body = hasBody && !head ? answer.body : QByteArray();
    switch (delivery) {
    case Delivery::Truncated:
        m_socket->write(out + body.left(body.size() / 2));
        m_socket->flush();
        m_socket->disconnectFromHost();
        return;
    case Delivery::Slow:
        m_socket->write(out);
        dribble(body, 0, slowMillis, keepAlive);
        return;
    case Delivery::Whole:
    case Delivery::Reset: break;
    }
    m_socket->write(out + body);
    m_socket->flush();
    finish(keepAlive);
}

void HttpConnection::dribble(const QByteArray& body, qsizetype from, int millis, bool keepAlive)
{
    if (from >= body.size()) {
        finish(keepAlive);
        return;
    }
    m_socket->write(body.mid(from, 1));
    QTimer::singleShot(
        millis, this, [this, body, from, millis, keepAlive] { dribble(body, from + 1, millis, keepAlive); });
}

void HttpConnection::finish(bool keepAlive)
{
    if (!keepAlive) {
        m_socket->disconnectFromHost();
        return;
    }
    m_busy = false;
    // Not from within the handler's own call: a client that sends many at once must not deepen the stack.
    if (!m_buffer.isEmpty())
        QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

} // namespace slipway::sandbox
