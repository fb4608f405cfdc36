// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/retry_words.h"

#include "base/text.h"

#include <QCoreApplication>

namespace slipway::console {

namespace {

struct RetryWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::RetryWords)
};

} // namespace

using desk::StuckCause;

QString retryVerb(StuckCause cause)
{
    switch (cause) {
    case StuckCause::AutoMergeNotFiring:
    case StuckCause::AlreadyMergeable: return RetryWords::tr("Merge it now");
    case StuckCause::Behind: return RetryWords::tr("Update the branch");
    case StuckCause::PullRequestClosed: return RetryWords::tr("Open it again");
    case StuckCause::QueueRemoved: return RetryWords::tr("Queue it again");
    default: return {};
    }
}

QString retryEffect(StuckCause cause)
{
    switch (cause) {
    case StuckCause::AutoMergeNotFiring:
    case StuckCause::AlreadyMergeable:
        return RetryWords::tr("merge the pull request directly, if nothing is in its way; where the branch has a merge "
                              "queue, put it into that");
    case StuckCause::Behind: return RetryWords::tr("bring the pull request's branch up to date with its base");
    case StuckCause::PullRequestClosed:
        return RetryWords::tr("open the pull request again; where GitHub refuses that, “Retry from” the step that "
                              "raised it makes a new one");
    case StuckCause::QueueRemoved: return RetryWords::tr("put the pull request into the merge queue again");
    case StuckCause::Conflict: return RetryWords::tr("make the change anew on what the base branch has by now");
    case StuckCause::WorkflowFailed: return RetryWords::tr("run the workflow, or its failed jobs, again");
    default: return {};
    }
}

StuckCause causeSeenLast(const Run& run, const StepId& step)
{
    const StepRun* state = run.step(step);
    if (!state)
        return StuckCause::None;
    // What takes no longer than usual is no matter here: the causes with a name are told by what was seen.
    const Timestamp since = state->waitingFor ? state->waitingFor->since : run.startedAt;
    return desk::stuckCauseOf(desk::RunView{.run = run}, *state, since, 1.0);
}

} // namespace slipway::console
