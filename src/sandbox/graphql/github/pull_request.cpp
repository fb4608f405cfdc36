// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/github_views.h"

#include <algorithm>

namespace slipway::sandbox::graphql {

namespace {

const Repository& repositoryOf(const PullRequestView& v, Call& call)
{
    return *worldOf(call).repository(v.pull->repository);
}

QList<ChangedFile> filesOf(const PullRequestView& v, Call& call)
{
    const GitRepository& git = worldOf(call).git(repositoryOf(v, call));
    const Comparison comparison = git.compare(v.pull->baseOid, v.pull->headOid);
    return git.diff(comparison.mergeBase.isEmpty() ? v.pull->baseOid : comparison.mergeBase, v.pull->headOid);
}

Resolved files(const PullRequestView& v, Call& call)
{
    Resolved::List list;
    for (const ChangedFile& file : filesOf(v, call))
        list.emplace_back(makeObject(ChangedFileView{file}));
    return connection(u"PullRequestChangedFileConnection"_s, std::move(list), call);
}

qint64 sumOf(const PullRequestView& v, Call& call, int ChangedFile::*count)
{
    qint64 sum = 0;
    for (const ChangedFile& file : filesOf(v, call))
        sum += file.*count;
    return sum;
}

Resolved commits(const PullRequestView& v, Call& call)
{
    Resolved::List list;
    for (const Commit& commit : worldOf(call).commits(*v.pull))
        list.emplace_back(makeObject(PullRequestCommitView{v.pull, commit}));
    return connection(u"PullRequestCommitConnection"_s, std::move(list), call);
}

QString changeType(const QString& status)
{
    if (status == u"removed")
        return u"DELETED"_s;
    return status.toUpper(); // ADDED, MODIFIED, RENAMED, COPIED, CHANGED
}

bool canArm(const PullRequestView& v, Call& call)
{
    const Repository& repository = repositoryOf(v, call);
    return v.pull->state == PullState::Open && !v.pull->isDraft && !v.pull->autoMerge && repository.autoMergeAllowed
        && worldOf(call).mergeability(*v.pull).status == MergeStatus::Blocked;
}

void addStates(Resolvers& resolvers)
{
    resolvers.add<PullRequestView>({
        {u"state", [](const PullRequestView& v, Call&) -> Resolved { return word(v.pull->state); }},
        {u"closed", [](const PullRequestView& v, Call&) -> Resolved { return flag(v.pull->state != PullState::Open); }},
        {u"closedAt", [](const PullRequestView& v, Call&) -> Resolved { return time(v.pull->closedAt); }},
        {u"merged",
            [](const PullRequestView& v, Call&) -> Resolved { return flag(v.pull->state == PullState::Merged); }},
        {u"mergedAt", [](const PullRequestView& v, Call&) -> Resolved { return time(v.pull->mergedAt); }},
        {u"mergedBy",
            [](const PullRequestView& v, Call& c) -> Resolved {
                return v.pull->mergedBy.isEmpty() ? Resolved(nullptr) : actor(worldOf(c), v.pull->mergedBy);
            }},
        {u"mergeCommit",
            [](const PullRequestView& v, Call& c) -> Resolved {
                return commitObject(worldOf(c), repositoryOf(v, c), v.pull->mergeCommitOid);
            }},
        // The world merges without making a test merge first.
        {u"potentialMergeCommit", [](const PullRequestView&, Call&) -> Resolved { return nullptr; }},
        {u"mergeable",
            [](const PullRequestView& v, Call& c) -> Resolved {
                return word(worldOf(c).mergeability(*v.pull).mergeable);
            }},
        {u"mergeStateStatus",
            [](const PullRequestView& v, Call& c) -> Resolved {
                return word(worldOf(c).mergeability(*v.pull).status);
            }},
        {u"reviewDecision",
            [](const PullRequestView& v, Call& c) -> Resolved {
                return textOrNull(worldOf(c).reviewDecision(*v.pull));
            }},
        {u"autoMergeRequest",
            [](const PullRequestView& v, Call&) -> Resolved {
                return v.pull->autoMerge ? Resolved(makeObject(AutoMergeView{v.pull})) : nullptr;
            }},
        {u"viewerCanEnableAutoMerge", [](const PullRequestView& v, Call& c) -> Resolved { return flag(canArm(v, c)); }},
        {u"statusCheckRollup",
            [](const PullRequestView& v, Call& c) -> Resolved {
                return rollupObject(worldOf(c), repositoryOf(v, c), v.pull->headOid);
            }},
    });
    using Armed = AutoMergeView;
    resolvers.add<Armed>({
        {u"enabledAt", [](const Armed& v, Call&) -> Resolved { return time(v.pull->autoMerge->enabledAt); }},
        {u"enabledBy",
            [](const Armed& v, Call& c) -> Resolved { return actor(worldOf(c), v.pull->autoMerge->enabledBy); }},
        {u"mergeMethod", [](const Armed& v, Call&) -> Resolved { return word(v.pull->autoMerge->method); }},
        {u"commitHeadline", [](const Armed& v, Call&) -> Resolved { return textOrNull(v.pull->autoMerge->headline); }},
        {u"commitBody", [](const Armed& v, Call&) -> Resolved { return textOrNull(v.pull->autoMerge->body); }},
        {u"pullRequest", [](const Armed& v, Call&) -> Resolved { return pullRequestObject(v.pull); }},
    });
}

void addBranches(Resolvers& resolvers)
{
    static const auto repository = [](const PullRequestView& v, Call& c) -> Resolved {
        return repositoryObject(&repositoryOf(v, c));
    };
    resolvers.add<PullRequestView>({
        {u"isCrossRepository", [](const PullRequestView&, Call&) -> Resolved { return flag(false); }},
        {u"headRefName", [](const PullRequestView& v, Call&) -> Resolved { return v.pull->headName; }},
        {u"headRefOid", [](const PullRequestView& v, Call&) -> Resolved { return v.pull->headOid; }},
        {u"headRef",
            [](const PullRequestView& v, Call& c) -> Resolved {
                return refObject(worldOf(c), repositoryOf(v, c), u"refs/heads/"_s + v.pull->headName);
            }},
        {u"headRepository", [](const PullRequestView& v, Call& c) -> Resolved { return repository(v, c); }},
        {u"headRepositoryOwner",
            [](const PullRequestView&, Call&) -> Resolved { return makeObject(OrganizationView{}); }},
        {u"baseRefName", [](const PullRequestView& v, Call&) -> Resolved { return v.pull->baseName; }},
        {u"baseRefOid", [](const PullRequestView& v, Call&) -> Resolved { return v.pull->baseOid; }},
        {u"baseRef",
            [](const PullRequestView& v, Call& c) -> Resolved {
                return refObject(worldOf(c), repositoryOf(v, c), u"refs/heads/"_s + v.pull->baseName);
            }},
        {u"baseRepository", [](const PullRequestView& v, Call& c) -> Resolved { return repository(v, c); }},
        {u"repository", [](const PullRequestView& v, Call& c) -> Resolved { return repository(v, c); }},
        {u"commits", commits},
        {u"files", files},
        {u"changedFiles", [](const PullRequestView& v, Call& c) -> Resolved { return number(filesOf(v, c).size()); }},
        {u"additions",
            [](const PullRequestView& v, Call& c) -> Resolved { return number(sumOf(v, c, &ChangedFile::additions)); }},
        {u"deletions",
            [](const PullRequestView& v, Call& c) -> Resolved { return number(sumOf(v, c, &ChangedFile::deletions)); }},
    });
    using Part = PullRequestCommitView;
    resolvers.add<Part>({
        {u"id",
            [](const Part& v, Call&) -> Resolved {
                return madeUpId(u"PURC_kw", {v.pull->nodeId, v.commit.oid});
            }},
        {u"commit",
            [](const Part& v, Call& c) -> Resolved {
                return makeObject(CommitView{worldOf(c).repository(v.pull->repository), v.commit});
            }},
        {u"pullRequest", [](const Part& v, Call&) -> Resolved { return pullRequestObject(v.pull); }},
    });
    resolvers.add<ChangedFileView>({
        {u"path", [](const ChangedFileView& v, Call&) -> Resolved { return v.file.path; }},
        {u"additions", [](const ChangedFileView& v, Call&) -> Resolved { return number(v.file.additions); }},
        {u"deletions", [](const ChangedFileView& v, Call&) -> Resolved { return number(v.file.deletions); }},
        {u"changeType", [](const ChangedFileView& v, Call&) -> Resolved { return changeType(v.file.status); }},
    });
}

} // namespace

Resolved pullRequests(const std::vector<const PullRequest*>& all, Call& call)
{
    std::vector<const PullRequest*> chosen;
    const QStringList states = textsAt(call.arguments, "states");
    for (const PullRequest* pull : all) {
        if ((!call.has("states") || states.contains(word(pull->state)))
            && (!call.has("headRefName") || pull->headName == call.text("headRefName"))
            && (!call.has("baseRefName") || pull->baseName == call.text("baseRefName")))
            chosen.push_back(pull);
    }
    const Json& order = memberAt(call.arguments, "orderBy");
    const bool byUpdate = textAt(order, "field") == u"UPDATED_AT";
    std::sort(chosen.begin(), chosen.end(), [byUpdate](const PullRequest* a, const PullRequest* b) {
        const Timestamp left = byUpdate ? a->updatedAt : a->createdAt;
        const Timestamp right = byUpdate ? b->updatedAt : b->createdAt;
        return left != right ? left < right : a->number < b->number;
    });
    if (textAt(order, "direction") == u"DESC")
        std::reverse(chosen.begin(), chosen.end());
    Resolved::List list;
    for (const PullRequest* pull : chosen)
        list.push_back(pullRequestObject(pull));
    return connection(u"PullRequestConnection"_s, std::move(list), call);
}

void addPullRequest(Resolvers& resolvers)
{
    resolvers.add<PullRequestView>({
        {u"id", [](const PullRequestView& v, Call&) -> Resolved { return v.pull->nodeId; }},
        {u"databaseId", [](const PullRequestView& v, Call&) -> Resolved { return number(v.pull->id); }},
        {u"fullDatabaseId", [](const PullRequestView& v, Call&) -> Resolved { return QString::number(v.pull->id); }},
        {u"number", [](const PullRequestView& v, Call&) -> Resolved { return number(v.pull->number); }},
        {u"url", [](const PullRequestView& v, Call& c) -> Resolved { return worldOf(c).url(*v.pull); }},
        {u"title", [](const PullRequestView& v, Call&) -> Resolved { return v.pull->title; }},
        {u"body", [](const PullRequestView& v, Call&) -> Resolved { return v.pull->body; }},
        {u"author", [](const PullRequestView& v, Call& c) -> Resolved { return actor(worldOf(c), v.pull->author); }},
        {u"isDraft", [](const PullRequestView& v, Call&) -> Resolved { return flag(v.pull->isDraft); }},
        {u"locked", [](const PullRequestView&, Call&) -> Resolved { return flag(false); }},
        {u"maintainerCanModify", [](const PullRequestView&, Call&) -> Resolved { return flag(false); }},
        {u"createdAt", [](const PullRequestView& v, Call&) -> Resolved { return time(v.pull->createdAt); }},
        {u"updatedAt", [](const PullRequestView& v, Call&) -> Resolved { return time(v.pull->updatedAt); }},
    });
    addStates(resolvers);
    addBranches(resolvers);
}

} // namespace slipway::sandbox::graphql
