// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/merging.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "steps/healing.h"
#include "steps/kinds.h"
#include "steps/pacing.h"

namespace slipway::steps {

namespace {

QString methodFor(const StepContext& context, const StepId& raiseStep)
{
    if (const QString own = context.text("method"); !own.isEmpty())
        return own.toUpper();
    for (const auto& definition : context.run.workflow->steps) {
        if (definition.kind != "github.auto-merge"_L1 || textAt(definition.with, "pullRequest") != raiseStep.text())
            continue;
        const auto armed = contextOf(context, definition.id);
        if (armed && !armed->text("method").isEmpty())
            return armed->text("method").toUpper();
    }
    return u"REBASE"_s;
}

//! Whether an effect of a step gave the branch its head, or closed the pull request.
void takeIn(MergeTask& task, const EffectRecord& effect)
{
    static const QStringList moving{u"raisePullRequest"_s, u"commitAndOpen"_s, u"openPullRequest"_s, u"moveBranch"_s,
        u"updateBranch"_s, u"reopenPullRequest"_s};
    if (effect.name == "moveBranch"_L1)
        task.ownHeads.append(textAt(effect.target, "newOid"));
    if (effect.state != EffectState::Succeeded)
        return;
    // The raising step also closes what it opened by mistake; that withdraws nothing.
    const bool isAboutIt = textAt(effect.target, "pullRequestId") == task.nodeId;
    if (effect.name == "closePullRequest"_L1 && isAboutIt)
        task.withdrawn = true;
    else if (effect.name == "reopenPullRequest"_L1 && isAboutIt)
        task.withdrawn = false;
    // A head that was armed or merged was this run's, or a person has looked at it and wanted it.
    static const QStringList accepting{u"enableAutoMerge"_s, u"enqueuePullRequest"_s, u"mergePullRequest"_s};
    if (accepting.contains(effect.name))
        task.ownHeads.append(textAt(effect.target, "headOid"));
    if (!moving.contains(effect.name))
        return;
    if (effect.name == "updateBranch"_L1) {
        const QString updated = textAt(effect.target, "headOid");
        if (!task.ownHeads.contains(updated))
            return; // with what somebody else had pushed in it
        // GitHub may do it in the background: its answer still tells the old head, and the next one is ours too.
        if (updated == task.headSha && textAt(effect.result, "headSha") == updated
            && !flagAt(effect.result, "upToDate"))
            task.updating = true;
    }
    for (const char* member : {"sha", "headSha"})
        if (const auto sha = textAt(effect.result, member); !sha.isEmpty())
            task.ownHeads.append(sha);
}

} // namespace

Result<MergeTask> mergeTask(const StepContext& context)
{
    const StepId raiseStep(context.text("pullRequest"));
    auto raise = contextOf(context, raiseStep);
    if (!raise)
        return raise.error();
    const auto repository = github::RepositoryName::tryParse(raise->text("repository"));
    if (!repository)
        return Error{.code = errc::settingInvalid,
            .args = {{"name", "repository"}, {"value", raise->text("repository").toStdString()},
                {"reason", "it is no OWNER/NAME of a repository"}}};
    const auto& raising = *context.run.step(raiseStep);
    const Json& outputs = raising.outputs;
    MergeTask task{.raiseStep = raiseStep,
        .raise = std::move(*raise),
        .nodeId = textAt(outputs, "nodeId"),
        .number = integerAt(outputs, "number"),
        .url = textAt(outputs, "url"),
        .branch = textAt(outputs, "branch"),
        .headSha = textAt(outputs, "headSha"),
        .repository = *repository,
        .method = methodFor(context, raiseStep)};
    task.ownHeads = {textAt(outputs, "sha"), textAt(outputs, "updatedSha")};
    task.unnamed = raising.state == StepState::Advanced && task.nodeId.isEmpty() && textAt(outputs, "sha").isEmpty();
    for (const auto& definition : context.run.workflow->steps) {
        if (definition.id != raiseStep && textAt(definition.with, "pullRequest") != raiseStep.text())
            continue;
        for (const auto& attempt : context.run.step(definition.id)->attempts)
            for (const auto& effect : attempt.effects)
                takeIn(task, effect);
    }
    task.ownHeads.removeAll(QString());
    return task;
}

Error aboutPullRequest(const QString& code, const MergeTask& task)
{
    return {.code = code,
        .args = {{"repository", task.repository.full().toStdString()}, {"number", task.number},
            {"url", task.url.toStdString()}, {"step", task.raiseStep.utf8()}, {"branch", task.branch.toStdString()}}};
}

github::ExplainPullRequest explanationOf(const MergeTask& task) { return {.nodeId = task.nodeId}; }

github::WatchPullRequest watchOf(const MergeTask& task) { return {.nodeId = task.nodeId}; }

Reads mergeReads(const StepContext& context, const MergeTask& task)
{
    Reads reads;
    if (task.unnamed) {
        if (const auto intent = raiseIntent(task.raise))
            reads.github.append(readFor(*intent, {intent->branch}));
        return reads;
    }
    reads.github.append(watchOf(task));
    if (!context.attempt())
        return reads;
    const Json& facts = context.attempt()->facts;
    if (textAt(facts, "explain") != textAt(facts, "explained"))
        reads.github.append(explanationOf(task));
    const bool healing = !task.headSha.isEmpty() && textAt(facts, "conflict") == task.headSha;
    if (!healing && !task.withdrawn)
        return reads;
    if (const auto intent = raiseIntent(task.raise)) {
        QStringList beside;
        if (const auto* last = context.lastEffect(); last && last->name == "prepareBranch"_L1)
            beside.append(textAt(last->target, "branch"));
        if (task.withdrawn)
            beside.append(task.branch);
        reads.github.append(readFor(*intent, beside));
    }
    return reads;
}

Decision findNamed(const StepContext& context, const MergeTask& task, const Observation& seen)
{
    const auto intent = raiseIntent(task.raise);
    if (!intent)
        return Fail{intent.error()};
    const auto snapshot = seen.find<github::RepositorySnapshot>(readFor(*intent, {intent->branch}));
    if (!snapshot.value)
        return Fail{snapshot.error ? *snapshot.error : Error{.code = errc::internal}, true};
    const auto isMeant = [&](const github::PullRequest& found) {
        if (task.number > 0)
            return found.number == task.number;
        const bool isOver = found.state == github::PullRequestState::Closed
            || snapshot.value->isMergedBefore(found, earliestStart(context));
        return !isOver && !found.crossRepository && found.baseName == intent->base;
    };
    const auto found = snapshot.value->pullRequests.value(intent->branch);
    const auto meant = std::find_if(found.begin(), found.end(), isMeant);
    if (meant != found.end())
        return Revise{task.raiseStep,
            {{"number", meant->number}, {"nodeId", meant->nodeId.toStdString()}, {"url", meant->url.toStdString()},
                {"branch", meant->headName.toStdString()}, {"headSha", meant->headSha.toStdString()}}};
    const auto plan = planRaise(*intent, *snapshot.value);
    if (plan && plan->nothingToChange()) { // the change came to the base another way
        const std::string base = snapshot.value->baseOid.toStdString();
        return Revise{task.raiseStep, {{"sha", base}, {"headSha", base}}};
    }
    auto error = aboutPullRequest(errc::githubNotFound, task);
    error.args["branch"] = intent->branch.toStdString();
    return Ask{std::move(error)};
}

std::optional<Decision> clearTheWay(
    const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest, const Observation& seen)
{
    if (pullRequest.headSha != task.headSha && !pullRequest.headSha.isEmpty()) {
        Json outputs{{"headSha", pullRequest.headSha.toStdString()}};
        if (task.wasUpdated(pullRequest)) // noted, because whatever comes after it is not
            outputs["updatedSha"] = outputs["headSha"];
        return Revise{task.raiseStep, std::move(outputs)};
    }
    if (pullRequest.archived || pullRequest.locked) { // GitHub says nothing of it: it would be waited for for ever
        auto error = aboutPullRequest(errc::githubArchived, task);
        if (pullRequest.locked)
            error.args["reason"] = "locked";
        return Ask{std::move(error)};
    }
    if (conflicts(pullRequest))
        return heal(context, task, pullRequest, seen);
    if (pullRequest.mergeState != "BEHIND"_L1)
        return std::nullopt;
    const auto* last = context.lastEffect();
    if (!last || last->name != "updateBranch"_L1 || last->absent
        || textAt(last->target, "headOid") != pullRequest.headSha) {
        if (context.attempt()->effects.size() >= kMostWritesAnAttempt)
            return Fail{aboutPullRequest(errc::githubNotMergeable, task), true};
        return Act{github::UpdateBranch{
            .repository = task.repository, .pullRequestId = task.nodeId, .headOid = pullRequest.headSha}};
    }
    // This head was updated, or could not be: a conflict shows at the next look.
    if (last->state == EffectState::Failed && last->error && last->error->code != errc::githubConflict
        && last->error->code != errc::githubHeadMoved)
        return Fail{*last->error, true};
    return std::nullopt;
}

const Error* refusedReopening(const StepContext& context)
{
    const auto* last = context.lastEffect();
    const bool isIt = last && last->name == "reopenPullRequest"_L1 && last->state == EffectState::Failed;
    // One that never took place was refused by nobody, and is sent anew.
    return isIt && !last->absent && last->error ? &*last->error : nullptr;
}

bool isGithubsWord(const Error& error) { return error.code.startsWith("github."_L1); }

Decision closedByHand(const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest)
{
    const bool mayWrite = context.attempt()->effects.size() < kMostWritesAnAttempt;
    if (context.retried() && mayWrite && context.effectsNamed("reopenPullRequest") == 0)
        return Act{github::ReopenPullRequest{.repository = task.repository, .pullRequestId = pullRequest.nodeId}};
    auto error = aboutPullRequest(errc::githubPullRequestClosed, task);
    if (!pullRequest.closedBy.isEmpty())
        error.args["who"] = pullRequest.closedBy.toStdString();
    if (const auto* refusal = refusedReopening(context)) {
        if (!isGithubsWord(*refusal))
            return Fail{*refusal};
        error.details = refusal->details; // why GitHub does not open it again
    }
    return Fail{std::move(error)};
}

Resolution resolveMerging(
    const StepContext& context, const MergeTask& task, const EffectRecord& effect, const Observation& seen)
{
    if (effect.name == "writeTree"_L1 || effect.name == "writeCommit"_L1)
        return {
            .kind = Resolution::Kind::SendAgain}; // nothing names what it may have made: made anew it is no second one
    const auto pullRequest = seen.find<github::PullRequest>(watchOf(task));
    if (!pullRequest.value)
        return lookAgain(pullRequest.error);
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
    if (effect.name == "closePullRequest"_L1)
        return verdict(now.state != github::PullRequestState::Open);
    if (effect.name == "deleteBranch"_L1) {
        const auto intent = raiseIntent(task.raise);
        const auto snapshot = intent ? seen.find<github::RepositorySnapshot>(readFor(*intent, {task.branch}))
                                     : Observation::Seen<github::RepositorySnapshot>{};
        if (!snapshot.value)
            return lookAgain(snapshot.error);
        return verdict(!snapshot.value->branches.value(task.branch));
    }
    if (effect.name == "reopenPullRequest"_L1)
        return verdict(now.state != github::PullRequestState::Closed);
    if (effect.name == "updateBranch"_L1)
        return verdict(now.headSha != textAt(effect.target, "headOid"),
            MergeTask::mayBeUpdate(now) ? Json{{"headSha", now.headSha.toStdString()}} : Json::object());
    if (effect.name == "moveBranch"_L1)
        return verdict(now.headSha == textAt(effect.target, "newOid"), {{"headSha", now.headSha.toStdString()}});
    if (effect.name == "prepareBranch"_L1) {
        const auto intent = raiseIntent(task.raise);
        const QString name = textAt(effect.target, "branch");
        const auto snapshot = intent ? seen.find<github::RepositorySnapshot>(readFor(*intent, {name}))
                                     : Observation::Seen<github::RepositorySnapshot>{};
        if (!snapshot.value)
            return lookAgain(snapshot.error);
        const auto branch = snapshot.value->branches.value(name);
        const bool ours = branch && branch->message.section(u'\n', 0, 0) == intent->commitHeadline;
        return verdict(
            ours, ours ? Json{{"sha", branch->oid.toStdString()}, {"branch", name.toStdString()}} : Json::object());
    }
    Q_UNUSED(context)
    return {.kind = Resolution::Kind::AskPerson};
}

} // namespace slipway::steps
