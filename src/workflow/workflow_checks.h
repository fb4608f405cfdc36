// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/kind_rules.h"
#include "workflow/problems.h"
#include "workflow/workflow.h"

namespace slipway {

//! What the members of a workflow say about each other: lanes, needs and cycles, kinds and their parameters, choices,
//! and every reference in a placeholder.
void checkWorkflow(const Workflow& workflow, const KindRules& kinds, Problems& problems);

//! Whether the step needs `other`, directly or through others. By the step's own needs, not by its id: that may stand
//! twice in a file that is still being checked.
bool isNeeded(const Workflow& workflow, const StepDefinition& step, const StepId& other);

//! Part of it: what the placeholders refer to (reference_check.cpp).
void checkReferences(const Workflow& workflow, const KindRules& kinds, Problems& problems);

//! Part of it: the `with` of one step against its kind's table (parameter_check.cpp). `pointer` is the step's.
void checkParameters(const Workflow& workflow, const StepDefinition& step, const KindRule& rule, const QString& pointer,
    Problems& problems);

//! Part of it: the shape of a `files` parameter (files_check.cpp).
void checkFiles(const Json& files, const QString& pointer, Problems& problems);

} // namespace slipway
