// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "journal/owner_lock.h"

namespace slipway::app {

//! The folder of the window's own sandbox: its world and its store.
QString windowSandboxFolder();
QString windowSandboxStore();

//! Who holds it runs the window's sandbox, and nobody else does meanwhile: two of them would write over each other's world.
//! It tells the user's other programs where that sandbox answers. What a crash leaves behind misleads none of them: they
//! ask the kernel who holds the lock.
class SandboxNotice {
public:
    //! Errors "store.owned": it runs in another process; "file.unwritable", "store.unwritable".
    static Result<std::unique_ptr<SandboxNotice>> take();
    ~SandboxNotice();
    SandboxNotice(const SandboxNotice&) = delete;
    SandboxNotice& operator=(const SandboxNotice&) = delete;

    //! What it printed in a terminal. Error "file.unwritable".
    Result<void> post(const Json& announcement);

private:
    explicit SandboxNotice(std::unique_ptr<journal::OwnerLock> lock);

    std::unique_ptr<journal::OwnerLock> m_lock;
};

//! What the sandbox announced that a window of this user runs now. Error "connection.noSandbox".
Result<Json> windowSandbox();

} // namespace slipway::app
