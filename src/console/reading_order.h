// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidgetList>

namespace slipway::console {

//! What Tab stops at in a window, as it is read: by the layouts, whatever the order in which the widgets were made. Hidden
//! and disabled ones are among them.
QWidgetList inReadingOrder(QWidget* window);
//! Lets Tab go through them so. To be called again when widgets have come.
void tabInReadingOrder(QWidget* window);

} // namespace slipway::console
