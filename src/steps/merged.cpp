// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/kinds.h"
#include "steps/merging.h"

namespace slipway::steps {

namespace {

//! Waits for the merge and tells the commit on the base: rebasing gives it another SHA than the pull request's head.
class MergedKind : public StepKind {
public:
    KindRule rule() const override
    {
        return {.kind = u"github.merged"_s,
            .parameters = {{u"pullRequest"_s, ParameterType::Step, true, u"github.pull-request"_s}},
            .outputs = {u"mergedSha"_s, u"mergedAt"_s}};
    }

    Reads reads(const StepContext& context) const override
    {
        const auto task = mergeTask(context);
        if (!task || task->nothingRaised())
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
            return Done{{{"mergedSha", task->headSha.toStdString()}}, u"nothingToChange"_s};
        const auto pullRequest = seen.find<github::PullRequest>(watchOf(*task));
        if (!pullRequest.value)
            return Fail{pullRequest.error ? *pullRequest.error : Error{.code = errc::internal}, true};
        const auto& now = *pullRequest.value;
        if (now.state == github::PullRequestState::Merged) {
            if (!github::isSha(now.mergedSha)) // for a moment GitHub knows of the merge, but not of its commit
                return waitForMerge(context, *task, now, seen);
            return Done{{{"mergedSha", now.mergedSha.toStdString()},
                            {"mergedAt", now.mergedAt ? Json(now.mergedAt->toIso().toStdString()) : Json()}},
                task->isForeign(now) ? u"mergedWithOthersCommits"_s : QString()};
        }
        if (now.state == github::PullRequestState::Closed && task->withdrawn) {
            QString base;
            if (auto open = tidyUp(context, *task, seen, base))
                return *open;
            return Done{{{"mergedSha", base.toStdString()}, {"mergedAt", Json()}}, u"madeBySomeoneElse"_s};
        }
        if (now.state == github::PullRequestState::Closed)
            return closedByHand(context, *task, now);
        if (auto obstacle = clearTheWay(context, *task, now, seen))
            return *obstacle;
        if (armedByThisRun(context, *task)) {
            if (auto step = arm(context, *task, now, seen))
                return *step;
        }
        return waitForMerge(context, *task, now, seen);
    }

    Resolution resolve(const StepContext& context, const EffectRecord& effect, const Observation& seen) const override
    {
        const auto task = mergeTask(context);
        if (!task)
            return {.kind = Resolution::Kind::AskPerson};
        return resolveMerging(context, *task, effect, seen);
    }

private:
    //! Whether the workflow armed it before: then it is armed again when something (a reopening) switched that off.
    static bool armedByThisRun(const StepContext& context, const MergeTask& task)
    {
        for (const auto& definition : context.run.workflow->steps)
            if (definition.kind == "github.auto-merge"_L1
                && textAt(definition.with, "pullRequest") == task.raiseStep.text())
                return context.run.step(definition.id)->isDone();
        return false;
    }
};

} // namespace

const StepKind& mergedKind()
{
    static const MergedKind kind;
    return kind;
}

} // namespace slipway::steps
