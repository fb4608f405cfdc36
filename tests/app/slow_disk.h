// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace slipway::test {

//! While one lives, whoever writes a file for good or removes one waits; only the thread that made this does not, so that
//! what should not be done there is counted and holds nothing up. One at a time.
class SlowDisk {
public:
    SlowDisk();
    //! Lets go.
    ~SlowDisk();
    SlowDisk(const SlowDisk&) = delete;
    SlowDisk& operator=(const SlowDisk&) = delete;

    //! How many wait now.
    int waiting() const;
    //! What the thread that made this has written and removed itself.
    int ownWrites() const;
    void letGo();
};

} // namespace slipway::test
