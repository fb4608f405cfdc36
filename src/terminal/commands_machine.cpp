// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/context.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/consent.h"
#include "desk/error_text.h"
#include "desk/plain_text.h"
#include "terminal/await.h"
#include "terminal/exit_status.h"
#include "terminal/run_json.h"
#include "terminal/run_text.h"
#include "terminal/shell_scripts.h"
#include "terminal/words.h"

namespace slipway::terminal {

namespace {

QString plainValue(const Json& value)
{
    if (value.is_string())
        return desk::plainText(toQString(value.get_ref<const std::string&>()));
    if (value.is_boolean())
        return value.get<bool>() ? Words::tr("yes") : Words::tr("no");
    if (value.is_null())
        return Words::tr("not known");
    if (value.is_array()) {
        QStringList parts;
        for (const auto& element : value)
            parts << plainValue(element);
        return parts.isEmpty() ? Words::tr("none") : parts.join(u", "_s);
    }
    return desk::plainText(QString::fromUtf8(toBytes(value)));
}

//! A report as its members, one a line; `status` if it says that all is not well.
int showReport(Context& context, const Result<Json>& report, int status)
{
    if (!report)
        return context.fail(report.error());
    if (context.json()) {
        context.output.json(*report);
    } else {
        Table table;
        for (const auto& [name, value] : report->items())
            table.add({{toQString(name)}, {plainValue(value)}});
        for (const auto& line : table.lines())
            context.output.line(line);
    }
    return flagAt(*report, "ok", true) ? ExitDone : status;
}

} // namespace

int listWorkflows(Context& context)
{
    const auto workflows = context.environment.workflows(context.arguments.global);
    if (!workflows)
        return context.fail(workflows.error());
    Table table;
    for (const auto& workflow : *workflows) {
        if (context.json())
            context.output.json(workflowJson(*workflow));
        else
            table.add({{workflow->id}, {Words::tr("version %1").arg(workflow->version)},
                {Words::tr("%1 steps").arg(workflow->steps.size())}, {desk::plainText(workflow->title)}});
    }
    for (const auto& line : table.lines())
        context.output.line(line);
    return ExitDone;
}

int showWorkflow(Context& context)
{
    const auto workflows = context.environment.workflows(context.arguments.global);
    if (!workflows)
        return context.fail(workflows.error());
    const QString id = context.arguments.operands.first();
    QStringList known;
    for (const auto& workflow : *workflows) {
        known << workflow->id;
        if (workflow->id != id && u"%1@%2"_s.arg(workflow->id).arg(workflow->version) != id)
            continue;
        if (context.json()) {
            context.output.json(workflow->source);
        } else {
            for (const auto& line : workflowText(*workflow))
                context.output.line(line);
        }
        return ExitDone;
    }
    return context.fail(
        {.code = errc::workflowUnknown, .args = {{"workflow", id.toStdString()}, {"known", toJson(known)}}});
}

namespace {

//! Every problem with its place, not the few that fit into a sentence.
int failWith(Context& context, const QString& file, const Error& error)
{
    if (const Json& problems = memberAt(error.args, "problems"); problems.is_array() && !context.json()) {
        for (const auto& problem : problems) {
            const QString pointer = textAt(problem, "pointer");
            context.output.say(u"%1: %2: %3"_s.arg(desk::plainText(file),
                pointer.isEmpty() ? u"/"_s : desk::plainText(pointer), desk::plainText(textAt(problem, "reason"))));
        }
    }
    return context.fail(error);
}

} // namespace

int importWorkflow(Context& context)
{
    const QString file = context.arguments.operands.first();
    const auto workflow = context.environment.validateWorkflow(file);
    if (!workflow)
        return failWith(context, file, workflow.error());
    if (!context.json()) {
        context.output.say(
            Words::tr("%1, version %2: %3").arg((*workflow)->id).arg((*workflow)->version).arg((*workflow)->title));
        for (const auto& line : desk::consentText(**workflow))
            context.output.say(line);
    }
    if (!context.arguments.has(u"yes"_s))
        return context.fail(usageError(Words::tr("Nothing was imported."),
            Words::tr("Whoever imports a workflow lets its runs do all this in their name"),
            Words::tr("Read what it does, then give the command again with --yes.")));
    const auto session = context.open(OpenMode::Read);
    if (!session)
        return context.fail(session.error());
    if (const auto done = await((*session)->desk().importWorkflow(*workflow)); !done)
        return context.fail(done.error());
    context.result(workflowJson(**workflow),
        Words::tr("%1, version %2, can be started.").arg((*workflow)->id).arg((*workflow)->version));
    return ExitDone;
}

int validateWorkflow(Context& context)
{
    const QString file = context.arguments.operands.first();
    const auto workflow = context.environment.validateWorkflow(file);
    if (!workflow)
        return failWith(context, file, workflow.error());
    Json report = workflowJson(**workflow);
    report["ok"] = true;
    context.result(report,
        Words::tr("%1 is valid: %2, version %3, %4 steps.")
            .arg(desk::plainText(file), (*workflow)->id, QString::number((*workflow)->version),
                QString::number((*workflow)->steps.size())));
    return ExitDone;
}

int verifyJournal(Context& context)
{
    return showReport(context, context.environment.verifyJournal(context.arguments.global), ExitStore);
}

int rebuildJournal(Context& context)
{
    return showReport(context, context.environment.rebuildJournal(context.arguments.global), ExitStore);
}

int listBackups(Context& context)
{
    const auto backups = context.environment.listBackups(context.arguments.global);
    if (!backups)
        return context.fail(backups.error());
    Table table;
    for (const auto& backup : *backups) {
        if (context.json())
            context.output.json(backup);
        else
            table.add({{textAt(backup, "madeAt")}, {textAt(backup, "kind")},
                {Words::tr("%1 bytes").arg(integerAt(backup, "bytes"))}, {desk::plainText(textAt(backup, "file"))}});
    }
    if (backups->empty() && !context.json())
        context.output.say(Words::tr("There are no copies yet."));
    for (const auto& line : table.lines())
        context.output.line(line);
    return ExitDone;
}

int makeBackup(Context& context)
{
    return showReport(context, context.environment.makeBackup(context.arguments.global), ExitStore);
}

int restoreBackup(Context& context)
{
    return showReport(context,
        context.environment.restoreBackup(context.arguments.global, context.arguments.operands.first()), ExitStore);
}

int printScript(Context& context)
{
    const QString shell = context.arguments.operands.first();
    const auto script = completionScript(shell);
    if (!script)
        return context.fail(usageError(Words::tr("Nothing is known of the shell “%1”.").arg(shell), {},
            Words::tr("Give one of %1.").arg(shells().join(u", "_s))));
    context.result({{"shell", toJson(shell)}, {"script", toJson(*script)}}, *script);
    return ExitDone;
}

int runSandbox(Context& context) { return context.environment.sandbox(context.arguments.operands); }

} // namespace slipway::terminal
