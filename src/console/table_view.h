// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QAbstractItemModel;
class QTreeView;

namespace slipway::console {

//! A table as all of the window are: whole rows, high enough to be hit, that can be copied. `widths` are of the first
//! columns, in pixels.
QTreeView* makeTable(QAbstractItemModel* model, const QString& accessibleName, const QList<int>& widths);

} // namespace slipway::console
