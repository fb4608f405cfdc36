// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/read_parts.h"

namespace slipway::github {

namespace {

//! Every part may be refused to a token by itself; what is left still explains something.
constexpr auto selection =
    "id repository{rebaseMergeAllowed squashMergeAllowed mergeCommitAllowed}"
    " mergeQueue{configuration{mergeMethod}}"
    " reviewRequests(first:20){nodes{asCodeOwner requestedReviewer{__typename ...on User{login} ...on Bot{login}"
    " ...on Team{slug}}}}"
    " latestOpinionatedReviews(first:20){nodes{state author{login}}}"
    " baseRef{refUpdateRule{requiredApprovingReviewCount requiredStatusCheckContexts requiresCodeOwnerReviews"
    " requiresLinearHistory requiresSignatures} rules(first:50){nodes{type parameters{__typename"
    " ...on PullRequestParameters{allowedMergeMethods requiredApprovingReviewCount requireCodeOwnerReview}"
    " ...on RequiredStatusChecksParameters{requiredStatusChecks{context}}}}}}";

const Json& nodesOf(const Json& connection)
{
    static const Json none = Json::array();
    const Json& nodes = memberAt(connection, "nodes");
    return nodes.is_array() ? nodes : none;
}

void readReviews(PullRequestDetails& out, const Json& node)
{
    for (const Json& request : nodesOf(memberAt(node, "reviewRequests"))) {
        const Json& who = memberAt(request, "requestedReviewer");
        const QString name = textAt(who, "login", textAt(who, "slug"));
        if (name.isEmpty())
            continue; // a team that this token may not see
        (flagAt(request, "asCodeOwner") ? out.codeOwners : out.reviewers).append(name);
    }
    for (const Json& review : nodesOf(memberAt(node, "latestOpinionatedReviews"))) {
        if (textAt(review, "state") == u"CHANGES_REQUESTED"_s)
            out.changesRequestedBy.append(textAt(memberAt(review, "author"), "login"));
    }
    out.changesRequestedBy.removeAll(QString());
}

QString stateOfRun(const Json& run)
{
    if (textAt(run, "status") != u"COMPLETED"_s)
        return u"PENDING"_s;
    const QString conclusion = textAt(run, "conclusion");
    return conclusion == u"SUCCESS"_s || conclusion == u"NEUTRAL"_s || conclusion == u"SKIPPED"_s ? u"SUCCESS"_s
                                                                                                  : u"FAILURE"_s;
}

void readChecks(PullRequestDetails& out, const Json& node)
{
    QMap<QString, CheckState> latest;
    for (const Json& check : nodesOf(memberAt(memberAt(node, "statusCheckRollup"), "contexts"))) {
        const bool isRun = textAt(check, "__typename") == u"CheckRun"_s;
        CheckState state{.name = textAt(check, isRun ? "name" : "context"),
            .state = isRun ? stateOfRun(check) : textAt(check, "state"),
            .url = textAt(check, isRun ? "detailsUrl" : "targetUrl"),
            .required = flagAt(check, "isRequired")};
        if (state.state == u"ERROR"_s)
            state.state = u"FAILURE"_s;
        if (!state.name.isEmpty())
            latest.insert(state.name, std::move(state)); // a later one of the same name is the check again
    }
    out.checks = latest.values();
}

void readRules(PullRequestDetails& out, const Json& node)
{
    const Json& repository = memberAt(node, "repository");
    const std::pair<const char*, QString> flags[]{
        {"rebaseMergeAllowed", u"REBASE"_s}, {"squashMergeAllowed", u"SQUASH"_s}, {"mergeCommitAllowed", u"MERGE"_s}};
    for (const auto& [flag, method] : flags) {
        if (flagAt(repository, flag))
            out.methods.append(method);
    }
    const Json& base = memberAt(node, "baseRef");
    const Json& classic = memberAt(base, "refUpdateRule");
    out.requiredChecks = textsAt(classic, "requiredStatusCheckContexts");
    out.codeOwnerReview = flagAt(classic, "requiresCodeOwnerReviews");
    out.approvalsNeeded = int(integerAt(classic, "requiredApprovingReviewCount"));
    bool linear = flagAt(classic, "requiresLinearHistory");
    bool isSigned = flagAt(classic, "requiresSignatures");
    for (const Json& rule : nodesOf(memberAt(base, "rules"))) {
        const QString type = textAt(rule, "type");
        const Json& parameters = memberAt(rule, "parameters");
        linear |= type == u"REQUIRED_LINEAR_HISTORY"_s;
        isSigned |= type == u"REQUIRED_SIGNATURES"_s;
        if (const QStringList allowed = textsAt(parameters, "allowedMergeMethods"); !allowed.isEmpty())
            out.methods.removeIf([&](const QString& method) { return !allowed.contains(method, Qt::CaseInsensitive); });
        out.approvalsNeeded = std::max(out.approvalsNeeded, int(integerAt(parameters, "requiredApprovingReviewCount")));
        out.codeOwnerReview |= flagAt(parameters, "requireCodeOwnerReview");
        const Json& checks = memberAt(parameters, "requiredStatusChecks");
        if (checks.is_array())
            for (const Json& check : checks)
                out.requiredChecks.append(textAt(check, "context"));
    }
    out.requiredChecks.removeAll(QString());
    out.requiredChecks.removeDuplicates();
    if (linear)
        out.methods.removeAll(u"MERGE"_s);
    if (isSigned) // GitHub cannot sign what it rebases
        out.methods.removeAll(u"REBASE"_s);
    out.queueMethod = textAt(memberAt(memberAt(node, "mergeQueue"), "configuration"), "mergeMethod");
}

} // namespace

ParseAnswer add(DocumentAssembler& document, const ExplainPullRequest& read)
{
    const auto alias = document.alias("explained");
    const auto id = document.value("ID!", read.nodeId);
    const auto required = "isRequired(pullRequestId:" + id + ")";
    document.field(alias + ":node(id:" + id + "){...on PullRequest{" + selection
        + " statusCheckRollup{contexts(first:100){nodes{__typename ...on CheckRun{name status conclusion detailsUrl "
        + required + "} ...on StatusContext{context state targetUrl " + required + "}}}}}}");
    return [alias, read](const Envelope& envelope) -> Result<Answer> {
        const Json& node = envelope.at(alias);
        if (textAt(node, "id") != read.nodeId)
            return errorAt(envelope, alias, Json{{"nodeId", read.nodeId.toStdString()}});
        PullRequestDetails details;
        readReviews(details, node);
        readChecks(details, node);
        readRules(details, node);
        return Answer(std::move(details));
    };
}

} // namespace slipway::github
