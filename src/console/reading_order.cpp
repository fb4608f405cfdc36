// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/reading_order.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>

namespace slipway::console {

namespace {

void collect(QWidget* widget, QWidgetList& found);

void collect(const QLayout* layout, QWidgetList& found)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem* item = layout->itemAt(i);
        if (item->widget())
            collect(item->widget(), found);
        else if (item->layout())
            collect(item->layout(), found);
    }
}

void collect(QWidget* widget, QWidgetList& found)
{
    if ((widget->focusPolicy() & Qt::TabFocus) != 0)
        found += widget;
    if (const auto* splitter = qobject_cast<QSplitter*>(widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            collect(splitter->widget(i), found);
    } else if (const auto* area = qobject_cast<QScrollArea*>(widget)) {
        if (area->widget())
            collect(area->widget(), found);
    } else if (widget->layout()) {
        collect(widget->layout(), found);
    }
}

} // namespace

QWidgetList inReadingOrder(QWidget* window)
{
    QWidgetList found;
    collect(window, found);
    return found;
}

void tabInReadingOrder(QWidget* window)
{
    const QWidgetList all = inReadingOrder(window);
    for (qsizetype i = 1; i < all.size(); ++i)
        QWidget::setTabOrder(all[i - 1], all[i]);
}

} // namespace slipway::console
