// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/owner_greeting.h"

namespace slipway::desk {

namespace {

Json momentOrNull(const std::optional<Timestamp>& moment) { return moment ? Json(moment->ms) : Json(); }

std::optional<Timestamp> momentOf(const Json& json, const char* member)
{
    return memberAt(json, member).is_number_integer() ? std::optional(Timestamp{integerAt(json, member)})
                                                      : std::nullopt;
}

} // namespace

Json greetingJson(const OwnerGreeting& greeting)
{
    return {{"protocol", OwnerGreeting::protocol}, {"program", greeting.program.toStdString()}, {"pid", greeting.pid},
        {"host", greeting.host.toStdString()}};
}

std::optional<OwnerGreeting> greetingFromJson(const Json& json)
{
    if (integerAt(json, "protocol") != OwnerGreeting::protocol)
        return std::nullopt;
    return OwnerGreeting{
        .program = textAt(json, "program"), .pid = integerAt(json, "pid"), .host = textAt(json, "host")};
}

Json troubleJson(const std::optional<OwnerTrouble>& trouble)
{
    if (!trouble)
        return {};
    return {{"error", toJson(trouble->error)}, {"since", momentOrNull(trouble->since)},
        {"until", momentOrNull(trouble->until)}};
}

std::optional<OwnerTrouble> troubleFromJson(const Json& json)
{
    const Json& error = memberAt(json, "error");
    if (!error.is_object())
        return std::nullopt;
    return OwnerTrouble{
        .error = errorFromJson(error), .since = momentOf(json, "since"), .until = momentOf(json, "until")};
}

} // namespace slipway::desk
