// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QMap>
#include <QStringList>

namespace slipway::sandbox {

//! What stands between the token and the world.
struct Access {
    QStringList
        lacking; //!< permissions that the token was not given: "contents", "pull_requests", "actions", "workflows"
    QStringList hidden; //!< repositories (lower case) that it was not given: there, and never shown
    QMap<QString, QString> renamed; //!< old name (lower case) to the present one
    QString runDetails; //!< of a dispatch: "" told, "none" never told, "refused" the wish for them is an error

    Json toJson() const;
    static Access fromJson(const Json& json);
};

} // namespace slipway::sandbox
