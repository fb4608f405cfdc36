// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credential_commands.h"

#include "app/connections.h"
#include "app/credential_store.h"
#include "app/hidden_prompt.h"
#include "base/error_codes.h"
#include "base/text.h"
#include "terminal/await.h"

#include <QCoreApplication>

namespace slipway::app {

namespace {

using terminal::await;
using terminal::KnownCredential;

KnownCredential toKnown(const StoredCredential& stored)
{
    return {.name = stored.name,
        .hosts = stored.hosts,
        .header = stored.header,
        .prefix = stored.prefix,
        .kept = placeOf(stored.place)};
}

//! A line end in it would be the end of the header.
Result<void> checkSecret(const Secret& secret)
{
    const auto& bytes = secret.reveal();
    const bool isPlain =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return uchar(c) >= 0x20 && uchar(c) != 0x7f; });
    if (isPlain && !bytes.isEmpty())
        return {};
    return Error{.code = errc::usage,
        .args = {{"text", bytes.isEmpty() ? "No credential was given." : "The credential cannot be sent in a header."},
            {"why", "It is typed when asked for, or the first line of standard input"},
            {"remedy", "Try again. Nothing was stored."}}};
}

} // namespace

Result<KnownCredential> setCredential(const terminal::CredentialRequest& request)
{
    const QString profile = profileOf(request.global);
    StoredCredential stored{
        .name = request.name, .hosts = {}, .header = request.header, .prefix = request.prefix, .place = {}};
    // What is wrong is said before anybody types a secret.
    if (const auto checked = checkCredential(stored); !checked)
        return checked.error();
    for (const auto& typed : request.hosts) {
        const auto host = credentialHost(typed);
        if (!host)
            return host.error();
        if (!stored.hosts.contains(*host))
            stored.hosts.append(*host);
    }
    const auto before = storedCredential(profile, stored.name);
    if (!before && before.error().code != errc::credentialMissing)
        return before.error();
    const auto secret =
        askHidden(QCoreApplication::translate("connection", "Credential for %1: ").arg(stored.hosts.join(u", "_s)));
    if (!secret)
        return secret.error();
    if (const auto checked = checkSecret(*secret); !checked)
        return checked.error();
    // Bound elsewhere: in between there is none, so that the new one never stands beside the old hosts.
    if (before && before->hosts != stored.hosts)
        if (const auto dropped = dropCredential(profile, stored.name); !dropped)
            return dropped.error();
    const auto place = await(keepSecret(
        credentialKey(profile, stored.name), before ? before->place : SecretPlace(), *secret, request.inFile));
    if (!place)
        return place.error();
    stored.place = *place;
    if (const auto written = storeCredential(profile, stored); !written)
        return written.error();
    return toKnown(stored);
}

Result<QList<KnownCredential>> listCredentials(const terminal::GlobalOptions& global)
{
    const auto stored = storedCredentials(profileOf(global));
    if (!stored)
        return stored.error();
    QList<KnownCredential> known;
    for (const auto& credential : *stored)
        known.append(toKnown(credential));
    return known;
}

Result<void> removeCredential(const terminal::GlobalOptions& global, const QString& name)
{
    const QString profile = profileOf(global);
    const auto stored = storedCredential(profile, name);
    if (!stored)
        return stored.error();
    if (auto forgotten = await(forgetSecret(stored->place));
        !forgotten && forgotten.error().code != errc::keychainUnavailable)
        return forgotten;
    return dropCredential(profile, name);
}

} // namespace slipway::app
