// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redaction.h"

#include "base/known_secrets.h"
#include "base/token_shapes.h"

#include <QMutex>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace slipway {

namespace {

QMutex& mutex()
{
    static QMutex instance;
    return instance;
}

KnownSecrets& secrets()
{
    static KnownSecrets known;
    return known;
}

} // namespace

void redactAlways(QStringView secret)
{
    if (secret.size() < 8)
        return;
    const QMutexLocker lock(&mutex());
    secrets().add(secret);
}

QString withoutTokens(QString clean)
{
    static const QRegularExpression token(
        u"gh[pousr]_[A-Za-z0-9._-]{16,}|github_pat_[A-Za-z0-9_]{20,}|\\bslw_[A-Za-z0-9_-]{40,}"_s);
    static const QRegularExpression header(
        u"((?:authorization|cookie|x-api-key)\"?\\s*[:=]\\s*\"?(?:bearer |token |basic )?)[^\\s\",;]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bearer(
        u"\\b(bearer\\s+)[A-Za-z0-9._~+/=-]{8,}"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression userInfo(u"(https?://)[^/@\\s]+@"_s);
    // Each of them needs its letter: the most of what comes here (each word of each event) has none of these, and is not
    // searched four times.
    if (clean.contains(u'_'))
        clean.replace(token, u"(redacted)"_s);
    if (clean.contains(u':') || clean.contains(u'='))
        clean.replace(header, u"\\1(redacted)"_s);
    if (clean.contains("bearer"_L1, Qt::CaseInsensitive))
        clean.replace(bearer, u"\\1(redacted)"_s);
    if (clean.contains(u'@'))
        clean.replace(userInfo, u"\\1(redacted)@"_s);
    return clean;
}

QString redact(const QString& text)
{
    QString clean;
    {
        const QMutexLocker lock(&mutex());
        clean = secrets().hide(text);
    }
    return withoutTokens(std::move(clean));
}

QString withoutAddresses(const QString& text)
{
    static const QRegularExpression address(u"([A-Za-z0-9])[A-Za-z0-9._+'-]*(@|%40)([A-Za-z0-9-]+\\.)"_s);
    if (!text.contains(u'@') && !text.contains("%40"_L1))
        return text;
    return QString(text).replace(address, u"\\1…\\2\\3"_s);
}

QString onOneLine(const QString& text)
{
    const auto steers = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (std::none_of(text.begin(), text.end(), steers))
        return text;
    QString line;
    for (const QChar c : text) {
        if (c == u'\n')
            line += u"\\n"_s;
        else if (c == u'\r')
            line += u"\\r"_s;
        else if (steers(c) && c != u'\t')
            line += u"\\x%1"_s.arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else
            line += c;
    }
    return line;
}

} // namespace slipway
