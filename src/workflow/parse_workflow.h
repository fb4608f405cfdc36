// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/kind_rules.h"
#include "workflow/workflow.h"

#include <memory>

namespace slipway {

//! Reads and validates one workflow file. Error "workflow.invalid" with args "problems": a list of
//! {"pointer": JSON pointer, "reason": sentence}, every problem found, not only the first, and "file".
//! Refused: syntax errors, unknown members, missing or wrongly typed ones, ids that are not kebab-case or stand twice,
//! unknown lane, kind or need, cycles, references to nothing or to a step that is not needed, missing or unknown
//! parameters, placeholders that do not parse, patterns that do not compile, durations that do not parse.
Result<std::shared_ptr<const Workflow>> parseWorkflow(
    const QByteArray& text, const QString& file, const KindRules& kinds);
//! The same for a copy that a run kept.
Result<std::shared_ptr<const Workflow>> parseWorkflow(const Json& source, const QString& file, const KindRules& kinds);

//! "90s", "5m", "2h", "1d", "500ms".
std::optional<Millis> parseDuration(const QString& text);

} // namespace slipway
