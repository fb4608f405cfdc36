// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/values.h"

#include "base/text.h"

#include <QRegularExpression>

namespace slipway::github {

std::optional<RepositoryName> RepositoryName::tryParse(const QString& text)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(u"([A-Za-z0-9._-]{1,100})/([A-Za-z0-9._-]{1,100})"_s));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const RepositoryName name{match.captured(1), match.captured(2)};
    const auto isDots = [](const QString& part) { return part == u"."_s || part == u".."_s; };
    if (isDots(name.owner) || isDots(name.name))
        return std::nullopt;
    // GitHub strips the one and refuses the other.
    for (const char* ending : {".git", ".wiki"})
        if (name.name.endsWith(QLatin1StringView(ending), Qt::CaseInsensitive))
            return std::nullopt;
    return name;
}

bool isSha(const QString& text)
{
    return text.size() == 40 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
}

} // namespace slipway::github
