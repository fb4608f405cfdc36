// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_axis.h"

#include "base/text.h"
#include "console/time_window.h"
#include "console/timeline_model.h"
#include "console/wording.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace slipway::console {

TimelineAxis::TimelineAxis(TimeWindow& window, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_window(window)
{
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setStretchLastSection(true);
    setSectionsMovable(false);
    connect(&window, &TimeWindow::changed, this, [this] { viewport()->update(); });
    connect(&window, &TimeWindow::nowMoved, this, [this] { viewport()->update(); });
}

QSize TimelineAxis::sizeHint() const
{
    QSize hint = QHeaderView::sizeHint();
    hint.setHeight(std::max(hint.height(), fontMetrics().height() + 12));
    return hint;
}

void TimelineAxis::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    if (logicalIndex != TimelineModel::BarColumn) {
        painter->save();
        QHeaderView::paintSection(painter, rect, logicalIndex);
        painter->restore();
        return;
    }
    const TimelineGeometry& geometry = m_window.geometry();
    painter->save();
    painter->setClipRect(rect);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, palette().color(QPalette::Button));
    painter->setPen(palette().color(QPalette::Mid));
    painter->drawLine(QPointF(rect.left(), rect.bottom() + 0.5), QPointF(rect.right(), rect.bottom() + 0.5));

    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    painter->setFont(small);
    const QFontMetricsF metrics(small);
    QList<QRectF> taken; // labels never overlap: now first, then folds, then ticks
    const auto label = [&](double centre, const QString& text, const QColor& colour, bool plate) {
        const double wide = metrics.horizontalAdvance(text) + 8;
        double left = centre - wide / 2;
        left = std::clamp(left, double(rect.left()), std::max(double(rect.left()), rect.right() - wide));
        const QRectF box(left, rect.top() + 3, wide, rect.height() - 8);
        if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); }))
            return;
        taken += box;
        if (plate) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour);
            painter->drawRoundedRect(box, 3, 3);
            painter->setPen(palette().color(QPalette::Base));
        } else {
            painter->setPen(colour);
        }
        painter->drawText(box, Qt::AlignCenter, text);
    };

    if (const auto now = m_window.now()) {
        const double x = rect.left() + geometry.xOf(*now);
        if (x >= rect.left() - 1 && x <= rect.right() + 1)
            label(x, m_window.isStale() ? tr("last read") : tr("now"), palette().color(QPalette::Link), true);
    }
    for (const TimeSpan& fold : geometry.visibleFolds()) {
        const double x = rect.left() + geometry.xOf(fold.from);
        QColor ink = palette().color(QPalette::PlaceholderText);
        QPainterPath zigzag(QPointF(x, rect.bottom() - 3));
        for (int i = 1; i <= 13; ++i)
            zigzag.lineTo(x + TimelineGeometry::foldWidth * i / 13, rect.bottom() - (i % 2 ? 6 : 3));
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(ink, 1));
        painter->drawPath(zigzag);
        label(x + TimelineGeometry::foldWidth / 2, durationText(fold.length()), ink, false);
    }
    const int offset = QDateTime::fromMSecsSinceEpoch(geometry.visible.from.ms).offsetFromUtc();
    const bool seconds = geometry.visible.length() < Millis(600'000);
    for (const TimeTick& tick : ticksOf(geometry, 64, offset)) {
        const double x = rect.left() + geometry.xOf(tick.at);
        painter->setPen(palette().color(QPalette::Mid));
        painter->drawLine(QPointF(std::floor(x) + 0.5, rect.bottom() - 4), QPointF(std::floor(x) + 0.5, rect.bottom()));
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(tick.at.ms);
        const QString text = at.time() == QTime(0, 0)
            ? QLocale().toString(at, u"d MMM"_s)
            : QLocale().toString(at.time(), seconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
        label(x, text, palette().color(QPalette::ButtonText), false);
    }
    painter->restore();
}

} // namespace slipway::console
