// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/introspection.h"

#include "base/text.h"
#include "sandbox/graphql/coerce.h"

namespace slipway::sandbox::graphql {

namespace {

struct SchemaView {
    static constexpr auto graphqlType = u"__Schema";
    const Schema* schema;
};

struct TypeView {
    static constexpr auto graphqlType = u"__Type";
    const Schema* schema;
    TypeReference type;

    const TypeDefinition* definition() const { return type.wraps.empty() ? schema->find(type.name) : nullptr; }
};

struct FieldView {
    static constexpr auto graphqlType = u"__Field";
    const Schema* schema;
    FieldDefinition field;
};

struct InputView {
    static constexpr auto graphqlType = u"__InputValue";
    const Schema* schema;
    InputDefinition input;
};

struct EnumValueView {
    static constexpr auto graphqlType = u"__EnumValue";
    QString name;
};

Resolved typeNamed(const Schema& schema, const QString& name)
{
    return schema.find(name) ? Resolved(makeObject(TypeView{&schema, {name, {}}})) : Resolved(nullptr);
}

Resolved typesNamed(const Schema& schema, const QStringList& names)
{
    Resolved::List list;
    for (const QString& name : names)
        list.push_back(typeNamed(schema, name));
    return list;
}

Resolved inputs(const Schema& schema, const std::vector<InputDefinition>& definitions)
{
    Resolved::List list;
    for (const InputDefinition& input : definitions)
        list.emplace_back(makeObject(InputView{&schema, input}));
    return list;
}

Resolved kind(const TypeView& view)
{
    if (view.type.isNonNull())
        return u"NON_NULL"_s;
    if (view.type.isList())
        return u"LIST"_s;
    switch (view.definition()->kind) {
    case TypeDefinition::Kind::Scalar: return u"SCALAR"_s;
    case TypeDefinition::Kind::Object: return u"OBJECT"_s;
    case TypeDefinition::Kind::Interface: return u"INTERFACE"_s;
    case TypeDefinition::Kind::Union: return u"UNION"_s;
    case TypeDefinition::Kind::Enum: return u"ENUM"_s;
    case TypeDefinition::Kind::InputObject: return u"INPUT_OBJECT"_s;
    }
    return nullptr;
}

Resolved fields(const TypeView& view)
{
    const TypeDefinition* type = view.definition();
    if (!type || (type->kind != TypeDefinition::Kind::Object && type->kind != TypeDefinition::Kind::Interface))
        return nullptr;
    Resolved::List list;
    for (const FieldDefinition& field : type->fields)
        list.emplace_back(makeObject(FieldView{view.schema, field}));
    return list;
}

Resolved enumValues(const TypeView& view)
{
    const TypeDefinition* type = view.definition();
    if (!type || type->kind != TypeDefinition::Kind::Enum)
        return nullptr;
    Resolved::List list;
    for (const QString& value : type->values)
        list.emplace_back(makeObject(EnumValueView{value}));
    return list;
}

FieldDefinition metaField(const QString& name, TypeReference type, std::vector<InputDefinition> arguments = {})
{
    return {name, std::move(type), std::move(arguments)};
}

} // namespace

const FieldDefinition* fieldOf(const Schema& schema, const TypeDefinition& parent, const QString& name)
{
    using Wrap = TypeReference::Wrap;
    static const FieldDefinition typeName = metaField(u"__typename"_s, {u"String"_s, {Wrap::NonNull}});
    static const FieldDefinition schemaField = metaField(u"__schema"_s, {u"__Schema"_s, {Wrap::NonNull}});
    static const FieldDefinition typeField =
        metaField(u"__type"_s, {u"__Type"_s, {}}, {{u"name"_s, {u"String"_s, {Wrap::NonNull}}, std::nullopt}});
    if (name == u"__typename")
        return &typeName;
    if (&parent == schema.root(Operation::Kind::Query)) {
        if (name == u"__schema")
            return &schemaField;
        if (name == u"__type")
            return &typeField;
    }
    return parent.field(name);
}

Resolved introspect(const Schema& schema, const QString& field, const Json& arguments)
{
    if (field == u"__schema")
        return makeObject(SchemaView{&schema});
    return typeNamed(schema, textAt(arguments, "name"));
}

void addIntrospection(Resolvers& resolvers)
{
    const auto none = [](const auto&, Call&) -> Resolved { return nullptr; };
    const auto no = [](const auto&, Call&) -> Resolved { return Json(false); };
    resolvers.add<SchemaView>({
        {u"queryType",
            [](const SchemaView& v, Call&) {
                return typeNamed(*v.schema, v.schema->root(Operation::Kind::Query)->name);
            }},
        {u"mutationType",
            [](const SchemaView& v, Call&) -> Resolved {
                const TypeDefinition* type = v.schema->root(Operation::Kind::Mutation);
                return type ? typeNamed(*v.schema, type->name) : Resolved(nullptr);
            }},
        {u"types", [](const SchemaView& v, Call&) { return typesNamed(*v.schema, v.schema->typeNames()); }},
    });
    resolvers.add<TypeView>({
        {u"kind", [](const TypeView& v, Call&) { return kind(v); }},
        {u"name",
            [](const TypeView& v, Call&) -> Resolved { return v.definition() ? Resolved(v.type.name) : nullptr; }},
        {u"description", none},
        {u"fields", [](const TypeView& v, Call&) { return fields(v); }},
        {u"inputFields",
            [](const TypeView& v, Call&) -> Resolved {
                const TypeDefinition* type = v.definition();
                return type && type->kind == TypeDefinition::Kind::InputObject ? inputs(*v.schema, type->inputs)
                                                                               : Resolved(nullptr);
            }},
        {u"enumValues", [](const TypeView& v, Call&) { return enumValues(v); }},
        {u"interfaces",
            [](const TypeView& v, Call&) -> Resolved {
                const TypeDefinition* type = v.definition();
                return type && type->kind == TypeDefinition::Kind::Object ? typesNamed(*v.schema, type->interfaces)
                                                                          : Resolved(nullptr);
            }},
        {u"possibleTypes",
            [](const TypeView& v, Call&) -> Resolved {
                const TypeDefinition* type = v.definition();
                return type && type->isComposite() && type->kind != TypeDefinition::Kind::Object
                    ? typesNamed(*v.schema, type->members)
                    : Resolved(nullptr);
            }},
        {u"ofType",
            [](const TypeView& v, Call&) -> Resolved {
                return v.type.wraps.empty() ? Resolved(nullptr) : makeObject(TypeView{v.schema, v.type.inner()});
            }},
    });
    resolvers.add<FieldView>({
        {u"name", [](const FieldView& v, Call&) -> Resolved { return v.field.name; }},
        {u"description", none},
        {u"args", [](const FieldView& v, Call&) { return inputs(*v.schema, v.field.arguments); }},
        {u"type",
            [](const FieldView& v, Call&) -> Resolved {
                return makeObject(TypeView{v.schema, v.field.type});
            }},
        {u"isDeprecated", no},
        {u"deprecationReason", none},
    });
    resolvers.add<InputView>({
        {u"name", [](const InputView& v, Call&) -> Resolved { return v.input.name; }},
        {u"description", none},
        {u"type",
            [](const InputView& v, Call&) -> Resolved {
                return makeObject(TypeView{v.schema, v.input.type});
            }},
        {u"defaultValue",
            [](const InputView& v, Call&) -> Resolved {
                return v.input.defaultValue ? Resolved(literalAsText(*v.input.defaultValue)) : nullptr;
            }},
    });
    resolvers.add<EnumValueView>({
        {u"name", [](const EnumValueView& v, Call&) -> Resolved { return v.name; }},
        {u"description", none},
        {u"isDeprecated", no},
        {u"deprecationReason", none},
    });
}

} // namespace slipway::sandbox::graphql
