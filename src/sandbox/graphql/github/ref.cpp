// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/github_views.h"

namespace slipway::sandbox::graphql {

namespace {

QString prefixOf(const QString& fullName) { return fullName.section(u'/', 0, 1) + u'/'; }

Resolved compare(const RefView& v, Call& call)
{
    const World& world = worldOf(call);
    const GitRepository& git = world.git(*v.repository);
    const auto head = git.resolve(call.text("headRef"));
    if (!head || !git.isCommit(*head))
        return nullptr;
    const Comparison comparison = git.compare(v.ref.oid, *head);
    if (comparison.mergeBase.isEmpty())
        return nullptr;
    return makeObject(ComparisonView{v.repository, v.ref.oid, *head, comparison});
}

Resolved associatedPullRequests(const RefView& v, Call& call)
{
    std::vector<const PullRequest*> mine;
    for (const PullRequest* pull : worldOf(call).pullRequests(v.repository->name)) {
        if (u"refs/heads/"_s + pull->headName == v.ref.name)
            mine.push_back(pull);
    }
    return pullRequests(mine, call);
}

} // namespace

void addRef(Resolvers& resolvers)
{
    resolvers.add<RefView>({
        {u"id", [](const RefView& v, Call& c) -> Resolved { return worldOf(c).refNodeId(*v.repository, v.ref.name); }},
        {u"name", [](const RefView& v, Call&) -> Resolved { return v.ref.name.mid(prefixOf(v.ref.name).size()); }},
        {u"prefix", [](const RefView& v, Call&) -> Resolved { return prefixOf(v.ref.name); }},
        {u"repository", [](const RefView& v, Call&) -> Resolved { return repositoryObject(v.repository); }},
        {u"target",
            [](const RefView& v, Call& c) -> Resolved { return gitObject(worldOf(c), *v.repository, v.ref.oid); }},
        {u"compare", compare},
        {u"associatedPullRequests", associatedPullRequests},
    });
    using View = ComparisonView;
    resolvers.add<View>({
        {u"id",
            [](const View& v, Call&) -> Resolved {
                return madeUpId(u"CMP_kw", {v.base, v.head});
            }},
        {u"status", [](const View& v, Call&) -> Resolved { return v.comparison.status.toUpper(); }},
        {u"aheadBy", [](const View& v, Call&) -> Resolved { return number(v.comparison.ahead); }},
        {u"behindBy", [](const View& v, Call&) -> Resolved { return number(v.comparison.behind); }},
        {u"baseTarget",
            [](const View& v, Call& c) -> Resolved { return commitObject(worldOf(c), *v.repository, v.base); }},
        {u"headTarget",
            [](const View& v, Call& c) -> Resolved { return commitObject(worldOf(c), *v.repository, v.head); }},
    });
}

} // namespace slipway::sandbox::graphql
