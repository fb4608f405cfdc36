// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace slipway::api {

using Headers = QList<std::pair<QByteArray, QByteArray>>; //!< in order, names as sent

struct Request {
    QByteArray method; //!< as sent; methods are case-sensitive
    QByteArray rawPath; //!< without the query, still percent-encoded: what is logged
    QStringList segments; //!< of the path, each decoded on its own: an encoded slash stays inside its part
    QList<std::pair<QString, QString>> query; //!< decoded
    Headers headers;
    QByteArray body;
    QString peer; //!< address of the client
    bool keepAlive = true;
    qint64 contentLength = 0;

    bool has(const QByteArray& name) const;
    //! First value, any case of the name; empty if it is missing.
    QByteArray header(const QByteArray& name) const;
    //! Nothing if the parameter is missing.
    std::optional<QString> parameter(const QString& name) const;
};

struct Response {
    int status = 200;
    Headers headers;
    QByteArray body;

    static Response json(int status, const Json& body);
    void add(const QByteArray& name, const QByteArray& value) { headers.emplaceBack(name, value); }
};

//! Reads a request line and its headers, without the blank line. Stricter than the standard asks: what two programs on
//! the way might read differently is refused, because that is how requests are smuggled: obsolete folding, a chunked
//! body, a second Host, Content-Length or Authorization. Error "api.malformed" with "reason".
Result<Request> parseHead(const QByteArray& head);

QByteArray reasonPhrase(int status);

} // namespace slipway::api
