// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/parser.h"

#include "base/text.h"
#include "sandbox/graphql/token_reader.h"

namespace slipway::sandbox::graphql {

namespace {

class Parser {
public:
    explicit Parser(const QString& source)
        : m_reader(source)
    { }

    std::variant<Document, GraphqlError> run()
    {
        Document document;
        if (!m_reader.failed() && m_reader.atEnd())
            m_reader.failAt(u"Unexpected end of document"_s, m_reader.peek().at);
        while (!m_reader.atEnd()) {
            if (m_reader.seesName(u"fragment"))
                document.fragments.push_back(fragment());
            else
                document.operations.push_back(operation());
        }
        if (m_reader.failed())
            return m_reader.error();
        return document;
    }

private:
    Operation operation()
    {
        Operation operation;
        operation.at = m_reader.peek().at;
        if (!m_reader.sees(u"{")) {
            if (m_reader.acceptName(u"mutation"))
                operation.kind = Operation::Kind::Mutation;
            else if (m_reader.acceptName(u"subscription"))
                operation.kind = Operation::Kind::Subscription;
            else if (!m_reader.acceptName(u"query")) {
                m_reader.failExpecting(u"one of QUERY, MUTATION, SUBSCRIPTION, FRAGMENT, LCURLY"_s);
                return operation;
            }
            if (m_reader.peek().kind == Token::Kind::Name)
                operation.name = m_reader.name();
            operation.variables = variables();
            operation.directives = m_reader.directives(true);
        }
        operation.selections = selections();
        return operation;
    }

    std::vector<VariableDefinition> variables()
    {
        std::vector<VariableDefinition> list;
        if (!m_reader.accept(u"("))
            return list;
        do {
            VariableDefinition variable;
            variable.at = m_reader.peek().at;
            m_reader.expect(u"$");
            variable.name = m_reader.name();
            m_reader.expect(u":");
            variable.type = m_reader.type();
            if (m_reader.accept(u"="))
                variable.defaultValue = m_reader.value(true);
            m_reader.directives(true);
            list.push_back(std::move(variable));
        } while (!m_reader.atEnd() && !m_reader.sees(u")"));
        m_reader.expect(u")");
        return list;
    }

    Fragment fragment()
    {
        Fragment fragment;
        fragment.at = m_reader.peek().at;
        m_reader.skip();
        if (m_reader.seesName(u"on"))
            m_reader.failExpecting(u"NAME"_s);
        fragment.name = m_reader.name();
        if (!m_reader.acceptName(u"on"))
            m_reader.failExpecting(u"ON"_s);
        fragment.typeCondition = m_reader.name();
        fragment.directives = m_reader.directives(false);
        fragment.selections = selections();
        return fragment;
    }

    std::vector<Selection> selections()
    {
        const NestingGuard guard(m_reader);
        std::vector<Selection> list;
        m_reader.expect(u"{");
        while (!m_reader.atEnd() && !m_reader.sees(u"}"))
            list.push_back(selection());
        if (list.empty())
            m_reader.failExpecting(u"NAME"_s);
        m_reader.expect(u"}");
        return list;
    }

    Selection selection()
    {
        Selection selection;
        selection.at = m_reader.peek().at;
        if (!m_reader.accept(u"...")) {
            selection.field = field(selection.directives);
            return selection;
        }
        const bool isSpread = m_reader.peek().kind == Token::Kind::Name && !m_reader.seesName(u"on");
        if (isSpread) {
            selection.kind = Selection::Kind::Spread;
            selection.spread.name = m_reader.name();
            selection.directives = m_reader.directives(false);
            return selection;
        }
        selection.kind = Selection::Kind::Inline;
        if (m_reader.acceptName(u"on"))
            selection.inlined.typeCondition = m_reader.name();
        selection.directives = m_reader.directives(false);
        selection.inlined.selections = selections();
        return selection;
    }

    Field field(std::vector<Directive>& directives)
    {
        Field field;
        field.name = m_reader.name();
        if (m_reader.accept(u":")) {
            field.alias = field.name;
            field.name = m_reader.name();
        }
        field.arguments = m_reader.arguments(false);
        directives = m_reader.directives(false);
        if (m_reader.sees(u"{")) {
            field.hasSelections = true;
            field.selections = selections();
        }
        return field;
    }

    TokenReader m_reader;
};

} // namespace

std::variant<Document, GraphqlError> parseDocument(const QString& source) { return Parser(source).run(); }

} // namespace slipway::sandbox::graphql
