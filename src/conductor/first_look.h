// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "steps/observation.h"
#include "workflow/kind_rules.h"
#include "workflow/run.h"

#include <optional>

namespace slipway::conductor {

//! The reads of a run that has not started: its validation and every file of its pull requests, so that one request
//! serves all of them.
steps::Reads firstReads(const Run& run, const KindRules& kinds, const Clock& clock);
//! What validation says by what was seen, or nothing: go on.
std::optional<Error> validationError(
    const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen);
//! What the run's pull requests would change by what was seen, in few letters: one part a pull request, in their order.
QString previewToken(const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen);
//! "preview.stale" with the repositories whose changes are others than those of `token`; nothing where they are the same.
std::optional<Error> previewError(
    const QString& token, const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen);
//! What validation would ask a person once the run has started. It stops no start, but is told before.
std::optional<Error> validationQuestion(
    const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen);

} // namespace slipway::conductor
