// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sandbox/sandbox.h"

#include <QThread>

namespace slipway::app {

//! A sandbox in a thread of this program: the window's own, which goes with it and comes back with it.
class SandboxHost {
public:
    static Result<std::unique_ptr<SandboxHost>> start(const sandbox::SandboxOptions& options);
    ~SandboxHost();

    const Json& announcement() const { return m_announcement; }
    //! Makes trouble, see sandbox::Sandbox::control(); returns at once.
    void control(const Json& action);

private:
    SandboxHost() = default;

    QThread m_thread;
    std::unique_ptr<QObject> m_door; //!< an object of the sandbox's thread
    std::unique_ptr<sandbox::Sandbox> m_sandbox; //!< made, used and destroyed in that thread
    Json m_announcement;
};

} // namespace slipway::app
