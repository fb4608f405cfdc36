// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/world.h"

//! Branches and commits, with GitHub's refusals.
namespace slipway::sandbox {

namespace {

const QString headsPrefix = u"refs/heads/"_s;
const QString zeros(40, u'0');

} // namespace

Result<GitRef> World::createRef(const QString& name, const QString& fullName, const QString& oid)
{
    const auto repository = writable(name);
    if (!repository)
        return repository.error();
    if (auto refused = withoutPermission(u"contents"_s))
        return *refused;
    if ((*repository)->isEmpty)
        return refusal(errc::githubRefused, u"Git Repository is empty."_s);
    if (!fullName.startsWith(u"refs/"_s) || fullName.count(u'/') < 2 || !GitRepository::isValidRefName(fullName))
        return refusal(errc::githubRefused, u"Reference name is invalid"_s);
    if (fullName.startsWith(headsPrefix) && !(*repository)->branchRules.isEmpty())
        return refusal(errc::githubRuleViolation,
            u"Repository rule violations found\n\n"_s + (*repository)->branchRules.join(u'\n'));
    GitRepository& repo = git(**repository);
    if (repo.refTarget(fullName))
        return refusal(
            errc::githubAlreadyExists, u"A ref named \"%1\" already exists in the repository."_s.arg(fullName));
    if (!repo.isCommit(oid))
        return refusal(errc::githubRefused, u"Object does not exist"_s);
    // "foo" is a file where "foo/bar" needs a folder.
    for (const GitRef& other : repo.refs(headsPrefix)) {
        if (other.name.startsWith(fullName + u'/') || fullName.startsWith(other.name + u'/'))
            return refusal(errc::githubRefused, u"Ref cannot be created"_s);
    }
    if (const auto set = repo.setRef(fullName, oid); !set)
        return set.error();
    if (fullName.startsWith(headsPrefix)) {
        const QString branch = fullName.mid(headsPrefix.size());
        record("branches",
            Json::object(
                {{"repository", toJson((*repository)->name)}, {"name", toJson(branch)}, {"sha", toJson(oid)}}));
        branchMoved(**repository, branch, {}, oid, m_viewer.login);
    }
    return GitRef{fullName, oid};
}

Result<void> World::checkRefUpdate(const Repository& repository, const RefUpdate& update) const
{
    const GitRepository& repo = git(repository);
    const auto current = repo.refTarget(update.name);
    const bool deletes = update.afterOid == zeros;
    if (!update.beforeOid.isEmpty() && current.value_or(zeros) != update.beforeOid)
        return refusal(errc::githubStaleData,
            u"Reference cannot be updated: \"%1\" does not point to %2"_s.arg(update.name, update.beforeOid));
    if (update.name == headsPrefix + repository.defaultBranch && repository.isProtected())
        return refusal(errc::githubRuleViolation,
            u"Repository rule violations found\n\nChanges must be made through a pull request."_s);
    if (deletes)
        return current ? Result<void>() : refusal(errc::githubRefused, u"Reference does not exist"_s);
    if (!repo.isCommit(update.afterOid))
        return refusal(errc::githubRefused, u"Object does not exist"_s);
    if (current && !update.force && !repo.contains(update.afterOid, *current))
        return refusal(errc::githubRefused, u"Update is not a fast forward"_s);
    if (!current && !GitRepository::isValidRefName(update.name))
        return refusal(errc::githubRefused, u"Reference name is invalid"_s);
    return {};
}

Result<GitRef> World::updateRef(const QString& name, const QString& fullName, const QString& oid, bool force)
{
    const auto repository = writable(name);
    if (!repository)
        return repository.error();
    if (!git(**repository).refTarget(fullName))
        return refusal(errc::githubRefused, u"Reference does not exist"_s);
    if (const auto updated = updateRefs(name, {{fullName, oid, {}, force}}); !updated)
        return updated.error();
    return GitRef{fullName, oid};
}

Result<void> World::updateRefs(const QString& name, const QList<RefUpdate>& updates)
{
    const auto repository = writable(name);
    if (!repository)
        return repository.error();
    GitRepository& repo = git(**repository);
    for (const RefUpdate& update : updates) {
        if (const auto allowed = checkRefUpdate(**repository, update); !allowed)
            return allowed.error();
    }
    struct Moved {
        QString name;
        QString before;
        QString after;
    };
    QList<Moved> moves;
    for (const RefUpdate& update : updates) {
        const QString before = repo.refTarget(update.name).value_or(QString());
        const bool deletes = update.afterOid == zeros;
        const auto done = deletes ? repo.deleteRef(update.name) : repo.setRef(update.name, update.afterOid);
        if (!done) {
            for (const Moved& moved : moves) { // all or none
                const auto back =
                    moved.before.isEmpty() ? repo.deleteRef(moved.name) : repo.setRef(moved.name, moved.before);
                if (!back)
                    qWarning("sandbox: a half-done update of references could not be taken back");
            }
            return done.error();
        }
        moves.append({update.name, before, deletes ? QString() : update.afterOid});
    }
    for (const Moved& moved : moves) {
        if (!moved.name.startsWith(headsPrefix))
            continue;
        const QString branch = moved.name.mid(headsPrefix.size());
        if (moved.before.isEmpty())
            record("branches",
                Json::object({{"repository", toJson((*repository)->name)}, {"name", toJson(branch)},
                    {"sha", toJson(moved.after)}}));
        branchMoved(**repository, branch, moved.before, moved.after, m_viewer.login);
    }
    return {};
}

Result<void> World::deleteRef(const QString& name, const QString& fullName)
{
    return updateRefs(name, {{fullName, zeros, {}, true}});
}

Result<Commit> World::commitOnBranch(const QString& name, const BranchCommit& request)
{
    const auto repository = writable(name);
    if (!repository)
        return repository.error();
    if (auto refused = withoutPermission(u"contents"_s))
        return *refused;
    GitRepository& repo = git(**repository);
    const QString fullName = request.branch.startsWith(headsPrefix) ? request.branch : headsPrefix + request.branch;
    const QString branch = fullName.mid(headsPrefix.size());
    const auto current = repo.refTarget(fullName);
    if (!current)
        return refusal(errc::githubNotFound, u"Branch not found: %1"_s.arg(branch));
    if (*current != request.expectedHeadOid)
        return refusal(errc::githubStaleData,
            u"Expected branch to point to \"%1\" but it did not.  Pull and try again."_s.arg(request.expectedHeadOid));
    if (branch == (*repository)->defaultBranch && (*repository)->isProtected())
        return refusal(errc::githubRuleViolation,
            u"Repository rule violations found\n\nChanges must be made through a pull request."_s);
    QStringList paths;
    for (const FileChange& change : request.changes) {
        const QString& path = change.path;
        if (path.isEmpty() || path.startsWith(u'/') || path.endsWith(u'/') || path.contains(u"//"_s)
            || path.split(u'/').contains(u".."_s) || path.split(u'/').contains(u".git"_s))
            return refusal(
                errc::githubRefused, u"A path was requested for addition which is not a valid path: %1"_s.arg(path));
        if (paths.contains(path))
            return refusal(errc::githubRefused,
                u"A path was requested for both addition and deletion, or more than once: %1"_s.arg(path));
        paths.append(path);
        if (path.startsWith(u".github/workflows/"_s) && withoutPermission(u"workflows"_s))
            return refusal(errc::githubForbidden,
                u"refusing to allow a Personal Access Token to create or update workflow `%1` without `workflow` scope"_s
                    .arg(path));
    }
    QString message = request.headline;
    if (!request.body.isEmpty())
        message += u"\n\n"_s + request.body;
    const auto oid = repo.writeCommit(*current, request.changes, message, signature(m_viewer), platformSignature());
    if (!oid)
        return oid.error();
    if (const auto set = repo.setRef(fullName, *oid); !set)
        return set.error();
    record("commits",
        Json::object({{"repository", toJson((*repository)->name)}, {"sha", toJson(*oid)}, {"branch", toJson(branch)},
            {"paths", toJson(paths)}}));
    branchMoved(**repository, branch, *current, *oid, m_viewer.login);
    return *repo.commit(*oid);
}

void World::branchMoved(
    Repository& repository, const QString& branch, const QString& before, const QString& after, const QString& pusher)
{
    Q_UNUSED(before)
    repository.updatedAt = now();
    if (branch == repository.defaultBranch && !after.isEmpty()) {
        repository.pushedAt = now();
        startRuns(repository, u"push"_s, branch, after, pusher, 0);
    }
    touch(repository);
    for (auto it = m_pulls.lower_bound({repository.name, 0}); it != m_pulls.end() && it->first.first == repository.name;
         ++it) {
        PullRequest& pull = it->second;
        if (pull.headName != branch || pull.state == PullState::Merged || after == pull.headOid)
            continue;
        if (pull.state == PullState::Closed) {
            pull.reopenable = pull.reopenable && after.isEmpty();
            touch(pull);
        } else if (after.isEmpty()) {
            closePull(pull, pusher);
        } else {
            pullHeadMoved(repository, pull, after);
        }
    }
}

} // namespace slipway::sandbox
