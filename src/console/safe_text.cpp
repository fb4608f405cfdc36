// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/safe_text.h"

#include "base/text.h"
#include "desk/plain_text.h"

#include <QGuiApplication>

namespace slipway::console {

namespace {

constexpr char16_t isolate = 0x2068, endIsolate = 0x2069, newLineSymbol = 0x2424;

bool isMirrored() { return QGuiApplication::layoutDirection() == Qt::RightToLeft; }

//! Where a text document would begin another line or frame, of which whoever counts lines knows nothing: the separators of
//! lines and paragraphs, and what Qt marks its frames by.
bool breaksDocument(char16_t unit) { return unit == 0x2028 || unit == 0x2029 || unit == 0xfdd0 || unit == 0xfdd1; }

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
    const bool mirrored = isMirrored();
    int isolates = 0; // pairs are those of safeLine(), and do no harm where they are not
    for (qsizetype at = 0; at < text.size() && safe.size() <= most; ++at) {
        const QChar c = text[at];
        if (c == u'\n' || c == u'\t')
            safe += c;
        else if (mirrored && (c == isolate || (c == endIsolate && isolates > 0))) {
            safe += c;
            isolates += c == isolate ? 1 : -1;
        } else if (breaksDocument(c.unicode()))
            safe += QChar(newLineSymbol);
        else if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            const QChar low = text[++at];
            if (!desk::isUnseen(QChar::surrogateToUcs4(c, low)))
                (safe += c) += low;
        } else if (!desk::isUnseen(c.unicode()))
            safe += c;
    }
    safe = capped(std::move(safe), most);
    isolates = int(safe.count(QChar(isolate)) - safe.count(QChar(endIsolate)));
    return isolates > 0 ? safe + QString(isolates, QChar(endIsolate)) : safe;
}

QString safeLine(const QString& text, qsizetype most)
{
    const QString line = safeValue(text, most);
    return line.isEmpty() || !isMirrored() ? line : QChar(isolate) + line + QChar(endIsolate);
}

QString safeValue(const QString& text, qsizetype most)
{
    return withoutIsolates(capped(safeText(text, most * 4).simplified(), most));
}

QString withoutIsolates(QString text) { return text.remove(QChar(isolate)).remove(QChar(endIsolate)); }

} // namespace slipway::console
