// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/plain_request.h"

#include "base/text.h"
#include "github/rest.h"

namespace slipway::github {

http::Request plainRequest(const QByteArray& method, const QUrl& url, const std::optional<Json>& body)
{
    http::Request request{.method = method,
        .url = url,
        .headers = {{"Accept", "application/vnd.github+json"}, {"User-Agent", "slipway/" SLIPWAY_VERSION},
            {"X-GitHub-Api-Version", "2022-11-28"}}};
    if (body) {
        request.headers.append(http::Header{"Content-Type", "application/json"});
        request.body = toBytes(*body);
    }
    return request;
}

QUrl below(const QUrl& base, const QStringList& parts)
{
    RestPath path;
    for (const auto& part : parts)
        path.part(part);
    return path.on(base);
}

std::optional<Millis> aheadBy(const http::Response& response, Timestamp now)
{
    const auto date = response.date();
    return date ? std::optional(*date - now) : std::nullopt;
}

} // namespace slipway::github
