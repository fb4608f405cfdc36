// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/plain_text.h"

#include "base/text.h"

namespace slipway::desk {

bool isUnseen(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: break;
    }
    // Letters and marks that Unicode wants to be ignored where they are not known: fillers, joiners, variations.
    return c == 0x034f || c == 0x115f || c == 0x1160 || c == 0x17b4 || c == 0x17b5 || (c >= 0x180b && c <= 0x180f)
        || c == 0x3164 || c == 0xffa0 || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

namespace {

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
        else if (!isUnseen(c))
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
