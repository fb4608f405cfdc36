// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http_server.h"

#include "api/http_connection.h"
#include "base/error_codes.h"
#include "base/text.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace slipway::api {

EventStream::EventStream(Connection* connection)
    : QObject(connection)
    , m_connection(connection)
{ }

void EventStream::send(const QByteArray& id, const QByteArray& event, const QByteArray& data)
{
    QByteArray frame;
    if (!id.isEmpty())
        frame += "id: " + id + '\n';
    m_connection->write(frame + "event: " + event + "\ndata: " + data + "\n\n");
}

void EventStream::sendSign() { m_connection->write(": here\n\n"); }
bool EventStream::isFull() const { return m_connection->backlog() > m_connection->server().m_limits.backlog; }
void EventStream::close() { m_connection->finish(); }

Exchange::Exchange(Request request, Connection* connection)
    : m_request(std::move(request))
    , m_connection(connection)
{ }

Exchange::~Exchange()
{
    // Whoever forgot to answer must not leave the client waiting for ever.
    if (m_connection)
        m_connection->finish();
}

void Exchange::answer(Response response)
{
    if (!m_connection)
        return;
    if (!response.headers.isEmpty() && m_request.method == "HEAD")
        response.body.clear();
    m_connection->answer(response);
    m_connection.clear();
}

EventStream* Exchange::stream()
{
    if (!m_connection)
        return nullptr;
    auto* stream = m_connection->beginStream();
    m_connection.clear();
    return stream;
}

HttpServer::HttpServer(RequestHandler& handler, HttpLimits limits, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_handler(handler)
    , m_limits(limits)
    , m_clock(clock)
    , m_server(std::make_unique<QTcpServer>())
{
    connect(m_server.get(), &QTcpServer::newConnection, this, &HttpServer::accept);
}

HttpServer::~HttpServer()
{
    // They count themselves out of this object, so they go while it is whole.
    const auto connections = findChildren<Connection*>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(connections);
}

Result<quint16> HttpServer::listen(const QHostAddress& address, quint16 port)
{
    if (!m_server->listen(address, port))
        return Error{.code = errc::networkUnreachable,
            .args = {{"url", (address.toString() + u':' + QString::number(port)).toStdString()}},
            .details = {{"text", m_server->errorString().toStdString()}}};
    return m_server->serverPort();
}

void HttpServer::accept()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        if (m_connections >= m_limits.connections) {
            // No answer: whoever opens so many would only be served more.
            socket->abort();
            socket->deleteLater();
            continue;
        }
        new Connection(socket, this);
    }
}

} // namespace slipway::api
