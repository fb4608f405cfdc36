// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

namespace slipway::desk {

//! What one of many starts would come to by the present state of the repositories: the preview without its differences.
struct Prospect {
    Availability name;
    QList<Error> problems; //!< what stops the start beside the name; of a name that is not free nothing else is said
    QStringList pullRequests; //!< the repository of each that it would raise, "owner/name", in their order
    //! Files that it would change, "owner/name: path", and those that it would make and that are not there yet.
    QStringList changed, made;
    QStringList repositories; //!< that are to come to exist, "owner/name"
};

} // namespace slipway::desk
