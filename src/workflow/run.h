// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "workflow/event.h"
#include "workflow/workflow.h"

#include <memory>

namespace slipway {

enum class RunState { Running, Waiting, NeedsYou, Failed, Parked, Paused, Succeeded, Cancelled, Undone };
enum class StepState { Planned, Ready, Running, Waiting, Succeeded, Failed, Advanced, Skipped, Cancelled, Undone };
enum class AttemptState { Running, Succeeded, Failed, Cancelled };
enum class EffectState { Intended, Succeeded, Failed, Unknown };

QString toText(RunState state); //!< the words of journal, JSON and terminal: "running", "needsYou", …
QString toText(StepState state);
QString toText(AttemptState state);
QString toText(EffectState state);
std::optional<RunState> runStateFromText(const QString& text);

//! One write of one attempt, from its intent on.
struct EffectRecord {
    EffectId id;
    QString name; //!< "createPullRequest", "enableAutoMerge", …
    QString effectClass; //!< "native key", "precondition", "natural key", "none"
    Json target = Json::object(); //!< repository, branch, number …: what it is aimed at
    EffectState state = EffectState::Intended;
    Timestamp intendedAt;
    std::optional<Timestamp> endedAt;
    std::optional<Timestamp> notBefore; //!< Unknown: it is looked up no earlier than this
    Json result; //!< of the success
    bool absent = false; //!< Failed: it certainly did not take place
    std::optional<Error> error;

    bool isOpen() const { return state == EffectState::Intended || state == EffectState::Unknown; }
};

//! One try of one step. Kept for ever with its own error.
struct Attempt {
    int number = 1;
    Purpose purpose = Purpose::Do;
    Timestamp startedAt;
    std::optional<Timestamp> endedAt;
    AttemptState state = AttemptState::Running;
    QString startedBy; //!< "engine" or the person who retried
    bool lookFirst = false; //!< something may be there already: look before the first write
    bool takenOver = false; //!< that somebody else began, or a journal lost: nobody asked for more than to go on
    QList<EffectRecord> effects;
    std::optional<Error> error;
    Json facts = Json::object(); //!< what was found on the way (StepWaiting); a later attempt starts with them
};

//! A person ended a step herself. Kept when it is tried again later.
struct EndedByHand {
    int attempt = 0; //!< the last one until then; 0: none had begun
    bool skipped = false; //!< left out; else: to be taken for done
    bool verified = false; //!< checked against GitHub
    Timestamp at;
    QString byWhom, reason;
};

//! What a waiting step waits for: a code of desk/error_text.h's waiting catalogue with its arguments.
struct WaitingFor {
    QString what; //!< "merge", "checks", "review", "workflowRun", "runStart", "repository", "answer", "person" …
    Json args = Json::object();
    Timestamp since;
};

struct StepRun {
    StepId id;
    StepState state = StepState::Planned;
    QList<Attempt> attempts;
    Json outputs = Json::object();
    QString note; //!< code of a remark on a success, e.g. "nothingToChange", "noWorkflowRan"
    int generation = 1;
    std::optional<Error> error; //!< of the last attempt while it is the state of things
    std::optional<Timestamp> startedAt, endedAt;
    std::optional<Timestamp> retryAt; //!< failed, and tried again by itself then
    std::optional<WaitingFor> waitingFor;
    bool needsYou = false;
    bool lookFirst = false; //!< the next attempt looks before it writes (a retry)
    bool takenOver = false; //!< the next attempt is the first since a record was taken over
    QString byWhom, reason; //!< advanced, skipped, cancelled: who and why, until it is tried again
    QList<EndedByHand> endedByHand; //!< each time, the first one first
    bool verified = false; //!< advanced: checked against GitHub
    bool undoPlanned = false; //!< part of the undo that was asked for

    const Attempt* attempt() const { return attempts.isEmpty() ? nullptr : &attempts.last(); }
    //! The last time that a person ended it herself after that attempt; 0: before any. Null: nobody did.
    const EndedByHand* handAfter(int attempt) const;
    const EffectRecord* openEffect() const;
    bool isDone() const //!< lets those go on that need it
    {
        return state == StepState::Succeeded || state == StepState::Advanced || state == StepState::Skipped;
    }
    bool isActive() const
    {
        return state == StepState::Ready || state == StepState::Running || state == StepState::Waiting;
    }
};

struct Note {
    Timestamp at;
    QString actor, text;
};

//! Nothing of the run begins until somebody resumes it.
struct Pause {
    Timestamp since;
    QString by, reason; //!< of who wished it
    //! "imported", "elsewhere" (the store's maker is not who drives it), "noHome" (it does not say who that was); empty: a
    //! person's wish.
    QString because;
};

//! One start of a workflow for one subject, as the fold of its events.
struct Run {
    RunId id;
    std::shared_ptr<const Workflow> workflow; //!< the copy it was started with
    QString subject;
    Json inputs = Json::object();
    Json settings = Json::object();
    qint64 stamp = 0; //!< ms since 1970, fixed for the run; part of its names
    QString profile;
    QString host; //!< of the GitHub that it works with; empty: none was connected
    QString startedBy;
    Timestamp startedAt;
    std::optional<Timestamp> endedAt;
    qint64 sequence = 0; //!< of the last event folded
    RunState state = RunState::Running;
    QList<StepRun> steps; //!< as workflow->steps, same order
    QList<Note> notes;
    bool cancelRequested = false, cancelled = false, undoRequested = false, undone = false;
    std::optional<Pause> pause;
    std::optional<Error> parked; //!< why nothing can be done at present
    std::optional<Timestamp> parkedUntil;
    int crashes = 0; //!< of the program, in a row, while it worked on this run
    StepId crashedIn; //!< the step of the last of them; empty: none in particular
    bool quarantined = false; //!< not driven before a person says so; `parked` says why
    Json record; //!< the status record that the run was imported from; null: it was started here
    qint64 recordEvents = 0; //!< its events up to here tell what the record says
    bool takenOver = false; //!< imported, and gone on with since
    QList<CommandId> commands; //!< acts already taken in: the same id twice is one act

    const StepRun* step(const StepId& id) const;
    StepRun* step(const StepId& id);
    //! Imported and open: nothing is done before a person takes it over.
    bool canBeTakenOver() const { return record.is_object() && !takenOver && isOpen(); }
    //! Nobody here has ever asked for what it does: nothing of it is even looked up before a person resumes it.
    bool rests() const { return pause && !pause->because.isEmpty(); }
    //! Neither succeeded, cancelled nor undone. A failed run is open.
    bool isOpen() const
    {
        return state != RunState::Succeeded && state != RunState::Cancelled && state != RunState::Undone;
    }
};

//! The scope of templates: inputs, settings, lets, run, steps' outputs. Lets that cannot be expanded yet are left out.
Json scopeOf(const Run& run, int generation = 1);

//! Whether somebody has waited longer than the limit, which is divided by the time scale, or than usual, which is not.
bool waitsTooLong(Millis waited, std::optional<Millis> limit, std::optional<Millis> usual, double timeScale);
//! Whether the step waits longer than its limit, or than usual (p90 of earlier runs, if there are at least five).
bool isStuck(const StepRun& step, const StepDefinition& definition, Timestamp now, std::optional<Millis> usual,
    double timeScale);

} // namespace slipway
