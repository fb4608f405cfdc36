// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/views.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "journal/database_error.h"
#include "journal/summary.h"

namespace slipway::journal {

namespace {

QVariant moment(const std::optional<Timestamp>& at) { return at ? QVariant(at->ms) : QVariant(); }

QVariantList stepRow(const Run& run, const StepRun& step)
{
    const Attempt* done = nullptr;
    for (const auto& attempt : step.attempts)
        if (attempt.purpose == Purpose::Do && attempt.state == AttemptState::Succeeded && attempt.endedAt)
            done = &attempt;
    return {run.id.text(), step.id.text(), bound(run.workflow ? run.workflow->id : QString()), toText(step.state),
        qint64(step.attempts.size()), qint64(step.generation), moment(step.startedAt), moment(step.endedAt),
        done ? QVariant(qint64((*done->endedAt - done->startedAt).count())) : QVariant(),
        done ? QVariant(done->endedAt->ms) : QVariant(), bound(step.error ? step.error->code : QString()),
        bound(step.note)};
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

//! Position in the row of view_run of the last column before `search`, which is long and seldom changes.
constexpr int searchColumn = 13;
constexpr int runColumns = 14;
constexpr int stepColumns = 12;

} // namespace

ViewRows viewRowsOf(const Run& run, Timestamp changedAt)
{
    const auto summary = summaryOf(run, changedAt);
    ViewRows rows;
    rows.run = {summary.id.text(), bound(summary.workflow), bound(summary.subject), toText(summary.state),
        qint64(summary.open), bound(summary.startedBy), summary.startedAt.ms, moment(summary.endedAt),
        summary.changedAt.ms, summary.sequence, bound(summary.step), bound(summary.waitingFor),
        QString::fromUtf8(toBytes(summary.inputs)), searchTextOf(run)};
    for (const auto& step : run.steps)
        rows.steps.insert(step.id.text(), stepRow(run, step));
    return rows;
}

Result<ViewRows> readViewRows(Database& database, const RunId& run)
{
    ViewRows rows;
    auto read = database.run(
        "SELECT run, workflow, subject, state, open, started_by, started_at, ended_at, changed_at, sequence, step,"
        " waiting_for, inputs, search FROM view_run WHERE run = ?",
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

Result<RunSummary> summaryFrom(const Row& row)
{
    const auto state = runStateFromText(row.text(3));
    auto inputs = parseJson(row.utf8(12));
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
        .changedAt = {row.integer(8)},
        .sequence = row.integer(9),
        .step = row.text(10),
        .waitingFor = row.text(11),
        .inputs = std::move(*inputs),
        .open = row.flag(4)};
}

Result<void> ViewWriter::write(const Run& run, Timestamp changedAt)
{
    auto rows = viewRowsOf(run, changedAt);
    const auto before = m_written.constFind(run.id);
    const bool known = before != m_written.constEnd();
    const bool onlyProgress = known && before->run.mid(0, 3) == rows.run.mid(0, 3)
        && before->run.mid(searchColumn - 1) == rows.run.mid(searchColumn - 1);
    // Half of the row (inputs, search text) stays as it is in nearly every event.
    auto written = onlyProgress
        ? m_database.run("UPDATE view_run SET state = ?, open = ?, started_by = ?, started_at = ?, ended_at = ?,"
                         " changed_at = ?, sequence = ?, step = ?, waiting_for = ? WHERE run = ?",
            rows.run.mid(3, 9) << rows.run.first())
        : m_database.run("INSERT OR REPLACE INTO view_run (run, workflow, subject, state, open, started_by, started_at,"
                         " ended_at, changed_at, sequence, step, waiting_for, inputs, search)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows.run);
    if (!written)
        return written;
    for (auto step = rows.steps.cbegin(); step != rows.steps.cend(); ++step) {
        if (known && before->steps.value(step.key()) == *step)
            continue;
        written = m_database.run(
            "INSERT OR REPLACE INTO view_step (run, step, workflow, state, attempts, generation, started_at, ended_at,"
            " duration, duration_at, error, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *step);
        if (!written)
            return written;
    }
    m_written.insert(run.id, std::move(rows));
    return {};
}

} // namespace slipway::journal
