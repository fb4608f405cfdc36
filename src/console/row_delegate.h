// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace slipway::console {

//! Rows of lists and tables: high enough to be hit, at every font size.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem item = option;
        // A tree asks without a width, as if nothing were wrapped in its columns.
        const auto* tree = qobject_cast<const QTreeView*>(option.widget);
        const bool isWrapped = tree && tree->wordWrap()
            && tree->header()->sectionResizeMode(index.column()) != QHeaderView::ResizeToContents;
        if (isWrapped)
            item.rect = QRect(0, 0, tree->columnWidth(index.column()), 1);
        QSize hint = QStyledItemDelegate::sizeHint(item, index);
        const int line = option.fontMetrics.height();
        // Where rows have several lines, the gap tells which belong together.
        const int gap = hint.height() >= 2 * line ? line / 2 : 0;
        hint.setHeight(std::max({hint.height() + gap, 24, line + 8}));
        return hint;
    }
};

} // namespace slipway::console
