// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/stuck_cause.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/phrase.h"
#include "desk/plain_text.h"
#include "desk/run_json.h"
#include "desk/stuck_words.h"
#include "workflow/handle.h"
#include "workflow/secrets.h"

#include <QCoreApplication>

namespace slipway::desk {

namespace {

constexpr Millis kYoung{60'000}; //!< GitHub starts the checks of a new pull request within this

QString stuckPhrase(const char* text) { return QCoreApplication::translate("stuck", text); }

StuckCause causeOfError(const Error& error)
{
    static const QHash<QString, StuckCause> causes{
        {errc::githubAutoMergeClean, StuckCause::AlreadyMergeable},
        {errc::githubPullRequestClosed, StuckCause::PullRequestClosed},
        {errc::githubConflict, StuckCause::Conflict},
        {errc::githubChecksRed, StuckCause::ChecksFailed},
        {errc::githubDraft, StuckCause::Draft},
        {errc::githubAutoMergeOff, StuckCause::AutoMergeOff},
        {errc::githubAutoMergeDisabled, StuckCause::AutoMergeOff},
        {errc::githubQueueRemoved, StuckCause::QueueRemoved},
        {errc::githubRuleViolation, StuckCause::RuleViolation},
        {errc::githubNoWorkflowRun, StuckCause::WorkflowNotStarted},
        {errc::githubRunApproval, StuckCause::WorkflowApproval},
        {errc::githubWorkflowFailed, StuckCause::WorkflowFailed},
        {errc::githubWorkflowCancelled, StuckCause::WorkflowFailed},
        {errc::githubNotVisible, StuckCause::RepositoryNotReadable},
        {errc::githubRepositoryInvisible, StuckCause::RepositoryNotReadable},
    };
    return causes.value(error.code, StuckCause::Failed);
}

bool has(const Json& args, const char* name) { return !textAt(args, name).isEmpty(); }

//! Why a merge waits, by what GitHub said of the pull request.
StuckCause causeOfMerge(const StepRun& step, Timestamp now, double timeScale)
{
    const WaitingFor& waiting = *step.waitingFor;
    const Json& args = waiting.args;
    const Attempt* attempt = step.attempt();
    const EffectRecord* last = attempt && !attempt->effects.isEmpty() ? &attempt->effects.last() : nullptr;
    const bool said = has(args, "failed") || has(args, "open") || has(args, "missing") || has(args, "state");
    if (waiting.what == "review"_L1)
        return has(args, "changesBy") || textAt(args, "review") == "CHANGES_REQUESTED"_L1 ? StuckCause::ChangesRequested
                                                                                          : StuckCause::ReviewMissing;
    if (waiting.what == "conflict"_L1)
        return StuckCause::Conflict;
    if (waiting.what == "autoMerge"_L1)
        return StuckCause::AutoMergeNotFiring;
    if (waiting.what == "mergeQueue"_L1)
        return StuckCause::MergeQueue;
    if (waiting.what == "checks"_L1) {
        if (has(args, "failed") || textAt(args, "state") == "FAILURE"_L1)
            return StuckCause::ChecksFailed;
        // What runs is waited for; what nothing has ever reported may never come.
        return has(args, "missing") && !has(args, "open") ? StuckCause::CheckNeverReported : StuckCause::ChecksRunning;
    }
    if (last && last->name == "updateBranch"_L1 && last->state != EffectState::Succeeded)
        return StuckCause::Behind;
    if (waiting.what == "mergeState"_L1)
        return StuckCause::MergeStateUnknown;
    const Millis young(qint64(double(kYoung.count()) / timeScale));
    if (!said && now - waiting.since < young)
        return StuckCause::ChecksYoung;
    return StuckCause::PastUsual;
}

std::optional<StuckCause> causeOfWaiting(const StepRun& step, Timestamp now, double timeScale)
{
    const QString& what = step.waitingFor->what;
    static const QStringList merging{
        u"merge"_s, u"review"_s, u"checks"_s, u"autoMerge"_s, u"conflict"_s, u"mergeQueue"_s, u"mergeState"_s};
    if (merging.contains(what))
        return causeOfMerge(step, now, timeScale);
    if (what == "runStart"_L1)
        return StuckCause::WorkflowNotStarted;
    if (what == "workflowRun"_L1)
        return textAt(step.waitingFor->args, "state") == "QUEUED"_L1 ? StuckCause::RunnerQueue
                                                                     : StuckCause::WorkflowRunning;
    if (what == "runApproval"_L1)
        return StuckCause::WorkflowApproval;
    if (what == "repository"_L1 || what == "repositoryContent"_L1 || what == "visibility"_L1)
        return StuckCause::RepositoryNotReadable;
    if (what == "lookUp"_L1)
        return StuckCause::OutcomeUnknown;
    if (what == "writeSlot"_L1)
        return StuckCause::WriteTurn;
    if (what == "artifact"_L1 || what == "condition"_L1 || what == "answer"_L1)
        return StuckCause::ServiceNotReady;
    if (what == "person"_L1)
        return StuckCause::Person;
    return std::nullopt;
}

//! A person is asked for what a look-up needs, not for what became of the request.
bool asksForMore(const StepRun& step) { return step.needsYou && step.error && step.error->code != errc::effectUnknown; }

QString measureOf(const RunView& view, const StepRun& step, Timestamp now, double timeScale)
{
    if (step.attempts.isEmpty() || step.state != StepState::Waiting)
        return {};
    PhraseArguments lengths(Json::object());
    const auto set = [&lengths](const char* name, Millis length) { lengths.set(name, durationText(length.count())); };
    set("waited", now - step.attempts.last().startedAt);
    if (const auto usual = view.usual.constFind(step.id); usual != view.usual.constEnd()) {
        set("usual", usual->median);
        set("long", usual->p90);
    }
    const StepDefinition* definition = view.run.workflow ? view.run.workflow->step(step.id) : nullptr;
    if (definition && definition->limit)
        set("limit", Millis(qint64(double(definition->limit->count()) / timeScale)));
    return phrase(
        stuckPhrase(QT_TRANSLATE_NOOP("stuck",
            "It has waited {waited}[; usually it takes {usual}, nine times in ten less than {long}][; its limit is "
            "{limit}].")),
        lengths);
}

Json argumentsOf(const StepRun& step, const StepDefinition* definition)
{
    Json args = Json::object();
    const auto take = [&args](const Json& more) {
        if (more.is_object())
            args.update(more);
    };
    if (step.error) {
        take(step.error->details);
        take(step.error->args);
    }
    if (step.waitingFor) {
        take(step.waitingFor->args);
        args["since"] = step.waitingFor->since.ms;
    }
    if (step.attempt())
        if (const qint64 since = integerAt(step.attempt()->facts, "armedCleanSince"); since > 0)
            args["since"] = since;
    if (definition)
        args["title"] = definition->title.toStdString();
    return args;
}

} // namespace

std::optional<AskedCredential> credentialAskedFor(const StepRun& step)
{
    static const QStringList codes{
        errc::credentialMissing, errc::credentialOtherHost, errc::githubNoToken, errc::httpStatus};
    const auto asked = [](const QString& code, const Json& args) -> std::optional<AskedCredential> {
        const QString name = textAt(args, "credential");
        if (name.isEmpty() || !codes.contains(code))
            return std::nullopt;
        return AskedCredential{.name = name, .origin = textAt(args, "origin")};
    };
    if (step.isDone())
        return std::nullopt;
    if (step.error)
        return asked(step.error->code, step.error->args);
    return step.waitingFor ? asked(textAt(step.waitingFor->args, "trouble"), step.waitingFor->args) : std::nullopt;
}

QString toText(StuckCause cause) { return QString::fromLatin1(stuckEntry(cause).code); }

StuckCause stuckCauseOf(const RunView& view, const StepRun& step, Timestamp now, double timeScale)
{
    if (step.isDone() || step.state == StepState::Planned || step.state == StepState::Cancelled
        || step.state == StepState::Undone)
        return StuckCause::None;
    if (view.run.quarantined && step.isActive()) // nothing is looked up either
        return StuckCause::Parked;
    if (const EffectRecord* open = step.openEffect(); open && open->state == EffectState::Unknown)
        return StuckCause::OutcomeUnknown;
    if (view.run.parked && step.isActive())
        return StuckCause::Parked;
    if (step.error) {
        const StuckCause cause = causeOfError(*step.error);
        return step.retryAt && cause == StuckCause::Failed ? StuckCause::RetryPlanned : cause;
    }
    if (step.state == StepState::Waiting && step.waitingFor)
        if (const auto cause = causeOfWaiting(step, now, timeScale))
            return *cause;
    if (isStuckNow(view, step, now, timeScale))
        return StuckCause::PastUsual;
    return StuckCause::None;
}

StuckReport stuckReport(const RunView& view, const StepRun& step, Timestamp now, double timeScale)
{
    StuckReport report;
    report.cause = stuckCauseOf(view, step, now, timeScale);
    report.overdue = isStuckNow(view, step, now, timeScale);
    report.measure = measureOf(view, step, now, timeScale);
    if (report.cause == StuckCause::None)
        return report;
    const bool met = step.waitingFor && !textAt(step.waitingFor->args, "trouble").isEmpty();
    const StuckEntry& entry =
        report.overdue || met || step.error ? stuckEntry(report.cause) : usualWaitEntry(report.cause);
    const StepDefinition* definition = view.run.workflow ? view.run.workflow->step(step.id) : nullptr;
    const PhraseArguments arguments(argumentsOf(step, definition));
    if (report.cause == StuckCause::Failed || report.cause == StuckCause::RetryPlanned)
        report.text = describe(*step.error);
    else if (report.cause == StuckCause::Parked)
        report.text = describe(*view.run.parked);
    else if (report.cause == StuckCause::OutcomeUnknown && step.needsYou && step.error)
        report.text = describe(*step.error); // nothing looks it up
    else
        report.text = {.what = phrase(stuckPhrase(entry.what), arguments),
            .why = phrase(stuckPhrase(entry.why), arguments),
            .remedy = phrase(stuckPhrase(entry.remedy), arguments)};
    if (const QString trouble = step.waitingFor ? textAt(step.waitingFor->args, "trouble") : QString();
        !trouble.isEmpty() && !step.needsYou && report.cause != StuckCause::Parked) {
        const ErrorText met = describe(Error{.code = trouble, .args = step.waitingFor->args});
        report.text.why = met.what;
        report.text.remedy = met.remedy;
    }
    if (secretAskedFor(step))
        report.acts += StuckAct::GiveSecret;
    if (credentialAskedFor(step))
        report.acts += StuckAct::SetCredential;
    // The look-up lacks something: trying again looks first.
    if (report.cause == StuckCause::OutcomeUnknown && asksForMore(step))
        report.acts += StuckAct::Retry;
    if (!whyNot(view.run, ResolveEffect{.step = step.id}))
        report.acts += StuckAct::Answer;
    for (const StuckAct act : entry.acts) {
        const bool isPossible = act == StuckAct::Skip           ? definition && definition->optional
            : act == StuckAct::LookNow || act == StuckAct::Wait ? !view.run.quarantined // Resume comes first
                                                                : true;
        if (isPossible && !report.acts.contains(act))
            report.acts += act;
    }
    if (report.acts.contains(StuckAct::CopyNudge))
        report.nudge = phrase(stuckPhrase(entry.nudge), arguments);
    if (report.nudge.isEmpty())
        report.acts.removeAll(StuckAct::CopyNudge);
    return report;
}

} // namespace slipway::desk
