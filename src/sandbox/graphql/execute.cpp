// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/execute.h"

#include "base/result.h"
#include "base/text.h"
#include "sandbox/graphql/coerce.h"
#include "sandbox/graphql/introspection.h"

#include <algorithm>

namespace slipway::sandbox::graphql {

namespace {

//! Selections of one response key, merged.
struct Collected {
    QString key;
    const Field* field;
    Location at;
    std::vector<const std::vector<Selection>*> selections;
};

FieldError internalError(const QString& type, const QString& field)
{
    return {u"INTERNAL"_s,
        u"Something went wrong while executing your query. (%1.%2 has no value of its type)"_s.arg(type, field),
        nullptr};
}

class Executor {
public:
    Executor(const Schema& schema, const Resolvers& resolvers, const Document& document, const Json& variables,
        Context& context)
        : m_schema(schema)
        , m_resolvers(resolvers)
        , m_document(document)
        , m_variables(variables)
        , m_context(context)
    { }

    Execution run(const Operation& operation)
    {
        const TypeDefinition& root = *m_schema.root(operation.kind);
        auto data = object({root.name, nullptr}, {&operation.selections});
        return {data ? std::move(*data) : Json(nullptr), std::move(m_errors)};
    }

private:
    //! Nothing means: a value that must not be null is missing, the caller becomes null in its place.
    using Completed = std::optional<Json>;

    Completed object(const Object& source, const std::vector<const std::vector<Selection>*>& selections)
    {
        const TypeDefinition& type = *m_schema.find(source.type);
        std::vector<Collected> fields;
        for (const auto* list : selections)
            collect(type, *list, fields);
        Json json = Json::object();
        bool complete = true;
        for (const Collected& collected : fields) {
            m_path.push_back(collected.key.toStdString());
            auto value = field(type, source, collected);
            m_path.erase(m_path.size() - 1);
            complete = complete && value.has_value();
            if (value)
                json[collected.key.toStdString()] = std::move(*value);
        }
        return complete ? Completed(std::move(json)) : std::nullopt;
    }

    void collect(const TypeDefinition& type, const std::vector<Selection>& selections, std::vector<Collected>& fields)
    {
        for (const Selection& selection : selections) {
            if (!isIncluded(selection, m_variables))
                continue;
            switch (selection.kind) {
            case Selection::Kind::Field: {
                const QString& key = selection.field.responseKey();
                auto known = std::find_if(
                    fields.begin(), fields.end(), [&](const Collected& collected) { return collected.key == key; });
                if (known == fields.end())
                    known = fields.insert(fields.end(), {key, &selection.field, selection.at, {}});
                known->selections.push_back(&selection.field.selections);
                break;
            }
            case Selection::Kind::Inline:
                if (applies(selection.inlined.typeCondition, type))
                    collect(type, selection.inlined.selections, fields);
                break;
            case Selection::Kind::Spread: {
                const Fragment& fragment = *m_document.fragment(selection.spread.name);
                if (applies(fragment.typeCondition, type))
                    collect(type, fragment.selections, fields);
                break;
            }
            }
        }
    }

    bool applies(const QString& condition, const TypeDefinition& type) const
    {
        return condition.isEmpty() || m_schema.possibleTypes(*m_schema.find(condition)).contains(type.name);
    }

    Completed field(const TypeDefinition& type, const Object& source, const Collected& collected)
    {
        const QString& name = collected.field->name;
        if (name == u"__typename")
            return Json(type.name.toStdString());
        const FieldDefinition& definition = *fieldOf(m_schema, type, name);
        const Json arguments = coerceArguments(m_schema, definition.arguments, collected.field->arguments, m_variables);
        return complete(definition.type, value(type, source, definition, arguments, collected), type, collected);
    }

    Resolved value(const TypeDefinition& type, const Object& source, const FieldDefinition& definition,
        const Json& arguments, const Collected& collected)
    {
        if (definition.name.startsWith(u"__"))
            return introspect(m_schema, definition.name, arguments);
        for (const RefusedField& refused : m_context.refused) {
            if (refused.name == collected.key || refused.name == definition.name)
                return refused.error;
        }
        if (const auto error = badPage(definition, arguments))
            return *error;
        const Resolver* resolver = m_resolvers.find(type.name, definition.name);
        if (!resolver)
            return internalError(type.name, definition.name);
        Call call{arguments, m_context, {}};
        Resolved resolved = (*resolver)(source, call);
        for (const FieldError& error : call.reported)
            report(error, collected);
        return resolved;
    }

    std::optional<FieldError> badPage(const FieldDefinition& definition, const Json& arguments) const
    {
        if (!m_schema.find(definition.type.name)->isConnection())
            return std::nullopt;
        const bool hasFirst = !memberAt(arguments, "first").is_null();
        const bool hasLast = !memberAt(arguments, "last").is_null();
        if (!hasFirst && !hasLast)
            return FieldError{u"MISSING_PAGINATION_BOUNDARIES"_s,
                u"You must provide a `first` or `last` value to properly paginate the `%1` connection."_s.arg(
                    definition.name),
                nullptr};
        for (const char* name : {"first", "last"}) {
            const Json& size = memberAt(arguments, name);
            if (size.is_null())
                continue;
            const auto count = size.get<qint64>();
            if (count < 1)
                return FieldError{u"INVALID_PAGINATION_BOUNDARIES"_s,
                    u"`%1` on the `%2` connection cannot be less than 1."_s.arg(
                        QLatin1StringView(name), definition.name),
                    nullptr};
            if (count > 100)
                return FieldError{u"EXCESSIVE_PAGINATION"_s,
                    u"Requesting %1 records on the `%2` connection exceeds the `%3` limit of 100 records."_s.arg(count)
                        .arg(definition.name, QLatin1StringView(name)),
                    nullptr};
        }
        return std::nullopt;
    }

    Completed complete(
        const TypeReference& type, const Resolved& resolved, const TypeDefinition& parent, const Collected& collected)
    {
        if (type.isNonNull()) {
            const size_t before = m_errors.size();
            auto value = complete(type.inner(), resolved, parent, collected);
            if (value && !value->is_null())
                return value;
            if (m_errors.size() == before)
                report(
                    {{}, u"Cannot return null for non-nullable field %1.%2"_s.arg(parent.name, collected.field->name),
                        nullptr},
                    collected);
            return std::nullopt;
        }
        // A nullable place is where a missing inner value stops.
        return std::visit(Overloaded{[&](const Json& leaf) { return completeLeaf(type, leaf, parent, collected); },
                              [&](const Object& inner) { return completeObject(type, inner, parent, collected); },
                              [&](const Resolved::List& list) { return completeList(type, list, parent, collected); },
                              [&](const FieldError& error) {
                                  report(error, collected);
                                  return Json(nullptr);
                              }},
            resolved.value);
    }

    Json completeLeaf(
        const TypeReference& type, const Json& leaf, const TypeDefinition& parent, const Collected& collected)
    {
        if (leaf.is_null())
            return leaf;
        if (type.isList() && leaf.is_array()) {
            Resolved::List items;
            for (const Json& item : leaf)
                items.emplace_back(item);
            return completeList(type, items, parent, collected);
        }
        const TypeDefinition& definition = *m_schema.find(type.name);
        if (!type.isList() && !definition.isComposite()) {
            // GitHub declares WorkflowRun.databaseId an Int and lets 64 bits out.
            if (type.name == u"Int" && collected.field->name == u"databaseId" && leaf.is_number_integer())
                return leaf;
            if (auto value = coerceLeaf(definition, leaf))
                return *value;
        }
        report(internalError(parent.name, collected.field->name), collected);
        return nullptr;
    }

    Json completeObject(
        const TypeReference& type, const Object& inner, const TypeDefinition& parent, const Collected& collected)
    {
        const TypeDefinition& declared = *m_schema.find(type.name);
        if (type.isList() || !m_schema.possibleTypes(declared).contains(inner.type)) {
            report(internalError(parent.name, collected.field->name), collected);
            return nullptr;
        }
        return object(inner, collected.selections).value_or(nullptr);
    }

    Json completeList(
        const TypeReference& type, const Resolved::List& list, const TypeDefinition& parent, const Collected& collected)
    {
        if (!type.isList()) {
            report(internalError(parent.name, collected.field->name), collected);
            return nullptr;
        }
        Json json = Json::array();
        bool whole = true;
        for (size_t i = 0; i < list.size(); ++i) {
            m_path.push_back(i);
            auto item = complete(type.inner(), list[i], parent, collected);
            m_path.erase(m_path.size() - 1);
            whole = whole && item.has_value();
            json.push_back(item ? std::move(*item) : Json(nullptr));
        }
        return whole ? std::move(json) : Json(nullptr);
    }

    void report(const FieldError& error, const Collected& collected)
    {
        m_errors.push_back({error.message, error.type, m_path, {collected.at}, error.extensions});
    }

    const Schema& m_schema;
    const Resolvers& m_resolvers;
    const Document& m_document;
    const Json& m_variables;
    Context& m_context;
    Json m_path = Json::array();
    GraphqlErrors m_errors;
};

} // namespace

bool isIncluded(const Selection& selection, const Json& variables)
{
    for (const Directive& directive : selection.directives) {
        const Value& condition = directive.arguments.front().value;
        const bool holds = condition.kind == Value::Kind::Variable
            ? flagAt(variables, condition.text.toUtf8().constData())
            : condition.flag;
        if (holds == (directive.name == u"skip"))
            return false;
    }
    return true;
}

Execution execute(const Schema& schema, const Resolvers& resolvers, const Document& document,
    const Operation& operation, const Json& variables, Context& context)
{
    return Executor(schema, resolvers, document, variables, context).run(operation);
}

} // namespace slipway::sandbox::graphql
