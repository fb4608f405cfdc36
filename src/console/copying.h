// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>

namespace slipway::console {

//! The rows as lines of cells with tabs between them, headings first: what a spreadsheet or a ticket takes.
QString tableText(const QAbstractItemModel& model, const QModelIndexList& rows);
QString tableText(const QAbstractItemModel& model);
//! The same for a file: RFC 4180, and nothing that a spreadsheet would compute.
QString tableCsv(const QAbstractItemModel& model);

//! Lets a table be copied: Ctrl+C copies the marked rows, the context menu these or all.
void makeCopyable(QAbstractItemView* view);

} // namespace slipway::console
