// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/portal/portal.h"

#include "base/text.h"

namespace slipway::sandbox {

HttpAnswer answerPortal(const World& world, const HttpRequest& request, const QStringList& segments)
{
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (reads && segments == QStringList{u"health"_s})
        return HttpAnswer::json(200, Json::object({{"message", "success"}}));
    if (segments.size() != 2 || segments[0] != u"artifacts" || segments[1].isEmpty())
        return HttpAnswer::json(404, Json::object({{"message", "Not Found"}}));
    if (!reads)
        return HttpAnswer::json(405, Json::object({{"message", "Method Not Allowed"}}));
    const Repository* repository = world.repository(segments[1]);
    if (!repository)
        return HttpAnswer::json(404, Json::object({{"message", "Not Found"}}));
    return HttpAnswer::json(200, world.artifacts(repository->name));
}

} // namespace slipway::sandbox
