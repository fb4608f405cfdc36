// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/plain_tool_tips.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QTextDocument>
#include <QToolTip>

namespace slipway::console {

namespace {

//! The item view whose viewport this is. Header views show tips of sections, which are the program's own words.
QAbstractItemView* viewOf(const QWidget* viewport)
{
    auto* view = qobject_cast<QAbstractItemView*>(viewport->parentWidget());
    return view && view->viewport() == viewport && !qobject_cast<QHeaderView*>(view) ? view : nullptr;
}

} // namespace

void PlainToolTips::install(QCoreApplication& application)
{
    if (!application.findChild<PlainToolTips*>(QString(), Qt::FindDirectChildrenOnly))
        application.installEventFilter(new PlainToolTips(&application));
}

bool PlainToolTips::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget)
        return false;
    const auto* help = static_cast<QHelpEvent*>(event);
    QString tip = widget->toolTip();
    QRect area;
    if (auto* view = viewOf(widget)) {
        const QModelIndex index = view->indexAt(help->pos());
        tip = index.data(Qt::ToolTipRole).toString();
        area = view->visualRect(index);
    } else if (const auto* menu = qobject_cast<QMenu*>(widget)) {
        const QAction* action = menu->toolTipsVisible() ? menu->actionAt(help->pos()) : nullptr;
        tip = action ? action->toolTip() : QString();
    }
    if (!Qt::mightBeRichText(tip))
        return false; // Qt shows it as it is
    QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(tip, Qt::WhiteSpaceNormal), widget, area);
    return true;
}

} // namespace slipway::console
