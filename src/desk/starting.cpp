// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/starting.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/phrase.h"
#include "workflow/inputs.h"

#include <QCoreApplication>

namespace slipway::desk {

namespace {

QString lengthText(const QString& rule, const InputDefinition& input)
{
    if (rule == "minLength"_L1 && input.minLength)
        return QCoreApplication::translate("slipway::desk::starting", " (%1 characters or more)").arg(*input.minLength);
    if (rule == "maxLength"_L1 && input.maxLength)
        return QCoreApplication::translate("slipway::desk::starting", " (%1 characters or less)").arg(*input.maxLength);
    return {};
}

Error errorOf(const InputProblem& problem, const Workflow& workflow, const Json& inputs)
{
    const auto name = problem.input.toStdString();
    if (problem.rule == "unknown"_L1) {
        QStringList known;
        for (const auto& input : workflow.inputs)
            known << input.id;
        return {.code = errc::inputUnknown, .args = {{"input", name}, {"known", toJson(known)}}};
    }
    const auto* definition = workflow.input(problem.input);
    QString message = problem.message.isEmpty() ? inputRuleText(problem.rule) : problem.message;
    if (problem.message.isEmpty() && definition)
        message += lengthText(problem.rule, *definition);
    Error error{.code = problem.rule == "required"_L1 ? errc::inputMissing : errc::inputInvalid,
        .args = {{"input", name}, {"rule", problem.rule.toStdString()}, {"message", message.toStdString()}}};
    if (const Json& value = memberAt(inputs, name.c_str());
        value.is_string() && definition && definition->type != InputType::Secret)
        error.args["value"] = value;
    return error;
}

} // namespace

Result<std::shared_ptr<const Workflow>> findWorkflow(const Desk& desk, const QString& id)
{
    QStringList known;
    for (const auto& workflow : desk.workflows()) {
        if (workflow->id == id)
            return workflow;
        known << workflow->id;
    }
    for (const auto& workflow : desk.workflowVersions())
        if (u"%1@%2"_s.arg(workflow->id).arg(workflow->version) == id)
            return workflow;
    return Error{.code = errc::workflowUnknown, .args = {{"workflow", id.toStdString()}, {"known", toJson(known)}}};
}

Result<Start> prepareStart(const Desk& desk, const QString& id, const Json& inputs)
{
    auto workflow = findWorkflow(desk, id);
    if (!workflow)
        return workflow.error();
    auto settings = desk.settings(id);
    if (!settings)
        return settings.error();
    Start start{*workflow, withDefaults(**workflow, inputs), std::move(*settings), {}};
    for (const auto& problem : checkInputs(*start.workflow, start.inputs, start.settings))
        start.problems << errorOf(problem, *start.workflow, start.inputs);
    return start;
}

bool stopsStart(const PreviewStep& step)
{
    if (!step.error || step.error->code == errc::templateUnresolved)
        return false;
    return step.kind == "request.validate"_L1 || step.kind == "github.pull-request"_L1;
}

QList<Error> whatStopsStart(const Preview& preview)
{
    QList<Error> errors;
    for (const auto& step : preview.steps) {
        if (stopsStart(step))
            errors << *step.error;
    }
    return errors;
}

QList<Command> lookCommands(const Run& run, const StepId& step)
{
    const auto concerned = [&](const StepRun& s) { return step.isEmpty() || s.id == step; };
    const bool retryPlanned =
        std::any_of(run.steps.begin(), run.steps.end(), [&](const auto& s) { return concerned(s) && s.retryAt; });
    const bool waits =
        std::any_of(run.steps.begin(), run.steps.end(), [&](const auto& s) { return concerned(s) && s.isActive(); });
    QList<Command> commands;
    if (retryPlanned)
        commands << RetryNow{step};
    if (waits || !retryPlanned)
        commands << LookNow{step};
    return commands;
}

} // namespace slipway::desk
