// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/stuck_words.h"

#include <QCoreApplication>

namespace slipway::desk {

namespace {

using enum StuckAct;

const QList<StuckEntry>& entries()
{
    static const QList<StuckEntry> all{
        {StuckCause::None, "none", "", "", "", {}},
        {StuckCause::AutoMergeNotFiring, "autoMergeNotFiring",
            QT_TRANSLATE_NOOP("stuck",
                "Auto-merge is on and nothing is in the way of [#{number}|the pull request][ in {repository}], but it "
                "is "
                "still open."),
            QT_TRANSLATE_NOOP("stuck",
                "GitHub has called it ready to merge[ since {since}]. Auto-merge acts when a check or a review ends; "
                "where it was turned on after the last of them, nothing sets it off."),
            QT_TRANSLATE_NOOP("stuck",
                "Slipway merges it itself after a short while. To have it at once, press “Merge it now”, or merge it "
                "on its page; the run goes on by itself."),
            {Retry, OpenPage, LookNow, Advance}},
        {StuckCause::AlreadyMergeable, "alreadyMergeable",
            QT_TRANSLATE_NOOP("stuck",
                "Auto-merge was refused for [#{number}|the pull request][ in {repository}], because it can be merged "
                "already."),
            QT_TRANSLATE_NOOP("stuck", "There is no check or review left for auto-merge to wait for."),
            QT_TRANSLATE_NOOP("stuck", "Press “Merge it now”: it is merged directly."), {Retry, OpenPage, Advance}},
        {StuckCause::ReviewMissing, "reviewMissing",
            QT_TRANSLATE_NOOP(
                "stuck", "[#{number}|The pull request][ in {repository}] needs a review before it can be merged."),
            QT_TRANSLATE_NOOP("stuck",
                "The rules of the branch ask for one[: by a code owner, {owners}|: {who} were asked|: by {approvals} "
                "of those with write access]."),
            QT_TRANSLATE_NOOP("stuck",
                "Ask for the review: the text to send is behind “Copy nudge”. The run goes on by itself when it is "
                "there."),
            {CopyNudge, OpenPage, LookNow, Advance},
            QT_TRANSLATE_NOOP("stuck",
                "Could you please review [#{number}|the pull request][ in {repository}]? A new service waits for it.[ "
                "{url}]")},
        {StuckCause::ChangesRequested, "changesRequested",
            QT_TRANSLATE_NOOP("stuck",
                "[{changesBy}|A reviewer] asked for changes to [#{number}|the pull request][ in {repository}]."),
            QT_TRANSLATE_NOOP(
                "stuck", "While a review asks for changes, the rules of the branch do not let it be merged."),
            QT_TRANSLATE_NOOP("stuck",
                "Read what was asked on its page. When the reviewer approves or withdraws the review, the run goes on; "
                "where the change itself is wrong, take the run back and start again."),
            {OpenPage, CopyNudge, LookNow, Undo},
            QT_TRANSLATE_NOOP("stuck",
                "You asked for changes to [#{number}|the pull request][ in {repository}]. Could you look at it again?[ "
                "{url}]")},
        {StuckCause::CheckNeverReported, "checkNeverReported",
            QT_TRANSLATE_NOOP("stuck",
                "A required check of [#{number}|the pull request][ in {repository}] has never reported[: {missing}]."),
            QT_TRANSLATE_NOOP("stuck",
                "The rules of the branch name it, but nothing has started it: its workflow may be switched off, be "
                "called otherwise by now, or not run for these files."),
            QT_TRANSLATE_NOOP("stuck",
                "Start the check or take it off the branch's rules; the run goes on by itself. Somebody who may pass "
                "the "
                "rules can merge on the page."),
            {OpenPage, LookNow, CopyNudge, Advance},
            QT_TRANSLATE_NOOP("stuck",
                "A required check[, {missing},] has not reported on [#{number}|the pull request][ in {repository}]. Is "
                "its "
                "workflow still "
                "there?[ {url}]")},
        {StuckCause::ChecksRunning, "checksRunning",
            QT_TRANSLATE_NOOP(
                "stuck", "The checks of [#{number}|the pull request][ in {repository}] are not done yet."),
            QT_TRANSLATE_NOOP("stuck", "[Still open: {open}.|GitHub says that they are pending.]"),
            QT_TRANSLATE_NOOP("stuck", "Wait; the run goes on by itself. On its page you see how far they are."),
            {Wait, OpenPage, LookNow}},
        {StuckCause::ChecksFailed, "checksFailed",
            QT_TRANSLATE_NOOP("stuck", "A check of [#{number}|the pull request][ in {repository}] is red[: {failed}]."),
            QT_TRANSLATE_NOOP("stuck", "[Its page is {checkUrl}.|GitHub does not say which one.]"),
            QT_TRANSLATE_NOOP("stuck",
                "Read its log. Start it again there when the failure was by chance; the run goes on by itself when it "
                "is green."),
            {OpenPage, LookNow, Advance, Undo}},
        {StuckCause::ChecksYoung, "checksYoung",
            QT_TRANSLATE_NOOP("stuck", "[#{number}|The pull request][ in {repository}] is a few seconds old."),
            QT_TRANSLATE_NOOP("stuck", "GitHub has not started its checks yet; that takes up to a minute."),
            QT_TRANSLATE_NOOP("stuck", "Wait; nothing is wrong."), {Wait, LookNow}},
        {StuckCause::Behind, "behind",
            QT_TRANSLATE_NOOP("stuck",
                "The branch of [#{number}|the pull request][ in {repository}] is behind its base and has to be updated "
                "first."),
            QT_TRANSLATE_NOOP("stuck",
                "The rules of the branch ask for an up-to-date branch, and updating it has not worked yet[: {text}]."),
            QT_TRANSLATE_NOOP(
                "stuck", "Press “Update the branch”: it is updated again. Or press “Update branch” on its page."),
            {Retry, OpenPage, LookNow}},
        {StuckCause::Conflict, "conflict",
            QT_TRANSLATE_NOOP("stuck",
                "[#{number}|The pull request][ in {repository}] conflicts with what its base branch has by now[, in "
                "{path}]."),
            QT_TRANSLATE_NOOP(
                "stuck", "Somebody changed the same place of the file. Slipway makes its change anew on the new base."),
            QT_TRANSLATE_NOOP("stuck",
                "Wait while that is under way. Where it failed, press Retry, or resolve the conflict on its page."),
            {Retry, OpenPage, LookNow, Undo}},
        {StuckCause::PullRequestClosed, "pullRequestClosed",
            QT_TRANSLATE_NOOP(
                "stuck", "[#{number}|The pull request][ in {repository}] was closed without being merged[ by {who}]."),
            QT_TRANSLATE_NOOP("stuck", "A closed pull request is never merged by itself."),
            QT_TRANSLATE_NOOP("stuck",
                "Press “Open it again”, or, where that is refused, retry from the step that raised it for a "
                "new one. Or cancel the run."),
            {Retry, RetryFrom, OpenPage, Undo}},
        {StuckCause::Draft, "draft",
            QT_TRANSLATE_NOOP("stuck", "[#{number}|The pull request][ in {repository}] is a draft."),
            QT_TRANSLATE_NOOP("stuck", "Drafts cannot be merged; somebody turned it into one."),
            QT_TRANSLATE_NOOP("stuck", "Mark it as ready for review on its page; the run goes on by itself."),
            {OpenPage, LookNow}},
        {StuckCause::AutoMergeOff, "autoMergeOff",
            QT_TRANSLATE_NOOP("stuck", "Auto-merge cannot be used[ in {repository}]."),
            QT_TRANSLATE_NOOP(
                "stuck", "The repository does not allow it, or it was turned off on the pull request[ by {who}]."),
            QT_TRANSLATE_NOOP("stuck",
                "Allow auto-merge in the repository's settings and press Retry, or merge the pull request on its "
                "page."),
            {Retry, OpenPage, Advance}},
        {StuckCause::MergeQueue, "mergeQueue",
            QT_TRANSLATE_NOOP("stuck",
                "[#{number}|The pull request][ in {repository}] waits in the merge queue[, at place {position}]."),
            QT_TRANSLATE_NOOP("stuck", "The queue tests and merges one after another."),
            QT_TRANSLATE_NOOP("stuck", "Wait; the run goes on by itself."), {Wait, OpenPage, LookNow}},
        {StuckCause::QueueRemoved, "queueRemoved",
            QT_TRANSLATE_NOOP(
                "stuck", "[#{number}|The pull request][ in {repository}] was taken out of the merge queue[ by {who}]."),
            QT_TRANSLATE_NOOP(
                "stuck", "[GitHub says: {reason}.|A check of the queue failed, or a person took it out.]"),
            QT_TRANSLATE_NOOP("stuck", "Look at its page for the cause, then press “Queue it again”."),
            {Retry, OpenPage, Advance}},
        {StuckCause::MergeStateUnknown, "mergeStateUnknown",
            QT_TRANSLATE_NOOP("stuck",
                "GitHub has not worked out yet whether [#{number}|the pull request][ in {repository}] can be merged."),
            QT_TRANSLATE_NOOP("stuck", "It does that when somebody asks, and takes seconds, seldom minutes."),
            QT_TRANSLATE_NOOP("stuck", "Look again; opening its page also makes GitHub work it out."),
            {LookNow, OpenPage}},
        {StuckCause::RuleViolation, "ruleViolation",
            QT_TRANSLATE_NOOP("stuck", "A rule of the repository forbids the write[ in {repository}]."),
            QT_TRANSLATE_NOOP("stuck", "[GitHub says: {text}.|GitHub does not say which rule.]"),
            QT_TRANSLATE_NOOP("stuck", "Have the rule changed or an exception made, then press Retry."),
            {Retry, OpenPage, Advance}},
        {StuckCause::WorkflowNotStarted, "workflowNotStarted",
            QT_TRANSLATE_NOOP("stuck", "The workflow[ {workflow}][ in {repository}] has not started."),
            QT_TRANSLATE_NOOP("stuck",
                "GitHub starts it for the commit within seconds; later than that it is switched off, has another "
                "trigger, or the commit says to skip it."),
            QT_TRANSLATE_NOOP("stuck",
                "Look at the repository's Actions page. Start it by hand there, or advance the step when it is not "
                "needed."),
            {OpenPage, LookNow, Retry, Advance}},
        {StuckCause::RunnerQueue, "runnerQueue",
            QT_TRANSLATE_NOOP("stuck", "The workflow[ {workflow}][ in {repository}] waits for a runner."),
            QT_TRANSLATE_NOOP("stuck", "GitHub has it in its queue; no machine has taken it yet."),
            QT_TRANSLATE_NOOP("stuck",
                "Wait, or see whether runners are busy or offline. GitHub's status page tells of trouble with "
                "Actions."),
            {Wait, OpenPage, LookNow}},
        {StuckCause::WorkflowRunning, "workflowRunning",
            QT_TRANSLATE_NOOP("stuck", "The workflow[ {workflow}][ in {repository}] is running."),
            QT_TRANSLATE_NOOP("stuck", "It is not done yet."),
            QT_TRANSLATE_NOOP("stuck", "Wait; its page shows how far it is."), {Wait, OpenPage, LookNow}},
        {StuckCause::WorkflowApproval, "workflowApproval",
            QT_TRANSLATE_NOOP("stuck", "The workflow[ {workflow}][ in {repository}] waits to be approved."),
            QT_TRANSLATE_NOOP("stuck", "[{who} may let it run|Somebody has to let it run][, for {environments}]."),
            QT_TRANSLATE_NOOP("stuck", "Approve it on its page, or ask who may; the run goes on by itself."),
            {CopyNudge, OpenPage, LookNow},
            QT_TRANSLATE_NOOP(
                "stuck", "Could you please approve the workflow[ {workflow}][ in {repository}]?[ {url}]")},
        {StuckCause::WorkflowFailed, "workflowFailed",
            QT_TRANSLATE_NOOP("stuck", "The workflow[ {workflow}][ in {repository}] ended badly[: {conclusion}]."),
            QT_TRANSLATE_NOOP("stuck",
                "[Job “{job}” failed at “{jobStep}”.|Job “{job}” failed.][ Its last words: “{text}”.] Its log says "
                "more."),
            QT_TRANSLATE_NOOP("stuck",
                "Read its log. Press Retry: it is run again. Where it was run again by hand already, look now."),
            {Retry, OpenPage, LookNow, Advance, Undo}},
        {StuckCause::RepositoryNotReadable, "repositoryNotReadable",
            QT_TRANSLATE_NOOP("stuck", "The new repository[ {repository}] cannot be read yet."),
            QT_TRANSLATE_NOOP("stuck",
                "GitHub shows new things late now and then, and says the same of what is not there and of what this "
                "token may not see."),
            QT_TRANSLATE_NOOP("stuck", "Look again. When it stays so, see whether your token may read it."),
            {LookNow, Retry, OpenPage}},
        {StuckCause::OutcomeUnknown, "outcomeUnknown",
            QT_TRANSLATE_NOOP("stuck", "It is not known whether the last request took place."),
            QT_TRANSLATE_NOOP("stuck", "Its answer was lost. It is looked up before anything else is sent."),
            QT_TRANSLATE_NOOP("stuck", "Wait a moment, or look now."), {LookNow, Wait}},
        {StuckCause::WriteTurn, "writeTurn", QT_TRANSLATE_NOOP("stuck", "Other writes[ to {repository}] go first."),
            QT_TRANSLATE_NOOP(
                "stuck", "One write at a time goes to a repository, and no more an hour than GitHub allows."),
            QT_TRANSLATE_NOOP("stuck", "Wait; nothing is wrong."), {Wait}},
        {StuckCause::ServiceNotReady, "serviceNotReady",
            QT_TRANSLATE_NOOP("stuck", "[{host}|The service] does not answer as it should yet."),
            QT_TRANSLATE_NOOP("stuck", "[{context}|What is waited for is not there.]"),
            QT_TRANSLATE_NOOP("stuck", "Look again, or ask those who run the service."), {LookNow, OpenPage, Advance}},
        {StuckCause::Person, "person", QT_TRANSLATE_NOOP("stuck", "It waits for [{who}|a person][: {context}]."),
            QT_TRANSLATE_NOOP("stuck", "The workflow asks for a go-ahead here."),
            QT_TRANSLATE_NOOP("stuck", "Advance the step when it may go on."), {Advance, Skip}},
        {StuckCause::Parked, "parked", "", "", "", {LookNow, Wait}},
        {StuckCause::RetryPlanned, "retryPlanned", "", "", "", {RetryNow, Retry}},
        {StuckCause::Failed, "failed", "", "", "", {Retry, RetryFrom, OpenPage, Advance, Skip, Undo}},
        {StuckCause::PastUsual, "pastUsual", QT_TRANSLATE_NOOP("stuck", "“{title}” takes longer than it should."),
            QT_TRANSLATE_NOOP("stuck", "The cause is not known: nothing that was read tells of an obstacle."),
            QT_TRANSLATE_NOOP(
                "stuck", "Look now, open its page, or retry the step: what is done already is not done twice."),
            {LookNow, OpenPage, Retry, Advance, Skip}},
    };
    return all;
}

//! A service that is asked within the usual time: that is what the step is for, and no fault.
const StuckEntry& serviceStillAsked()
{
    static const StuckEntry entry{StuckCause::ServiceNotReady, "serviceNotReady",
        QT_TRANSLATE_NOOP("stuck",
            "“{title}”: [{host}|the service] is asked again and again until it shows what the step waits for."),
        QT_TRANSLATE_NOOP("stuck", "It has taken no longer than it may; nothing is wrong."),
        QT_TRANSLATE_NOOP("stuck", "Wait; the run goes on by itself."), {Wait, LookNow, OpenPage, Advance}};
    return entry;
}

} // namespace

const StuckEntry& usualWaitEntry(StuckCause cause)
{
    return cause == StuckCause::ServiceNotReady ? serviceStillAsked() : stuckEntry(cause);
}

const StuckEntry& stuckEntry(StuckCause cause)
{
    for (const StuckEntry& entry : entries())
        if (entry.cause == cause)
            return entry;
    return entries().first();
}

} // namespace slipway::desk
