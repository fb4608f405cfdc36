// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/command_runner.h"
#include "console/opener.h"
#include "console/step_choices.h"

class QSettings;
class QWidget;

namespace slipway::console {

class CredentialShelf;

//! What a dialog about the selected run and step needs.
struct CommandDialogContext {
    desk::Desk& desk;
    Clock& clock;
    Selection& selection;
    CommandRunner& commands;
    QSettings& settings;
    Opener opener;
    QWidget* parent;
};

//! Opens the dialog of a step with a choice preset, and returns; what is confirmed goes to the command runner. Without a
//! step in the selection it is about the one that matters most now.
void openStepDialog(const CommandDialogContext& context, StepChoice asked);
//! Asks for the secret that the selected step waits for. Nothing where it waits for none.
void openSecretDialog(const CommandDialogContext& context);
//! For the credential that the chosen step's request needs; for the others that are kept see CredentialsPage.
void openCredentialDialog(const CommandDialogContext& context, CredentialShelf& shelf);
//! Opens the list of what the run made.
void openUndoDialog(const CommandDialogContext& context);

} // namespace slipway::console
