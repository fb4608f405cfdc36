// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace slipway::terminal {

//! The shells that can be taught to complete: "bash", "fish", "zsh".
QStringList shells();
//! What teaches one. It only asks slipwayctl itself (completing.h), so that it is never behind it.
std::optional<QString> completionScript(const QString& shell);

} // namespace slipway::terminal
