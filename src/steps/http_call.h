// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/effects.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace slipway::steps {

//! One write to a service over HTTP, as data. Secrets stand as marks (workflow/secrets.h) in url, headers and body.
struct HttpCall {
    QByteArray method;
    QString url;
    QList<std::pair<QString, QString>> headers;
    Json body; //!< null: none
    QString effectClass; //!< "natural key", "native key", "none"
    QList<int> expect; //!< statuses of success
    Json meanings = Json::object(); //!< status → "done", "exists", "retry", "ask" or {"say": TEXT}
    Json outputs = Json::object(); //!< name → pointer, or {"at": pointer, "as": "text" | "last segment"}
    Json secretOutputs = Json::object(); //!< the same, for what may be in no event
    QString key; //!< of the idempotency header, which is among `headers`; empty: none
    QString credential = {}; //!< the name of the stored one that it carries; empty: none
};

//! "httpRequest": journaled, never renamed.
QString nameOf(const HttpCall& call);
//! For the journal and the screen: method, url and host, without secrets, and the credential's name.
Json targetOf(const HttpCall& call);
//! For errors: the request in one text. Not an address by itself, which would be offered as a page for people.
Json detailsOf(const HttpCall& call);
//! In an error that says that it was not let in.
void nameCredential(Error& error, const QString& credential);
//! One write at a time for each: scheme, host and port.
QString slotOf(const HttpCall& call);

//! Takes out of the outputs what no event is to hold: a value of more than 64 KiB or 32 levels, what would make more than
//! half a megabyte of them together, and one in which a secret was hidden, which is not what the service said any more.
//! Gives their names, each with why: "outputTooLarge", "outputHidden".
Json withhold(Json& outputs);
//! What a person is asked about such a name; nothing where none was taken out.
std::optional<Error> askAboutWithheld(const Json& withheld);

//! What an answer means. The result holds "status", the "outputs", the names "withheld" of them and, under "secretOutputs", what whoever performs the
//! call must take out before anything is journaled. Error "http.status" with args host, status, text, say.
github::EffectOutcome judge(const HttpCall& call, int status, const Json& body);

//! Values by JSON pointer; nothing where one is missing or null. `as` "text" turns numbers into texts, "last segment"
//! takes the end of a link's path.
std::optional<Json> outputsFrom(const Json& body, const Json& pointers);
//! The value at a JSON pointer, or null.
Json valueAt(const Json& body, const QString& pointer);
//! The service's own words in a refusal: {"errors": […]}, {"message": …}, {"error_description": …}, {"title", "detail"} …
QString serviceText(const Json& body);

} // namespace slipway::steps
