// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/error_text.h"

#include "base/text.h"
#include "desk/effect_words.h"
#include "desk/phrase.h"

#include <QCoreApplication>

#include <array>

namespace slipway::desk {

namespace {

QString words(const char* text) { return QCoreApplication::translate("events", text); }

//! The data's own members, those of `target` and `args`, the event's actor, and the words made from codes.
PhraseArguments argumentsOf(const Event& event)
{
    Json args = event.data.is_object() ? event.data : Json::object();
    for (const char* nested : {"target", "args"}) {
        if (const Json& inner = memberAt(event.data, nested); inner.is_object())
            args.update(inner);
    }
    if (args.contains("number") && args["number"].is_number_integer())
        args["pull"] = "#" + std::to_string(args["number"].get<qint64>());
    args["actor"] = event.actor.toStdString();
    args["attempt"] = event.attempt;
    PhraseArguments arguments(std::move(args));
    if (const QString name = textAt(event.data, "name"); !name.isEmpty())
        arguments.set("effectWords", effectWords(name));
    if (const Json& error = memberAt(event.data, "error"); error.is_object())
        arguments.set("what", describe(errorFromJson(error)).what);
    if (const QString note = textAt(event.data, "note"); !note.isEmpty())
        arguments.set("noteWords", describeNote(note));
    return arguments;
}

const char* revertPattern(const QString& outcome)
{
    if (outcome == "merged"_L1)
        return QT_TRANSLATE_NOOP("events", "The pull request that takes the change back was merged");
    if (outcome == "closed"_L1)
        return QT_TRANSLATE_NOOP(
            "events", "The pull request that would take the change back was closed without being merged");
    return QT_TRANSLATE_NOOP("events", "The pull request that would take the change back is not to be seen any more");
}

//! Of a pull request that a run had left open when it ended.
const char* mergePattern(const QString& outcome)
{
    if (outcome == "merged"_L1)
        return QT_TRANSLATE_NOOP("events", "After the run had ended GitHub merged the pull request by itself");
    if (outcome == "closed"_L1)
        return QT_TRANSLATE_NOOP("events", "After the run had ended the pull request was closed without being merged");
    if (outcome == "disarmed"_L1)
        return QT_TRANSLATE_NOOP("events", "Auto-merge of the pull request is off: it does not merge by itself");
    return QT_TRANSLATE_NOOP("events", "The pull request is not to be seen any more");
}

//! Nothing where other results than those of what an ended run left have changed.
const char* leftOpenPattern(const Json& outputs)
{
    const QString revert = textAt(outputs, "revertOutcome"), merge = textAt(outputs, "mergeOutcome");
    if (revert == "left"_L1 || merge == "left"_L1)
        return QT_TRANSLATE_NOOP("events", "{actor} leaves the pull request as it is[: {reason}]");
    if (!revert.isEmpty())
        return revertPattern(revert);
    if (!merge.isEmpty())
        return mergePattern(merge);
    for (const char* unseen : {"revertUnseenSince", "mergeUnseenSince"})
        if (outputs.contains(unseen))
            return outputs[unseen].is_null()
                ? QT_TRANSLATE_NOOP("events", "GitHub shows the pull request again")
                : QT_TRANSLATE_NOOP("events", "GitHub does not show the pull request at present");
    return nullptr;
}

const char* resolvedPattern(const QString& outcome)
{
    if (outcome == "succeeded"_L1)
        return QT_TRANSLATE_NOOP("events", "Looked up: the last request took place");
    if (outcome == "absent"_L1)
        return QT_TRANSLATE_NOOP("events", "Looked up: the last request did not take place");
    if (outcome == "declaredDone"_L1)
        return QT_TRANSLATE_NOOP("events", "{actor} said that the last request took place");
    return QT_TRANSLATE_NOOP("events", "{actor} said that the last request did not take place");
}

const char* retryPattern(const QString& scope)
{
    if (scope == "from"_L1)
        return QT_TRANSLATE_NOOP("events", "{actor} retries from here on[: {steps}][ ({reason})]");
    if (scope == "takeOver"_L1)
        return QT_TRANSLATE_NOOP("events", "{actor} took the run over: what is there is looked at first[ ({reason})]");
    if (scope == "now"_L1)
        return QT_TRANSLATE_NOOP("events", "{actor} retries now instead of later");
    return QT_TRANSLATE_NOOP("events", "{actor} retries[ {steps}][ ({reason})]");
}

const char* skippedPattern(const QString& by)
{
    return by == "when"_L1 ? QT_TRANSLATE_NOOP("events", "Not needed with these inputs and settings")
                           : QT_TRANSLATE_NOOP("events", "{actor} skipped the step[: {reason}]");
}

const char* patternOf(const Event& event)
{
    switch (event.type) {
    case EventType::RunStarted: return QT_TRANSLATE_NOOP("events", "{actor} started the run[ for {subject}]");
    case EventType::StepStarted:
        return event.purpose == Purpose::Undo ? QT_TRANSLATE_NOOP("events", "Started to take back what the step made")
            : event.attempt > 1               ? QT_TRANSLATE_NOOP("events", "Started, attempt {attempt}")
                                              : QT_TRANSLATE_NOOP("events", "Started");
    case EventType::EffectIntended:
        return QT_TRANSLATE_NOOP("events", "About to [{effectWords}|send a request][ in {repository}][ {pull}]");
    case EventType::EffectSucceeded: return QT_TRANSLATE_NOOP("events", "The request took place");
    case EventType::EffectFailed: return QT_TRANSLATE_NOOP("events", "The request failed[: {what}]");
    case EventType::EffectUnknown:
        return QT_TRANSLATE_NOOP("events", "What became of the request is not known[: {what}]");
    case EventType::EffectResolved: return resolvedPattern(textAt(event.data, "outcome"));
    case EventType::StepWaiting: return nullptr; // in the words of the waiting catalogue
    case EventType::OutputsRevised:
        if (const char* left = leftOpenPattern(memberAt(event.data, "outputs")))
            return left;
        return QT_TRANSLATE_NOOP("events", "Some results of the step have changed");
    case EventType::GenerationStarted:
        return QT_TRANSLATE_NOOP("events", "Begins anew with fresh names[ (generation {generation})]");
    case EventType::StepSucceeded: return QT_TRANSLATE_NOOP("events", "Done[: {noteWords}]");
    case EventType::StepFailed:
        return QT_TRANSLATE_NOOP("events", "Failed[: {what}][ It is tried again at {retryAt}.]");
    case EventType::StepAsked: return QT_TRANSLATE_NOOP("events", "Needs a person[: {what}]");
    case EventType::StepAdvanced: return QT_TRANSLATE_NOOP("events", "{actor} advanced the step by hand[: {reason}]");
    case EventType::StepSkipped: return skippedPattern(textAt(event.data, "by"));
    case EventType::StepCancelled: return QT_TRANSLATE_NOOP("events", "Cancelled with the run");
    case EventType::StepUndone: return QT_TRANSLATE_NOOP("events", "Taken back[: {noteWords}]");
    case EventType::RetryRequested: return retryPattern(textAt(event.data, "scope"));
    case EventType::LookRequested: return QT_TRANSLATE_NOOP("events", "{actor} asked to look now");
    case EventType::RunPaused:
        if (textAt(event.data, "because") == "imported"_L1)
            return QT_TRANSLATE_NOOP("events", "{actor} imported the run; it rests until somebody resumes it");
        if (textAt(event.data, "because") == "elsewhere"_L1)
            return QT_TRANSLATE_NOOP(
                "events", "The store came from another computer or user; the run rests until somebody resumes it");
        if (textAt(event.data, "because") == "noHome"_L1)
            return QT_TRANSLATE_NOOP("events",
                "The store of an older Slipway does not say where it was used; the run rests until somebody resumes "
                "it");
        return QT_TRANSLATE_NOOP("events", "{actor} paused the run[: {reason}]");
    case EventType::RunResumed: return QT_TRANSLATE_NOOP("events", "{actor} resumed the run[: {reason}]");
    case EventType::RunParked: return QT_TRANSLATE_NOOP("events", "Parked[ until {until}][: {what}]");
    case EventType::RunUnparked: return QT_TRANSLATE_NOOP("events", "Goes on");
    case EventType::CancelRequested: return QT_TRANSLATE_NOOP("events", "{actor} asked to cancel the run[: {reason}]");
    case EventType::RunCancelled:
        if (flagAt(event.data, "atOnce"))
            return QT_TRANSLATE_NOOP("events", "{actor} terminated the run[: {reason}]");
        return QT_TRANSLATE_NOOP("events", "The run was cancelled[: {reason}]");
    case EventType::UndoRequested:
        return QT_TRANSLATE_NOOP("events", "{actor} asked to take back what the run made[: {reason}]");
    case EventType::RunUndone: return QT_TRANSLATE_NOOP("events", "What the run made has been taken back");
    case EventType::NoteAdded: return QT_TRANSLATE_NOOP("events", "{actor} noted[: {text}]");
    case EventType::EngineCrashed:
        return QT_TRANSLATE_NOOP("events", "Slipway crashed[ ({signal})] while it worked on this");
    case EventType::RunQuarantined: return QT_TRANSLATE_NOOP("events", "Put into quarantine[: {what}]");
    }
    Q_UNREACHABLE();
}

} // namespace

QString effectWords(const QString& name)
{
    struct EffectEntry {
        const char *name, *text;
    };
    static constexpr std::array effects{
        EffectEntry{"raisePullRequest", QT_TRANSLATE_NOOP("events", "raise a pull request")},
        EffectEntry{"commitAndOpen", QT_TRANSLATE_NOOP("events", "commit and open the pull request")},
        EffectEntry{"openPullRequest", QT_TRANSLATE_NOOP("events", "open the pull request")},
        EffectEntry{"writeTree", QT_TRANSLATE_NOOP("events", "write the changed files")},
        EffectEntry{"writeCommit", QT_TRANSLATE_NOOP("events", "write the commit")},
        EffectEntry{"raiseFromCommit", QT_TRANSLATE_NOOP("events", "raise a pull request with the commit")},
        EffectEntry{"enableAutoMerge", QT_TRANSLATE_NOOP("events", "turn auto-merge on")},
        EffectEntry{"enqueuePullRequest", QT_TRANSLATE_NOOP("events", "put the pull request into the merge queue")},
        EffectEntry{"mergePullRequest", QT_TRANSLATE_NOOP("events", "merge the pull request")},
        EffectEntry{"prepareBranch", QT_TRANSLATE_NOOP("events", "make the change anew on the present base branch")},
        EffectEntry{"moveBranch", QT_TRANSLATE_NOOP("events", "move the branch to the new change")},
        EffectEntry{"updateBranch", QT_TRANSLATE_NOOP("events", "bring the branch up to date")},
        EffectEntry{"reopenPullRequest", QT_TRANSLATE_NOOP("events", "reopen the pull request")},
        EffectEntry{"closePullRequest", QT_TRANSLATE_NOOP("events", "close the pull request")},
        EffectEntry{
            "revertPullRequest", QT_TRANSLATE_NOOP("events", "propose a pull request that reverts the merged one")},
        EffectEntry{"deleteBranch", QT_TRANSLATE_NOOP("events", "delete the branch")},
        EffectEntry{"dispatchWorkflow", QT_TRANSLATE_NOOP("events", "start the workflow")},
        EffectEntry{"rerunWorkflow", QT_TRANSLATE_NOOP("events", "run the workflow's failed jobs again")},
        EffectEntry{"archiveRepository", QT_TRANSLATE_NOOP("events", "archive the repository")},
        EffectEntry{"httpRequest", QT_TRANSLATE_NOOP("events", "send a request to the service")},
    };
    for (const auto& entry : effects) {
        if (name == QLatin1StringView(entry.name))
            return words(entry.text);
    }
    return {};
}

QString describe(const Event& event)
{
    if (event.type == EventType::StepWaiting) {
        const Json& args = memberAt(event.data, "args");
        return describe(
            WaitingFor{.what = textAt(event.data, "for"), .args = args.is_object() ? args : Json::object()});
    }
    Event named = event;
    if (named.actor.isEmpty())
        named.actor = words(QT_TRANSLATE_NOOP("events", "Someone"));
    return phrase(words(patternOf(event)), argumentsOf(named));
}

QString describe(const Pause& pause)
{
    return describe(Event{.at = pause.since,
        .actor = pause.by,
        .type = EventType::RunPaused,
        .data = {{"reason", toJson(pause.reason)}, {"because", toJson(pause.because)}}});
}

} // namespace slipway::desk
