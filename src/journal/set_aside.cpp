// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/set_aside.h"

#include "base/crash_point.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "journal/crash_marks.h"
#include "journal/open_store.h"

namespace slipway::journal {

namespace {

//! No step of a workflow can be called so.
const StepId& inPlaceOfStep()
{
    static const StepId reading(u"(reading)"_s);
    return reading;
}

Result<void> keepSetAside(Database& database, const QHash<RunId, Error>& runs)
{
    Json json = Json::object();
    for (auto run = runs.begin(); run != runs.end(); ++run)
        json[run.key().utf8()] = toJson(*run);
    return setMeta(database, "set_aside", QString::fromUtf8(toBytes(json)));
}

} // namespace

ReadingScope::ReadingScope(const RunId& run)
    : m_scope(run, inPlaceOfStep())
{
    crashPoint("run.reading");
}

Error setAsideError(const RunId& run, const Error& cause)
{
    const QString told = textAt(cause.args, "reason");
    return {.code = errc::runSetAside,
        .args = {{"run", run.utf8()}, {"reason", (told.isEmpty() ? cause.code : told).toStdString()}},
        .details = {{"code", cause.code.toStdString()}, {"args", cause.args}}};
}

bool isOfRun(const Error& error, const RunId& run)
{
    const bool isOfData = error.code == errc::storeDamaged || error.code == errc::storeGuard;
    return isOfData && textAt(error.args, "run") == run.text();
}

Result<QHash<RunId, Error>> runsSetAside(Database& database)
{
    const auto text = database.value("SELECT value FROM meta WHERE name = 'set_aside'");
    if (!text)
        return text.error();
    QHash<RunId, Error> runs;
    const auto json = parseJson(text->toString().toUtf8());
    if (text->isValid() && json && json->is_object())
        for (const auto& [run, why] : json->items())
            runs.insert(RunId(toQString(run)), errorFromJson(why));
    return runs;
}

Result<void> showSetAside(Database& database, const RunId& run)
{
    return database.run(
        "INSERT INTO view_run (number, run, workflow, subject, state, open, started_by, started_at, ended_at, step,"
        "  waiting_for, needs_you, since, done, steps, active, inputs, names)"
        " SELECT coalesce((SELECT min(id) FROM event WHERE event.run = run.id),"
        "   min(0, coalesce((SELECT min(number) FROM view_run), 0)) - 1),"
        "  id, workflow, subject, 'needsYou', open, '', created_at, NULL, '', ?, open, NULL, 0, 0, '[]', '{}', ?"
        " FROM run WHERE id = ?"
        " ON CONFLICT (run) DO UPDATE SET state = 'needsYou', step = '', waiting_for = excluded.waiting_for,"
        "  needs_you = 1, active = '[]' WHERE view_run.open = 1",
        {errc::runSetAside, run.text().toCaseFolded(), run.text()});
}

Result<void> noteSetAside(Database& database, const RunId& run, const Error& why)
{
    auto runs = runsSetAside(database);
    if (!runs)
        return runs.error();
    Error noted = why;
    // Its journal has not been told yet that it is to look first.
    if (const auto before = runs->constFind(run); before != runs->constEnd() && flagAt(before->args, "restored"))
        noted.args["restored"] = true;
    runs->insert(run, noted);
    qCWarning(logJournal) << "run" << run.text() << "cannot be read and is left alone" << toBytes(why.args);
    return keepSetAside(database, *runs);
}

Result<void> setRunAside(Database& database, const RunId& run, const Error& why)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto noted = noteSetAside(database, run, why); !noted)
        return noted;
    if (auto shown = showSetAside(database, run); !shown)
        return shown;
    return transaction->commit();
}

Result<void> takeRunBackIn(Database& database, const RunId& run)
{
    auto runs = runsSetAside(database);
    if (!runs)
        return runs.error();
    if (!runs->remove(run))
        return {};
    return keepSetAside(database, *runs);
}

Result<void> notePoisoned(Database& database, const QList<Crash>& crashes)
{
    QHash<RunId, QList<const Crash*>> found;
    for (const auto& crash : crashes)
        if (!crash.run.isEmpty() && crash.step == inPlaceOfStep())
            found[crash.run].append(&crash);
    for (auto run = found.begin(); run != found.end(); ++run) {
        if (run->size() < kCrashesToSetAside)
            continue;
        const Error why{.code = errc::runSetAside,
            .args = {{"run", run.key().utf8()}, {"crashes", run->size()},
                {"signal", signalName(run->last()->signal).toStdString()}}};
        if (auto kept = noteSetAside(database, run.key(), why); !kept)
            return kept;
        QStringList explained;
        for (const auto& crash : crashes)
            if (crash.run == run.key())
                explained.append(crash.session);
        if (auto forgotten = forgetCrashMarks(database, explained); !forgotten)
            return forgotten;
    }
    return {};
}

} // namespace slipway::journal
