// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway::console {

//! Text from outside (services, files, other people) as it may stand on the screen: without control characters, those that
//! turn the direction of writing and those that cannot be seen, at most `most` characters. Line ends stay.
QString safeText(const QString& text, qsizetype most = 4'000);
//! The same on one line, to be shown. In a window that is written from the right it stands by itself (a first strong
//! isolate), so that names and addresses keep their own direction inside a sentence.
QString safeLine(const QString& text, qsizetype most = 240);
//! The same on one line, to be kept, sent, copied or edited: never isolated.
QString safeValue(const QString& text, qsizetype most = 240);
//! What was shown as it may be copied.
QString withoutIsolates(QString text);

} // namespace slipway::console
