// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway::app {

//! What both programs do first: no core dumps (they would hold tokens), private files, redacted log.
void hardenProcess();
//! The login name of whoever started the program: the actor of commands.
QString actorName();

} // namespace slipway::app
