// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QUrl>

#include <functional>

class QWidget;

namespace slipway::desk {
class Desk;
}

namespace slipway::console {

//! Hands a link to the desktop; tests put their own in its place.
using Opener = std::function<void(const QUrl&)>;

//! Hands links to the desktop's own programs; where none can be started (no browser, no xdg-open), says so in a message with
//! the address to copy.
Opener desktopOpener();
//! The same by another way to open: false is that nothing was started.
Opener tellingFailure(std::function<bool(const QUrl&)> open);

//! Opens the link if desk::isSafeToOpen() says so; otherwise says in a message why not.
void openLink(const Opener& opener, const QString& url, QWidget* parent);

//! Hosts whose pages the desk's runs have to do with: GitHub's, and those that its workflows and their settings name.
QStringList knownHosts(const desk::Desk& desk);

//! Opens what leads to one of the hosts that `known` tells, or below it, to this computer, or to no host. Before any other
//! it asks, and shows the name as it is spelt on the wire ("xn--…"): a look-alike is seen there.
Opener askingFirst(Opener open, std::function<QStringList()> known);

} // namespace slipway::console
