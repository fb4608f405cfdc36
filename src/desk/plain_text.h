// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway::desk {

//! A character that moves the cursor, turns the reading direction round or cannot be seen: with it a pull request's title
//! could forge lines of our own output, or a name look like another. Those outside of the basic plane (tags) come as
//! surrogates and are to be looked at as code points.
bool isUnseen(char32_t c);

//! Text that came from outside, made harmless for one line of a screen or terminal: line ends and tabs become spaces;
//! control characters, terminal escapes, direction overrides and invisible characters go away. Cut to `most` characters
//! with an ellipsis (0: not cut).
QString plainText(const QString& text, qsizetype most = 0);

//! The same for text of several lines (diffs, bodies): line ends and tabs stay.
QString plainLines(const QString& text);

} // namespace slipway::desk
