// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/schema.h"

namespace slipway::sandbox::graphql {

//! Every reason, in document order, why this document is no valid request to this schema; empty where it is one.
//! The rules of the GraphQL specification with GitHub's sentences and codes. Such errors have no `type`, and a
//! document with any of them runs in no part.
GraphqlErrors validate(const Schema& schema, const Document& document);

} // namespace slipway::sandbox::graphql
