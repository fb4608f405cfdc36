// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_delegate.h"

#include "console/time_window.h"
#include "console/timeline_model.h"

#include <QApplication>
#include <QPainter>

namespace slipway::console {

TimelineDelegate::TimelineDelegate(const TimeWindow& window, const TimelineModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_window(window)
    , m_model(model)
{ }

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize hint = QStyledItemDelegate::sizeHint(option, index);
    hint.setHeight(std::max(24, option.fontMetrics.height() + 8));
    return hint;
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.column() != TimelineModel::BarColumn) {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        if (index.data(TimelineModel::IsLaneRole).toBool())
            cell.font.setWeight(QFont::DemiBold);
        if (index.data(TimelineModel::RequestedRole).toBool() && index.column() == TimelineModel::StateColumn)
            cell.font.setItalic(true);
        const QWidget* widget = option.widget;
        (widget ? widget->style() : QApplication::style())
            ->drawControl(QStyle::CE_ItemViewItem, &cell, painter, widget);
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor paper = option.palette.color(selected ? QPalette::Highlight : QPalette::Base);
    painter->save();
    painter->setClipRect(option.rect);
    painter->fillRect(option.rect, paper);
    const QRectF cell(option.rect);
    const TimelinePainter timeline = m_window.painter(option.palette, option.font);
    timeline.ground(*painter, cell);
    const auto bars = m_model.barsAt(index);
    const bool isLane = index.data(TimelineModel::IsLaneRole).toBool();
    if (isLane && m_isOpen && m_isOpen(index))
        timeline.lane(*painter, cell, bars);
    else
        for (const StepBar* bar : bars)
            timeline.step(*painter, cell, *bar, paper);
    painter->restore();
}

} // namespace slipway::console
