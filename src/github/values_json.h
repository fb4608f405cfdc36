// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/reads.h"

//! From GitHub's JSON to values. Nothing where a member is missing without which the value would mislead.
namespace slipway::github {

std::optional<PullRequest> pullRequestFrom(const Json& node);
std::optional<RepositoryInfo> repositoryFrom(const Json& node);
//! Whether these are the bytes of the very object that the tree names, by its hash.
bool isWhole(const QByteArray& bytes, const FileVersion& file);
std::optional<FileVersion> fileFrom(const Json& treeEntry);
std::optional<BranchState> branchFrom(const Json& ref);
//! GitHub Actions' runs among a commit's check suites.
QList<WorkflowRun> runsFromSuites(const Json& suites, const QString& sha);
//! A run as REST tells it.
std::optional<WorkflowRun> runFromRest(const Json& run);
std::optional<Timestamp> timeAt(const Json& object, const char* name);

} // namespace slipway::github
