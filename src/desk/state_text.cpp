// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/error_catalogue.h"
#include "desk/error_text.h"

#include "base/text.h"
#include "desk/phrase.h"
#include "desk/plain_text.h"
#include "desk/run_json.h"
#include "desk/state_word.h"
#include "workflow/left_open.h"

#include <QCoreApplication>

#include <array>

namespace slipway::desk {

namespace {

struct WaitingEntry {
    const char* what;
    const char* brief; //!< behind "Waiting:"
    const char* sentence;
};

constexpr std::array waitings{
    WaitingEntry{"merge", QT_TRANSLATE_NOOP("states", "merge"),
        QT_TRANSLATE_NOOP("states", "Waiting for [#{number}|the pull request][ in {repository}] to be merged")},
    WaitingEntry{"checks", QT_TRANSLATE_NOOP("states", "checks"),
        QT_TRANSLATE_NOOP("states",
            "Waiting for the checks of [#{number}|the pull request][ in {repository}][: {failed} failed "
            "({checkUrl})|: {failed} failed|: {missing} has not reported|: {open}|: {context}]")},
    WaitingEntry{"review", QT_TRANSLATE_NOOP("states", "review"),
        QT_TRANSLATE_NOOP("states",
            "Waiting for a review of [#{number}|the pull request][ in {repository}][: {changesBy} asked for "
            "changes| by a code owner: {owners}| by {who}| by {approvals} of those with write access]")},
    WaitingEntry{"mergeQueue", QT_TRANSLATE_NOOP("states", "merge queue"),
        QT_TRANSLATE_NOOP("states",
            "Waiting in the merge queue[ of {repository}] for [#{number}|the pull request][, at place {position}]")},
    WaitingEntry{"autoMerge", QT_TRANSLATE_NOOP("states", "auto-merge"),
        QT_TRANSLATE_NOOP(
            "states", "Waiting for GitHub to merge [#{number}|the pull request][ in {repository}] by itself")},
    WaitingEntry{"conflict", QT_TRANSLATE_NOOP("states", "conflict"),
        QT_TRANSLATE_NOOP("states",
            "Making the change of [#{number}|the pull request][ in {repository}] anew, because its base branch has "
            "changed in the same place")},
    WaitingEntry{"mergeState", QT_TRANSLATE_NOOP("states", "merge state"),
        QT_TRANSLATE_NOOP("states",
            "Waiting for GitHub to work out whether [#{number}|the pull request][ in {repository}] can be merged")},
    WaitingEntry{"runStart", QT_TRANSLATE_NOOP("states", "workflow start"),
        QT_TRANSLATE_NOOP("states", "Waiting for the workflow[ {workflow}][ in {repository}] to start")},
    WaitingEntry{"workflowRun", QT_TRANSLATE_NOOP("states", "workflow"),
        QT_TRANSLATE_NOOP("states", "Waiting for the workflow[ {workflow}][ in {repository}] to finish")},
    WaitingEntry{"runApproval", QT_TRANSLATE_NOOP("states", "approval"),
        QT_TRANSLATE_NOOP(
            "states", "Waiting for [{who}|a person] to approve the workflow[ {workflow}][ in {repository}]")},
    WaitingEntry{"repository", QT_TRANSLATE_NOOP("states", "repository"),
        QT_TRANSLATE_NOOP("states", "Waiting for the repository[ {repository}] to be made")},
    WaitingEntry{"repositoryContent", QT_TRANSLATE_NOOP("states", "first commit"),
        QT_TRANSLATE_NOOP("states", "Waiting for the first commit of [{repository}|the repository]")},
    WaitingEntry{"artifact", QT_TRANSLATE_NOOP("states", "answer"),
        QT_TRANSLATE_NOOP("states", "Waiting until [{host}|the service] shows what the step waits for[: {context}]")},
    WaitingEntry{"revert", QT_TRANSLATE_NOOP("states", "a decision"),
        QT_TRANSLATE_NOOP("states", "Waiting for a person to merge or close #{number}, which takes the change back")},
    WaitingEntry{"mergesByItself", QT_TRANSLATE_NOOP("states", "still merges by itself"),
        QT_TRANSLATE_NOOP("states",
            "GitHub still merges [#{number}|the pull request][ in {repository}] by itself, although the run has "
            "ended")},
    WaitingEntry{"person", QT_TRANSLATE_NOOP("states", "a person"),
        QT_TRANSLATE_NOOP("states", "Waiting for [{who}|a person][: {context}]")},
    WaitingEntry{"writeSlot", QT_TRANSLATE_NOOP("states", "its turn"),
        QT_TRANSLATE_NOOP("states", "Waiting for its turn to write[ to {repository}]")},
    WaitingEntry{"lookUp", QT_TRANSLATE_NOOP("states", "outcome"),
        QT_TRANSLATE_NOOP(
            "states", "Waiting[ until {until}| a little] before looking up what became of the last request")},
    WaitingEntry{"visibility", QT_TRANSLATE_NOOP("states", "visibility"),
        QT_TRANSLATE_NOOP("states", "Waiting until GitHub shows [{context}|what was just made][ in {repository}]")},
    WaitingEntry{"condition", QT_TRANSLATE_NOOP("states", "answer"),
        QT_TRANSLATE_NOOP("states", "Waiting until the service answers as the workflow wants[: {context}]")},
    WaitingEntry{"answer", QT_TRANSLATE_NOOP("states", "answer"),
        QT_TRANSLATE_NOOP("states", "Waiting for an answer[ of {context}]")},
};

const WaitingEntry* findWaiting(const QString& what)
{
    for (const auto& entry : waitings) {
        if (what == QLatin1StringView(entry.what))
            return &entry;
    }
    return nullptr;
}

QString words(const char* text) { return QCoreApplication::translate("states", text); }

QString briefWait(const StepRun& step)
{
    const auto* entry = step.waitingFor ? findWaiting(step.waitingFor->what) : nullptr;
    return entry ? words(entry->brief) : QString();
}

QString briefCause(const StepRun& step)
{
    const auto* entry = step.error ? findError(step.error->code) : nullptr;
    return entry ? translated(entry->brief) : QString();
}

//! "Failed: conflict", or the word alone where nothing follows.
QString with(const char* word, const QString& what)
{
    return what.isEmpty() ? words(word) : words(word) + u": "_s + what;
}

qsizetype triesOf(const StepRun& step)
{
    return std::count_if(step.attempts.begin(), step.attempts.end(),
        [](const Attempt& attempt) { return attempt.purpose == Purpose::Do; });
}

QString retryWord(const StepRun& step, const StepDefinition& definition, Timestamp now)
{
    const auto next = triesOf(step) + 1;
    const auto all = std::max<qsizetype>(definition.retry.attempts, next);
    return words(QT_TRANSLATE_NOOP("states", "Retry %1/%2 in %3"))
        .arg(QString::number(next), QString::number(all), durationText((*step.retryAt - now).count()));
}

QString doneWord(const StepRun& step)
{
    const auto tries = triesOf(step);
    return tries > 1 ? words(QT_TRANSLATE_NOOP("states", "Done (after %1 tries)")).arg(tries)
                     : words(QT_TRANSLATE_NOOP("states", "Done"));
}

//! A merged change is taken back by whoever merges what the undo only proposes.
QString undoneWord(const StepRun& step)
{
    if (step.note == "revertProposed"_L1) {
        const QString outcome = revertOutcome(step);
        if (outcome == "closed"_L1)
            return words(QT_TRANSLATE_NOOP("states", "Not reverted"));
        if (outcome != "merged"_L1)
            return words(QT_TRANSLATE_NOOP("states", "Revert proposed"));
    }
    return words(QT_TRANSLATE_NOOP("states", "Undone"));
}

bool goesOn(RunState state) { return state == RunState::Running || state == RunState::Waiting; }

QString runWord(RunState state, bool stuck, bool hasLeft)
{
    if (hasLeft)
        return stateWord(RunState::NeedsYou);
    return stuck ? words(QT_TRANSLATE_NOOP("states", "Stuck")) : stateWord(state);
}

} // namespace

QString describe(const WaitingFor& waiting)
{
    const auto* entry = findWaiting(waiting.what);
    return phrase(words(entry ? entry->sentence : QT_TRANSLATE_NOOP("states", "Waiting[ for {context}]")),
        PhraseArguments(waiting.args));
}

QString stateWord(RunState state)
{
    switch (state) {
    case RunState::Running: return words(QT_TRANSLATE_NOOP("states", "Running"));
    case RunState::Waiting: return words(QT_TRANSLATE_NOOP("states", "Waiting"));
    case RunState::NeedsYou: return words(QT_TRANSLATE_NOOP("states", "Needs you"));
    case RunState::Failed: return words(QT_TRANSLATE_NOOP("states", "Failed"));
    case RunState::Parked: return words(QT_TRANSLATE_NOOP("states", "Parked"));
    case RunState::Paused: return words(QT_TRANSLATE_NOOP("states", "Paused"));
    case RunState::Succeeded: return words(QT_TRANSLATE_NOOP("states", "Done"));
    case RunState::Cancelled: return words(QT_TRANSLATE_NOOP("states", "Cancelled"));
    case RunState::Undone: return words(QT_TRANSLATE_NOOP("states", "Undone"));
    }
    Q_UNREACHABLE();
}

QString stateWord(const RunSummary& run) { return runWord(run.state, isShownStuck(run), !run.open && run.needsYou); }

QString stateWord(const RunView& view, Timestamp now, double timeScale)
{
    const bool stuck = goesOn(view.run.state)
        && std::any_of(view.run.steps.begin(), view.run.steps.end(),
            [&](const StepRun& step) { return isStuckNow(view, step, now, timeScale); });
    return runWord(view.run.state, stuck, !leftOpen(view.run).isEmpty());
}

bool isShownStuck(const RunSummary& run) { return run.stuck && goesOn(run.state); }

QString stateWord(const Run& run) { return runWord(run.state, false, !leftOpen(run).isEmpty()); }

QString stateWord(const StepRun& step, const StepDefinition& definition, Timestamp now, bool stuck)
{
    if (step.needsYou)
        return words(QT_TRANSLATE_NOOP("states", "Needs you"));
    if (step.retryAt)
        return retryWord(step, definition, now);
    const QString who = plainText(step.byWhom, 40);
    switch (step.state) {
    case StepState::Planned: return words(QT_TRANSLATE_NOOP("states", "Planned"));
    case StepState::Ready: return words(QT_TRANSLATE_NOOP("states", "Queued"));
    case StepState::Running: return words(QT_TRANSLATE_NOOP("states", "Running"));
    case StepState::Waiting:
        return with(
            stuck ? QT_TRANSLATE_NOOP("states", "Stuck") : QT_TRANSLATE_NOOP("states", "Waiting"), briefWait(step));
    case StepState::Succeeded: return doneWord(step);
    case StepState::Failed: return with(QT_TRANSLATE_NOOP("states", "Failed"), briefCause(step));
    case StepState::Advanced: return with(QT_TRANSLATE_NOOP("states", "By hand"), who);
    case StepState::Skipped:
        return with(QT_TRANSLATE_NOOP("states", "Skipped"),
            who.isEmpty() || who == "engine"_L1 ? words(QT_TRANSLATE_NOOP("states", "not needed")) : who);
    case StepState::Cancelled:
        return with(QT_TRANSLATE_NOOP("states", "Cancelled"), who == "engine"_L1 ? QString() : who);
    case StepState::Undone: return undoneWord(step);
    }
    Q_UNREACHABLE();
}

QString describeNote(const QString& note)
{
    struct NoteEntry {
        const char *note, *text;
    };
    static constexpr std::array notes{
        NoteEntry{"nothingToChange", QT_TRANSLATE_NOOP("states", "Every file was already as it should be")},
        NoteEntry{"noWorkflowRan", QT_TRANSLATE_NOOP("states", "No workflow ran for this commit")},
        NoteEntry{"recorded", QT_TRANSLATE_NOOP("states", "Done before the status record was imported")},
        NoteEntry{"adopted", QT_TRANSLATE_NOOP("states", "What an earlier try had made was taken over")},
        NoteEntry{"alreadyMerged", QT_TRANSLATE_NOOP("states", "The pull request was merged already")},
        NoteEntry{"madeBySomeoneElse",
            QT_TRANSLATE_NOOP("states", "Somebody else made the same change, so the pull request was withdrawn")},
        NoteEntry{"mergedWithOthersCommits",
            QT_TRANSLATE_NOOP("states", "Merged with commits on its branch that are not of this run")},
        NoteEntry{"coveredByLaterRun", QT_TRANSLATE_NOOP("states", "A later workflow run covers this commit")},
        NoteEntry{"mergedByPerson", QT_TRANSLATE_NOOP("states", "A person merged the pull request")},
        NoteEntry{"conditionFalse", QT_TRANSLATE_NOOP("states", "Not needed with these inputs and settings")},
        NoteEntry{"healedConflict", QT_TRANSLATE_NOOP("states", "A conflict was resolved by making the change anew")},
        NoteEntry{"mergedCannotUndo", // of journals of earlier versions
            QT_TRANSLATE_NOOP(
                "states", "The pull request was merged and cannot be taken back by closing it; what it changed stays")},
        NoteEntry{"revertProposed",
            QT_TRANSLATE_NOOP(
                "states", "A pull request that reverts the merged one is proposed; a person reviews and merges it")},
        NoteEntry{"reverted",
            QT_TRANSLATE_NOOP("states", "The merged pull request was reverted by another one, which is merged, too")},
        NoteEntry{"changeGone",
            QT_TRANSLATE_NOOP("states", "What the merged pull request changed is not on the base branch any more")},
        NoteEntry{"leftToOthers",
            QT_TRANSLATE_NOOP("states", "What is there now was made by somebody else, so it was left as it is")},
        NoteEntry{"takenBack", QT_TRANSLATE_NOOP("states", "What the step had made was taken back")},
        NoteEntry{"undone", QT_TRANSLATE_NOOP("states", "The pull request was closed and its branch removed")},
    };
    for (const auto& entry : notes) {
        if (note == QLatin1StringView(entry.note))
            return words(entry.text);
    }
    return plainText(note, 200);
}

} // namespace slipway::desk
