// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/error_codes.h"

namespace slipway::sandbox {

//! What was asked for is no request that the sandbox knows: a wrong option, scenario, fault or act.
inline Error usageError(const QString& reason)
{
    return {
        errc::usage, Json::object({{"reason", reason.toStdString()}}), Json::object({{"text", reason.toStdString()}})};
}

} // namespace slipway::sandbox
