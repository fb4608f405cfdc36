// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/context.h"

namespace slipway::terminal {

//! Drives and prints the runs of an open session until they end; `since`: of a run just started, all its events.
int followInSession(
    Context& context, Session& session, const QList<RunId>& runs, std::optional<qint64> since = std::nullopt);

} // namespace slipway::terminal
