// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/graphql/github/github_views.h"

//! From names and ids of the world to objects of the answer, and from its refusals to errors of the answer.
namespace slipway::sandbox::graphql {

QString madeUpId(QStringView prefix, const QStringList& parts)
{
    return prefix.toString()
        + QString::fromLatin1(
            parts.join(u'\0').toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Resolved actor(const World& world, const QString& login)
{
    const User* user = world.user(login);
    if (!user)
        return nullptr;
    if (user->id == world.organisationUser().id)
        return makeObject(OrganizationView{});
    return makeObject(UserView{*user});
}

Resolved repositoryObject(const Repository* repository)
{
    return repository ? Resolved(makeObject(RepositoryView{repository})) : nullptr;
}

Resolved refObject(const World& world, const Repository& repository, const QString& fullName)
{
    const auto target = world.git(repository).refTarget(fullName);
    return target ? Resolved(makeObject(RefView{&repository, {fullName, *target}})) : nullptr;
}

Resolved commitObject(const World& world, const Repository& repository, const QString& oid)
{
    const auto commit = oid.isEmpty() ? std::nullopt : world.git(repository).commit(oid);
    return commit ? Resolved(makeObject(CommitView{&repository, *commit})) : nullptr;
}

Resolved gitObject(const World& world, const Repository& repository, const QString& oid)
{
    const QString type = oid.isEmpty() ? QString() : world.git(repository).typeOf(oid);
    if (type == u"commit")
        return commitObject(world, repository, oid);
    if (type == u"tree")
        return makeObject(TreeView{&repository, oid});
    if (type == u"blob")
        return makeObject(BlobView{&repository, oid});
    return nullptr;
}

Resolved pullRequestObject(const PullRequest* pull)
{
    return pull ? Resolved(makeObject(PullRequestView{pull})) : nullptr;
}

Resolved rollupObject(const World& world, const Repository& repository, const QString& sha)
{
    const RollupState state = world.rollup(repository.name, sha);
    return state.isEmpty() ? Resolved(nullptr) : makeObject(RollupView{&repository, sha, state});
}

Resolved nodeObject(World& world, const QString& id)
{
    const NodeName node = world.node(id);
    const Repository* repository = node.repository.isEmpty() ? nullptr : world.repository(node.repository);
    switch (node.kind) {
    case NodeKind::None: break;
    case NodeKind::User:
        for (const User* user : {&world.viewer(), &world.colleague()}) {
            if (user->id == node.number)
                return makeObject(UserView{*user});
        }
        break;
    case NodeKind::Organisation: return makeObject(OrganizationView{});
    case NodeKind::Team:
        for (const Team& team : world.teams()) {
            if (team.id == node.number)
                return makeObject(TeamView{team});
        }
        break;
    case NodeKind::Repository: return repositoryObject(repository);
    case NodeKind::Ref: return refObject(world, *repository, node.text);
    case NodeKind::Commit:
    case NodeKind::Blob: return gitObject(world, *repository, node.text);
    case NodeKind::PullRequest: return pullRequestObject(world.pullRequest(node.repository, node.number));
    case NodeKind::WorkflowRun: return makeObject(WorkflowRunView{world.run(node.repository, node.number)});
    case NodeKind::CheckSuite: return makeObject(CheckSuiteView{world.runBySuite(node.number)});
    case NodeKind::CheckRun: return makeObject(CheckRunView{world.runByCheckRun(node.number)});
    case NodeKind::Workflow:
        if (const Workflow* workflow = world.workflow(*repository, QString::number(node.number)))
            return makeObject(WorkflowView{repository, *workflow});
        break;
    }
    return unknownNode(id);
}

FieldError fieldError(const Error& error)
{
    QString type = u"UNPROCESSABLE"_s;
    if (error.code == errc::githubNotFound)
        type = u"NOT_FOUND"_s;
    else if (error.code == errc::githubForbidden || error.code == errc::githubArchived)
        type = u"FORBIDDEN"_s;
    else if (error.code == errc::githubStaleData)
        type = u"STALE_DATA"_s;
    return {type, refusalText(error), nullptr};
}

FieldError notFound(const QString& message) { return {u"NOT_FOUND"_s, message, nullptr}; }

FieldError unknownNode(const QString& id)
{
    return notFound(u"Could not resolve to a node with the global id of '%1'."_s.arg(id));
}

} // namespace slipway::sandbox::graphql
