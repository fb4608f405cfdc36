// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/answers.h"

#include "base/error_codes.h"
#include "base/redaction.h"
#include "base/text.h"
#include "github/error_catalogue.h"
#include "github/host.h"

#include <QRegularExpression>

namespace slipway::github {

namespace {

using Kind = EffectOutcome::Kind;

constexpr qsizetype longestText = 2000;

std::string kept(const QString& text) { return redact(text.left(longestText)).toStdString(); }

QString withoutQuery(const QUrl& url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded);
}

Json detailsOf(const http::Response& response, const QUrl& url, const QString& text)
{
    Json details{{"text", kept(text)}, {"status", response.status}, {"url", withoutQuery(url).toStdString()}};
    if (const auto id = response.header("X-GitHub-Request-Id"); !id.isEmpty())
        details["requestId"] = id.toStdString();
    return details;
}

//! Where people meet the GitHub whose API this is: github.com for api.github.com, SUB.ghe.com for api.SUB.ghe.com, else
//! the same host.
QString webHostOf(const QUrl& api)
{
    const auto host = api.host();
    return host.startsWith(u"api."_s) ? host.mid(4) : host;
}

//! `url=` of X-GitHub-SSO, where a person authorises the token; taken only if it leads to https on the same GitHub.
QString ssoUrl(const QByteArray& header, const QUrl& api)
{
    const auto at = header.indexOf("url=");
    if (at < 0)
        return {};
    const auto url = QUrl::fromEncoded(header.mid(at + 4).split(';').constFirst().trimmed(), QUrl::StrictMode);
    const bool ours = url.scheme() == u"https"_s && url.userInfo().isEmpty()
        && url.host().compare(webHostOf(api), Qt::CaseInsensitive) == 0;
    return ours ? url.toString(QUrl::FullyEncoded) : QString();
}

bool has(const http::Response& response, const char* name)
{
    return std::any_of(response.headers.begin(), response.headers.end(),
        [&](const http::Header& header) { return header.name.compare(name, Qt::CaseInsensitive) == 0; });
}

QStringList listed(const QByteArray& header)
{
    QStringList parts;
    for (const auto& part : header.split(','))
        if (const auto text = QString::fromLatin1(part).trimmed(); !text.isEmpty())
            parts.append(text);
    return parts;
}

//! What the token would have to be allowed, where GitHub's headers tell: the permissions of a fine-grained token or an
//! App (";" separates alternatives, "," what is needed together), or the scopes of a classic one, none of which it has.
QString missingRights(const http::Response& response)
{
    if (auto needed = QString::fromLatin1(response.header("X-Accepted-GitHub-Permissions")); !needed.isEmpty())
        return needed.split(u';').join(u" or"_s).replace(u","_s, u" and "_s).simplified();
    const auto accepted = listed(response.header("X-Accepted-OAuth-Scopes"));
    if (has(response, "X-OAuth-Scopes")) {
        const auto held = listed(response.header("X-OAuth-Scopes"));
        const bool any =
            std::any_of(accepted.begin(), accepted.end(), [&](const QString& scope) { return held.contains(scope); });
        if (!accepted.isEmpty() && !any)
            return u"the scope "_s + accepted.join(u" or "_s);
    }
    return {};
}

//! "… requires one of the following scopes: ['read:org'], but your token …"
QString missingScopes(const QString& text)
{
    static const QRegularExpression list(u"following scopes: \\[([^\\]]*)\\]"_s);
    auto scopes = list.match(text).captured(1);
    return scopes.isEmpty() ? QString() : u"the scope "_s + scopes.remove(u'\'').replace(u", "_s, u" or "_s);
}

//! Refused because of where the request came from, not because of what it asked for: the next network may be allowed.
bool isAddressRefused(const Error& error)
{
    return error.code == errc::githubForbidden && textAt(error.args, "reason") == u"ipAllowList"_s;
}

} // namespace

QString wordsOf(const http::Response& response)
{
    const auto json = parseJson(response.body);
    if (!json.ok() || !json->is_object())
        return QString::fromUtf8(response.body.left(longestText)).simplified();
    QStringList words{textAt(*json, "message")};
    const Json& errors = memberAt(*json, "errors");
    if (errors.is_array()) {
        for (const auto& error : errors)
            words.append(error.is_string() ? toQString(error.get_ref<const std::string&>()) : textAt(error, "message"));
    } else if (errors.is_string()) {
        words.append(toQString(errors.get_ref<const std::string&>()));
    }
    words.removeAll(QString());
    words.removeDuplicates();
    return words.join(u"; "_s);
}

bool leavesOut(const http::Response& response) { return response.header("X-GitHub-SSO").startsWith("partial-results"); }

bool isLimited(const http::Response& response)
{
    if (response.status != 403 && response.status != 429)
        return false;
    if (response.status == 429 || !response.header("Retry-After").isEmpty()
        || response.header("X-RateLimit-Remaining") == "0")
        return true;
    const auto meaning = meaningOfText(wordsOf(response));
    return meaning && meaning->code == errc::githubRateLimited;
}

bool isLimited(const Envelope& envelope)
{
    return std::any_of(envelope.errors.begin(), envelope.errors.end(),
        [](const GraphqlError& error) { return meaningOf(error.message, error.type).code == errc::githubRateLimited; });
}

Verdict verdictOf(const http::Response& response, const QUrl& url, Json args)
{
    const int status = response.status;
    const auto text = wordsOf(response);
    Verdict verdict{Kind::Refused, Error{.args = std::move(args), .details = detailsOf(response, url, text)}};
    auto& error = verdict.error;
    const auto is = [&](Kind kind, const QString& code) {
        verdict.kind = kind;
        error.code = code;
    };
    if (status >= 200 && status < 300) {
        is(Kind::Unknown, errc::answerUnreadable);
    } else if (status >= 300 && status < 400) {
        // A portal that wants a name, or an address that is no longer right: either way it got no further. But "see other"
        // says that something was done, and where to look at it.
        const bool sentOn = status == 301 || status == 302 || status == 307 || status == 308;
        is(sentOn ? Kind::NotExecuted : Kind::Unknown, errc::networkRedirected);
        error.args["to"] = kept(withoutQuery(QUrl::fromEncoded(response.header("Location"))));
    } else if (status == 401) {
        is(Kind::NotExecuted, errc::githubBadCredentials);
    } else if (isLimited(response)) {
        is(Kind::NotExecuted, errc::githubRateLimited);
    } else if ((status == 403 && response.header("X-GitHub-SSO").startsWith("required"))
        || (status == 404 && leavesOut(response))) {
        is(Kind::NotExecuted, errc::githubSso);
        error.args["url"] = ssoUrl(response.header("X-GitHub-SSO"), url).toStdString();
    } else if (status >= 500 || status == 408 || status == 425) {
        is(Kind::Unknown, errc::serverError);
        error.args["status"] = status;
    } else {
        const auto meaning = meaningOfText(text);
        is(Kind::Refused, errc::githubRefused);
        if (meaning) {
            error.code = meaning->code;
            error.args.update(meaning->args);
        } else if (status == 404 || status == 410) {
            error.code = errc::githubNotFound;
        } else if (status == 403 || status == 451) {
            error.code = errc::githubForbidden;
        }
        if (status == 451)
            error.args["reason"] = "legal";
        if (const auto missing = missingRights(response); !missing.isEmpty() && (status == 403 || status == 404)) {
            // A 404 of what a classic token has no scope for says nothing about whether it is there.
            if (status == 404 && error.code == errc::githubNotFound && has(response, "X-OAuth-Scopes"))
                error.code = errc::githubForbidden;
            if (error.code == errc::githubForbidden)
                error.args["missing"] = kept(missing);
        }
        if (isAddressRefused(error))
            verdict.kind = Kind::NotExecuted;
    }
    return verdict;
}

Verdict verdictOf(const GraphqlError& error, const Envelope& envelope, Json args)
{
    auto meaning = error.samlFailure ? Meaning{errc::githubSso} : meaningOf(error.message, error.type);
    // Organisations that want single sign-on are left out of an answer as if they were not there.
    const bool missing = meaning.code == errc::githubNotFound
        || (meaning.code == errc::githubNotVisible && error.type == "NOT_FOUND"_L1);
    if (missing && envelope.sso.startsWith("partial-results"))
        meaning.code = errc::githubSso;
    args.update(meaning.args);
    if (meaning.code == errc::githubSso)
        if (const auto where = ssoUrl(envelope.sso, envelope.url); !where.isEmpty())
            args["url"] = where.toStdString();
    if (const auto scopes = missingScopes(error.message); !scopes.isEmpty())
        args["missing"] = kept(scopes);
    Verdict verdict{Kind::Refused,
        Error{.code = meaning.code,
            .args = std::move(args),
            .details = {
                {"text", kept(error.message)}, {"status", 200}, {"url", withoutQuery(envelope.url).toStdString()}}}};
    if (!error.type.isEmpty())
        verdict.error.details["type"] = kept(error.type);
    if (!envelope.requestId.isEmpty())
        verdict.error.details["requestId"] = envelope.requestId.toStdString();
    if (meaning.code == errc::serverError)
        verdict.kind = Kind::Unknown;
    else if (meaning.code == errc::githubRateLimited || meaning.code == errc::githubSso
        || meaning.code == errc::githubBadCredentials || isAddressRefused(verdict.error))
        verdict.kind = Kind::NotExecuted;
    return verdict;
}

Verdict verdictOf(const http::Failure& failure)
{
    return {failure.delivery == http::Delivery::NotSent ? Kind::NotExecuted : Kind::Unknown, failure.error};
}

Error unreadable(const http::Response& response, const QUrl& url)
{
    return Error{.code = errc::answerUnreadable,
        .details = detailsOf(response, url, QString::fromUtf8(response.body.left(longestText)))};
}

Error unreadable(const Envelope& envelope)
{
    return Error{.code = errc::answerUnreadable,
        .details = {{"text",
                        kept(envelope.errors.isEmpty() ? QString::fromUtf8(toBytes(envelope.data))
                                                       : envelope.errors.constFirst().message)},
            {"requestId", envelope.requestId.toStdString()}, {"url", withoutQuery(envelope.url).toStdString()}}};
}

} // namespace slipway::github
