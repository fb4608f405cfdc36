// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/problem.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/run_json.h"

#include <array>

namespace slipway::api {

namespace {

//! The first prefix that fits decides, so exceptions stand before their family.
struct StatusRule {
    const char* prefix;
    int status;
};
constexpr std::array rules{
    StatusRule{"api.noToken", 401},
    StatusRule{"api.badToken", 401},
    StatusRule{"api.badSignature", 401},
    StatusRule{"api.role", 403},
    StatusRule{"api.foreign", 403},
    StatusRule{"api.noSuchPath", 404},
    StatusRule{"api.methodNotAllowed", 405},
    StatusRule{"api.mediaType", 415},
    StatusRule{"api.tooLarge", 413},
    StatusRule{"api.tooManyRequests", 429},
    StatusRule{"api.tooManyConnections", 503},
    StatusRule{"api.tooSlow", 408},
    StatusRule{"api.idempotencyKeyReused", 422},
    StatusRule{"api.", 400},
    StatusRule{"json.", 400},
    StatusRule{"usage", 400},
    StatusRule{"search.", 400},
    StatusRule{"run.unknown", 404},
    StatusRule{"workflow.unknown", 404},
    StatusRule{"run.", 409},
    StatusRule{"command.", 409},
    StatusRule{"preview.stale", 409},
    StatusRule{"name.unchecked", 502},
    StatusRule{"name.", 409},
    StatusRule{"store.owned", 409},
    StatusRule{"store.readOnly", 409},
    StatusRule{"store.", 503},
    StatusRule{"input.", 422},
    StatusRule{"setting.", 422},
    StatusRule{"template.", 422},
    StatusRule{"workflow.", 422},
    StatusRule{"step.unknown", 422},
    StatusRule{"github.teamUnknown", 422},
    StatusRule{"github.rateLimited", 503},
    StatusRule{"github.noToken", 503},
    StatusRule{"connection.", 503},
    StatusRule{"network.", 502},
    StatusRule{"answer.", 502},
    StatusRule{"server.", 502},
    StatusRule{"http.", 502},
    StatusRule{"github.badCredentials", 502},
    StatusRule{"github.forbidden", 502},
    StatusRule{"github.ssoRequired", 502},
    StatusRule{"github.notFound", 502},
    StatusRule{"github.notVisible", 502},
    StatusRule{"github.", 409},
    StatusRule{"edit.", 409},
};

} // namespace

int statusOf(const Error& error)
{
    for (const auto& rule : rules) {
        if (error.code.startsWith(QLatin1StringView(rule.prefix)))
            return rule.status;
    }
    return 500;
}

Response problem(int status, const Error& error)
{
    Json body{{"type", "about:blank"}, {"title", QString::fromLatin1(reasonPhrase(status)).toStdString()},
        {"status", status}};
    const Json told = desk::errorJson(error);
    body["detail"] = told["why"];
    for (const auto& [name, value] : told.items())
        body[name] = value;
    auto response = Response::json(status, body);
    response.headers.first().second = "application/problem+json";
    if (status == 401)
        response.add("WWW-Authenticate", "Bearer");
    if (status == 429 || error.code == errc::apiBusy)
        response.add("Retry-After", "1");
    return response;
}

Response problem(const Error& error) { return problem(statusOf(error), error); }

Response problem(const QList<Error>& errors)
{
    auto response = problem(errors.first());
    auto body = Json::parse(response.body.toStdString());
    body["errors"] = Json::array();
    for (const auto& error : errors)
        body["errors"].push_back(desk::errorJson(error));
    response.body = toBytes(body);
    return response;
}

} // namespace slipway::api
