// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/control/control.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/control/webhook.h"

namespace slipway::sandbox {

namespace {

HttpAnswer message(int status, const QString& text)
{
    return HttpAnswer::json(status, Json::object({{"message", toJson(text)}}));
}

HttpAnswer answered(const Result<Json>& result, int good)
{
    if (result)
        return HttpAnswer::json(good, *result);
    const Error& error = result.error();
    return message(error.code == errc::usage     ? 422
            : error.code == errc::githubNotFound ? 404
                                                 : 409,
        refusalText(error));
}

} // namespace

HttpAnswer answerControl(World& world, FaultBook& faults, const HttpRequest& request, const QStringList& segments)
{
    const QString what = segments.size() == 1 ? segments[0] : QString();
    if (request.method == "GET" && what == u"ledger")
        return HttpAnswer::json(200, world.ledger());
    if (request.method == "GET" && what == u"state") {
        Json state = world.state();
        state["faults"] = faults.list()["faults"];
        return HttpAnswer::json(200, state);
    }
    if (what == u"faults" && request.method == "GET")
        return HttpAnswer::json(200, faults.list());
    if (what == u"faults" && request.method == "DELETE") {
        faults.clear();
        return {204, {}, {}};
    }
    if (request.method == "POST" && (what == u"faults" || what == u"world")) {
        const auto body = parseJson(request.body);
        if (!body)
            return message(400, u"Problems parsing JSON"_s);
        return what == u"faults" ? answered(faults.add(*body), 201) : answered(world.control(*body), 200);
    }
    if (request.method == "POST" && what == u"webhook") {
        const auto body = parseJson(request.body);
        if (!body)
            return message(400, u"Problems parsing JSON"_s);
        return answered(Webhook::of(world).pointAt(textAt(*body, "url"), textAt(*body, "secret").toUtf8()), 201);
    }
    return message(404, u"Not Found"_s);
}

} // namespace slipway::sandbox
