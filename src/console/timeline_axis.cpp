// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_axis.h"

#include "console/time_window.h"
#include "console/timeline_model.h"

#include <QMouseEvent>
#include <QPainter>

namespace slipway::console {

namespace {
constexpr double edge = 7; //!< this close to the column's edge the pointer resizes it
}

TimelineAxis::TimelineAxis(TimeWindow& window, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_window(window)
{
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setStretchLastSection(true);
    setSectionsMovable(false);
    setMouseTracking(true);
    setToolTip(tr("Drag to see the run as it was then"));
    connect(&window, &TimeWindow::changed, this, [this] { viewport()->update(); });
    connect(&window, &TimeWindow::nowMoved, this, [this] { viewport()->update(); });
    connect(&window, &TimeWindow::labelChanged, this, [this] { viewport()->update(); });
}

QSize TimelineAxis::sizeHint() const
{
    QSize hint = QHeaderView::sizeHint();
    hint.setHeight(std::max(hint.height(), fontMetrics().height() + 12));
    return hint;
}

void TimelineAxis::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    if (logicalIndex == TimelineModel::BarColumn) {
        m_window.painter(palette(), font()).axis(*painter, QRectF(rect));
        return;
    }
    painter->save();
    QHeaderView::paintSection(painter, rect, logicalIndex);
    painter->restore();
}

double TimelineAxis::barX(const QMouseEvent* event) const
{
    return event->position().x() - sectionViewportPosition(TimelineModel::BarColumn);
}

void TimelineAxis::drag(double x)
{
    Q_EMIT momentDragged(m_window.geometry().timeAt(std::clamp(x, 0.0, m_window.geometry().width)));
}

void TimelineAxis::mousePressEvent(QMouseEvent* event)
{
    const double x = barX(event);
    m_dragging = event->button() == Qt::LeftButton && x > edge && x < sectionSize(TimelineModel::BarColumn) - edge;
    if (m_dragging)
        drag(x);
    else
        QHeaderView::mousePressEvent(event);
}

void TimelineAxis::mouseMoveEvent(QMouseEvent* event)
{
    const double x = barX(event);
    if (m_dragging) {
        drag(x);
        return;
    }
    QHeaderView::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton && x > edge && x < sectionSize(TimelineModel::BarColumn) - edge)
        setCursor(Qt::PointingHandCursor);
    else if (x > edge)
        unsetCursor();
}

void TimelineAxis::mouseReleaseEvent(QMouseEvent* event)
{
    if (!std::exchange(m_dragging, false))
        QHeaderView::mouseReleaseEvent(event);
}

} // namespace slipway::console
