// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workflow_map.h"

#include "base/text.h"
#include "console/safe_text.h"

#include <QEvent>
#include <QGraphicsPathItem>
#include <QGraphicsRectItem>
#include <QGraphicsSimpleTextItem>
#include <QMouseEvent>
#include <QPainterPath>
#include <QTextDocument>

namespace slipway::console {

namespace {

constexpr int kStepKey = 0; //!< of QGraphicsItem::data: the step's id
constexpr qreal kGap = 14, kArrow = 6;
constexpr int kLettersOfAStep = 26;

QString titleOfLane(const Lane& lane) { return safeLine(lane.title.isEmpty() ? lane.id : lane.title, 60); }

} // namespace

QList<MapPlace> mapOf(const Workflow& workflow)
{
    QHash<StepId, int> columns;
    // Needs are acyclic, so as many rounds as there are steps settle every column.
    for (qsizetype round = 0; round < workflow.steps.size(); ++round) {
        bool moved = false;
        for (const auto& step : workflow.steps) {
            int column = 0;
            for (const auto& need : step.needs)
                column = std::max(column, columns.value(need, 0) + 1);
            moved = moved || columns.value(step.id, -1) != column;
            columns.insert(step.id, column);
        }
        if (!moved)
            break;
    }
    QList<MapPlace> places;
    QHash<std::pair<int, int>, int> taken; //!< by lane and column
    for (const auto& step : workflow.steps) {
        const auto lane = std::find_if(
            workflow.lanes.begin(), workflow.lanes.end(), [&](const Lane& each) { return each.id == step.lane; });
        const int index = int(lane - workflow.lanes.begin()), column = columns.value(step.id);
        places.append({.step = step.id, .lane = index, .column = column, .row = taken[{index, column}]++});
    }
    return places;
}

WorkflowMap::WorkflowMap(QWidget* parent)
    : QGraphicsView(parent)
{
    setScene(new QGraphicsScene(this));
    setObjectName(u"workflowMap"_s);
    setAccessibleName(tr("Map of the workflow"));
    setAccessibleDescription(
        tr("A picture of lanes, steps and what needs what. The page “Steps” says the same in words."));
    setRenderHint(QPainter::Antialiasing);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setDragMode(QGraphicsView::ScrollHandDrag);
}

void WorkflowMap::showWorkflow(std::shared_ptr<const Workflow> workflow)
{
    m_workflow = std::move(workflow);
    m_step = {};
    draw();
}

void WorkflowMap::showStep(const StepId& step)
{
    if (m_step == step)
        return;
    m_step = step;
    draw();
}

void WorkflowMap::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::LayoutDirectionChange)
        draw();
}

void WorkflowMap::mousePressEvent(QMouseEvent* event)
{
    for (const QGraphicsItem* item : items(event->pos()))
        if (const QString step = item->data(kStepKey).toString(); !step.isEmpty()) {
            Q_EMIT stepChosen(StepId(step));
            return;
        }
    QGraphicsView::mousePressEvent(event);
}

void WorkflowMap::draw()
{
    scene()->clear();
    if (!m_workflow)
        return;
    const QFontMetricsF metrics(font());
    const QPalette colours = palette();
    const qreal width = metrics.averageCharWidth() * kLettersOfAStep, height = metrics.height() * 2 + 10;
    const auto places = mapOf(*m_workflow);
    QList<int> rows(m_workflow->lanes.size(), 1);
    int columns = 1;
    for (const auto& place : places) {
        rows[place.lane] = std::max(rows[place.lane], place.row + 1);
        columns = std::max(columns, place.column + 1);
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal step = width + 3 * kGap, all = columns * step + kGap;
    const auto text = [&](const QString& words, const QRectF& within, const QColor& colour) {
        auto* item = scene()->addSimpleText(metrics.elidedText(words, Qt::ElideRight, within.width()), font());
        item->setBrush(colour);
        item->setPos(mirrored ? within.right() - item->boundingRect().width() : within.left(), within.top());
        return item;
    };
    QList<qreal> tops;
    qreal y = 0;
    for (qsizetype lane = 0; lane < m_workflow->lanes.size(); ++lane) {
        const qreal high = metrics.height() + kGap + rows[lane] * (height + kGap);
        scene()
            ->addRect(0, y, all, high, Qt::NoPen, lane % 2 ? colours.base() : colours.alternateBase())
            ->setZValue(-2);
        text(titleOfLane(m_workflow->lanes[lane]), QRectF(kGap, y + 4, all - 2 * kGap, metrics.height()),
            colours.color(QPalette::PlaceholderText));
        tops.append(y + metrics.height() + kGap);
        y += high;
    }
    QHash<StepId, QRectF> boxes;
    for (const auto& place : places) {
        const qreal x = kGap + place.column * step;
        const QRectF box(mirrored ? all - x - width : x, tops[place.lane] + place.row * (height + kGap), width, height);
        boxes.insert(place.step, box);
        const auto* definition = m_workflow->step(place.step);
        const bool chosen = place.step == m_step;
        auto* rectangle = scene()->addRect(box, QPen(colours.color(QPalette::WindowText), chosen ? 2 : 1),
            chosen ? colours.highlight() : colours.button());
        rectangle->setData(kStepKey, place.step.text());
        // Shown by the scene itself, which guesses whether it is markup.
        rectangle->setToolTip(Qt::convertFromPlainText(safeText(definition->title), Qt::WhiteSpaceNormal));
        const QColor ink = colours.color(chosen ? QPalette::HighlightedText : QPalette::ButtonText);
        const QRectF inner = box.adjusted(6, 4, -6, -4);
        text(safeLine(definition->title, 120), inner, ink);
        text(definition->kind, inner.translated(0, metrics.height()), ink);
    }
    for (const auto& definition : m_workflow->steps) {
        for (const auto& need : definition.needs) {
            const bool marked = !m_step.isEmpty() && (definition.id == m_step || need == m_step);
            const QPen pen(colours.color(marked ? QPalette::Highlight : QPalette::Mid), marked ? 2 : 1);
            const QRectF from = boxes.value(need), to = boxes.value(definition.id);
            const qreal way = mirrored ? -1 : 1;
            const QPointF begin(mirrored ? from.left() : from.right(), from.center().y());
            const QPointF end(mirrored ? to.right() : to.left(), to.center().y());
            QPainterPath path(begin);
            path.cubicTo(begin + QPointF(way * 2 * kGap, 0), end - QPointF(way * 2 * kGap, 0), end);
            path.moveTo(end - QPointF(way * kArrow, kArrow / 2));
            path.lineTo(end);
            path.lineTo(end - QPointF(way * kArrow, -kArrow / 2));
            scene()->addPath(path, pen)->setZValue(marked ? 1 : -1);
        }
    }
    scene()->setSceneRect(0, 0, all, y);
}

} // namespace slipway::console
