// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway::console {

//! Text from outside (services, files, other people) as it may stand on the screen: without control characters and
//! without those that turn the direction of writing, at most `most` characters. Line ends stay.
QString safeText(const QString& text, qsizetype most = 4'000);
//! The same on one line.
QString safeLine(const QString& text, qsizetype most = 240);

} // namespace slipway::console
