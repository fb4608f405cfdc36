// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/evidence.h"
#include "workflow/command.h"
#include "workflow/run.h"

namespace slipway::console {

//! What a person may want of a step and of its run. One dialog offers them all.
enum class StepChoice {
    AcceptAnswer, //!< the service shows the work as done: take its word
    Retry,
    RetryFrom,
    RunNow,
    Look,
    AdvanceProven, //!< what the person says is checked against the service
    AdvanceUnproven, //!< nothing but the person's word
    Skip,
    Pause, //!< or resume
    Cancel,
    Terminate, //!< without waiting for what is in flight
    Undo, //!< has a dialog of its own
    Happened, //!< the request took place of which nothing else tells what became
    Absent //!< it did not
};
inline constexpr std::array allStepChoices{StepChoice::AcceptAnswer, StepChoice::Happened, StepChoice::Absent,
    StepChoice::Retry, StepChoice::RetryFrom, StepChoice::RunNow, StepChoice::Look, StepChoice::AdvanceProven,
    StepChoice::AdvanceUnproven, StepChoice::Skip, StepChoice::Pause, StepChoice::Cancel, StepChoice::Terminate,
    StepChoice::Undo};

//! What the person has filled in.
struct ChoiceInput {
    StepId from; //!< RetryFrom
    QString reason;
    Json claims = Json::object(); //!< outputs; those of AdvanceProven the service must confirm
    QHash<QString, Secret> secrets = {}; //!< outputs that may stand in no event, by name
};

//! An output that a person can name.
struct Claim {
    QString name, title;
    bool isText = false; //!< also where it looks like a number
    bool isNeeded = false; //!< a later step refers to it
    bool isSecret = false; //!< goes to the keychain and into no event; a service cannot confirm it
};

//! Whether StepChoice::Pause takes the run up: it is paused, or was imported and nobody has taken it over yet.
bool resumes(const Run& run);
QString labelOf(StepChoice choice, const Run& run, const StepId& step, const desk::Evidence* evidence = nullptr);
//! What the button says. A retry says what it comes to, where what was seen last tells and the evidence (if there is any)
//! does not speak against it.
QString verbOf(StepChoice choice, const Run& run, const StepId& step, const desk::Evidence* evidence = nullptr);
//! It overrides what the services say, or ends something: the button is red, and Enter does not press it.
bool isRed(StepChoice choice);
bool needsReason(StepChoice choice);
bool takesReason(StepChoice choice);
//! Whether it holds only for the run as it was shown: a run that has moved refuses it.
bool holdsForWhatWasSeen(StepChoice choice);

//! Why it does not apply, in the words of the refusal; nothing: it does. `evidence` may be missing (null).
std::optional<QString> whyNotChoice(
    StepChoice choice, const Run& run, const StepId& step, const ChoiceInput& input, const desk::Evidence* evidence);
//! The one that fits: what was asked for, unless the evidence says that the step's work is done.
StepChoice fittingChoice(StepChoice asked, const Run& run, const StepId& step, const desk::Evidence* evidence);
//! What the evidence speaks for; nothing where it speaks for none, or is missing.
std::optional<StepChoice> recommendedChoice(const Run& run, const StepId& step, const desk::Evidence* evidence);
Command commandOf(StepChoice choice, const Run& run, const StepId& step, const ChoiceInput& input);
//! What it will do, as sentences in the order in which it happens.
QStringList effectsOf(StepChoice choice, const Run& run, const StepId& step, const ChoiceInput& input,
    const desk::Evidence* evidence, Timestamp now);
//! Where the evidence speaks against the choice: to be said beside the button. Empty: it does not.
QString contradictionOf(StepChoice choice, const desk::Evidence* evidence);

//! Steps from which a retry makes sense for this one: itself and what it builds on, newest first.
QList<StepId> retryOrigins(const Run& run, const StepId& step);
//! What the step gives, as far as a person can name it.
QList<Claim> claimsOf(const Run& run, const StepId& step);
//! Whether the choice takes them: an advance does, and the word that a request took place of whose answer nothing else
//! tells.
bool takesClaims(StepChoice choice, const Run& run, const StepId& step);

} // namespace slipway::console
