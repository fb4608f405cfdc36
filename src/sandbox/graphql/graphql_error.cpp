// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/graphql_error.h"

namespace slipway::sandbox::graphql {

Json toJson(const GraphqlError& error)
{
    Json json = Json::object();
    if (!error.type.isEmpty())
        json["type"] = error.type.toStdString();
    if (!error.path.is_null())
        json["path"] = error.path;
    if (!error.extensions.is_null())
        json["extensions"] = error.extensions;
    if (!error.locations.empty()) {
        Json locations = Json::array();
        for (const Location& at : error.locations)
            locations.push_back({{"line", at.line}, {"column", at.column}});
        json["locations"] = std::move(locations);
    }
    json["message"] = error.message.toStdString();
    return json;
}

Json toJson(const GraphqlErrors& errors)
{
    Json list = Json::array();
    for (const GraphqlError& error : errors)
        list.push_back(toJson(error));
    return list;
}

} // namespace slipway::sandbox::graphql
