// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/resolvers.h"
#include "sandbox/graphql/schema.h"

namespace slipway::sandbox::graphql {

struct Execution {
    Json data; //!< null when an error reached the root
    GraphqlErrors errors;
};

//! Runs a validated operation with coerced variables. Root fields run one after the other in document order; what a
//! mutation's field has done stays done when a later one fails. A connection without `first` or `last`, or with one
//! that is not 1 to 100, is an error of its field.
Execution execute(const Schema& schema, const Resolvers& resolvers, const Document& document,
    const Operation& operation, const Json& variables, Context& context);

//! False where @skip or @include leave the selection out.
bool isIncluded(const Selection& selection, const Json& variables);

} // namespace slipway::sandbox::graphql
