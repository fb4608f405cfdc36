// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/plain_text.h"

#include "base/text.h"

namespace slipway::desk {

namespace {

//! Characters that move the cursor, turn the reading direction round or cannot be seen: with them a pull request's
//! title could forge lines of our own output. Format characters outside the basic plane (tags) come as surrogates
//! and are looked at as code points.
bool isHarmful(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

QString clean(const QString& text, bool keepLines)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        const bool space = c == U'\n' || c == U'\r' || c == U'\t';
        if (space && keepLines && c != U'\r')
            result += QChar(char16_t(c));
        else if (space && !keepLines)
            result += u' ';
        else if (!isHarmful(c))
            result += QString::fromUcs4(&c, 1);
    }
    return result;
}

} // namespace

QString plainText(const QString& text, qsizetype most)
{
    const QString line = clean(text, false).trimmed();
    return most > 0 && line.size() > most ? line.left(most - 1) + u"…"_s : line;
}

QString plainLines(const QString& text) { return clean(text, true); }

} // namespace slipway::desk
