// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/duration_charts.h"

#include "base/text.h"
#include "console/state_style.h"
#include "console/wording.h"

#include <QDateTime>
#include <QEvent>
#include <QGraphicsLayout>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QHorizontalBarSeries>
#include <QtCharts/QLegendMarker>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

namespace slipway::console {

namespace {

//! About five round durations from nothing up to `longest`.
QList<Millis> ticksUpTo(Millis longest)
{
    static constexpr std::array<qint64, 22> seconds{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1'800, 3'600, 7'200,
        10'800, 21'600, 43'200, 86'400, 172'800, 604'800, 1'209'600, 2'592'000};
    qint64 step = std::max<qint64>(seconds.back(), longest.count() / 5'000 + 1);
    for (const qint64 one : seconds)
        if (longest.count() <= one * 5'000) {
            step = one;
            break;
        }
    QList<Millis> ticks;
    for (qint64 at = 0; ticks.size() < 3 || at - step < longest.count() / 1'000; at += step)
        ticks += Millis(at * 1'000);
    return ticks;
}

QString dayFormat(qint64 span)
{
    constexpr qint64 day = 86'400'000;
    return span < 2 * day ? u"HH:mm"_s : span < 300 * day ? u"d MMM"_s : u"MMM yyyy"_s;
}

} // namespace

DurationChart::DurationChart(const QString& name, QWidget* parent)
    : QChartView(parent)
{
    setAccessibleName(name);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the tables hold the same, with a keyboard
    setMinimumSize(240, 150);
    chart()->setMargins(QMargins(2, 2, 8, 2));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->setLocalizeNumbers(true);
    chart()->setTitle(name);
}

QColor DurationChart::ink() const { return palette().color(QPalette::Text); }

void DurationChart::show(const DurationFigures& figures)
{
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    setAccessibleDescription(summaryOf(figures));
    if (!figures.samples.isEmpty())
        fill(figures);
    recolour();
}

void DurationChart::recolour()
{
    setBackgroundBrush(palette().brush(QPalette::Base));
    chart()->setBackgroundBrush(palette().brush(QPalette::Base));
    chart()->setTitleBrush(ink());
    QFont title = font();
    title.setWeight(QFont::DemiBold);
    chart()->setTitleFont(title);
    chart()->legend()->setLabelColor(ink());
    chart()->legend()->setFont(font());
    const QColor grid = palette().color(QPalette::Mid);
    for (QAbstractAxis* axis : chart()->axes()) {
        axis->setLabelsFont(font());
        axis->setLabelsColor(palette().color(QPalette::PlaceholderText));
        axis->setLinePen(QPen(grid, 1));
        axis->setGridLinePen(QPen(grid, 1, Qt::DotLine));
    }
}

void DurationChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour();
}

DurationsOverTime::DurationsOverTime(QWidget* parent)
    : DurationChart(tr("Durations over time"), parent)
{
    setObjectName(u"durationsOverTime"_s);
    chart()->legend()->setAlignment(Qt::AlignBottom);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries); // strokes, too
}

void DurationsOverTime::fill(const DurationFigures& figures)
{
    qint64 first = figures.samples.last().endedAt.ms, last = figures.samples.first().endedAt.ms;
    for (const auto& sample : figures.samples) {
        first = std::min(first, sample.endedAt.ms);
        last = std::max(last, sample.endedAt.ms);
    }
    const qint64 edge = std::max<qint64>((last - first) / 40, 60'000);
    first -= edge;
    last += edge;

    const auto line = [&](const std::optional<Millis>& at, const QString& name) {
        if (!at)
            return;
        auto* series = new QLineSeries;
        series->setName(tr("%1: %2", "what the line is, duration").arg(name, durationText(*at)));
        series->append(double(first), double(at->count()));
        series->append(double(last), double(at->count()));
        chart()->addSeries(series);
    };
    line(figures.median, tr("Median"));
    line(figures.p90, tr("Nine in ten are no longer"));
    m_points = new QScatterSeries;
    m_points->setName(tr("One run"));
    m_points->setMarkerSize(8);
    for (const auto& sample : figures.samples)
        m_points->append(double(sample.endedAt.ms), double(sample.took.count()));
    chart()->addSeries(m_points);
    m_marked = new QScatterSeries;
    m_marked->setMarkerSize(15);
    chart()->addSeries(m_marked);
    for (QLegendMarker* marker : chart()->legend()->markers(m_marked))
        marker->setVisible(false);
    connect(m_points, &QScatterSeries::clicked, this, [this](const QPointF& point) {
        const auto points = m_points->points();
        for (qsizetype i = 0; i < points.size(); ++i)
            if (points[i] == point)
                return Q_EMIT sampleChosen(int(i));
    });

    auto* time = new QDateTimeAxis;
    time->setFormat(dayFormat(last - first));
    time->setTickCount(5);
    time->setRange(QDateTime::fromMSecsSinceEpoch(first), QDateTime::fromMSecsSinceEpoch(last));
    auto* took = new QCategoryAxis;
    took->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    const QList<Millis> ticks = ticksUpTo(std::max(*figures.longest, figures.p90.value_or(Millis(0))));
    took->setStartValue(0);
    for (const Millis tick : ticks)
        took->append(tick.count() == 0 ? u"0"_s : durationText(tick), double(tick.count()));
    took->setRange(0, double(ticks.last().count()));
    chart()->addAxis(time, Qt::AlignBottom);
    chart()->addAxis(took, Qt::AlignLeft);
    for (QAbstractSeries* series : chart()->series()) {
        series->attachAxis(time);
        series->attachAxis(took);
    }
}

void DurationsOverTime::markSample(int place)
{
    if (chart()->series().isEmpty())
        return;
    m_marked->clear();
    if (place >= 0 && place < m_points->count())
        m_marked->append(m_points->at(place));
}

std::optional<Millis> DurationsOverTime::marked() const
{
    if (chart()->series().isEmpty() || m_marked->count() == 0)
        return std::nullopt;
    return Millis(qint64(m_marked->at(0).y()));
}

void DurationsOverTime::recolour()
{
    DurationChart::recolour();
    if (chart()->series().isEmpty())
        return;
    bool isMedian = true;
    for (QAbstractSeries* series : chart()->series()) {
        auto* line = qobject_cast<QLineSeries*>(series);
        if (!line)
            continue;
        // Told apart by their strokes as well.
        line->setPen(isMedian ? QPen(colourOf(ColourRole::Ok, palette()), 2)
                              : QPen(colourOf(ColourRole::Attention, palette()), 2, Qt::DashLine));
        isMedian = false;
    }
    m_points->setColor(colourOf(ColourRole::Run, palette()));
    m_points->setBorderColor(palette().color(QPalette::Base));
    m_marked->setColor(Qt::transparent);
    m_marked->setBorderColor(ink());
}

DurationDistribution::DurationDistribution(QWidget* parent)
    : DurationChart(tr("How they spread"), parent)
{
    setObjectName(u"durationDistribution"_s);
    chart()->legend()->hide();
}

void DurationDistribution::fill(const DurationFigures& figures)
{
    auto* set = new QBarSet(tr("Runs"));
    auto* lengths = new QBarCategoryAxis;
    const QList<DurationBucket> buckets = distributionOf(figures.samples);
    int most = 1;
    // The lowest bar comes first: the shortest is to stand at the top.
    for (auto bucket = buckets.crbegin(); bucket != buckets.crend(); ++bucket) {
        set->append(bucket->count);
        most = std::max(most, bucket->count);
        lengths->append(textOf(*bucket));
    }
    auto* bars = new QHorizontalBarSeries;
    bars->setBarWidth(0.72);
    bars->setLabelsVisible(true);
    bars->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
    bars->append(set);
    chart()->addSeries(bars);
    auto* counts = new QValueAxis;
    counts->setRange(0, most * 1.3);
    counts->setVisible(false);
    chart()->addAxis(lengths, Qt::AlignLeft);
    chart()->addAxis(counts, Qt::AlignBottom);
    bars->attachAxis(lengths);
    bars->attachAxis(counts);
}

void DurationDistribution::recolour()
{
    DurationChart::recolour();
    for (QAbstractSeries* series : chart()->series())
        if (auto* bars = qobject_cast<QHorizontalBarSeries*>(series))
            for (QBarSet* set : bars->barSets()) {
                set->setColor(colourOf(ColourRole::Run, palette()));
                set->setBorderColor(palette().color(QPalette::Base));
                set->setLabelColor(ink());
                set->setLabelFont(font());
            }
}

} // namespace slipway::console
