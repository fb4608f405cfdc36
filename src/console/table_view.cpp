// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/table_view.h"

#include "console/copying.h"
#include "console/quiet_view.h"
#include "console/row_delegate.h"

#include <QHeaderView>
#include <QTreeView>

namespace slipway::console {

QTreeView* makeTable(QAbstractItemModel* model, const QString& accessibleName, const QList<int>& widths)
{
    QTreeView* table = new QuietView<QTreeView>;
    table->setModel(model);
    table->setAccessibleName(accessibleName);
    table->setRootIsDecorated(false);
    table->setItemDelegate(new RowDelegate(table));
    table->setUniformRowHeights(true);
    table->setAllColumnsShowFocus(true);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    for (int column = 0; column < int(widths.size()); ++column)
        table->header()->resizeSection(column, widths[column]);
    makeCopyable(table);
    return table;
}

} // namespace slipway::console
