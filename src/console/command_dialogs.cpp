// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/command_dialogs.h"

#include "base/when_done.h"
#include "console/credential_dialog.h"
#include "console/run_feed.h"
#include "console/secret_dialog.h"
#include "console/step_dialog.h"
#include "console/undo_dialog.h"
#include "desk/stuck_cause.h"
#include "workflow/secrets.h"

namespace slipway::console {

void openStepDialog(const CommandDialogContext& context, StepChoice asked)
{
    const auto view = context.selection.view();
    if (!view)
        return;
    StepId step = context.selection.stepId();
    if (step.isEmpty())
        if (const StepRun* focus = focusStep(*view, context.clock.now(), context.clock.scale()))
            step = focus->id;
    auto* dialog = new StepDialog({.desk = context.desk,
                                      .clock = context.clock,
                                      .selection = context.selection,
                                      .commands = context.commands,
                                      .settings = context.settings,
                                      .opener = context.opener},
        step, asked, context.parent);
    QObject::connect(dialog, &StepDialog::undoWanted, context.parent, [context] { openUndoDialog(context); });
    dialog->open();
}

void openSecretDialog(const CommandDialogContext& context)
{
    const auto view = context.selection.view();
    const StepRun* step = context.selection.step();
    if (!view || !step || !secretAskedFor(*step))
        return;
    (new SecretDialog(view->run, *step, context.commands, context.parent))->open();
}

void openCredentialDialog(const CommandDialogContext& context, CredentialShelf& shelf)
{
    const StepRun* step = context.selection.step();
    const auto asked = step ? desk::credentialAskedFor(*step) : std::nullopt;
    if (!asked)
        return;
    // As it is kept, if it is: only its hosts may be wrong, or its secret.
    whenDone(shelf.credentials(), context.parent,
        [asked = *asked, &shelf, parent = context.parent](const Result<QList<KeptCredential>>& kept) {
            KeptCredential known{.name = asked.name, .hosts = {}, .header = {}, .prefix = {}, .kept = {}};
            for (const KeptCredential& one : kept ? *kept : QList<KeptCredential>())
                if (one.name == asked.name)
                    known = one;
            if (!asked.origin.isEmpty() && known.hosts.isEmpty())
                known.hosts += asked.origin;
            (new CredentialDialog(shelf, known, true, parent))->open();
        });
}

void openUndoDialog(const CommandDialogContext& context)
{
    if (!context.selection.view())
        return;
    auto* dialog = new UndoDialog({.desk = context.desk,
                                      .clock = context.clock,
                                      .selection = context.selection,
                                      .commands = context.commands,
                                      .settings = context.settings,
                                      .opener = context.opener},
        context.parent);
    dialog->open();
}

} // namespace slipway::console
