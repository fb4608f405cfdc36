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

} // namespace slipway::desk
