// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/schema.h"

namespace slipway::sandbox::graphql {

//! The part of GitHub's schema that the sandbox has: resources/sandbox/github-subset.graphql, compiled in.
Schema githubSchema();

} // namespace slipway::sandbox::graphql
