// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "desk/connection_report.h"

#include <QFuture>
#include <QString>
#include <QStringList>
#include <QUrl>

//! What the window asks of the program around it, beyond the desk.
namespace slipway::console {

//! A way to GitHub, as a person chose it.
struct ConnectionChoice {
    enum class Way {
        Token, //!< a personal token
        SignIn, //!< a code, entered on GitHub's page
        Gh, //!< the token that the program gh has
        App //!< a GitHub App's key
    };
    Way way = Way::Token;
    QString host;
    Secret token;
    QString clientId; //!< SignIn
    QString app, appKeyFile, appOrganisation; //!< App
    QString caFile, proxy; //!< empty: the system's alone
};

//! What a person needs to sign in.
struct SignInCode {
    QString code;
    QUrl page; //!< checked: of the host itself
    Timestamp expiresAt;
};

//! Gives the window something to talk to. Implemented by the app, which also keeps the token; nothing here holds up the
//! window's thread.
class Connector {
public:
    enum class Kind { None, Sandbox, GitHub };
    virtual ~Connector() = default;

    virtual Kind currentConnection() const = 0;
    //! Starts simulated services with a store of their own and connects to them. Ends in an error or in a desk whose
    //! status says `sandbox`.
    virtual QFuture<Result<void>> trySandbox() = 0;
    //! Asks who it is and what it may do, and keeps nothing yet. `codeShown` is called in the window's thread.
    virtual QFuture<Result<desk::ConnectionReport>> check(
        const ConnectionChoice& choice, std::function<void(const SignInCode&)> codeShown) = 0;
    //! Ends the check under way with "network.cancelled".
    virtual void cancelCheck() = 0;
    //! Keeps what was checked last, in the keychain or else a private file, and connects with it: another window takes
    //! this one's place.
    virtual QFuture<Result<void>> use() = 0;
    //! The same questions to the connection that the window has.
    virtual QFuture<Result<desk::ConnectionReport>> checkCurrent() = 0;
    //! Whether the window's connection is kept on this computer.
    virtual bool canForget() const { return false; }
    //! Its token and profile go from this computer; another window, without a connection, takes this one's place.
    virtual QFuture<Result<void>> forget() { return QtFuture::makeReadyFuture(Result<void>()); }
};

//! A copy of the store that stands beside it, or another file that can be looked at in its place.
struct StoreCopy {
    enum class Kind {
        Daily,
        Asked,
        Migration,
        Replaced,
        Elsewhere, //!< a store that is not this one's copy
        Exported //!< made of runs that were exported
    };
    QString file;
    Kind kind = Kind::Daily;
    Timestamp madeAt;
    qint64 bytes = 0;
    QString shownFile = {}; //!< Elsewhere, Exported: the file that was chosen
};

//! Copies of the store behind the window. Nothing here holds up the window's thread.
class StoreKeeper {
public:
    virtual ~StoreKeeper() = default;
    //! Newest first.
    virtual QFuture<Result<QList<StoreCopy>>> copies() = 0;
    virtual QFuture<Result<void>> makeCopy() = 0;
    //! Shows the copy in this window's place, for reading only. Another window comes.
    virtual void lookAt(const StoreCopy& copy) = 0;
    //! The same with a file that a person chose: a store, or exported runs. Where it is neither, the answer says so and
    //! the window stays.
    virtual QFuture<Result<void>> lookAtFile(const QString& file) = 0;
    //! The copy that this window shows; none: it shows the store itself.
    virtual std::optional<StoreCopy> lookedAt() const = 0;
    virtual void backToStore() = 0;
    //! Puts the copy in the store's place. The window goes for that; another one comes and says how it went.
    virtual void putBack(const QString& file) = 0;
};

//! A credential that workflows name, as it is kept. The secret itself never comes back.
struct KeptCredential {
    QString name;
    QStringList hosts; //!< the only ones that get it: "https://portal.example"
    QString header, prefix; //!< what it is sent in, and the word before it there
    QString kept; //!< where, as a sentence
};

//! One to be kept, as a person typed it.
struct CredentialOffer {
    QString name;
    QStringList hosts;
    QString header, prefix;
    Secret secret;
};

//! The credentials that workflows name, kept on this computer. Nothing here holds up the window's thread.
class CredentialShelf {
public:
    virtual ~CredentialShelf() = default;
    virtual QFuture<Result<QList<KeptCredential>>> credentials() = 0;
    //! One of that name gives way. Errors: "usage" (says what is wrong), "keychain.…", "file.…".
    virtual QFuture<Result<void>> setCredential(const CredentialOffer& offer) = 0;
    virtual QFuture<Result<void>> removeCredential(const QString& name) = 0;
};

//! Sandbox only: makes the simulated services misbehave. Actions: "fail-next-workflow", "conflict-next-pull-request",
//! "close-next-pull-request", "cancel-next-run", "auto-merge-sleeps" (from the next pull request on, in its repository),
//! "hold" (all checks).
class Troublemaker {
public:
    virtual ~Troublemaker() = default;
    //! Not `on`: lets go of what waits for its occasion or is held.
    virtual void make(const QString& action, bool on) = 0;
    //! The actions that wait for their occasion or hold something now.
    virtual QFuture<QStringList> inForce() = 0;
};

} // namespace slipway::console
