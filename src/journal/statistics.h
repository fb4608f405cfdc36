// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"
#include "journal/store.h"

//! How long the runs and steps of a workflow took, and what went wrong in them, as the lists tell.
namespace slipway::journal {

Result<QList<StepDurations>> readDurations(Database& database, const QString& workflow);
Result<WorkflowStatistics> readStatistics(Database& database, const QString& workflow);

} // namespace slipway::journal
