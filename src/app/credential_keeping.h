// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credential_store.h"

#include <QFuture>

namespace slipway::app {

//! What somebody typed, checked: hosts as credentialHost() gives them, each once, and one at least. Error "usage".
Result<StoredCredential> credentialFrom(
    const QString& name, const QStringList& typedHosts, const QString& header, const QString& prefix);

//! Keeps the secret, then what it is for; nothing waits for the disk or the keychain. One that is kept already gives way;
//! where it goes to other hosts now, there is none in between, so that the new one never stands beside the old hosts.
//! Gives it with its place filled in. Errors: "usage", "keychain.locked", "keychain.silent", "file.…", "json.invalid".
QFuture<Result<StoredCredential>> keepCredential(
    const QString& profile, const StoredCredential& wanted, const Secret& secret, bool inFile);

//! It goes from the keychain and from the profile. Errors: "credential.missing", "keychain.locked" (nothing went),
//! "keychain.silent", "file.…", "json.invalid".
QFuture<Result<void>> forgetCredential(const QString& profile, const QString& name);

} // namespace slipway::app
