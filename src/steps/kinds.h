// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/step_kind.h"

namespace slipway::steps {

//! The kind of that name, or none.
const StepKind* kindNamed(const QString& name);
//! The table for the validator of workflow files.
const KindRules& kindRules();

const StepKind& validateKind();
const StepKind& pullRequestKind();
const StepKind& autoMergeKind();
const StepKind& mergedKind();
const StepKind& workflowRunKind();
const StepKind& dispatchKind();
const StepKind& repositoryKind();
const StepKind& archiveKind();
const StepKind& httpRequestKind();
const StepKind& httpWaitKind();
const StepKind& gateKind();

} // namespace slipway::steps
