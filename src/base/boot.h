// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway {

//! Names the time since the computer was started: moments by Clock::uptime() that were noted under the same name can be
//! compared, whoever noted them. Empty where the kernel does not tell.
QString bootId();

} // namespace slipway
