// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/github_views.h"

namespace slipway::sandbox::graphql {

namespace {

QString fullRefName(const QString& name)
{
    if (name.startsWith(u"refs/"_s))
        return name;
    return name.startsWith(u"heads/"_s) || name.startsWith(u"tags/"_s) ? u"refs/"_s + name : u"refs/heads/"_s + name;
}

Resolved object(const RepositoryView& v, Call& call)
{
    const World& world = worldOf(call);
    if (call.has("oid"))
        return gitObject(world, *v.repository, call.text("oid").toLower());
    const QString expression = call.has("expression") ? call.text("expression") : u"HEAD"_s;
    const QString named = expression == u"HEAD" || expression.startsWith(u"HEAD:"_s)
        ? v.repository->defaultBranch + expression.mid(4)
        : expression;
    return gitObject(world, *v.repository, world.git(*v.repository).resolve(named).value_or(QString()));
}

Resolved pullRequest(const RepositoryView& v, Call& call)
{
    const qint64 number = integerAt(call.arguments, "number");
    const PullRequest* pull = worldOf(call).pullRequest(v.repository->name, number);
    if (!pull)
        return notFound(u"Could not resolve to a PullRequest with the number of %1."_s.arg(number));
    return pullRequestObject(pull);
}

Resolved refs(const RepositoryView& v, Call& call)
{
    const QString prefix = call.text("refPrefix");
    const QString query = call.text("query");
    Resolved::List list;
    for (const GitRef& ref : worldOf(call).git(*v.repository).refs(prefix)) {
        if (ref.name.mid(prefix.size()).contains(query, Qt::CaseInsensitive))
            list.emplace_back(makeObject(RefView{v.repository, ref}));
    }
    return connection(u"RefConnection"_s, std::move(list), call);
}

} // namespace

void addRepository(Resolvers& resolvers)
{
    resolvers.add<RepositoryView>({
        {u"id", [](const RepositoryView& v, Call&) -> Resolved { return v.repository->nodeId; }},
        {u"databaseId", [](const RepositoryView& v, Call&) -> Resolved { return number(v.repository->id); }},
        {u"name", [](const RepositoryView& v, Call&) -> Resolved { return v.repository->name; }},
        {u"nameWithOwner",
            [](const RepositoryView& v, Call& c) -> Resolved {
                return worldOf(c).organisation() + u'/' + v.repository->name;
            }},
        {u"owner", [](const RepositoryView&, Call&) -> Resolved { return makeObject(OrganizationView{}); }},
        {u"url", [](const RepositoryView& v, Call& c) -> Resolved { return worldOf(c).url(*v.repository); }},
        {u"description",
            [](const RepositoryView& v, Call&) -> Resolved { return textOrNull(v.repository->description); }},
        {u"createdAt", [](const RepositoryView& v, Call&) -> Resolved { return time(v.repository->createdAt); }},
        {u"updatedAt", [](const RepositoryView& v, Call&) -> Resolved { return time(v.repository->updatedAt); }},
        {u"pushedAt",
            [](const RepositoryView& v, Call&) -> Resolved {
                return v.repository->isEmpty ? Resolved(nullptr) : time(v.repository->pushedAt);
            }},
        {u"isArchived", [](const RepositoryView& v, Call&) -> Resolved { return flag(v.repository->isArchived); }},
        {u"isLocked", [](const RepositoryView& v, Call&) -> Resolved { return flag(v.repository->isLocked); }},
        {u"isEmpty", [](const RepositoryView& v, Call&) -> Resolved { return flag(v.repository->isEmpty); }},
        {u"isPrivate", [](const RepositoryView& v, Call&) -> Resolved { return flag(v.repository->isPrivate); }},
        {u"isTemplate", [](const RepositoryView& v, Call&) -> Resolved { return flag(v.repository->isTemplate); }},
        {u"isFork", [](const RepositoryView&, Call&) -> Resolved { return flag(false); }},
        {u"visibility",
            [](const RepositoryView& v, Call&) -> Resolved {
                return v.repository->isPrivate ? u"PRIVATE"_s : u"PUBLIC"_s;
            }},
        {u"viewerPermission", [](const RepositoryView&, Call&) -> Resolved { return u"WRITE"_s; }},
        {u"autoMergeAllowed",
            [](const RepositoryView& v, Call&) -> Resolved { return flag(v.repository->autoMergeAllowed); }},
        {u"squashMergeAllowed",
            [](const RepositoryView& v, Call&) -> Resolved { return flag(v.repository->squashMergeAllowed); }},
        {u"mergeCommitAllowed",
            [](const RepositoryView& v, Call&) -> Resolved { return flag(v.repository->mergeCommitAllowed); }},
        {u"rebaseMergeAllowed",
            [](const RepositoryView& v, Call&) -> Resolved { return flag(v.repository->rebaseMergeAllowed); }},
        {u"deleteBranchOnMerge",
            [](const RepositoryView& v, Call&) -> Resolved { return flag(v.repository->deleteBranchOnMerge); }},
        {u"defaultBranchRef",
            [](const RepositoryView& v, Call& c) -> Resolved {
                return v.repository->isEmpty
                    ? Resolved(nullptr)
                    : refObject(worldOf(c), *v.repository, u"refs/heads/"_s + v.repository->defaultBranch);
            }},
        {u"ref",
            [](const RepositoryView& v, Call& c) -> Resolved {
                return refObject(worldOf(c), *v.repository, fullRefName(c.text("qualifiedName")));
            }},
        {u"refs", refs},
        {u"object", object},
        {u"pullRequest", pullRequest},
        {u"pullRequests",
            [](const RepositoryView& v, Call& c) -> Resolved {
                return pullRequests(worldOf(c).pullRequests(v.repository->name), c);
            }},
        {u"templateRepository",
            [](const RepositoryView& v, Call& c) -> Resolved {
                return v.repository->templateName.isEmpty()
                    ? Resolved(nullptr)
                    : repositoryObject(worldOf(c).repository(v.repository->templateName));
            }},
    });
}

} // namespace slipway::sandbox::graphql
