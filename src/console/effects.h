// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/evidence.h"
#include "workflow/run.h"

namespace slipway::console {

//! A step as it is named in such sentences: “title” (lane).
QString stepInLane(const Run& run, const StepId& step);

//! What an act will do to a run, as sentences for its dialog. Pure.
QStringList effectsOfAccept(const Run& run, const StepId& step);
//! With what a retry would do by what was read, where that is known (`evidence` may be null).
QStringList effectsOfRetry(const Run& run, const StepId& step, const desk::Evidence* evidence);
QStringList effectsOfRunNow(const Run& run, const StepId& step, Timestamp now);
QStringList effectsOfLook(const Run& run, const StepId& step);
QStringList effectsOfProvenAdvance(const Run& run, const StepId& step);
QStringList effectsOfPause(const Run& run); //!< or of resuming it
//! Of an output that later steps need and nobody has given.
QString effectOfLacking(const QString& title, bool isSecret);
//! `lacking`: what effectOfLacking() says of each of those outputs.
QStringList effectsOfAdvance(const Run& run, const StepId& step, const QStringList& lacking = {});
//! Of a person's word that the last request took place, or did not.
QStringList effectsOfHappened(const Run& run, const StepId& step, const QStringList& lacking = {});
//! The same where only its answer told what later steps may need, and the person does not give it.
QStringList effectsOfHappenedWithoutAnswer(const Run& run, const StepId& step);
QStringList effectsOfAbsent(const Run& run, const StepId& step);
QStringList effectsOfSkip(const Run& run, const StepId& step);
QStringList effectsOfCancel(const Run& run);
QStringList effectsOfTerminate(const Run& run);
QStringList effectsOfRetryFrom(const Run& run, const StepId& step);

} // namespace slipway::console
