// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/evidence.h"
#include "workflow/run.h"

namespace slipway::console {

//! What an act will do to a run, as sentences for its dialog. Pure.
QStringList effectsOfAccept(const Run& run, const StepId& step);
//! With what a retry would do by what was read, where that is known (`evidence` may be null).
QStringList effectsOfRetry(const Run& run, const StepId& step, const desk::Evidence* evidence);
QStringList effectsOfRunNow(const Run& run, const StepId& step, Timestamp now);
QStringList effectsOfLook(const Run& run, const StepId& step);
QStringList effectsOfProvenAdvance(const Run& run, const StepId& step);
QStringList effectsOfPause(const Run& run); //!< or of resuming it
QStringList effectsOfAdvance(const Run& run, const StepId& step);
QStringList effectsOfSkip(const Run& run, const StepId& step);
QStringList effectsOfCancel(const Run& run);
QStringList effectsOfTerminate(const Run& run);
QStringList effectsOfRetryFrom(const Run& run, const StepId& step);

} // namespace slipway::console
