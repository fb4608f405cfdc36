// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/github_views.h"

namespace slipway::sandbox::graphql {

namespace {

Resolved commits(const Repository* repository, const QList<Commit>& list, const QString& type, Call& call)
{
    Resolved::List objects;
    for (const Commit& commit : list)
        objects.emplace_back(makeObject(CommitView{repository, commit}));
    return connection(type, std::move(objects), call);
}

Resolved parents(const CommitView& v, Call& call)
{
    QList<Commit> list;
    for (const QString& oid : v.commit.parents) {
        if (const auto parent = worldOf(call).git(*v.repository).commit(oid))
            list.append(*parent);
    }
    return commits(v.repository, list, u"CommitConnection"_s, call);
}

Resolved history(const CommitView& v, Call& call)
{
    // Longer than any history of the world.
    constexpr int everything = 100'000;
    return commits(v.repository, worldOf(call).git(*v.repository).history(v.commit.oid, everything),
        u"CommitHistoryConnection"_s, call);
}

Resolved file(const CommitView& v, Call& call)
{
    const auto entry = worldOf(call).git(*v.repository).entry(v.commit.oid, call.text("path"));
    return entry ? Resolved(makeObject(TreeEntryView{v.repository, *entry})) : nullptr;
}

Resolved checkSuites(const CommitView& v, Call& call)
{
    const Json& filter = memberAt(call.arguments, "filterBy");
    Resolved::List list;
    if (filter.is_null() || memberAt(filter, "appId").is_null() || integerAt(filter, "appId") == actionsAppId) {
        RunFilter wanted;
        wanted.headSha = v.commit.oid;
        const auto runs = worldOf(call).runs(v.repository->name, wanted);
        for (auto run = runs.rbegin(); run != runs.rend(); ++run) // oldest first, as GitHub has them
            list.emplace_back(makeObject(CheckSuiteView{*run}));
    }
    return connection(u"CheckSuiteConnection"_s, std::move(list), call);
}

Resolved associatedPullRequests(const CommitView& v, Call& call)
{
    const World& world = worldOf(call);
    Resolved::List list;
    const auto all = world.pullRequests(v.repository->name);
    for (auto pull = all.rbegin(); pull != all.rend(); ++pull) {
        bool mine = (*pull)->mergeCommitOid == v.commit.oid || (*pull)->headOid == v.commit.oid;
        if (!mine) {
            const QList<Commit> own = world.commits(**pull);
            mine = std::any_of(own.begin(), own.end(), [&](const Commit& c) { return c.oid == v.commit.oid; });
        }
        if (mine)
            list.push_back(pullRequestObject(*pull));
    }
    return connection(u"PullRequestConnection"_s, std::move(list), call);
}

struct Size {
    int files = 0;
    int additions = 0;
    int deletions = 0;
};

Size sizeOf(const CommitView& v, Call& call)
{
    Size size;
    const QString parent = v.commit.parents.isEmpty() ? QString() : v.commit.parents.first();
    for (const ChangedFile& changed : worldOf(call).git(*v.repository).diff(parent, v.commit.oid, false)) {
        ++size.files;
        size.additions += changed.additions;
        size.deletions += changed.deletions;
    }
    return size;
}

} // namespace

void addCommit(Resolvers& resolvers)
{
    resolvers.add<CommitView>({
        {u"id",
            [](const CommitView& v, Call& c) -> Resolved {
                return worldOf(c).commitNodeId(*v.repository, v.commit.oid);
            }},
        {u"oid", [](const CommitView& v, Call&) -> Resolved { return v.commit.oid; }},
        {u"abbreviatedOid", [](const CommitView& v, Call&) -> Resolved { return v.commit.oid.left(7); }},
        {u"message", [](const CommitView& v, Call&) -> Resolved { return v.commit.message; }},
        {u"messageHeadline", [](const CommitView& v, Call&) -> Resolved { return v.commit.headline(); }},
        {u"messageBody", [](const CommitView& v, Call&) -> Resolved { return v.commit.body(); }},
        {u"committedDate", [](const CommitView& v, Call&) -> Resolved { return time(v.commit.committer.at); }},
        {u"authoredDate", [](const CommitView& v, Call&) -> Resolved { return time(v.commit.author.at); }},
        {u"author", [](const CommitView& v, Call&) -> Resolved { return makeObject(GitActorView{v.commit.author}); }},
        {u"committer",
            [](const CommitView& v, Call&) -> Resolved { return makeObject(GitActorView{v.commit.committer}); }},
        {u"url",
            [](const CommitView& v, Call& c) -> Resolved {
                return worldOf(c).url(*v.repository) + u"/commit/"_s + v.commit.oid;
            }},
        {u"tree",
            [](const CommitView& v, Call&) -> Resolved {
                return makeObject(TreeView{v.repository, v.commit.tree});
            }},
        {u"repository", [](const CommitView& v, Call&) -> Resolved { return repositoryObject(v.repository); }},
        {u"parents", parents},
        {u"history", history},
        {u"file", file},
        {u"checkSuites", checkSuites},
        {u"statusCheckRollup",
            [](const CommitView& v, Call& c) -> Resolved {
                return rollupObject(worldOf(c), *v.repository, v.commit.oid);
            }},
        {u"associatedPullRequests", associatedPullRequests},
        {u"additions", [](const CommitView& v, Call& c) -> Resolved { return number(sizeOf(v, c).additions); }},
        {u"deletions", [](const CommitView& v, Call& c) -> Resolved { return number(sizeOf(v, c).deletions); }},
        {u"changedFilesIfAvailable",
            [](const CommitView& v, Call& c) -> Resolved { return number(sizeOf(v, c).files); }},
    });
    resolvers.add<GitActorView>({
        {u"name", [](const GitActorView& v, Call&) -> Resolved { return textOrNull(v.signature.name); }},
        {u"email", [](const GitActorView& v, Call&) -> Resolved { return textOrNull(v.signature.email); }},
        {u"date", [](const GitActorView& v, Call&) -> Resolved { return time(v.signature.at); }},
    });
}

} // namespace slipway::sandbox::graphql
