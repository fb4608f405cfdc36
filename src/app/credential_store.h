// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stored_secret.h"
#include "conductor/credentials.h"

//! Credentials that workflows name, each bound to hosts. The profile's file says what each is for, under "credentials":
//! {"NAME": {"hosts": […], "header": …, "prefix": …, "credential": KEYCHAIN ENTRY or "tokenFile": FILE}}.
namespace slipway::app {

struct StoredCredential {
    QString name;
    QStringList hosts; //!< "https://portal.example", as credentialHost() gives them
    QString header, prefix;
    SecretPlace place;
};

//! What a request's scheme, host and port must be for it to get a credential: https, or http on this computer. Nothing
//! else may stand in it. Error "usage".
Result<QString> credentialHost(const QString& typed);
//! Names, header and prefix that can be sent. Error "usage".
Result<void> checkCredential(const StoredCredential& credential);

//! Errors "usage", "file.…", "json.invalid".
Result<QList<StoredCredential>> storedCredentials(const QString& profile);
//! Errors likewise, and "credential.missing".
Result<StoredCredential> storedCredential(const QString& profile, const QString& name);
Result<void> storeCredential(const QString& profile, const StoredCredential& credential);
Result<void> dropCredential(const QString& profile, const QString& name);
//! Under which the keychain has it, and the name of its file where there is no keychain.
QString credentialKey(const QString& profile, const QString& name);

//! For the engine: looks into the profile's file and the keychain anew each time.
conductor::CredentialKeeper credentialKeeper(const QString& profile);

} // namespace slipway::app
