// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/step_choices.h"

#include "base/text.h"
#include "console/effects.h"
#include "console/retry_words.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "workflow/handle.h"
#include "workflow/template.h"

#include <QCoreApplication>

namespace slipway::console {

namespace {

struct Choices {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::Choices)
};

//! Long enough that handle() never says "the reason is too short" when it is asked whether the act applies at all.
const QString supposedReason = QStringLiteral("asked whether it applies");

const StepDefinition* definitionOf(const Run& run, const StepId& step)
{
    return run.workflow ? run.workflow->step(step) : nullptr;
}

bool isGateStep(const Run& run, const StepId& step)
{
    const auto* definition = definitionOf(run, step);
    return definition && definition->kind == "gate"_L1;
}

int attemptsMade(const Run& run, const StepId& step)
{
    const StepRun* state = run.step(step);
    return state ? int(std::count_if(state->attempts.begin(), state->attempts.end(),
               [](const Attempt& attempt) { return attempt.purpose == Purpose::Do; }))
                 : 0;
}

bool concernsStep(StepChoice choice)
{
    return choice != StepChoice::Pause && choice != StepChoice::Cancel && choice != StepChoice::Terminate
        && choice != StepChoice::Undo;
}

bool mayGoOn(const Run& run) { return run.isOpen() && !run.pause && !run.cancelRequested && !run.undoRequested; }

//! Whether a later step refers to the output.
bool isNeededLater(const Run& run, const StepId& step, const QString& output)
{
    const QString path = u"steps.%1.%2"_s.arg(step.text(), output);
    const auto refersToIt = [&path](const Json& value) {
        const auto paths = placeholders(value);
        return paths && std::any_of(paths->begin(), paths->end(), [&path](const QString& other) {
            return other == path || other.startsWith(path + u'.') || other.startsWith(path + u'[');
        });
    };
    return std::any_of(run.workflow->steps.begin(), run.workflow->steps.end(), [&](const StepDefinition& definition) {
        return definition.id != step
            && (refersToIt(definition.with) || (definition.when && refersToIt(*definition.when)));
    });
}

//! Of the outputs that a person may give with her word that the request took place, what comes of those that she gave not.
QStringList notGiven(const Run& run, const StepId& step, const ChoiceInput& input)
{
    QStringList effects;
    for (const Claim& claim : claimsOf(run, step))
        if (claim.isNeeded && !input.claims.contains(claim.name.toStdString()) && !input.secrets.contains(claim.name))
            effects += effectOfLacking(claim.title, claim.isSecret);
    return effects;
}

//! As commands name it.
QHash<QString, Secret> secretsOf(const StepId& step, const ChoiceInput& input)
{
    QHash<QString, Secret> secrets;
    for (auto secret = input.secrets.begin(); secret != input.secrets.end(); ++secret)
        secrets.insert(u"steps.%1.%2"_s.arg(step.text(), secret.key()), secret.value());
    return secrets;
}

//! Whether something that the answer told can be said in the history.
bool hasOpenClaims(const Run& run, const StepId& step)
{
    const auto claims = claimsOf(run, step);
    return std::any_of(claims.begin(), claims.end(), [](const Claim& claim) { return !claim.isSecret; });
}

//! What a retry comes to, in words for a button; empty: that depends on what it finds.
QString retryName(const Run& run, const StepId& step, const desk::Evidence* evidence)
{
    const bool mayBeSo = !evidence || evidence->verdict == desk::Evidence::Verdict::WouldWrite
        || evidence->verdict == desk::Evidence::Verdict::Unreadable;
    return mayBeSo ? retryVerb(causeSeenLast(run, step)) : QString();
}

} // namespace

bool resumes(const Run& run) { return run.pause || run.quarantined || run.canBeTakenOver(); }

QString labelOf(StepChoice choice, const Run& run, const StepId& step, const desk::Evidence* evidence)
{
    switch (choice) {
    case StepChoice::AcceptAnswer: return Choices::tr("Accept the service's answer: the work is done");
    case StepChoice::Retry: {
        const auto* definition = definitionOf(run, step);
        const int next = attemptsMade(run, step) + 1;
        const int all = definition ? std::max(definition->retry.attempts, next) : next;
        if (const QString name = retryName(run, step, evidence); !name.isEmpty())
            return Choices::tr("%1: retry this step (attempt %2 of %3)", "what it comes to")
                .arg(name)
                .arg(next)
                .arg(all);
        return Choices::tr("Retry this step (attempt %1 of %2)").arg(next).arg(all);
    }
    case StepChoice::RetryFrom: return Choices::tr("Retry from");
    case StepChoice::RunNow: return Choices::tr("Make the planned retry now");
    case StepChoice::Look: return Choices::tr("Look again now, and change nothing");
    case StepChoice::AdvanceProven:
        return isGateStep(run, step) ? Choices::tr("Approve: go on")
                                     : Choices::tr("Advance, with proof from the service");
    case StepChoice::AdvanceUnproven: return Choices::tr("Advance by hand, without proof");
    case StepChoice::Skip: return Choices::tr("Skip this step");
    case StepChoice::Pause: return resumes(run) ? Choices::tr("Resume the run") : Choices::tr("Pause the run");
    case StepChoice::Cancel: return Choices::tr("Cancel the run");
    case StepChoice::Terminate: return Choices::tr("Terminate the run at once");
    case StepChoice::Undo: return Choices::tr("Undo…");
    case StepChoice::Happened: return Choices::tr("It happened: the last request took place");
    case StepChoice::Absent: return Choices::tr("It did not happen: the request did not take place");
    }
    Q_UNREACHABLE();
}

QString verbOf(StepChoice choice, const Run& run, const StepId& step, const desk::Evidence* evidence)
{
    switch (choice) {
    case StepChoice::AcceptAnswer: return Choices::tr("Accept: it is done");
    case StepChoice::Retry: {
        const QString name = retryName(run, step, evidence);
        return name.isEmpty() ? Choices::tr("Retry this step") : name;
    }
    case StepChoice::RetryFrom: return Choices::tr("Retry from there");
    case StepChoice::RunNow: return Choices::tr("Retry now");
    case StepChoice::Look: return Choices::tr("Look now");
    case StepChoice::AdvanceProven:
        return isGateStep(run, step) ? Choices::tr("Approve") : Choices::tr("Check and advance");
    case StepChoice::AdvanceUnproven: return Choices::tr("Advance without proof");
    case StepChoice::Skip: return Choices::tr("Skip this step");
    case StepChoice::Pause: return resumes(run) ? Choices::tr("Resume the run") : Choices::tr("Pause the run");
    case StepChoice::Cancel: return Choices::tr("Cancel the run");
    case StepChoice::Terminate: return Choices::tr("Terminate the run");
    case StepChoice::Undo: return Choices::tr("Choose what to undo…");
    case StepChoice::Happened: return Choices::tr("It happened");
    case StepChoice::Absent: return Choices::tr("It did not happen");
    }
    Q_UNREACHABLE();
}

bool isRed(StepChoice choice)
{
    // What did not happen is sent again: twice, if it did.
    return choice == StepChoice::AdvanceUnproven || choice == StepChoice::Skip || choice == StepChoice::Cancel
        || choice == StepChoice::Terminate || choice == StepChoice::Absent;
}

bool needsReason(StepChoice choice)
{
    return choice == StepChoice::AdvanceProven || choice == StepChoice::AdvanceUnproven || choice == StepChoice::Skip
        || choice == StepChoice::Cancel || choice == StepChoice::Terminate || choice == StepChoice::Happened
        || choice == StepChoice::Absent;
}

bool takesReason(StepChoice choice)
{
    return choice != StepChoice::Look && choice != StepChoice::RunNow && choice != StepChoice::Undo;
}

bool holdsForWhatWasSeen(StepChoice choice)
{
    return choice == StepChoice::AcceptAnswer || choice == StepChoice::AdvanceProven
        || choice == StepChoice::AdvanceUnproven || choice == StepChoice::Skip || choice == StepChoice::RetryFrom
        || choice == StepChoice::Happened || choice == StepChoice::Absent;
}

Command commandOf(StepChoice choice, const Run& run, const StepId& step, const ChoiceInput& input)
{
    switch (choice) {
    case StepChoice::AcceptAnswer: return AdvanceStep{.step = step, .reason = input.reason, .verified = true};
    case StepChoice::Retry: return RetryStep{step, input.reason};
    case StepChoice::RetryFrom: return RetryFrom{input.from.isEmpty() ? step : input.from, input.reason};
    case StepChoice::RunNow: return RetryNow{step};
    case StepChoice::Look: return LookNow{step};
    case StepChoice::AdvanceProven:
        return AdvanceStep{.step = step, .reason = input.reason, .outputs = input.claims, .verified = true};
    case StepChoice::AdvanceUnproven:
        return AdvanceStep{
            .step = step, .reason = input.reason, .outputs = input.claims, .secrets = secretsOf(step, input)};
    case StepChoice::Skip: return SkipStep{step, input.reason};
    case StepChoice::Pause:
        if (resumes(run))
            return ResumeRun{input.reason};
        return PauseRun{input.reason};
    case StepChoice::Cancel: return CancelRun{input.reason};
    case StepChoice::Terminate: return CancelRun{.reason = input.reason, .atOnce = true};
    case StepChoice::Undo: return UndoRun{input.reason};
    case StepChoice::Happened:
        // With what the answer told nothing is left to be done: advancing says that it took place as well.
        if (takesClaims(choice, run, step) && !(input.claims.empty() && input.secrets.isEmpty()))
            return commandOf(StepChoice::AdvanceUnproven, run, step, input);
        return ResolveEffect{.step = step, .happened = true, .reason = input.reason};
    case StepChoice::Absent: return ResolveEffect{.step = step, .happened = false, .reason = input.reason};
    }
    Q_UNREACHABLE();
}

std::optional<QString> whyNotChoice(
    StepChoice choice, const Run& run, const StepId& step, const ChoiceInput& input, const desk::Evidence* evidence)
{
    if (concernsStep(choice) && !run.step(step))
        return Choices::tr("Choose a step in the timeline first.");
    if (choice == StepChoice::AcceptAnswer && (!evidence || evidence->verdict != desk::Evidence::Verdict::Done))
        return Choices::tr("The service does not show the work as done.");
    if (choice == StepChoice::AcceptAnswer && evidence->step != step)
        return Choices::tr("The evidence is of another step.");
    ChoiceInput supposed = input;
    supposed.reason = supposedReason;
    if (choice == StepChoice::Happened) // whether there is a question at all
        supposed = {.from = {}, .reason = supposedReason};
    if (const auto error = whyNot(run, commandOf(choice, run, step, supposed)))
        return whyText(*error);
    return std::nullopt;
}

StepChoice fittingChoice(StepChoice asked, const Run& run, const StepId& step, const desk::Evidence* evidence)
{
    const auto applies = [&](StepChoice choice) { return !whyNotChoice(choice, run, step, {}, evidence); };
    const bool aboutDoing = asked == StepChoice::Retry || asked == StepChoice::RetryFrom
        || asked == StepChoice::AdvanceProven || asked == StepChoice::AdvanceUnproven || asked == StepChoice::Look
        || asked == StepChoice::AcceptAnswer;
    if (aboutDoing && applies(StepChoice::AcceptAnswer))
        return StepChoice::AcceptAnswer;
    if (asked == StepChoice::AcceptAnswer) // not so any more
        asked = StepChoice::Look;
    // Where it is asked what became of a request, looking again tells nothing, and trying again would be an answer: that
    // it did not take place.
    if (asked == StepChoice::Look && applies(StepChoice::Happened))
        return StepChoice::Happened;
    if (applies(asked))
        return asked;
    for (const StepChoice choice : {StepChoice::Happened, StepChoice::Retry, StepChoice::RunNow, StepChoice::Look,
             StepChoice::Pause, StepChoice::Undo})
        if (applies(choice))
            return choice;
    return asked;
}

std::optional<StepChoice> recommendedChoice(const Run& run, const StepId& step, const desk::Evidence* evidence)
{
    if (!evidence)
        return std::nullopt;
    if (!whyNotChoice(StepChoice::AcceptAnswer, run, step, {}, evidence))
        return StepChoice::AcceptAnswer;
    const StepRun* state = run.step(step);
    const bool toBeDone = evidence->verdict == desk::Evidence::Verdict::WouldWrite;
    const bool stands = state && (state->state == StepState::Failed || state->needsYou);
    if (toBeDone && stands && !whyNotChoice(StepChoice::Retry, run, step, {}, evidence))
        return StepChoice::Retry;
    return std::nullopt;
}

QString contradictionOf(StepChoice choice, const desk::Evidence* evidence)
{
    if (!evidence)
        return {};
    using Verdict = desk::Evidence::Verdict;
    const bool advances = choice == StepChoice::AdvanceProven || choice == StepChoice::AdvanceUnproven;
    const bool open = evidence->verdict == Verdict::Waits || evidence->verdict == Verdict::WouldWrite
        || evidence->verdict == Verdict::Fails;
    if ((choice == StepChoice::AdvanceUnproven || choice == StepChoice::Happened) && open
        && !evidence->service.isEmpty())
        return Choices::tr("%1 does not show this step's work as done.").arg(evidence->service);
    if (advances || choice == StepChoice::AcceptAnswer)
        return {};
    if ((choice == StepChoice::Skip || choice == StepChoice::Cancel || choice == StepChoice::Terminate
            || choice == StepChoice::Absent)
        && evidence->verdict == Verdict::Done)
        return Choices::tr("%1 shows this step's work as done.").arg(evidence->service);
    return {};
}

QStringList effectsOf(StepChoice choice, const Run& run, const StepId& step, const ChoiceInput& input,
    const desk::Evidence* evidence, Timestamp now)
{
    switch (choice) {
    case StepChoice::AcceptAnswer: return effectsOfAccept(run, step);
    case StepChoice::Retry: return effectsOfRetry(run, step, evidence);
    case StepChoice::RetryFrom: return effectsOfRetryFrom(run, input.from.isEmpty() ? step : input.from);
    case StepChoice::RunNow: return effectsOfRunNow(run, step, now);
    case StepChoice::Look: return effectsOfLook(run, step);
    case StepChoice::AdvanceProven: return effectsOfProvenAdvance(run, step);
    case StepChoice::AdvanceUnproven: return effectsOfAdvance(run, step, notGiven(run, step, input));
    case StepChoice::Skip: return effectsOfSkip(run, step);
    case StepChoice::Pause: return effectsOfPause(run);
    case StepChoice::Cancel: return effectsOfCancel(run);
    case StepChoice::Terminate: return effectsOfTerminate(run);
    case StepChoice::Undo:
        return {Choices::tr("open the list of what this run made; nothing happens before you choose")};
    case StepChoice::Happened: {
        if (!takesClaims(choice, run, step))
            return effectsOfHappened(run, step);
        if (!input.claims.empty() || !input.secrets.isEmpty())
            return effectsOfAdvance(run, step, notGiven(run, step, input));
        return hasOpenClaims(run, step) ? effectsOfHappenedWithoutAnswer(run, step)
                                        : effectsOfHappened(run, step, notGiven(run, step, input));
    }
    case StepChoice::Absent: return effectsOfAbsent(run, step);
    }
    Q_UNREACHABLE();
}

QList<StepId> retryOrigins(const Run& run, const StepId& step)
{
    QList<StepId> origins;
    if (!run.workflow)
        return origins;
    for (auto definition = run.workflow->steps.crbegin(); definition != run.workflow->steps.crend(); ++definition) {
        const StepRun* state = run.step(definition->id);
        if (!state || state->state == StepState::Planned)
            continue;
        if (definition->id == step || run.workflow->downstream(definition->id).contains(step))
            origins += definition->id;
    }
    return origins;
}

QList<Claim> claimsOf(const Run& run, const StepId& step)
{
    const auto* definition = definitionOf(run, step);
    const QString kind = definition ? definition->kind : QString();
    QList<Claim> claims;
    const auto add = [&](const QString& name, const QString& title, bool isText = false) {
        claims += {name, title, isText, isNeededLater(run, step, name)};
    };
    if (kind == "github.pull-request"_L1)
        add(u"number"_s, Choices::tr("Number of the pull request"));
    else if (kind == "github.merged"_L1)
        add(u"mergedSha"_s, Choices::tr("Commit on the base branch (40 digits)"), true);
    else if (kind == "github.workflow-run"_L1 || kind == "github.dispatch"_L1)
        add(u"id"_s, Choices::tr("Id of the workflow run"));
    else if (kind == "http.request"_L1 || kind == "http.wait"_L1) {
        const auto titleOf = [](const std::string& name) {
            return Choices::tr("Its answer's “%1”").arg(safeLine(toQString(name), 60));
        };
        for (const auto& [name, where] : memberAt(definition->with, "outputs").items())
            add(toQString(name), titleOf(name), !textAt(where, "as").isEmpty());
        for (const auto& [name, where] : memberAt(definition->with, "secretOutputs").items()) {
            add(toQString(name), titleOf(name), true);
            claims.last().isSecret = true;
        }
    }
    return claims;
}

bool takesClaims(StepChoice choice, const Run& run, const StepId& step)
{
    if (choice == StepChoice::AdvanceProven)
        return hasOpenClaims(run, step);
    if (choice == StepChoice::AdvanceUnproven)
        return !claimsOf(run, step).isEmpty();
    const auto* definition = definitionOf(run, step);
    return choice == StepChoice::Happened && definition && definition->kind == "http.request"_L1
        && !memberAt(definition->with, "lookUp").is_object() && mayGoOn(run) && !claimsOf(run, step).isEmpty();
}

} // namespace slipway::console
