// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sandbox/server/http_message.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QHostAddress;
class QTcpServer;
class QTcpSocket;

//! A thin HTTP/1.1 server on a socket of our own: faults need the socket (reset, truncated, slow answers), which
//! Qt HTTP Server does not give away safely (a delayed answer to a client that has left crashes in 6.4).
namespace slipway::sandbox {

//! How the bytes of an answer go out.
enum class Delivery {
    Whole,
    Truncated, //!< the head announces all, half of the body comes, then the end
    Slow, //!< the body comes byte by byte
    Reset, //!< nothing comes but a TCP reset
};

class HttpConnection;

//! One request waiting for its answer. Answering after the client has gone does nothing.
class Exchange {
public:
    Exchange(HttpRequest request, HttpConnection* connection);
    //! Of whoever asks in this process, without a connection.
    Exchange(HttpRequest request, std::function<void(const HttpAnswer&)> answered);

    const HttpRequest request;
    //! Once. `slowMillis` is the pause after each byte of a slow answer.
    void answer(const HttpAnswer& answer, Delivery delivery = Delivery::Whole, int slowMillis = 1000);

    //! An answer without an end: its head, then pieces for as long as the client listens. Instead of answer().
    void beginStream(const HttpAnswer& head);
    void push(const QByteArray& bytes);
    void endStream();
    bool isOpen() const { return m_connection; }

private:
    QPointer<HttpConnection> m_connection;
    std::function<void(const HttpAnswer&)> m_answered;
};

class HttpServer : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<void(std::shared_ptr<Exchange>)>;

    explicit HttpServer(Handler handler, QObject* parent = nullptr);
    ~HttpServer() override;
    //! Error "network.unreachable" with the reason in details.text.
    Result<quint16> listen(const QHostAddress& address, quint16 port);

private:
    void accept();

    Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
};

//! One client. Requests of a connection are handled one after the other, also when they come together.
class HttpConnection : public QObject {
    Q_OBJECT

public:
    HttpConnection(QTcpSocket* socket, const HttpServer::Handler& handler, QObject* parent);

    void push(const QByteArray& bytes);
    void hangUp();
    void send(const HttpAnswer& answer, bool head, bool keepAlive, Delivery delivery, int slowMillis);

private:
    enum class Progress { NeedsMore, Ready, Refused };

    void read();
    Progress parseHead();
    Progress parseBody();
    Progress parseChunks();
    void refuse(int status, const QByteArray& why);
    void dispatch();
    void dribble(const QByteArray& body, qsizetype from, int millis, bool keepAlive);
    void finish(bool keepAlive);

    QTcpSocket* m_socket; // child of this
    HttpServer::Handler m_handler;
    QByteArray m_buffer;
    HttpRequest m_request;
    bool m_headParsed = false;
    bool m_busy = false;
    bool m_chunked = false;
    bool m_keepAlive = true;
    qint64 m_length = 0;
};

} // namespace slipway::sandbox
