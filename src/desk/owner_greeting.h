// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"

namespace slipway::desk {

//! Who the owner of a store is, as it tells everybody who connects to its local socket.
struct OwnerGreeting {
    static constexpr qint64 protocol = 1; //!< changes with what the messages mean

    QString program; //!< "slipway", "slipwayctl"
    qint64 pid = 0;
    QString host; //!< of its connection, by name; empty: none

    bool operator==(const OwnerGreeting&) const = default;
};

//! What stands in the way of what the owner drives, as it tells the others.
struct OwnerTrouble {
    Error error;
    std::optional<Timestamp> since = {}, until = {};

    bool operator==(const OwnerTrouble&) const = default;
};

Json greetingJson(const OwnerGreeting& greeting);
//! Nothing where it is none, or speaks another protocol.
std::optional<OwnerGreeting> greetingFromJson(const Json& json);
//! Null: there is none.
Json troubleJson(const std::optional<OwnerTrouble>& trouble);
std::optional<OwnerTrouble> troubleFromJson(const Json& json);

} // namespace slipway::desk
