// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace slipway::console {

//! How well `text` fits what was typed: each word of it must occur as letters in this order. Greater is better: beginnings
//! of words and letters that stand together count more, length counts against. Nothing: it does not fit.
std::optional<int> fuzzyScore(const QString& typed, const QString& text);

} // namespace slipway::console
