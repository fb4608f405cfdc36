// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/views.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "journal/database_error.h"
#include "journal/summary.h"

namespace slipway::journal {

namespace {

QVariant moment(const std::optional<Timestamp>& at) { return at ? QVariant(at->ms) : QVariant(); }

QVariantList viewRunRow(const Run& run)
{
    const auto summary = summaryOf(run, {});
    return {summary.id.text(), bound(summary.workflow), bound(summary.subject), toText(summary.state),
        qint64(summary.open), bound(summary.startedBy), summary.startedAt.ms, moment(summary.endedAt),
        bound(summary.step), bound(summary.waitingFor), QString::fromUtf8(toBytes(summary.inputs)), searchTextOf(run)};
}

//! The last attempt that did the step successfully.
const Attempt* successOf(const StepRun& step)
{
    const Attempt* done = nullptr;
    for (const auto& attempt : step.attempts)
        if (attempt.purpose == Purpose::Do && attempt.state == AttemptState::Succeeded && attempt.endedAt)
            done = &attempt;
    return done;
}

QVariantList viewStepRow(const Run& run, const StepRun& step)
{
    const auto* done = successOf(step);
    return {run.id.text(), step.id.text(), bound(run.workflow ? run.workflow->id : QString()), toText(step.state),
        qint64(step.attempts.size()), qint64(step.generation), moment(step.startedAt), moment(step.endedAt),
        done ? QVariant(qint64((*done->endedAt - done->startedAt).count())) : QVariant(),
        done ? QVariant(done->endedAt->ms) : QVariant(), bound(step.error ? step.error->code : QString()),
        bound(step.note)};
}

std::size_t mixed(std::size_t seed, std::size_t value) { return qHashMulti(seed, value); }

std::size_t mixed(std::size_t seed, const std::optional<Error>& error)
{
    if (!error)
        return mixed(seed, std::size_t(0));
    return qHashMulti(seed, error->code, std::hash<Json>{}(error->args), std::hash<Json>{}(error->details));
}

//! Whether the step has a row.
bool hasEnded(const StepRun& step)
{
    switch (step.state) {
    case StepState::Planned:
    case StepState::Ready:
    case StepState::Running:
    case StepState::Waiting: return false;
    case StepState::Succeeded:
    case StepState::Failed:
    case StepState::Advanced:
    case StepState::Skipped:
    case StepState::Cancelled:
    case StepState::Undone: return true;
    }
    Q_UNREACHABLE();
}

//! As it comes back from the database: NULL as an invalid value, numbers as qint64.
QVariant stored(const Row& row, int column)
{
    if (row.isNull(column))
        return {};
    return row.value(column);
}

QVariantList storedRow(const Row& row, int columns)
{
    QVariantList values;
    values.reserve(columns);
    for (int i = 0; i < columns; ++i)
        values.append(stored(row, i));
    return values;
}

constexpr int durationsKept = 200;
constexpr int runColumns = 12;
constexpr int stepColumns = 12;

} // namespace

ViewRows viewRowsOf(const Run& run)
{
    ViewRows rows{.run = viewRunRow(run)};
    for (const auto& step : run.steps)
        if (hasEnded(step))
            rows.steps.insert(step.id.text(), viewStepRow(run, step));
    return rows;
}

Result<ViewRows> readViewRows(Database& database, const RunId& run)
{
    ViewRows rows;
    auto read =
        database.run("SELECT run, workflow, subject, state, open, started_by, started_at, ended_at, step, waiting_for,"
                     " inputs, search FROM view_run WHERE run = ?",
            {run.text()}, [&](const Row& row) {
                rows.run = storedRow(row, runColumns);
                return Result<void>();
            });
    if (!read)
        return read.error();
    read = database.run("SELECT run, step, workflow, state, attempts, generation, started_at, ended_at, duration,"
                        " duration_at, error, note FROM view_step WHERE run = ?",
        {run.text()}, [&](const Row& row) {
            rows.steps.insert(row.text(1), storedRow(row, stepColumns));
            return Result<void>();
        });
    if (!read)
        return read.error();
    return rows;
}

QString selectSummaries()
{
    return u"SELECT run, workflow, subject, state, open, started_by, started_at, ended_at, step, waiting_for, inputs,"
           " (SELECT max(sequence) FROM event WHERE event.run = view_run.run),"
           " (SELECT at FROM event WHERE event.run = view_run.run ORDER BY sequence DESC LIMIT 1)"
           " FROM view_run"_s;
}

Result<RunSummary> summaryFrom(const Row& row)
{
    const auto state = runStateFromText(row.text(3));
    auto inputs = parseJson(row.utf8(10));
    if (!state || !inputs)
        return Error{.code = errc::storeDamaged,
            .args = {{"run", row.utf8(0).toStdString()}, {"reason", "its row in the list cannot be read"}}};
    return RunSummary{.id = RunId(row.text(0)),
        .workflow = row.text(1),
        .subject = row.text(2),
        .state = *state,
        .startedBy = row.text(5),
        .startedAt = {row.integer(6)},
        .endedAt = row.isNull(7) ? std::nullopt : std::optional(Timestamp{row.integer(7)}),
        .changedAt = {row.integer(12)},
        .sequence = row.integer(11),
        .step = row.text(8),
        .waitingFor = row.text(9),
        .inputs = std::move(*inputs),
        .open = row.flag(4)};
}

Result<QList<StepDurations>> readDurations(Database& database, const QString& workflow)
{
    QList<StepDurations> all;
    QString step = u""_s;
    // From step to step by the index: a table of all steps of all runs is not read through.
    while (true) {
        const auto next =
            database.value("SELECT min(step) FROM view_step WHERE workflow = ? AND step > ? AND duration IS NOT NULL",
                {bound(workflow), step});
        if (!next)
            return next.error();
        if (next->isNull())
            return all;
        step = next->toString();
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
}

ViewWriter::StepMark ViewWriter::stepMarkOf(const StepRun& step)
{
    if (!hasEnded(step))
        return {};
    const auto* done = successOf(step);
    return {.ended = true,
        .state = step.state,
        .attempts = step.attempts.size(),
        .generation = step.generation,
        .startedAt = step.startedAt,
        .endedAt = step.endedAt,
        .doneFrom = done ? std::optional(done->startedAt) : std::nullopt,
        .doneAt = done ? done->endedAt : std::nullopt,
        .error = step.error ? step.error->code : QString(),
        .note = step.note};
}

ViewWriter::RunMark ViewWriter::runMarkOf(const Run& run)
{
    const auto* matters = stepThatMatters(run);
    RunMark mark{.state = run.state,
        .endedAt = run.endedAt,
        .step = matters ? matters->id.text() : QString(),
        .waitingFor = waitingCode(run, matters)};
    for (const auto& step : run.steps) {
        mark.errors = mixed(mark.errors, step.error);
        for (const auto& attempt : step.attempts) {
            mark.errors = mixed(mark.errors, attempt.error);
            for (const auto& effect : attempt.effects)
                mark.errors = mixed(mark.errors, effect.error);
        }
    }
    return mark;
}

Result<void> ViewWriter::writeRun(const Run& run, const RunMark& mark, const RunMark* before)
{
    if (before && *before == mark)
        return {};
    if (before && before->errors == mark.errors)
        return m_database.run(
            "UPDATE view_run SET state = ?, open = ?, ended_at = ?, step = ?, waiting_for = ? WHERE run = ?",
            {toText(mark.state), qint64(run.isOpen()), moment(mark.endedAt), bound(mark.step), bound(mark.waitingFor),
                run.id.text()});
    return m_database.run(
        "INSERT OR REPLACE INTO view_run (run, workflow, subject, state, open, started_by, started_at,"
        " ended_at, step, waiting_for, inputs, search) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        viewRunRow(run));
}

Result<void> ViewWriter::writeStep(const Run& run, const StepRun& step)
{
    if (!hasEnded(step))
        return m_database.run("DELETE FROM view_step WHERE run = ? AND step = ?", {run.id.text(), step.id.text()});
    return m_database.run(
        "INSERT OR REPLACE INTO view_step (run, step, workflow, state, attempts, generation, started_at, ended_at,"
        " duration, duration_at, error, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        viewStepRow(run, step));
}

Result<void> ViewWriter::write(const Run& run)
{
    const auto steps = std::size_t(run.steps.size());
    auto found = m_written.find(run.id);
    const bool known = found != m_written.end() && found->steps.size() == steps;
    auto mark = runMarkOf(run);
    if (auto written = writeRun(run, mark, known ? &found->run : nullptr); !written)
        return written;
    if (!known) {
        // Whatever rows the run's steps have, from a time before this process.
        if (auto cleared = m_database.run("DELETE FROM view_step WHERE run = ?", {run.id.text()}); !cleared)
            return cleared;
        found = m_written.insert(run.id, Mark{.steps = std::vector<StepMark>(steps)});
    }
    found->run = std::move(mark);
    for (std::size_t i = 0; i < steps; ++i) {
        const auto& step = run.steps[qsizetype(i)];
        auto stepMark = stepMarkOf(step);
        if (found->steps[i] == stepMark)
            continue;
        if (auto written = writeStep(run, step); !written)
            return written;
        found->steps[i] = std::move(stepMark);
    }
    return {};
}

} // namespace slipway::journal
