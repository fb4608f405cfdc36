// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/healing.h"

#include "base/error_codes.h"
#include "base/text.h"

namespace slipway::steps {

namespace {

//! The same for every try on the same main, so that a lost try is found again.
QString temporaryBranch(const MergeTask& task, const QString& baseOid)
{
    return task.branch + u"-onto-"_s + baseOid.left(10);
}

} // namespace

bool conflicts(const github::PullRequest& pullRequest)
{
    return pullRequest.mergeable == "CONFLICTING"_L1 || pullRequest.mergeState == "DIRTY"_L1;
}

Decision heal(
    const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest, const Observation& seen)
{
    if (task.isForeign(pullRequest)) {
        // Made anew, the branch would lose what somebody else pushed.
        auto error = aboutPullRequest(errc::githubConflict, task);
        error.args["reason"] = "foreignCommits";
        return Ask{std::move(error)};
    }
    if (context.attempt()->effects.size() >= kMostWritesAnAttempt)
        return Fail{aboutPullRequest(errc::githubConflict, task), true};
    const auto intent = raiseIntent(task.raise);
    if (!intent)
        return Fail{intent.error()};
    const Wait lookAtMain{.what = u"conflict"_s,
        .args = {{"number", task.number}, {"repository", task.repository.full().toStdString()}},
        .facts = {{"conflict", pullRequest.headSha.toStdString()}},
        .lookAtOnce = textAt(context.attempt()->facts, "conflict") != pullRequest.headSha};
    const auto snapshot = seen.find<github::RepositorySnapshot>(readFor(*intent));
    if (snapshot.error)
        return Fail{*snapshot.error};
    if (!snapshot.value || textAt(context.attempt()->facts, "conflict") != pullRequest.headSha)
        return lookAtMain;
    const auto* last = context.lastEffect();
    const bool prepared = last && last->name == "prepareBranch"_L1 && last->state == EffectState::Succeeded;
    // It was to be moved to, and that did not get there: it is still beside.
    const QString beside =
        last && last->name == "moveBranch"_L1 && last->absent ? textAt(last->target, "temporaryBranch") : QString();
    // A prepared branch is used even if main has moved on since: what is left behind nobody would clean up.
    const QString temporary = prepared ? textAt(last->target, "branch")
        : !beside.isEmpty()            ? beside
                                       : temporaryBranch(task, snapshot.value->baseOid);
    const auto move = [&](const QString& newOid) {
        return Act{github::MoveBranch{.repository = task.repository,
            .repositoryId = snapshot.value->info.nodeId,
            .branch = task.branch,
            .oldOid = pullRequest.headSha,
            .newOid = newOid,
            .temporaryBranch = temporary}};
    };
    if (prepared || !beside.isEmpty())
        return move(prepared ? textAt(last->result, "sha") : textAt(last->target, "newOid"));
    if (last && last->name == "prepareBranch"_L1 && textAt(last->target, "branch") == temporary) {
        if (last->error && last->error->code != errc::githubStaleData && last->error->code != errc::githubAlreadyExists
            && !last->absent)
            return Fail{*last->error, true};
        // The branch is there from a try whose answer was lost; asked for by temporaryRead().
        const auto there = seen.find<github::RepositorySnapshot>(readFor(*intent, {temporary}));
        if (there.value) {
            const auto branch = there.value->branches.value(temporary);
            if (branch && branch->message.section(u'\n', 0, 0) == intent->commitHeadline)
                return move(branch->oid);
        }
    }
    auto plan = planRaise(*intent, *snapshot.value);
    if (!plan)
        return Fail{plan.error()};
    if (plan->nothingToChange()) // somebody else has made the same change: nothing is left for this pull request
        return Act{github::ClosePullRequest{.repository = task.repository, .pullRequestId = task.nodeId}};
    if (plan->keepsModes()) {
        // A branch beside is not needed: the new commit stands without one.
        const auto piece = nextPiece(context, *plan, *snapshot.value);
        if (const auto* effect = std::get_if<github::Effect>(&piece))
            return Act{*effect};
        return Act{github::MoveBranch{.repository = task.repository,
            .repositoryId = snapshot.value->info.nodeId,
            .branch = task.branch,
            .oldOid = pullRequest.headSha,
            .newOid = std::get<QString>(piece),
            .temporaryBranch = {}}};
    }
    return Act{github::PrepareBranch{.repository = task.repository,
        .repositoryId = snapshot.value->info.nodeId,
        .baseOid = snapshot.value->baseOid,
        .temporaryBranch = temporary,
        .commitHeadline = plan->effect.commitHeadline,
        .commitBody = plan->effect.commitBody,
        .additions = plan->effect.additions,
        .deletions = plan->effect.deletions}};
}

std::optional<Decision> tidyUp(
    const StepContext& context, const MergeTask& task, const Observation& seen, QString& baseOid)
{
    const auto intent = raiseIntent(task.raise);
    if (!intent)
        return Fail{intent.error()};
    const auto snapshot = seen.find<github::RepositorySnapshot>(readFor(*intent, {task.branch}));
    if (!snapshot.value)
        return Fail{snapshot.error ? *snapshot.error : Error{.code = errc::internal}, true};
    const auto plan = planRaise(*intent, *snapshot.value);
    if (!plan)
        return Fail{plan.error()};
    if (!plan->nothingToChange()) // taken back since: the pull request would be needed after all
        return Fail{aboutPullRequest(errc::githubPullRequestClosed, task)};
    baseOid = snapshot.value->baseOid;
    const auto branch = snapshot.value->branches.value(task.branch);
    const bool tried = context.effectsNamed("deleteBranch") > 0; // where it cannot be removed, it does no harm
    if (!branch || tried || !task.ownHeads.contains(branch->oid))
        return std::nullopt;
    return Act{github::DeleteBranch{.repository = task.repository,
        .repositoryId = snapshot.value->info.nodeId,
        .branch = task.branch,
        .oid = branch->oid}};
}

} // namespace slipway::steps
