// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_server.h"

namespace slipway::api {

//! One client. Its requests are handled one after the other, also when they come together: nothing is read from it while
//! one is under way. Ends with its socket.
class Connection : public QObject {
    Q_OBJECT
public:
    Connection(QTcpSocket* socket, HttpServer* server);
    ~Connection() override;

    void answer(const Response& response);
    EventStream* beginStream();
    void write(const QByteArray& bytes);
    qint64 backlog() const;
    void finish(); //!< what was written still arrives
    HttpServer& server() const { return *m_server; }

private:
    enum class State { Head, Body, Busy, Streaming, Lingering };

    void read();
    void takeHead();
    void takeBody();
    bool hasRoomFor(qint64 bytes) const;
    void reserve(qint64 bytes);
    void refuse(int status, const Error& error);
    void send(const Response& response, bool close);
    void written();
    void linger();
    void within(Millis time, int status);

    HttpServer* m_server; // owns this
    QTcpSocket* m_socket; // child of this
    State m_state = State::Head;
    QByteArray m_buffer;
    Request m_request;
    qint64 m_reserved = 0; //!< bytes of a large body that is on its way
    bool m_isKnown = false; //!< whose it is
    qint64 m_lingered = 0; //!< bytes thrown away while lingering
    QPointer<EventStream> m_stream;
    bool m_full = false;
    Timer m_deadline;
};

} // namespace slipway::api
