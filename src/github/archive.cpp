// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/effect_calls.h"

namespace slipway::github {

Call call(const ArchiveRepository& effect)
{
    return RestCall{"PATCH", RestPath(effect.repository), Json{{"archived", true}},
        [args = argsOf(effect.repository)](const http::Response& response, const QUrl& url) {
            if (response.status != 200)
                return verdictOf(response, url, args).outcome();
            const auto answer = parseJson(response.body);
            if (!answer || !flagAt(*answer, "archived"))
                return EffectOutcome{EffectOutcome::Kind::Unknown, Json::object(), unreadable(response, url)};
            return done(Json{{"url", textAt(*answer, "html_url").toStdString()}});
        }};
}

} // namespace slipway::github
