// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/node_ids.h"
#include "sandbox/world/world.h"

//! Pull requests from opening to closing; merging.cpp has what leads to main.
namespace slipway::sandbox {

namespace {

//! A refusal with the field and code that the REST API names in its `errors`.
Error invalidField(const QString& text, const char* field)
{
    Error error = refusal(errc::githubRefused, text);
    error.details["field"] = field;
    error.details["fieldCode"] = "invalid";
    return error;
}

} // namespace

Result<const PullRequest*> World::createPullRequest(const QString& name, const NewPullRequest& request)
{
    const auto found = writable(name);
    if (!found)
        return found.error();
    if (auto refused = withoutPermission(u"pull_requests"_s))
        return *refused;
    Repository& repository = **found;
    GitRepository& repo = git(repository);
    QString head = request.head;
    if (head.startsWith(organisation() + u':', Qt::CaseInsensitive))
        head = head.mid(organisation().size() + 1);
    const auto headOid = repo.refTarget(u"refs/heads/"_s + head);
    const auto baseOid = repo.refTarget(u"refs/heads/"_s + request.base);
    if (!headOid)
        return invalidField(
            u"Head sha can't be blank, Base sha can't be blank, No commits between %1 and %2, Head ref must be a branch"_s
                .arg(request.base, head),
            "head");
    if (!baseOid)
        return invalidField(u"Base sha can't be blank, Base ref must be a branch"_s, "base");
    if (request.title.trimmed().isEmpty())
        return invalidField(u"Title can't be blank"_s, "title");
    for (const PullRequest* other : pullRequests(name)) {
        if (other->state == PullState::Open && other->headName == head && other->baseName == request.base)
            return refusal(
                errc::githubAlreadyExists, u"A pull request already exists for %1:%2."_s.arg(organisation(), head));
    }
    if (repo.contains(*baseOid, *headOid))
        return refusal(errc::githubRefused, u"No commits between %1 and %2"_s.arg(request.base, head));

    PullRequest pull;
    pull.repository = repository.name;
    pull.number = ++repository.lastNumber;
    pull.id = 1'500'000'000 + nextId();
    pull.nodeId = encodeNode(NodeKind::PullRequest, repository.id, pull.number);
    pull.title = request.title;
    pull.body = request.body;
    pull.author = m_viewer.login;
    pull.headName = head;
    pull.headOid = *headOid;
    pull.baseName = request.base;
    pull.baseOid = *baseOid;
    pull.isDraft = request.draft;
    pull.createdAt = pull.updatedAt = pull.headMovedAt = now();
    const PullKey key{repository.name, pull.number};
    PullRequest& stored = m_pulls[key] = std::move(pull);
    refreshFiles(repository, stored);
    askForReviews(repository, stored);
    touch(stored);
    touch(repository);
    record("pullRequests", Json::object({{"repository", toJson(repository.name)}, {"number", stored.number}}));
    startRuns(repository, u"pull_request"_s, stored.headName, stored.headOid, m_viewer.login, stored.number);
    trigger(u"pull"_s, repository.name, stored.number);
    return &stored;
}

void World::refreshFiles(const Repository& repository, PullRequest& pull)
{
    GitRepository& repo = git(repository);
    if (const auto base = repo.refTarget(u"refs/heads/"_s + pull.baseName))
        pull.baseOid = *base;
    const Comparison comparison = repo.compare(pull.baseOid, pull.headOid);
    pull.files.clear();
    for (const ChangedFile& file : repo.diff(comparison.mergeBase, pull.headOid, false))
        pull.files.append(file.path);
}

void World::pullHeadMoved(Repository& repository, PullRequest& pull, const QString& oid)
{
    GitRepository& repo = git(repository);
    const bool forced = !repo.contains(oid, pull.headOid);
    pull.headOid = oid;
    pull.headMovedAt = pull.updatedAt = now();
    if (forced)
        pull.events.append({u"HeadRefForcePushedEvent"_s, m_viewer.login, {}, now()});
    leaveQueue(pull, m_viewer.login, u"UNKNOWN_REMOVAL_REASON"_s);
    dismissStaleReviews(repository, pull);
    const auto base = repo.refTarget(u"refs/heads/"_s + pull.baseName);
    if (base && repo.contains(*base, oid)) {
        // Nothing is left to merge: GitHub closes the request at once, and for ever.
        closePull(pull, m_viewer.login);
        pull.reopenable = false;
        touch(pull);
        return;
    }
    refreshFiles(repository, pull);
    touch(pull);
    startRuns(repository, u"pull_request"_s, pull.headName, oid, m_viewer.login, pull.number);
}

void World::closePull(PullRequest& pull, const QString& actor)
{
    if (pull.state != PullState::Open)
        return;
    pull.state = PullState::Closed;
    pull.closedAt = pull.updatedAt = now();
    disarm(pull, actor, u"Pull request was closed"_s);
    leaveQueue(pull, actor, u"MANUAL"_s);
    pull.events.append({u"ClosedEvent"_s, actor, {}, now()});
    touch(pull);
}

Result<const PullRequest*> World::updatePullRequest(const QString& name, qint64 number, const PullRequestPatch& patch)
{
    const auto found = writablePull(name, number);
    if (!found)
        return found.error();
    PullRequest& pull = **found;
    Repository& repository = *findRepository(name);
    GitRepository& repo = git(repository);
    if (patch.title && patch.title->trimmed().isEmpty())
        return invalidField(u"Title can't be blank"_s, "title");
    if (patch.base && *patch.base != pull.baseName && !repo.refTarget(u"refs/heads/"_s + *patch.base))
        return invalidField(u"Proposed base branch '%1' was not found"_s.arg(*patch.base), "base");
    if (patch.state == PullState::Open && pull.state != PullState::Open) {
        const auto head = repo.refTarget(u"refs/heads/"_s + pull.headName);
        if (pull.state == PullState::Merged || !pull.reopenable || head != pull.headOid)
            return invalidField(
                u"state cannot be changed. The %1 branch was force-pushed or recreated."_s.arg(pull.headName), "state");
        for (const PullRequest* other : pullRequests(name)) {
            if (other->state == PullState::Open && other->headName == pull.headName && other->baseName == pull.baseName)
                return invalidField(
                    u"state cannot be changed. There is already an open pull request from %1 to %2."_s.arg(
                        pull.headName, pull.baseName),
                    "state");
        }
        pull.state = PullState::Open;
        pull.closedAt.reset();
        pull.events.append({u"ReopenedEvent"_s, m_viewer.login, {}, now()});
        startRuns(repository, u"pull_request"_s, pull.headName, pull.headOid, m_viewer.login, number);
    }
    if (patch.state == PullState::Closed)
        closePull(pull, m_viewer.login);
    if (patch.title)
        pull.title = *patch.title;
    if (patch.body)
        pull.body = *patch.body;
    if (patch.base && *patch.base != pull.baseName) {
        pull.baseName = *patch.base;
        disarm(pull, m_viewer.login, u"Base branch was changed"_s);
        refreshFiles(repository, pull);
    }
    pull.updatedAt = now();
    touch(pull);
    return &pull;
}

Result<const PullRequest*> World::setDraft(const QString& name, qint64 number, bool draft)
{
    const auto found = writablePull(name, number);
    if (!found)
        return found.error();
    PullRequest& pull = **found;
    if (pull.state != PullState::Open)
        return refusal(errc::githubPullRequestClosed, u"Pull request is closed"_s);
    pull.isDraft = draft;
    pull.updatedAt = now();
    if (draft) {
        disarm(pull, m_viewer.login, u"Pull request was converted to draft"_s);
        leaveQueue(pull, m_viewer.login, u"MANUAL"_s);
    }
    touch(pull);
    return &pull;
}

Result<Comment> World::addComment(const QString& name, qint64 number, const QString& body)
{
    const auto found = writablePull(name, number);
    if (!found)
        return found.error();
    if (body.trimmed().isEmpty())
        return invalidField(u"Body can't be blank"_s, "body");
    PullRequest& pull = **found;
    Comment comment{2'000'000'000 + nextId(), {}, m_viewer.login, body, now()};
    comment.nodeId = u"IC_kw"_s
        + QString::fromLatin1(
            QByteArray::number(comment.id).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    pull.comments.append(comment);
    pull.updatedAt = now();
    touch(pull);
    return comment;
}

Result<const PullRequest*> World::updateBranch(
    const QString& name, qint64 number, const QString& expectedHeadOid, MergeMethod method)
{
    const auto found = writablePull(name, number);
    if (!found)
        return found.error();
    PullRequest& pull = **found;
    Repository& repository = *findRepository(name);
    GitRepository& repo = git(repository);
    if (pull.state != PullState::Open)
        return refusal(errc::githubPullRequestClosed, u"Pull request is closed"_s);
    if (!expectedHeadOid.isEmpty() && expectedHeadOid != pull.headOid)
        return refusal(errc::githubRefused, u"expected head sha didn’t match current head ref."_s);
    const QString base = repo.refTarget(u"refs/heads/"_s + pull.baseName).value_or(QString());
    if (repo.contains(pull.headOid, base))
        return refusal(errc::githubRefused, u"There are no new commits on the base branch."_s);
    QString after;
    if (method == MergeMethod::Rebase) {
        const auto replayed = repo.replay(base, pull.headOid, platformSignature());
        if (!replayed)
            return replayed.error();
        after = replayed->value_or(QString());
    } else {
        const auto tree = repo.mergedTree(pull.headOid, base);
        if (!tree)
            return tree.error();
        if (*tree) {
            const auto merged = repo.writeCommitOfTree(**tree, {pull.headOid, base},
                u"Merge branch '%1' into %2"_s.arg(pull.baseName, pull.headName), signature(m_viewer),
                platformSignature());
            if (!merged)
                return merged.error();
            after = *merged;
        }
    }
    if (after.isEmpty())
        return refusal(errc::githubConflict, u"merge conflict between base and head"_s);
    const QString before = pull.headOid;
    if (const auto set = repo.setRef(u"refs/heads/"_s + pull.headName, after); !set)
        return set.error();
    branchMoved(repository, pull.headName, before, after, m_viewer.login);
    return &pull;
}

} // namespace slipway::sandbox
