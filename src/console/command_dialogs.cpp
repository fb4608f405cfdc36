// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/command_dialogs.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/command_dialog.h"
#include "console/effects.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "desk/error_text.h"
#include "workflow/handle.h"

#include "ui_advance_dialog.h"
#include "ui_cancel_dialog.h"
#include "ui_retry_from_dialog.h"
#include "ui_skip_dialog.h"
#include "ui_undo_dialog.h"

#include <QCoreApplication>

namespace slipway::console {

namespace {

struct Dialogs {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::Dialogs)
};

//! A dialog on one of the forms, which all name their parts alike. CommandDialog::setUp() makes their labels plain:
//! see makePlain().
template <class Form>
CommandDialog* dialogOn(const CommandDialogContext& context)
{
    auto* dialog = new CommandDialog(context.parent);
    Form form;
    form.setupUi(dialog);
    dialog->setUp({form.headline, form.effectsTitle, form.effects, form.reasonTitle, form.reason, form.hint,
        form.confirmButton, form.closeButton});
    return dialog;
}

QString stepTitle(const Run& run, const StepId& step)
{
    const StepDefinition* definition = run.workflow ? run.workflow->step(step) : nullptr;
    if (!definition)
        return step.text();
    return Dialogs::tr("%1: %2", "lane, step").arg(safeLine(definition->lane, 60), safeLine(definition->title, 100));
}

//! Keeps the dialog true while it is open: when the run moves, the effects are listed anew, and what no longer applies
//! is refused before it is asked for.
void follow(CommandDialog* dialog, const CommandDialogContext& context, const Command& command,
    std::function<QStringList(const Run&)> effects)
{
    const RunId run = context.selection.runId();
    const auto refresh = [dialog, run, command, effects, selection = &context.selection] {
        const auto view = selection->view();
        if (selection->runId() != run || !view)
            return;
        const auto error = whyNot(view->run, command);
        dialog->setRefusal(error ? std::optional(desk::describe(*error).why.isEmpty() ? desk::describe(*error).what
                                                                                      : desk::describe(*error).why)
                                 : std::nullopt);
        if (effects)
            dialog->setEffects(effects(view->run));
    };
    QObject::connect(&context.selection, &Selection::viewChanged, dialog, refresh);
    refresh();
}

template <class Make>
void submitWhenConfirmed(CommandDialog* dialog, const CommandDialogContext& context, Make make)
{
    QObject::connect(dialog, &CommandDialog::confirmed, &context.commands,
        [commands = &context.commands, selection = &context.selection, run = context.selection.runId(), make](
            const QString& reason) {
            if (selection->runId() == run)
                commands->submit(make(reason));
        });
    dialog->open();
}

} // namespace

void openAdvanceDialog(const CommandDialogContext& context)
{
    auto* dialog = dialogOn<Ui::AdvanceForm>(context);
    const StepId step = context.selection.stepId();
    dialog->setHeadline(stepTitle(context.selection.view()->run, step));
    dialog->setReasonNeeded(true);
    follow(dialog, context, AdvanceStep{step}, [step](const Run& run) { return effectsOfAdvance(run, step); });
    submitWhenConfirmed(dialog, context, [step](const QString& reason) { return AdvanceStep{step, reason}; });
}

void openSkipDialog(const CommandDialogContext& context)
{
    auto* dialog = dialogOn<Ui::SkipForm>(context);
    const StepId step = context.selection.stepId();
    dialog->setHeadline(stepTitle(context.selection.view()->run, step));
    dialog->setReasonNeeded(true);
    follow(dialog, context, SkipStep{step}, [step](const Run& run) { return effectsOfSkip(run, step); });
    submitWhenConfirmed(dialog, context, [step](const QString& reason) { return SkipStep{step, reason}; });
}

void openCancelDialog(const CommandDialogContext& context)
{
    auto* dialog = dialogOn<Ui::CancelForm>(context);
    dialog->setHeadline(context.selection.view()->run.subject);
    follow(dialog, context, CancelRun{}, &effectsOfCancel);
    submitWhenConfirmed(dialog, context, [](const QString& reason) { return CancelRun{reason}; });
}

void openRetryFromDialog(const CommandDialogContext& context)
{
    auto* dialog = dialogOn<Ui::RetryFromForm>(context);
    const StepId step = context.selection.stepId();
    dialog->setHeadline(stepTitle(context.selection.view()->run, step));
    follow(dialog, context, RetryFrom{step}, [step](const Run& run) { return effectsOfRetryFrom(run, step); });
    submitWhenConfirmed(dialog, context, [step](const QString& reason) { return RetryFrom{step, reason}; });
}

void openUndoDialog(const CommandDialogContext& context)
{
    auto* dialog = dialogOn<Ui::UndoForm>(context);
    dialog->setHeadline(context.selection.view()->run.subject);
    dialog->setEffectsPending(Dialogs::tr("Reading what can be taken back…"));
    follow(dialog, context, UndoRun{}, {});
    whenDone(context.desk.previewUndo(context.selection.runId()), dialog,
        [dialog](const Result<QList<desk::PreviewStep>>& steps) {
            if (!steps) {
                const desk::ErrorText text = desk::describe(steps.error());
                dialog->setEffectsPending(
                    Dialogs::tr("What would be taken back could not be read: %1 %2").arg(text.what, text.remedy));
                return;
            }
            QStringList effects;
            for (const desk::PreviewStep& step : *steps)
                effects += step.summary.isEmpty() ? step.title : step.summary;
            if (effects.isEmpty())
                dialog->setEffectsPending(Dialogs::tr("There is nothing that could be taken back."));
            else
                dialog->setEffects(effects);
        });
    submitWhenConfirmed(dialog, context, [](const QString& reason) { return UndoRun{reason}; });
}

} // namespace slipway::console
