// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace slipway::console {

//! Rows of lists and tables: high enough to be hit, at every font size.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QSize hint = QStyledItemDelegate::sizeHint(option, index);
        const int line = option.fontMetrics.height();
        // Where rows have several lines, the gap tells which belong together.
        const int gap = hint.height() > 2 * line ? line / 2 : 0;
        hint.setHeight(std::max({hint.height() + gap, 24, line + 8}));
        return hint;
    }
};

} // namespace slipway::console
