// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace slipway {

//! Files that only their user may read. Directories 0700, files 0600, symbolic links refused.

//! Makes the directory (and its parents) if it is missing. Error "file.unwritable".
Result<void> makePrivateDirectory(const QString& path);
//! Reads a file that holds a credential; refuses one that others may read or that is not ours
//! ("file.permissions"), or that cannot be read ("file.unreadable").
Result<QByteArray> readPrivateFile(const QString& path);
//! Replaces the file in one step, mode 0600. Error "file.unwritable".
Result<void> writePrivateFile(const QString& path, const QByteArray& bytes);
//! Any file, up to `limit` bytes. Error "file.unreadable" with args "file" and "reason".
Result<QByteArray> readFile(const QString& path, qint64 limit = 64LL * 1024 * 1024);

} // namespace slipway
