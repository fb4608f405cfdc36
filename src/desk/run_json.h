// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"
#include "workflow/event.h"

namespace slipway::desk {

//! The shapes of --json (docs/operating.md). Every member is always there, null where it has no value; moments are
//! ISO 8601 UTC with milliseconds.

Json momentJson(const std::optional<Timestamp>& moment);
//! {code, what, why, remedy, args, details}
Json errorJson(const Error& error);
Json errorJson(const std::optional<Error>& error);
Json summaryJson(const RunSummary& summary);
Json statisticsJson(const WorkflowStatistics& statistics);
//! The run with its steps; `now` and `timeScale` decide which are stuck.
Json runJson(const RunView& view, Timestamp now, double timeScale);
Json eventJson(const Event& event);
Json previewJson(const QList<PreviewStep>& steps);
Json workflowJson(const Workflow& workflow);

//! Whether a step waits longer than its limit or than usual.
bool isStuckNow(const RunView& view, const StepRun& step, Timestamp now, double timeScale);

} // namespace slipway::desk
