// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/statistics.h"

#include "base/text.h"

namespace slipway::journal {

namespace {

constexpr int durationsKept = 200;
constexpr int samplesKept = 200;
constexpr int samplesCounted = 1'000;

void finishStatistics(DurationStatistics& statistics, QList<qint64>&& ms)
{
    std::sort(ms.begin(), ms.end());
    statistics.median = Millis(percentile(ms, 0.5).value_or(0));
    statistics.p90 = Millis(percentile(ms, 0.9).value_or(0));
}

EachRow collect(DurationStatistics& statistics, QList<qint64>& ms)
{
    return [&statistics, &ms](const Row& row) {
        ms.append(row.integer(2));
        if (statistics.samples.size() < samplesKept)
            statistics.samples.append({RunId(row.text(0)), {row.integer(1)}, Millis(row.integer(2))});
        return Result<void>();
    };
}

Result<DurationStatistics> wholeStatistics(Database& database, const QString& workflow)
{
    DurationStatistics whole;
    QList<qint64> ms;
    auto read = database.run("SELECT run, ended_at, ended_at - started_at FROM view_run WHERE workflow = ?"
                             " AND state = 'succeeded' AND ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT ?",
        {bound(workflow), samplesCounted}, collect(whole, ms));
    if (!read)
        return read.error();
    finishStatistics(whole, std::move(ms));
    return whole;
}

Result<DurationStatistics> stepStatistics(Database& database, const QString& workflow, const QString& step)
{
    DurationStatistics one{.step = step};
    const auto count =
        database.value("SELECT count(*) FROM view_step WHERE workflow = ? AND step = ? AND duration IS NOT NULL",
            {bound(workflow), step});
    if (!count)
        return count.error();
    one.count = count->toLongLong();
    QList<qint64> ms;
    auto read = database.run("SELECT run, duration_at, duration FROM view_step WHERE workflow = ? AND step = ?"
                             " AND duration IS NOT NULL ORDER BY duration_at DESC LIMIT ?",
        {bound(workflow), step, samplesCounted}, collect(one, ms));
    if (!read)
        return read.error();
    finishStatistics(one, std::move(ms));
    return one;
}

//! Steps of a workflow that succeeded at least once, from one to the next by the index: a table of all steps of all runs
//! is not read through.
Result<QStringList> stepsWithDurations(Database& database, const QString& workflow)
{
    QStringList steps;
    while (true) {
        const auto next =
            database.value("SELECT min(step) FROM view_step WHERE workflow = ? AND step > ? AND duration IS NOT NULL",
                {bound(workflow), steps.isEmpty() ? u""_s : steps.last()});
        if (!next)
            return next.error();
        if (next->isNull())
            return steps;
        steps.append(next->toString());
    }
}

} // namespace

std::optional<qint64> percentile(const QList<qint64>& sorted, double share)
{
    if (sorted.isEmpty())
        return {};
    return sorted[std::min(qsizetype(double(sorted.size()) * share), sorted.size() - 1)];
}

Result<QList<StepDurations>> readDurations(Database& database, const QString& workflow)
{
    const auto steps = stepsWithDurations(database, workflow);
    if (!steps)
        return steps.error();
    QList<StepDurations> all;
    for (const auto& step : *steps) {
        StepDurations durations{.step = step};
        auto read = database.run("SELECT duration FROM view_step WHERE workflow = ? AND step = ?"
                                 " AND duration IS NOT NULL ORDER BY duration_at DESC LIMIT ?",
            {bound(workflow), step, durationsKept}, [&](const Row& row) {
                durations.ms.append(row.integer(0));
                return Result<void>();
            });
        if (!read)
            return read.error();
        all.append(std::move(durations));
    }
    return all;
}

namespace {

//! Adds what went wrong in the newest runs; a step that never succeeded is added.
Result<void> countTrouble(Database& database, WorkflowStatistics& statistics)
{
    return database.run("SELECT s.step,"
                        // Each attempt that failed, also of a step that went well in the end; few have any.
                        " sum(CASE WHEN s.state <> 'failed' AND s.attempts < 2 THEN 0 ELSE (SELECT count(*)"
                        " FROM event AS e WHERE e.run = s.run AND e.step = s.step AND e.type = 'StepFailed'"
                        " AND e.purpose = 'do') END),"
                        " sum(CASE WHEN s.state = 'undone' OR s.attempts < 1 THEN 0 ELSE s.attempts - 1 END)"
                        " FROM (SELECT run FROM view_run WHERE workflow = ? ORDER BY number DESC LIMIT ?) AS r"
                        " JOIN view_step AS s ON s.run = r.run GROUP BY s.step",
        {bound(statistics.workflow), samplesCounted}, [&](const Row& row) {
            const QString step = row.text(0);
            auto at = std::lower_bound(statistics.steps.begin(), statistics.steps.end(), step,
                [](const DurationStatistics& one, const QString& id) { return one.step < id; });
            if (at == statistics.steps.end() || at->step != step)
                at = statistics.steps.insert(at, DurationStatistics{.step = step});
            at->failures = row.integer(1);
            at->retries = row.integer(2);
            statistics.whole.retries += at->retries;
            return Result<void>();
        });
}

} // namespace

Result<WorkflowStatistics> readStatistics(Database& database, const QString& workflow)
{
    WorkflowStatistics statistics{.workflow = workflow};
    auto read = database.run("SELECT state, count(*) FROM view_run WHERE workflow = ? GROUP BY state",
        {bound(workflow)}, [&](const Row& row) {
            statistics.runs += row.integer(1);
            if (const auto state = runStateFromText(row.text(0)))
                statistics.states[*state] = row.integer(1);
            return Result<void>();
        });
    if (!read)
        return read.error();
    auto whole = wholeStatistics(database, workflow);
    if (!whole)
        return whole.error();
    statistics.whole = std::move(*whole);
    statistics.whole.count = statistics.states.value(RunState::Succeeded);
    const auto steps = stepsWithDurations(database, workflow);
    if (!steps)
        return steps.error();
    for (const auto& step : *steps) {
        auto one = stepStatistics(database, workflow, step);
        if (!one)
            return one.error();
        statistics.steps.append(std::move(*one));
    }
    statistics.whole.failures = statistics.states.value(RunState::Failed);
    if (auto counted = countTrouble(database, statistics); !counted)
        return counted.error();
    return statistics;
}

} // namespace slipway::journal
