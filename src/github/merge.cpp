// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/effect_calls.h"

namespace slipway::github {

Call call(const MergePullRequest& effect)
{
    auto args = argsOf(effect.repository);
    args["method"] = effect.method.toStdString();
    return singleField(u"MergePullRequest"_s, "mergePullRequest", "MergePullRequestInput!",
        Json{{"pullRequestId", effect.pullRequestId.toStdString()}, {"mergeMethod", effect.method.toStdString()},
            {"expectedHeadOid", effect.headOid.toStdString()}},
        "pullRequest{id merged mergeCommit{oid}}", std::move(args), [](const Json& payload, const Envelope& envelope) {
            const Json& pull = memberAt(payload, "pullRequest");
            if (!flagAt(pull, "merged"))
                return garbage(envelope);
            Json result{{"mode", "merged"}};
            if (const auto sha = textAt(memberAt(pull, "mergeCommit"), "oid"); !sha.isEmpty())
                result["mergedSha"] = sha.toStdString();
            return done(std::move(result));
        });
}

Call call(const UpdateBranch& effect)
{
    auto call = singleField(u"UpdateBranch"_s, "updatePullRequestBranch", "UpdatePullRequestBranchInput!",
        Json{{"pullRequestId", effect.pullRequestId.toStdString()}, {"expectedHeadOid", effect.headOid.toStdString()}},
        "pullRequest{id headRefOid}", argsOf(effect.repository), [](const Json& payload, const Envelope& envelope) {
            const auto head = textAt(memberAt(payload, "pullRequest"), "headRefOid");
            return head.isEmpty() ? garbage(envelope) : done(Json{{"headSha", head.toStdString()}});
        });
    return GraphqlCall{call.document, [judge = call.judge, head = effect.headOid](const Envelope& envelope) {
                           const auto* error = envelope.below({u"done"_s});
                           // The branch is up to date already: its head stays as it is.
                           if (error && error->message.contains(u"no new commits on the base"_s, Qt::CaseInsensitive))
                               return done(Json{{"headSha", head.toStdString()}, {"upToDate", true}});
                           return judge(envelope);
                       }};
}

} // namespace slipway::github
