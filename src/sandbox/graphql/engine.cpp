// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/engine.h"

#include "base/result.h"
#include "base/text.h"
#include "sandbox/graphql/coerce.h"
#include "sandbox/graphql/introspection.h"
#include "sandbox/graphql/parser.h"
#include "sandbox/graphql/validate.h"

#include <QLocale>

namespace slipway::sandbox::graphql {

namespace {

constexpr qint64 mostNodes = 500'000;

Reply refused(const GraphqlErrors& errors) { return {200, {{"errors", toJson(errors)}}}; }

Reply refused(const QString& message, const QString& type = {})
{
    return refused(GraphqlErrors{{message, type, nullptr, {}, nullptr}});
}

Reply badRequest(const char* message)
{
    return {400, {{"message", message}, {"documentation_url", "https://docs.github.com/graphql"}, {"status", "400"}}};
}

std::variant<size_t, Reply> chooseOperation(const Document& document, const QString& name)
{
    const auto& operations = document.operations;
    if (name.isEmpty()) {
        if (operations.size() == 1)
            return size_t(0);
        return refused(
            operations.empty() ? u"A query must contain an operation"_s : u"An operation name is required"_s);
    }
    for (size_t i = 0; i < operations.size(); ++i) {
        if (operations[i].name == name)
            return i;
    }
    return refused(u"No operation named \"%1\""_s.arg(name));
}

} // namespace

Engine::Engine(Schema schema, Resolvers resolvers)
    : m_schema(std::move(schema))
    , m_resolvers(std::move(resolvers))
{
    addIntrospection(m_resolvers);
}

std::variant<Prepared, Reply> Engine::prepare(const QByteArray& body) const
{
    // Files of some megabytes travel in variables as base64.
    const auto json = parseJson(body, {.depth = 64, .bytes = 64 * 1024 * 1024});
    if (!json)
        return badRequest("Problems parsing JSON");
    if (!json->is_object())
        return badRequest("Body should be a JSON object");
    const Json& query = memberAt(*json, "query");
    if (!query.is_string())
        return refused(u"A query attribute must be specified and must be a string."_s);
    const Json& variables = memberAt(*json, "variables");
    if (!variables.is_null() && !variables.is_object())
        return refused(u"Variables must be a JSON object."_s);

    auto parsed = parseDocument(toQString(query.get_ref<const std::string&>()));
    if (const auto* error = std::get_if<GraphqlError>(&parsed))
        return refused(GraphqlErrors{*error});
    Prepared prepared;
    prepared.document = std::get<Document>(std::move(parsed));
    if (const GraphqlErrors errors = validate(m_schema, prepared.document); !errors.empty())
        return refused(errors);
    const auto chosen = chooseOperation(prepared.document, textAt(*json, "operationName"));
    if (const auto* reply = std::get_if<Reply>(&chosen))
        return *reply;
    prepared.operationIndex = std::get<size_t>(chosen);
    auto coerced = coerceVariables(m_schema, prepared.operation(), variables);
    if (const auto* errors = std::get_if<GraphqlErrors>(&coerced))
        return refused(*errors);
    prepared.variables = std::get<Json>(std::move(coerced));
    prepared.cost = costOf(m_schema, prepared.document, prepared.operation(), prepared.variables);
    if (prepared.cost.nodes > mostNodes)
        return refused(
            u"This query requests up to %1 possible nodes which exceeds the maximum limit of %2."_s.arg(
                QLocale(QLocale::English).toString(prepared.cost.nodes), QLocale(QLocale::English).toString(mostNodes)),
            u"MAX_NODE_LIMIT_EXCEEDED"_s);
    return prepared;
}

Reply Engine::run(const Prepared& prepared, Context& context) const
{
    Execution execution =
        execute(m_schema, m_resolvers, prepared.document, prepared.operation(), prepared.variables, context);
    Reply reply{200, Json::object()};
    reply.body["data"] = std::move(execution.data);
    if (!execution.errors.empty())
        reply.body["errors"] = toJson(execution.errors);
    return reply;
}

} // namespace slipway::sandbox::graphql
