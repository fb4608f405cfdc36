// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/schema.h"

#include <map>

namespace slipway::sandbox::graphql {

//! Why a given value does not fit its type: where inside the value, and GitHub's sentence.
struct InputProblem {
    Json path = Json::array();
    QString explanation;
};

//! The value as the resolvers get it (defaults filled in, one item made a list, ids as text), or problems.
std::optional<Json> coerceInput(const Schema& schema, const TypeReference& type, const Json& given, const Json& path,
    std::vector<InputProblem>& problems);

//! The same for a literal that validation let pass; variables come from `variables` (coerced before). Nothing where
//! the value is a variable that was not given.
std::optional<Json> coerceLiteral(
    const Schema& schema, const TypeReference& type, const Value& literal, const Json& variables);

//! The coerced values of an operation's variables, or GitHub's errors. Variables that were not given and have no
//! default are absent from the object.
std::variant<Json, GraphqlErrors> coerceVariables(const Schema& schema, const Operation& operation, const Json& given);

//! The coerced arguments of a field, defaults included; absent where not given.
Json coerceArguments(const Schema& schema, const std::vector<InputDefinition>& definitions,
    const std::vector<Argument>& given, const Json& variables);

//! The leaf of a scalar or enum type, or nothing where the value does not fit. 32 bits for Int.
std::optional<Json> coerceLeaf(const TypeDefinition& type, const Json& given);

//! A literal without variables as JSON: enums as text.
Json literalAsJson(const Value& literal);
//! As written, for error messages.
QString literalAsText(const Value& literal);

} // namespace slipway::sandbox::graphql
