// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <utility>

//! A unified diff taken apart, so that it can be shown in one column or in two. Pure.
namespace slipway::console {

struct DiffLine {
    enum class Kind {
        Heading, //!< of the file: "diff --git", "---", "+++", "new file mode" …
        Hunk, //!< "@@ -1,3 +1,4 @@"
        Same,
        Removed,
        Added,
        Remark //!< "\ No newline at end of file"
    };
    Kind kind = Kind::Remark;
    int before = 0, after = 0; //!< numbers of the line in the file, from 1; 0: it is not in it
    QString text; //!< without its sign
    qsizetype markFrom = 0, markLength = 0; //!< what differs from the line that it replaces or is replaced by
    bool operator==(const DiffLine&) const = default;
};

//! What stands in a hunk is told by the hunk's counts: a removed "-- x" is no heading.
QList<DiffLine> readDiff(const QString& unified);

//! Rows of two columns: places in the list, -1 where a side has nothing. What is the same, a heading or a hunk stands on
//! both sides with one place.
QList<std::pair<int, int>> besideEachOther(const QList<DiffLine>& lines);

//! The first line of each change: of removed and added lines that follow each other.
QList<int> changesOf(const QList<DiffLine>& lines);

} // namespace slipway::console
