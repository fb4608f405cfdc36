// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace slipway::desk {

//! What a further start of the program asks of the window that is open already.
struct RaiseRequest {
    QString link; //!< what to show, or a wish (run_link.h); may be empty
    Json named = Json::object(); //!< the options it was given, in the program's own words; empty: none

    bool operator==(const RaiseRequest&) const = default;
};

//! With the desktop's leave to come to the front, which holds once and passes to whoever gets the request.
Json raiseJson(const RaiseRequest& request, const QByteArray& activation);
//! Nothing where it is none. Puts the desktop's leave where Qt looks for it.
std::optional<RaiseRequest> raiseFromJson(const Json& json);

//! The desktop's leave that this process was given; it has it no longer.
QByteArray takeActivation();
void putActivation(const QByteArray& activation);

} // namespace slipway::desk
