// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/table_model.h"

namespace slipway::console {

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return cell(index.row(), index.column());
    return other(index.row(), index.column(), role);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // A narrow column says its whole title in the tip.
    const bool told = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    return orientation == Qt::Horizontal && told ? QVariant(title(section)) : QVariant();
}

QVariant TableModel::other(int, int, int) const { return {}; }

} // namespace slipway::console
