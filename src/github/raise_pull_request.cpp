// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "github/effect_calls.h"

namespace slipway::github {

namespace {

using Kind = EffectOutcome::Kind;

constexpr auto pullRequestSelection = "pullRequest{id number url headRefName headRefOid}";

Json refInput(const RaisePullRequest& raise)
{
    return Json{{"repositoryId", raise.repositoryId.toStdString()},
        {"name", (u"refs/heads/"_s + raise.branch).toStdString()}, {"oid", raise.baseOid.toStdString()}};
}

Json commitInput(const RaisePullRequest& raise)
{
    return commitInput(raise.repository, raise.branch, raise.baseOid, raise.commitHeadline, raise.commitBody,
        raise.additions, raise.deletions);
}

Json pullRequestInput(const RaisePullRequest& raise)
{
    return Json{{"repositoryId", raise.repositoryId.toStdString()}, {"baseRefName", raise.base.toStdString()},
        {"headRefName", raise.branch.toStdString()}, {"title", raise.title.toStdString()},
        {"body", raise.body.toStdString()}};
}

//! What each alias of the document brought; the fields run one after the other and nothing is rolled back.
struct Parts {
    bool refAsked = false, commitAsked = false;
    const GraphqlError *refError = nullptr, *commitError = nullptr, *pullError = nullptr;
    bool ref = false;
    QString sha, pullHead;
    Json result = Json::object();
    bool pull = false;
};

Parts partsOf(const Envelope& envelope, const RaisePullRequest& raise, bool refAsked, bool commitAsked)
{
    Parts parts{.refAsked = refAsked, .commitAsked = commitAsked};
    parts.refError = envelope.below({u"ref"_s});
    parts.commitError = envelope.below({u"commit"_s});
    parts.pullError = envelope.below({u"pr"_s});
    parts.ref = memberAt(envelope.at("ref"), "ref").is_object();
    parts.sha = textAt(memberAt(envelope.at("commit"), "commit"), "oid");
    const Json& pull = memberAt(envelope.at("pr"), "pullRequest");
    parts.pull = pull.is_object() && !textAt(pull, "id").isEmpty();
    parts.pullHead = textAt(pull, "headRefOid");
    if (parts.ref)
        parts.result["ref"] = true;
    if (!parts.sha.isEmpty())
        parts.result["sha"] = parts.sha.toStdString();
    if (parts.pull) {
        parts.result["number"] = integerAt(pull, "number");
        parts.result["nodeId"] = textAt(pull, "id").toStdString();
        parts.result["url"] = textAt(pull, "url").toStdString();
    }
    if (!parts.result.empty())
        parts.result["branch"] = raise.branch.toStdString();
    return parts;
}

EffectOutcome judge(const Envelope& envelope, const RaisePullRequest& raise, bool refAsked, const QString& knownSha)
{
    Json args = argsOf(raise.repository);
    args["branch"] = raise.branch.toStdString();
    // Without any data nothing ran: an error's path, if it has one, is then a place in the document, as that of an
    // unknown field.
    if (!envelope.data.is_object() && !envelope.errors.isEmpty())
        return verdictOf(envelope.errors.first(), envelope, args).outcome();
    const bool commitAsked = knownSha.isEmpty();
    const auto parts = partsOf(envelope, raise, refAsked, commitAsked);
    const auto sha = commitAsked ? parts.sha : knownSha;

    // GitHub failing in the middle of one field says nothing about that field: the rest does not help.
    for (const auto* error : {parts.refError, parts.commitError, parts.pullError})
        if (error && verdictOf(*error, envelope, args).kind == Kind::Unknown)
            return verdictOf(*error, envelope, args).outcome(parts.result);

    if (parts.pull && !sha.isEmpty()) {
        if (parts.pullHead == sha) {
            Json result{{"number", parts.result["number"]}, {"nodeId", parts.result["nodeId"]},
                {"url", parts.result["url"]}, {"branch", raise.branch.toStdString()}, {"sha", sha.toStdString()}};
            return done(std::move(result));
        }
        args["headSha"] = parts.pullHead.toStdString();
        return refused(errc::githubHeadMoved, args, parts.result);
    }
    // The decisive error: the pull request's once our commit is there, else the first that stood in its way.
    const GraphqlError* decisive = parts.pullError;
    if (commitAsked && parts.sha.isEmpty())
        decisive = parts.refError ? parts.refError : parts.commitError;
    else if (!commitAsked && parts.refError)
        decisive = parts.refError;
    if (!decisive)
        decisive = envelope.general();
    if (!decisive)
        return garbage(envelope, parts.result);
    auto outcome = verdictOf(*decisive, envelope, args).outcome(parts.result);
    // "Not executed" would promise that nothing took place.
    if (outcome.kind == Kind::NotExecuted && !parts.result.empty())
        outcome.kind = Kind::Refused;
    return outcome;
}

} // namespace

Call call(const RaisePullRequest& effect)
{
    DocumentAssembler document(DocumentAssembler::Kind::Mutation, u"RaisePullRequest"_s);
    document.field("ref:createRef(input:" + document.value("CreateRefInput!", refInput(effect)) + "){ref{id}}");
    document.field("commit:createCommitOnBranch(input:"
        + document.value("CreateCommitOnBranchInput!", commitInput(effect)) + "){commit{oid}}");
    document.field("pr:createPullRequest(input:" + document.value("CreatePullRequestInput!", pullRequestInput(effect))
        + "){" + pullRequestSelection + "}");
    return GraphqlCall{
        document.document(), [effect](const Envelope& envelope) { return judge(envelope, effect, true, QString()); }};
}

Call call(const CommitAndOpen& effect)
{
    DocumentAssembler document(DocumentAssembler::Kind::Mutation, u"CommitAndOpen"_s);
    document.field("commit:createCommitOnBranch(input:"
        + document.value("CreateCommitOnBranchInput!", commitInput(effect.raise)) + "){commit{oid}}");
    document.field(
        "pr:createPullRequest(input:" + document.value("CreatePullRequestInput!", pullRequestInput(effect.raise)) + "){"
        + pullRequestSelection + "}");
    return GraphqlCall{document.document(),
        [raise = effect.raise](const Envelope& envelope) { return judge(envelope, raise, false, QString()); }};
}

Call call(const OpenPullRequest& effect)
{
    DocumentAssembler document(DocumentAssembler::Kind::Mutation, u"OpenPullRequest"_s);
    document.field(
        "pr:createPullRequest(input:" + document.value("CreatePullRequestInput!", pullRequestInput(effect.raise)) + "){"
        + pullRequestSelection + "}");
    return GraphqlCall{document.document(),
        [effect](const Envelope& envelope) { return judge(envelope, effect.raise, false, effect.sha); }};
}

Call call(const RaiseFromCommit& effect)
{
    DocumentAssembler document(DocumentAssembler::Kind::Mutation, u"RaiseFromCommit"_s);
    auto input = refInput(effect.raise);
    input["oid"] = effect.sha.toStdString();
    document.field("ref:createRef(input:" + document.value("CreateRefInput!", std::move(input)) + "){ref{id}}");
    document.field(
        "pr:createPullRequest(input:" + document.value("CreatePullRequestInput!", pullRequestInput(effect.raise)) + "){"
        + pullRequestSelection + "}");
    return GraphqlCall{document.document(),
        [effect](const Envelope& envelope) { return judge(envelope, effect.raise, true, effect.sha); }};
}

} // namespace slipway::github
