// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/mutation_input.h"

//! Opening, changing, closing, reverting pull requests.
namespace slipway::sandbox::graphql {

namespace {

Resolved createPullRequest(const Object&, Call& call)
{
    const auto node = nodeIn(call, "repositoryId", NodeKind::Repository);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    const Json& input = inputOf(call);
    if (const QString head = textAt(input, "headRepositoryId");
        !head.isEmpty() && head != textAt(input, "repositoryId"))
        return unknownNode(head); // the world has no forks
    NewPullRequest request;
    request.title = textAt(input, "title");
    request.body = textAt(input, "body");
    request.head = textAt(input, "headRefName");
    request.base = textAt(input, "baseRefName");
    request.draft = flagAt(input, "draft");
    const auto created = worldOf(call).createPullRequest(std::get<NodeName>(node).repository, request);
    if (created)
        return pullRequestPayload(call, u"CreatePullRequestPayload"_s, created);
    // GitHub answers a payload with an empty place, and the error beside it.
    call.reported.push_back(fieldError(created.error()));
    return payload(call, u"CreatePullRequestPayload"_s);
}

Resolved patch(Call& call, const QString& type, const PullRequestPatch& patch)
{
    const auto node = nodeIn(call, "pullRequestId", NodeKind::PullRequest);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    const auto& pull = std::get<NodeName>(node);
    return pullRequestPayload(call, type, worldOf(call).updatePullRequest(pull.repository, pull.number, patch));
}

Resolved closePullRequest(const Object&, Call& call)
{
    PullRequestPatch change;
    change.state = PullState::Closed;
    return patch(call, u"ClosePullRequestPayload"_s, change);
}

Resolved reopenPullRequest(const Object&, Call& call)
{
    PullRequestPatch change;
    change.state = PullState::Open;
    return patch(call, u"ReopenPullRequestPayload"_s, change);
}

Resolved updatePullRequest(const Object&, Call& call)
{
    const Json& input = inputOf(call);
    const auto given = [&](const char* name) {
        return memberAt(input, name).is_string() ? std::optional(textAt(input, name)) : std::nullopt;
    };
    PullRequestPatch change;
    change.title = given("title");
    change.body = given("body");
    change.base = given("baseRefName");
    if (const auto state = given("state"))
        change.state = *state == u"OPEN" ? PullState::Open : PullState::Closed;
    return patch(call, u"UpdatePullRequestPayload"_s, change);
}

Resolved setDraft(Call& call, const QString& type, bool draft)
{
    const auto node = nodeIn(call, "pullRequestId", NodeKind::PullRequest);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    const auto& pull = std::get<NodeName>(node);
    return pullRequestPayload(call, type, worldOf(call).setDraft(pull.repository, pull.number, draft));
}

//! The tree of main with the request's changes taken back: a three-way merge of main with a commit that follows the
//! merged one and has the content from before it.
Result<std::optional<QString>> treeWithout(GitRepository& git, const PullRequest& pull, const QString& mainOid)
{
    const auto merged = git.commit(pull.mergeCommitOid);
    const auto before = git.commit(pull.baseOid);
    if (!merged || !before)
        return std::optional<QString>();
    const auto undone =
        git.writeCommitOfTree(before->tree, {pull.mergeCommitOid}, u"undo"_s, merged->committer, merged->committer);
    if (!undone)
        return undone.error();
    return git.mergedTree(mainOid, *undone);
}

Resolved revertPullRequest(const Object&, Call& call)
{
    const auto node = nodeIn(call, "pullRequestId", NodeKind::PullRequest);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    World& world = worldOf(call);
    const QString repositoryName = std::get<NodeName>(node).repository;
    const qint64 number = std::get<NodeName>(node).number;
    const PullRequest pull = *world.pullRequest(repositoryName, number);
    if (pull.state != PullState::Merged)
        return FieldError{u"UNPROCESSABLE"_s, u"Pull request is not merged"_s, nullptr};
    GitRepository& git = world.git(*world.repository(repositoryName));
    const QString base = git.refTarget(u"refs/heads/"_s + pull.baseName).value_or(QString());
    const auto tree = treeWithout(git, pull, base);
    if (!tree)
        return fieldError(tree.error());
    const auto tip = git.commit(base);
    if (!*tree || (tip && tip->tree == **tree)) // a conflict, or nothing is left to take back
        return FieldError{u"UNPROCESSABLE"_s, u"This pull request cannot be reverted automatically."_s, nullptr};
    const Json& input = inputOf(call);
    const QString reference = u"%1/%2#%3"_s.arg(world.organisation(), repositoryName).arg(number);
    NewPullRequest request;
    request.title = textAt(input, "title", u"Revert \"%1\""_s.arg(pull.title));
    request.body = textAt(input, "body", u"Reverts %1"_s.arg(reference));
    request.head = u"revert-%1-%2"_s.arg(number).arg(pull.headName);
    request.base = pull.baseName;
    request.draft = flagAt(input, "draft");
    const User& viewer = world.viewer();
    const Signature author{
        viewer.name.isEmpty() ? viewer.login : viewer.name, viewer.login + u"@users.noreply.github.com"_s, world.now()};
    const auto commit = git.writeCommitOfTree(**tree, {base}, u"Revert \"%1 (#%2)\""_s.arg(pull.title).arg(number),
        author, Signature{u"GitHub"_s, u"noreply@github.com"_s, world.now()});
    if (!commit)
        return fieldError(commit.error());
    if (const auto ref = world.createRef(repositoryName, u"refs/heads/"_s + request.head, *commit); !ref)
        return fieldError(ref.error());
    const auto created = world.createPullRequest(repositoryName, request);
    if (!created)
        return fieldError(created.error());
    Values values;
    values.emplace(u"pullRequest"_s, pullRequestObject(world.pullRequest(repositoryName, number)));
    values.emplace(u"revertPullRequest"_s, pullRequestObject(*created));
    return payload(call, u"RevertPullRequestPayload"_s, std::move(values));
}

} // namespace

void addPullRequestMutations(Resolvers& resolvers)
{
    const QString mutation = u"Mutation"_s;
    resolvers.add(mutation, u"createPullRequest"_s, createPullRequest);
    resolvers.add(mutation, u"closePullRequest"_s, closePullRequest);
    resolvers.add(mutation, u"reopenPullRequest"_s, reopenPullRequest);
    resolvers.add(mutation, u"updatePullRequest"_s, updatePullRequest);
    resolvers.add(mutation, u"markPullRequestReadyForReview"_s, [](const Object&, Call& call) -> Resolved {
        return setDraft(call, u"MarkPullRequestReadyForReviewPayload"_s, false);
    });
    resolvers.add(mutation, u"convertPullRequestToDraft"_s, [](const Object&, Call& call) -> Resolved {
        return setDraft(call, u"ConvertPullRequestToDraftPayload"_s, true);
    });
    resolvers.add(mutation, u"revertPullRequest"_s, revertPullRequest);
}

} // namespace slipway::sandbox::graphql
