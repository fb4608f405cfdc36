// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world/model.h"

//! The world's values as they are kept in the state directory. Private to the world; no protocol shows these.
namespace slipway::sandbox {

Json save(const Repository& repository);
Json save(const PullRequest& pull);
Json save(const WorkflowRun& run);
Repository loadRepository(const Json& json);
PullRequest loadPullRequest(const Json& json);
WorkflowRun loadRun(const Json& json);

} // namespace slipway::sandbox
