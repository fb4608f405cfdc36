// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/owner_greeting.h"

namespace slipway::desk {

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

} // namespace slipway::desk
