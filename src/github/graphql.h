// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "http/http.h"

namespace slipway::github {

struct GraphqlError {
    QString type, message;
    QList<QString> path; //!< numbers as text
    bool samlFailure = false;
};

//! A GraphQL answer of status 200: data may be there in part, errors beside it.
struct Envelope {
    Json data; //!< null where there is none
    QList<GraphqlError> errors;
    QString requestId;
    QUrl url;
    QByteArray sso; //!< X-GitHub-SSO of the answer: what it leaves out, or where the token is authorised

    const Json& at(const QByteArray& alias) const { return memberAt(data, alias.constData()); }
    //! The first error that concerns the whole request (no path).
    const GraphqlError* general() const;
    //! The first error below `path`, skipping those that run through one of `optional`: a token may not read these, and
    //! their values are null then.
    const GraphqlError* below(const QList<QString>& path, const QList<QString>& optional = {}) const;
    bool hasType(const QString& type) const;
};

//! Error "answer.unreadable".
Result<Envelope> parseEnvelope(const http::Response& response, const QUrl& url);

} // namespace slipway::github
