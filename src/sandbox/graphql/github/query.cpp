// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/github_views.h"

namespace slipway::sandbox::graphql {

namespace {

Resolved repository(const Object&, Call& call)
{
    const QString owner = call.text("owner");
    const QString name = call.text("name");
    const World& world = worldOf(call);
    const Repository* found = world.repository(owner, name);
    // A renamed repository answers to its old names, unless whoever asks wants to know the difference.
    if (!found && flagAt(call.arguments, "followRenames", true))
        found = world.formerly(owner, name);
    if (!found || world.isHidden(found->name))
        return notFound(u"Could not resolve to a Repository with the name '%1/%2'."_s.arg(owner, name));
    return repositoryObject(found);
}

Resolved organization(const Object&, Call& call)
{
    const QString login = call.text("login");
    if (login.compare(worldOf(call).organisation(), Qt::CaseInsensitive) != 0)
        return notFound(u"Could not resolve to an Organization with the login of '%1'."_s.arg(login));
    return makeObject(OrganizationView{});
}

Resolved user(const Object&, Call& call)
{
    const QString login = call.text("login");
    const User* found = worldOf(call).user(login);
    if (!found || found->id == worldOf(call).organisationUser().id)
        return notFound(u"Could not resolve to a User with the login of '%1'."_s.arg(login));
    return makeObject(UserView{*found});
}

Resolved nodes(const Object&, Call& call)
{
    const QStringList ids = textsAt(call.arguments, "ids");
    if (ids.size() > 100)
        return FieldError{u"ARGUMENT_LIMIT"_s,
            u"You may not provide more than 100 node ids; you provided %1."_s.arg(ids.size()), nullptr};
    Resolved::List list;
    for (const QString& id : ids)
        list.push_back(nodeObject(worldOf(call), id));
    return list;
}

} // namespace

void addQuery(Resolvers& resolvers)
{
    const QString query = u"Query"_s;
    resolvers.add(query, u"viewer"_s, [](const Object&, Call& call) -> Resolved {
        User viewer = worldOf(call).viewer();
        if (worldOf(call).installationCalls())
            viewer.login = u"slipway-launcher[bot]"_s;
        return makeObject(UserView{viewer});
    });
    resolvers.add(query, u"repository"_s, repository);
    resolvers.add(query, u"organization"_s, organization);
    resolvers.add(query, u"user"_s, user);
    resolvers.add(query, u"node"_s,
        [](const Object&, Call& call) -> Resolved { return nodeObject(worldOf(call), call.text("id")); });
    resolvers.add(query, u"nodes"_s, nodes);
    resolvers.add(query, u"rateLimit"_s, [](const Object&, Call& call) -> Resolved {
        return worldOf(call).isEnterpriseServer() ? Resolved(nullptr) : Resolved(makeObject(RateLimitView{}));
    });

    static const auto state = [](Call& call) -> const RateLimit& { return worldOf(call).rateLimit(u"graphql"_s); };
    static const auto cost = [](Call& call) { return static_cast<GithubContext&>(call.context).cost; };
    resolvers.add<RateLimitView>({
        {u"cost", [](const RateLimitView&, Call& c) -> Resolved { return number(cost(c).points); }},
        {u"nodeCount", [](const RateLimitView&, Call& c) -> Resolved { return number(cost(c).nodes); }},
        {u"limit", [](const RateLimitView&, Call& c) -> Resolved { return number(state(c).limit); }},
        {u"used", [](const RateLimitView&, Call& c) -> Resolved { return number(state(c).used); }},
        {u"remaining", [](const RateLimitView&, Call& c) -> Resolved { return number(state(c).remaining()); }},
        {u"resetAt", [](const RateLimitView&, Call& c) -> Resolved { return time(state(c).resetAt); }},
    });
}

} // namespace slipway::sandbox::graphql
