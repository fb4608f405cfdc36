// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/safe_text.h"

#include "base/text.h"

namespace slipway::console {

namespace {

bool turnsDirection(char16_t unit)
{
    return unit == 0x061c || unit == 0x200e || unit == 0x200f || (unit >= 0x202a && unit <= 0x202e)
        || (unit >= 0x2066 && unit <= 0x2069);
}

QString capped(QString text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    text.truncate(most - 1);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text + u'…';
}

} // namespace

QString safeText(const QString& text, qsizetype most)
{
    QString safe;
    safe.reserve(std::min(text.size(), most));
    for (const QChar c : text) {
        if (safe.size() > most)
            break;
        if (c == u'\n' || c == u'\t')
            safe += c;
        else if (c.category() != QChar::Other_Control && !turnsDirection(c.unicode()))
            safe += c;
    }
    return capped(std::move(safe), most);
}

QString safeLine(const QString& text, qsizetype most) { return capped(safeText(text, most * 4).simplified(), most); }

} // namespace slipway::console
