// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/command_runner.h"

class QWidget;

namespace slipway::console {

//! What a dialog about the selected run and step needs.
struct CommandDialogContext {
    desk::Desk& desk;
    Clock& clock;
    Selection& selection;
    CommandRunner& commands;
    QWidget* parent;
};

//! Each opens its dialog and returns; what is confirmed goes to the command runner.
void openAdvanceDialog(const CommandDialogContext& context);
void openSkipDialog(const CommandDialogContext& context);
void openCancelDialog(const CommandDialogContext& context);
void openUndoDialog(const CommandDialogContext& context);
void openRetryFromDialog(const CommandDialogContext& context);

} // namespace slipway::console
