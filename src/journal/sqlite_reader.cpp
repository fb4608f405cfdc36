// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/sqlite_reader.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "journal/conditions.h"
#include "journal/crash_marks.h"
#include "journal/database_error.h"
#include "journal/event_rows.h"
#include "journal/migrations.h"
#include "journal/open_store.h"
#include "journal/set_aside.h"
#include "journal/statistics.h"
#include "journal/store_files.h"
#include "journal/views.h"

#include <QFileInfo>

namespace slipway::journal {

namespace {

constexpr int busyMs = 1'000;

constexpr qsizetype leastForUsual = 5;
constexpr Millis usualIsFresh{30'000};

Result<std::unique_ptr<Database>> openForReading(const QString& file)
{
    auto database = Database::open(file, Database::Mode::ReadOnly, busyMs);
    if (database) {
        // Opening does not touch the file: only a first read tells whether it can be read.
        auto touched = (*database)->pragma(u"user_version"_s);
        if (touched)
            return database;
        database = touched.error();
    }
    // A reader of a write-ahead log makes two files beside the store. Where it may not (somebody else's folder, a
    // mounted backup) and nobody has left a log, the file alone is the whole truth.
    const bool log = QFileInfo(file + u"-wal"_s).size() > 0;
    const auto& code = database.error().code;
    if (!log && (code == errc::storeReadOnly || code == errc::storeUnwritable) && QFileInfo(file).isReadable())
        return Database::open(file, Database::Mode::Immutable, busyMs);
    return database;
}

} // namespace

Result<std::unique_ptr<SqliteReader>> SqliteReader::open(const QString& wanted)
{
    const auto file = resolvedStorePath(wanted.isEmpty() ? defaultStorePath() : wanted);
    const auto missing = storeError(errc::storeMissing, file, u"there is no store"_s);
    const QFileInfo info(file);
    // An empty file with a log is a store whose first checkpoint has not come yet.
    if (!info.exists() || (info.size() == 0 && QFileInfo(file + u"-wal"_s).size() == 0))
        return missing;
    auto database = openForReading(file);
    if (!database)
        return database.error();
    const auto state = stateOf(**database);
    if (!state)
        return state.error();
    if (state->isNew)
        return missing; // its owner is making it
    if (state->version < oldestReadable || !state->viewsAreReadable) {
        const auto happened = (*database)->value("SELECT count(*) FROM (SELECT 1 FROM event LIMIT 1)");
        if (!happened)
            return happened.error();
        if (happened->toLongLong() == 0)
            return missing; // likewise, in steps; and of an empty one that is older there is nothing to read
        return Error{.code = errc::storeOlder,
            .args = {{"file", file.toStdString()}, {"version", state->version}, {"known", oldestReadable}}};
    }
    std::unique_ptr<SqliteReader> reader(new SqliteReader(std::move(*database)));
    if (state->version > schemaVersion()) {
        const Error newer{.code = errc::storeNewer,
            .args = {{"file", file.toStdString()}, {"version", state->version}, {"known", schemaVersion()}}};
        if (state->minReader > schemaVersion())
            return newer;
        reader->m_notice = newer;
    }
    return reader;
}

//! Durations change slowly: asked once in a while for each workflow.
Result<void> SqliteReader::refreshUsual(const QString& workflow, Timestamp now)
{
    auto& known = m_usual[workflow];
    if (known.asOf && now - *known.asOf < usualIsFresh && now >= *known.asOf)
        return {};
    auto durations = readDurations(*m_database, workflow);
    if (!durations)
        return durations.error();
    known.steps.clear();
    for (auto& step : *durations) {
        if (step.ms.size() < leastForUsual)
            continue;
        std::sort(step.ms.begin(), step.ms.end());
        known.steps.insert(StepId(step.step),
            {Millis(percentile(step.ms, 0.5).value_or(0)), Millis(percentile(step.ms, 0.9).value_or(0))});
    }
    known.asOf = now;
    return {};
}

//! What the clock and earlier runs say of an open run.
Result<void> SqliteReader::judge(RunSummary& run, const RunQuery& query)
{
    if (!query.now || run.active.isEmpty())
        return {};
    if (auto fresh = refreshUsual(run.workflow, *query.now); !fresh)
        return fresh;
    const auto& usual = m_usual[run.workflow].steps;
    for (auto& step : run.active) {
        if (const auto known = usual.constFind(step.id); known != usual.constEnd()) {
            step.usual = known->first;
            step.usualMost = known->second;
        }
        if (step.state == StepState::Waiting && step.startedAt)
            step.stuck = waitsTooLong(*query.now - *step.startedAt, step.limit, step.usualMost, query.timeScale);
        run.stuck = run.stuck || step.stuck;
    }
    return {};
}

Result<QList<RunSummary>> SqliteReader::runs(const RunQuery& query)
{
    const auto search = parseSearch(query.search, query.now);
    if (!search)
        return search.error();
    auto conditions = conditionsOf(query, *search);
    // Which runs are stuck is known only here, so that the database cannot count them off.
    const bool countHere = search->stuck;
    const bool idsOnly = query.idsOnly && !countHere;
    // An id begins with the time of the start: the key's own order is newest first.
    auto sql =
        (idsOnly ? u"SELECT run FROM view_run"_s : selectSummaries()) + conditions.where() + u" ORDER BY run DESC"_s;
    if (!countHere && (query.limit > 0 || query.offset > 0)) {
        sql += u" LIMIT ? OFFSET ?"_s;
        conditions.values << (query.limit > 0 ? query.limit : -1) << query.offset;
    }
    QList<RunSummary> runs;
    // After the query: it is not kept open while durations are read.
    auto read = m_database->execute(sql, conditions.values, [&](const Row& row) -> Result<void> {
        if (idsOnly) {
            runs.append(RunSummary{.id = RunId(row.text(0))});
            return {};
        }
        auto summary = summaryFrom(row);
        if (!summary)
            return summary.error();
        runs.append(std::move(*summary));
        return {};
    });
    if (!read)
        return read.error();
    for (auto& run : runs)
        if (auto judged = judge(run, query); !judged)
            return judged.error();
    if (countHere) {
        runs.removeIf([&](const RunSummary& run) {
            return !run.stuck && !search->states.contains(run.state) && !(search->open && run.open)
                && !(search->ended && !run.open);
        });
        runs = runs.mid(query.offset, query.limit > 0 ? query.limit : -1);
    }
    return runs;
}

Result<Events> SqliteReader::events(const RunId& run, qint64 since)
{
    auto events = readEvents(*m_database, run, since);
    if (events && events->empty()) {
        const auto known = m_database->value("SELECT count(*) FROM run WHERE id = ?", {bound(run.text())});
        if (!known)
            return known.error();
        if (known->toLongLong() == 0)
            return Error{.code = errc::runUnknown, .args = {{"run", run.utf8()}}};
    }
    return events;
}

Result<QList<Crash>> SqliteReader::crashes() { return crashesOf(*m_database); }

Result<QList<WentOn>> SqliteReader::wentOn() { return wentOnAfterCrashes(*m_database); }

Result<std::optional<Error>> SqliteReader::whySetAside(const RunId& run)
{
    const auto aside = runsSetAside(*m_database);
    if (!aside)
        return aside.error();
    const auto found = aside->constFind(run);
    return found == aside->constEnd() ? std::nullopt : std::optional(*found);
}

Result<RunId> SqliteReader::resolve(const QString& wanted)
{
    const Error unknown{.code = errc::runUnknown, .args = {{"run", wanted.toStdString()}}};
    if (wanted.isEmpty())
        return unknown;
    auto bySubject = m_database->value(
        "SELECT run FROM view_run WHERE run = ? OR subject = ? ORDER BY run = ? DESC, run DESC LIMIT 1",
        {wanted, wanted, wanted});
    if (!bySubject)
        return bySubject.error();
    if (bySubject->isValid())
        return RunId(bySubject->toString());
    QStringList matches;
    auto read = m_database->run("SELECT run FROM view_run WHERE run >= ? AND run < ? ORDER BY run DESC LIMIT 10",
        {wanted.toLower(), wanted.toLower() + QChar(0xffff)}, [&](const Row& row) {
            matches.append(row.text(0));
            return Result<void>();
        });
    if (!read)
        return read.error();
    if (matches.isEmpty())
        return unknown;
    if (matches.size() > 1)
        return Error{.code = errc::runAmbiguous, .args = {{"run", wanted.toStdString()}, {"matches", toJson(matches)}}};
    return RunId(matches.first());
}

Result<QList<StepDurations>> SqliteReader::durations(const QString& workflow)
{
    return readDurations(*m_database, workflow);
}

Result<WorkflowStatistics> SqliteReader::statistics(const QString& workflow)
{
    return readStatistics(*m_database, workflow);
}

Result<QStringList> SqliteReader::workflowsWithRuns()
{
    QStringList workflows;
    auto read = m_database->run("SELECT DISTINCT workflow FROM view_run ORDER BY workflow", {}, [&](const Row& row) {
        workflows.append(row.text(0));
        return Result<void>();
    });
    if (!read)
        return read.error();
    return workflows;
}

Result<qint64> SqliteReader::changeCounter()
{
    const auto counter = m_database->value("SELECT coalesce(max(id), 0) FROM event");
    if (!counter)
        return counter.error();
    return counter->toLongLong();
}

Result<QList<RunId>> SqliteReader::changedSince(qint64 counter)
{
    QList<RunId> runs;
    auto read = m_database->run("SELECT run, max(id) AS last FROM event WHERE id > ? GROUP BY run ORDER BY last",
        {counter}, [&](const Row& row) {
            runs.append(RunId(row.text(0)));
            return Result<void>();
        });
    if (!read)
        return read.error();
    return runs;
}

} // namespace slipway::journal
