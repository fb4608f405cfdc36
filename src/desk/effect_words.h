// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway::desk {

//! What a request does, by the journaled name of its effect: "turn auto-merge on".
QString effectWords(const QString& name);

} // namespace slipway::desk
