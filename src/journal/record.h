// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/run.h"

namespace slipway::journal {

//! The platform's status record of a run: one document a service, whose names and words other tools read.
//! A part for each lane that raises a pull request, by the lane's id, found by the kinds of its steps
//! (github.pull-request, github.merged, github.workflow-run), and the part "createRepository" for the steps that
//! dispatch and await the repository (github.dispatch, github.repository).
//! Status words: a lane is "not-requested", "raised", "pr_closed", "merged", "in-progress", "workflow_completed" or
//! "failure"; createRepository is "not-requested", "requested", "success" or "failure".
//! pr.sha is the head when the pull request was raised and never changes; pr.head_sha stands there only if the head has
//! moved since. `_id` is made from the run's id, so that it is the same whenever the record is written.
//! Of an imported run it is the record that was imported, to the member, until the run is taken over; then with what has
//! changed since, in the shape that it had.
Json statusRecord(const Run& run);

} // namespace slipway::journal
