// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace slipway::sandbox {

//! Whether a world action switches on: "on" (or another usual name) as a flag or as a word, or "off". Without either: on.
bool isOn(const Json& action);

} // namespace slipway::sandbox
