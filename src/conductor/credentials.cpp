// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/credentials.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "http/url_rules.h"
#include "workflow/secrets.h"

namespace slipway::conductor {

namespace {

constexpr qsizetype kShortest = 4; // shorter ones would mutilate ordinary text

QFuture<Result<Credential>> refused(Error error)
{
    return QtFuture::makeReadyFuture(Result<Credential>(std::move(error)));
}

QString originOf(const QUrl& url)
{
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
        .toString(QUrl::FullyEncoded);
}

//! In the words of an error: which credential, and who was to get it.
Error about(Error error, const QString& name, const QUrl& url, const QString& profile = {})
{
    error.args["credential"] = toJson(name);
    if (!url.host().isEmpty()) {
        error.args["host"] = toJson(url.host());
        error.args["origin"] = toJson(originOf(url));
    }
    if (!profile.isEmpty())
        error.args["profile"] = toJson(profile);
    return error;
}

Result<void> checkBound(const QString& name, const CredentialUse& use, const QUrl& url)
{
    const bool bound = http::isAllowed(url)
        && std::any_of(use.origins.begin(), use.origins.end(),
            [&](const QString& origin) { return http::sameOrigin(QUrl(origin), url); });
    if (bound)
        return {};
    Error error = about({.code = errc::credentialOtherHost}, name, url, use.profile);
    if (!use.origins.isEmpty())
        error.args["hosts"] = toJson(use.origins);
    return error;
}

//! What cannot stand in a header would begin another one.
bool isSendable(const QByteArray& secret)
{
    return !secret.isEmpty()
        && std::all_of(secret.begin(), secret.end(), [](char c) { return uchar(c) >= 0x20 && uchar(c) != 0x7f; });
}

} // namespace

Error missingCredential(const QString& name, const QUrl& url)
{
    return about({.code = errc::credentialMissing}, name, url);
}

QFuture<Result<Credential>> Credentials::open(const QString& name, const QString& url) const
{
    const QUrl target(withoutSecrets(url));
    if (!m_keeper.describe || !m_keeper.read)
        return refused(missingCredential(name, target));
    const auto use = m_keeper.describe(name);
    if (!use)
        return refused(about(use.error(), name, target));
    if (const auto bound = checkBound(name, *use, target); !bound)
        return refused(bound.error());
    const auto joined = [name, describe = m_keeper.describe, target, before = *use](
                            const Result<Secret>& secret) -> Result<Credential> {
        // The keychain may have waited for a person, who may have bound it elsewhere meanwhile.
        const auto now = describe(name);
        if (!now)
            return about(now.error(), name, target, before.profile);
        const CredentialUse& use = *now;
        if (const auto bound = checkBound(name, use, target); !bound)
            return bound.error();
        if (!secret && secret.error().code != errc::githubNoToken)
            return about(secret.error(), name, target, use.profile);
        if (!secret)
            return about({.code = errc::credentialMissing}, name, target, use.profile);
        if (!isSendable(secret->reveal()))
            return about(
                {.code = errc::credentialMissing, .args = {{"reason", "unusable"}}}, name, target, use.profile);
        return Credential{.name = name, .use = use, .secret = *secret};
    };
    return m_keeper.read(name).then(joined);
}

Result<void> attach(http::Request& request, const Credential& credential)
{
    if (auto bound = checkBound(credential.name, credential.use, request.url); !bound)
        return bound;
    const QByteArray& header = credential.use.header;
    request.headers.removeIf(
        [&](const http::Header& each) { return each.name.compare(header, Qt::CaseInsensitive) == 0; });
    const QByteArray& secret = credential.secret.reveal();
    request.headers.append(
        http::Header{header, credential.use.prefix.isEmpty() ? secret : credential.use.prefix + ' ' + secret});
    return {};
}

Json without(const Credential& credential, Json value)
{
    if (value.is_string()) {
        const QString plain = QString::fromUtf8(credential.secret.reveal());
        QString text = toQString(value.get_ref<const std::string&>());
        if (plain.size() < kShortest || !text.contains(plain))
            return value;
        return toJson(text.replace(plain, u"(redacted)"_s));
    }
    if (value.is_structured()) {
        for (Json& each : value)
            each = without(credential, std::move(each));
    }
    return value;
}

} // namespace slipway::conductor
