// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/first_look.h"
#include "desk/prospect.h"

namespace slipway::desk {

//! A run as it would be after a start, for previews and checks; inputs may be incomplete.
Result<Run> provisionalRun(
    const Workflow& workflow, const Json& inputs, const Json& settings, Timestamp now, const KindRules& kinds);

//! What each step would do by what was seen: "decide without perform".
Preview previewOf(const Run& run, const steps::Observation& seen, const KindRules& kinds, const Clock& clock);

//! The answer to "is this name free?" by what was seen.
Availability availabilityOf(const Run& run, const steps::Observation& seen, const KindRules& kinds, const Clock& clock);

//! What the start would come to: the same without differences, for who looks at many.
Prospect prospectOf(const Run& run, const steps::Observation& seen, const KindRules& kinds, const Clock& clock);

//! What undo would take back.
QList<PreviewStep> undoPreviewOf(const Run& run);

} // namespace slipway::desk
