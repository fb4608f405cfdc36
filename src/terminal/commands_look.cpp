// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/context.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/error_text.h"
#include "desk/owner_door.h"
#include "desk/plain_text.h"
#include "desk/state_word.h"
#include "desk/status_report.h"
#include "terminal/await.h"
#include "terminal/exit_status.h"
#include "terminal/run_json.h"
#include "terminal/run_states.h"
#include "terminal/run_text.h"
#include "terminal/words.h"

#include <QFileInfo>

namespace slipway::terminal {

namespace {

Result<desk::RunView> viewOf(desk::Desk& desk, const QString& text)
{
    const auto id = await(desk.resolve(text));
    if (!id)
        return id.error();
    return await(desk.run(*id));
}

Result<StateChoice> choiceOf(const Arguments& arguments)
{
    StateChoice choice;
    if (arguments.has(u"state"_s)) {
        const QString state = arguments.value(u"state"_s);
        const auto known = stateChoice(state);
        if (!known)
            return usageError(Words::tr("There is no state “%1”.").arg(state), {},
                Words::tr("Give one of %1.").arg(stateChoices().join(u", "_s)));
        choice = *known;
    }
    choice.query.search = arguments.value(u"search"_s);
    return choice;
}

Json recordsError(const RunId& run, const Error& error) { return {{"run", run.utf8()}, {"error", errorJson(error)}}; }

} // namespace

int showStatus(Context& context)
{
    auto session = context.open(OpenMode::Read);
    if (!session && session.error().code.startsWith("keychain."_L1))
        session = context.open(OpenMode::History);
    if (!session)
        return context.fail(session.error());
    const auto runs = await((*session)->desk().runs({}));
    if (!runs)
        return context.fail(runs.error());
    desk::EngineStatus status = (*session)->desk().status();
    if (status.readOnly && status.readOnly->code == errc::storeReadOnly)
        status.readOnly.reset(); // that is this command's own way to look, not the store's condition
    if (const auto owner = desk::askOwner(status.storePath, context.environment.clock)) {
        status.owner = owner->greeting;
        if (owner->trouble)
            desk::say(status, *owner->trouble);
    }
    if (!status.trouble)
        status.trouble = desk::safeModeOf(status.storePath);
    const desk::StatusReport report{.status = status,
        .counts = desk::countRuns(*runs),
        .storeBytes = desk::storeBytes(status.storePath),
        .version = context.environment.version,
        .wentOn = desk::wentOnAfterCrashes(status.storePath)};
    if (context.json()) {
        context.output.json(desk::statusJson(report));
        return ExitDone;
    }
    for (const auto& line : statusText(report, context.environment.clock.now()))
        context.output.line(line);
    return ExitDone;
}

int listRuns(Context& context)
{
    const auto choice = choiceOf(context.arguments);
    if (!choice)
        return context.fail(choice.error());
    const auto session = context.open(OpenMode::History);
    if (!session)
        return context.fail(session.error());
    auto runs = await((*session)->desk().runs(choice->query));
    if (!runs)
        return context.fail(runs.error());
    if (choice->onlyStuck)
        runs->removeIf([](const desk::RunSummary& run) { return !desk::isShownStuck(run); });
    if (context.json()) {
        for (const auto& run : *runs)
            context.output.json(summaryJson(run));
        return ExitDone;
    }
    if (runs->isEmpty()) {
        // Before the first start that is as it should be; a name that was mistyped looks the same.
        const QString store = (*session)->desk().status().storePath;
        const Error missing{.code = errc::storeMissing, .args = {{"file", store.toStdString()}}};
        context.output.say(QFileInfo::exists(store) ? Words::tr("There are no such runs.") : desk::oneLine(missing));
        context.sayWhereTheWindowIs();
        return ExitDone;
    }
    for (const auto& line : listText(*runs))
        context.output.line(line);
    return ExitDone;
}

int showRun(Context& context)
{
    const auto session = context.open(OpenMode::History);
    if (!session)
        return context.fail(session.error());
    const auto view = viewOf((*session)->desk(), context.arguments.operands.first());
    if (!view)
        return context.fail(view.error());
    const Timestamp now = context.environment.clock.now();
    // The scale of the process that drives the run; a reader knows it from the same sandbox file.
    const double scale = context.environment.clock.scale();
    if (context.json()) {
        context.output.json(runJson(*view, now, scale));
        return ExitDone;
    }
    for (const auto& line : runText(*view, now, scale))
        context.output.line(line);
    return ExitDone;
}

int showEvents(Context& context)
{
    qint64 since = 0;
    if (context.arguments.has(u"since"_s)) {
        bool ok = false;
        since = context.arguments.value(u"since"_s).toLongLong(&ok);
        if (!ok || since < 0)
            return context.fail(
                usageError(Words::tr("The sequence “%1” is no number.").arg(context.arguments.value(u"since"_s)), {},
                    Words::tr("Give a sequence number such as 12.")));
    }
    const auto session = context.open(OpenMode::History);
    if (!session)
        return context.fail(session.error());
    auto& desk = (*session)->desk();
    const auto id = await(desk.resolve(context.arguments.operands.first()));
    if (!id)
        return context.fail(id.error());
    const auto events = await(desk.events(*id, since));
    if (!events)
        return context.fail(events.error());
    Table table;
    for (const auto& event : *events) {
        if (context.json())
            context.output.json(eventJson(event));
        else
            table.add({{QString::number(event.sequence), Tone::Quiet}, {localTime(event.at)},
                {desk::plainText(event.actor, 30)}, {event.step.text()}, {desk::plainText(desk::describe(event))}});
    }
    for (const auto& line : table.lines())
        context.output.line(line);
    return ExitDone;
}

int showRecord(Context& context)
{
    const auto session = context.open(OpenMode::History);
    if (!session)
        return context.fail(session.error());
    const auto view = viewOf((*session)->desk(), context.arguments.operands.first());
    if (!view)
        return context.fail(view.error());
    const auto record = context.environment.statusRecord(view->run);
    if (!record)
        return context.fail(record.error());
    if (context.json())
        context.output.json(*record);
    else
        context.output.line(QString::fromStdString(record->dump(2, ' ', false, Json::error_handler_t::replace)));
    return ExitDone;
}

int exportRecords(Context& context)
{
    const auto session = context.open(OpenMode::History);
    if (!session)
        return context.fail(session.error());
    auto& desk = (*session)->desk();
    QList<RunId> ids;
    for (const auto& operand : context.arguments.operands) {
        const auto id = await(desk.resolve(operand));
        if (!id)
            return context.fail(id.error());
        ids << *id;
    }
    if (context.arguments.operands.isEmpty()) {
        const auto runs = await(desk.runs({}));
        if (!runs)
            return context.fail(runs.error());
        for (const auto& run : *runs)
            ids << run.id;
    }
    int status = ExitDone;
    for (const auto& id : ids) {
        const auto view = await(desk.run(id));
        const auto& hasRecord = context.environment.hasStatusRecord;
        if (view && context.arguments.operands.isEmpty() && hasRecord && !hasRecord(view->run))
            continue;
        const auto record = view ? context.environment.statusRecord(view->run) : Result<Json>(view.error());
        if (record) {
            context.output.json(*record);
            continue;
        }
        // One run that cannot be told must not keep the others from being exported.
        if (context.json())
            context.output.sayJson(recordsError(id, record.error()));
        else
            context.output.say(id.text() + u": "_s + desk::oneLine(record.error()));
        status = std::max(status, exitStatus(record.error()));
    }
    return status;
}

} // namespace slipway::terminal
