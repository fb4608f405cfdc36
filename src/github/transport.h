// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/answers.h"
#include "github/budget.h"
#include "github/document_assembler.h"
#include "github/github.h"
#include "github/rest.h"

namespace slipway::github {

//! GitHub's headers, addresses and limits around each request. While the token is limited nothing is sent; the answer
//! is the limit's error then, at once. A callback is not called after the transport has gone.
class Transport : public QObject {
    Q_OBJECT
public:
    enum class Purpose { Read, Effect };

    Transport(http::Http& http, Clock& clock, Connection connection, QObject* parent = nullptr);

    //! An envelope that may hold errors of its own parts, or why there is none.
    using GraphqlDone = std::function<void(std::variant<Envelope, Verdict>)>;
    void graphql(const Document& document, Purpose purpose, GraphqlDone done);

    //! An answer that is no redirect, no 401, no limit and no failure of the server (a 404 is one), or why there is none.
    using RestDone = std::function<void(std::variant<http::Response, Verdict>, QUrl)>;
    struct RestRequest {
        QByteArray method = "GET";
        RestPath path;
        std::optional<Json> body = {};
        QByteArray accept = "application/vnd.github+json";
        Json args = Json::object(); //!< of its errors
    };
    void rest(RestRequest request, Purpose purpose, RestDone done);

    RateKeeper& rates() { return m_rates; }
    qint64 requestsSent() const { return m_sent; }
    Clock& clock() { return m_clock; }

Q_SIGNALS:
    void budgetChanged();

private:
    void send(http::Request request, Purpose purpose, std::function<void(http::Exchange)> done);

    http::Http& m_http;
    Clock& m_clock;
    Connection m_connection;
    RateKeeper m_rates;
    qint64 m_sent = 0;
};

} // namespace slipway::github
