// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/ast.h"
#include "sandbox/graphql/graphql_error.h"

#include <variant>

namespace slipway::sandbox::graphql {

//! An executable document (operations and fragments), or the first syntax error with its line and column.
std::variant<Document, GraphqlError> parseDocument(const QString& source);

} // namespace slipway::sandbox::graphql
