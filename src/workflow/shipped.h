// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

namespace slipway {

//! The ids of the workflows that are built into the program, sorted.
QStringList shippedWorkflows();

//! The file of one of them. Error "workflow.unknown" with args "workflow" and "known".
Result<QByteArray> shippedWorkflow(const QString& id);

//! The JSON Schema of workflow files, for editors.
QByteArray workflowSchema();

} // namespace slipway
