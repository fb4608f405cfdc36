// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/server/graphql_hook.h"

namespace slipway::sandbox {

class World;

namespace graphql {
class Engine;
}

//! The simulated GitHub's GraphQL API over this world, which must outlive the hook. Refusals of the request's shape
//! have status 400 or 200 with `errors` and no `data`, as GitHub's; a used-up hourly limit is 200 with RATE_LIMIT.
GraphqlHook makeGraphqlHook(World& world);

//! The schema with its resolvers, for tests.
std::shared_ptr<const graphql::Engine> makeGithubEngine(bool enterpriseServer = false);

} // namespace slipway::sandbox
