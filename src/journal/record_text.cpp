// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/record_text.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QStringDecoder>

#include <array>
#include <optional>

namespace slipway::journal {

namespace {

constexpr int kDeepest = 48; // it is journaled within an event, which is read back to 64
constexpr qsizetype kLongestName = 200;

//! Reads JSON and what the Mongo shell makes of it. Errors are kept, the first one counts.
class RecordScanner {
public:
    explicit RecordScanner(const QByteArray& text)
        : m_text(text)
    {
        if (m_text.startsWith("\xef\xbb\xbf"))
            m_at = 3;
    }

    QList<RecordText> all()
    {
        QList<RecordText> records;
        skipSpace();
        m_inArray = peek() == '[';
        if (m_inArray)
            ++m_at;
        for (skipBetween(); m_at < m_text.size(); skipBetween()) {
            const qsizetype begin = m_at;
            const int line = lineOf(begin);
            const int number = int(records.size()) + 1;
            m_reason.clear();
            Json document;
            if (value(document, 0) && endsWell()) {
                records.append({line, number, std::move(document)});
                continue;
            }
            records.append({line, number,
                Error{.code = errc::jsonInvalid,
                    .args = {{"line", lineOf(m_failedAt)}, {"column", columnOf(m_failedAt)}, {"reason", m_reason}}}});
            toNextDocument(begin);
        }
        return records;
    }

private:
    char peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }

    //! Asked for in growing order, but for errors: what was counted before is not counted again.
    int lineOf(qsizetype at)
    {
        if (at < m_counted)
            m_counted = 0, m_line = 1;
        m_line += int(std::count(m_text.begin() + m_counted, m_text.begin() + at, '\n'));
        m_counted = at;
        return m_line;
    }
    int columnOf(qsizetype at) const { return at == 0 ? 1 : int(at - (m_text.lastIndexOf('\n', at - 1) + 1)) + 1; }

    bool fail(const std::string& reason)
    {
        if (m_reason.empty()) {
            m_reason = reason;
            m_failedAt = std::min(m_at, m_text.size());
        }
        return false;
    }

    static bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
    static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; }
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }

    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    //! Between documents: space, and the commas and the end of an array.
    void skipBetween()
    {
        while (m_at < m_text.size()
            && (isSpace(m_text[m_at]) || (m_inArray && (m_text[m_at] == ',' || m_text[m_at] == ']'))
                || m_text[m_at] == ','))
            ++m_at;
    }

    //! What follows a document in its line must begin another one, or be the end.
    bool endsWell()
    {
        qsizetype at = m_at;
        for (; at < m_text.size() && isSpace(m_text[at]); ++at)
            if (m_text[at] == '\n')
                return true;
        if (at == m_text.size() || m_text[at] == ',' || m_text[at] == '{' || (m_inArray && m_text[at] == ']'))
            return true;
        m_at = at;
        return fail("something stands behind the record");
    }

    //! Where the next record begins after one that cannot be read: behind the bracket that closes it, where one does; else
    //! at what begins with the same name as it, in its own line; else at the next line that begins as its own does.
    void toNextDocument(qsizetype begin)
    {
        const qsizetype line = nextLineLike(begin);
        if (const auto end = closedAt(begin, line)) {
            m_at = *end;
            return;
        }
        const auto same = begin < m_text.size() ? nextOfSameBeginning(begin, line) : -1;
        m_at = same >= 0 ? same : line;
    }

    //! The record begins a line, and so does the next one.
    qsizetype nextLineLike(qsizetype begin) const
    {
        for (qsizetype at = m_text.indexOf('\n', begin); at >= 0; at = m_text.indexOf('\n', at + 1)) {
            qsizetype next = at + 1;
            while (m_inArray && next < m_text.size() && (m_text[next] == ' ' || m_text[next] == '\t'))
                ++next;
            const bool nested = m_inArray && next - at - 1 > indentOf(begin);
            if (next < m_text.size() && m_text[next] == '{' && !nested)
                return next;
        }
        return m_text.size();
    }

    //! Behind the bracket that closes what begins there, if the next record, or the end, follows it; texts are skipped.
    std::optional<qsizetype> closedAt(qsizetype begin, qsizetype limit) const
    {
        QByteArray open; // brackets, of each its closing one
        char quote = '\0';
        for (qsizetype at = begin; at < limit; ++at) {
            const char c = m_text[at];
            if (quote != '\0') {
                if (c == '\\')
                    ++at;
                else if (c == quote)
                    quote = '\0';
                else if (c == '\n')
                    return std::nullopt; // a text that does not end
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{' || c == '[') {
                open.append(c == '{' ? '}' : ']');
            } else if (c == '}' || c == ']') {
                if (!open.endsWith(c))
                    return std::nullopt;
                open.chop(1);
                if (!open.isEmpty())
                    continue;
                qsizetype next = at + 1;
                while (next < m_text.size() && (isSpace(m_text[next]) || m_text[next] == ','))
                    ++next;
                const bool follows = next >= m_text.size() || m_text[next] == '{' || (m_inArray && m_text[next] == ']');
                return follows ? std::optional(at + 1) : std::nullopt;
            }
        }
        return std::nullopt;
    }

    qsizetype nextOfSameBeginning(qsizetype begin, qsizetype limit) const
    {
        const qsizetype colon = m_text.indexOf(':', begin);
        if (m_text[begin] != '{' || colon < 0 || colon - begin > kLongestName)
            return -1;
        const qsizetype found = m_text.indexOf(m_text.mid(begin, colon - begin), colon);
        return found >= 0 && found < limit ? found : -1;
    }

    qsizetype indentOf(qsizetype at) const { return at == 0 ? 0 : at - (m_text.lastIndexOf('\n', at - 1) + 1); }

    bool value(Json& into, int depth)
    {
        if (depth > kDeepest)
            return fail("nested deeper than " + std::to_string(kDeepest) + " levels");
        skipSpace();
        switch (const char c = peek()) {
        case '{': return object(into, depth);
        case '[': return array(into, depth);
        case '"':
        case '\'': return text(into);
        default:
            if (c == '-' || isDigit(c))
                return number(into);
            if (isLetter(c))
                return word(into, depth);
            return fail(m_at >= m_text.size() ? "the text ends in the middle of the record" : "no value stands here");
        }
    }

    bool object(Json& into, int depth)
    {
        into = Json::object();
        ++m_at;
        for (skipSpace(); peek() != '}'; skipSpace()) {
            Json name;
            if (peek() == '"' || peek() == '\'') {
                if (!text(name))
                    return false;
            } else if (isLetter(peek())) {
                name = bareWord();
            } else {
                return fail(m_at >= m_text.size() ? "the text ends in the middle of the record"
                                                  : "the name of a member must stand here");
            }
            const auto& key = name.get_ref<const std::string&>();
            if (into.contains(key))
                return fail("the name \"" + key + "\" stands twice in one object");
            skipSpace();
            if (peek() != ':')
                return fail("a colon must stand here");
            ++m_at;
            Json member;
            if (!value(member, depth + 1))
                return false;
            into[key] = std::move(member);
            if (!comma('}'))
                return false;
        }
        ++m_at;
        return true;
    }

    bool array(Json& into, int depth)
    {
        into = Json::array();
        ++m_at;
        for (skipSpace(); peek() != ']'; skipSpace()) {
            Json element;
            if (!value(element, depth + 1))
                return false;
            into.push_back(std::move(element));
            if (!comma(']'))
                return false;
        }
        ++m_at;
        return true;
    }

    bool comma(char end)
    {
        skipSpace();
        if (peek() == ',') {
            ++m_at;
            return true;
        }
        return peek() == end || fail(std::string("a comma or ") + end + " must stand here");
    }

    bool text(Json& into)
    {
        const char quote = peek();
        ++m_at;
        std::string bytes;
        while (true) {
            if (m_at >= m_text.size())
                return fail("a text does not end");
            const char c = m_text[m_at];
            if (c == quote)
                break;
            if (uchar(c) < 0x20)
                return fail("a control character stands in a text");
            if (c == '\\') {
                if (!escape(bytes))
                    return false;
                continue;
            }
            bytes += c;
            ++m_at;
        }
        if (QStringDecoder decoder(QStringDecoder::Utf8); isCut(decoder, bytes))
            return fail("a text is not UTF-8");
        ++m_at;
        into = std::move(bytes);
        return true;
    }

    static bool isCut(QStringDecoder& decoder, const std::string& bytes)
    {
        const QString decoded = decoder(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
        return decoder.hasError() || decoded.contains(QChar::Null);
    }

    bool escape(std::string& bytes)
    {
        static constexpr std::array<std::pair<char, char>, 9> simple{{{'"', '"'}, {'\'', '\''}, {'\\', '\\'},
            {'/', '/'}, {'b', '\b'}, {'f', '\f'}, {'n', '\n'}, {'r', '\r'}, {'t', '\t'}}};
        const char c = peek(1);
        for (const auto& [name, byte] : simple) {
            if (c == name) {
                bytes += byte;
                m_at += 2;
                return true;
            }
        }
        const auto first = c == 'u' ? unit(m_at) : std::nullopt;
        if (!first)
            return fail("this is no escape that a text may have");
        m_at += 6;
        QString character{QChar(*first)};
        if (QChar::isHighSurrogate(*first)) {
            const auto second = peek() == '\\' && peek(1) == 'u' ? unit(m_at) : std::nullopt;
            if (!second || !QChar::isLowSurrogate(*second))
                return fail("half a character stands here");
            character += QChar(*second);
            m_at += 6;
        } else if (QChar::isLowSurrogate(*first)) {
            return fail("half a character stands here");
        }
        bytes += character.toStdString();
        return true;
    }

    std::optional<char16_t> unit(qsizetype at) const
    {
        bool ok = false;
        const auto digits = m_text.mid(at + 2, 4);
        const auto code = digits.toUShort(&ok, 16);
        const bool plain = digits.size() == 4 && std::all_of(digits.begin(), digits.end(), [](char c) {
            return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        });
        return ok && plain ? std::optional(char16_t(code)) : std::nullopt;
    }

    bool number(Json& into)
    {
        const qsizetype begin = m_at;
        while (isDigit(peek()) || peek() == '-' || peek() == '+' || peek() == '.' || peek() == 'e' || peek() == 'E')
            ++m_at;
        auto parsed = parseJson(m_text.mid(begin, m_at - begin));
        if (!parsed) {
            m_at = begin;
            return fail("this is no number");
        }
        into = std::move(*parsed);
        return true;
    }

    std::string bareWord()
    {
        const qsizetype begin = m_at;
        while (isLetter(peek()) || isDigit(peek()))
            ++m_at;
        return m_text.mid(begin, m_at - begin).toStdString();
    }

    bool word(Json& into, int depth)
    {
        const qsizetype begin = m_at;
        std::string name = bareWord();
        if (name == "new") {
            skipSpace();
            name = bareWord();
        }
        if (name == "true" || name == "false" || name == "null" || name == "undefined") {
            into = name == "true" ? Json(true) : name == "false" ? Json(false) : Json(nullptr);
            return true;
        }
        static constexpr std::array<std::pair<const char*, const char*>, 8> shell{{{"ObjectId", "$oid"},
            {"ISODate", "$date"}, {"Date", "$date"}, {"NumberLong", "$numberLong"}, {"Long", "$numberLong"},
            {"NumberInt", "$numberInt"}, {"Int32", "$numberInt"}, {"NumberDecimal", "$numberDecimal"}}};
        for (const auto& [function, member] : shell)
            if (name == function)
                return call(into, member, depth);
        m_at = begin;
        return fail("\"" + name + "\" is nothing that a record may hold");
    }

    bool call(Json& into, const char* member, int depth)
    {
        skipSpace();
        if (peek() != '(')
            return fail("a bracket must stand here");
        ++m_at;
        Json argument;
        if (!value(argument, depth + 1))
            return false;
        skipSpace();
        if (peek() != ')')
            return fail("the bracket is not closed");
        ++m_at;
        const bool isText = argument.is_string();
        if (!isText && !argument.is_number())
            return fail("a text or a number must stand in the brackets");
        if (std::string_view(member) == "$date" && !isText)
            argument = Json{{"$numberLong", argument.dump()}};
        else if (!isText)
            argument = argument.dump();
        into = Json::object();
        into[member] = std::move(argument);
        return true;
    }

    QByteArray m_text;
    qsizetype m_at = 0;
    bool m_inArray = false;
    std::string m_reason;
    qsizetype m_failedAt = 0, m_counted = 0;
    int m_line = 1;
};

} // namespace

QList<RecordText> readRecords(const QByteArray& text) { return RecordScanner(text).all(); }

} // namespace slipway::journal
