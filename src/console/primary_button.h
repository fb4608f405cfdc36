// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPushButton;

namespace slipway::console {

//! Makes the button stand out as the page's main act, in the palette's accent; it follows changes of the palette.
void makePrimary(QPushButton* button);
//! A flat button whose text is seen to lead on, as a link's is.
void makeLink(QPushButton* button);

} // namespace slipway::console
