// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace slipway::sandbox {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>; //!< in order; names as sent

//! First value of the header, any case of its name; empty if it is missing.
QByteArray headerValue(const HttpHeaders& headers, const QByteArray& name);
bool hasHeader(const HttpHeaders& headers, const QByteArray& name);

struct HttpRequest {
    QByteArray method; //!< capitals
    QByteArray rawPath; //!< as sent, without the query
    QByteArray rawQuery;
    HttpHeaders headers;
    QByteArray body;

    QByteArray header(const QByteArray& name) const { return headerValue(headers, name); }
    //! Parts between slashes, each decoded on its own: an encoded slash stays inside its part.
    QStringList segments() const;
    QList<std::pair<QString, QString>> query() const;
    //! Nothing if the parameter is missing, empty if it is there without a value.
    std::optional<QString> queryValue(const QString& name) const;
};

struct HttpAnswer {
    int status = 200;
    HttpHeaders headers;
    QByteArray body;

    static HttpAnswer json(int status, const Json& body);
    static HttpAnswer html(int status, const QByteArray& body);
    static HttpAnswer text(int status, const QByteArray& body);
    void set(const QByteArray& name, const QByteArray& value); //!< replaces
};

QByteArray reasonPhrase(int status);
//! "a=b&c=d" of a query or a form, decoded, "+" as a blank.
QList<std::pair<QString, QString>> parseForm(const QByteArray& text);

} // namespace slipway::sandbox
