// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace slipway {

//! The unescaped tokens of a JSON pointer (RFC 6901): "" is the whole value, "/a~1b/0" the tokens "a/b" and "0".
//! Nothing where the text is no pointer.
std::optional<QStringList> pointerTokens(const QString& pointer);

//! The pointer of a member or element below `pointer`.
QString pointerTo(const QString& pointer, const QString& name);
QString pointerTo(const QString& pointer, qsizetype index);

//! The position that a token names in an array; nothing for "-", signs and leading zeros.
std::optional<qsizetype> arrayIndex(const QString& token);

} // namespace slipway
