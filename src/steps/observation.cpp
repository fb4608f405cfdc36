// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/observation.h"

#include "base/error_codes.h"
#include "base/text.h"

namespace slipway::steps {

bool isTrouble(const Error& error)
{
    static const QStringList codes{errc::networkUnreachable, errc::networkTls, errc::networkProxy, errc::networkTimeout,
        errc::networkInterrupted, errc::networkCancelled, errc::networkRedirected, errc::networkTooLarge,
        errc::answerUnreadable, errc::serverError, errc::githubBadCredentials, errc::githubSso, errc::githubRateLimited,
        errc::githubNoToken, errc::githubAppRefused, errc::githubSignInEnded, errc::keychainLocked,
        errc::keychainUnavailable, errc::keychainSilent, errc::notConnected};
    // An address that the organisation does not list: the next network may be allowed.
    return codes.contains(error.code)
        || (error.code == errc::githubForbidden && textAt(error.args, "reason") == "ipAllowList"_L1);
}

bool needsPerson(const Error& error)
{
    static const QStringList codes{errc::githubForbidden, errc::githubArchived, errc::githubRenamed};
    return codes.contains(error.code) && !isTrouble(error);
}

bool lacksCredential(const Error& error)
{
    // What the keychain says of a run's own secret names that one.
    return !textAt(error.args, "credential").isEmpty() && !error.args.contains("secret")
        && error.code != errc::httpStatus;
}

bool lacksSecret(const Error& error) { return error.code == errc::secretMissing || lacksCredential(error); }

void Observation::add(const github::Read& read, Result<github::Answer> answer, Timestamp at)
{
    const QString key = github::keyOf(read);
    m_github.remove(key);
    m_github.insert(key, GitHubEntry{read, std::move(answer), at});
}

QString keyOf(const HttpRead& read)
{
    return QString::fromLatin1(read.method) + u' ' + read.url
        + (read.body.is_null() ? QString() : u' ' + QString::fromUtf8(toBytes(read.body)))
        + (read.credential.isEmpty() ? QString() : u"\nwith "_s + read.credential);
}

void Observation::add(const HttpRead& read, Result<HttpAnswer> answer, Timestamp at)
{
    m_http.remove(keyOf(read));
    m_http.insert(keyOf(read), HttpEntry{std::move(answer), at});
}

Observation::Seen<HttpAnswer> Observation::find(const HttpRead& read) const
{
    const auto found = m_http.constFind(keyOf(read));
    if (found == m_http.constEnd())
        return {};
    if (!found->answer)
        return {nullptr, &found->answer.error(), found->at};
    return {&*found->answer, nullptr, found->at};
}

Reads Observation::unanswered(const Reads& reads, Timestamp since) const
{
    Reads missing;
    for (const auto& read : reads.github) {
        const auto found = m_github.constFind(github::keyOf(read));
        if (found == m_github.constEnd() || found->at < since || !github::covers(found->read, read))
            missing.github.append(read);
    }
    for (const auto& read : reads.http) {
        const auto found = m_http.constFind(keyOf(read));
        if (found == m_http.constEnd() || found->at < since)
            missing.http.append(read);
    }
    return missing;
}

const Error* Observation::trouble(const Reads& reads) const
{
    for (const auto& read : reads.github) {
        const auto found = m_github.constFind(github::keyOf(read));
        if (found != m_github.constEnd() && !found->answer && isTrouble(found->answer.error()))
            return &found->answer.error();
    }
    return nullptr;
}

void Observation::forgetBefore(Timestamp moment)
{
    m_github.removeIf([&](const auto& entry) { return entry.value().at < moment; });
    m_http.removeIf([&](const auto& entry) { return entry.value().at < moment; });
}

} // namespace slipway::steps
