// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/evidence.h"
#include "desk/values.h"

//! A run written down for others: a ticket, a table, a program. Secrets are in no run, so they are in no report.
namespace slipway::desk {

//! Markdown of one step: its state, its error, its attempts, its links, and the evidence where there is some (may be
//! null). `step` may be empty: the run as a whole.
QString stepReport(const RunView& view, const StepId& step, const Evidence* evidence, Timestamp now);
//! Markdown of a whole run with the acts of people. For a ticket.
QString runReport(const RunView& view, const Events& events, Timestamp now);
//! Markdown of what a start would do, with every difference; nothing of it has happened.
QString previewReport(const Preview& preview, const QString& title, const Json& inputs);
//! One line a step, with a heading line; RFC 4180, lines end in CRLF. A cell never begins like a formula.
QString runCsv(const RunView& view, Timestamp now, double timeScale);
//! The run as slipwayctl show prints it, with its journal in `events`.
Json runReportJson(const RunView& view, const Events& events, Timestamp now, double timeScale);
//! One cell of such a table.
QString csvCell(const QString& text);

} // namespace slipway::desk
