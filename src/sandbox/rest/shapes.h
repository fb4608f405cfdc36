// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world/world.h"

//! The world's values in the shapes of GitHub's REST API (names as in its OpenAPI description).
namespace slipway::sandbox {

Json restUser(const World& world, const QString& login);
Json restTeam(const World& world, const Team& team);
//! How much is told of a repository: within a workflow run, in lists, within another answer, and by itself.
enum class RepositoryShape { Minimal, Listed, Nested, Full };
Json restRepository(const World& world, const Repository& repository, RepositoryShape shape);
//! `full`: also mergeable and the counts; `version` 2026-03-10 has no merge_commit_sha.
Json restPullRequest(const World& world, const PullRequest& pull, bool full, const QString& version);
Json restRun(const World& world, const WorkflowRun& run);
Json restWorkflow(const World& world, const Repository& repository, const Workflow& workflow);
Json restCheckRun(const World& world, const WorkflowRun& run);
//! The one note of a job that failed.
Json restAnnotation(const World& world, const WorkflowRun& run);
Json restJob(const World& world, const WorkflowRun& run);
Json restRef(const World& world, const Repository& repository, const GitRef& ref);
Json restGitCommit(const World& world, const Repository& repository, const Commit& commit);
Json restCommit(const World& world, const Repository& repository, const Commit& commit);
Json restFile(const World& world, const Repository& repository, const ChangedFile& file);
QString apiUrl(const World& world, const Repository& repository); //!< "{base}/repos/ORG/NAME"

} // namespace slipway::sandbox
