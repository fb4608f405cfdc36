// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace slipway {

//! A moment at an edge of the protocol, by name ("edge.moment"), at which a test may end the process as a kill or a power
//! cut would. In the programs nothing happens here and nothing can make it happen: only a test's own program is linked
//! with another definition (tests/faults/crashing.cpp), from otherwise the same objects.
void crashPoint(const char* name) noexcept;

} // namespace slipway
