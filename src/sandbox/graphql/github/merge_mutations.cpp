// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/mutation_input.h"

//! Whatever brings a pull request nearer to its base branch.
namespace slipway::sandbox::graphql {

namespace {

std::variant<NodeName, FieldError> pullIn(Call& call) { return nodeIn(call, "pullRequestId", NodeKind::PullRequest); }

MergeRequest mergeRequestIn(const Call& call)
{
    const Json& input = inputOf(call);
    return {mergeMethodFromWord(textAt(input, "mergeMethod")).value_or(MergeMethod::Merge),
        textAt(input, "expectedHeadOid").toLower(), textAt(input, "commitHeadline"), textAt(input, "commitBody")};
}

Resolved enableAutoMerge(const Object&, Call& call)
{
    const auto node = pullIn(call);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    const auto& pull = std::get<NodeName>(node);
    return pullRequestPayload(call, u"EnablePullRequestAutoMergePayload"_s,
        worldOf(call).enableAutoMerge(pull.repository, pull.number, mergeRequestIn(call)));
}

Resolved disableAutoMerge(const Object&, Call& call)
{
    const auto node = pullIn(call);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    const auto& pull = std::get<NodeName>(node);
    return pullRequestPayload(
        call, u"DisablePullRequestAutoMergePayload"_s, worldOf(call).disableAutoMerge(pull.repository, pull.number));
}

Resolved mergePullRequest(const Object&, Call& call)
{
    const auto node = pullIn(call);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    const auto& pull = std::get<NodeName>(node);
    World& world = worldOf(call);
    if (const auto merged = world.merge(pull.repository, pull.number, mergeRequestIn(call)); !merged)
        return fieldError(merged.error());
    return pullRequestPayload(call, u"MergePullRequestPayload"_s, world.pullRequest(pull.repository, pull.number));
}

Resolved updateBranch(const Object&, Call& call)
{
    const auto node = pullIn(call);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    const auto& pull = std::get<NodeName>(node);
    const Json& input = inputOf(call);
    const MergeMethod method = mergeMethodFromWord(textAt(input, "updateMethod")).value_or(MergeMethod::Merge);
    return pullRequestPayload(call, u"UpdatePullRequestBranchPayload"_s,
        worldOf(call).updateBranch(pull.repository, pull.number, textAt(input, "expectedHeadOid").toLower(), method));
}

Resolved queuePayload(Call& call, const QString& type, const Result<const PullRequest*>& result)
{
    if (!result)
        return fieldError(result.error());
    Values values;
    values.emplace(u"mergeQueueEntry"_s, queueEntryObject(*result));
    return payload(call, type, std::move(values));
}

Resolved enqueue(const Object&, Call& call)
{
    const auto node = pullIn(call);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    const auto& pull = std::get<NodeName>(node);
    return queuePayload(call, u"EnqueuePullRequestPayload"_s,
        worldOf(call).enqueuePull(pull.repository, pull.number, textAt(inputOf(call), "expectedHeadOid").toLower()));
}

Resolved dequeue(const Object&, Call& call)
{
    const auto node = nodeIn(call, "id", NodeKind::PullRequest);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    const auto& pull = std::get<NodeName>(node);
    return queuePayload(call, u"DequeuePullRequestPayload"_s, worldOf(call).dequeuePull(pull.repository, pull.number));
}

} // namespace

void addMergeMutations(Resolvers& resolvers)
{
    const QString mutation = u"Mutation"_s;
    resolvers.add(mutation, u"enablePullRequestAutoMerge"_s, enableAutoMerge);
    resolvers.add(mutation, u"disablePullRequestAutoMerge"_s, disableAutoMerge);
    resolvers.add(mutation, u"mergePullRequest"_s, mergePullRequest);
    resolvers.add(mutation, u"updatePullRequestBranch"_s, updateBranch);
    resolvers.add(mutation, u"enqueuePullRequest"_s, enqueue);
    resolvers.add(mutation, u"dequeuePullRequest"_s, dequeue);
}

} // namespace slipway::sandbox::graphql
