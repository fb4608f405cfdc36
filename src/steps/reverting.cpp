// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/reverting.h"

#include "base/error_codes.h"
#include "base/text.h"

namespace slipway::steps {

namespace {

constexpr auto kMergedNumber = "mergedNumber";

//! The pull request that the step raised; 0: the answer that would have told it was lost.
qint64 raisedNumber(const StepContext& context)
{
    // What was found merged is what is reverted, whatever number the step once told.
    if (const auto found = integerAt(context.attempt() ? context.attempt()->facts : Json(), kMergedNumber); found > 0)
        return found;
    return integerAt(context.state.outputs, "number");
}

//! The newest pull request from that branch, an open or merged one before a closed one.
const github::PullRequest* revertingOne(
    const github::RepositorySnapshot& snapshot, const QString& branch, const QString& base)
{
    const github::PullRequest* best = nullptr;
    const auto found = snapshot.pullRequests.constFind(branch);
    if (found == snapshot.pullRequests.constEnd())
        return nullptr;
    for (const auto& candidate : *found) {
        if (candidate.crossRepository || candidate.baseName != base)
            continue;
        if (!best
            || (best->state == github::PullRequestState::Closed && candidate.state != github::PullRequestState::Closed))
            best = &candidate;
    }
    return best;
}

//! GitHub has said that it was made. Its lists may show it later.
const EffectRecord* saidToBeProposed(const StepContext& context, qint64 number)
{
    for (const auto& attempt : context.state.attempts)
        for (const auto& effect : attempt.effects)
            if (effect.name == "revertPullRequest"_L1 && effect.state == EffectState::Succeeded
                && integerAt(effect.target, "number") == number && integerAt(effect.result, "number") > 0)
                return &effect;
    return nullptr;
}

//! Nothing of what the step changes stands on the base any more: somebody took all of it back.
bool isChangeGone(const RaiseIntent& intent, const github::RepositorySnapshot& snapshot)
{
    const auto plan = planRaise(intent, snapshot);
    return plan && !plan->files.isEmpty() && plan->files.size() == intent.changes.size();
}

Json outputsOfRevert(qint64 number, const QString& nodeId, const QString& url, const QString& branch)
{
    return {{"revertNumber", number}, {"revertNodeId", nodeId.toStdString()}, {"revertUrl", url.toStdString()},
        {"revertBranch", branch.toStdString()}};
}

Error cannotRevert(const RaiseIntent& intent, const github::PullRequest& merged)
{
    return {.code = errc::githubCannotRevert,
        .args = {{"repository", intent.repository.full().toStdString()}, {"number", merged.number},
            {"url", merged.url.toStdString()}}};
}

github::RevertPullRequest proposal(
    const StepContext& context, const RaiseIntent& intent, const github::PullRequest& merged, const QString& branch)
{
    // GitHub's own words come first: they make its pages refer to each other.
    const QString body =
        u"Reverts %1#%2\n\nThe undo of a run of Slipway (%3, run %4) proposes this. Nothing changes before it is merged."_s
            .arg(intent.repository.full(), QString::number(merged.number), context.run.subject, context.run.id.text());
    return {.repository = intent.repository,
        .pullRequestId = merged.nodeId,
        .number = merged.number,
        .branch = branch,
        .body = body};
}

} // namespace

QStringList branchesForUndo(const StepContext& context, const RaiseIntent& intent)
{
    const qint64 number = raisedNumber(context);
    QStringList branches{intent.branch};
    if (number > 0)
        branches += github::revertBranchOf(number, intent.branch);
    return branches;
}

std::variant<Reverted, Decision> revertMerged(const StepContext& context, const RaiseIntent& intent,
    const github::RepositorySnapshot& snapshot, const github::PullRequest& merged)
{
    const QString branch = github::revertBranchOf(merged.number, intent.branch);
    if (!snapshot.branches.contains(branch)) // not asked for: only now its number is known
        return Wait{.what = u"visibility"_s,
            .args = {{"context", (u'#' + QString::number(merged.number)).toStdString()},
                {"repository", intent.repository.full().toStdString()}},
            .facts = {{kMergedNumber, merged.number}},
            .lookAtOnce = true};
    if (const auto* found = revertingOne(snapshot, branch, intent.base)) {
        if (found->state != github::PullRequestState::Closed)
            return Reverted{outputsOfRevert(found->number, found->nodeId, found->url, branch),
                found->state == github::PullRequestState::Open ? u"revertProposed"_s : u"reverted"_s};
        if (isChangeGone(intent, snapshot))
            return Reverted{.note = u"changeGone"_s};
        auto error = cannotRevert(intent, merged);
        error.args["revertNumber"] = found->number;
        error.args["revertUrl"] = found->url.toStdString();
        return Fail{std::move(error)};
    }
    if (const auto* effect = saidToBeProposed(context, merged.number))
        return Reverted{outputsOfRevert(integerAt(effect->result, "number"), textAt(effect->result, "nodeId"),
                            textAt(effect->result, "url"), textAt(effect->result, "branch")),
            u"revertProposed"_s};
    if (isChangeGone(intent, snapshot))
        return Reverted{.note = u"changeGone"_s};
    if (snapshot.branches.value(branch)) {
        auto error = cannotRevert(intent, merged);
        error.args["branch"] = branch.toStdString();
        return Fail{std::move(error)};
    }
    return Act{proposal(context, intent, merged, branch)};
}

Resolution resolveRevert(
    const RaiseIntent& intent, const EffectRecord& effect, const github::RepositorySnapshot& snapshot)
{
    const QString branch = textAt(effect.target, "branch");
    const auto* found = revertingOne(snapshot, branch, intent.base);
    if (!found)
        return {.kind = Resolution::Kind::Absent};
    return {Resolution::Kind::Succeeded,
        {{"number", found->number}, {"nodeId", found->nodeId.toStdString()}, {"url", found->url.toStdString()},
            {"branch", branch.toStdString()}}};
}

} // namespace slipway::steps
