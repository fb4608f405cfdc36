// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/json_pointer.h"

#include "base/text.h"

namespace slipway {

std::optional<QStringList> pointerTokens(const QString& pointer)
{
    if (pointer.isEmpty())
        return QStringList();
    if (!pointer.startsWith(u'/'))
        return std::nullopt;
    QStringList tokens;
    for (const auto& raw : pointer.mid(1).split(u'/')) {
        QString token;
        for (qsizetype i = 0; i < raw.size(); ++i) {
            if (raw.at(i) != u'~') {
                token += raw.at(i);
                continue;
            }
            const auto escaped = i + 1 < raw.size() ? raw.at(++i) : QChar();
            if (escaped != u'0' && escaped != u'1')
                return std::nullopt;
            token += escaped == u'0' ? u'~' : u'/';
        }
        tokens.append(token);
    }
    return tokens;
}

QString pointerTo(const QString& pointer, const QString& name)
{
    QString token = name;
    token.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
    return pointer + u'/' + token;
}

QString pointerTo(const QString& pointer, qsizetype index) { return pointer + u'/' + QString::number(index); }

std::optional<qsizetype> arrayIndex(const QString& token)
{
    if (token.isEmpty() || token.size() > 9 || (token.size() > 1 && token.startsWith(u'0')))
        return std::nullopt;
    if (!std::all_of(token.cbegin(), token.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    return token.toInt();
}

} // namespace slipway
