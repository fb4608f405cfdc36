// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "github/effect_calls.h"

namespace slipway::github {

namespace {

EffectOutcome armed(const char* mode) { return done(Json{{"mode", mode}}); }

//! What GitHub says where the wish is already fulfilled.
bool saysAlready(const Envelope& envelope, QLatin1String words)
{
    const auto* error = envelope.below({u"done"_s});
    return error && error->message.contains(words, Qt::CaseInsensitive);
}

} // namespace

Call call(const EnableAutoMerge& effect)
{
    Json input{{"pullRequestId", effect.pullRequestId.toStdString()}, {"mergeMethod", effect.method.toStdString()}};
    if (!effect.headOid.isEmpty())
        input["expectedHeadOid"] = effect.headOid.toStdString();
    auto args = argsOf(effect.repository);
    args["method"] = effect.method.toStdString();
    auto call = singleField(u"EnableAutoMerge"_s, "enablePullRequestAutoMerge", "EnablePullRequestAutoMergeInput!",
        std::move(input), "pullRequest{id state isInMergeQueue autoMergeRequest{enabledAt}}", std::move(args),
        [](const Json& payload, const Envelope& envelope) {
            const Json& pull = memberAt(payload, "pullRequest");
            if (memberAt(pull, "autoMergeRequest").is_object())
                return armed("armed");
            // A pull request that is ready may enter the queue, or be merged, at once; the arming is gone then.
            if (flagAt(pull, "isInMergeQueue"))
                return armed("queued");
            if (textAt(pull, "state") == u"MERGED"_s)
                return armed("merged");
            return garbage(envelope);
        });
    return GraphqlCall{call.document, [judge = call.judge](const Envelope& envelope) {
                           return saysAlready(envelope, "already enabled"_L1) ? armed("armed") : judge(envelope);
                       }};
}

Call call(const EnqueuePullRequest& effect)
{
    Json input{{"pullRequestId", effect.pullRequestId.toStdString()}};
    if (!effect.headOid.isEmpty())
        input["expectedHeadOid"] = effect.headOid.toStdString();
    auto call = singleField(u"EnqueuePullRequest"_s, "enqueuePullRequest", "EnqueuePullRequestInput!", std::move(input),
        "mergeQueueEntry{id}", argsOf(effect.repository), [](const Json& payload, const Envelope& envelope) {
            return memberAt(payload, "mergeQueueEntry").is_object() ? armed("queued") : garbage(envelope);
        });
    return GraphqlCall{call.document, [judge = call.judge](const Envelope& envelope) {
                           return saysAlready(envelope, "already in the queue"_L1) ? armed("queued") : judge(envelope);
                       }};
}

} // namespace slipway::github
