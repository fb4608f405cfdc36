// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connection_profile.h"
#include "base/secret.h"
#include "github/refreshing_token.h"

#include <QFuture>

namespace slipway::app {

//! Where a secret is kept: in the keychain under a name, or in a private file. Both empty: nowhere.
struct SecretPlace {
    QString credential, file;
};

//! Errors as of readCredential(), "file.…", "github.noToken".
QFuture<Result<Secret>> readSecret(const SecretPlace& place);
//! Keeps it in the keychain under that name; where there is no keychain, or `inFile` wants it so, in the file
//! `$XDG_CONFIG_HOME/slipway/tokens/NAME` (0600). `before`: where it was until now; a file of ours goes when the keychain
//! has it. Errors: "keychain.locked", "file.unwritable".
QFuture<Result<SecretPlace>> keepSecret(
    const QString& name, const SecretPlace& before, const Secret& secret, bool inFile);
//! Deletes it from wherever it is; that there was none is no error. A file that somebody else named stays.
QFuture<Result<void>> forgetSecret(const SecretPlace& place);
//! The secret of a profile: out of the keychain, or its file. Errors as of readCredential(), "file.…", "github.noToken".
QFuture<Result<Secret>> readSecret(const ConnectionProfile& profile);

//! Keeps the secret under the profile's name, as above. Gives the profile with the place filled in.
QFuture<Result<ConnectionProfile>> keepSecret(ConnectionProfile profile, Secret secret, bool inFile);

QFuture<Result<void>> forgetSecret(const ConnectionProfile& profile);

//! In a sentence, for people: "in this desktop's keychain", "in the file … (only you can read it)".
QString placeOf(const ConnectionProfile& profile);
//! The same of a credential that workflows name.
QString placeOf(const SecretPlace& place);

//! Keeps a renewed grant where the profile has its secret.
class ProfileGrants final : public github::GrantKeeper {
public:
    explicit ProfileGrants(ConnectionProfile profile)
        : m_profile(std::move(profile))
    { }
    void load(QObject* context, std::function<void(const Result<github::OAuthGrant>&)> done) override;
    void keep(
        const github::OAuthGrant& grant, QObject* context, std::function<void(const Result<void>&)> done) override;

private:
    ConnectionProfile m_profile;
};

} // namespace slipway::app
