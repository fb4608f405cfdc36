// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"
#include "steps/observation.h"

namespace slipway::desk {

//! What has to be read to see the change that a step's pull request made: between the commit it was raised on and its
//! head. For a step that merges or watches a pull request, that of the step which raised it. Nothing: there is none.
std::optional<github::CompareCommits> readOfChange(const Run& run, const StepId& step);

//! File by file; a file that GitHub does not show the text of has an empty diff.
QList<PreviewFile> filesOfChange(const github::Comparison& comparison);

} // namespace slipway::desk
