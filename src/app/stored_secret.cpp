// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stored_secret.h"

#include "app/background.h"
#include "app/keychain.h"
#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/ready.h"
#include "base/text.h"
#include "base/when_done.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace slipway::app {

namespace {

QString tokenFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/slipway/tokens"_s;
}

Result<Secret> readSecretFile(const QString& file)
{
    const auto bytes = readPrivateFile(file);
    if (!bytes)
        return bytes.error();
    if (bytes->trimmed().isEmpty())
        return Error{
            .code = errc::githubNoToken, .args = {{"file", file.toStdString()}, {"reason", "the file is empty"}}};
    return Secret(bytes->trimmed());
}

Result<void> writeSecretFile(const QString& file, const Secret& secret)
{
    if (auto made = makePrivateDirectory(QFileInfo(file).absolutePath()); !made)
        return made;
    return writePrivateFile(file, secret.reveal() + '\n');
}

Result<SecretPlace> keptInFile(const QString& name, const Secret& secret)
{
    const SecretPlace place{.credential = {}, .file = tokenFolder() + u'/' + name};
    if (auto kept = writeSecretFile(place.file, secret); !kept)
        return kept.error();
    return place;
}

bool isOurs(const QString& file) { return QFileInfo(file).absolutePath() == tokenFolder(); }

SecretPlace placeIn(const ConnectionProfile& profile)
{
    return {.credential = profile.credential, .file = profile.tokenFile};
}

Result<void> removeFile(const QString& file)
{
    QFile found(file);
    if (!found.exists() || found.remove())
        return {};
    return Error{.code = errc::fileUnwritable,
        .args = {{"file", file.toStdString()}, {"reason", found.errorString().toStdString()}}};
}

} // namespace

QFuture<Result<Secret>> readSecret(const SecretPlace& place)
{
    return place.file.isEmpty() ? readCredential(place.credential) : ready(readSecretFile(place.file));
}

// What writes does it in a thread of its own: whoever asks may be a window, and the disk slow.
QFuture<Result<SecretPlace>> keepSecret(
    const QString& name, const SecretPlace& before, const Secret& secret, bool inFile)
{
    if (inFile) {
        return inBackground<Result<SecretPlace>>([name, secret] { return keptInFile(name, secret); })
            .then([credential = before.credential](const Result<SecretPlace>& kept) {
                if (!kept || credential.isEmpty())
                    return ready(kept);
                return deleteCredential(credential).then([kept](const Result<void>& gone) -> Result<SecretPlace> {
                    return gone || gone.error().code == errc::keychainUnavailable ? kept : gone.error();
                });
            })
            .unwrap();
    }
    // The keychain answers in the first thread.
    return writeCredential(name, secret)
        .then(QThreadPool::globalInstance(), [name, before, secret](const Result<void>& kept) -> Result<SecretPlace> {
            if (!kept)
                return kept.error().code == errc::keychainUnavailable ? keptInFile(name, secret) : kept.error();
            if (isOurs(before.file))
                if (auto removed = removeFile(before.file); !removed)
                    return removed.error();
            return SecretPlace{.credential = name, .file = {}};
        });
}

QFuture<Result<void>> forgetSecret(const SecretPlace& place)
{
    // A file that a person named is theirs; only one that was made here goes.
    if (!place.file.isEmpty())
        return isOurs(place.file) ? inBackground<Result<void>>([file = place.file] { return removeFile(file); })
                                  : ready(Result<void>());
    if (place.credential.isEmpty())
        return ready(Result<void>());
    return deleteCredential(place.credential);
}

QFuture<Result<Secret>> readSecret(const ConnectionProfile& profile) { return readSecret(placeIn(profile)); }

QFuture<Result<ConnectionProfile>> keepSecret(ConnectionProfile profile, Secret secret, bool inFile)
{
    return keepSecret(profile.name, placeIn(profile), secret, inFile)
        .then([profile](const Result<SecretPlace>& place) -> Result<ConnectionProfile> {
            if (!place)
                return place.error();
            ConnectionProfile done = profile;
            done.credential = place->credential;
            done.tokenFile = place->file;
            return done;
        });
}

QFuture<Result<void>> forgetSecret(const ConnectionProfile& profile) { return forgetSecret(placeIn(profile)); }

QString placeOf(const ConnectionProfile& profile)
{
    const auto words = [](const char* text) { return QCoreApplication::translate("connection", text); };
    if (profile.isApp())
        return words(QT_TRANSLATE_NOOP("connection", "The App's key stays in %1; it is read when it is needed."))
            .arg(profile.appKeyFile);
    if (profile.tokenFile.isEmpty())
        return words(QT_TRANSLATE_NOOP("connection", "The token is kept in this desktop's keychain."));
    return words(QT_TRANSLATE_NOOP(
                     "connection", "The token is kept in the file %1, which only you can read: no keychain was used."))
        .arg(profile.tokenFile);
}

QString placeOf(const SecretPlace& place)
{
    const auto words = [](const char* text) { return QCoreApplication::translate("connection", text); };
    if (place.file.isEmpty())
        return words(QT_TRANSLATE_NOOP("connection", "It is kept in this desktop's keychain."));
    return words(
        QT_TRANSLATE_NOOP("connection", "It is kept in the file %1, which only you can read: no keychain was used."))
        .arg(place.file);
}

void ProfileGrants::load(QObject* context, std::function<void(const Result<github::OAuthGrant>&)> done)
{
    whenDone(readSecret(m_profile), context, [done = std::move(done)](const Result<Secret>& secret) {
        if (secret)
            done(github::grantFromSecret(*secret));
        else
            done(secret.error());
    });
}

void ProfileGrants::keep(
    const github::OAuthGrant& grant, QObject* context, std::function<void(const Result<void>&)> done)
{
    const auto secret = github::toSecret(grant);
    auto kept = m_profile.tokenFile.isEmpty() ? writeCredential(m_profile.credential, secret)
                                              : ready(writeSecretFile(m_profile.tokenFile, secret));
    whenDone(kept, context, std::move(done));
}

} // namespace slipway::app
