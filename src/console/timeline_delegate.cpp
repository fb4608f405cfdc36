// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_delegate.h"

#include "console/state_painter.h"
#include "console/time_window.h"
#include "console/timeline_model.h"
#include "console/wording.h"

#include <QApplication>
#include <QDateTime>
#include <QPainter>

namespace slipway::console {

namespace {
constexpr double barShare = 0.56; //!< of the row's height
}

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
    paintGround(*painter, cell, option.palette);
    const auto bars = m_model.barsAt(index);
    const bool isLane = index.data(TimelineModel::IsLaneRole).toBool();
    if (isLane && m_isOpen && m_isOpen(index))
        paintLaneLine(*painter, cell, bars, option.palette);
    else
        for (const StepBar* bar : bars)
            paintStep(*painter, cell, *bar, option, paper);
    painter->restore();
}

void TimelineDelegate::paintGround(QPainter& painter, const QRectF& cell, const QPalette& palette) const
{
    const TimelineGeometry& geometry = m_window.geometry();
    QColor line = palette.color(QPalette::Mid);
    line.setAlphaF(0.45f);
    painter.setPen(QPen(line, 1));
    const int offset = QDateTime::fromMSecsSinceEpoch(geometry.visible.from.ms).offsetFromUtc();
    for (const TimeTick& tick : ticksOf(geometry, 64, offset)) {
        const double x = std::floor(cell.left() + geometry.xOf(tick.at)) + 0.5;
        painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom()));
    }
    QColor shade = palette.color(QPalette::Mid);
    shade.setAlphaF(0.28f);
    for (const TimeSpan& fold : geometry.visibleFolds()) {
        const double x = cell.left() + geometry.xOf(fold.from);
        painter.fillRect(QRectF(x, cell.top(), TimelineGeometry::foldWidth, cell.height()), shade);
    }
    if (const auto now = m_window.now()) {
        const double x = std::floor(cell.left() + geometry.xOf(*now)) + 0.5;
        painter.setPen(QPen(palette.color(QPalette::Link), 1, m_window.isStale() ? Qt::DashLine : Qt::SolidLine));
        painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom() + 1));
    }
}

void TimelineDelegate::paintLaneLine(
    QPainter& painter, const QRectF& cell, const QList<const StepBar*>& bars, const QPalette& palette) const
{
    std::optional<TimeSpan> span;
    for (const StepBar* bar : bars) {
        if (bar->isEmpty())
            continue;
        TimeSpan extent = bar->extent();
        if (bar->segments.last().toNow && m_window.now())
            extent.to = std::max(extent.to, *m_window.now());
        span = span ? TimeSpan{std::min(span->from, extent.from), std::max(span->to, extent.to)} : extent;
    }
    if (!span)
        return;
    const double from = cell.left() + m_window.geometry().xOf(span->from);
    const double to = std::max(from + TimelineGeometry::leastBar, cell.left() + m_window.geometry().xOf(span->to));
    const double y = std::floor(cell.center().y()) + 0.5;
    painter.setPen(QPen(palette.color(QPalette::PlaceholderText), 1.4));
    painter.drawLine(QPointF(from, y), QPointF(to, y));
    painter.drawLine(QPointF(from, y - 3.5), QPointF(from, y + 3.5));
    painter.drawLine(QPointF(to, y - 3.5), QPointF(to, y + 3.5));
}

void TimelineDelegate::paintStep(QPainter& painter, const QRectF& cell, const StepBar& bar,
    const QStyleOptionViewItem& option, const QColor& paper) const
{
    const TimelineGeometry& geometry = m_window.geometry();
    const double height = std::floor(cell.height() * barShare);
    const double top = std::floor(cell.top() + (cell.height() - height) / 2);
    const auto x = [&](Timestamp moment) { return cell.left() + geometry.xOf(moment); };
    const auto rectOf = [&](const TimeSpan& span) {
        const double left = x(span.from);
        return QRectF(left, top, std::max(TimelineGeometry::leastBar, x(span.to) - left), height);
    };

    if (bar.ghost) {
        const QRectF ghost = rectOf(*bar.ghost);
        const QColor ink = colourOf(ShownState::Planned, option.palette);
        if (ghost.intersects(cell))
            paintBar(painter, ghost, bar.ghostIsEstimate ? Fill::Ghost : Fill::Placeholder, ink, paper);
    }
    const bool numbered = std::count_if(bar.segments.begin(), bar.segments.end(), [](const StepBar::Segment& s) {
        return s.attempt > 0;
    }) > 1;
    double taken = cell.left() - 1e6; // a minimal bar pushes the next one on, so that none hides another
    for (const StepBar::Segment& segment : bar.segments) {
        TimeSpan span = segment.span;
        if (segment.toNow && m_window.now())
            span.to = std::max(span.to, *m_window.now());
        QRectF rect = rectOf(span);
        if (rect.left() < taken)
            rect.moveLeft(taken);
        if (segment.attempt == 0)
            rect.setWidth(std::max(0.0, x(span.to) - rect.left()));
        else
            taken = rect.right() + 1.5;
        if (rect.right() < cell.left() || rect.left() > cell.right() || rect.width() <= 0)
            continue;
        // Beyond the cell nothing is seen, and a dashed outline of a million pixels takes seconds.
        rect.setLeft(std::max(rect.left(), cell.left() - 8));
        rect.setRight(std::min(rect.right(), cell.right() + 8));
        const QColor ink = colourOf(segment.state, option.palette);
        paintBar(painter, rect, segment.attempt == 0 ? Fill::Dotted : styleOf(segment.state).fill, ink, paper);
        const QString number = QString::number(segment.attempt);
        if (numbered && segment.attempt > 0 && rect.width() >= option.fontMetrics.horizontalAdvance(number) + 6) {
            QFont font = option.font;
            font.setPointSizeF(font.pointSizeF() * 0.8);
            font.setWeight(QFont::DemiBold);
            painter.setFont(font);
            const double wide = QFontMetricsF(font).horizontalAdvance(number) + 6;
            const QRectF plate(rect.left() + 2, rect.top() + 1.5, wide, rect.height() - 3);
            painter.setPen(Qt::NoPen);
            painter.setBrush(paper);
            painter.drawRoundedRect(plate, 2, 2);
            painter.setPen(option.palette.color(QPalette::Text));
            painter.drawText(plate, Qt::AlignCenter, number);
        }
    }
    if (bar.late && !bar.isEmpty()) {
        const double at = std::floor(x(*bar.late)) + 0.5;
        const bool over = bar.state == ShownState::Stuck;
        painter.setPen(QPen(colourOf(over ? ShownState::Stuck : ShownState::Planned, option.palette), over ? 2 : 1));
        painter.drawLine(QPointF(at, top - 2), QPointF(at, top + height + 2));
    }
}

} // namespace slipway::console
