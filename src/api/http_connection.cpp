// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http_connection.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QTcpSocket>

#include <sys/socket.h>

namespace slipway::api {

namespace {

constexpr qint64 readAhead = 64 * 1024; // what the kernel and Qt hold for us while a request is under way
constexpr qint64 mostLingered = 32LL * 1024 * 1024;
constexpr Millis lingerTime{2'000};

QByteArray headOf(const Response& response, bool close)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    for (const auto& [name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    if (response.status != 304)
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    // What is answered here is for its caller alone and true for this moment only.
    head += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    return head + (close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n");
}

} // namespace

Connection::Connection(QTcpSocket* socket, HttpServer* server)
    : QObject(server)
    , m_server(server)
    , m_socket(socket)
{
    ++m_server->m_connections;
    socket->setParent(this);
    socket->setReadBufferSize(readAhead);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(socket, &QTcpSocket::bytesWritten, this, &Connection::written);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    within(m_server->m_limits.headTime, 0);
}

Connection::~Connection()
{
    reserve(0);
    --m_server->m_connections;
    if (m_state == State::Streaming)
        --m_server->m_streams;
}

//! Ends the connection unless something else comes before; with a status, the client is told.
void Connection::within(Millis time, int status)
{
    m_deadline = m_server->m_clock.after(time, this, [this, time, status] {
        if (status == 0)
            return m_socket->abort();
        refuse(status, {.code = errc::apiSlow, .args = {{"seconds", qint64(time.count() / 1000)}}});
    });
}

void Connection::read()
{
    if (m_state == State::Busy)
        return;
    if (m_state == State::Streaming) {
        m_socket->readAll(); // nothing more is awaited from a watcher
        return;
    }
    if (m_state == State::Lingering) {
        m_lingered += m_socket->readAll().size();
        if (m_lingered > mostLingered)
            m_socket->abort();
        return;
    }
    if (m_buffer.isEmpty() && m_state == State::Head)
        within(m_server->m_limits.headTime, 408);
    m_buffer += m_socket->readAll();
    if (m_state == State::Head)
        takeHead();
    if (m_state == State::Body)
        takeBody();
}

void Connection::takeHead()
{
    while (m_buffer.startsWith("\r\n"))
        m_buffer.remove(0, 2);
    const auto end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0 || end > m_server->m_limits.head) {
        if (m_buffer.size() > m_server->m_limits.head)
            refuse(431, {.code = errc::apiTooLarge, .args = {{"limit", qint64(m_server->m_limits.head)}}});
        return;
    }
    auto request = parseHead(m_buffer.left(end));
    m_buffer.remove(0, end + 4);
    if (!request)
        return refuse(400, request.error());
    m_request = std::move(*request);
    m_request.peer = m_socket->peerAddress().toString();
    const auto admission = m_server->m_handler.admit(m_request);
    if (admission.refusal) {
        m_deadline.cancel();
        m_state = State::Busy;
        // A body that was not asked for would be taken for the next request.
        return send(*admission.refusal, m_request.contentLength > 0 || !m_request.keepAlive);
    }
    if (m_request.contentLength > admission.bodyLimit)
        return refuse(413, {.code = errc::apiTooLarge, .args = {{"limit", admission.bodyLimit}}});
    m_isKnown = admission.isKnown;
    if (!hasRoomFor(m_request.contentLength))
        return refuse(503, {.code = errc::apiBusy});
    reserve(m_request.contentLength);
    if (m_request.header("Expect").compare("100-continue", Qt::CaseInsensitive) == 0)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    m_state = State::Body;
    if (m_buffer.size() < m_request.contentLength)
        within(m_server->m_limits.bodyTime, 408);
}

bool Connection::hasRoomFor(qint64 bytes) const
{
    const auto& limits = m_server->m_limits;
    if (bytes <= limits.smallBody)
        return true;
    return m_server->m_bodies + bytes <= limits.bodies
        && (m_isKnown || m_server->m_unknownBodies + bytes <= limits.bodies / 2);
}

void Connection::reserve(qint64 bytes)
{
    if (bytes <= m_server->m_limits.smallBody)
        bytes = 0;
    m_server->m_bodies += bytes - m_reserved;
    if (!m_isKnown)
        m_server->m_unknownBodies += bytes - m_reserved;
    m_reserved = bytes;
}

void Connection::takeBody()
{
    if (m_buffer.size() < m_request.contentLength)
        return;
    reserve(0);
    m_request.body = m_buffer.left(m_request.contentLength);
    m_buffer.remove(0, m_request.contentLength);
    m_deadline.cancel();
    m_state = State::Busy;
    m_server->m_handler.handle(std::make_shared<Exchange>(m_request, this));
}

void Connection::refuse(int status, const Error& error)
{
    m_state = State::Busy;
    send(m_server->m_handler.refusal(status, error), true);
}

void Connection::answer(const Response& response) { send(response, !m_request.keepAlive); }

void Connection::send(const Response& response, bool close)
{
    m_request.keepAlive = !close;
    m_socket->write(headOf(response, close) + response.body);
    within(m_server->m_limits.writeTime, 0);
    if (close)
        return finish();
    m_request = {};
    m_state = State::Head;
    // Not from within the handler's own call: a client that sends many at once must not deepen the stack.
    if (!m_buffer.isEmpty() || m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
}

EventStream* Connection::beginStream()
{
    m_state = State::Streaming;
    ++m_server->m_streams;
    m_stream = new EventStream(this);
    write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
          "X-Content-Type-Options: nosniff\r\nX-Accel-Buffering: no\r\nConnection: close\r\n\r\nretry: 2000\n\n");
    return m_stream;
}

void Connection::write(const QByteArray& bytes)
{
    if (m_state == State::Lingering)
        return;
    m_socket->write(bytes);
    if (!m_deadline.isPending())
        within(m_server->m_limits.writeTime, 0);
    m_full = m_full || backlog() > m_server->m_limits.backlog;
}

qint64 Connection::backlog() const { return m_socket->bytesToWrite(); }

void Connection::written()
{
    if (m_socket->bytesToWrite() > 0) {
        within(m_server->m_limits.writeTime, 0);
    } else if (m_state == State::Lingering) {
        linger();
    } else if (m_state == State::Streaming) {
        m_deadline.cancel();
    } else if (m_state == State::Head && m_buffer.isEmpty()) {
        within(m_server->m_limits.idleTime, 0);
    }
    if (m_full && m_stream && backlog() < m_server->m_limits.backlog / 2) {
        m_full = false;
        Q_EMIT m_stream->drained();
    }
}

void Connection::finish()
{
    if (m_state == State::Lingering)
        return;
    if (m_state == State::Streaming)
        --m_server->m_streams;
    m_state = State::Lingering;
    if (m_socket->bytesToWrite() == 0)
        linger();
}

//! Closing with bytes unread would reset the connection, and the client might never see what was answered.
void Connection::linger()
{
    ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
    within(lingerTime, 0);
}

} // namespace slipway::api
