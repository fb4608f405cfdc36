// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox_notice.h"
#include "base/result.h"
#include "sandbox/sandbox.h"

#include <QFuture>
#include <QThread>

namespace slipway::app {

//! A sandbox in a thread of this program: the window's own, which goes with it and comes back with it.
class SandboxHost {
public:
    //! Building the world takes a second or more, so it is done in the sandbox's thread; the host is there at once and is
    //! of use when `ready` holds no error.
    struct Starting {
        std::shared_ptr<SandboxHost> host;
        QFuture<Result<void>> ready;
    };
    //! Holds the notice as long as it lives.
    static Starting start(const sandbox::SandboxOptions& options, std::unique_ptr<SandboxNotice> notice);
    //! Waits for a start that is under way.
    ~SandboxHost();

    const Json& announcement() const { return m_announcement; }
    SandboxNotice& notice() { return *m_notice; }
    //! Makes trouble, see sandbox::Sandbox::control(); returns at once.
    void control(const Json& action);
    //! How the world is now, see sandbox::Sandbox::state().
    QFuture<Json> state();

private:
    SandboxHost() = default;

    std::unique_ptr<SandboxNotice> m_notice; //!< last to go: then another process may open this world
    QThread m_thread;
    std::unique_ptr<QObject> m_door; //!< an object of the sandbox's thread
    std::unique_ptr<sandbox::Sandbox> m_sandbox; //!< made, used and destroyed in that thread
    Json m_announcement;
};

} // namespace slipway::app
