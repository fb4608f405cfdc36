// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/workflow.h"

namespace slipway {

//! The value as the setting's type wants it; a text (from a terminal or a form) is parsed. Nothing where it does not fit.
std::optional<Json> settingValue(SettingType type, const Json& given);

//! What a value of that type looks like, for an error.
QString expectedFor(SettingType type);

} // namespace slipway
