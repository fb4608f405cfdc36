// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/kinds.h"
#include "steps/merging.h"

namespace slipway::steps {

namespace {

//! Arms auto-merge; merges directly where GitHub says that nothing is left to wait for.
class AutoMergeKind : public StepKind {
public:
    KindRule rule() const override
    {
        return {.kind = u"github.auto-merge"_s,
            .parameters = {{u"pullRequest"_s, ParameterType::Step, true, u"github.pull-request"_s},
                {u"method"_s, ParameterType::Text, false}},
            .outputs = {u"mode"_s}};
    }

    Reads reads(const StepContext& context) const override
    {
        const auto task = mergeTask(context);
        if (!task || task->nothingRaised())
            return {};
        if (!task->unnamed && (armed(context) || !context.mustLook()))
            return {};
        return mergeReads(context, *task);
    }

    Decision decide(const StepContext& context, const Observation& seen) const override
    {
        const auto task = mergeTask(context);
        if (!task)
            return Fail{task.error()};
        if (task->unnamed)
            return findNamed(context, *task, seen);
        if (task->nothingRaised())
            return Done{{{"mode", "merged"}}, u"nothingToChange"_s};
        if (const auto* effect = armed(context))
            return Done{{{"mode", memberAt(effect->result, "mode")}}};
        if (!context.mustLook())
            return Act{github::EnableAutoMerge{.repository = task->repository,
                .pullRequestId = task->nodeId,
                .method = task->method,
                .headOid = task->headSha}};
        const auto pullRequest = seen.find<github::PullRequest>(watchOf(*task));
        if (!pullRequest.value) {
            if (pullRequest.error && pullRequest.error->code == errc::githubNotVisible)
                return Wait{.what = u"visibility"_s,
                    .args = {{"repository", task->repository.full().toStdString()}, {"number", task->number}}};
            return Fail{pullRequest.error ? *pullRequest.error : Error{.code = errc::internal}};
        }
        switch (pullRequest.value->state) {
        case github::PullRequestState::Merged: return Done{{{"mode", "merged"}}, u"alreadyMerged"_s};
        case github::PullRequestState::Closed: {
            if (!task->withdrawn)
                return closedByHand(context, *task, *pullRequest.value);
            QString base;
            const auto open = tidyUp(context, *task, seen, base);
            return open ? *open : Decision(Done{{{"mode", "merged"}}, u"madeBySomeoneElse"_s});
        }
        case github::PullRequestState::Open: break;
        }
        if (auto obstacle = clearTheWay(context, *task, *pullRequest.value, seen))
            return *obstacle;
        if (auto step = arm(context, *task, *pullRequest.value, seen))
            return *step;
        if (pullRequest.value->autoMergeArmed || pullRequest.value->inMergeQueue)
            return Done{{{"mode", pullRequest.value->inMergeQueue ? "queued" : "armed"}}};
        return waitForMerge(context, *task, *pullRequest.value, seen);
    }

    Resolution resolve(const StepContext& context, const EffectRecord& effect, const Observation& seen) const override
    {
        const auto task = mergeTask(context);
        if (!task)
            return {.kind = Resolution::Kind::AskPerson};
        return resolveMerging(context, *task, effect, seen);
    }

private:
    static const EffectRecord* armed(const StepContext& context)
    {
        for (const char* name : {"enableAutoMerge", "enqueuePullRequest", "mergePullRequest"})
            if (context.lastEffectIs(name, EffectState::Succeeded))
                return context.lastEffect();
        return nullptr;
    }
};

} // namespace

const StepKind& autoMergeKind()
{
    static const AutoMergeKind kind;
    return kind;
}

} // namespace slipway::steps
