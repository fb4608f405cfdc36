// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/workflow.h"

namespace slipway {

//! What is wrong with one input, for the form and the terminal alike.
struct InputProblem {
    QString input; //!< id
    QString
        rule; //!< "required", "minLength", "maxLength", "minimum", "maximum", "pattern", "choice", "type", "unknown"
    QString message; //!< the workflow's own words where it has some, else empty: the reader words the rule
};

//! The choices of an input as far as they are known: settings by reference, teams as given (nothing: not known yet, then
//! any text passes).
std::optional<QStringList> choicesOf(
    const InputDefinition& input, const Json& settings, const std::optional<QStringList>& teams);

//! Checks values (by input id) against the workflow's rules. Never rewrites what was typed.
QList<InputProblem> checkInputs(const Workflow& workflow, const Json& inputs, const Json& settings,
    const std::optional<QStringList>& teams = std::nullopt);

//! The file's defaults overlaid by `profile` and `overrides` (objects by setting id). A text given for a list, map,
//! number or flag is parsed: JSON, for a list also "a, b, c", for a flag true, false, yes, no. A URL is empty or http(s);
//! a slash at its end is dropped, because paths are put behind it. Errors "setting.unknown" (args "setting"),
//! "setting.invalid" (args "setting", "expected", "found"); a setting without default that is not given is invalid.
Result<Json> resolveSettings(const Workflow& workflow, const Json& profile, const Json& overrides);

//! Inputs with defaults filled in and terminal texts turned into the input's type.
Json withDefaults(const Workflow& workflow, const Json& inputs);

} // namespace slipway
