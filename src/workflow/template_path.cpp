// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/template_path.h"

#include "base/error_codes.h"
#include "base/text.h"

namespace slipway {

namespace {

constexpr int deepestLookUp = 8;

bool isNameCharacter(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'_' || u == u'-';
}

Error invalid(const QString& text, const QString& reason)
{
    return Error{.code = errc::templateInvalid, .args = {{"text", toJson(text)}, {"reason", toJson(reason)}}};
}

class PathParser {
public:
    explicit PathParser(QStringView text)
        : m_text(text)
    { }

    Result<TemplatePath> parseAll()
    {
        auto path = parse(0);
        if (path && m_at < m_text.size())
            return refuse(u"\"%1\" does not belong in a path"_s.arg(m_text.at(m_at)));
        return path;
    }

private:
    Error refuse(const QString& reason) const { return invalid(m_text.toString().trimmed(), reason); }

    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text.at(m_at) == u' ')
            ++m_at;
    }
    QString takeName()
    {
        const auto begin = m_at;
        while (m_at < m_text.size() && isNameCharacter(m_text.at(m_at)))
            ++m_at;
        return m_text.mid(begin, m_at - begin).toString();
    }

    Result<TemplatePath> parse(int depth)
    {
        if (depth > deepestLookUp)
            return refuse(u"look-ups are nested too deep"_s);
        skipSpaces();
        const auto begin = m_at;
        TemplatePath path;
        for (;;) {
            auto name = takeName();
            if (name.isEmpty())
                return refuse(u"a name is missing"_s);
            path.segments.push_back({std::move(name), {}});
            while (m_at < m_text.size() && m_text.at(m_at) == u'[') {
                ++m_at;
                auto inner = parse(depth + 1);
                if (!inner)
                    return inner;
                if (m_at >= m_text.size() || m_text.at(m_at) != u']')
                    return refuse(u"\"]\" is missing"_s);
                ++m_at;
                TemplatePath::Segment segment;
                segment.inner.push_back(std::move(*inner));
                path.segments.push_back(std::move(segment));
            }
            if (m_at >= m_text.size() || m_text.at(m_at) != u'.')
                break;
            ++m_at;
        }
        path.text = m_text.mid(begin, m_at - begin).toString();
        skipSpaces();
        return path;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

Result<TemplatePath> parseTemplatePath(const QString& text) { return PathParser(text).parseAll(); }

Result<QList<TemplatePart>> parseTemplate(const QString& text)
{
    QList<TemplatePart> parts;
    QString literal;
    qsizetype at = 0;
    for (;;) {
        const auto open = text.indexOf("{{"_L1, at);
        if (open < 0)
            break;
        literal += QStringView(text).mid(at, open - at);
        if (QStringView(text).mid(open).startsWith("{{{{"_L1)) {
            literal += "{{"_L1;
            at = open + 4;
            continue;
        }
        const auto close = text.indexOf("}}"_L1, open + 2);
        if (close < 0)
            return invalid(text, u"\"{{\" without \"}}\""_s);
        auto path = parseTemplatePath(text.mid(open + 2, close - open - 2));
        if (!path) {
            Error error = path.error();
            error.args["text"] = toJson(text);
            return error;
        }
        if (!literal.isEmpty())
            parts.append(std::exchange(literal, {}));
        parts.append(std::move(*path));
        at = close + 2;
    }
    literal += QStringView(text).mid(at);
    if (!literal.isEmpty())
        parts.append(literal);
    return parts;
}

const TemplatePath* solePath(const QList<TemplatePart>& parts)
{
    return parts.size() == 1 ? std::get_if<TemplatePath>(&parts.first()) : nullptr;
}

QList<TemplatePath> withInnerPaths(const TemplatePath& path)
{
    QList<TemplatePath> paths{path};
    for (const auto& segment : path.segments) {
        for (const auto& inner : segment.inner)
            paths.append(withInnerPaths(inner));
    }
    return paths;
}

} // namespace slipway
