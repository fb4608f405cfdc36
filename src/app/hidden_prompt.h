// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

namespace slipway::app {

//! One line of standard input: on a terminal after the prompt (on standard error) and without showing what is typed,
//! else as it comes. Error "file.unreadable".
Result<Secret> askHidden(const QString& prompt);

} // namespace slipway::app
