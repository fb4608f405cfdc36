// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QFuture>

namespace slipway::app {

//! The system's keychain (Secret Service, KWallet). Errors: "github.noToken" where there is no such entry or no keychain,
//! with args "reason". A locked keychain looks like a missing entry to the library, so the reason says both.
QFuture<Result<Secret>> readCredential(const QString& name);
QFuture<Result<void>> writeCredential(const QString& name, const Secret& secret);

} // namespace slipway::app
