// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/command.h"
#include "workflow/kind_rules.h"
#include "workflow/run.h"

namespace slipway {

//! What a command does to a run, as events ready to be appended. Pure. No events: the command was taken in before.
//! Errors: "command.refused" with args "command", "step", "because" (a code that desk/error_text.h words),
//! "command.stale", "step.unknown", and for StartRun the workflow's and inputs' errors.
//! `run` is an empty Run for StartRun.
Result<Events> handle(const Run& run, const Envelope& envelope, const KindRules& kinds);

//! Why the command does not apply now, or nothing: what disables a button, in the same words as the refusal.
std::optional<Error> whyNot(const Run& run, const Command& command);

} // namespace slipway
