// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialogButtonBox>

namespace slipway::console {

//! To be called when all buttons are in the box: it hands its focus on to the one that stands first, and then Tab passes by
//! the one that was added first (Qt 6.4).
inline void letTabReachAll(QDialogButtonBox& buttons) { buttons.setFocusProxy(nullptr); }

} // namespace slipway::console
