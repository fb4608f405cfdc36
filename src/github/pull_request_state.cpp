// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/effect_calls.h"

namespace slipway::github {

namespace {

Call stateChange(const QString& operation, const QByteArray& mutation, const QByteArray& type,
    const RepositoryName& repository, const QString& pullRequestId)
{
    return singleField(operation, mutation, type, Json{{"pullRequestId", pullRequestId.toStdString()}},
        "pullRequest{id number url state headRefOid}", argsOf(repository),
        [](const Json& payload, const Envelope& envelope) {
            const Json& pull = memberAt(payload, "pullRequest");
            if (textAt(pull, "state").isEmpty())
                return garbage(envelope);
            return done(Json{{"number", integerAt(pull, "number")}, {"nodeId", textAt(pull, "id").toStdString()},
                {"url", textAt(pull, "url").toStdString()}, {"state", textAt(pull, "state").toStdString()},
                {"sha", textAt(pull, "headRefOid").toStdString()}});
        });
}

} // namespace

Call call(const ReopenPullRequest& effect)
{
    return stateChange(u"ReopenPullRequest"_s, "reopenPullRequest", "ReopenPullRequestInput!", effect.repository,
        effect.pullRequestId);
}

Call call(const ClosePullRequest& effect)
{
    return stateChange(
        u"ClosePullRequest"_s, "closePullRequest", "ClosePullRequestInput!", effect.repository, effect.pullRequestId);
}

Call call(const RevertPullRequest& effect)
{
    auto args = argsOf(effect.repository);
    args["number"] = effect.number;
    auto call = singleField(u"RevertPullRequest"_s, "revertPullRequest", "RevertPullRequestInput!",
        Json{{"pullRequestId", effect.pullRequestId.toStdString()}, {"body", effect.body.toStdString()}},
        "revertPullRequest{id number url headRefName}", std::move(args),
        [](const Json& payload, const Envelope& envelope) {
            const Json& made = memberAt(payload, "revertPullRequest");
            if (textAt(made, "id").isEmpty())
                return garbage(envelope);
            return done(Json{{"number", integerAt(made, "number")}, {"nodeId", textAt(made, "id").toStdString()},
                {"url", textAt(made, "url").toStdString()}, {"branch", textAt(made, "headRefName").toStdString()}});
        });
    return call;
}

} // namespace slipway::github
