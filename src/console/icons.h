// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace slipway::console {

//! An icon of resources/icons by its name without ending, drawn in the text colour of the program's palette.
QIcon icon(const QString& name);

} // namespace slipway::console
