// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/merging.h"
#include "steps/pacing.h"

//! The ladder to main: auto-merge, the merge queue, a direct merge, and by which method. Each rung is taken when GitHub
//! refuses the one before.
namespace slipway::steps {

namespace {

constexpr Millis kArmedForNothing{120'000}; // GitHub merges within seconds where it does it by itself
constexpr Millis kShowsWithin{60'000}; // what GitHub said it did

struct Ladder {
    const StepContext& context;
    const MergeTask& task;
    const github::PullRequest& pullRequest;
    const Observation& seen;

    //! An older Enterprise Server does not tell the merge state; then the parts of it have to do. Merged too early,
    //! it refuses, and says why.
    bool isUntold() const { return pullRequest.mergeState.isEmpty(); }

    bool wantsReview() const
    {
        return pullRequest.reviewDecision == "REVIEW_REQUIRED"_L1
            || pullRequest.reviewDecision == "CHANGES_REQUESTED"_L1;
    }

    bool nothingLeftToWaitFor() const
    {
        if (isUntold())
            return pullRequest.mergeable == "MERGEABLE"_L1 && !wantsReview()
                && (pullRequest.checks.isEmpty() || pullRequest.checks == "SUCCESS"_L1);
        return pullRequest.mergeState == "CLEAN"_L1 || pullRequest.mergeState == "HAS_HOOKS"_L1;
    }

    Json args() const
    {
        return {{"repository", task.repository.full().toStdString()}, {"number", task.number},
            {"url", task.url.toStdString()}};
    }

    QString method() const { return textAt(context.attempt()->facts, "method", task.method); }

    //! A person retried, and it has not been armed since.
    bool isWanted() const
    {
        const auto& effects = context.attempt()->effects;
        return context.retried() && std::none_of(effects.begin(), effects.end(), [](const EffectRecord& effect) {
            return effect.state == EffectState::Succeeded
                && (effect.name == "enableAutoMerge"_L1 || effect.name == "enqueuePullRequest"_L1);
        });
    }

    const EffectRecord* lastArming() const
    {
        const auto& effects = context.attempt()->effects;
        const auto found = std::find_if(effects.rbegin(), effects.rend(),
            [](const EffectRecord& effect) { return effect.name == "enableAutoMerge"_L1 && !effect.absent; });
        return found == effects.rend() ? nullptr : &*found;
    }

    Decision enable() const
    {
        return Act{github::EnableAutoMerge{.repository = task.repository,
            .pullRequestId = task.nodeId,
            .method = method(),
            .headOid = pullRequest.headSha}};
    }

    Decision enqueue() const
    {
        return Act{github::EnqueuePullRequest{
            .repository = task.repository, .pullRequestId = task.nodeId, .headOid = pullRequest.headSha}};
    }

    Decision mergeNow() const
    {
        if (pullRequest.mergeQueueEnabled)
            return enqueue();
        return Act{github::MergePullRequest{.repository = task.repository,
            .pullRequestId = task.nodeId,
            .method = method(),
            .headOid = pullRequest.headSha}};
    }

    Decision askAbout(const QString& code, const QString& who = {}, const QString& text = {}) const
    {
        auto error = aboutPullRequest(code, task);
        if (!who.isEmpty())
            error.args["who"] = who.toStdString();
        if (!text.isEmpty())
            error.details["text"] = text.toStdString();
        return Ask{std::move(error)};
    }

    //! What only a person can change her mind about. A retry by hand is that.
    std::optional<Decision> personsWord() const
    {
        if (pullRequest.draft)
            return askAbout(errc::githubDraft);
        if (isWanted())
            return std::nullopt;
        if (task.isForeign(pullRequest))
            return askAbout(errc::githubHeadMoved);
        // Closing, a draft, a conflict, another base: what was the cause is over when it comes to this again.
        const QString reason = pullRequest.autoMergeDisabledReason;
        static const QStringList passing{u"closed"_s, u"draft"_s, u"conflict"_s, u"base"_s, u"queue"_s};
        if (!reason.isEmpty() && std::none_of(passing.begin(), passing.end(), [&](const QString& word) {
                return reason.contains(word, Qt::CaseInsensitive);
            }))
            return askAbout(errc::githubAutoMergeDisabled, pullRequest.autoMergeDisabledBy, reason);
        const QString removal = pullRequest.queueRemovalReason;
        static const QStringList lasting{u"manual"_s, u"fail"_s, u"ci_"_s, u"timeout"_s, u"protection"_s};
        if (std::any_of(lasting.begin(), lasting.end(),
                [&](const QString& word) { return removal.contains(word, Qt::CaseInsensitive); }))
            return askAbout(errc::githubQueueRemoved, pullRequest.queueRemovedBy, removal);
        return std::nullopt;
    }

    //! Without auto-merge: as soon as GitHub lets it. Nothing: not yet.
    std::optional<Decision> direct() const
    {
        if (nothingLeftToWaitFor())
            return mergeNow();
        if (pullRequest.mergeState != "UNSTABLE"_L1 && (!isUntold() || wantsReview()))
            return std::nullopt;
        // Only checks that are not required are open or red. They are let end; a red one is a person's question.
        if (pullRequest.checks == "PENDING"_L1 || pullRequest.checks == "EXPECTED"_L1)
            return std::nullopt;
        if ((pullRequest.checks == "FAILURE"_L1 || pullRequest.checks == "ERROR"_L1) && !isWanted())
            return askAbout(errc::githubChecksRed);
        return mergeNow();
    }

    //! Another method than the one that was refused, by what settings and rules allow.
    Decision anotherMethod(const EffectRecord& refused) const
    {
        const QString key = u"methods "_s + refused.id.text();
        const Json& facts = context.attempt()->facts;
        const Wait look{
            .what = u"mergeState"_s, .args = args(), .facts = {{"explain", key.toStdString()}}, .lookAtOnce = true};
        if (textAt(facts, "explain") != key)
            return look;
        const QString tried = textAt(refused.target, "method", method());
        if (textAt(facts, "explained") == key)
            return tried == method() ? Decision(Fail{*refused.error}) : mergeOrEnable(refused);
        const auto details = seen.find<github::PullRequestDetails>(explanationOf(task));
        if (details.error)
            return Fail{*refused.error};
        if (!details.value)
            return look;
        for (const QString& candidate : {u"REBASE"_s, u"SQUASH"_s, u"MERGE"_s}) {
            if (candidate != tried && details.value->methods.contains(candidate))
                return Wait{.what = u"mergeState"_s,
                    .args = args(),
                    .facts = {{"explained", key.toStdString()}, {"method", candidate.toStdString()}},
                    .lookAtOnce = true};
        }
        return Fail{*refused.error};
    }

    Decision mergeOrEnable(const EffectRecord& refused) const
    {
        return refused.name == "mergePullRequest"_L1 && nothingLeftToWaitFor() ? mergeNow() : enable();
    }

    //! What a refusal of arming leads to. Nothing: wait. `again`: it is worth the same once more.
    std::optional<Decision> afterRefusedArming(const EffectRecord& refused, bool& again) const
    {
        const QString code = refused.error ? refused.error->code : QString();
        again = false;
        if (code == errc::githubAutoMergeOff)
            return direct();
        if (code == errc::githubAutoMergeClean) {
            const bool countsAsClean = nothingLeftToWaitFor() || isUntold() || pullRequest.mergeState == "UNSTABLE"_L1;
            again = !countsAsClean && pullRequest.mergeState != "UNKNOWN"_L1;
            return again ? std::nullopt : direct();
        }
        if (code == errc::githubMergeMethod)
            return anotherMethod(refused);
        if (code == errc::githubConflict && pullRequest.mergeState == "UNKNOWN"_L1)
            return std::nullopt; // the next look tells whether it is one
        if (code == errc::githubRefused && pullRequest.mergeQueueEnabled && nothingLeftToWaitFor())
            return enqueue();
        if (code == errc::githubForbidden || code == errc::githubRuleViolation || code == errc::githubArchived
            || code == errc::githubRefused)
            return Fail{*refused.error};
        again = true;
        return std::nullopt;
    }

    std::optional<Decision> afterRefusedMerge(const EffectRecord& refused) const
    {
        const QString code = refused.error->code;
        const QString reason = textAt(refused.error->args, "reason");
        if (code == errc::githubMergeMethod)
            return anotherMethod(refused);
        if (reason == "mergeQueue"_L1)
            return enqueue();
        const bool passes = flagAt(refused.error->args, "transient") || code == errc::githubHeadMoved
            || code == errc::githubConflict || code == errc::githubNotVisible || code == errc::githubPullRequestClosed
            || reason == "checks"_L1 || reason == "review"_L1 || reason == "draft"_L1;
        return passes ? std::nullopt : std::optional<Decision>(Fail{*refused.error, true});
    }

    Millis since(Timestamp moment) const
    {
        return Millis(qint64(double((context.now - moment).count()) * context.timeScale));
    }

    //! GitHub took a merge, or the way into the queue, and it does not show yet.
    bool isUnderWay() const
    {
        const auto* last = context.lastEffect();
        return last && last->state == EffectState::Succeeded && last->endedAt && since(*last->endedAt) < kShowsWithin
            && (last->name == "mergePullRequest"_L1 || last->name == "enqueuePullRequest"_L1);
    }

    std::optional<Decision> armed() const
    {
        if (!nothingLeftToWaitFor())
            return std::nullopt;
        if (auto later = pace(context, args()))
            return later;
        // Armed too late, after the last check ended, it never fires; a person who retries wants it merged.
        const qint64 clean = integerAt(context.attempt()->facts, "armedCleanSince");
        const bool firesNoMore = clean > 0 && since(Timestamp{clean}) >= kArmedForNothing;
        if (!context.retried() && !firesNoMore)
            return std::nullopt;
        // What GitHub merges by itself it answers for; what this merges a person must have wanted.
        if (task.isForeign(pullRequest) && !isWanted())
            return askAbout(errc::githubHeadMoved);
        if (isUnderWay())
            return std::nullopt;
        if (auto end = tooMany())
            return end;
        return mergeNow();
    }

    std::optional<Decision> tooMany() const
    {
        const auto* last = context.lastEffect();
        if (context.attempt()->effects.size() < kMostWritesAnAttempt)
            return std::nullopt;
        return Fail{last && last->error ? *last->error : aboutPullRequest(errc::githubNotMergeable, task), true};
    }

    std::optional<Decision> next() const
    {
        const auto* last = context.lastEffect();
        const bool refused = last && last->state == EffectState::Failed && !last->absent && last->error;
        if (refused && last->name == "mergePullRequest"_L1) {
            if (auto decision = afterRefusedMerge(*last))
                return decision;
        }
        if (refused || (last && last->absent)) {
            if (auto later = pace(context, args()))
                return later;
        }
        if (auto end = tooMany())
            return end;
        // Its answer is lost: it may have been that the pull request is clean, and then it would never take place.
        if (last && last->name == "enableAutoMerge"_L1 && last->absent
            && (nothingLeftToWaitFor() || pullRequest.mergeState == "UNSTABLE"_L1))
            return direct();
        const auto* arming = lastArming();
        if (arming && arming->state == EffectState::Failed) {
            bool again = false;
            auto decision = afterRefusedArming(*arming, again);
            if (!again)
                return decision;
        }
        return enable();
    }
};

} // namespace

std::optional<Decision> arm(
    const StepContext& context, const MergeTask& task, const github::PullRequest& pullRequest, const Observation& seen)
{
    const Ladder ladder{context, task, pullRequest, seen};
    if (pullRequest.inMergeQueue)
        return std::nullopt;
    if (pullRequest.autoMergeArmed)
        return ladder.armed();
    if (auto question = ladder.personsWord())
        return question;
    return ladder.isUnderWay() ? std::nullopt : ladder.next();
}

} // namespace slipway::steps
