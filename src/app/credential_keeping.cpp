// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credential_keeping.h"

#include "app/background.h"
#include "base/error_codes.h"
#include "base/text.h"

#include <QCoreApplication>

namespace slipway::app {

namespace {

//! A line end in it would be the end of the header.
Result<void> checkSecret(const Secret& secret)
{
    const auto& bytes = secret.reveal();
    const bool isPlain =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return uchar(c) >= 0x20 && uchar(c) != 0x7f; });
    if (isPlain && !bytes.isEmpty())
        return {};
    const auto words = [](const char* text) { return toJson(QCoreApplication::translate("connection", text)); };
    return Error{.code = errc::usage,
        .args = {
            {"text",
                words(bytes.isEmpty() ? QT_TRANSLATE_NOOP("connection", "No credential was given.")
                                      : QT_TRANSLATE_NOOP("connection", "The credential cannot be sent in a header."))},
            {"why", words(QT_TRANSLATE_NOOP("connection", "It is one line, without control characters"))},
            {"remedy", words(QT_TRANSLATE_NOOP("connection", "Try again. Nothing was stored."))}}};
}

//! Where its secret was until now.
Result<SecretPlace> makeRoomFor(const QString& profile, const StoredCredential& wanted, const Secret& secret)
{
    if (const auto checked = checkSecret(secret); !checked)
        return checked.error();
    const auto before = storedCredential(profile, wanted.name);
    if (!before)
        return before.error().code == errc::credentialMissing ? Result<SecretPlace>(SecretPlace()) : before.error();
    if (before->hosts != wanted.hosts)
        if (const auto dropped = dropCredential(profile, wanted.name); !dropped)
            return dropped.error();
    return before->place;
}

} // namespace

Result<StoredCredential> credentialFrom(
    const QString& name, const QStringList& typedHosts, const QString& header, const QString& prefix)
{
    StoredCredential stored{.name = name, .hosts = {}, .header = header, .prefix = prefix, .place = {}};
    if (const auto checked = checkCredential(stored); !checked)
        return checked.error();
    // Without one it would be sent nowhere: credentialHost() says what one looks like.
    for (const auto& typed : typedHosts.isEmpty() ? QStringList(QString()) : typedHosts) {
        const auto host = credentialHost(typed);
        if (!host)
            return host.error();
        if (!stored.hosts.contains(*host))
            stored.hosts.append(*host);
    }
    return stored;
}

QFuture<Result<StoredCredential>> keepCredential(
    const QString& profile, const StoredCredential& wanted, const Secret& secret, bool inFile)
{
    return inBackground<Result<SecretPlace>>([=] { return makeRoomFor(profile, wanted, secret); })
        .then([=](const Result<SecretPlace>& before) {
            return before ? keepSecret(credentialKey(profile, wanted.name), *before, secret, inFile)
                          : QtFuture::makeReadyFuture(Result<SecretPlace>(before.error()));
        })
        .unwrap()
        .then(QThreadPool::globalInstance(), [=](const Result<SecretPlace>& place) -> Result<StoredCredential> {
            if (!place)
                return place.error();
            StoredCredential stored = wanted;
            stored.place = *place;
            const auto written = storeCredential(profile, stored);
            return written ? Result<StoredCredential>(stored) : written.error();
        });
}

QFuture<Result<void>> forgetCredential(const QString& profile, const QString& name)
{
    return inBackground<Result<StoredCredential>>([=] { return storedCredential(profile, name); })
        .then([](const Result<StoredCredential>& stored) {
            return stored ? forgetSecret(stored->place) : QtFuture::makeReadyFuture(Result<void>(stored.error()));
        })
        .unwrap()
        .then(QThreadPool::globalInstance(), [=](const Result<void>& forgotten) -> Result<void> {
            // Where there is no keychain, there is nothing in it.
            if (!forgotten && forgotten.error().code != errc::keychainUnavailable)
                return forgotten;
            return dropCredential(profile, name);
        });
}

} // namespace slipway::app
