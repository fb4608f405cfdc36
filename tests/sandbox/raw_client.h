// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArray>
#include <QList>

#include <utility>

//! What a bare socket got: tests of faults must see what an HTTP library would hide or mend.
struct RawAnswer {
    bool wasReset = false; //!< the peer sent RST
    bool isComplete = false; //!< head and all of the announced body came
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qint64 millis = 0;

    QByteArray header(const QByteArray& name) const;
    slipway::Json json() const; //!< null if the body is none
};

//! Sends one request on a fresh connection while the thread's event loop runs, and waits for the end of the answer.
class RawClient {
public:
    RawClient(quint16 port, QByteArray token)
        : m_port(port)
        , m_token(std::move(token))
    { }

    QList<std::pair<QByteArray, QByteArray>> extraHeaders; //!< an empty value leaves out a usual header

    RawAnswer get(const QByteArray& target) const { return send("GET", target, QByteArray()); }
    RawAnswer send(
        const QByteArray& method, const QByteArray& target, const QByteArray& body, int timeout = 15000) const;
    RawAnswer send(const QByteArray& method, const QByteArray& target, const slipway::Json& body) const
    {
        return send(method, target, slipway::toBytes(body));
    }
    slipway::Json graphql(const QByteArray& query, const slipway::Json& variables) const;

private:
    quint16 m_port;
    QByteArray m_token;
};
