// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/run.h"

namespace slipway::console {

//! What an act will do to a run, as sentences for its dialog. Pure.
QStringList effectsOfAdvance(const Run& run, const StepId& step);
QStringList effectsOfSkip(const Run& run, const StepId& step);
QStringList effectsOfCancel(const Run& run);
QStringList effectsOfRetryFrom(const Run& run, const StepId& step);

} // namespace slipway::console
