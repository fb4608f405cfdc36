// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/mutation_input.h"

//! The conversation of a pull request: comments, addComment.
namespace slipway::sandbox::graphql {

namespace {

Resolved comments(const PullRequestView& v, Call& call)
{
    Resolved::List list;
    for (const Comment& comment : v.pull->comments)
        list.emplace_back(makeObject(CommentView{v.pull, comment}));
    return connection(u"IssueCommentConnection"_s, std::move(list), call);
}

Resolved addComment(const Object&, Call& call)
{
    const auto node = nodeIn(call, "subjectId", NodeKind::PullRequest);
    if (const auto* error = std::get_if<FieldError>(&node))
        return *error;
    World& world = worldOf(call);
    const auto& subject = std::get<NodeName>(node);
    const auto comment = world.addComment(subject.repository, subject.number, textAt(inputOf(call), "body"));
    if (!comment)
        return fieldError(comment.error());
    const PullRequest* pull = world.pullRequest(subject.repository, subject.number);
    Values values;
    values.emplace(u"commentEdge"_s, edge(u"IssueCommentEdge"_s, makeObject(CommentView{pull, *comment})));
    values.emplace(u"subject"_s, pullRequestObject(pull));
    return payload(call, u"AddCommentPayload"_s, std::move(values));
}

} // namespace

void addComments(Resolvers& resolvers)
{
    using View = CommentView;
    resolvers.add<View>({
        {u"id", [](const View& v, Call&) -> Resolved { return v.comment.nodeId; }},
        {u"body", [](const View& v, Call&) -> Resolved { return v.comment.body; }},
        {u"author", [](const View& v, Call& c) -> Resolved { return actor(worldOf(c), v.comment.author); }},
        {u"createdAt", [](const View& v, Call&) -> Resolved { return time(v.comment.at); }},
        {u"url",
            [](const View& v, Call& c) -> Resolved {
                return worldOf(c).url(*v.pull) + u"#issuecomment-"_s + QString::number(v.comment.id);
            }},
    });
    resolvers.add<PullRequestView>({{u"comments", comments}});
    resolvers.add(u"Mutation"_s, u"addComment"_s, addComment);
}

} // namespace slipway::sandbox::graphql
