// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/arguments.h"

namespace slipway::terminal {

//! The word for which slipwayctl prints its manual page, for whoever installs it. No command: nobody types it.
inline constexpr auto manualWord = "__manual";

//! The manual page (man macros), made of what the parser itself knows.
QString manualPage(const QList<CommandSpec>& commands, const QString& version);

} // namespace slipway::terminal
