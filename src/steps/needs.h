// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/values.h"
#include "workflow/workflow.h"

namespace slipway::steps {

//! A right at GitHub, in the words of fine-grained tokens and GitHub Apps.
enum class Right {
    ReadContents,
    WriteContents,
    WritePullRequests,
    WriteWorkflows,
    ReadActions,
    WriteActions,
    ReadMembers
};

//! What one step of a workflow needs to be allowed.
struct Need {
    QString step; //!< its id
    QString title;
    Right right = Right::ReadContents;
    std::optional<github::RepositoryName> repository; //!< none: of the organisation, or known only when a run starts
    QString organisation; //!< for ReadMembers
    QString later; //!< the repository's template, where inputs are part of it: "DEFRA/{{ inputs.repositoryName }}"
};

//! All that a workflow's steps need with these settings. Undoing needs no more.
QList<Need> needsOf(const Workflow& workflow, const Json& settings);

} // namespace slipway::steps
