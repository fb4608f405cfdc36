// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/event.h"
#include "workflow/workflow.h"

namespace slipway {

//! What a run is called that stands for a status record: the same for the same record, so that it is imported once.
RunId recordRunId(const Json& record);

//! The lane that a part of a status record is about; nothing: the part is of no lane with a pull request. Repositories
//! were renamed in the course of time ("tf-svc" → "cdp-tf-svc").
const Lane* laneOfPart(const Workflow& workflow, const QString& part);

//! A moment as the Mongo tools write it: {"$date": ISO 8601 | ms | {"$numberLong": ms}}, or the bare text.
std::optional<Timestamp> recordMoment(const Json& value);

//! A status record of the platform as the beginning of a run: what it tells has happened, with the moments that it
//! knows, as events (without run, sequence and actor). An open one ends paused where anything could go on by itself:
//! nothing is done before a person takes it over. Error "record.invalid" (args "pointer", "reason").
//! `settings`: those of a start now; organisation and repositories are the record's, as far as its links name them.
Result<Events> recordHistory(const Workflow& workflow, Json settings, const Json& record);

} // namespace slipway
