// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "steps/merging.h"

#include <bit>

//! What the merge waits for, in names: who is to review, which checks are missing, open or red.
namespace slipway::steps {

namespace {

constexpr Millis kPatience{60'000}; // what every merge waits for at first needs no explanation

bool isRed(const github::PullRequest& pullRequest)
{
    return pullRequest.checks == "FAILURE"_L1 || pullRequest.checks == "ERROR"_L1;
}

bool needsExplaining(const StepContext& context, const github::PullRequest& pullRequest)
{
    if (pullRequest.state != github::PullRequestState::Open || pullRequest.inMergeQueue || pullRequest.draft
        || pullRequest.mergeState == "CLEAN"_L1 || pullRequest.mergeState == "UNKNOWN"_L1)
        return false;
    const bool reviewed =
        pullRequest.reviewDecision == "REVIEW_REQUIRED"_L1 || pullRequest.reviewDecision == "CHANGES_REQUESTED"_L1;
    return reviewed || isRed(pullRequest) || context.waited() >= kPatience;
}

//! Changes when the answer may have: with what the pull request shows of itself, and after 1, 2, 4, 8 … minutes.
QString explanationKey(const StepContext& context, const github::PullRequest& pullRequest)
{
    const auto minutes = quint64(std::max<qint64>(0, context.waited().count() / 60'000));
    return u"%1 %2 %3 %4 %5"_s.arg(pullRequest.headSha.left(10), pullRequest.mergeState, pullRequest.reviewDecision,
        pullRequest.checks, QString::number(std::bit_width(minutes)));
}

void put(Json& args, const char* name, const QStringList& names)
{
    if (!names.isEmpty())
        args[name] = names.join(u", "_s).toStdString();
}

Json wordsOf(const github::PullRequestDetails& details)
{
    Json args = Json::object();
    put(args, "who", details.reviewers);
    put(args, "owners", details.codeOwners);
    put(args, "changesBy", details.changesRequestedBy);
    if (details.approvalsNeeded > 0)
        args["approvals"] = details.approvalsNeeded;
    QStringList failed, open, missing = details.requiredChecks;
    for (const auto& check : details.checks) {
        missing.removeAll(check.name);
        const bool counts = check.required || details.requiredChecks.contains(check.name);
        if (check.state == u"FAILURE"_s) {
            // A required one is what holds up the merge, so it is named first.
            failed.insert(counts ? 0 : failed.size(), check.name);
            if (counts || !args.contains("checkUrl"))
                args["checkUrl"] = check.url.toStdString();
        } else if (check.state != u"SUCCESS"_s) {
            open.append(check.name);
        }
    }
    put(args, "failed", failed);
    put(args, "open", open);
    put(args, "missing", missing);
    return args;
}

Wait plainWait(const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest)
{
    Wait wait{.what = u"merge"_s,
        .args = {{"repository", task.repository.full().toStdString()}, {"number", task.number},
            {"url", task.url.toStdString()}}};
    const bool clean = pullRequest.mergeState == "CLEAN"_L1 || pullRequest.mergeState == "HAS_HOOKS"_L1;
    if (pullRequest.inMergeQueue) {
        wait.what = u"mergeQueue"_s;
        if (pullRequest.queuePosition > 0)
            wait.args["position"] = pullRequest.queuePosition;
    } else if (pullRequest.reviewDecision == "REVIEW_REQUIRED"_L1
        || pullRequest.reviewDecision == "CHANGES_REQUESTED"_L1) {
        wait.what = u"review"_s;
        wait.args["review"] = pullRequest.reviewDecision.toStdString();
    } else if (pullRequest.checks == "PENDING"_L1 || pullRequest.checks == "EXPECTED"_L1) {
        wait.what = u"checks"_s;
        wait.args["state"] = "PENDING";
    } else if (isRed(pullRequest)) {
        wait.what = u"checks"_s;
        wait.args["state"] = "FAILURE";
    } else if (clean && pullRequest.autoMergeArmed) {
        wait.what = u"autoMerge"_s;
        const qint64 since = integerAt(context.attempt()->facts, "armedCleanSince");
        wait.facts["armedCleanSince"] = since > 0 ? since : context.now.ms;
    } else if (pullRequest.mergeState == "UNKNOWN"_L1 && pullRequest.state == github::PullRequestState::Open
        && !pullRequest.autoMergeArmed) {
        wait.what = u"mergeState"_s;
    }
    if (wait.what != "autoMerge"_L1 && integerAt(context.attempt()->facts, "armedCleanSince") > 0)
        wait.facts["armedCleanSince"] = 0;
    return wait;
}

} // namespace

Wait waitForMerge(
    const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest, const Observation& seen)
{
    Wait wait = plainWait(context, task, pullRequest);
    if (!needsExplaining(context, pullRequest))
        return wait;
    const Json& facts = context.attempt()->facts;
    const QString key = explanationKey(context, pullRequest);
    const auto say = [&](const Json& words) {
        wait.args.update(words);
        // Everything green, and yet blocked: what has never reported is what it waits for.
        if (wait.what == "merge"_L1 && words.contains("missing"))
            wait.what = u"checks"_s;
    };
    if (textAt(facts, "explained") == key) {
        say(memberAt(facts, "words"));
        return wait;
    }
    const auto details = seen.find<github::PullRequestDetails>(explanationOf(task));
    if (textAt(facts, "explain") == key && (details.value || details.error)) {
        // A token that may not read it leaves the wait without names, not without an end.
        const Json words = details.value ? wordsOf(*details.value) : Json::object();
        say(words);
        wait.facts["explained"] = key.toStdString();
        wait.facts["words"] = words;
        return wait;
    }
    if (const Json& before = memberAt(facts, "words"); before.is_object())
        say(before);
    wait.facts["explain"] = key.toStdString();
    wait.lookAtOnce = true;
    return wait;
}

} // namespace slipway::steps
