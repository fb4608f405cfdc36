// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/token_reader.h"

#include "base/text.h"

namespace slipway::sandbox::graphql {

namespace {
constexpr int deepest = 200;
}

NestingGuard::NestingGuard(TokenReader& reader)
    : m_reader(reader)
{
    if (++m_reader.m_depth > deepest)
        m_reader.failAt(u"This query is too deeply nested."_s, m_reader.peek().at);
}

TokenReader::TokenReader(const QString& source)
{
    auto tokens = tokenize(source);
    if (auto* list = std::get_if<std::vector<Token>>(&tokens)) {
        m_tokens = std::move(*list);
    } else {
        m_error = std::get<GraphqlError>(tokens);
        m_tokens.push_back({Token::Kind::End, {}, {}});
    }
}

bool TokenReader::sees(QStringView punctuator) const
{
    return peek().kind == Token::Kind::Punctuator && peek().text == punctuator;
}

bool TokenReader::seesName(QStringView name) const { return peek().kind == Token::Kind::Name && peek().text == name; }

bool TokenReader::accept(QStringView punctuator)
{
    if (!sees(punctuator))
        return false;
    skip();
    return true;
}

bool TokenReader::acceptName(QStringView name)
{
    if (!seesName(name))
        return false;
    skip();
    return true;
}

void TokenReader::expect(QStringView punctuator)
{
    if (!accept(punctuator))
        failExpecting(Token{Token::Kind::Punctuator, punctuator.toString(), {}}.word());
}

void TokenReader::skip()
{
    if (!atEnd())
        ++m_at;
}

QString TokenReader::name()
{
    if (peek().kind != Token::Kind::Name) {
        failExpecting(u"NAME"_s);
        return {};
    }
    const QString text = peek().text;
    skip();
    return text;
}

TypeReference TokenReader::type()
{
    const NestingGuard guard(*this);
    TypeReference type;
    if (accept(u"[")) {
        type = this->type();
        type.wraps.insert(type.wraps.begin(), TypeReference::Wrap::List);
        expect(u"]");
    } else {
        type.name = name();
    }
    if (accept(u"!"))
        type.wraps.insert(type.wraps.begin(), TypeReference::Wrap::NonNull);
    return type;
}

Value TokenReader::value(bool constant)
{
    const NestingGuard guard(*this);
    using Kind = Value::Kind;
    const Token token = peek();
    Value value;
    value.at = token.at;
    value.text = token.text;
    switch (token.kind) {
    case Token::Kind::Int: value.kind = Kind::Int; break;
    case Token::Kind::Float: value.kind = Kind::Float; break;
    case Token::Kind::String: value.kind = Kind::String; break;
    case Token::Kind::Name:
        if (token.text == u"true" || token.text == u"false") {
            value.kind = Kind::Boolean;
            value.flag = token.text == u"true";
        } else {
            value.kind = token.text == u"null" ? Kind::Null : Kind::Enum;
        }
        break;
    case Token::Kind::Punctuator:
        value.text.clear();
        if (!constant && accept(u"$")) {
            value.kind = Kind::Variable;
            value.text = name();
            return value;
        }
        if (accept(u"[")) {
            value.kind = Kind::List;
            while (!atEnd() && !sees(u"]"))
                value.items.push_back(this->value(constant));
            expect(u"]");
            return value;
        }
        if (accept(u"{")) {
            value.kind = Kind::Object;
            while (!atEnd() && !sees(u"}")) {
                ObjectField field;
                field.at = peek().at;
                field.name = name();
                expect(u":");
                field.value = this->value(constant);
                value.fields.push_back(std::move(field));
            }
            expect(u"}");
            return value;
        }
        failExpecting(u"VALUE"_s);
        return value;
    case Token::Kind::End: failExpecting(u"VALUE"_s); return value;
    }
    skip();
    return value;
}

std::vector<Argument> TokenReader::arguments(bool constant)
{
    std::vector<Argument> list;
    if (!accept(u"("))
        return list;
    do {
        Argument argument;
        argument.at = peek().at;
        argument.name = name();
        expect(u":");
        argument.value = value(constant);
        list.push_back(std::move(argument));
    } while (!atEnd() && !sees(u")"));
    expect(u")");
    return list;
}

std::vector<Directive> TokenReader::directives(bool constant)
{
    std::vector<Directive> list;
    while (sees(u"@")) {
        Directive directive;
        directive.at = peek().at;
        skip();
        directive.name = name();
        directive.arguments = arguments(constant);
        list.push_back(std::move(directive));
    }
    return list;
}

void TokenReader::failExpecting(const QString& what)
{
    const Token& token = peek();
    if (token.kind == Token::Kind::End)
        failAt(
            u"Expected %1, actual: (none) at [%2, %3]"_s.arg(what).arg(token.at.line).arg(token.at.column), token.at);
    else
        failAt(u"Expected %1, actual: %2 (\"%3\") at [%4, %5]"_s.arg(what, token.word(), token.text)
                   .arg(token.at.line)
                   .arg(token.at.column),
            token.at);
}

void TokenReader::failAt(const QString& message, Location at)
{
    if (failed())
        return;
    m_error = {message, {}, nullptr, {at}, nullptr};
    m_at = m_tokens.size() - 1;
}

} // namespace slipway::sandbox::graphql
