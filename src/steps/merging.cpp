// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/merging.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "steps/kinds.h"

namespace slipway::steps {

namespace {

constexpr int kMostWritesAnAttempt = 40; // ten creations on one file heal a conflict up to ten times, two writes each

bool conflicts(const github::PullRequest& pullRequest)
{
    return pullRequest.mergeable == "CONFLICTING"_L1 || pullRequest.mergeState == "DIRTY"_L1;
}

//! The same for every try on the same main, so that a lost try is found again.
QString temporaryBranch(const MergeTask& task, const QString& baseOid)
{
    return task.branch + u"-onto-"_s + baseOid.left(10);
}

Error aboutPullRequest(const QString& code, const MergeTask& task)
{
    return {.code = code,
        .args = {{"repository", task.repository.full().toStdString()}, {"number", task.number},
            {"url", task.url.toStdString()}, {"step", task.raiseStep.utf8()}}};
}

QString methodFor(const StepContext& context, const StepId& raiseStep)
{
    if (const QString own = context.text("method"); !own.isEmpty())
        return own.toUpper();
    for (const auto& definition : context.run.workflow->steps) {
        if (definition.kind != "github.auto-merge"_L1 || textAt(definition.with, "pullRequest") != raiseStep.text())
            continue;
        const auto armed = contextOf(context.run, definition.id, kindRules(), context.now, context.timeScale);
        if (armed && !armed->text("method").isEmpty())
            return armed->text("method").toUpper();
    }
    return u"REBASE"_s;
}

std::optional<Decision> heal(
    const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest, const Observation& seen)
{
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
    // A prepared branch is used even if main has moved on since: what is left behind nobody would clean up.
    const QString temporary =
        prepared ? textAt(last->target, "branch") : temporaryBranch(task, snapshot.value->baseOid);
    const auto move = [&](const QString& newOid) {
        return Act{github::MoveBranch{.repository = task.repository,
            .repositoryId = snapshot.value->info.nodeId,
            .branch = task.branch,
            .oldOid = pullRequest.headSha,
            .newOid = newOid,
            .temporaryBranch = temporary}};
    };
    if (prepared)
        return move(textAt(last->result, "sha"));
    if (last && last->name == "prepareBranch"_L1 && textAt(last->target, "branch") == temporary) {
        if (last->error && last->error->code != errc::githubStaleData && last->error->code != errc::githubAlreadyExists
            && !last->absent)
            return Fail{*last->error, true};
        // The branch is there from a try whose answer was lost; asked for by temporaryRead().
        const auto beside = seen.find<github::RepositorySnapshot>(readFor(*intent, {temporary}));
        if (beside.value) {
            const auto branch = beside.value->branches.value(temporary);
            if (branch && branch->message.section(u'\n', 0, 0) == intent->commitHeadline)
                return move(branch->oid);
        }
    }
    auto plan = planRaise(*intent, *snapshot.value);
    if (!plan)
        return Fail{plan.error()};
    if (plan->nothingToChange())
        return Fail{aboutPullRequest(errc::githubConflict, task)};
    return Act{github::PrepareBranch{.repository = task.repository,
        .repositoryId = snapshot.value->info.nodeId,
        .baseOid = snapshot.value->baseOid,
        .temporaryBranch = temporary,
        .commitHeadline = plan->effect.commitHeadline,
        .commitBody = plan->effect.commitBody,
        .additions = plan->effect.additions,
        .deletions = plan->effect.deletions}};
}

} // namespace

Result<MergeTask> mergeTask(const StepContext& context)
{
    const StepId raiseStep(context.text("pullRequest"));
    auto raise = contextOf(context.run, raiseStep, kindRules(), context.now, context.timeScale);
    if (!raise)
        return raise.error();
    const auto repository = github::RepositoryName::tryParse(raise->text("repository"));
    if (!repository)
        return Error{.code = errc::settingInvalid,
            .args = {{"name", "repository"}, {"value", raise->text("repository").toStdString()},
                {"reason", "it is no OWNER/NAME of a repository"}}};
    const Json& outputs = context.run.step(raiseStep)->outputs;
    return MergeTask{.raiseStep = raiseStep,
        .raise = std::move(*raise),
        .nodeId = textAt(outputs, "nodeId"),
        .number = integerAt(outputs, "number"),
        .url = textAt(outputs, "url"),
        .branch = textAt(outputs, "branch"),
        .headSha = textAt(outputs, "headSha"),
        .repository = *repository,
        .method = methodFor(context, raiseStep)};
}

github::WatchPullRequest watchOf(const MergeTask& task) { return {.nodeId = task.nodeId}; }

Reads mergeReads(const StepContext& context, const MergeTask& task)
{
    Reads reads;
    reads.github.append(watchOf(task));
    if (!context.attempt() || textAt(context.attempt()->facts, "conflict") != task.headSha || task.headSha.isEmpty())
        return reads;
    if (const auto intent = raiseIntent(task.raise)) {
        QStringList beside;
        if (const auto* last = context.lastEffect(); last && last->name == "prepareBranch"_L1)
            beside.append(textAt(last->target, "branch"));
        reads.github.append(readFor(*intent, beside));
    }
    return reads;
}

std::optional<Decision> clearTheWay(
    const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest, const Observation& seen)
{
    if (pullRequest.headSha != task.headSha && !pullRequest.headSha.isEmpty())
        return Revise{task.raiseStep, {{"headSha", pullRequest.headSha.toStdString()}}};
    if (conflicts(pullRequest))
        return heal(context, task, pullRequest, seen);
    if (pullRequest.mergeState == "BEHIND"_L1 && !context.lastEffectIs("updateBranch", EffectState::Failed))
        return Act{github::UpdateBranch{
            .repository = task.repository, .pullRequestId = task.nodeId, .headOid = pullRequest.headSha}};
    return std::nullopt;
}

std::optional<Decision> arm(const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest)
{
    if (pullRequest.inMergeQueue)
        return std::nullopt;
    const bool nothingLeftToWaitFor = pullRequest.mergeState == "CLEAN"_L1 || pullRequest.mergeState == "HAS_HOOKS"_L1;
    const Act merge{github::MergePullRequest{.repository = task.repository,
        .pullRequestId = task.nodeId,
        .method = task.method,
        .headOid = pullRequest.headSha}};
    // Armed too late, after the last check ended, it never fires; a person who retries wants it merged.
    if (pullRequest.autoMergeArmed)
        return nothingLeftToWaitFor && context.retried() ? std::optional<Decision>(merge) : std::nullopt;
    const auto* last = context.lastEffect();
    const QString refusal = last && last->state == EffectState::Failed && last->error ? last->error->code : QString();
    // Its answer is lost: it may have been that the pull request is clean, and then it would never take place.
    // "Unstable" counts as clean for GitHub: only checks that are not required are open or red.
    const bool countsAsClean = nothingLeftToWaitFor || pullRequest.mergeState == "UNSTABLE"_L1;
    if (last && last->name == "enableAutoMerge"_L1 && last->absent && countsAsClean)
        return merge;
    if (last && last->name == "enableAutoMerge"_L1 && !last->absent) {
        if (refusal == errc::githubAutoMergeClean || (refusal == errc::githubAutoMergeOff && nothingLeftToWaitFor)) {
            if (countsAsClean)
                return merge;
            if (pullRequest.mergeState == "UNKNOWN"_L1)
                return std::nullopt;
        }
        if (refusal == errc::githubAutoMergeOff && !nothingLeftToWaitFor)
            return std::nullopt; // watched until it is clean, then merged directly
        if (refusal == errc::githubMergeMethod || refusal == errc::githubForbidden
            || refusal == errc::githubRuleViolation || refusal == errc::githubArchived
            || refusal == errc::githubRefused)
            return Fail{*last->error};
    }
    if (last && last->name == "mergePullRequest"_L1 && last->state == EffectState::Failed && !last->absent
        && !flagAt(last->error ? last->error->args : Json(), "transient") && refusal != errc::githubHeadMoved
        && refusal != errc::githubConflict)
        return Fail{*last->error, true};
    if (context.attempt()->effects.size() >= kMostWritesAnAttempt)
        return Fail{last && last->error ? *last->error : aboutPullRequest(errc::githubNotMergeable, task), true};
    return Act{github::EnableAutoMerge{.repository = task.repository,
        .pullRequestId = task.nodeId,
        .method = task.method,
        .headOid = pullRequest.headSha}};
}

Wait waitForMerge(const github::PullRequest& pullRequest)
{
    Wait wait{.what = u"merge"_s,
        .args = {{"repository", pullRequest.repository.toStdString()}, {"number", pullRequest.number},
            {"url", pullRequest.url.toStdString()}}};
    if (pullRequest.reviewDecision == "REVIEW_REQUIRED"_L1 || pullRequest.reviewDecision == "CHANGES_REQUESTED"_L1) {
        wait.what = u"review"_s;
        wait.args["review"] = pullRequest.reviewDecision.toStdString();
    } else if (pullRequest.checks == "PENDING"_L1 || pullRequest.checks == "EXPECTED"_L1) {
        wait.what = u"checks"_s;
        wait.args["state"] = "PENDING";
    } else if (pullRequest.checks == "FAILURE"_L1 || pullRequest.checks == "ERROR"_L1) {
        wait.what = u"checks"_s;
        wait.args["state"] = "FAILURE";
    } else if (pullRequest.mergeState == "CLEAN"_L1 && pullRequest.autoMergeArmed) {
        wait.what = u"autoMerge"_s;
    }
    return wait;
}

Decision closedByHand(const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest)
{
    const bool mayWrite = context.attempt()->effects.size() < kMostWritesAnAttempt;
    if (context.retried() && mayWrite && context.effectsNamed("reopenPullRequest") == 0)
        return Act{github::ReopenPullRequest{.repository = task.repository, .pullRequestId = pullRequest.nodeId}};
    return Fail{aboutPullRequest(errc::githubPullRequestClosed, task)};
}

Resolution resolveMerging(
    const StepContext& context, const MergeTask& task, const EffectRecord& effect, const Observation& seen)
{
    const auto pullRequest = seen.find<github::PullRequest>(watchOf(task));
    if (!pullRequest.value)
        return {.kind = Resolution::Kind::LookAgain};
    const auto& now = *pullRequest.value;
    const auto verdict = [](bool happened, Json result = Json::object()) {
        return Resolution{happened ? Resolution::Kind::Succeeded : Resolution::Kind::Absent, std::move(result)};
    };
    const bool merged = now.state == github::PullRequestState::Merged;
    if (effect.name == "enableAutoMerge"_L1 || effect.name == "enqueuePullRequest"_L1)
        return verdict(merged || now.autoMergeArmed || now.inMergeQueue,
            {{"mode",
                merged                 ? "merged"
                    : now.inMergeQueue ? "queued"
                                       : "armed"}});
    if (effect.name == "mergePullRequest"_L1)
        return verdict(merged, {{"mode", "merged"}, {"mergedSha", now.mergedSha.toStdString()}});
    if (effect.name == "reopenPullRequest"_L1)
        return verdict(now.state != github::PullRequestState::Closed);
    if (effect.name == "updateBranch"_L1)
        return verdict(now.headSha != textAt(effect.target, "headOid"), {{"headSha", now.headSha.toStdString()}});
    if (effect.name == "moveBranch"_L1)
        return verdict(now.headSha == textAt(effect.target, "newOid"), {{"headSha", now.headSha.toStdString()}});
    if (effect.name == "prepareBranch"_L1) {
        const auto intent = raiseIntent(task.raise);
        const QString name = textAt(effect.target, "branch");
        const auto snapshot = intent ? seen.find<github::RepositorySnapshot>(readFor(*intent, {name}))
                                     : Observation::Seen<github::RepositorySnapshot>{};
        if (!snapshot.value)
            return {.kind = Resolution::Kind::LookAgain};
        const auto branch = snapshot.value->branches.value(name);
        const bool ours = branch && branch->message.section(u'\n', 0, 0) == intent->commitHeadline;
        return verdict(
            ours, ours ? Json{{"sha", branch->oid.toStdString()}, {"branch", name.toStdString()}} : Json::object());
    }
    Q_UNUSED(context)
    return {.kind = Resolution::Kind::AskPerson};
}

} // namespace slipway::steps
