// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/event_limits.h"

#include "base/error_codes.h"
#include "base/json_depth.h"

namespace slipway::journal {

namespace {

constexpr qsizetype mostBytes = 1024 * 1024; // the table's own rule

} // namespace

std::optional<Error> beyondLimits(const Event& event)
{
    const int deepest = JsonLimits().depth;
    if (depthOf(event.data) > deepest)
        return Error{.code = errc::jsonInvalid,
            .args = {{"reason", "nested deeper than " + std::to_string(deepest) + " levels"}}};
    if (const auto bytes = toBytes(event.data).size(); bytes > mostBytes)
        return Error{.code = errc::jsonTooLarge, .args = {{"bytes", bytes}, {"limit", mostBytes}}};
    return std::nullopt;
}

} // namespace slipway::journal
