// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/raise_plan.h"
#include "steps/step_kind.h"

namespace slipway::steps {

//! The pull request that a step concerns: the outputs of the step that raised it, and how it is to be merged. Shared by
//! github.auto-merge, which arms it, and github.merged, which watches it and heals what comes in between.
struct MergeTask {
    StepId raiseStep;
    StepContext raise; //!< of the raising step, for its files when a conflict is healed
    QString nodeId;
    qint64 number = 0;
    QString url, branch, headSha;
    github::RepositoryName repository;
    QString method; //!< REBASE, SQUASH, MERGE

    //! The raising step found every file as it should be: there is no pull request.
    bool nothingRaised() const { return nodeId.isEmpty(); }
};

Result<MergeTask> mergeTask(const StepContext& context);

//! The reads for watching the pull request, and for healing it when the facts say that it conflicts.
Reads mergeReads(const StepContext& context, const MergeTask& task);

github::WatchPullRequest watchOf(const MergeTask& task);

//! What is in the way of an open pull request and can be cleared without a person: a conflict is healed by applying the
//! edit to the new main (on a branch beside, then moved in one step, because a branch at its base closes the pull request
//! for ever); a branch that is behind is updated. Nothing: nothing is in the way.
std::optional<Decision> clearTheWay(
    const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest, const Observation& seen);

//! Arms auto-merge, or merges directly where GitHub says that nothing is left to wait for or that auto-merge is off.
//! Nothing: it is armed or queued.
std::optional<Decision> arm(const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest);

//! The wait for the merge, with what GitHub says holds it up.
Wait waitForMerge(const github::PullRequest& pullRequest);

//! Closed without a merge: an error until a person retries, then reopened; where that is refused, an error that names
//! the way on.
Decision closedByHand(const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest);

//! What became of one of the writes above.
Resolution resolveMerging(
    const StepContext& context, const MergeTask& task, const EffectRecord& effect, const Observation& seen);

} // namespace slipway::steps
