// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "http/http.h"

#include <QFuture>
#include <QStringList>

#include <functional>

namespace slipway::conductor {

//! What is stored about a credential beside the credential itself.
struct CredentialUse {
    QStringList origins; //!< "https://portal.example:8443": the only places that may get it
    QByteArray header; //!< "Authorization"
    QByteArray prefix; //!< a word before it: "Bearer"; may be empty
    QString profile; //!< that stores it, for people; empty where it need not be named
};

//! Where stored credentials are; supplied by src/app. Asked anew for each request, so that one that was stored, changed
//! or removed meanwhile counts at once, and none stays in memory for longer than its request takes.
struct CredentialKeeper {
    //! Errors "credential.missing", "file.…", "json.invalid".
    std::function<Result<CredentialUse>(const QString& name)> describe;
    //! May be called from any thread. Errors "github.noToken" where there is none, "keychain.…", "file.…".
    std::function<QFuture<Result<Secret>>(const QString& name)> read;
};

//! One, for one request.
struct Credential {
    QString name;
    CredentialUse use;
    Secret secret;
};

//! The stored credentials of a profile, which workflows name. Each is bound to hosts.
class Credentials {
public:
    void setKeeper(CredentialKeeper keeper) { m_keeper = std::move(keeper); }

    //! The credential for a request to that URL (in which secrets may stand as marks). The keychain is asked only where it
    //! may go there. Errors "credential.missing", "credential.otherHost", "keychain.…", "file.…", "json.invalid"; arg
    //! "credential" is its name.
    QFuture<Result<Credential>> open(const QString& name, const QString& url) const;

private:
    CredentialKeeper m_keeper;
};

//! Error "credential.missing" with args credential, origin, host.
Error missingCredential(const QString& name, const QUrl& url);
//! Puts it into a request that is about to go out, in place of any header of that name. Looks once more whether it may go
//! there: this is the URL that is really used. Error "credential.otherHost"; the request is as before then.
Result<void> attach(http::Request& request, const Credential& credential);
//! The value without that credential, in whatever text it stands: a service may tell what it was sent.
Json without(const Credential& credential, Json value);

} // namespace slipway::conductor
