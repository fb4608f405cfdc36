// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credential_commands.h"

#include "app/connections.h"
#include "app/credential_keeping.h"
#include "app/hidden_prompt.h"
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

} // namespace

Result<KnownCredential> setCredential(const terminal::CredentialRequest& request)
{
    // What is wrong is said before anybody types a secret.
    const auto wanted = credentialFrom(request.name, request.hosts, request.header, request.prefix);
    if (!wanted)
        return wanted.error();
    const QString profile = profileOf(request.global);
    if (const auto readable = storedCredentials(profile); !readable)
        return readable.error();
    const auto secret =
        askHidden(QCoreApplication::translate("connection", "Credential for %1: ").arg(wanted->hosts.join(u", "_s)));
    if (!secret)
        return secret.error();
    const auto kept = await(keepCredential(profile, *wanted, *secret, request.inFile));
    return kept ? Result<KnownCredential>(toKnown(*kept)) : kept.error();
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
    return await(forgetCredential(profileOf(global), name));
}

} // namespace slipway::app
