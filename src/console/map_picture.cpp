// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/map_picture.h"

#include "base/text.h"
#include "console/lane_name.h"
#include "console/safe_text.h"
#include "console/state_style.h"

#include <QEvent>
#include <QGraphicsPathItem>
#include <QGraphicsSimpleTextItem>
#include <QMouseEvent>
#include <QPainterPath>
#include <QStyle>
#include <QTextDocument>

#include <cmath>

namespace slipway::console {

namespace {

constexpr qreal kMargin = 14; //!< around the whole picture
constexpr qreal kBeside = 12, kAbove = 7; //!< between a step's outline and its text
constexpr qreal kRound = 6, kRoundLane = 9;
constexpr qreal kSmallest = 0.7; //!< what would have to be smaller is scrolled
constexpr int kShortest = 20, kLongest = 34; //!< letters in a step's width

QString titleOfStep(const StepDefinition& step) { return safeLine(step.title, 120); }

QFont quietFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

QFont laneFont(QFont font)
{
    font.setBold(true);
    return font;
}

//! Between paper and ink; in high contrast there is nothing between.
QColor lineColour(const QPalette& palette, qreal share)
{
    const QColor paper = palette.color(QPalette::Base), ink = palette.color(QPalette::WindowText);
    if (isHighContrast(palette))
        return ink;
    const auto part = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return {part(paper.red(), ink.red()), part(paper.green(), ink.green()), part(paper.blue(), ink.blue())};
}

} // namespace

MapPicture::MapPicture(QWidget* parent)
    : QGraphicsView(parent)
{
    setScene(new QGraphicsScene(this));
    setObjectName(u"workflowPicture"_s);
    setAccessibleName(tr("Map of the workflow"));
    setRenderHint(QPainter::Antialiasing);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setDragMode(QGraphicsView::ScrollHandDrag);
}

MapSizes MapPicture::sizesOf(const Workflow& workflow) const
{
    const QFontMetricsF metrics(font()), quiet(quietFont(font())), bold(laneFont(font()));
    const qreal letter = metrics.averageCharWidth();
    qreal width = kShortest * letter;
    for (const auto& step : workflow.steps)
        width = std::max({width, metrics.horizontalAdvance(titleOfStep(step)), quiet.horizontalAdvance(step.kind)});
    MapSizes sizes;
    sizes.step = QSizeF(std::ceil(std::min(width, kLongest * letter) + 2 * kBeside + 2),
        std::ceil(metrics.height() + quiet.height() + 2 * kAbove));
    for (const auto& lane : workflow.lanes)
        sizes.lanes +=
            QSizeF(std::min(bold.horizontalAdvance(laneName(workflow, lane)) + 2, sizes.step.width()), bold.height());
    return sizes;
}

void MapPicture::showLayout(std::shared_ptr<const Workflow> workflow, const MapLayout& layout)
{
    m_workflow = std::move(workflow);
    m_layout = layout;
    draw();
    fit();
}

void MapPicture::showStep(const StepId& step)
{
    if (m_step == step)
        return;
    m_step = step;
    draw();
}

void MapPicture::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::LayoutDirectionChange)
        draw();
    else if (type == QEvent::FontChange)
        Q_EMIT fontChanged();
}

void MapPicture::mousePressEvent(QMouseEvent* event)
{
    for (const QGraphicsItem* item : items(event->pos()))
        if (const QString step = item->data(stepKey).toString(); !step.isEmpty()) {
            Q_EMIT stepChosen(StepId(step));
            return;
        }
    QGraphicsView::mousePressEvent(event);
}

void MapPicture::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    fit();
}

void MapPicture::fit()
{
    // Against the width that is left beside a scroll bar, so that one coming or going changes nothing.
    const qreal width = maximumViewportSize().width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const qreal scale = sceneRect().width() > 0 ? std::clamp(width / sceneRect().width(), kSmallest, 1.0) : 1.0;
    setTransform(QTransform::fromScale(scale, scale));
}

void MapPicture::draw()
{
    scene()->clear();
    scene()->setSceneRect({});
    if (!m_workflow)
        return;
    for (const auto& lane : m_layout.lanes)
        drawLane(lane);
    for (const auto& need : m_layout.needs)
        drawNeed(need);
    for (const auto& step : m_layout.steps)
        drawStep(step);
    scene()->setSceneRect(QRectF(QPointF(), m_layout.size).adjusted(-kMargin, -kMargin, kMargin, kMargin));
}

QGraphicsItem* MapPicture::addText(const QString& words, const QRectF& within, const QFont& font, const QColor& colour)
{
    auto* item = scene()->addSimpleText(QFontMetricsF(font).elidedText(words, Qt::ElideRight, within.width()), font);
    item->setBrush(colour);
    const bool fromRight = layoutDirection() == Qt::RightToLeft;
    item->setPos(fromRight ? within.right() - item->boundingRect().width() : within.left(), within.top());
    return item;
}

void MapPicture::drawLane(const MapLayout::Box& lane)
{
    const QPalette colours = palette();
    QPainterPath outline;
    outline.addRoundedRect(lane.rect, kRoundLane, kRoundLane);
    scene()->addPath(outline, QPen(lineColour(colours, 0.28), 1), colours.alternateBase());
    // Arrows into the lane pass behind its title.
    const QFont bold = laneFont(font());
    const QRectF place(
        lane.rect.left() + 14, lane.rect.top() + 8, lane.rect.width() - 28, QFontMetricsF(bold).height());
    auto* title =
        addText(laneName(*m_workflow, m_workflow->lanes[lane.index]), place, bold, colours.color(QPalette::WindowText));
    title->setZValue(3);
    const QRectF behind = title->sceneBoundingRect().adjusted(-3, 0, 3, 0);
    scene()->addRect(behind, Qt::NoPen, colours.alternateBase())->setZValue(2);
}

void MapPicture::drawStep(const MapLayout::Box& step)
{
    const QPalette colours = palette();
    const StepDefinition& definition = m_workflow->steps[step.index];
    const bool chosen = definition.id == m_step;
    QPainterPath outline;
    outline.addRoundedRect(step.rect.adjusted(0.5, 0.5, -0.5, -0.5), kRound, kRound);
    const QColor line = chosen ? colours.color(QPalette::Link) : lineColour(colours, 0.5);
    auto* box = scene()->addPath(outline, QPen(line, chosen ? 2 : 1), chosen ? colours.highlight() : colours.base());
    box->setData(stepKey, definition.id.text());
    // Shown by the scene itself, which guesses whether it is markup.
    box->setToolTip(Qt::convertFromPlainText(safeText(definition.title), Qt::WhiteSpaceNormal));
    const QFont quiet = quietFont(font());
    const qreal high = QFontMetricsF(font()).height();
    const QRectF inner = step.rect.adjusted(kBeside, kAbove, -kBeside, -kAbove);
    addText(titleOfStep(definition), inner, font(), colours.color(chosen ? QPalette::HighlightedText : QPalette::Text));
    addText(definition.kind, inner.translated(0, high), quiet,
        colours.color(chosen ? QPalette::HighlightedText : QPalette::PlaceholderText));
}

void MapPicture::drawNeed(const MapLayout::Need& need)
{
    const QPalette colours = palette();
    const bool marked =
        !m_step.isEmpty() && (m_workflow->steps[need.from].id == m_step || m_workflow->steps[need.to].id == m_step);
    const QColor colour = marked ? colours.color(QPalette::Link) : lineColour(colours, 0.62);
    QPainterPath way(need.curve.first());
    for (qsizetype i = 1; i + 2 < need.curve.size(); i += 3)
        way.cubicTo(need.curve[i], need.curve[i + 1], need.curve[i + 2]);
    const qreal above = marked ? 1 : 0;
    scene()->addPath(way, QPen(colour, marked ? 2.2 : 1.3, Qt::SolidLine, Qt::RoundCap))->setZValue(above);
    const QLineF arrow(need.tip, need.curve.last());
    const QLineF side = arrow.normalVector();
    const QPointF half = (side.p2() - side.p1()) * 0.42;
    QPainterPath head(need.tip);
    head.lineTo(arrow.p2() + half);
    head.lineTo(arrow.p2() - half);
    head.closeSubpath();
    scene()->addPath(head, Qt::NoPen, colour)->setZValue(above);
}

} // namespace slipway::console
