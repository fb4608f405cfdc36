// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/access.h"
#include "steps/needs.h"

namespace slipway::steps {

enum class Granted { Yes, No, Unknown };

//! One right at one place, and which steps need it.
struct Finding {
    QString place; //!< "OWNER/NAME", an organisation, or the template of a repository that a run will name
    bool isOrganisation = false;
    Right right = Right::ReadContents;
    QStringList steps; //!< titles, in the workflow's order
    Granted granted = Granted::Unknown;
    //! Why it is not granted, or cannot be known: "scope" (the token lacks it), "person" (whoever it belongs to may not),
    //! "permission" (the token or App lacks it), "archived", "notSeen" (missing, or hidden from the token), "error",
    //! "untold" (GitHub tells only when it is used), "later" (a run names the repository).
    QString reason;
    std::optional<Error> error; //!< with "error" and "notSeen": GitHub's answer, with its link for single sign-on
};

//! What the token may do of what the steps need, told apart from what cannot be known beforehand. In the order of the
//! needs, one finding a place and right.
QList<Finding> findingsOf(const QList<Need>& needs, const github::Access& access);
//! What has to be asked for that.
github::AccessQuestion questionFor(const QList<Need>& needs);

} // namespace slipway::steps
