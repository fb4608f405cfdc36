// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_view.h"

#include "console/time_window.h"
#include "console/timeline_axis.h"
#include "console/timeline_delegate.h"
#include "console/timeline_model.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

namespace slipway::console {

TimelineView::TimelineView(TimelineModel& model, TimeWindow& window, QWidget* parent)
    : QTreeView(parent)
    , m_model(model)
    , m_window(window)
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setHeader(new TimelineAxis(window, this));
    setModel(&model);
    auto* delegate = new TimelineDelegate(window, model, this);
    delegate->setLaneOpen([this](const QModelIndex& lane) { return isExpanded(lane.siblingAtColumn(0)); });
    setItemDelegate(delegate);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setIndentation(16);
    header()->setSectionResizeMode(TimelineModel::BarColumn, QHeaderView::Stretch);
    header()->resizeSection(TimelineModel::NameColumn, 230);
    header()->resizeSection(TimelineModel::StateColumn, 170);

    connect(header(), &QHeaderView::sectionResized, this, [this] { updateWidth(); });
    connect(&window, &TimeWindow::changed, this, [this] { viewport()->update(); });
    connect(&window, &TimeWindow::nowMoved, this, [this](double from, double to) {
        const double left = barLeft() + std::min(from, to) - 4;
        viewport()->update(QRectF(left, 0, std::abs(to - from) + 8, viewport()->height()).toAlignedRect());
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
}

double TimelineView::barLeft() const { return columnViewportPosition(TimelineModel::BarColumn); }

void TimelineView::updateWidth() { m_window.setWidth(std::max(0, viewport()->width() - int(barLeft()))); }

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    updateWidth();
}

StepId TimelineView::selectedStep() const { return StepId(currentIndex().data(TimelineModel::StepIdRole).toString()); }

void TimelineView::selectStep(const StepId& step)
{
    const QModelIndex index = m_model.indexOf(step);
    if (!index.isValid())
        return;
    expand(index.parent());
    setCurrentIndex(index);
    scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void TimelineView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    viewport()->update(); // the lines to what the step needs
    Q_EMIT stepSelected(selectedStep());
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const double x = event->position().x() - barLeft();
    if (event->modifiers().testFlag(Qt::ControlModifier) && event->angleDelta().y() != 0) {
        m_window.zoom(event->angleDelta().y() > 0 ? 1.4 : 1 / 1.4, std::max(0.0, x));
        event->accept();
        return;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier) || event->angleDelta().x() != 0) {
        m_window.pan(-(event->angleDelta().x() + event->angleDelta().y()));
        event->accept();
        return;
    }
    QTreeView::wheelEvent(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_BracketLeft)
        Q_EMIT previousAttempt();
    else if (event->key() == Qt::Key_BracketRight)
        Q_EMIT nextAttempt();
    else
        QTreeView::keyPressEvent(event);
}

void TimelineView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    // The selected row's colour reaches to the left edge; guide lines would only add noise.
    if (selectionModel() && selectionModel()->isSelected(index))
        painter->fillRect(rect, palette().color(QPalette::Highlight));
    if (model()->hasChildren(index))
        QTreeView::drawBranches(painter, rect, index);
}

void TimelineView::paintEvent(QPaintEvent* event)
{
    QTreeView::paintEvent(event);
    QPainter painter(viewport());
    painter.setClipRegion(event->region());
    paintNeeds(painter);
}

void TimelineView::paintNeeds(QPainter& painter)
{
    const desk::RunView* view = m_model.view();
    const StepId step = selectedStep();
    if (!view || step.isEmpty() || !view->run.workflow)
        return;
    const QRect area(int(barLeft()), 0, viewport()->width() - int(barLeft()), viewport()->height());
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto draw = [&](const StepId& from, const StepId& to, double width) {
        const StepBar *before = m_model.barOf(from), *after = m_model.barOf(to);
        const QRect fromRow = visualRect(m_model.indexOf(from, TimelineModel::BarColumn));
        const QRect toRow = visualRect(m_model.indexOf(to, TimelineModel::BarColumn));
        if (!before || !after || fromRow.isEmpty() || toRow.isEmpty())
            return;
        TimeSpan extent = before->extent();
        if (!before->isEmpty() && before->segments.last().toNow && m_window.now())
            extent.to = *m_window.now();
        const double x1 = barLeft() + m_window.geometry().xOf(extent.to);
        const double x2 = barLeft() + m_window.geometry().xOf(after->extent().from);
        const double y1 = fromRow.center().y(), y2 = toRow.center().y();
        painter.setPen(QPen(palette().color(QPalette::PlaceholderText), width));
        // Down beside the end of the bar, then to the beginning of the next one.
        const double turn = std::max(x1 + 4, x2 - 7);
        painter.drawPolyline(QPolygonF({{x1 + 1, y1}, {turn, y1}, {turn, y2}, {x2 - 2, y2}}));
        painter.setBrush(palette().color(QPalette::PlaceholderText));
        painter.drawPolygon(QPolygonF({{x2 - 1, y2}, {x2 - 5, y2 - 3}, {x2 - 5, y2 + 3}}));
    };
    for (const StepDefinition& definition : view->run.workflow->steps) {
        if (definition.id == step)
            for (const StepId& need : definition.needs)
                draw(need, step, 1);
        else if (definition.needs.contains(step))
            draw(step, definition.id, 1.6);
    }
}

} // namespace slipway::console
