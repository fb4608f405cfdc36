// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/access.h"
#include "api/http_message.h"

#include <QHash>

#include <functional>
#include <memory>

namespace slipway::api {

class Exchange;

//! What a handler has besides the request: who asks, and the parts of the path that have names.
struct Call {
    std::shared_ptr<Exchange> exchange;
    Caller caller;
    QHash<QString, QString> parts;

    const Request& request() const;
    QString part(const char* name) const { return parts.value(QLatin1String(name)); }
    //! The body as an object; an empty body is an empty object. Errors "json.invalid", "api.malformed" with a member that
    //! is not among `members`: a misspelt one must not be passed over in silence.
    Result<Json> body(const QList<const char*>& members) const;
};

//! Who may call: anyone (it holds nothing secret, or proves itself in another way), or a token of that role. What reads
//! GitHub is an operator's: it costs of the hourly budget that the runs live on.
enum class Gate { Open, Viewer, Operator };

struct Route {
    QByteArray method;
    QString path; //!< "/v1/runs/{run}"
    QString operation; //!< its name in the description
    Gate gate = Gate::Viewer;
    QStringList query; //!< parameters it knows; others are refused
    qint64 bodyLimit = 0; //!< bytes; 0: it takes no body
    //! Why a request is refused by its head, in place of a rate for each caller.
    std::function<std::optional<Error>(const Request& head)> refuses = {};
    std::function<void(const Call&)> handle;
};

//! The route of a request and the named parts of its path. Errors "api.noSuchPath", "api.methodNotAllowed" (args
//! "known": the methods of that path).
struct Match {
    const Route* route = nullptr;
    QHash<QString, QString> parts;
};
Result<Match> match(const QList<Route>& routes, const Request& request);

} // namespace slipway::api
