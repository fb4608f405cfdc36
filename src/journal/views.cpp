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

constexpr int runColumns = 12;
constexpr int stepColumns = 12;

} // namespace

ViewRows viewRowsOf(const Run& run)
{
    ViewRows rows{.run = viewRunRow(run)};
    for (const auto& step : run.steps)
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

ViewWriter::StepMark ViewWriter::stepMarkOf(const StepRun& step)
{
    const auto* done = successOf(step);
    return {.state = step.state,
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

Result<void> ViewWriter::write(const Run& run)
{
    const auto found = m_written.constFind(run.id);
    const bool known = found != m_written.constEnd() && found->steps.size() == std::size_t(run.steps.size());
    const Mark* before = known ? &*found : nullptr;
    Mark mark{.run = runMarkOf(run)};
    mark.steps.reserve(std::size_t(run.steps.size()));
    if (auto written = writeRun(run, mark.run, before ? &before->run : nullptr); !written)
        return written;
    for (const auto& step : run.steps) {
        mark.steps.push_back(stepMarkOf(step));
        if (before && before->steps[mark.steps.size() - 1] == mark.steps.back())
            continue;
        auto written = m_database.run(
            "INSERT OR REPLACE INTO view_step (run, step, workflow, state, attempts, generation, started_at, ended_at,"
            " duration, duration_at, error, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            viewStepRow(run, step));
        if (!written)
            return written;
    }
    m_written.insert(run.id, std::move(mark));
    return {};
}

} // namespace slipway::journal
