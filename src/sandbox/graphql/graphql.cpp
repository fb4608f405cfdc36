// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/graphql.h"

#include "base/text.h"
#include "sandbox/graphql/coerce.h"
#include "sandbox/graphql/engine.h"
#include "sandbox/graphql/github/github_schema.h"
#include "sandbox/graphql/github/github_views.h"
#include "sandbox/graphql/introspection.h"

namespace slipway::sandbox {

namespace {

using namespace graphql;

const QString kResource = u"graphql"_s;

void addOnce(QStringList& list, const QString& text)
{
    if (!text.isEmpty() && !list.contains(text))
        list += text;
}

//! Repositories named by an id or by "owner/name" somewhere in the value.
void collectRepositories(const World& world, const Json& value, QStringList& repositories)
{
    if (value.is_string()) {
        const QString text = toQString(value.get_ref<const std::string&>());
        if (text.size() > 200)
            return; // contents of files
        if (text.startsWith(world.organisation() + u'/'))
            addOnce(repositories, text.section(u'/', 1));
        else
            addOnce(repositories, world.node(text).repository);
    } else if (value.is_structured()) {
        for (const Json& inside : value)
            collectRepositories(world, inside, repositories);
    }
}

void describe(const Engine& engine, const World& world, const Prepared& prepared, const TypeDefinition& root,
    const std::vector<Selection>& selections, GraphqlOperation& operation)
{
    for (const Selection& selection : selections) {
        if (!isIncluded(selection, prepared.variables))
            continue;
        switch (selection.kind) {
        case Selection::Kind::Field: {
            operation.rootFields += selection.field.name;
            const FieldDefinition& field = *fieldOf(engine.schema(), root, selection.field.name);
            const Json arguments =
                coerceArguments(engine.schema(), field.arguments, selection.field.arguments, prepared.variables);
            if (field.name == u"repository")
                addOnce(operation.repositories, textAt(arguments, "name"));
            else
                collectRepositories(world, arguments, operation.repositories);
            break;
        }
        case Selection::Kind::Inline:
            describe(engine, world, prepared, root, selection.inlined.selections, operation);
            break;
        case Selection::Kind::Spread:
            describe(engine, world, prepared, root, prepared.document.fragment(selection.spread.name)->selections,
                operation);
            break;
        }
    }
}

GraphqlOperation parse(const Engine& engine, const World& world, const GraphqlRequest& request)
{
    const auto result = engine.prepare(request.body);
    const auto* prepared = std::get_if<Prepared>(&result);
    if (!prepared)
        return {};
    GraphqlOperation operation;
    operation.name = prepared->operation().name;
    operation.isMutation = prepared->operation().kind == Operation::Kind::Mutation;
    const TypeDefinition& root = *engine.schema().root(prepared->operation().kind);
    describe(engine, world, *prepared, root, prepared->operation().selections, operation);
    return operation;
}

Json rateLimited(const World& world)
{
    return {{"errors",
        Json::array({{{"type", "RATE_LIMIT"}, {"code", "graphql_rate_limit"},
            {"message", u"API rate limit already exceeded for user ID %1."_s.arg(world.viewer().id).toStdString()}}})}};
}

GraphqlAnswer run(const Engine& engine, World& world, const GraphqlRequest& request)
{
    if (!world.isEnterpriseServer() && world.rateLimit(kResource).remaining() == 0)
        return {200, rateLimited(world)};
    const auto result = engine.prepare(request.body);
    if (const auto* reply = std::get_if<Reply>(&result)) {
        if (reply->status == 200 && !world.isEnterpriseServer())
            world.spend(kResource, 1);
        return {reply->status, reply->body};
    }
    const auto& prepared = std::get<Prepared>(result);
    if (!world.isEnterpriseServer())
        world.spend(kResource, prepared.cost.points);
    GithubContext context(world, prepared.cost);
    context.refused = request.refused;
    Reply reply = engine.run(prepared, context);
    return {reply.status, std::move(reply.body)};
}

} // namespace

std::shared_ptr<const graphql::Engine> makeGithubEngine(bool enterpriseServer)
{
    Schema schema = githubSchema();
    if (enterpriseServer) {
        for (const auto& [type, field] :
            {std::pair{u"PullRequest"_s, u"mergeStateStatus"_s}, std::pair{u"PullRequest"_s, u"isInMergeQueue"_s},
                std::pair{u"PullRequest"_s, u"mergeQueue"_s}, std::pair{u"PullRequest"_s, u"mergeQueueEntry"_s},
                std::pair{u"Repository"_s, u"mergeQueue"_s}, std::pair{u"Mutation"_s, u"updateRefs"_s},
                std::pair{u"Mutation"_s, u"enqueuePullRequest"_s}, std::pair{u"Mutation"_s, u"dequeuePullRequest"_s}})
            schema.remove(type, field);
    }
    Resolvers resolvers;
    addQuery(resolvers);
    addOwners(resolvers);
    addRepository(resolvers);
    addRef(resolvers);
    addCommit(resolvers);
    addFiles(resolvers);
    addPullRequest(resolvers);
    addMergeRules(resolvers);
    addComments(resolvers);
    addTimeline(resolvers);
    addChecks(resolvers);
    addConnections(resolvers, schema);
    addRefMutations(resolvers);
    addPullRequestMutations(resolvers);
    addMergeMutations(resolvers);
    addPayloads(resolvers, schema);
    return std::make_shared<const Engine>(std::move(schema), std::move(resolvers));
}

GraphqlHook makeGraphqlHook(World& world)
{
    const auto engine = makeGithubEngine(world.isEnterpriseServer());
    return {[engine, &world](const GraphqlRequest& request) { return parse(*engine, world, request); },
        [engine, &world](const GraphqlRequest& request) { return run(*engine, world, request); }};
}

} // namespace slipway::sandbox
