// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_painter.h"

#include "base/text.h"
#include "console/state_painter.h"
#include "console/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace slipway::console {

namespace {

constexpr double barShare = 0.56; //!< of the row's height

double pixelLine(double x) { return std::floor(x) + 0.5; }

QFont smaller(QFont font, double share)
{
    if (font.pixelSize() > 0) // a sheet's font is measured in pixels
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * share)));
    else
        font.setPointSizeF(font.pointSizeF() * share);
    return font;
}

} // namespace

QRectF rectOfSpan(const TimeSpan& span, const TimelineGeometry& geometry, const QRectF& cell)
{
    const double height = std::floor(cell.height() * barShare);
    const double top = std::floor(cell.top() + (cell.height() - height) / 2);
    const double left = cell.left() + geometry.xOf(span.from);
    const double right = cell.left() + geometry.xOf(span.to);
    return {left, top, std::max(TimelineGeometry::leastBar, right - left), height};
}

QList<DrawnSegment> layOut(
    const StepBar& bar, const TimelineGeometry& geometry, std::optional<Timestamp> upTo, const QRectF& cell)
{
    QList<DrawnSegment> drawn;
    double taken = cell.left() - 1e9; // a minimal bar pushes the next one on, so that none hides another
    for (StepBar::Segment segment : bar.segments) {
        if (segment.toNow && upTo)
            segment.span.to = std::max(segment.span.from, *upTo);
        QRectF rect = rectOfSpan(segment.span, geometry, cell);
        if (rect.left() < taken)
            rect.moveLeft(taken);
        if (segment.isBreak())
            rect.setWidth(std::max(0.0, cell.left() + geometry.xOf(segment.span.to) - rect.left()));
        else
            taken = rect.right() + 1.5;
        if (rect.right() < cell.left() || rect.left() > cell.right() || rect.width() <= 0)
            continue;
        // Beyond the cell nothing is seen, and a dashed outline of a million pixels takes seconds.
        rect.setLeft(std::max(rect.left(), cell.left() - 8));
        rect.setRight(std::min(rect.right(), cell.right() + 8));
        drawn += {rect, segment};
    }
    return drawn;
}

void TimelinePainter::axis(QPainter& painter, const QRectF& rect) const
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect, palette.color(QPalette::Button));
    painter.setPen(palette.color(QPalette::Mid));
    painter.drawLine(QPointF(rect.left(), rect.bottom() - 0.5), QPointF(rect.right(), rect.bottom() - 0.5));

    const QFont small = smaller(font, 0.88);
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    QList<QRectF> taken; // labels never overlap: the handle first, then folds, then ticks
    const auto label = [&](double centre, const QString& text, const QColor& colour, bool plate, bool moves = false) {
        const double wide = metrics.horizontalAdvance(text) + 8;
        double left = centre - wide / 2;
        left = std::clamp(left, rect.left(), std::max(rect.left(), rect.right() - wide));
        QRectF box(left, rect.top() + 3, wide, rect.height() - 8);
        const auto blocker = [&] {
            return std::find_if(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); });
        };
        if (const auto other = blocker(); other != taken.end()) {
            if (!moves)
                return;
            box.moveRight(other->left() - 1); // beside what stands there, where it still belongs
            if (std::abs(box.center().x() - centre) > wide || box.left() < rect.left() || blocker() != taken.end())
                return;
        }
        taken += box;
        if (plate) { // a tag whose tip stands on the line: what can be dragged
            QPainterPath tag;
            tag.addRoundedRect(box, 3, 3);
            tag.addPolygon(QPolygonF({{centre - 4, box.bottom() - 0.5}, {centre + 4, box.bottom() - 0.5},
                {centre, box.bottom() + 4}, {centre - 4, box.bottom() - 0.5}}));
            painter.fillPath(tag, colour);
            painter.setPen(palette.color(QPalette::Base));
        } else {
            painter.setPen(colour);
        }
        painter.drawText(box, Qt::AlignCenter, text);
    };
    const auto handle = [&](Timestamp moment, const QString& text, const QColor& colour) {
        const double x = rect.left() + geometry.xOf(moment);
        if (x >= rect.left() - 1 && x <= rect.right() + 1)
            label(x, text, colour, true);
    };
    if (asOf)
        handle(*asOf, clockText(*asOf, utc, false), colourOf(ColourRole::Attention, palette));
    if (now)
        handle(*now, nowLabel, palette.color(QPalette::Link));

    for (const TimeSpan& fold : geometry.visibleFolds()) {
        const double x = rect.left() + geometry.xOf(fold.from);
        QPainterPath zigzag(QPointF(x, rect.bottom() - 3));
        for (int i = 1; i <= 13; ++i)
            zigzag.lineTo(x + TimelineGeometry::foldWidth * i / 13, rect.bottom() - (i % 2 ? 6 : 3));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette.color(QPalette::PlaceholderText), 1));
        painter.drawPath(zigzag);
        label(x + TimelineGeometry::foldWidth / 2, durationText(fold.length()),
            palette.color(QPalette::PlaceholderText), false, true);
    }
    const auto ticks = ticksOf(geometry, 64, utcOffset(geometry.visible.from, utc));
    // By the ticks and not by the length: of an hour that is folded but for seconds each is a part of a minute.
    const bool seconds =
        std::any_of(ticks.begin(), ticks.end(), [](const TimeTick& tick) { return tick.at.ms % 60'000 != 0; });
    for (const TimeTick& tick : ticks) {
        const double x = pixelLine(rect.left() + geometry.xOf(tick.at));
        painter.setPen(palette.color(QPalette::Mid));
        painter.drawLine(QPointF(x, rect.bottom() - 4), QPointF(x, rect.bottom()));
        label(x, axisText(tick.at, utc, seconds), palette.color(QPalette::ButtonText), false);
    }
    painter.restore();
}

void TimelinePainter::ground(QPainter& painter, const QRectF& cell) const
{
    QColor line = palette.color(QPalette::Mid);
    line.setAlphaF(0.45f);
    painter.setPen(QPen(line, 1));
    for (const TimeTick& tick : ticksOf(geometry, 64, utcOffset(geometry.visible.from, utc))) {
        const double x = pixelLine(cell.left() + geometry.xOf(tick.at));
        painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom()));
    }
    QColor shade = palette.color(QPalette::Mid);
    shade.setAlphaF(0.28f);
    for (const TimeSpan& fold : geometry.visibleFolds()) {
        const double x = cell.left() + geometry.xOf(fold.from);
        painter.fillRect(QRectF(x, cell.top(), TimelineGeometry::foldWidth, cell.height()), shade);
    }
    const auto upright = [&](Timestamp moment, const QColor& colour, double width, Qt::PenStyle style) {
        const double x = pixelLine(cell.left() + geometry.xOf(moment));
        QPen pen(colour, width, style);
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom() + 1));
    };
    if (now)
        upright(*now, palette.color(QPalette::Link), 1, stale ? Qt::DashLine : Qt::SolidLine);
    if (asOf)
        upright(*asOf, colourOf(ColourRole::Attention, palette), 2, Qt::SolidLine);
}

void TimelinePainter::lane(QPainter& painter, const QRectF& cell, const QList<const StepBar*>& bars) const
{
    std::optional<TimeSpan> span;
    for (const StepBar* bar : bars) {
        if (bar->isEmpty())
            continue;
        TimeSpan extent = bar->extent();
        if (bar->segments.last().toNow && upTo())
            extent.to = std::max(extent.from, *upTo());
        span = span ? TimeSpan{std::min(span->from, extent.from), std::max(span->to, extent.to)} : extent;
    }
    if (!span)
        return;
    const double from = cell.left() + geometry.xOf(span->from);
    const double to = std::max(from + TimelineGeometry::leastBar, cell.left() + geometry.xOf(span->to));
    const double y = pixelLine(cell.center().y());
    if (constexpr double leastBracket = 14; to - from < leastBracket) { // two ticks so near would read as a letter
        painter.setPen(QPen(palette.color(QPalette::PlaceholderText), 4, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(from, y), QPointF(to, y));
        return;
    }
    painter.setPen(QPen(palette.color(QPalette::PlaceholderText), 1.4));
    painter.drawLine(QPointF(from, y), QPointF(to, y));
    painter.drawLine(QPointF(from, y - 3.5), QPointF(from, y + 3.5));
    painter.drawLine(QPointF(to, y - 3.5), QPointF(to, y + 3.5));
}

void TimelinePainter::step(QPainter& painter, const QRectF& cell, const StepBar& bar, const QColor& paper) const
{
    if (bar.ghost) {
        QRectF ghost = rectOfSpan(*bar.ghost, geometry, cell);
        if (ghost.intersects(cell)) {
            ghost.setLeft(std::max(ghost.left(), cell.left() - 8));
            ghost.setRight(std::min(ghost.right(), cell.right() + 8));
            paintBar(painter, ghost, bar.ghostIsEstimate ? Fill::Ghost : Fill::Placeholder,
                colourOf(ShownState::Planned, palette), paper);
        }
    }
    const auto attempts = std::count_if(
        bar.segments.begin(), bar.segments.end(), [](const StepBar::Segment& s) { return s.attempt > 0; });
    const auto drawn = layOut(bar, geometry, upTo(), cell);
    const QFontMetricsF metrics(font);
    for (const DrawnSegment& part : drawn) {
        const auto& [rect, segment] = part;
        const bool isStuckNow = segment.state == ShownState::Stuck && bar.late;
        // Up to the usual end a stuck bar waits like any other; the edge past it is drawn below.
        const ShownState body = isStuckNow ? ShownState::Waiting : segment.state;
        paintBar(painter, rect, segment.isBreak() ? Fill::Dotted : styleOf(body).fill, colourOf(body, palette), paper,
            phase);
        foldMarks(painter, rect, cell, paper);
        const QString number = QString::number(segment.attempt);
        if (attempts > 1 && segment.attempt > 0 && rect.width() >= metrics.horizontalAdvance(number) + 6) {
            QFont bold = smaller(font, 0.8);
            bold.setWeight(QFont::DemiBold);
            painter.setFont(bold);
            const double wide = QFontMetricsF(bold).horizontalAdvance(number) + 6;
            const QRectF plate(rect.left() + 2, rect.top() + 1.5, wide, rect.height() - 3);
            painter.setPen(Qt::NoPen);
            painter.setBrush(paper);
            painter.drawRoundedRect(plate, 2, 2);
            painter.setPen(palette.color(QPalette::Text));
            painter.drawText(plate, Qt::AlignCenter, number);
        }
    }
    if (bar.late && !drawn.isEmpty())
        lateEdge(painter, drawn.last(), bar, cell, paper);
}

void TimelinePainter::lateEdge(
    QPainter& painter, const DrawnSegment& last, const StepBar& bar, const QRectF& cell, const QColor& paper) const
{
    const double at = pixelLine(cell.left() + geometry.xOf(*bar.late));
    const bool isOver = last.segment.toNow && last.segment.span.to > *bar.late;
    if (!isOver) {
        painter.setPen(QPen(colourOf(ShownState::Planned, palette), 1));
        painter.drawLine(QPointF(at, last.rect.top() - 2), QPointF(at, last.rect.bottom() + 2));
        return;
    }
    const QColor ink = colourOf(ShownState::Stuck, palette);
    QRectF over = last.rect;
    over.setLeft(std::max(over.left(), at));
    if (over.width() > 1) {
        if (bar.state == ShownState::Stuck) {
            painter.fillRect(over, paper);
            paintBar(painter, over, Fill::HollowClock, ink, paper);
        } else { // it still works, or asks: only its edge says that it takes longer than it should
            painter.setPen(QPen(ink, 2, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(over);
        }
    }
    if (at < cell.left() - 6 || at > cell.right() + 6)
        return;
    // A clock where it became late.
    const double radius = std::min(6.0, last.rect.height() / 2);
    const QPointF centre(at, last.rect.center().y());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.5));
    painter.setBrush(paper);
    painter.drawEllipse(centre, radius, radius);
    painter.drawLine(centre, centre - QPointF(0, radius * 0.65));
    painter.drawLine(centre, centre + QPointF(radius * 0.5, 0));
    painter.restore();
}

void TimelinePainter::foldMarks(QPainter& painter, const QRectF& rect, const QRectF& cell, const QColor& paper) const
{
    for (const TimeSpan& fold : geometry.visibleFolds()) {
        const double left = cell.left() + geometry.xOf(fold.from) + TimelineGeometry::foldWidth / 2 - 5;
        if (left < rect.left() + 1 || left + 10 > rect.right() - 1)
            continue;
        // Torn: time is missing here.
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(rect.adjusted(-1, -1, 1, 1), Qt::IntersectClip);
        for (const auto& [colour, width] :
            {std::pair(paper, 7.0), std::pair(palette.color(QPalette::PlaceholderText), 1.0)}) {
            painter.setPen(QPen(colour, width));
            for (const double shift : width > 2 ? QList<double>{5} : QList<double>{1.5, 8.5}) {
                const double x = left + shift, step = rect.height() / 4;
                QPolygonF tear;
                for (int i = -1; i <= 5; ++i)
                    tear << QPointF(x + (i % 2 ? 2 : -2), rect.top() + i * step);
                painter.drawPolyline(tear);
            }
        }
        painter.restore();
    }
}

} // namespace slipway::console
