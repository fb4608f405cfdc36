// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/error_catalogue.h"

#include <QCoreApplication>

#include <array>

namespace slipway::desk {

namespace {

constexpr std::array entries{
    ErrorEntry{"effect.unknown", QT_TRANSLATE_NOOP("errors", "outcome unknown"),
        QT_TRANSLATE_NOOP(
            "errors", "It is not known whether the last request[ ({effect})][ to {repository}] took place."),
        QT_TRANSLATE_NOOP("errors",
            "[Nothing tells whether a workflow run of that moment is its: {runs}.|No whole answer came, and the "
            "service offers no way to look it up.] Sending it again might do it twice."),
        QT_TRANSLATE_NOOP("errors", "Look at the service. Then say that it happened, or that it did not.")},
    ErrorEntry{"effect.absent", QT_TRANSLATE_NOOP("errors", "did not take place"),
        QT_TRANSLATE_NOOP("errors", "The last request[ ({effect})][ to {repository}] did not take place."),
        QT_TRANSLATE_NOOP("errors", "No answer had come, and looking it up showed that nothing was made."),
        QT_TRANSLATE_NOOP(
            "errors", "Nothing needs to be done: Slipway sends it again. If it has stopped trying, press Retry.")},
    ErrorEntry{"step.attemptsExhausted", QT_TRANSLATE_NOOP("errors", "gave up"),
        QT_TRANSLATE_NOOP("errors", "The step was tried[ {attempts} times| several times] and did not succeed."),
        QT_TRANSLATE_NOOP("errors", "[The last error was: {text}.|Each attempt keeps its own error.]"),
        QT_TRANSLATE_NOOP("errors", "Look at the attempts' errors, mend the cause, then press Retry.")},
    ErrorEntry{"gate.waiting", QT_TRANSLATE_NOOP("errors", "needs a decision"),
        QT_TRANSLATE_NOOP("errors", "[{text}|The run waits here for a person's decision.]"),
        QT_TRANSLATE_NOOP("errors", "The workflow goes on only when a person says so."),
        QT_TRANSLATE_NOOP("errors", "Check what is asked, then press Advance to go on, or Cancel.")},
    ErrorEntry{"run.quarantined", QT_TRANSLATE_NOOP("errors", "in quarantine"),
        QT_TRANSLATE_NOOP("errors",
            "Slipway crashed[ {crashes} times| several times] in a row while it worked on this run[, in the step "
            "{step}]."),
        QT_TRANSLATE_NOOP("errors",
            "[The last time it was {signal}. ]The run is left alone so that it does not bring down the others."),
        QT_TRANSLATE_NOOP("errors",
            "Look at the run and report the crash with a copy of its report. Then press Resume to try again, or end "
            "the "
            "run with Cancel or Undo.")},
    ErrorEntry{"run.setAside", QT_TRANSLATE_NOOP("errors", "cannot be read"),
        QT_TRANSLATE_NOOP("errors", "The run[ {run}] cannot be read and is left alone. The other runs go on."),
        QT_TRANSLATE_NOOP("errors",
            "[Slipway crashed {crashes} times in a row while it read the run.|Its history says what Slipway does not "
            "understand: {reason}.|Its history is damaged.]"),
        QT_TRANSLATE_NOOP("errors",
            "Check the store with slipwayctl journal verify. Install the newest Slipway, or put a copy from before "
            "back. "
            "Then press Resume, or use slipwayctl resume[ {run}], to have the run read again.")},
    ErrorEntry{"engine.safeMode", QT_TRANSLATE_NOOP("errors", "safe mode"),
        QT_TRANSLATE_NOOP("errors",
            "Slipway crashed[ {crashes} times| several times] within ten minutes. Everything can be read; nothing is "
            "done."),
        QT_TRANSLATE_NOOP("errors",
            "[The last time it was {signal}. ]No single run is to blame, so none is driven before you say so."),
        QT_TRANSLATE_NOOP(
            "errors", "Report the crash. To go on, press Go on in the window, or use slipwayctl resume --all.")},
    ErrorEntry{"internal", QT_TRANSLATE_NOOP("errors", "internal error"),
        QT_TRANSLATE_NOOP("errors", "Slipway met a state that should not occur."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|There are no further details.]"),
        QT_TRANSLATE_NOOP(
            "errors", "Report this with the details. The journal is unharmed; close and reopen Slipway to go on.")},
    ErrorEntry{"usage", QT_TRANSLATE_NOOP("errors", "wrong usage"),
        QT_TRANSLATE_NOOP("errors", "[{text}|The command cannot be understood.]"),
        QT_TRANSLATE_NOOP("errors", "[{why}.|It does not have the form that the help describes.]"),
        QT_TRANSLATE_NOOP("errors", "[{remedy}|Use --help to see what can be given.]")},
    ErrorEntry{"connection.none", QT_TRANSLATE_NOOP("errors", "not connected"),
        QT_TRANSLATE_NOOP("errors", "Slipway is not connected to GitHub."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|No connection has been set up.]"),
        QT_TRANSLATE_NOOP(
            "errors", "Connect in the window, or name a profile, a sandbox or an address with its token file.")},
};

constexpr std::array refusalEntries{
    RefusalEntry{"runEnded", QT_TRANSLATE_NOOP("errors", "The run has ended."),
        QT_TRANSLATE_NOOP("errors", "To do the work again, start a new run.")},
    RefusalEntry{"runPaused", QT_TRANSLATE_NOOP("errors", "The run is paused."),
        QT_TRANSLATE_NOOP("errors", "Press Resume first.")},
    RefusalEntry{"elsewhere",
        QT_TRANSLATE_NOOP("errors", "The run came with a store that another computer or user made."),
        QT_TRANSLATE_NOOP("errors", "Resume the run first: before that nothing of it is looked up.")},
    RefusalEntry{"noHome",
        QT_TRANSLATE_NOOP("errors",
            "The store does not say on which computer and by whom it was used: an older Slipway noted nothing."),
        QT_TRANSLATE_NOOP("errors", "Resume the run first: before that nothing of it is looked up.")},
    RefusalEntry{"quarantined", QT_TRANSLATE_NOOP("errors", "The run is in quarantine."),
        QT_TRANSLATE_NOOP("errors", "Press Resume first.")},
    RefusalEntry{"notPaused", QT_TRANSLATE_NOOP("errors", "The run is not paused."),
        QT_TRANSLATE_NOOP("errors", "There is nothing to resume: the run goes on by itself.")},
    RefusalEntry{"stepNotFailed", QT_TRANSLATE_NOOP("errors", "The step has not failed."),
        QT_TRANSLATE_NOOP("errors", "Wait for it, or press Look now.")},
    RefusalEntry{"stepNotActive", QT_TRANSLATE_NOOP("errors", "The step is not being worked on at present."),
        QT_TRANSLATE_NOOP("errors", "Wait until the steps that it needs are done.")},
    RefusalEntry{"stepDone", QT_TRANSLATE_NOOP("errors", "The step is done."),
        QT_TRANSLATE_NOOP("errors", "Nothing needs to be done for it. To do it again, retry from there.")},
    RefusalEntry{"stepNotOptional", QT_TRANSLATE_NOOP("errors", "The workflow does not allow this step to be skipped."),
        QT_TRANSLATE_NOOP("errors", "Press Retry, or advance the step by hand once its work is done.")},
    RefusalEntry{"noRetryPlanned", QT_TRANSLATE_NOOP("errors", "No retry is planned for this step."),
        QT_TRANSLATE_NOOP("errors", "Press Retry if the step has failed, or Look now if it waits.")},
    RefusalEntry{"secretNotAsked", QT_TRANSLATE_NOOP("errors", "No step waits for a secret[ called {secret}]."),
        QT_TRANSLATE_NOOP("errors", "Look at the run to see what it waits for.")},
    RefusalEntry{"secretUnknown", QT_TRANSLATE_NOOP("errors", "The workflow knows no secret[ called {secret}]."),
        QT_TRANSLATE_NOOP("errors", "Give it under the name that the step tells.")},
    RefusalEntry{"secretNotKept",
        QT_TRANSLATE_NOOP(
            "errors", "Nobody drives the run, and the secret[ {secret}] cannot be kept in the keychain until then."),
        QT_TRANSLATE_NOOP("errors",
            "Start the window or “slipwayctl agent”, then give the secret again; or give it with “--follow”.")},
    RefusalEntry{"nothingToRetry", QT_TRANSLATE_NOOP("errors", "No step of the run has failed."),
        QT_TRANSLATE_NOOP("errors", "Nothing needs to be retried. Press Look now if a step waits.")},
    RefusalEntry{"effectInFlight",
        QT_TRANSLATE_NOOP("errors", "A request of this step is under way, or what became of it is not known yet."),
        QT_TRANSLATE_NOOP(
            "errors", "Wait until the step shows what came of it, usually less than a minute, then try again.")},
    RefusalEntry{"mayTakeEffectYet",
        QT_TRANSLATE_NOOP("errors", "A request was cut off, and may yet take effect[ until {until}]."),
        QT_TRANSLATE_NOOP("errors", "Try again[ at {until} or later| a minute after the run was terminated].")},
    RefusalEntry{"effectUnanswered",
        QT_TRANSLATE_NOOP("errors", "It is not known whether the request of the step[ {step}] took place."),
        QT_TRANSLATE_NOOP("errors",
            "Look at the service. Then say what happened: in the window with Run, Say what happened; or with "
            "slipwayctl answer[ RUN {step}] happened, or absent.")},
    RefusalEntry{"alreadyCancelled", QT_TRANSLATE_NOOP("errors", "The run has been asked to stop already."),
        QT_TRANSLATE_NOOP("errors", "Nothing more is needed: the request under way finishes first.")},
    RefusalEntry{"nothingToUndo", QT_TRANSLATE_NOOP("errors", "The run has made nothing that can be taken back."),
        QT_TRANSLATE_NOOP("errors", "Nothing needs to be done.")},
    RefusalEntry{"notUndoable",
        QT_TRANSLATE_NOOP("errors", "The step[ {step}] has made nothing that can be taken back."),
        QT_TRANSLATE_NOOP("errors", "Choose among what the list of the undo names.")},
    RefusalEntry{"undoRunning", QT_TRANSLATE_NOOP("errors", "What the run made is being taken back already."),
        QT_TRANSLATE_NOOP("errors", "Wait until that is finished.")},
    RefusalEntry{"undoNotPossible", QT_TRANSLATE_NOOP("errors", "Slipway cannot take back what this step did."),
        QT_TRANSLATE_NOOP("errors", "Take it back by hand where it was made, and add a note to the run.")},
    RefusalEntry{"runOpen", QT_TRANSLATE_NOOP("errors", "The run is still open."),
        QT_TRANSLATE_NOOP("errors", "Cancel the run first, then try again.")},
    RefusalEntry{"noOpenQuestion", QT_TRANSLATE_NOOP("errors", "The step asks nothing at present."),
        QT_TRANSLATE_NOOP("errors", "Look at the run to see what it waits for.")},
    RefusalEntry{"notConfirmed",
        QT_TRANSLATE_NOOP("errors", "The service does not confirm that this is done[: {text}]."),
        QT_TRANSLATE_NOOP("errors",
            "Look at the step's links. If it is done all the same, advance it without the check and give the reason.")},
    RefusalEntry{"outputUnknown",
        QT_TRANSLATE_NOOP("errors", "The step has no output[ called {output}| of that name]."),
        QT_TRANSLATE_NOOP("errors", "Give only outputs that this kind of step has[: {known}].")},
    RefusalEntry{"outputMissing",
        QT_TRANSLATE_NOOP("errors", "Later steps need an output that was not given[: {output}]."),
        QT_TRANSLATE_NOOP("errors", "Give its value too.")},
    RefusalEntry{"reasonMissing", QT_TRANSLATE_NOOP("errors", "A reason is needed, because the history keeps it."),
        QT_TRANSLATE_NOOP("errors", "Give the reason in a few words.")},
    RefusalEntry{"notWaiting", QT_TRANSLATE_NOOP("errors", "Nothing is being waited for there."),
        QT_TRANSLATE_NOOP("errors", "Look at the run to see what it is doing.")},
};

struct CommandWord {
    const char *command, *word;
};
constexpr std::array commandWords{
    CommandWord{"StartRun", QT_TRANSLATE_NOOP("errors", "Create")},
    CommandWord{"RetryStep", QT_TRANSLATE_NOOP("errors", "Retry")},
    CommandWord{"RetryFrom", QT_TRANSLATE_NOOP("errors", "Retry from here")},
    CommandWord{"RetryNow", QT_TRANSLATE_NOOP("errors", "Retry now")},
    CommandWord{"LookNow", QT_TRANSLATE_NOOP("errors", "Look now")},
    CommandWord{"AdvanceStep", QT_TRANSLATE_NOOP("errors", "Advance")},
    CommandWord{"SkipStep", QT_TRANSLATE_NOOP("errors", "Skip")},
    CommandWord{"PauseRun", QT_TRANSLATE_NOOP("errors", "Pause")},
    CommandWord{"ResumeRun", QT_TRANSLATE_NOOP("errors", "Resume")},
    CommandWord{"CancelRun", QT_TRANSLATE_NOOP("errors", "Cancel")},
    CommandWord{"UndoRun", QT_TRANSLATE_NOOP("errors", "Undo")},
    CommandWord{"AddNote", QT_TRANSLATE_NOOP("errors", "Add note")},
    CommandWord{"ResolveEffect", QT_TRANSLATE_NOOP("errors", "Say what happened")},
};

} // namespace

std::span<const ErrorEntry> engineErrors() { return entries; }
std::span<const RefusalEntry> refusals() { return refusalEntries; }

QString commandWord(const QString& command)
{
    for (const auto& entry : commandWords) {
        if (command == QLatin1StringView(entry.command))
            return translated(entry.word);
    }
    return {};
}

} // namespace slipway::desk
