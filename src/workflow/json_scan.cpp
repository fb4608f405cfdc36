// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/json_scan.h"

#include "base/error_codes.h"

#include <QSet>

#include <deque>

namespace slipway {

namespace {

constexpr size_t deepest = 64;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

//! The length of the well-formed UTF-8 sequence at `at`, 0 where there is none (overlong, surrogate, cut short).
int utf8Length(const QByteArray& text, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return i < text.size() ? quint8(text.at(i)) : quint8(0); };
    const auto follows = [&](qsizetype i) { return (byte(i) & 0xC0) == 0x80; };
    const quint8 first = byte(at);
    const quint8 second = byte(at + 1);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(at + 1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool secondFits = first == 0xE0 ? second >= 0xA0 && second <= 0xBF
            : first == 0xED                   ? second >= 0x80 && second <= 0x9F
                                              : follows(at + 1);
        return secondFits && follows(at + 2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool secondFits = first == 0xF0 ? second >= 0x90 && second <= 0xBF
            : first == 0xF4                   ? second >= 0x80 && second <= 0x8F
                                              : follows(at + 1);
        return secondFits && follows(at + 2) && follows(at + 3) ? 4 : 0;
    }
    return 0;
}

//! The four hexadecimal digits at `at`, -1 where they are not four.
int hexAt(const QByteArray& text, qsizetype at)
{
    if (at + 4 > text.size())
        return -1;
    int value = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const char c = text.at(i);
        const int digit = isDigit(c) ? c - '0'
            : c >= 'a' && c <= 'f'   ? c - 'a' + 10
            : c >= 'A' && c <= 'F'   ? c - 'A' + 10
                                     : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

//! The names of one object, to find out whether one stands there twice. Objects are small, and looking through a few
//! names is quickest; one of a hundred thousand names must not take minutes. The bytes behind the views outlive it.
class NamesTaken {
public:
    //! False if it was there.
    bool insert(QByteArrayView name)
    {
        constexpr size_t few = 16;
        if (m_many.isEmpty() && m_few.size() < few) {
            if (std::find(m_few.begin(), m_few.end(), name) != m_few.end())
                return false;
            m_few.push_back(name);
            return true;
        }
        if (m_many.isEmpty())
            m_many = QSet<QByteArrayView>(m_few.begin(), m_few.end());
        const auto before = m_many.size();
        m_many.insert(name);
        return m_many.size() > before;
    }

private:
    std::vector<QByteArrayView> m_few;
    QSet<QByteArrayView> m_many;
};

class Scanner {
public:
    explicit Scanner(const QByteArray& text)
        : m_text(text)
    { }

    Result<JsonPlaces> scan()
    {
        if (m_text.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
        skipSpace();
        while (!m_done) {
            if (!step())
                return error();
        }
        skipSpace();
        if (m_at < m_text.size()) {
            fail(m_at, "something stands after the end of the value");
            return error();
        }
        return std::move(m_places);
    }

private:
    struct Open {
        int node;
        NamesTaken names;
    };

    char peek() const { return m_at < m_text.size() ? m_text.at(m_at) : '\0'; }
    bool atEnd() const { return m_at >= m_text.size(); }
    void skipSpace()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t'))
            ++m_at;
    }
    bool fail(qsizetype at, std::string reason)
    {
        m_failedAt = at;
        m_reason = std::move(reason);
        return false;
    }
    bool failHere(const char* wanted)
    {
        return atEnd() ? fail(m_at, std::string("the text ends where ") + wanted + " is due")
                       : fail(m_at, std::string(wanted) + " is due here");
    }
    Error error() const
    {
        const auto before = QByteArrayView(m_text).first(m_failedAt);
        const auto lineStart = before.lastIndexOf('\n') + 1;
        qsizetype column = 1;
        for (const char c : before.sliced(lineStart))
            column += (quint8(c) & 0xC0) == 0x80 ? 0 : 1;
        if (lineStart == 0 && before.startsWith("\xEF\xBB\xBF"))
            --column;
        return Error{.code = errc::editInvalidJson,
            .args = {{"line", before.count('\n') + 1}, {"column", column}, {"reason", m_reason}}};
    }

    //! One value from its first byte; containers are entered, and left when their end is met.
    bool step()
    {
        if (m_open.empty())
            return value(-1, -1);
        const int node = m_open.back().node;
        const bool isObject = m_places.at(node).kind == JsonKind::Object;
        const char close = isObject ? '}' : ']';
        const bool isFirst = m_places.at(node).children.empty();
        skipSpace();
        if (peek() == close && !atEnd()) {
            ++m_at;
            leave();
            return true;
        }
        if (!isFirst) {
            if (peek() != ',' || atEnd())
                return failHere(isObject ? "\",\" or \"}\"" : "\",\" or \"]\"");
            ++m_at;
            skipSpace();
            if (peek() == close && !atEnd())
                return fail(m_at, "a comma stands before the end");
        }
        return isObject ? member() : value(-1, -1);
    }

    bool member()
    {
        const auto nameBegin = m_at;
        if (peek() != '"' || atEnd())
            return failHere("a name in double quotes");
        if (!string())
            return false;
        const auto nameEnd = m_at;
        const auto name = nameBetween(nameBegin, nameEnd);
        if (!m_open.back().names.insert(name))
            return fail(nameBegin, "the name \"" + name.toByteArray().toStdString() + "\" stands twice in one object");
        skipSpace();
        if (peek() != ':' || atEnd())
            return failHere("\":\"");
        ++m_at;
        skipSpace();
        return value(nameBegin, nameEnd);
    }

    bool value(qsizetype nameBegin, qsizetype nameEnd)
    {
        const int number = int(m_places.nodes.size());
        JsonNode node;
        node.begin = m_at;
        node.nameBegin = nameBegin;
        node.nameEnd = nameEnd;
        node.parent = m_open.empty() ? -1 : m_open.back().node;
        const char c = peek();
        bool read = false;
        if (atEnd())
            return failHere("a value");
        if (c == '{' || c == '[') {
            if (m_open.size() >= deepest)
                return fail(m_at, "nested deeper than " + std::to_string(deepest) + " levels");
            node.kind = c == '{' ? JsonKind::Object : JsonKind::Array;
            ++m_at;
            add(node);
            m_open.push_back({number, {}});
            return true;
        }
        if (c == '"') {
            node.kind = JsonKind::Text;
            read = string();
        } else if (c == '-' || isDigit(c)) {
            node.kind = JsonKind::Number;
            read = this->number();
        } else if (c == 't') {
            node.kind = JsonKind::Boolean;
            read = word("true");
        } else if (c == 'f') {
            node.kind = JsonKind::Boolean;
            read = word("false");
        } else if (c == 'n') {
            read = word("null");
        } else {
            return failHere("a value");
        }
        if (!read)
            return false;
        node.end = m_at;
        add(node);
        m_done = m_open.empty();
        return true;
    }

    //! What the name says: its own bytes, unless something in it is escaped.
    QByteArrayView nameBetween(qsizetype begin, qsizetype end)
    {
        const auto raw = QByteArrayView(m_text).sliced(begin + 1, end - begin - 2);
        return raw.contains('\\') ? m_decoded.emplace_back(decodedText(m_text, begin, end)) : raw;
    }

    void add(const JsonNode& node)
    {
        const int number = int(m_places.nodes.size());
        m_places.nodes.push_back(node);
        if (node.parent >= 0)
            m_places.nodes[size_t(node.parent)].children.push_back(number);
    }
    void leave()
    {
        m_places.nodes[size_t(m_open.back().node)].end = m_at;
        m_open.pop_back();
        m_done = m_open.empty();
    }

    bool word(const char* expected)
    {
        const auto length = qsizetype(qstrlen(expected));
        if (QByteArrayView(m_text).sliced(m_at).first(std::min(length, m_text.size() - m_at)) != expected)
            return fail(m_at, "a value is due here");
        m_at += length;
        return true;
    }

    bool number()
    {
        const auto digits = [this] {
            const auto begin = m_at;
            while (isDigit(peek()))
                ++m_at;
            return m_at > begin;
        };
        if (peek() == '-')
            ++m_at;
        const auto first = m_at;
        if (!digits())
            return failHere("a digit");
        if (m_text.at(first) == '0' && m_at - first > 1)
            return fail(first, "a number has a leading zero");
        if (peek() == '.') {
            ++m_at;
            if (!digits())
                return failHere("a digit");
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!digits())
                return failHere("a digit");
        }
        return true;
    }

    bool string()
    {
        const auto begin = m_at++;
        for (;;) {
            if (atEnd())
                return fail(begin, "a text is not closed");
            const char c = peek();
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (quint8(c) < 0x20)
                return fail(m_at, "a control character or line end stands in a text");
            if (c == '\\') {
                if (!escape())
                    return false;
                continue;
            }
            const int length = quint8(c) < 0x80 ? 1 : utf8Length(m_text, m_at);
            if (length == 0)
                return fail(m_at, "the bytes are no UTF-8");
            m_at += length;
        }
    }

    bool escape()
    {
        const auto begin = m_at;
        m_at += 2;
        const char kind = begin + 1 < m_text.size() ? m_text.at(begin + 1) : '\0';
        if (QByteArrayView("\"\\/bfnrt").contains(kind))
            return true;
        const int unit = kind == 'u' ? hexAt(m_text, m_at) : -1;
        if (unit < 0)
            return fail(begin, "an escape is not valid");
        m_at += 4;
        if (unit >= 0xDC00 && unit <= 0xDFFF)
            return fail(begin, "half of a surrogate pair stands alone");
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            const bool paired = QByteArrayView(m_text).sliced(m_at).startsWith("\\u");
            const int low = paired ? hexAt(m_text, m_at + 2) : -1;
            if (low < 0xDC00 || low > 0xDFFF)
                return fail(begin, "half of a surrogate pair stands alone");
            m_at += 6;
        }
        return true;
    }

    const QByteArray& m_text;
    qsizetype m_at = 0;
    qsizetype m_failedAt = 0;
    std::string m_reason;
    bool m_done = false;
    JsonPlaces m_places;
    std::vector<Open> m_open;
    std::deque<QByteArray> m_decoded; //!< names with escapes; a deque keeps them where the views look
};

void appendUtf8(QByteArray& text, char32_t c) { text += QString::fromUcs4(&c, 1).toUtf8(); }

} // namespace

JsonKind kindOf(const Json& value)
{
    if (value.is_null())
        return JsonKind::Null;
    if (value.is_boolean())
        return JsonKind::Boolean;
    if (value.is_number())
        return JsonKind::Number;
    if (value.is_string())
        return JsonKind::Text;
    return value.is_array() ? JsonKind::Array : JsonKind::Object;
}

Result<JsonPlaces> scanJson(const QByteArray& text) { return Scanner(text).scan(); }

QByteArray decodedText(const QByteArray& text, qsizetype begin, qsizetype end)
{
    const auto raw = text.mid(begin + 1, end - begin - 2);
    if (!raw.contains('\\'))
        return raw;
    QByteArray decoded;
    decoded.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw.at(i) != '\\') {
            decoded += raw.at(i);
            continue;
        }
        const char kind = raw.at(++i);
        switch (kind) {
        case 'b': decoded += '\b'; break;
        case 'f': decoded += '\f'; break;
        case 'n': decoded += '\n'; break;
        case 'r': decoded += '\r'; break;
        case 't': decoded += '\t'; break;
        case 'u': {
            char32_t c = char32_t(hexAt(raw, i + 1));
            i += 4;
            if (c >= 0xD800 && c <= 0xDBFF) {
                c = 0x10000 + ((c - 0xD800) << 10) + (char32_t(hexAt(raw, i + 3)) - 0xDC00);
                i += 6;
            }
            appendUtf8(decoded, c);
            break;
        }
        default: decoded += kind; // the quote, the backslash and the slash stand for themselves
        }
    }
    return decoded;
}

bool sameValue(const Json& a, const Json& b)
{
    if (a.is_object() && b.is_object()) {
        if (a.size() != b.size())
            return false;
        for (const auto& [name, value] : a.items()) {
            const auto found = b.find(name);
            if (found == b.end() || !sameValue(value, *found))
                return false;
        }
        return true;
    }
    if (a.is_array() && b.is_array())
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), sameValue);
    if (a.is_structured() || b.is_structured())
        return false;
    return a == b;
}

} // namespace slipway
