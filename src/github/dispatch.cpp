// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "github/effect_calls.h"

namespace slipway::github {

Call call(const DispatchWorkflow& effect, const std::shared_ptr<ServerTraits>& server)
{
    Json body{{"ref", effect.ref.toStdString()}, {"inputs", effect.inputs}};
    if (server->knowsRunDetails)
        body["return_run_details"] = true;
    RestPath path(effect.repository);
    path.part(u"actions"_s).part(u"workflows"_s).part(effect.workflow).part(u"dispatches"_s);
    auto args = argsOf(effect.repository);
    args["workflow"] = effect.workflow.toStdString();
    return RestCall{
        "POST", path, std::move(body), [args, server](const http::Response& response, const QUrl& url) {
            if (response.status == 204)
                return done();
            if (response.status == 200) {
                const auto json = parseJson(response.body);
                const auto id = json.ok() ? integerAt(*json, "workflow_run_id") : 0;
                if (id <= 0)
                    return EffectOutcome{EffectOutcome::Kind::Unknown, Json::object(), unreadable(response, url)};
                return done(Json{{"id", id}, {"url", textAt(*json, "html_url").toStdString()}});
            }
            auto verdict = verdictOf(response, url, args);
            const bool badRequest = response.status == 400 || response.status == 422;
            if (badRequest && wordsOf(response).contains(u"return_run_details"_s)) {
                // Nothing ran. Sending it again without the field would be a second request for one
                // intent, so the caller decides again; this server is not asked for details any more.
                server->knowsRunDetails = false;
                verdict.kind = EffectOutcome::Kind::NotExecuted;
                verdict.error.args["withoutDetails"] = true;
            }
            if (badRequest)
                verdict.error.code = errc::githubDispatchRefused;
            if (verdict.error.code == errc::githubNotFound) {
                verdict.error.code = errc::githubDispatchRefused;
                verdict.error.args["reason"] = "notFound";
            }
            return verdict.outcome();
        }};
}

} // namespace slipway::github
