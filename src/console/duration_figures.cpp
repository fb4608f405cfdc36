// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/duration_figures.h"

#include "base/text.h"
#include "console/lane_name.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/report.h"
#include "desk/run_json.h"

#include <QCoreApplication>
#include <QLocale>

namespace slipway::console {

namespace {

struct Figures {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::Figures)
};

DurationFigures figureOf(const journal::DurationStatistics& statistics, const QString& title)
{
    DurationFigures figures{.step = statistics.step,
        .title = title,
        .count = statistics.count,
        .failures = statistics.failures,
        .retries = statistics.retries,
        .samples = statistics.samples};
    if (figures.samples.size() >= fewestForUsual) {
        figures.median = statistics.median;
        figures.p90 = statistics.p90;
    }
    for (const auto& sample : statistics.samples) {
        figures.shortest = std::min(figures.shortest.value_or(sample.took), sample.took);
        figures.longest = std::max(figures.longest.value_or(sample.took), sample.took);
    }
    return figures;
}

QString figureTitleOf(const Workflow& workflow, const StepDefinition& step)
{
    QString lane = safeLine(step.lane, 60);
    for (const Lane& one : workflow.lanes)
        if (one.id == step.lane)
            lane = laneName(workflow, one);
    return Figures::tr("%1: %2", "lane, step").arg(lane, safeLine(step.title, 80));
}

//! The shortest round length of which at most eight reach so far.
Millis roundLength(Millis span)
{
    static constexpr std::array<qint64, 20> seconds{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1'800, 3'600, 7'200,
        21'600, 43'200, 86'400, 172'800, 604'800, 2'592'000};
    for (const qint64 length : seconds)
        if (span.count() <= length * 8'000)
            return Millis(length * 1'000);
    return Millis(span.count() / 8 + 1);
}

Json secondsOf(const std::optional<Millis>& time) { return time ? Json(double(time->count()) / 1'000.0) : Json(); }

QString secondsText(const std::optional<Millis>& time)
{
    return time ? QString::number(double(time->count()) / 1'000.0, 'f', 1) : QString();
}

} // namespace

QList<DurationFigures> figuresOf(const desk::WorkflowStatistics& statistics, const Workflow* workflow)
{
    QList<DurationFigures> all{figureOf(statistics.whole, Figures::tr("Whole run"))};
    QStringList placed;
    const auto add = [&](const QString& id, const QString& title) {
        for (const auto& step : statistics.steps)
            if (step.step == id) {
                all += figureOf(step, title);
                placed += id;
            }
    };
    if (workflow)
        for (const StepDefinition& step : workflow->steps)
            add(step.id.text(), figureTitleOf(*workflow, step));
    for (const auto& step : statistics.steps)
        if (!placed.contains(step.step))
            all += figureOf(step,
                workflow ? Figures::tr("%1 (of an earlier version)", "step").arg(safeLine(step.step, 80))
                         : safeLine(step.step, 80));
    return all;
}

QList<DurationBucket> distributionOf(const QList<journal::DurationSample>& samples)
{
    if (samples.isEmpty())
        return {};
    QList<qint64> sorted;
    for (const auto& sample : samples)
        sorted += sample.took.count();
    std::sort(sorted.begin(), sorted.end());
    const qint64 p90 = *journal::percentile(sorted, 0.9);
    // One that waited over a weekend must not press all others into one bar.
    const qint64 reach = std::max<qint64>(std::min(sorted.last(), p90 * 2), 1);
    const qint64 width = roundLength(Millis(reach - sorted.first())).count();
    const qint64 first = sorted.first() / width * width;
    QList<DurationBucket> buckets;
    for (qint64 from = first; from <= reach && buckets.size() < 9; from += width)
        buckets += DurationBucket{.from = Millis(from), .to = Millis(from + width)};
    buckets.last().open = sorted.last() >= buckets.last().to.count();
    for (const qint64 took : std::as_const(sorted)) {
        const qsizetype at = std::min<qsizetype>((took - first) / width, buckets.size() - 1);
        ++buckets[at].count;
    }
    return buckets;
}

QString textOf(const DurationBucket& bucket)
{
    if (bucket.open)
        return Figures::tr("%1 and more").arg(durationText(bucket.from));
    return Figures::tr("%1 – %2", "from, to").arg(durationText(bucket.from), durationText(bucket.to));
}

QString expectationOf(const DurationFigures& figures)
{
    if (figures.median && figures.p90)
        return Figures::tr("It usually takes %1, nine times in ten no longer than %2.")
            .arg(durationText(*figures.median), durationText(*figures.p90));
    return Figures::tr("How long it takes is not known yet: that needs %1 runs that went well.").arg(fewestForUsual);
}

QString summaryOf(const DurationFigures& figures)
{
    QStringList sentences;
    if (figures.count == 0)
        sentences += Figures::tr("It has not gone well yet, so nothing is known of its duration.");
    else
        sentences += Figures::tr("Went well %n time(s).", nullptr, int(figures.count));
    if (figures.median && figures.p90)
        sentences += Figures::tr("Half of them took no longer than %1, nine in ten no longer than %2.")
                         .arg(durationText(*figures.median), durationText(*figures.p90));
    else if (figures.count > 0)
        sentences += Figures::tr("That is too few to say what is usual: %1 are needed.").arg(fewestForUsual);
    if (figures.shortest && figures.longest && figures.samples.size() > 1)
        sentences += Figures::tr("Shortest %1, longest %2.")
                         .arg(durationText(*figures.shortest), durationText(*figures.longest));
    if (figures.samples.size() < figures.count)
        sentences += Figures::tr("The newest %n are shown.", nullptr, int(figures.samples.size()));
    if (figures.failures > 0)
        sentences += Figures::tr("Failed %n time(s).", nullptr, int(figures.failures));
    if (figures.retries > 0)
        sentences += Figures::tr("Tried again %n time(s).", nullptr, int(figures.retries));
    return sentences.join(u' ');
}

QString figuresCsv(const QString& workflow, const QList<DurationFigures>& all)
{
    QStringList lines{
        u"workflow,step,title,count,medianSeconds,p90Seconds,shortestSeconds,longestSeconds,failures,retries"_s};
    for (const DurationFigures& one : all) {
        QStringList cells{workflow, one.step, one.title, QString::number(one.count), secondsText(one.median),
            secondsText(one.p90), secondsText(one.shortest), secondsText(one.longest), QString::number(one.failures),
            QString::number(one.retries)};
        for (QString& cell : cells)
            cell = desk::csvCell(cell);
        lines += cells.join(u',');
    }
    return lines.join(u"\r\n"_s) + u"\r\n"_s;
}

Json figuresJson(const QString& workflow, const QList<DurationFigures>& all, Timestamp now)
{
    Json list = Json::array();
    for (const DurationFigures& one : all) {
        Json samples = Json::array();
        for (const auto& sample : one.samples)
            samples.push_back({{"run", sample.run.utf8()}, {"endedAt", desk::momentJson(sample.endedAt)},
                {"seconds", secondsOf(sample.took)}});
        list.push_back({{"step", one.step.isEmpty() ? Json() : toJson(one.step)}, {"title", toJson(one.title)},
            {"count", one.count}, {"medianSeconds", secondsOf(one.median)}, {"p90Seconds", secondsOf(one.p90)},
            {"failures", one.failures}, {"retries", one.retries}, {"samples", std::move(samples)}});
    }
    return {{"format", "slipway-statistics/1"}, {"exportedAt", toJson(now.toIso())}, {"workflow", toJson(workflow)},
        {"figures", std::move(list)}};
}

QString figuresMarkdown(const QString& title, const QList<DurationFigures>& all, Timestamp now)
{
    const auto cell = [](QString text) { return text.replace(u'|', u"\\|"_s); };
    const auto time = [](const std::optional<Millis>& value) { return value ? durationText(*value) : u"–"_s; };
    const auto row = [](const QStringList& cells) { return u"| "_s + cells.join(u" | "_s) + u" |"_s; };
    QStringList lines{u"# "_s + Figures::tr("Durations: %1").arg(safeLine(title, 120)), {},
        Figures::tr("As of %1.").arg(now.toIso()), {},
        row({Figures::tr("Step"), Figures::tr("Went well"), Figures::tr("Median"), Figures::tr("Nine in ten"),
            Figures::tr("Longest"), Figures::tr("Failed"), Figures::tr("Retries")}),
        u"| --- | ---: | ---: | ---: | ---: | ---: | ---: |"_s};
    for (const DurationFigures& one : all)
        lines += row({cell(one.title), QString::number(one.count), time(one.median), time(one.p90), time(one.longest),
            QString::number(one.failures), QString::number(one.retries)});
    return lines.join(u'\n') + u'\n';
}

} // namespace slipway::console
