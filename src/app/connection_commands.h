// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/environment.h"

namespace slipway::app {

//! The terminal's commands about connections. They wait, as a terminal may.
QFuture<Result<desk::ConnectionReport>> checkConnection(const terminal::GlobalOptions& global);
Result<desk::ConnectionReport> addConnection(
    const terminal::ConnectionRequest& request, const std::function<void(const terminal::SignInCode&)>& codeShown);
Result<QList<terminal::KnownConnection>> listConnections();
Result<void> removeConnection(const QString& name);

} // namespace slipway::app
