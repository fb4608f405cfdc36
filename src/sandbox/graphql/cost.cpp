// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/cost.h"

#include "base/text.h"
#include "sandbox/graphql/coerce.h"
#include "sandbox/graphql/execute.h"
#include "sandbox/graphql/introspection.h"

#include <algorithm>

namespace slipway::sandbox::graphql {

namespace {

class Counter {
public:
    Counter(const Schema& schema, const Document& document, const Json& variables)
        : m_schema(schema)
        , m_document(document)
        , m_variables(variables)
    { }

    //! `times`: how many objects of this type there can be.
    void count(const TypeDefinition& type, const std::vector<Selection>& selections, qint64 times)
    {
        for (const Selection& selection : selections) {
            if (!isIncluded(selection, m_variables))
                continue;
            switch (selection.kind) {
            case Selection::Kind::Field: field(type, selection.field, times); break;
            case Selection::Kind::Inline:
                count(
                    selection.inlined.typeCondition.isEmpty() ? type : *m_schema.find(selection.inlined.typeCondition),
                    selection.inlined.selections, times);
                break;
            case Selection::Kind::Spread: {
                const Fragment& fragment = *m_document.fragment(selection.spread.name);
                count(*m_schema.find(fragment.typeCondition), fragment.selections, times);
                break;
            }
            }
        }
    }

    Cost cost() const { return {std::max<qint64>(1, (m_requests + 50) / 100), m_nodes}; }

private:
    void field(const TypeDefinition& parent, const Field& field, qint64 times)
    {
        const FieldDefinition& definition = *fieldOf(m_schema, parent, field.name);
        const TypeDefinition& type = *m_schema.find(definition.type.name);
        if (!field.hasSelections || field.name.startsWith(u"__"))
            return;
        const Json arguments = coerceArguments(m_schema, definition.arguments, field.arguments, m_variables);
        if (type.isConnection()) {
            const qint64 page = integerAt(arguments, "first", integerAt(arguments, "last"));
            m_requests += times;
            times *= std::clamp<qint64>(page, 0, 100);
            m_nodes += times;
        } else if (const Json& ids = memberAt(arguments, "ids"); ids.is_array()) {
            times *= qint64(ids.size());
            m_nodes += times;
        }
        // Pages of pages soon pass every limit; the number must not pass its own.
        count(type, field.selections, std::min<qint64>(times, 1'000'000'000));
    }

    const Schema& m_schema;
    const Document& m_document;
    const Json& m_variables;
    qint64 m_requests = 0;
    qint64 m_nodes = 0;
};

} // namespace

Cost costOf(const Schema& schema, const Document& document, const Operation& operation, const Json& variables)
{
    Counter counter(schema, document, variables);
    counter.count(*schema.root(operation.kind), operation.selections, 1);
    return counter.cost();
}

} // namespace slipway::sandbox::graphql
