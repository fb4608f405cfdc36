// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace slipway::terminal {

//! The terminal's translation context, for functions that belong to no QObject.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(slipway::terminal::Words)
};

} // namespace slipway::terminal
