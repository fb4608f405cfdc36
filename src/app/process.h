// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway::app {

//! Who may look into the program that is shipped. The desktop's portal opens /proc/PID/root of who calls it, so the
//! window cannot be closed to its own user without losing the portal.
enum class Attaching { ByRootOnly, ByItsUser };

//! What both programs do first: no core dumps (they would hold tokens), private files, redacted log.
void hardenProcess(Attaching attaching);
//! The login name of whoever started the program: the actor of commands.
QString actorName();

} // namespace slipway::app
