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
            return done(Json{{"url", answer ? textAt(*answer, "html_url").toStdString() : std::string()}});
        }};
}

} // namespace slipway::github
