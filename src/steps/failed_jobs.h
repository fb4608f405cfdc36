// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/step_kind.h"

namespace slipway::steps {

//! What is read besides, once a failed run of this repository has been seen: which of its jobs failed, and why.
std::optional<github::ReadFailedJobs> failedJobsRead(
    const StepContext& context, const github::RepositoryName& repository);

//! The end of an attempt whose workflow run failed, with what its jobs tell. Where they have not been asked yet, a wait
//! for that; what they do not answer holds nothing up. `updatedAt` tells one end of the same run from the next.
Decision failWithJobs(const StepContext& context, const github::RepositoryName& repository, qint64 run,
    const QString& updatedAt, Error error, const Observation& seen);

} // namespace slipway::steps
