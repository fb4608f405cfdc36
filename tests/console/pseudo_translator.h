// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"

#include <QTranslator>

namespace slipway::test {

//! A language that nobody speaks: every text in ⟦…⟧, with accents, and longer by two fifths, as German or Welsh may be.
//! What shows without the brackets did not go through tr(); what does not fit will not fit in some language. Written
//! from the right, its letters run backwards, as those of Arabic do.
class PseudoTranslator : public QTranslator {
    Q_OBJECT
public:
    static constexpr char16_t open = 0x27e6, close = 0x27e7;

    explicit PseudoTranslator(Qt::LayoutDirection direction)
        : m_direction(direction)
    { }
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        const QString text = QString::fromUtf8(source);
        if (text == "QT_LAYOUT_DIRECTION"_L1)
            return isRightToLeft() ? u"RTL"_s : u"LTR"_s;
        // Names of keys are printed on them; the patterns of a file dialog are read by it.
        if (qstrcmp(context, "QShortcut") == 0 || text.contains("(*"_L1) || text.trimmed().isEmpty())
            return text;
        QStringList lines = text.split(u'\n');
        for (QString& line : lines)
            if (!line.trimmed().isEmpty())
                line = pseudo(line);
        return lines.join(u'\n');
    }

private:
    bool isRightToLeft() const { return m_direction == Qt::RightToLeft; }
    static QChar accented(QChar c)
    {
        static const QString plain = u"aceginosuyACEGINOSUY"_s, strange = u"áçéğíñóšúýÁÇÉĞÍÑÓŠÚÝ"_s;
        const auto at = plain.indexOf(c);
        return at < 0 ? c : strange[at];
    }
    //! Ends of what a value takes the place of ("%1", "%L2", "%n", "{name}") or that is no letter ("&").
    static qsizetype endOfMark(const QString& text, qsizetype from)
    {
        if (text[from] == u'{')
            return text.indexOf(u'}', from) + 1;
        if (text[from] != u'%')
            return from;
        qsizetype end = from + 1;
        if (end < text.size() && text[end] == u'L')
            ++end;
        if (end < text.size() && text[end] == u'n')
            return end + 1;
        while (end < text.size() && text[end].isDigit())
            ++end;
        return end;
    }
    QString pseudo(const QString& line) const
    {
        const QString core = line.trimmed();
        const auto lead = line.indexOf(core);
        QString body;
        qsizetype letters = 0;
        for (qsizetype i = 0; i < core.size();) {
            if (const auto end = endOfMark(core, i); end > i) {
                body += core.mid(i, end - i);
                i = end;
                continue;
            }
            letters += core[i].isLetter();
            body += accented(core[i++]);
        }
        // In words, so that what may be broken over lines still can be.
        const auto more = (letters * 2 + 4) / 5;
        for (qsizetype i = 0; i < more; ++i)
            body += i % 6 == 5 && core.contains(u' ') ? u' ' : u'~';
        // U+202E turns all that follows round, up to U+202C.
        const QString framed = isRightToLeft() ? QChar(0x202e) + body + QChar(0x202c) : body;
        return line.left(lead) + QChar(open) + framed + QChar(close) + line.mid(lead + core.size());
    }
    Qt::LayoutDirection m_direction;
};

} // namespace slipway::test
