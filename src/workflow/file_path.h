// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway {

//! Why a path may not be written in a repository, as a sentence; empty: it may. Only relative paths below the root.
QString whyUnsafePath(const QString& path);

} // namespace slipway
