// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace slipway::journal {

//! What the owner of a store does with it of its own accord, and what may take a while.
enum class StoreWork {
    None,
    Checking, //!< page by page, and the lists against the journal: it was not closed in good order
    Copying //!< the copy of the day
};

} // namespace slipway::journal
