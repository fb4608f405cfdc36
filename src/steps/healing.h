// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/merging.h"

namespace slipway::steps {

bool conflicts(const github::PullRequest& pullRequest);

//! Makes the change anew on the new main: on a branch beside, then in one step in place of the old one.
Decision heal(
    const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest, const Observation& seen);

} // namespace slipway::steps
