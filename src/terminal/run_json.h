// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/run_json.h"

//! --json prints what the API answers: one set of shapes.
namespace slipway::terminal {

using desk::errorJson;
using desk::eventJson;
using desk::isStuckNow;
using desk::momentJson;
using desk::previewJson;
using desk::runJson;
using desk::summaryJson;
using desk::workflowJson;

} // namespace slipway::terminal
