// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/error_codes.h"
#include "base/text.h"

namespace slipway::desk {

//! The store as a whole is the matter, and neither what was asked of it nor one run: anything else would fare no better.
inline bool isOfStore(const Error& error)
{
    return error.code.startsWith("store."_L1) && error.code != errc::storeFenced && error.code != errc::storeGuard;
}

} // namespace slipway::desk
