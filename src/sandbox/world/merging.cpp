// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/world.h"

//! Whether a pull request may be merged, and the merge; auto-merge in GitHub's words.
namespace slipway::sandbox {

namespace {

//! Why a direct merge by this method is refused: by the repository's settings, or by a rule.
Error methodRefusal(const Repository& repository, MergeMethod method)
{
    if (repository.signedCommits && method == MergeMethod::Rebase)
        return refusal(errc::githubRuleViolation,
            u"Base branch requires signed commits. Rebase merges cannot be automatically signed by GitHub"_s);
    if (repository.linearHistory && method == MergeMethod::Merge)
        return refusal(errc::githubRuleViolation,
            u"Repository rule violations found\n\nThis branch must not contain merge commits."_s);
    const QString which = method == MergeMethod::Merge ? u"Merge commits"_s
        : method == MergeMethod::Squash                ? u"Squash merges"_s
                                                       : u"Rebase merges"_s;
    return refusal(errc::githubMergeMethod, which + u" are not allowed on this repository."_s);
}

QString methodName(MergeMethod method)
{
    switch (method) {
    case MergeMethod::Merge: return u"merge commits are"_s;
    case MergeMethod::Squash: return u"squash merging is"_s;
    case MergeMethod::Rebase: return u"rebase merging is"_s;
    }
    return {};
}

} // namespace

bool World::mergesCleanly(const Repository& repository, const PullRequest& pull) const
{
    const GitRepository& repo = git(repository);
    const QString base = repo.refTarget(u"refs/heads/"_s + pull.baseName).value_or(QString());
    MergeabilityEntry& known = m_mergeability[{pull.repository, pull.number}];
    if (known.head != pull.headOid || known.base != base) {
        const auto tree = repo.mergedTree(base, pull.headOid);
        known = {pull.headOid, base, tree && tree->has_value()};
    }
    return known.clean;
}

QString World::unmetRequirement(const Repository& repository, const PullRequest& pull) const
{
    for (const QString& required : repository.requiredChecks) {
        const WorkflowRun* latest = nullptr;
        for (const qint64 id : m_runsBySha.value(repository.name + u':' + pull.headOid)) {
            const WorkflowRun* run = runById(id);
            if (run && run->job == required)
                latest = run;
        }
        if (!latest)
            return u"Required status check \"%1\" is expected."_s.arg(required);
        if (!latest->isCompleted())
            return u"Required status check \"%1\" is in progress."_s.arg(required);
        if (latest->conclusion != u"success" && latest->conclusion != u"skipped" && latest->conclusion != u"neutral")
            return u"Required status check \"%1\" is failing."_s.arg(required);
    }
    return unmetReviews(repository, pull);
}

Mergeability World::settledMergeability(const PullRequest& pull) const
{
    const Repository* repository = this->repository(pull.repository);
    if (!repository || pull.state != PullState::Open)
        return {};
    if (!mergesCleanly(*repository, pull))
        return {Mergeable::Conflicting, MergeStatus::Dirty, u"Pull Request is not mergeable"_s};
    if (pull.isDraft)
        return {Mergeable::Mergeable, MergeStatus::Draft, u"Pull Request is still a draft"_s};
    if (const QString unmet = unmetRequirement(*repository, pull); !unmet.isEmpty())
        return {Mergeable::Mergeable, MergeStatus::Blocked, unmet};
    const GitRepository& repo = git(*repository);
    if (repository->strictChecks
        && !repo.contains(pull.headOid, repo.refTarget(u"refs/heads/"_s + pull.baseName).value_or(QString())))
        return {Mergeable::Mergeable, MergeStatus::Behind,
            u"%1 of %1 required status checks are expected."_s.arg(repository->requiredChecks.size())};
    const RollupState checks = rollup(pull.repository, pull.headOid);
    if (!checks.isEmpty() && checks != u"SUCCESS")
        return {Mergeable::Mergeable, MergeStatus::Unstable, {}};
    return {Mergeable::Mergeable, MergeStatus::Clean, {}};
}

Mergeability World::mergeability(const PullRequest& pull) const
{
    const Repository* repository = this->repository(pull.repository);
    if (!repository || pull.state != PullState::Open)
        return {};
    const Timestamp moved = std::max(pull.headMovedAt, repository->pushedAt);
    if (now() < moved + span(m_durations.at(u"mergeability"_s)))
        return {};
    return settledMergeability(pull);
}

Result<QString> World::performMerge(
    Repository& repository, PullRequest& pull, const MergeRequest& request, const QString& actor)
{
    GitRepository& repo = git(repository);
    const QString base = repo.refTarget(u"refs/heads/"_s + pull.baseName).value_or(QString());
    const Signature author = signature(m_viewer);
    std::optional<QString> tip;
    if (request.method == MergeMethod::Rebase) {
        const auto replayed = repo.replay(base, pull.headOid, platformSignature());
        if (!replayed)
            return replayed.error();
        tip = *replayed;
    } else {
        const auto tree = repo.mergedTree(base, pull.headOid);
        if (!tree)
            return tree.error();
        if (*tree) {
            const bool squash = request.method == MergeMethod::Squash;
            QString headline = request.headline;
            QString body = request.body;
            if (headline.isEmpty()) {
                headline = squash
                    ? u"%1 (#%2)"_s.arg(pull.title).arg(pull.number)
                    : u"Merge pull request #%1 from %2/%3"_s.arg(pull.number).arg(organisation(), pull.headName);
                body = body.isEmpty() ? (squash ? pull.body : pull.title) : body;
            }
            const auto merged =
                repo.writeCommitOfTree(**tree, squash ? QStringList{base} : QStringList{base, pull.headOid},
                    body.isEmpty() ? headline : headline + u"\n\n"_s + body, author, platformSignature());
            if (!merged)
                return merged.error();
            tip = *merged;
        }
    }
    if (!tip)
        return refusal(errc::githubNotMergeable, u"Pull Request is not mergeable"_s);
    if (const auto set = repo.setRef(u"refs/heads/"_s + pull.baseName, *tip); !set)
        return set.error();
    pull.baseOid = base;
    pull.state = PullState::Merged;
    pull.mergeCommitOid = *tip;
    pull.mergedBy = actor;
    pull.mergedAt = pull.closedAt = pull.updatedAt = now();
    pull.queue.reset();
    pull.events.append({u"MergedEvent"_s, actor, {}, now()});
    pull.events.append({u"ClosedEvent"_s, actor, {}, now()});
    touch(pull);
    record("merges",
        Json::object({{"repository", toJson(repository.name)}, {"number", pull.number}, {"sha", toJson(*tip)}}));
    if (repository.deleteBranchOnMerge && repo.refTarget(u"refs/heads/"_s + pull.headName)) {
        if (const auto deleted = repo.deleteRef(u"refs/heads/"_s + pull.headName); !deleted)
            return deleted.error();
    }
    branchMoved(repository, pull.baseName, base, *tip, actor);
    return *tip;
}

Result<QString> World::merge(const QString& name, qint64 number, const MergeRequest& request)
{
    const auto found = writablePull(name, number);
    if (!found)
        return found.error();
    PullRequest& pull = **found;
    Repository& repository = *findRepository(name);
    if (pull.state != PullState::Open)
        return refusal(errc::githubNotMergeable, u"Pull Request is not mergeable"_s);
    if (!request.expectedHeadOid.isEmpty() && request.expectedHeadOid != pull.headOid)
        return refusal(errc::githubHeadMoved, u"Head branch was modified. Review and try the merge again."_s);
    if (pull.queue)
        return refusal(errc::githubNotMergeable, u"Pull Request is in the merge queue"_s);
    if (repository.mergeQueue)
        return refusal(errc::githubRuleViolation,
            u"Repository rule violations found\n\nChanges must be made through the merge queue"_s);
    if (!repository.allows(request.method))
        return methodRefusal(repository, request.method);
    const Mergeability state = settledMergeability(pull);
    if (!state.why.isEmpty())
        return refusal(errc::githubNotMergeable, state.why);
    return performMerge(repository, pull, request, m_viewer.login);
}

Result<const PullRequest*> World::enableAutoMerge(const QString& name, qint64 number, const MergeRequest& request)
{
    const auto found = writablePull(name, number);
    if (!found)
        return found.error();
    PullRequest& pull = **found;
    const Repository& repository = *findRepository(name);
    if (pull.state != PullState::Open)
        return refusal(errc::githubPullRequestClosed, u"Pull request is closed"_s);
    if (!repository.autoMergeAllowed)
        return refusal(errc::githubAutoMergeOff, u"Pull request Auto merge is not allowed for this repository"_s);
    // A queue has a method of its own and does not heed this one.
    if (!repository.mergeQueue && !repository.allows(request.method))
        return refusal(errc::githubMergeMethod,
            u"Pull request Merge method %1 not allowed on this repository"_s.arg(methodName(request.method)));
    if (!request.expectedHeadOid.isEmpty() && request.expectedHeadOid != pull.headOid)
        return refusal(errc::githubHeadMoved, u"Head branch was modified. Review and try the merge again."_s);
    const bool wasArmed = pull.autoMerge.has_value();
    if (!wasArmed) {
        const Mergeability state = settledMergeability(pull);
        switch (state.status) {
        case MergeStatus::Draft: return refusal(errc::githubRefused, u"Pull request is in draft status"_s);
        case MergeStatus::Dirty: return refusal(errc::githubConflict, u"Pull request is in dirty status"_s);
        case MergeStatus::Unstable: return refusal(errc::githubRefused, u"Pull request is in unstable status"_s);
        case MergeStatus::Clean:
            if (repository.mergeQueue) { // enters the queue at once, and is then not armed
                if (!pull.queue)
                    enterQueue(pull, m_viewer.login);
                return &pull;
            }
            if (!repository.isProtected())
                return refusal(
                    errc::githubRefused, u"Pull request Protected branch rules not configured for this branch"_s);
            return refusal(errc::githubAutoMergeClean, u"Pull request is in clean status"_s);
        case MergeStatus::Blocked:
        case MergeStatus::Behind:
        case MergeStatus::Unknown: break;
        }
    }
    pull.autoMerge = AutoMerge{
        request.method, request.headline, request.body, m_viewer.login, wasArmed ? pull.autoMerge->enabledAt : now()};
    pull.updatedAt = now();
    if (!wasArmed) {
        pull.events.append({u"AutoMergeEnabledEvent"_s, m_viewer.login, {}, now()});
        record("autoMerges", Json::object({{"repository", toJson(repository.name)}, {"number", number}}));
    }
    touch(pull);
    return &pull;
}

Result<const PullRequest*> World::disableAutoMerge(const QString& name, qint64 number)
{
    const auto found = writablePull(name, number);
    if (!found)
        return found.error();
    PullRequest& pull = **found;
    if (pull.state != PullState::Open)
        return refusal(errc::githubPullRequestClosed, u"Pull request is closed"_s);
    if (!pull.autoMerge)
        return refusal(errc::githubRefused, u"Can't disable auto-merge for this pull request"_s);
    disarm(pull, m_viewer.login, u"Auto-merge was disabled"_s);
    return &pull;
}

void World::disarm(PullRequest& pull, const QString& actor, const QString& reason)
{
    if (!pull.autoMerge)
        return;
    pull.autoMerge.reset();
    pull.events.append({u"AutoMergeDisabledEvent"_s, actor, reason, now()});
    pull.updatedAt = now();
    touch(pull);
}

void World::considerAutoMerge(const QString& name, qint64 number)
{
    Repository* repository = findRepository(name);
    PullRequest* pull = findPull(name, number);
    if (!repository || !pull || !pull->autoMerge || pull->state != PullState::Open || repository->isArchived
        || repository->autoMergeSleeps)
        return;
    // A conflict or an unmet rule leaves it armed; whatever changes that comes back here.
    if (settledMergeability(*pull).status != MergeStatus::Clean)
        return;
    if (repository->mergeQueue) {
        const QString by = pull->autoMerge->enabledBy;
        pull->autoMerge.reset(); // without an event: it has done its part
        enterQueue(*pull, by);
        return;
    }
    const MergeRequest request{pull->autoMerge->method, {}, pull->autoMerge->headline, pull->autoMerge->body};
    if (const auto merged = performMerge(*repository, *pull, request, pull->autoMerge->enabledBy); !merged)
        qInfo("sandbox: auto-merge of %s#%lld did not go through: %s", qPrintable(name), static_cast<long long>(number),
            qPrintable(refusalText(merged.error())));
}

void World::considerAutoMerges(const QString& name)
{
    QList<qint64> armed;
    for (const PullRequest* pull : pullRequests(name)) {
        if (pull->autoMerge && pull->state == PullState::Open)
            armed.prepend(pull->number);
    }
    for (const qint64 number : armed)
        considerAutoMerge(name, number);
}

} // namespace slipway::sandbox
