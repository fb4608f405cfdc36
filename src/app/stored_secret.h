// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connection_profile.h"
#include "base/secret.h"
#include "github/refreshing_token.h"

#include <QFuture>

namespace slipway::app {

//! The secret of a profile: out of the keychain, or its file. Errors as of readCredential(), "file.…", "github.noToken".
QFuture<Result<Secret>> readSecret(const ConnectionProfile& profile);

//! Keeps the secret in the keychain under the profile's name; where there is no keychain, or `inFile` wants it so, in
//! `$XDG_CONFIG_HOME/slipway/tokens/NAME` (0600). Gives the profile with the place filled in. A file made here
//! goes when the keychain has the secret. Errors: "keychain.locked", "file.unwritable".
QFuture<Result<ConnectionProfile>> keepSecret(ConnectionProfile profile, Secret secret, bool inFile);

//! Deletes it from wherever it is; that there was none is no error.
QFuture<Result<void>> forgetSecret(const ConnectionProfile& profile);

//! In a sentence, for people: "in this desktop's keychain", "in the file … (only you can read it)".
QString placeOf(const ConnectionProfile& profile);

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
