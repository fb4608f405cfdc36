// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "desk/connection_report.h"
#include "desk/desk.h"
#include "terminal/api_serving.h"
#include "terminal/global_options.h"

#include <QFuture>
#include <QHash>

#include <functional>
#include <memory>
#include <optional>

//! What the terminal needs of the rest of the program, supplied by src/app (or by a test).
namespace slipway::terminal {

enum class OpenMode {
    Read, //!< changes nothing; a store that is missing reads as empty, one with an owner is read beside it. Previews
    //!< still read GitHub.
    History, //!< the same of what is on the disk alone: no token is asked for, so that no keychain is in the way
    Commands, //!< journals commands and drives nothing; where another process owns the store, they go to it
    Drive, //!< owns the store and drives its open runs, or watches and gives commands until its owner ends
    Own //!< owns the store and drives its open runs, or is refused
};

//! An open desk. Destroying it closes in good order: the request under way is finished and journaled, the store closed.
class Session {
public:
    virtual ~Session() = default;
    virtual desk::Desk& desk() = 0;
};

//! A connection to be made and kept under a name. Exactly one way to the token: none of the first four set means that
//! a person types it, or that standard input's first line is it.
struct ConnectionRequest {
    QString name, host;
    QString tokenFile; //!< the token is read from it once and kept elsewhere
    bool fromGh = false, signIn = false;
    QString app, appKeyFile, appOrganisation;
    QString clientId;
    QString caFile, proxy, proxyUser, proxyPasswordFile;
    bool inFile = false; //!< not in the keychain
};

//! What a person needs to sign in.
struct SignInCode {
    QString code;
    QUrl page;
    Timestamp expiresAt;
};

//! One status record of a file, or why it cannot be read.
struct ReadRecord {
    int line = 1; //!< where it begins
    int number = 1; //!< among the records of the file
    Result<Json> record;
};

struct KnownConnection {
    QString name, host, kept; //!< `kept` is a sentence
};

//! A credential that workflows name; the secret itself is typed, or the first line of standard input.
struct CredentialRequest {
    GlobalOptions global;
    QString name;
    QStringList hosts; //!< as typed
    QString header, prefix;
    bool inFile = false; //!< not in the keychain
};
struct KnownCredential {
    QString name;
    QStringList hosts;
    QString header, prefix, kept;
};

struct Environment {
    Clock& clock;
    QString version;

    //! Errors: "store.owned" (Own), other "store.…", "file.…", "usage" (a time scale away from loopback,
    //! a sandbox file without the right members), "github.noToken", "network.unsafeUrl".
    std::function<Result<std::unique_ptr<Session>>(const GlobalOptions&, OpenMode)> open;
    //! What --secrets names, by name. Errors "file.…", "json.invalid", "usage".
    std::function<Result<QHash<QString, Secret>>(const GlobalOptions&)> secrets;
    //! Asks the person at the terminal without showing what is typed; nothing where there is no terminal.
    std::function<std::optional<Result<Secret>>(const QString& prompt)> askSecret;
    //! Runs a sandbox in the foreground until SIGTERM; gets what stood behind the word "sandbox".
    std::function<int(const QStringList&)> sandbox;
    //! Whether --try-sandbox would find one.
    std::function<bool()> isSandboxOpen;
    //! Reports with "ok" (flag), "runs", "events", "problems" (list of texts).
    std::function<Result<Json>(const GlobalOptions&)> verifyJournal, rebuildJournal;
    //! Copies of the store: a list of {"file", "kind", "madeAt", "bytes"}, newest first; a new one; one put in its place
    //! ("replaced", "runs", "openRuns").
    std::function<Result<Json>(const GlobalOptions&)> listBackups, makeBackup;
    std::function<Result<Json>(const GlobalOptions&, const QString& file)> restoreBackup;
    //! Who the token belongs to, what it may do, what is missing.
    std::function<QFuture<Result<desk::ConnectionReport>>(const GlobalOptions&)> checkConnection;
    //! Makes sure that the token works, then keeps it and the connection; the report says where. Nothing is kept where it
    //! fails. `codeShown` is called when a person signs in. Waits for people.
    std::function<Result<desk::ConnectionReport>(
        const ConnectionRequest&, const std::function<void(const SignInCode&)>& codeShown)>
        addConnection;
    std::function<Result<QList<KnownConnection>>()> listConnections;
    //! Forgets the token and the connection. Errors "connection.unknown", "keychain.locked" (nothing was forgotten).
    std::function<Result<void>(const QString& name)> removeConnection;
    //! Keeps it in the profile that the options name, in place of one of that name. Errors "usage", "keychain.locked",
    //! "file.…": nothing was stored.
    std::function<Result<KnownCredential>(const CredentialRequest&)> setCredential;
    std::function<Result<QList<KnownCredential>>(const GlobalOptions&)> listCredentials;
    //! Errors "credential.missing", "keychain.locked" (nothing was forgotten).
    std::function<Result<void>(const GlobalOptions&, const QString& name)> removeCredential;
    //! The status records of a file; "-": standard input. Errors "file.…": the file as a whole cannot be read.
    std::function<Result<QList<ReadRecord>>(const QString& file)> readRecords;
    //! The platform's status record of a run.
    std::function<Result<Json>(const Run&)> statusRecord;
    //! Whether the platform has such records of what that run does; where it is not set, of all.
    std::function<bool(const Run&)> hasStatusRecord;
    //! Reads and validates a workflow file with the rules of all step kinds.
    std::function<Result<std::shared_ptr<const Workflow>>(const QString& file)> validateWorkflow;
    //! Those that can be started with these options, every version, newest first.
    std::function<Result<QList<std::shared_ptr<const Workflow>>>(const GlobalOptions&)> workflows;
    ApiServing api;
};

} // namespace slipway::terminal
