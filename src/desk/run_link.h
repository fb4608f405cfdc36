// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <optional>

namespace slipway::desk {

//! Names a run, or one of its steps, for other programs: "slipway://run/ID", "slipway://run/ID/step/ID". It shows, it
//! never acts.
struct RunLink {
    RunId run;
    StepId step; //!< empty: the run

    bool operator==(const RunLink&) const = default;
};

QString toText(const RunLink& link);
//! Nothing where the text is no such link: it comes from web pages and messages of strangers.
std::optional<RunLink> runLinkFrom(const QString& text);

//! What a start of the program may ask of the window that is open, in a link's place. It is no link, so that none from
//! outside can ask for it.
inline constexpr auto newServiceWish = "new-service"; //!< opens the form; nothing is created
inline constexpr auto needsYouWish = "needs-you"; //!< shows that view

} // namespace slipway::desk
