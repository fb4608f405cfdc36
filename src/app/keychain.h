// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QFuture>

namespace slipway::app {

//! The desktop's keychain (Secret Service, KWallet). May be called from any thread; the work is done in the first one,
//! where the keychain's library wants to be: whoever stands still there until a future ends waits for ever. A locked
//! keychain may show its own window, and the answer waits for it.
//!
//! Errors: "github.noToken" where there is no such entry, "keychain.locked", "keychain.silent" where it has not answered
//! for two minutes, "keychain.unavailable" where there is no keychain. The library tells a locked one as a missing entry,
//! and says that it deleted what it did not: so the Secret Service itself is asked before that is believed.
QFuture<Result<Secret>> readCredential(const QString& name);
QFuture<Result<void>> writeCredential(const QString& name, const Secret& secret);
QFuture<Result<void>> deleteCredential(const QString& name);

} // namespace slipway::app
