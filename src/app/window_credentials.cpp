// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials that workflows name, as the window sets, lists and removes them.
#include "app/background.h"
#include "app/credential_keeping.h"
#include "app/window_program.h"
#include "base/text.h"

namespace slipway::app {

QString WindowProgram::credentialProfile() const
{
    return m_destination.profile.isEmpty() ? u"default"_s : m_destination.profile; // as its engine reads them
}

QFuture<Result<QList<console::KeptCredential>>> WindowProgram::credentials()
{
    using Kept = QList<console::KeptCredential>;
    return inBackground<Result<Kept>>([profile = credentialProfile()]() -> Result<Kept> {
        const auto stored = storedCredentials(profile);
        if (!stored)
            return stored.error();
        Kept kept;
        for (const auto& one : *stored)
            kept.append({one.name, one.hosts, one.header, one.prefix, placeOf(one.place)});
        return kept;
    });
}

QFuture<Result<void>> WindowProgram::setCredential(const console::CredentialOffer& offer)
{
    const auto wanted = credentialFrom(offer.name, offer.hosts, offer.header, offer.prefix);
    if (!wanted)
        return QtFuture::makeReadyFuture(Result<void>(wanted.error()));
    return keepCredential(credentialProfile(), *wanted, offer.secret, false)
        .then([](const Result<StoredCredential>& kept) { return kept ? Result<void>() : kept.error(); });
}

QFuture<Result<void>> WindowProgram::removeCredential(const QString& name)
{
    return forgetCredential(credentialProfile(), name);
}

} // namespace slipway::app
