// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/error_text.h"
#include "desk/values.h"

//! Why a step is where it is, by what was observed of it: the journal keeps that as what the step waits for, its error
//! and what its last requests came to.
namespace slipway::desk {

enum class StuckCause {
    None, //!< it is not held up
    AutoMergeNotFiring, //!< nothing is in the way, auto-merge is on, and it is still open
    AlreadyMergeable, //!< auto-merge was refused because nothing is left to wait for
    ReviewMissing,
    ChangesRequested,
    CheckNeverReported, //!< a required check that nothing has reported
    ChecksRunning,
    ChecksFailed,
    ChecksYoung, //!< the pull request is seconds old: its checks are not there yet
    Behind, //!< the branch has to be updated first
    Conflict,
    PullRequestClosed,
    Draft,
    AutoMergeOff, //!< the repository does not allow it, and something else is in the way of merging directly
    MergeQueue,
    QueueRemoved,
    MergeStateUnknown,
    RuleViolation,
    WorkflowNotStarted,
    RunnerQueue, //!< the workflow waits for a runner
    WorkflowRunning,
    WorkflowApproval,
    WorkflowFailed,
    RepositoryNotReadable, //!< new, and not to be seen yet
    OutcomeUnknown, //!< a request that may have taken place is looked up first
    WriteTurn, //!< other writes go first
    ServiceNotReady, //!< a service does not answer as it should yet
    Person, //!< a gate
    Parked, //!< no network, limits, a token
    RetryPlanned,
    Failed, //!< with an error that says why
    PastUsual //!< longer than usual or than its limit, and nothing that was observed says why
};

//! What can be done about it, the most fitting first; a console shows those as buttons, a terminal as words.
enum class StuckAct {
    OpenPage,
    CopyNudge,
    LookNow,
    RetryNow,
    Retry,
    RetryFrom,
    Advance,
    Skip,
    Undo,
    GiveSecret, //!< that the step waits for (secretAskedFor())
    SetCredential, //!< that its request needs and is not at hand (credentialAskedFor())
    Answer, //!< say what became of a request (ResolveEffect)
    Wait
};

struct StuckReport {
    StuckCause cause = StuckCause::None;
    ErrorText text; //!< what happened, why, what you can do
    QString measure; //!< how long it waits, beside what is usual and its limit; empty: it does not wait
    QList<StuckAct> acts;
    QString nudge; //!< a text to send to whom it waits for; empty: nobody
    bool overdue = false; //!< longer than usual or than its limit
};

//! The cause alone, by what was observed. `timeScale` as in Clock::scale().
StuckCause stuckCauseOf(const RunView& view, const StepRun& step, Timestamp now, double timeScale);
StuckReport stuckReport(const RunView& view, const StepRun& step, Timestamp now, double timeScale);

//! A stored credential that a step's request needs, and that is missing, may not go there, or is refused there.
struct AskedCredential {
    QString name;
    QString origin; //!< where the request goes; empty: not known
};
std::optional<AskedCredential> credentialAskedFor(const StepRun& step);

//! The word of a cause in JSON and on the terminal: "reviewMissing".
QString toText(StuckCause cause);

} // namespace slipway::desk
