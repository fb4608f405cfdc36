// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/mutation_input.h"

//! createRef, updateRef, updateRefs, deleteRef, createCommitOnBranch.
namespace slipway::sandbox::graphql {

namespace {

Resolved refPayload(Call& call, const QString& type, const QString& repository, const Result<GitRef>& ref)
{
    if (!ref)
        return fieldError(ref.error());
    Values values;
    values.emplace(u"ref"_s, refObject(worldOf(call), *worldOf(call).repository(repository), ref->name));
    return payload(call, type, std::move(values));
}

Resolved createRef(const Object&, Call& call)
{
    const auto node = nodeIn(call, "repositoryId", NodeKind::Repository);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    const QString repository = std::get<NodeName>(node).repository;
    const Json& input = inputOf(call);
    return refPayload(call, u"CreateRefPayload"_s, repository,
        worldOf(call).createRef(repository, textAt(input, "name"), textAt(input, "oid").toLower()));
}

Resolved updateRef(const Object&, Call& call)
{
    const auto node = nodeIn(call, "refId", NodeKind::Ref);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    const auto& ref = std::get<NodeName>(node);
    const Json& input = inputOf(call);
    return refPayload(call, u"UpdateRefPayload"_s, ref.repository,
        worldOf(call).updateRef(ref.repository, ref.text, textAt(input, "oid").toLower(), flagAt(input, "force")));
}

Resolved updateRefs(const Object&, Call& call)
{
    const auto node = nodeIn(call, "repositoryId", NodeKind::Repository);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    QList<RefUpdate> updates;
    for (const Json& update : memberAt(inputOf(call), "refUpdates"))
        updates.append({textAt(update, "name"), textAt(update, "afterOid").toLower(),
            textAt(update, "beforeOid").toLower(), flagAt(update, "force")});
    if (const auto done = worldOf(call).updateRefs(std::get<NodeName>(node).repository, updates); !done)
        return fieldError(done.error());
    return payload(call, u"UpdateRefsPayload"_s);
}

Resolved deleteRef(const Object&, Call& call)
{
    const auto node = nodeIn(call, "refId", NodeKind::Ref);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    const auto& ref = std::get<NodeName>(node);
    if (const auto done = worldOf(call).deleteRef(ref.repository, ref.text); !done)
        return fieldError(done.error());
    return payload(call, u"DeleteRefPayload"_s);
}

struct Branch {
    QString repository;
    QString name;
};

//! By id, or by names.
std::variant<Branch, FieldError> branchIn(Call& call)
{
    const Json& branch = memberAt(inputOf(call), "branch");
    if (const QString id = textAt(branch, "id"); !id.isEmpty()) {
        const NodeName node = worldOf(call).node(id);
        if (node.kind != NodeKind::Ref)
            return unknownNode(id);
        return Branch{node.repository, node.text};
    }
    const QString fullName = textAt(branch, "repositoryNameWithOwner");
    const QString name = textAt(branch, "branchName");
    if (fullName.isEmpty() || name.isEmpty())
        return FieldError{u"UNPROCESSABLE"_s,
            u"A branch must be given by its id, or by repositoryNameWithOwner and branchName."_s, nullptr};
    const Repository* repository = worldOf(call).repository(fullName.section(u'/', 0, 0), fullName.section(u'/', 1));
    if (!repository)
        return notFound(u"Could not resolve to a Repository with the name '%1'."_s.arg(fullName));
    return Branch{repository->name, name};
}

Resolved createCommitOnBranch(const Object&, Call& call)
{
    const auto branch = branchIn(call);
    if (const auto* error = std::get_if<FieldError>(&branch))
        return *error;
    const auto& [repositoryName, branchName] = std::get<Branch>(branch);
    const Json& input = inputOf(call);
    const Json& message = memberAt(input, "message");
    const Json& files = memberAt(input, "fileChanges");
    BranchCommit request{branchName, textAt(input, "expectedHeadOid").toLower(), textAt(message, "headline"),
        textAt(message, "body"), {}};
    if (files.is_object()) {
        for (const Json& addition : memberAt(files, "additions"))
            request.changes.append(
                {textAt(addition, "path"), QByteArray::fromBase64(textAt(addition, "contents").toLatin1())});
        for (const Json& deletion : memberAt(files, "deletions"))
            request.changes.append({textAt(deletion, "path"), std::nullopt});
    }
    World& world = worldOf(call);
    const auto commit = world.commitOnBranch(repositoryName, request);
    if (!commit)
        return fieldError(commit.error());
    const Repository* repository = world.repository(repositoryName);
    const QString fullName = branchName.startsWith(u"refs/"_s) ? branchName : u"refs/heads/"_s + branchName;
    Values values;
    values.emplace(u"commit"_s, makeObject(CommitView{repository, *commit}));
    values.emplace(u"ref"_s, refObject(world, *repository, fullName));
    return payload(call, u"CreateCommitOnBranchPayload"_s, std::move(values));
}

} // namespace

void addRefMutations(Resolvers& resolvers)
{
    const QString mutation = u"Mutation"_s;
    resolvers.add(mutation, u"createRef"_s, createRef);
    resolvers.add(mutation, u"updateRef"_s, updateRef);
    resolvers.add(mutation, u"updateRefs"_s, updateRefs);
    resolvers.add(mutation, u"deleteRef"_s, deleteRef);
    resolvers.add(mutation, u"createCommitOnBranch"_s, createCommitOnBranch);
}

} // namespace slipway::sandbox::graphql
