// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/routes.h"

#include "api/http_server.h"
#include "base/error_codes.h"
#include "base/text.h"

#include <algorithm>

namespace slipway::api {

namespace {

std::optional<QHash<QString, QString>> partsOf(const QString& path, const QStringList& segments)
{
    const auto pattern = path.mid(1).split(u'/');
    if (pattern.size() != segments.size())
        return std::nullopt;
    QHash<QString, QString> parts;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i].startsWith(u'{') && !segments[i].isEmpty())
            parts.insert(pattern[i].mid(1).chopped(1), segments[i]);
        else if (pattern[i] != segments[i])
            return std::nullopt;
    }
    return parts;
}

} // namespace

const Request& Call::request() const { return exchange->request(); }

Result<Json> Call::body(const QList<const char*>& members) const
{
    if (request().body.isEmpty())
        return Json(Json::object());
    auto json = parseJson(request().body);
    if (!json)
        return json.error();
    if (!json->is_object())
        return Error{.code = errc::apiMalformed, .args = {{"reason", "the body is no JSON object"}}};
    for (const auto& [name, value] : json->items()) {
        if (std::none_of(members.begin(), members.end(), [&name = name](const char* known) { return name == known; }))
            return Error{.code = errc::apiMalformed, .args = {{"reason", "“" + name + "” is no member of the body"}}};
    }
    return json;
}

Result<Match> match(const QList<Route>& routes, const Request& request)
{
    QStringList others;
    for (const auto& route : routes) {
        auto parts = partsOf(route.path, request.segments);
        if (!parts)
            continue;
        if (route.method == request.method)
            return Match{&route, std::move(*parts)};
        others << QString::fromLatin1(route.method);
    }
    const auto path = QString::fromLatin1(request.rawPath.left(200)).toStdString();
    if (others.isEmpty())
        return Error{.code = errc::apiNoRoute, .args = {{"path", path}}};
    return Error{.code = errc::apiMethod,
        .args = {{"path", path}, {"method", QString::fromLatin1(request.method.left(20)).toStdString()},
            {"known", toJson(others)}}};
}

} // namespace slipway::api
