// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"
#include "sandbox/world/world.h"

#include <initializer_list>
#include <utility>

//! Small parts that the shapes share.
namespace slipway::sandbox {

inline Json restTime(Timestamp timestamp) { return toJson(githubTime(timestamp)); }
inline Json restTime(const std::optional<Timestamp>& timestamp)
{
    return timestamp ? restTime(*timestamp) : Json(nullptr);
}
inline Json restOrNull(const QString& text) { return text.isEmpty() ? Json(nullptr) : toJson(text); }

//! Adds members whose values are `base` followed by what is given: GitHub tells the way to everything.
inline void addUrls(
    Json& json, const QString& base, std::initializer_list<std::pair<const char*, const char*>> nameAndPath)
{
    for (const auto& [name, path] : nameAndPath)
        json[name] = base.toStdString() + path;
}

} // namespace slipway::sandbox
