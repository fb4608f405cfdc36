// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/member_reader.h"
#include "workflow/workflow.h"

namespace slipway {

//! Takes a workflow file's members into values, member by member: types, spellings, uniqueness. What the members say
//! about each other is workflow_checks.h's. Where something is wrong the value holds what could be read.
Workflow readWorkflow(const Json& source, Problems& problems);

QList<SettingDefinition> readSettings(const Json& settings, const QString& pointer, Problems& problems);
QList<InputDefinition> readInputs(const Json& inputs, const QString& pointer, Problems& problems);
QList<StepDefinition> readSteps(const Json& steps, const QString& pointer, Problems& problems);

//! What may be referred to as inputs.X, settings.X or by a let's own name: a letter, then letters and digits.
bool isPlainName(const QString& name);

} // namespace slipway
