// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/github_views.h"

//! Users, the organisation and its teams.
namespace slipway::sandbox::graphql {

namespace {

Resolved teams(const OrganizationView&, Call& call)
{
    const QString query = call.text("query");
    Resolved::List list;
    for (const Team& team : worldOf(call).teams()) {
        if (team.name.contains(query, Qt::CaseInsensitive) || team.slug.contains(query, Qt::CaseInsensitive))
            list.emplace_back(makeObject(TeamView{team}));
    }
    return connection(u"TeamConnection"_s, std::move(list), call);
}

Resolved repositories(const OrganizationView&, Call& call)
{
    Resolved::List list;
    for (const Repository* repository : worldOf(call).repositories()) {
        if (!call.has("isArchived") || repository->isArchived == flagAt(call.arguments, "isArchived"))
            list.push_back(repositoryObject(repository));
    }
    return connection(u"RepositoryConnection"_s, std::move(list), call);
}

} // namespace

void addOwners(Resolvers& resolvers)
{
    resolvers.add<UserView>({
        {u"id", [](const UserView& v, Call&) -> Resolved { return v.user.nodeId; }},
        {u"databaseId", [](const UserView& v, Call&) -> Resolved { return number(v.user.id); }},
        {u"login", [](const UserView& v, Call&) -> Resolved { return v.user.login; }},
        {u"name", [](const UserView& v, Call&) -> Resolved { return textOrNull(v.user.name); }},
        {u"url", [](const UserView& v, Call& c) -> Resolved { return worldOf(c).baseUrl() + u'/' + v.user.login; }},
    });
    static const auto organisation = [](Call& call) -> const User& { return worldOf(call).organisationUser(); };
    resolvers.add<OrganizationView>({
        {u"id", [](const OrganizationView&, Call& c) -> Resolved { return organisation(c).nodeId; }},
        {u"databaseId", [](const OrganizationView&, Call& c) -> Resolved { return number(organisation(c).id); }},
        {u"login", [](const OrganizationView&, Call& c) -> Resolved { return organisation(c).login; }},
        {u"name", [](const OrganizationView&, Call& c) -> Resolved { return textOrNull(organisation(c).name); }},
        {u"url",
            [](const OrganizationView&, Call& c) -> Resolved {
                return worldOf(c).baseUrl() + u'/' + organisation(c).login;
            }},
        {u"teams", teams},
        {u"repositories", repositories},
    });
    resolvers.add<TeamView>({
        {u"id", [](const TeamView& v, Call&) -> Resolved { return v.team.nodeId; }},
        {u"databaseId", [](const TeamView& v, Call&) -> Resolved { return number(v.team.id); }},
        {u"name", [](const TeamView& v, Call&) -> Resolved { return v.team.name; }},
        {u"slug", [](const TeamView& v, Call&) -> Resolved { return v.team.slug; }},
        {u"description", [](const TeamView& v, Call&) -> Resolved { return textOrNull(v.team.description); }},
    });
}

} // namespace slipway::sandbox::graphql
