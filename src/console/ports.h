// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QFuture>
#include <QString>

//! What the window asks of the program around it, beyond the desk.
namespace slipway::console {

//! Gives the window something to talk to. Implemented by the app, which also keeps the token.
class Connector {
public:
    enum class Kind { None, Sandbox, GitHub };
    virtual ~Connector() = default;

    virtual Kind currentConnection() const = 0;
    //! Starts simulated services with a store of their own and connects to them. Ends in an error or in a desk whose
    //! status says `sandbox`.
    virtual QFuture<Result<void>> trySandbox() = 0;
    //! Checks the token against the host (for example "https://github.com"), keeps it in the keychain, connects.
    virtual QFuture<Result<void>> connectTo(const QString& url, const Secret& token) = 0;
};

//! Sandbox only: makes the simulated services misbehave. Actions: "fail-next-workflow", "conflict-next-pull-request",
//! "close-next-pull-request", "cancel-next-run", "hold", "release".
class Troublemaker {
public:
    virtual ~Troublemaker() = default;
    virtual void make(const QString& action) = 0;
};

} // namespace slipway::console
