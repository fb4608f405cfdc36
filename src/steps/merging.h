// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"
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
    QStringList ownHeads; //!< every head that this run gave the branch, by the journal
    bool updating = false; //!< GitHub was told to update the branch as it is and has not said yet to which head
    bool withdrawn = false; //!< this run closed it, because its change came to the base another way

    bool unnamed = false; //!< a person took the raising step for done: which pull request that is must be looked up

    //! The raising step found every file as it should be: there is no pull request.
    bool nothingRaised() const { return nodeId.isEmpty() && !unnamed; }
    //! Its head is the one that GitHub made of the branch when it was told to update it: there is one for each time.
    bool wasUpdated(const github::PullRequest& pullRequest) const
    {
        return updating && pullRequest.headSha != headSha && mayBeUpdate(pullRequest);
    }
    //! By the words of its head, as far as they are told.
    static bool mayBeUpdate(const github::PullRequest& pullRequest)
    {
        return pullRequest.headline.isEmpty()
            || pullRequest.headline.startsWith(u"Merge branch '%1'"_s.arg(pullRequest.baseName));
    }
    //! Somebody else pushed to the branch: what is on it now is not this run's alone.
    bool isForeign(const github::PullRequest& pullRequest) const
    {
        return !pullRequest.headSha.isEmpty() && !ownHeads.contains(pullRequest.headSha) && !wasUpdated(pullRequest);
    }
};

Result<MergeTask> mergeTask(const StepContext& context);

//! The reads for watching the pull request, and for healing or explaining it when the facts ask for that.
Reads mergeReads(const StepContext& context, const MergeTask& task);

//! Finds the pull request that a person's word stands for: by the number that she gave, else by its branch. Where there is
//! none and the base does not hold the change either, she is asked.
Decision findNamed(const StepContext& context, const MergeTask& task, const Observation& seen);

github::WatchPullRequest watchOf(const MergeTask& task);
github::ExplainPullRequest explanationOf(const MergeTask& task);

Error aboutPullRequest(const QString& code, const MergeTask& task);

//! What is in the way of an open pull request and can be cleared without a person: a conflict is healed by applying the
//! edit to the new main (on a branch beside, then moved in one step, because a branch at its base closes the pull request
//! for ever); a branch that is behind is updated. What somebody else pushed is never overwritten. Nothing: nothing is in
//! the way.
std::optional<Decision> clearTheWay(
    const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest, const Observation& seen);

//! Arms auto-merge; where GitHub says that nothing is left to wait for, or that auto-merge is off, enters the queue or
//! merges directly. Nothing: it is armed, queued, or has to be waited for.
std::optional<Decision> arm(
    const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest, const Observation& seen);

//! The wait for the merge, with what GitHub says holds it up: who is to review, which check is missing or red.
Wait waitForMerge(
    const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest, const Observation& seen);

//! What refused to open the pull request again, if that was the attempt's last write; null otherwise.
const Error* refusedReopening(const StepContext& context);
//! Whether GitHub itself has refused. Anything else (a redirect, a network) says nothing of what GitHub thinks of it.
bool isGithubsWord(const Error& error);
//! Closed without a merge: an error until a person retries, then reopened; where that is refused, an error that names
//! the way on.
Decision closedByHand(const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest);

//! The pull request was withdrawn by this run: its branch is removed. Nothing: all is done; `baseOid` is then the base
//! that holds the change.
std::optional<Decision> tidyUp(
    const StepContext& context, const MergeTask& task, const Observation& seen, QString& baseOid);

//! What became of one of the writes above.
Resolution resolveMerging(
    const StepContext& context, const MergeTask& task, const EffectRecord& effect, const Observation& seen);

//! Most writes of one attempt: ten creations on one file heal a conflict up to ten times, two writes each.
constexpr int kMostWritesAnAttempt = 40;

} // namespace slipway::steps
