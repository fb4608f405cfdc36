// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/context.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/plain_text.h"
#include "desk/starting.h"
#include "terminal/await.h"
#include "terminal/exit_status.h"
#include "terminal/following.h"
#include "terminal/run_json.h"
#include "terminal/run_text.h"
#include "terminal/words.h"
#include "workflow/inputs.h"

namespace slipway::terminal {

namespace {

Result<Json> inputsOf(const Arguments& arguments)
{
    Json inputs = Json::object();
    for (const auto& operand : arguments.operands.mid(1)) {
        const auto pair = keyAndValue(operand);
        if (!pair)
            return pair.error();
        const auto name = pair->first.toStdString();
        if (inputs.contains(name))
            return usageError(
                Words::tr("The input %1 was given twice.").arg(pair->first), {}, Words::tr("Give it once."));
        inputs[name] = pair->second.toStdString();
    }
    return inputs;
}

//! Secrets come from --secrets or are asked for: on the command line they would stand in the shell's history and in the
//! process list.
Result<void> addSecrets(Context& context, const Workflow& workflow, Json& inputs)
{
    for (const auto& input : workflow.inputs) {
        if (input.type != InputType::Secret)
            continue;
        const std::string name = input.id.toStdString();
        if (inputs.contains(name))
            return usageError(Words::tr("The input %1 is a secret.").arg(input.id),
                Words::tr("On a command line others could read it"),
                Words::tr("Give it with --secrets FILE, or leave it off to be asked for it."));
        if (context.environment.secrets) {
            const auto given = context.environment.secrets(context.arguments.global);
            if (!given)
                return given.error();
            if (const auto found = given->constFind(input.id); found != given->constEnd()) {
                inputs[name] = found->reveal().toStdString();
                continue;
            }
        }
        if (!input.required || !context.environment.askSecret)
            continue;
        if (const auto asked = context.environment.askSecret(input.title + u": "_s)) {
            if (!*asked)
                return asked->error();
            inputs[name] = (*asked)->reveal().toStdString();
        }
    }
    return {};
}

int showPreview(Context& context, const Workflow& workflow, const desk::Preview& preview)
{
    if (context.json()) {
        context.output.json({{"workflow", toJson(workflow.id)}, {"readAt", momentJson(preview.readAt)},
            {"complete", preview.complete()}, {"token", toJson(preview.token)}, {"steps", previewJson(preview.steps)}});
    } else {
        for (const auto& line : previewText(preview.steps))
            context.output.line(line);
        // What reads nothing has nothing that could change until its start.
        context.output.say(preview.token.isEmpty()
                ? Words::tr("Nothing was changed.")
                : Words::tr("Nothing was changed. To start only if this is still so: --preview %1").arg(preview.token));
    }
    const auto errors = desk::whatStopsStart(preview);
    return errors.isEmpty() ? ExitDone : exitStatus(errors.first());
}

//! The run as it would start, checked as far as it can be without changing anything.
Result<desk::Start> prepare(Context& context, const desk::Desk& desk)
{
    const auto id = context.arguments.operands.first();
    auto workflow = desk::findWorkflow(desk, id);
    if (!workflow)
        return workflow.error();
    auto given = inputsOf(context.arguments);
    if (!given)
        return given.error();
    if (const auto added = addSecrets(context, **workflow, *given); !added)
        return added.error();
    return desk::prepareStart(desk, id, *given);
}

int failAll(Context& context, const QList<Error>& errors)
{
    for (const auto& error : errors)
        tell(context.output, context.json(), error);
    if (!context.json())
        context.output.say(Words::tr("No run was started."));
    return exitStatus(errors.first());
}

//! A form shows what may be chosen; here it has to be said.
int failInputs(Context& context, const desk::Start& start)
{
    constexpr qsizetype mostShown = 12;
    const int status = failAll(context, start.problems);
    for (const auto& input : start.workflow->inputs) {
        const bool isWrong = std::any_of(start.problems.begin(), start.problems.end(),
            [&](const Error& problem) { return textAt(problem.args, "input") == input.id; });
        const auto choices = isWrong ? choicesOf(input, start.settings, std::nullopt) : std::nullopt;
        if (!choices || choices->isEmpty() || context.json())
            continue;
        const QString shown = desk::plainText(choices->mid(0, mostShown).join(u", "_s));
        context.output.say(choices->size() > mostShown
                ? Words::tr("%1 is one of %2 and others; “slipwayctl workflow show %3” has them.")
                      .arg(input.id, shown, start.workflow->id)
                : Words::tr("%1 is one of %2.").arg(input.id, shown));
    }
    return status;
}

int start(Context& context, Session& session, const desk::Start& start)
{
    const auto receipt = await(session.desk().submit(StartRun{.workflow = start.workflow->source,
                                                         .inputs = start.inputs,
                                                         .settings = start.settings,
                                                         .profile = context.arguments.global.profile,
                                                         .previewed = context.arguments.value(u"preview"_s)},
        RunId()));
    if (!receipt && receipt.error().code == errc::storeOwned) { // it has not answered in time, and may yet
        if (!context.json())
            context.output.say(
                Words::tr("The run may still be started. Look with slipwayctl list before you create it again."));
        return context.fail(receipt.error());
    }
    if (!receipt)
        return failAll(context, {receipt.error()});
    const bool follow = context.arguments.has(u"follow"_s);
    if (!context.json())
        context.output.line(receipt->run.text());
    else if (!follow)
        context.output.json({{"id", receipt->run.utf8()}, {"sequence", receipt->sequence}});
    return follow ? followInSession(context, session, {receipt->run}, 0) : ExitDone;
}

} // namespace

int createRun(Context& context)
{
    const bool dryRun = context.arguments.has(u"dry-run"_s), follow = context.arguments.has(u"follow"_s);
    if (dryRun && follow)
        return context.fail(
            usageError(Words::tr("--dry-run and --follow exclude each other."), {}, Words::tr("Leave one off.")));
    if (const auto inputs = inputsOf(context.arguments); !inputs)
        return context.fail(inputs.error());
    const auto session = context.open(dryRun ? OpenMode::Read : follow ? OpenMode::Drive : OpenMode::Commands);
    if (!session)
        return context.fail(session.error());
    auto& desk = (*session)->desk();
    const auto prepared = prepare(context, desk);
    if (!prepared)
        return context.fail(prepared.error());
    if (!prepared->problems.isEmpty())
        return failInputs(context, *prepared);
    // The start reads and checks by itself; read beforehand here it would be read twice.
    if (!dryRun)
        return start(context, **session, *prepared);
    const auto preview = await(desk.preview(prepared->workflow->id, prepared->inputs));
    if (!preview)
        return failAll(context, {preview.error()});
    return showPreview(context, *prepared->workflow, *preview);
}

} // namespace slipway::terminal
