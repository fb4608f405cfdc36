// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace slipway {

//! One expanded element of a pull request's `files`.
struct FileChange {
    QString path;
    std::optional<QByteArray> content; //!< a new file with these bytes
    Json edits = Json::array(); //!< JSON edits, in order
    bool remove = false;
};

//! What a change does to a file as it is now. `after` without a value: the file goes away.
struct PlannedFile {
    QString path;
    std::optional<QByteArray> before;
    std::optional<QByteArray> after;

    bool changes() const { return before != after; }
};

//! Expands the `files` parameter (forEach, as, path, content | edit | remove) in `scope`. A path stands at most once.
Result<QList<FileChange>> expandFiles(const Json& files, const Json& scope);

//! Applies one change to the file's present bytes (none: no such file). Errors carry args "path" beside those of
//! applyEdit(); a `content` for a file that exists with other bytes is "edit.fileExists", an edit of a missing file is
//! "edit.fileMissing".
Result<PlannedFile> planFile(const FileChange& change, const std::optional<QByteArray>& before);

} // namespace slipway
