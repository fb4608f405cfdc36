// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/effects.h"
#include "github/graphql.h"
#include "http/http.h"

namespace slipway::github {

//! What an answer that is no success means for an effect; a read takes the error alone.
struct Verdict {
    EffectOutcome::Kind kind = EffectOutcome::Kind::Unknown;
    Error error;

    EffectOutcome outcome(Json result = Json::object()) const { return {kind, std::move(result), error}; }
};

//! The verdict on statuses other than 2xx (docs/architecture.md, outcome of an effect): redirects and 4xx refused, 401
//! and limits not executed, 408, 425 and 5xx unknown.
Verdict verdictOf(const http::Response& response, const QUrl& url, Json args);
//! The verdict on one GraphQL error.
Verdict verdictOf(const GraphqlError& error, const Envelope& envelope, Json args);
//! NotSent: not executed. Everything else: unknown.
Verdict verdictOf(const http::Failure& failure);

//! Organisations that want single sign-on were left out of the answer as if they were not there: what is missing in it may
//! be hidden.
bool leavesOut(const http::Response& response);

//! GitHub says stop: primary, secondary or GraphQL limit.
bool isLimited(const http::Response& response);
bool isLimited(const Envelope& envelope);

Error unreadable(const http::Response& response, const QUrl& url);
Error unreadable(const Envelope& envelope);
//! The words of a REST error: its message and those of its `errors`, which are objects or plain texts.
QString wordsOf(const http::Response& response);

} // namespace slipway::github
