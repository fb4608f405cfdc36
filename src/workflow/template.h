// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

namespace slipway {

//! Placeholders `{{ path }}` of workflow files. A scope is a JSON object of roots: "inputs", "settings", "run", "steps"
//! (by id, their outputs), each `let` and `as` name.

//! Expands every text in `value` (members and elements too, names not). A text that is exactly one placeholder becomes
//! the value with its type; elsewhere the value is written as text. Errors: "template.invalid" (args "text", "reason"),
//! "template.unresolved" (args "path": what is not there yet, "text").
Result<Json> expand(const Json& value, const Json& scope);
Result<QString> expandText(const QString& text, const Json& scope);
//! As expandText(), for a URL: values are percent-encoded, all but one that the text begins with.
Result<QString> expandUrl(const QString& text, const Json& scope);

//! A path as in "steps.infra-raise.number" or "settings.serviceTypes[inputs.serviceType]", without the braces.
Result<Json> lookUp(const QString& path, const Json& scope);

//! Every path that the value's placeholders mention, inner ones of map[path] included; error "template.invalid" where
//! one does not parse.
Result<QStringList> placeholders(const Json& value);

//! Whether a `when` holds: not null, false, "" or an empty list or object.
bool isTrue(const Json& value);

} // namespace slipway
