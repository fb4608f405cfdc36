// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/mutation_input.h"

namespace slipway::sandbox::graphql {

std::variant<NodeName, FieldError> nodeIn(Call& call, const char* member, NodeKind kind)
{
    const QString id = textAt(inputOf(call), member);
    const NodeName node = worldOf(call).node(id);
    if (node.kind != kind)
        return unknownNode(id);
    return node;
}

Resolved payload(const Call& call, const QString& type, Values values)
{
    values.emplace(u"clientMutationId"_s, memberAt(inputOf(call), "clientMutationId"));
    return Object{type, std::make_shared<const PayloadView>(PayloadView{std::move(values)})};
}

Resolved pullRequestPayload(Call& call, const QString& type, const Result<const PullRequest*>& result)
{
    if (!result)
        return fieldError(result.error());
    Values values;
    values.emplace(u"pullRequest"_s, pullRequestObject(*result));
    values.emplace(u"actor"_s, makeObject(UserView{worldOf(call).viewer()}));
    return payload(call, type, std::move(values));
}

void addPayloads(Resolvers& resolvers, const Schema& schema)
{
    for (const QString& name : schema.typeNames()) {
        if (!name.endsWith(u"Payload"_s))
            continue;
        for (const FieldDefinition& field : schema.find(name)->fields)
            resolvers.add(name, field.name, [fieldName = field.name](const Object& object, Call&) -> Resolved {
                const auto& values = static_cast<const PayloadView*>(object.data.get())->values;
                const auto found = values.find(fieldName);
                return found == values.end() ? Resolved(nullptr) : found->second;
            });
    }
}

} // namespace slipway::sandbox::graphql
