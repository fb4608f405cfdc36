// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

namespace slipway::console {

//! Replaces the file in one step, on a thread of the pool: a slow or hanging disk must not stop the window. For what a
//! person saves to hand on; not for secrets. "file.unwritable" with the path, and the reason in details "text".
QFuture<Result<void>> writeFileApart(const QString& path, const QByteArray& bytes);

} // namespace slipway::console
