// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/lexer.h"

namespace slipway::sandbox::graphql {

//! What the parsers of documents and of schemas share: reading tokens, values and types. The first error sticks and
//! moves the reader to the end, so a parser needs no check after each step: every loop stops at the end.
class TokenReader {
public:
    explicit TokenReader(const QString& source);

    bool atEnd() const { return peek().kind == Token::Kind::End; }
    bool failed() const { return !m_error.message.isEmpty(); }
    const GraphqlError& error() const { return m_error; }

    const Token& peek() const { return m_tokens[m_at]; }
    bool sees(QStringView punctuator) const;
    bool seesName(QStringView name) const;
    bool seesString() const { return peek().kind == Token::Kind::String; }

    //! Takes the punctuator if it is next.
    bool accept(QStringView punctuator);
    bool acceptName(QStringView name);
    void expect(QStringView punctuator);
    void skip();
    QString name();
    TypeReference type();
    //! `constant`: a variable is refused.
    Value value(bool constant);
    std::vector<Argument> arguments(bool constant);
    std::vector<Directive> directives(bool constant);

    //! An error at the next token: "Expected WHAT, actual: …".
    void failExpecting(const QString& what);
    void failAt(const QString& message, Location at);

private:
    std::vector<Token> m_tokens;
    size_t m_at = 0;
    int m_depth = 0;
    GraphqlError m_error;
    friend class NestingGuard;
};

//! Counts nesting for the time of a scope: a document of a million brackets must not overflow the stack.
class NestingGuard {
public:
    explicit NestingGuard(TokenReader& reader);
    ~NestingGuard() { --m_reader.m_depth; }
    NestingGuard(const NestingGuard&) = delete;
    NestingGuard& operator=(const NestingGuard&) = delete;

private:
    TokenReader& m_reader;
};

} // namespace slipway::sandbox::graphql
