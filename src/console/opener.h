// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <functional>

class QWidget;

namespace slipway::console {

//! Hands a link to the desktop; tests put their own in its place.
using Opener = std::function<void(const QUrl&)>;

//! Opens the link if desk::isSafeToOpen() says so; otherwise says in a message why not.
void openLink(const Opener& opener, const QString& url, QWidget* parent);

} // namespace slipway::console
