// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/views.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "journal/event_rows.h"
#include "journal/summary.h"

namespace slipway::journal {

namespace {

QVariant moment(const std::optional<Timestamp>& at) { return at ? QVariant(at->ms) : QVariant(); }

QVariantList viewRunRow(const Run& run)
{
    const auto summary = summaryOf(run, {});
    return {summary.id.text(), bound(summary.workflow), bound(summary.subject), toText(summary.state),
        qint64(summary.open), bound(summary.startedBy), summary.startedAt.ms, moment(summary.endedAt),
        bound(summary.step), bound(summary.waitingFor), qint64(summary.needsYou), moment(summary.since),
        qint64(summary.done), qint64(summary.steps), QString::fromUtf8(toBytes(toJson(summary.active))),
        QString::fromUtf8(toBytes(summary.inputs)), namesOf(run)};
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

constexpr int runColumns = 17;
constexpr qsizetype mostRunsKnown = 1'000; //!< whose words are kept in memory
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
                     " needs_you, since, done, steps, active, inputs, names FROM view_run WHERE run = ?",
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
           " (SELECT at FROM event WHERE event.run = view_run.run ORDER BY sequence DESC LIMIT 1),"
           " needs_you, since, done, steps, active"
           " FROM view_run"_s;
}

Result<RunSummary> summaryFrom(const Row& row)
{
    const auto state = runStateFromText(row.text(3));
    auto inputs = parseJson(row.utf8(10));
    auto active = parseJson(row.utf8(17));
    auto steps = active ? activeStepsFromJson(*active) : Result<QList<ActiveStep>>(active.error());
    if (!state || !inputs || !steps)
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
        .open = row.flag(4),
        .needsYou = row.flag(13),
        .since = row.isNull(14) ? std::nullopt : std::optional(Timestamp{row.integer(14)}),
        .done = int(row.integer(15)),
        .steps = int(row.integer(16)),
        .active = std::move(*steps)};
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
    const auto summary = summaryOf(run, {});
    return {.state = run.state,
        .open = summary.open,
        .endedAt = run.endedAt,
        .step = summary.step,
        .waitingFor = summary.waitingFor,
        .needsYou = summary.needsYou,
        .since = summary.since,
        .done = summary.done,
        .active = toBytes(toJson(summary.active))};
}

Result<void> ViewWriter::writeRun(const Run& run, const RunMark& mark, const RunMark* before)
{
    if (before && *before == mark)
        return {};
    if (before) {
        // `open` only where it changes: an index hangs on it, which SQLite would write anew.
        auto written = m_database.run("UPDATE view_run SET state = ?, ended_at = ?, step = ?, waiting_for = ?,"
                                      " needs_you = ?, since = ?, done = ?, active = ? WHERE run = ?",
            {toText(mark.state), moment(mark.endedAt), bound(mark.step), bound(mark.waitingFor), qint64(mark.needsYou),
                moment(mark.since), qint64(mark.done), QString::fromUtf8(mark.active), run.id.text()});
        if (!written || before->open == mark.open)
            return written;
        return m_database.run("UPDATE view_run SET open = ? WHERE run = ?", {qint64(mark.open), run.id.text()});
    }
    auto values = viewRunRow(run);
    values.prepend(run.id.text());
    return m_database.run(
        "INSERT OR REPLACE INTO view_run (number, run, workflow, subject, state, open, started_by, started_at,"
        " ended_at, step, waiting_for, needs_you, since, done, steps, active, inputs, names)"
        " VALUES ((SELECT id FROM event WHERE run = ? AND sequence = 1), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?,"
        " ?)",
        values);
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

//! The words of a run's events up to `until`, which are not read again as long as the run is written here.
Result<ViewWriter::Indexed> ViewWriter::indexed(const RunId& run, qint64 until)
{
    const auto number = m_database.value("SELECT id FROM event WHERE run = ? AND sequence = 1", {run.text()});
    if (!number)
        return number.error();
    Indexed found{.number = number->toLongLong()};
    if (until < 1)
        return found;
    const auto events = readEvents(m_database, run, 0);
    if (!events)
        return events.error();
    for (const auto& event : *events) {
        if (event.sequence > until)
            break;
        auto words = searchWordsOf(event);
        found.words.reduce(words);
    }
    return found;
}

Result<void> ViewWriter::writeWords(const RunId& run, const Events& events)
{
    for (const auto& event : events) {
        auto words = searchWordsOf(event);
        if (std::all_of(words.begin(), words.end(), [](const QStringList& column) { return column.isEmpty(); }))
            continue;
        auto known = m_words.find(run);
        if (known == m_words.end()) {
            auto read = indexed(run, event.sequence - 1);
            if (!read)
                return read.error();
            if (m_words.size() >= mostRunsKnown)
                m_words.clear();
            known = m_words.insert(run, std::move(*read));
        }
        if (!known->words.reduce(words))
            continue;
        if (auto written = writeSearchRow(searchRow(known->number, event.sequence), words); !written)
            return written;
    }
    return {};
}

Result<void> ViewWriter::writeSearchRow(qint64 row, const SearchWords& words)
{
    QVariantList values{row};
    for (const auto& column : words)
        values.append(bound(column.join(u' ')));
    return m_database.run("INSERT INTO view_search (rowid, names, inputs, errors, log, notes, repositories)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?)",
        values);
}

//! Rows of the index can be neither read nor taken out; whether one is there, its first word tells.
Result<void> ViewWriter::writeMissingWords(const RunId& run, const Events& events)
{
    auto known = indexed(run, 0);
    if (!known)
        return known.error();
    for (const auto& event : events) {
        auto words = searchWordsOf(event);
        if (!known->words.reduce(words))
            continue;
        const auto column =
            std::find_if(words.begin(), words.end(), [](const QStringList& each) { return !each.isEmpty(); });
        const qint64 row = searchRow(known->number, event.sequence);
        const auto there = m_database.value("SELECT count(*) FROM view_search WHERE view_search MATCH ? AND rowid = ?",
            {u"\"%1\""_s.arg(column->first()), row});
        if (!there)
            return there.error();
        if (there->toInt() > 0)
            continue;
        if (auto written = writeSearchRow(row, words); !written)
            return written;
    }
    return {};
}

Result<void> ViewWriter::writeAnew(const Run& run, const Events& events)
{
    forget(run.id);
    if (auto written = writeMissingWords(run.id, events); !written)
        return written;
    return write(run, {});
}

Result<void> ViewWriter::write(const Run& run, const Events& events)
{
    if (auto written = writeWords(run.id, events); !written)
        return written;
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

Result<QHash<qint64, quint64>> readIndexedWords(Database& database)
{
    static const QHash<QString, SearchColumn> columns{{u"names"_s, SearchColumn::Names},
        {u"inputs"_s, SearchColumn::Inputs}, {u"errors"_s, SearchColumn::Errors}, {u"log"_s, SearchColumn::Log},
        {u"notes"_s, SearchColumn::Notes}, {u"repositories"_s, SearchColumn::Repositories}};
    QHash<qint64, quint64> sums;
    auto read = database.execute(u"SELECT doc, col, term FROM view_search_words"_s, {}, [&](const Row& row) {
        sums[row.integer(0)] += wordSum(columns.value(row.text(1)), row.text(2));
        return Result<void>();
    });
    if (!read)
        return read.error();
    return sums;
}

} // namespace slipway::journal
