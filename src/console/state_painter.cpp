// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/state_painter.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace slipway::console {

namespace {

class StateIconEngine : public QIconEngine {
public:
    explicit StateIconEngine(ShownState state)
        : m_state(state)
    { }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        QColor ink = colourOf(m_state, palette);
        if (mode == QIcon::Disabled)
            ink = palette.color(QPalette::Disabled, QPalette::Text);
        paintShape(*painter, QRectF(rect), styleOf(m_state).shape, ink, palette.color(QPalette::Base));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new StateIconEngine(m_state); }

private:
    ShownState m_state;
};

//! Lines of a hatch over `rect`; `slope` +1 rises to the right.
void hatch(QPainter& painter, const QRectF& rect, const QColor& ink, double slope, double distance, double width)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(ink, width));
    const double h = rect.height();
    for (double x = rect.left() - h; x < rect.right() + h; x += distance) {
        if (slope > 0)
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + h, rect.top()));
        else
            painter.drawLine(QPointF(x, rect.top()), QPointF(x + h, rect.bottom()));
    }
    painter.restore();
}

//! One slanted band; at phase 0 its way begins at the left edge, at 1 it has left on the right.
void stripe(QPainter& painter, const QRectF& rect, const QColor& ink, double phase)
{
    const double band = std::min(9.0, rect.width() / 2), lean = std::min(rect.height() / 2, rect.width() / 3);
    const double x = rect.left() - band / 2 + std::clamp(phase, 0.0, 1.0) * (rect.width() - band / 2);
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF(
        {{x, rect.bottom()}, {x + band, rect.bottom()}, {x + band + lean, rect.top()}, {x + lean, rect.top()}}));
    painter.restore();
}

void outline(QPainter& painter, const QRectF& rect, const QColor& ink, double width, Qt::PenStyle style)
{
    QPen pen(ink, width, style);
    if (style != Qt::SolidLine)
        pen.setDashPattern(style == Qt::DotLine ? QList<qreal>{1, 2} : QList<qreal>{4 / width, 3 / width});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const double inset = width / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 2, 2);
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    return QColor::fromRgbF(float(a.redF() * share + b.redF() * (1 - share)),
        float(a.greenF() * share + b.greenF() * (1 - share)), float(a.blueF() * share + b.blueF() * (1 - share)));
}

void solid(QPainter& painter, const QRectF& rect, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(rect, 2, 2);
}

} // namespace

void paintShape(QPainter& painter, const QRectF& rect, Shape shape, const QColor& ink, const QColor& paper)
{
    const double side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2);
    painter.scale(side / 16, side / 16); // all shapes are drawn on 16 by 16
    const QPen line(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const QPen onInk(paper, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);

    switch (shape) {
    case Shape::EmptyCircle: painter.drawEllipse(QPointF(8, 8), 5.2, 5.2); break;
    case Shape::Dots:
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        for (const double x : {3.2, 8.0, 12.8})
            painter.drawEllipse(QPointF(x, 8), 1.7, 1.7);
        break;
    case Shape::Triangle:
        painter.setBrush(ink);
        painter.drawPolygon(QPolygonF({{4.5, 3}, {13, 8}, {4.5, 13}}));
        break;
    case Shape::CircularArrow: {
        QPainterPath arc;
        arc.arcMoveTo(QRectF(3, 3, 10, 10), 60);
        arc.arcTo(QRectF(3, 3, 10, 10), 60, -300);
        painter.drawPath(arc);
        painter.setBrush(ink);
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(QPolygonF({{7.4, 0.6}, {12.6, 3.4}, {7.8, 6.4}}));
        break;
    }
    case Shape::Hourglass:
        painter.drawLine(QPointF(4, 2.5), QPointF(12, 2.5));
        painter.drawLine(QPointF(4, 13.5), QPointF(12, 13.5));
        painter.drawPolyline(QPolygonF({{5, 2.5}, {5, 4.5}, {8, 8}, {5, 11.5}, {5, 13.5}}));
        painter.drawPolyline(QPolygonF({{11, 2.5}, {11, 4.5}, {8, 8}, {11, 11.5}, {11, 13.5}}));
        painter.setBrush(ink);
        painter.drawPolygon(QPolygonF({{8, 10.4}, {10.2, 13}, {5.8, 13}}));
        break;
    case Shape::Hand:
        painter.setBrush(ink);
        painter.drawRoundedRect(QRectF(1.8, 1.8, 12.4, 12.4), 2, 2);
        painter.setPen(QPen(paper, 1.5, Qt::SolidLine, Qt::RoundCap));
        for (const auto& [x, top] : {std::pair(5.6, 5.4), std::pair(7.5, 4.2), std::pair(9.4, 4.8)})
            painter.drawLine(QPointF(x, top), QPointF(x, 9));
        painter.drawLine(QPointF(11.4, 7.6), QPointF(10.2, 9.6));
        painter.setPen(Qt::NoPen);
        painter.setBrush(paper);
        painter.drawRoundedRect(QRectF(4.9, 8.2, 5.4, 3.9), 1.6, 1.6);
        break;
    case Shape::Diamond:
        painter.drawPolygon(QPolygonF({{8, 1.4}, {14.6, 8}, {8, 14.6}, {1.4, 8}}));
        painter.drawLine(QPointF(8, 5), QPointF(8, 8.6));
        painter.setBrush(ink);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPointF(8, 11), 1, 1);
        break;
    case Shape::Tick:
        painter.setBrush(ink);
        painter.drawEllipse(QPointF(8, 8), 6.2, 6.2);
        painter.setPen(onInk);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{5.2, 8.3}, {7.2, 10.3}, {10.9, 6}}));
        break;
    case Shape::PersonTick:
        painter.setBrush(ink);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPointF(5.6, 4.6), 2.8, 2.8);
        painter.drawChord(QRectF(0.8, 8.4, 9.6, 11), 0, 180 * 16);
        painter.setPen(line);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{9.4, 8.2}, {11.2, 10.2}, {14.8, 5.4}}));
        break;
    case Shape::CrossOctagon:
        painter.setBrush(ink);
        painter.drawPolygon(
            QPolygonF({{5.4, 2}, {10.6, 2}, {14, 5.4}, {14, 10.6}, {10.6, 14}, {5.4, 14}, {2, 10.6}, {2, 5.4}}));
        painter.setPen(onInk);
        painter.drawLine(QPointF(5.8, 5.8), QPointF(10.2, 10.2));
        painter.drawLine(QPointF(10.2, 5.8), QPointF(5.8, 10.2));
        break;
    case Shape::DoubleChevron:
        painter.drawPolyline(QPolygonF({{3.4, 3.6}, {7.8, 8}, {3.4, 12.4}}));
        painter.drawPolyline(QPolygonF({{8.6, 3.6}, {13, 8}, {8.6, 12.4}}));
        break;
    case Shape::Square:
        painter.setBrush(ink);
        painter.drawRoundedRect(QRectF(3.6, 3.6, 8.8, 8.8), 1, 1);
        break;
    case Shape::ArrowLeft:
        painter.drawPolyline(QPolygonF({{6.4, 3}, {2.4, 7}, {6.4, 11}}));
        painter.drawPolyline(QPolygonF({{2.4, 7}, {10, 7}, {13.4, 9.4}, {13.4, 13}}));
        break;
    case Shape::TwoBars:
        painter.setBrush(ink);
        painter.drawRect(QRectF(4, 3.4, 2, 9.2));
        painter.drawRect(QRectF(10, 3.4, 2, 9.2));
        break;
    case Shape::QuestionMark: {
        QPainterPath mark;
        mark.moveTo(5, 5.6);
        mark.cubicTo(5, 0.8, 11.6, 1.4, 11.2, 5.4);
        mark.cubicTo(10.8, 7.6, 8, 7.6, 8, 10);
        painter.drawPath(mark);
        painter.setBrush(ink);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPointF(8, 13.2), 1.1, 1.1);
        break;
    }
    }
    painter.restore();
}

void paintBar(QPainter& painter, const QRectF& rect, Fill fill, const QColor& ink, const QColor& paper, double phase)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (fill) {
    case Fill::Ghost: outline(painter, rect, mixed(ink, paper, 0.6), 1, Qt::SolidLine); break;
    case Fill::Placeholder: outline(painter, rect, mixed(ink, paper, 0.6), 1, Qt::DotLine); break;
    case Fill::Pale:
        solid(painter, rect, mixed(ink, paper, 0.18));
        outline(painter, rect, ink, 1, Qt::DashLine);
        break;
    case Fill::Striped:
        solid(painter, rect, ink);
        stripe(painter, rect, mixed(paper, ink, 0.6), phase);
        break;
    case Fill::Dotted: {
        painter.setPen(QPen(ink, 2, Qt::DotLine, Qt::RoundCap));
        painter.drawLine(QPointF(rect.left() + 1, rect.center().y()), QPointF(rect.right() - 1, rect.center().y()));
        break;
    }
    case Fill::HollowDashed:
        solid(painter, rect, mixed(ink, paper, 0.10));
        outline(painter, rect, ink, 1.4, Qt::DashLine);
        break;
    case Fill::HollowThick:
        solid(painter, rect, mixed(ink, paper, 0.14));
        outline(painter, rect, ink, 2.6, Qt::SolidLine);
        break;
    case Fill::HollowClock:
        solid(painter, rect, mixed(ink, paper, 0.14));
        outline(painter, rect, ink, 2, Qt::DashLine);
        break;
    case Fill::Solid: solid(painter, rect, ink); break;
    case Fill::Hatch:
        solid(painter, rect, mixed(ink, paper, 0.20));
        hatch(painter, rect, ink, 1, 6, 1.6);
        outline(painter, rect, ink, 1.2, Qt::SolidLine);
        break;
    case Fill::CrossHatch:
        solid(painter, rect, ink);
        hatch(painter, rect, mixed(paper, ink, 0.55), 1, 6, 1.1);
        hatch(painter, rect, mixed(paper, ink, 0.55), -1, 6, 1.1);
        break;
    case Fill::Strike:
        outline(painter, rect, mixed(ink, paper, 0.55), 1, Qt::SolidLine);
        painter.setPen(QPen(ink, 1.6));
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
        break;
    case Fill::CutOff: {
        const double tooth = std::min(4.0, rect.width() / 2);
        QPolygonF shape({rect.topLeft(), rect.topRight()});
        for (int i = 1; i <= 4; ++i)
            shape << QPointF(rect.right() - (i % 2 ? tooth : 0), rect.top() + rect.height() * i / 4);
        shape << rect.bottomLeft();
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(ink, paper, 0.75));
        painter.drawPolygon(shape);
        break;
    }
    case Fill::HatchLeft:
        hatch(painter, rect, ink, -1, 6, 1.4);
        outline(painter, rect, ink, 1.2, Qt::SolidLine);
        break;
    case Fill::Faded:
        solid(painter, rect, mixed(ink, paper, 0.25));
        outline(painter, rect, mixed(ink, paper, 0.6), 1, Qt::DotLine);
        for (double x = rect.left() + 3; x + 10 <= rect.right() - 2; x += 24)
            paintShape(painter, {x, rect.top() + 1, 10, rect.height() - 2}, Shape::QuestionMark, ink, paper);
        break;
    }
    painter.restore();
}

QIcon stateIcon(ShownState state) { return QIcon(new StateIconEngine(state)); }

} // namespace slipway::console
