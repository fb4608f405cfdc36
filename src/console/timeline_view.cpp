// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_view.h"

#include "console/time_window.h"
#include "console/timeline_axis.h"
#include "console/timeline_delegate.h"
#include "console/timeline_model.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace slipway::console {

namespace {
constexpr double leastDrag = 8; //!< pixels: less is a click
}

TimelineView::TimelineView(TimelineModel& model, TimeWindow& window, QWidget* parent)
    : QuietView(parent)
    , m_model(model)
    , m_window(window)
    , m_axis(new TimelineAxis(window, this))
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setHeader(m_axis);
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
    connect(&window, &TimeWindow::phaseChanged, this, &TimelineView::updateRunning);
    connect(&model, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
}

double TimelineView::barLeft() const { return columnViewportPosition(TimelineModel::BarColumn); }

void TimelineView::updateWidth() { m_window.setWidth(header()->sectionSize(TimelineModel::BarColumn)); }

QRectF TimelineView::cellOf(const QModelIndex& index) const
{
    return QRectF(visualRect(index.siblingAtColumn(TimelineModel::BarColumn)));
}

QRectF TimelineView::barRect(const StepId& step) const
{
    const QModelIndex index = m_model.indexOf(step);
    const StepBar* bar = m_model.barOf(step);
    const QRectF cell = index.isValid() ? cellOf(index) : QRectF();
    if (!bar || cell.isEmpty())
        return {};
    QRectF all;
    for (const DrawnSegment& drawn : layOut(*bar, m_window.geometry(), m_window.upTo(), cell))
        all |= drawn.rect;
    return all;
}

void TimelineView::updateRunning()
{
    const desk::RunView* view = m_model.view();
    if (!view)
        return;
    for (const StepRun& step : view->run.steps)
        if (const StepBar* bar = m_model.barOf(step.id); bar && bar->state == ShownState::Running)
            viewport()->update(barRect(step.id).toAlignedRect());
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    updateWidth();
}

StepId TimelineView::selectedStep() const { return StepId(currentIndex().data(TimelineModel::StepIdRole).toString()); }

void TimelineView::selectStep(const StepId& step)
{
    const QModelIndex index = m_model.indexOf(step);
    if (step.isEmpty() && !selectedStep().isEmpty()) {
        // Told by whoever chose none: saying it back would be another choice.
        const QSignalBlocker quiet(this);
        clearSelection();
        setCurrentIndex(index);
    }
    if (!index.isValid())
        return;
    expand(index.parent());
    setCurrentIndex(index);
    scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void TimelineView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QuietView::currentChanged(current, previous);
    viewport()->update(); // the lines to what the step needs
    Q_EMIT stepSelected(selectedStep());
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const double x = event->position().x() - barLeft();
    if (event->modifiers().testFlag(Qt::ControlModifier) && event->angleDelta().y() != 0) {
        m_window.zoomByWheel(event->angleDelta().y() > 0 ? 1.4 : 1 / 1.4, std::max(0.0, x));
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
    if (event->key() == Qt::Key_Escape && m_dragging) {
        m_pressedAt.reset();
        m_dragging = false;
        viewport()->update();
    } else if (event->key() == Qt::Key_Escape)
        Q_EMIT presentWanted();
    else if (event->modifiers() == Qt::ShiftModifier && event->key() == Qt::Key_Left)
        m_window.pan(-m_window.geometry().width / 5);
    else if (event->modifiers() == Qt::ShiftModifier && event->key() == Qt::Key_Right)
        m_window.pan(m_window.geometry().width / 5);
    else
        QTreeView::keyPressEvent(event);
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    const double x = event->position().x() - barLeft();
    m_pressedAt.reset();
    if (event->button() == Qt::LeftButton && x >= 0 && x < header()->sectionSize(TimelineModel::BarColumn))
        m_pressedAt = x;
    QTreeView::mousePressEvent(event);
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x() - barLeft();
    if (m_pressedAt && event->buttons().testFlag(Qt::LeftButton)) {
        m_dragging = m_dragging || std::abs(x - *m_pressedAt) >= leastDrag;
        if (m_dragging) {
            m_draggedTo = std::clamp(x, 0.0, m_window.geometry().width);
            viewport()->update();
        }
        return; // the row that was pressed stays selected
    }
    QTreeView::mouseMoveEvent(event);
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    const auto pressed = std::exchange(m_pressedAt, std::nullopt);
    if (std::exchange(m_dragging, false)) {
        if (pressed) {
            const TimelineGeometry& geometry = m_window.geometry();
            m_window.zoomTo(
                {geometry.timeAt(std::min(*pressed, m_draggedTo)), geometry.timeAt(std::max(*pressed, m_draggedTo))});
        }
        return;
    }
    QTreeView::mouseReleaseEvent(event);
    const StepBar* bar = m_model.barOf(selectedStep());
    if (!pressed || !bar)
        return;
    for (const DrawnSegment& drawn : layOut(*bar, m_window.geometry(), m_window.upTo(), cellOf(currentIndex())))
        if (drawn.segment.attempt > 0 && drawn.rect.contains(event->position()))
            Q_EMIT attemptPointedAt(drawn.segment.attempt);
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
    paintDragged(painter);
}

void TimelineView::paintDragged(QPainter& painter)
{
    if (!m_dragging || !m_pressedAt)
        return;
    const double from = barLeft() + std::min(*m_pressedAt, m_draggedTo);
    const QRectF band(from, 0, std::abs(*m_pressedAt - m_draggedTo), viewport()->height());
    QColor fill = palette().color(QPalette::Link);
    painter.setPen(QPen(fill, 1));
    fill.setAlphaF(0.18f);
    painter.fillRect(band, fill);
    painter.drawLine(band.topLeft(), band.bottomLeft());
    painter.drawLine(band.topRight(), band.bottomRight());
}

void TimelineView::paintNeeds(QPainter& painter)
{
    const desk::RunView* view = m_model.view();
    const StepId step = selectedStep();
    if (!view || step.isEmpty() || !view->run.workflow)
        return;
    const QRect area(int(barLeft()), 0, header()->sectionSize(TimelineModel::BarColumn), viewport()->height());
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto draw = [&](const StepId& from, const StepId& to, double width) {
        const StepBar *before = m_model.barOf(from), *after = m_model.barOf(to);
        const QRect fromRow = visualRect(m_model.indexOf(from, TimelineModel::BarColumn));
        const QRect toRow = visualRect(m_model.indexOf(to, TimelineModel::BarColumn));
        if (!before || !after || fromRow.isEmpty() || toRow.isEmpty())
            return;
        TimeSpan extent = before->extent();
        if (!before->isEmpty() && before->segments.last().toNow && m_window.upTo())
            extent.to = *m_window.upTo();
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
