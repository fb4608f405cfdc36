// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/run.h"

#include <QHash>

namespace slipway {

//! How people know lanes and steps of a run: by the titles that its workflow gives them, never by the ids that stand for
//! them in files and commands. What is told comes out of a file: whoever shows it makes it safe to show.

//! By a lane's id. A title that cannot be told (yet) is the lane's id.
QHash<QString, QString> laneTitles(const Run& run);
QString laneTitle(const Run& run, const QString& lane);
//! The id, where the workflow has no such step.
QString stepTitle(const Run& run, const StepId& step);

} // namespace slipway
