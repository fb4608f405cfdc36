// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QMessageBox;

namespace slipway::console {

//! Letters that were meant for a text field and come too late: the field, or the dialog it was in, was closed with Escape,
//! and the next letter would choose another run by its first letter, turn over an attempt, or press a button.

//! A list takes letters only once it is used itself: after a click, an arrow key, Tab or F6. Where the focus comes back to it
//! because something before it was closed, they go nowhere.
void ignoreStrayLetters(QAbstractItemView& view);
//! A question is answered by Enter, Space, Alt with a letter or a click, never by a letter alone.
void ignoreStrayLetters(QMessageBox& box);

} // namespace slipway::console
