// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

namespace slipway::desk {

//! What a person or a program wants started, checked as far as it can be without reading anything.
struct Start {
    std::shared_ptr<const Workflow> workflow;
    Json inputs, settings; //!< with defaults
    QList<Error> problems; //!< of the inputs: "input.…"; none: it may start
};

//! Errors "workflow.unknown", "setting.…": nothing can be said of the inputs then.
Result<Start> prepareStart(const Desk& desk, const QString& workflow, const Json& inputs);

//! By its id (the newest version) or "ID@VERSION". "workflow.unknown" with those that there are.
Result<std::shared_ptr<const Workflow>> findWorkflow(const Desk& desk, const QString& id);

//! Whether what a preview found stops a start: an error in the request itself or in the change of a file. That a value
//! of a later step is not there yet, or that a merge will need a person, does not.
bool stopsStart(const PreviewStep& step);
QList<Error> whatStopsStart(const Preview& preview);

//! What "look" means for a run or one step of it: a planned retry is made now, a wait is looked at now. At least one.
QList<Command> lookCommands(const Run& run, const StepId& step);

} // namespace slipway::desk
