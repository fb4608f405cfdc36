// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "http/network_options.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QUrl>

namespace slipway::http {

struct Header {
    QByteArray name, value;
};

struct Request {
    QByteArray method = "GET";
    QUrl url;
    QList<Header> headers;
    QByteArray body;
    //! Sent as "Authorization: Bearer …" to this very scheme, host and port only; never follows a redirect.
    Secret bearer;
    Millis timeout{30'000}; //!< for the whole exchange; transport time is real time, never scaled
    qint64 maximumAnswer = 8 * 1024 * 1024;
};

struct Response {
    int status = 0;
    QList<Header> headers;
    QByteArray body;

    //! First header of that name (any case), or empty.
    QByteArray header(const char* name) const;
    bool isJson() const;
    //! The server's clock when it answered (the header Date), in whole seconds.
    std::optional<Timestamp> date() const;
};

//! What is known of a request that brought no whole answer.
enum class Delivery {
    NotSent, //!< no byte of the request reached the server: certainly not executed
    Unknown //!< it may have been executed
};

struct Failure {
    Error error;
    Delivery delivery = Delivery::Unknown;
};

//! A whole answer (of any status), or why there is none.
using Exchange = std::variant<Response, Failure>;

//! The one owner of a QNetworkAccessManager. Qt's manager resends POST, PUT, PATCH and DELETE by itself when a connection
//! dies, and follows redirects with the Authorization header; here effects go out with a body that cannot be rewound, so
//! that they cannot be sent twice, and redirects are never followed by Qt (docs/decisions). What is virtual is so for
//! simulations, which answer in place of a network.
class Http : public QObject {
    Q_OBJECT
public:
    explicit Http(QObject* parent = nullptr);
    explicit Http(const NetworkOptions& options, QObject* parent = nullptr);
    ~Http() override;

    //! A request that changes nothing, whatever its method: a GET may follow up to three redirects to the same scheme, host
    //! and port (any other is "network.redirected"), and Qt may send it again.
    virtual QFuture<Exchange> read(Request request);
    //! A request that may change something: at most once on the wire. A redirect is an answer, never followed.
    //! Errors of both: "network.unreachable", "network.tls" (certainly not sent; arg "reason" as of tlsReason()),
    //! "network.proxy" (arg "reason": "credentials", "unreachable", "refused"; "proxy"), "network.timeout",
    //! "network.interrupted" (also a cut-off answer), "network.redirected", "network.tooLarge", "network.unsafeUrl",
    //! "network.cancelled"; args "host", where it fits "seconds", "limit", "to", "url"; redacted.
    virtual QFuture<Exchange> effect(Request request);

    //! Ends all requests under way; their futures finish at once with "network.cancelled". The destructor does the same.
    void abortAll();
    qint64 requestsSent() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace slipway::http
