// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credential_store.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "http/url_rules.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace slipway::app {

namespace {

constexpr const char* kMember = "credentials";
constexpr qsizetype kLongestPrefix = 64;
//! They say how the request is to be read, and belong to whoever sends it.
constexpr std::array takenHeaders{"accept", "connection", "content-encoding", "content-length", "content-type",
    "expect", "host", "te", "trailer", "transfer-encoding", "upgrade", "user-agent"};

Error wrongCredential(const QString& text, const QString& why, const QString& remedy)
{
    return {.code = errc::usage, .args = {{"text", toJson(text)}, {"why", toJson(why)}, {"remedy", toJson(remedy)}}};
}

bool isSafeName(const QString& name)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"_s);
    return pattern.match(name).hasMatch();
}

//! In the language of whoever is told.
QString said(const char* text) { return QCoreApplication::translate("connection", text); }

Result<void> checkHeader(const QString& header)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}\\z"_s);
    const bool isTaken = std::any_of(takenHeaders.begin(), takenHeaders.end(),
        [&](const char* taken) { return header.compare(QLatin1StringView(taken), Qt::CaseInsensitive) == 0; });
    if (pattern.match(header).hasMatch() && !isTaken)
        return {};
    return wrongCredential(said(QT_TRANSLATE_NOOP("connection", "“%1” is no header that a credential can be sent in."))
                               .arg(header.left(64)),
        said(QT_TRANSLATE_NOOP("connection",
            "A name such as Authorization or X-Api-Key is wanted, and none that says how a request is to be read")),
        said(QT_TRANSLATE_NOOP("connection", "Choose another header.")));
}

StoredCredential credentialFromJson(const QString& name, const Json& json)
{
    return {.name = name,
        .hosts = textsAt(json, "hosts"),
        .header = textAt(json, "header", u"Authorization"_s),
        .prefix = textAt(json, "prefix"),
        .place = {.credential = textAt(json, "credential"), .file = textAt(json, "tokenFile")}};
}

Json credentialToJson(const StoredCredential& credential)
{
    Json json{{"hosts", toJson(credential.hosts)}, {"header", toJson(credential.header)},
        {"prefix", toJson(credential.prefix)}};
    if (credential.place.file.isEmpty())
        json["credential"] = toJson(credential.place.credential);
    else
        json["tokenFile"] = toJson(credential.place.file);
    return json;
}

Error noSuchCredential(const QString& profile, const QString& name)
{
    Error error{.code = errc::credentialMissing, .args = {{"credential", toJson(name)}}};
    if (profile != "default"_L1)
        error.args["profile"] = toJson(profile);
    return error;
}

} // namespace

Result<QString> credentialHost(const QString& typed)
{
    const QUrl url(typed.contains("://"_L1) ? typed : u"https://"_s + typed, QUrl::StrictMode);
    const bool onlyPlace = (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && !url.hasFragment();
    if (http::isAllowed(url) && onlyPlace)
        return url.adjusted(QUrl::RemovePath).toString(QUrl::FullyEncoded);
    return wrongCredential(said(QT_TRANSLATE_NOOP("connection", "“%1” is no host that a credential can be bound to."))
                               .arg(typed.left(200)),
        said(QT_TRANSLATE_NOOP(
            "connection", "It is https://HOST or https://HOST:PORT; http:// is taken for this computer only")),
        said(QT_TRANSLATE_NOOP("connection", "Give the beginning of the service's address.")));
}

Result<void> checkCredential(const StoredCredential& credential)
{
    if (!isSafeName(credential.name))
        return wrongCredential(
            said(QT_TRANSLATE_NOOP("connection", "“%1” is no name for a credential.")).arg(credential.name.left(64)),
            said(QT_TRANSLATE_NOOP("connection", "Workflows name it: letters, digits, “.”, “_” and “-”, at most 64")),
            said(QT_TRANSLATE_NOOP("connection", "Choose another name.")));
    const bool isPlain = std::all_of(credential.prefix.begin(), credential.prefix.end(),
        [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
    if (!isPlain || credential.prefix.size() > kLongestPrefix)
        return wrongCredential(
            said(QT_TRANSLATE_NOOP("connection", "The word before the secret cannot be sent in a header.")),
            said(QT_TRANSLATE_NOOP("connection", "It is a word or two of ASCII before the secret, such as Bearer")),
            said(QT_TRANSLATE_NOOP("connection", "Choose another word.")));
    return checkHeader(credential.header);
}

Result<QList<StoredCredential>> storedCredentials(const QString& profile)
{
    const auto member = profileMember(profile, kMember);
    if (!member)
        return member.error();
    QList<StoredCredential> credentials;
    for (const auto& [name, value] : member->items())
        credentials.append(credentialFromJson(toQString(name), value));
    return credentials;
}

Result<StoredCredential> storedCredential(const QString& profile, const QString& name)
{
    const auto credentials = storedCredentials(profile);
    if (!credentials)
        return credentials.error();
    for (const auto& credential : *credentials)
        if (credential.name == name)
            return credential;
    return noSuchCredential(profile, name);
}

Result<void> storeCredential(const QString& profile, const StoredCredential& credential)
{
    auto member = profileMember(profile, kMember);
    if (!member)
        return member.error();
    (*member)[credential.name.toStdString()] = credentialToJson(credential);
    return writeProfileMember(profile, kMember, std::move(*member));
}

Result<void> dropCredential(const QString& profile, const QString& name)
{
    auto member = profileMember(profile, kMember);
    if (!member)
        return member.error();
    member->erase(name.toStdString());
    return writeProfileMember(profile, kMember, std::move(*member));
}

QString credentialKey(const QString& profile, const QString& name)
{
    return u"credential+%1+%2"_s.arg(profile, name); // no name of a profile has a plus
}

conductor::CredentialKeeper credentialKeeper(const QString& profile)
{
    return {.describe = [profile](const QString& name) -> Result<conductor::CredentialUse> {
                const auto stored = storedCredential(profile, name);
                if (!stored)
                    return stored.error();
                if (const auto checked = checkCredential(*stored); !checked) // somebody may have edited the file
                    return checked.error();
                return conductor::CredentialUse{.origins = stored->hosts,
                    .header = stored->header.toLatin1(),
                    .prefix = stored->prefix.toLatin1(),
                    .profile = profile == "default"_L1 ? QString() : profile};
            },
        .read = [profile](const QString& name) -> QFuture<Result<Secret>> {
            const auto stored = storedCredential(profile, name);
            if (!stored)
                return QtFuture::makeReadyFuture(Result<Secret>(stored.error()));
            return readSecret(stored->place);
        }};
}

} // namespace slipway::app
