// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/left_behind.h"
#include "desk/status_report.h"
#include "desk/undo_plan.h"
#include "desk/values.h"
#include "terminal/output.h"

namespace slipway::terminal {

//! What people read; the same facts as in run_json.h.

QString localTime(Timestamp moment); //!< "2026-11-21 12:00:03"
QString clockTime(Timestamp moment); //!< "12:00:03"
QString valueText(const Json& value); //!< in one line, cut off where it is long

QStringList runText(const desk::RunView& view, Timestamp now, double timeScale);
QStringList listText(const QList<desk::RunSummary>& runs);
QStringList statusText(const desk::StatusReport& report, Timestamp now);
QStringList previewText(const QList<desk::PreviewStep>& steps);
//! What undoing would do by what the services show now, beside what the journal believes, and what stays.
QStringList undoText(const desk::UndoPlan& plan, const Run& run);
//! Empty where there is nothing to list.
QStringList leftBehindLines(const QString& title, const QList<desk::LeftBehind>& things);
QStringList workflowText(const Workflow& workflow);
//! What, why and remedy, each on a line with its name.
QStringList errorText(const Error& error, const QString& indent);
Tone toneOf(RunState state);

} // namespace slipway::terminal
