// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/resolvers.h"
#include "sandbox/graphql/schema.h"

namespace slipway::sandbox::graphql {

//! The field of a composite type, including `__typename` everywhere and `__schema` and `__type` on the query type.
const FieldDefinition* fieldOf(const Schema& schema, const TypeDefinition& parent, const QString& name);

//! The value of `__schema` or `__type(name:)`.
Resolved introspect(const Schema& schema, const QString& field, const Json& arguments);

//! Resolvers of the `__…` types.
void addIntrospection(Resolvers& resolvers);

} // namespace slipway::sandbox::graphql
