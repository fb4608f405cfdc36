// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/lexer.h"

#include "base/text.h"

#include <QHash>

namespace slipway::sandbox::graphql {

namespace {

bool isNameStart(QChar c) { return c == u'_' || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

class Lexer {
public:
    explicit Lexer(const QString& source)
        : m_source(source)
    { }

    std::variant<std::vector<Token>, GraphqlError> run()
    {
        skipIgnored();
        while (m_at < m_source.size() && m_error.message.isEmpty()) {
            m_start = here();
            scan();
            skipIgnored();
        }
        if (!m_error.message.isEmpty())
            return m_error;
        m_tokens.push_back({Token::Kind::End, {}, here()});
        return std::move(m_tokens);
    }

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_source.size() ? m_source.at(m_at + ahead) : QChar();
    }
    bool startsWith(QStringView text) const { return QStringView(m_source).mid(m_at).startsWith(text); }
    Location here() const { return {m_line, int(m_at - m_lineStart) + 1}; }

    void advance(qsizetype count = 1)
    {
        for (; count > 0 && m_at < m_source.size(); --count) {
            const bool lineBreak = peek() == u'\n' || (peek() == u'\r' && peek(1) != u'\n');
            ++m_at;
            if (lineBreak) {
                ++m_line;
                m_lineStart = m_at;
            }
        }
    }

    void skipIgnored()
    {
        while (m_at < m_source.size()) {
            const QChar c = peek();
            if (c == u'#') {
                while (m_at < m_source.size() && peek() != u'\n' && peek() != u'\r')
                    advance();
            } else if (c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u',' || c == QChar(0xFEFF)) {
                advance();
            } else {
                return;
            }
        }
    }

    void add(Token::Kind kind, const QString& text) { m_tokens.push_back({kind, text, m_start}); }

    void fail(const QString& message) { m_error = {message, {}, nullptr, {m_start}, nullptr}; }

    void scan()
    {
        const QChar c = peek();
        if (isNameStart(c))
            scanName();
        else if (isDigit(c) || c == u'-')
            scanNumber();
        else if (startsWith(u"\"\"\""))
            scanBlockString();
        else if (c == u'"')
            scanString();
        else if (startsWith(u"...")) {
            add(Token::Kind::Punctuator, u"..."_s);
            advance(3);
        } else if (QStringView(u"{}()[]:=!$@|&").contains(c)) {
            add(Token::Kind::Punctuator, c);
            advance();
        } else {
            fail(u"Parse error on \"%1\" (UNKNOWN_CHAR) at [%2, %3]"_s.arg(c).arg(m_start.line).arg(m_start.column));
        }
    }

    void scanName()
    {
        const qsizetype from = m_at;
        while (isNameStart(peek()) || isDigit(peek()))
            advance();
        add(Token::Kind::Name, m_source.mid(from, m_at - from));
    }

    void scanNumber()
    {
        const qsizetype from = m_at;
        const auto digits = [this] {
            const qsizetype first = m_at;
            while (isDigit(peek()))
                advance();
            return m_at - first;
        };
        if (peek() == u'-')
            advance();
        const bool leadingZero = peek() == u'0';
        const qsizetype whole = digits();
        bool bad = whole == 0 || (leadingZero && whole > 1);
        bool isFloat = false;
        if (peek() == u'.' && isDigit(peek(1))) {
            isFloat = true;
            advance();
            digits();
        }
        if (peek() == u'e' || peek() == u'E') {
            isFloat = true;
            advance();
            if (peek() == u'+' || peek() == u'-')
                advance();
            bad = bad || digits() == 0;
        }
        bad = bad || isNameStart(peek()) || peek() == u'.';
        const QString text = m_source.mid(from, m_at - from);
        if (bad)
            fail(u"Parse error on \"%1\" (INT) at [%2, %3]"_s.arg(text).arg(m_start.line).arg(m_start.column));
        else
            add(isFloat ? Token::Kind::Float : Token::Kind::Int, text);
    }

    void scanString()
    {
        advance();
        QString text;
        while (peek() != u'"') {
            if (m_at >= m_source.size() || peek() == u'\n' || peek() == u'\r')
                return fail(u"Parse error on bad string at [%1, %2]"_s.arg(m_start.line).arg(m_start.column));
            if (peek() != u'\\') {
                text += peek();
                advance();
                continue;
            }
            static const QHash<QChar, QChar> escapes{{u'"', u'"'}, {u'\\', u'\\'}, {u'/', u'/'}, {u'b', u'\b'},
                {u'f', u'\f'}, {u'n', u'\n'}, {u'r', u'\r'}, {u't', u'\t'}};
            const QChar escaped = peek(1);
            bool isHex = false;
            const ushort unit = escaped == u'u' ? m_source.mid(m_at + 2, 4).toUShort(&isHex, 16)
                                                : ushort(escapes.value(escaped).unicode());
            if (escaped == u'u' ? !isHex : !escapes.contains(escaped))
                return fail(u"Parse error on bad Unicode escape sequence: \"\\%1\" at [%2, %3]"_s.arg(escaped)
                                .arg(m_start.line)
                                .arg(m_start.column));
            text += QChar(unit);
            advance(escaped == u'u' ? 6 : 2);
        }
        advance();
        add(Token::Kind::String, text);
    }

    void scanBlockString()
    {
        advance(3);
        QString text;
        while (!startsWith(u"\"\"\"")) {
            if (m_at >= m_source.size())
                return fail(u"Parse error on bad string at [%1, %2]"_s.arg(m_start.line).arg(m_start.column));
            if (startsWith(u"\\\"\"\"")) {
                text += u"\"\"\"";
                advance(4);
            } else {
                text += peek();
                advance();
            }
        }
        advance(3);
        add(Token::Kind::String, withoutIndent(text));
    }

    static QString withoutIndent(const QString& raw)
    {
        QString text = raw;
        text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
        QStringList lines = text.split(u'\n');
        const auto indentOf = [](const QString& line) {
            qsizetype n = 0;
            while (n < line.size() && (line.at(n) == u' ' || line.at(n) == u'\t'))
                ++n;
            return n;
        };
        qsizetype common = -1;
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype indent = indentOf(lines.at(i));
            if (indent < lines.at(i).size() && (common < 0 || indent < common))
                common = indent;
        }
        for (qsizetype i = 1; i < lines.size() && common > 0; ++i)
            lines[i].remove(0, common);
        while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
            lines.removeFirst();
        while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
            lines.removeLast();
        return lines.join(u'\n');
    }

    const QString& m_source;
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    int m_line = 1;
    Location m_start;
    std::vector<Token> m_tokens;
    GraphqlError m_error;
};

} // namespace

QString Token::word() const
{
    static const QHash<QString, QString> punctuators{{u"{"_s, u"LCURLY"_s}, {u"}"_s, u"RCURLY"_s},
        {u"("_s, u"LPAREN"_s}, {u")"_s, u"RPAREN"_s}, {u"["_s, u"LBRACKET"_s}, {u"]"_s, u"RBRACKET"_s},
        {u":"_s, u"COLON"_s}, {u"="_s, u"EQUALS"_s}, {u"!"_s, u"BANG"_s}, {u"$"_s, u"VAR_SIGN"_s},
        {u"@"_s, u"DIR_SIGN"_s}, {u"|"_s, u"PIPE"_s}, {u"&"_s, u"AMP"_s}, {u"..."_s, u"ELLIPSIS"_s}};
    switch (kind) {
    case Kind::End: return u"EOF"_s;
    case Kind::Name: return u"IDENTIFIER"_s;
    case Kind::Int: return u"INT"_s;
    case Kind::Float: return u"FLOAT"_s;
    case Kind::String: return u"STRING"_s;
    case Kind::Punctuator: return punctuators.value(text);
    }
    return {};
}

std::variant<std::vector<Token>, GraphqlError> tokenize(const QString& source) { return Lexer(source).run(); }

} // namespace slipway::sandbox::graphql
