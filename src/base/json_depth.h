// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace slipway {

//! How many objects and lists lie within each other at most: 0 for a text or a number. What parseJson() reads back has no
//! more than JsonLimits::depth of them.
int depthOf(const Json& json);

} // namespace slipway
