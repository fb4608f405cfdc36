// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/effect_calls.h"

namespace slipway::github {

Call call(const RerunWorkflow& effect)
{
    RestPath path(effect.repository);
    path.part(u"actions"_s).part(u"runs"_s).part(QString::number(effect.id));
    path.part(effect.failedJobsOnly ? u"rerun-failed-jobs"_s : u"rerun"_s);
    auto args = argsOf(effect.repository);
    args["run"] = effect.id;
    return RestCall{
        "POST", path, std::nullopt, [args, id = effect.id](const http::Response& response, const QUrl& url) {
            // "Already running" is what was wished for.
            if (response.status == 201 || wordsOf(response).contains(u"already running"_s, Qt::CaseInsensitive))
                return done(Json{{"id", id}});
            if (response.status < 300) // a captive portal's page, for one
                return EffectOutcome{EffectOutcome::Kind::Unknown, Json::object(), unreadable(response, url)};
            return verdictOf(response, url, args).outcome();
        }};
}

} // namespace slipway::github
