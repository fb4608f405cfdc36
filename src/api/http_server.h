// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_message.h"
#include "base/clock.h"

#include <QHostAddress>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QTcpServer;
class QTcpSocket;

namespace slipway::api {

//! What a client may ask of this process. Times are real ones: they are no waits of the program.
struct HttpLimits {
    qsizetype head = 16 * 1024; //!< bytes of request line and headers
    int connections = 64;
    int streams = 32;
    //! Bytes of all large bodies that are on their way together; of those that anybody may send, half of that. Small ones
    //! are not counted: the number of connections limits them, and large ones must not keep them out.
    qint64 bodies = 64LL * 1024 * 1024;
    qint64 smallBody = 128 * 1024; //!< bytes
    Millis headTime{10'000}; //!< from the first byte of a request to the end of its head; slow ones keep others out
    Millis bodyTime{30'000}; //!< for its body
    Millis idleTime{60'000}; //!< between two requests
    Millis writeTime{30'000}; //!< without a byte taken by the client
    qint64 backlog = 256 * 1024; //!< bytes of a stream that wait for the client before the stream is full
};

class Connection;

//! Events to one client, as text/event-stream. Lives as long as its connection; whatever feeds it is its child.
class EventStream : public QObject {
    Q_OBJECT
public:
    explicit EventStream(Connection* connection);

    //! `data` without line ends. Empty `id`: the client keeps its last one.
    void send(const QByteArray& id, const QByteArray& event, const QByteArray& data);
    //! Tells a proxy and the client that the stream lives.
    void sendSign();
    bool isFull() const;
    void close();

Q_SIGNALS:
    void drained(); //!< it was full and no longer is

private:
    friend class Connection;
    Connection* m_connection; // owns this
};

//! One request that has arrived whole. Its client may leave before the answer: then the answer goes nowhere.
class Exchange {
public:
    Exchange(Request request, Connection* connection);
    ~Exchange();

    const Request& request() const { return m_request; }
    //! Once; a second answer is ignored.
    void answer(Response response);
    //! Begins a stream instead of an answer. Null: the client has left.
    EventStream* stream();

private:
    Request m_request;
    QPointer<Connection> m_connection;
};

//! Who decides about requests.
class RequestHandler {
public:
    virtual ~RequestHandler() = default;

    struct Admission {
        std::optional<Response> refusal; //!< answered at once, the body is not read
        qint64 bodyLimit = 0; //!< bytes
        bool isKnown = false; //!< who sends it
    };
    //! By the head alone, so that nobody unknown can make us hold a body.
    virtual Admission admit(const Request& head) = 0;
    virtual void handle(const std::shared_ptr<Exchange>& exchange) = 0;
    //! What is answered where the protocol itself is broken.
    virtual Response refusal(int status, const Error& error) = 0;
};

//! A small HTTP/1.1 server for programs: limits on everything a client can make us hold, no TLS, no chunked bodies.
class HttpServer : public QObject {
    Q_OBJECT
public:
    HttpServer(RequestHandler& handler, HttpLimits limits, Clock& clock, QObject* parent = nullptr);
    ~HttpServer() override;

    //! The port. Error "network.unreachable" with the reason in details.text.
    Result<quint16> listen(const QHostAddress& address, quint16 port);
    bool hasRoomForStream() const { return m_streams < m_limits.streams; }

private:
    friend class Connection;
    friend class EventStream;
    void accept();

    RequestHandler& m_handler;
    HttpLimits m_limits;
    Clock& m_clock;
    std::unique_ptr<QTcpServer> m_server;
    int m_connections = 0, m_streams = 0;
    qint64 m_bodies = 0, m_unknownBodies = 0;
};

} // namespace slipway::api
