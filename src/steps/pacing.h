// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/step_kind.h"

namespace slipway::steps {

//! Refusals of this attempt without a success since; those that certainly were not sent do not count.
int refusalsInARow(const StepContext& context);

//! How to go on after refusals that time may cure. The first is answered at once unless what it says needs time (what
//! was just made does not show yet); then 1, 2, 4 … s are let pass; at last the attempt fails, to be tried again by the
//! step's own back-off. Nothing: go on now.
std::optional<Decision> pace(const StepContext& context, const Json& args);

//! GitHub answered a dispatch with a failure of its own: the run may start for as long as this (workflow's time) all the
//! same, and GitHub never refuses a second one.
constexpr Millis kStartsLate{5 * 60'000};
bool mayStartLate(const EffectRecord& effect);
bool mayStartLate(const Error& ofDispatch);

//! It was looked, and it is not there; of a run that was taken over, or put back from a copy, one look does not tell.
//! `wait`: until the next look. Nothing: it does.
std::optional<Decision> believeLater(const StepContext& context, Wait wait);

//! What GitHub dates earlier than this, by our clock, is from before the run. The start of a run from a copy or a record
//! may be noted by the clock of another computer, so an hour is taken off; no earlier than 1970.
Timestamp earliestStart(const StepContext& context);

//! Whether what GitHub shows of a run may be its end from before `rerun`, which was made when it had last changed at
//! `updatedAt` (GitHub's text): it may go on showing that for a moment. Its times have whole seconds, so an equal one
//! proves little for long.
bool mayBeFromBefore(const StepContext& context, const EffectRecord& rerun, const QString& updatedAt);

} // namespace slipway::steps
