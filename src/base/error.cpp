// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace slipway {

Json toJson(const Error& error)
{
    Json json{{"code", error.code.toStdString()}};
    if (!error.args.empty())
        json["args"] = error.args;
    if (!error.details.empty())
        json["details"] = error.details;
    return json;
}

Error errorFromJson(const Json& json)
{
    Error error{.code = textAt(json, "code")};
    if (const Json& args = memberAt(json, "args"); args.is_object())
        error.args = args;
    if (const Json& details = memberAt(json, "details"); details.is_object())
        error.details = details;
    return error;
}

} // namespace slipway
