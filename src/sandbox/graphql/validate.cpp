// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/validate.h"

#include "base/text.h"
#include "sandbox/graphql/validation.h"

namespace slipway::sandbox::graphql {

void Validation::refuse(const QString& message, const QString& code, Location at, const Json& where, Json more)
{
    Json extensions = {{"code", code.toStdString()}};
    extensions.update(more);
    errors.push_back({message, {}, where, {at}, std::move(extensions)});
}

Json Validation::pathWith(const QString& step) const
{
    Json longer = path;
    longer.push_back(step.toStdString());
    return longer;
}

namespace {

QString title(const Operation& operation)
{
    const QString kind = operation.kind == Operation::Kind::Mutation ? u"mutation"_s
        : operation.kind == Operation::Kind::Subscription            ? u"subscription"_s
                                                                     : u"query"_s;
    return operation.name.isEmpty() ? kind : kind + u' ' + operation.name;
}

class Rules {
public:
    Rules(const Schema& schema, const Document& document)
        : m_v(schema, document)
    { }

    GraphqlErrors run()
    {
        names();
        for (const Fragment& fragment : m_v.document.fragments)
            this->fragment(fragment);
        for (const Operation& operation : m_v.document.operations)
            this->operation(operation);
        unusedFragments();
        const bool loops = refuseLoops();
        for (size_t i = 0; i < m_v.document.operations.size() && !loops; ++i) {
            const Operation& operation = m_v.document.operations[i];
            m_v.path = Json::array({title(operation).toStdString()});
            checkVariables(m_v, operation, m_fragmentUses, m_operationUses[i]);
            if (m_v.errors.empty())
                checkMerging(m_v, operation);
        }
        return std::move(m_v.errors);
    }

private:
    void names()
    {
        QSet<QString> operations;
        for (const Operation& operation : m_v.document.operations) {
            const Json path = Json::array({title(operation).toStdString()});
            if (operation.name.isEmpty() ? m_v.document.operations.size() > 1 : operations.contains(operation.name))
                m_v.refuse(operation.name.isEmpty()
                        ? u"Operation name is required when multiple operations are present"_s
                        : u"Operation name \"%1\" must be unique"_s.arg(operation.name),
                    u"uniquelyNamedOperations"_s, operation.at, path);
            operations.insert(operation.name);
        }
        QSet<QString> fragments;
        for (const Fragment& fragment : m_v.document.fragments) {
            if (fragments.contains(fragment.name))
                m_v.refuse(u"Fragment name \"%1\" must be unique"_s.arg(fragment.name), u"fragmentNotUnique"_s,
                    fragment.at, Json::array());
            fragments.insert(fragment.name);
        }
    }

    void fragment(const Fragment& fragment)
    {
        m_v.path = Json::array({(u"fragment "_s + fragment.name).toStdString()});
        m_v.uses = &m_fragmentUses[fragment.name];
        checkDirectives(m_v, fragment.directives);
        const TypeDefinition* type = m_v.schema.find(fragment.typeCondition);
        if (!type)
            return m_v.refuse(u"No such type %1, so it can't be a fragment condition"_s.arg(fragment.typeCondition),
                u"undefinedType"_s, fragment.at, m_v.path, {{"typeName", fragment.typeCondition.toStdString()}});
        if (!type->isComposite())
            return m_v.refuse(u"Invalid fragment on type %1 (must be Union, Interface or Object)"_s.arg(type->name),
                u"fragmentOnNonCompositeType"_s, fragment.at, m_v.path, {{"typeName", type->name.toStdString()}});
        checkSelections(m_v, *type, fragment.selections);
    }

    void operation(const Operation& operation)
    {
        m_v.path = Json::array({title(operation).toStdString()});
        m_operationUses.emplace_back();
        const TypeDefinition* root = m_v.schema.root(operation.kind);
        if (!root)
            return m_v.refuse(u"Schema is not configured for %1s"_s.arg(title(operation).section(u' ', 0, 0)),
                u"missingSubscriptionConfiguration"_s, operation.at, m_v.path);
        m_v.uses = &m_operationUses.back();
        checkDirectives(m_v, operation.directives);
        checkSelections(m_v, *root, operation.selections);
    }

    void unusedFragments()
    {
        QSet<QString> reached;
        for (const ScopeUses& uses : m_operationUses)
            reach(uses, reached);
        for (const Fragment& fragment : m_v.document.fragments) {
            if (!reached.contains(fragment.name))
                m_v.refuse(u"Fragment %1 was defined, but not used"_s.arg(fragment.name), u"useAndDefineFragment"_s,
                    fragment.at, Json::array({(u"fragment "_s + fragment.name).toStdString()}),
                    {{"fragmentName", fragment.name.toStdString()}});
        }
    }

    void reach(const ScopeUses& uses, QSet<QString>& reached) const
    {
        for (const QString& spread : uses.spreads) {
            if (!reached.contains(spread)) {
                reached.insert(spread);
                reach(m_fragmentUses.value(spread), reached);
            }
        }
    }

    bool refuseLoops()
    {
        bool any = false;
        for (const Fragment& fragment : m_v.document.fragments) {
            QSet<QString> reached;
            reach(m_fragmentUses.value(fragment.name), reached);
            if (!reached.contains(fragment.name))
                continue;
            any = true;
            m_v.refuse(u"Fragment %1 contains an infinite loop"_s.arg(fragment.name), u"infiniteLoop"_s, fragment.at,
                Json::array({(u"fragment "_s + fragment.name).toStdString()}),
                {{"fragmentName", fragment.name.toStdString()}});
        }
        return any;
    }

    Validation m_v;
    QHash<QString, ScopeUses> m_fragmentUses;
    std::vector<ScopeUses> m_operationUses;
};

} // namespace

GraphqlErrors validate(const Schema& schema, const Document& document) { return Rules(schema, document).run(); }

} // namespace slipway::sandbox::graphql
