// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/workflow_checks.h"

//! Part of checkParameters(): the shapes of what http.request takes (docs/workflows.md).
namespace slipway {

void checkHttpParameter(
    ParameterType type, const Json& value, const QString& pointer, const Workflow& workflow, Problems& problems);
//! Where an output stands in the answer.
void checkOutputPlace(const Json& value, const QString& pointer, Problems& problems);
void checkMade(const Json& value, const QString& pointer, const Workflow& workflow, Problems& problems);
//! What parameters say together: a class of effect without what it promises by, and the like. `pointer` is that of `with`.
void checkHttpTogether(const KindRule& rule, const Json& with, const QString& pointer, Problems& problems);

} // namespace slipway
