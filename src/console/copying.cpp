// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/copying.h"

#include "base/text.h"
#include "console/safe_text.h"
#include "desk/report.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QItemSelectionModel>

namespace slipway::console {

namespace {

struct Copying {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::Copying)
};

QString cellText(const QString& text)
{
    QString cell = withoutIsolates(text);
    return cell.replace(u'\t', u' ').replace(u'\n', u' ');
}

void addRowsBelow(const QAbstractItemModel& model, const QModelIndex& parent, QModelIndexList& rows)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows += index;
        addRowsBelow(model, index, rows);
    }
}

} // namespace

QString tableText(const QAbstractItemModel& model, const QModelIndexList& rows)
{
    QStringList lines, cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells += cellText(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    lines += cells.join(u'\t');
    for (const QModelIndex& row : rows) {
        cells.clear();
        for (int column = 0; column < model.columnCount(row.parent()); ++column)
            cells += cellText(row.siblingAtColumn(column).data().toString());
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

QString tableCsv(const QAbstractItemModel& model)
{
    QModelIndexList rows;
    addRowsBelow(model, {}, rows);
    QString text;
    QStringList cells;
    const auto end = [&] { text += std::exchange(cells, {}).join(u',') + u"\r\n"_s; };
    for (int column = 0; column < model.columnCount(); ++column)
        cells += desk::csvCell(cellText(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    end();
    for (const QModelIndex& row : std::as_const(rows)) {
        for (int column = 0; column < model.columnCount(row.parent()); ++column)
            cells += desk::csvCell(cellText(row.siblingAtColumn(column).data().toString()));
        end();
    }
    return text;
}

QString tableText(const QAbstractItemModel& model)
{
    QModelIndexList rows;
    addRowsBelow(model, {}, rows);
    return tableText(model, rows);
}

void makeCopyable(QAbstractItemView* view)
{
    auto* copy = new QAction(Copying::tr("&Copy rows"), view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, view, [view] {
        QModelIndexList rows = view->selectionModel()->selectedRows();
        if (rows.isEmpty() && view->currentIndex().isValid())
            rows = {view->currentIndex().siblingAtColumn(0)};
        std::sort(rows.begin(), rows.end());
        QGuiApplication::clipboard()->setText(tableText(*view->model(), rows));
    });
    auto* all = new QAction(Copying::tr("Copy &all"), view);
    QObject::connect(
        all, &QAction::triggered, view, [view] { QGuiApplication::clipboard()->setText(tableText(*view->model())); });
    view->addActions({copy, all});
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace slipway::console
