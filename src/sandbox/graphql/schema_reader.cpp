// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/schema.h"
#include "sandbox/graphql/token_reader.h"

#include "base/text.h"

namespace slipway::sandbox::graphql {

namespace {

//! What every schema has, in the parts that clients ask for.
const QString builtIn = QStringLiteral(R"(
scalar String scalar Int scalar Float scalar Boolean scalar ID
type __Schema { queryType: __Type! mutationType: __Type types: [__Type!]! }
type __Type {
  kind: __TypeKind! name: String description: String
  fields(includeDeprecated: Boolean = false): [__Field!]
  inputFields(includeDeprecated: Boolean = false): [__InputValue!]
  enumValues(includeDeprecated: Boolean = false): [__EnumValue!]
  interfaces: [__Type!] possibleTypes: [__Type!] ofType: __Type
}
type __Field {
  name: String! description: String args(includeDeprecated: Boolean = false): [__InputValue!]! type: __Type!
  isDeprecated: Boolean! deprecationReason: String
}
type __InputValue { name: String! description: String type: __Type! defaultValue: String }
type __EnumValue { name: String! description: String isDeprecated: Boolean! deprecationReason: String }
enum __TypeKind { SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL }
)");

} // namespace

class SchemaReader {
public:
    GraphqlError read(const QString& sdl, Schema& schema)
    {
        TokenReader reader(sdl);
        while (!reader.atEnd())
            definition(reader, schema);
        return reader.error();
    }

    //! Interfaces learn their objects; every name that is used must be defined.
    GraphqlError link(Schema& schema)
    {
        for (const QString& name : std::as_const(schema.m_order)) {
            const TypeDefinition type = schema.m_types.value(name);
            QStringList used = type.interfaces + type.members;
            for (const FieldDefinition& field : type.fields) {
                used += field.type.name;
                for (const InputDefinition& argument : field.arguments)
                    used += argument.type.name;
            }
            for (const InputDefinition& input : type.inputs)
                used += input.type.name;
            for (const QString& other : std::as_const(used)) {
                if (!schema.m_types.contains(other))
                    return {u"%1 uses the type %2, which is not defined"_s.arg(name, other), {}, nullptr, {}, nullptr};
            }
            if (type.kind == TypeDefinition::Kind::Object) {
                for (const QString& interface : type.interfaces)
                    schema.m_types[interface].members += name;
            }
        }
        if (!schema.find(schema.m_query))
            return {u"the query type is not defined"_s, {}, nullptr, {}, nullptr};
        return {};
    }

private:
    void definition(TokenReader& reader, Schema& schema)
    {
        skipDescription(reader);
        using Kind = TypeDefinition::Kind;
        if (reader.acceptName(u"schema"))
            return roots(reader, schema);
        static const QHash<QString, Kind> kinds{{u"scalar"_s, Kind::Scalar}, {u"type"_s, Kind::Object},
            {u"interface"_s, Kind::Interface}, {u"union"_s, Kind::Union}, {u"enum"_s, Kind::Enum},
            {u"input"_s, Kind::InputObject}};
        const Location at = reader.peek().at;
        const QString word = reader.name();
        if (!kinds.contains(word))
            return reader.failAt(u"\"%1\" does not begin a definition"_s.arg(word), at);
        TypeDefinition type;
        type.kind = kinds.value(word);
        type.name = reader.name();
        if (reader.acceptName(u"implements")) {
            reader.accept(u"&");
            do
                type.interfaces += reader.name();
            while (reader.accept(u"&"));
        }
        reader.directives(true);
        body(reader, type);
        if (schema.m_types.contains(type.name))
            return reader.failAt(u"%1 is defined twice"_s.arg(type.name), at);
        schema.m_order += type.name;
        schema.m_types.insert(type.name, std::move(type));
    }

    void body(TokenReader& reader, TypeDefinition& type)
    {
        using Kind = TypeDefinition::Kind;
        switch (type.kind) {
        case Kind::Scalar: return;
        case Kind::Union:
            reader.expect(u"=");
            reader.accept(u"|");
            do
                type.members += reader.name();
            while (reader.accept(u"|"));
            return;
        case Kind::Enum:
            reader.expect(u"{");
            while (!reader.atEnd() && !reader.sees(u"}")) {
                skipDescription(reader);
                type.values += reader.name();
                reader.directives(true);
            }
            return reader.expect(u"}");
        case Kind::InputObject: type.inputs = inputs(reader, u"{", u"}"); return;
        case Kind::Object:
        case Kind::Interface:
            reader.expect(u"{");
            while (!reader.atEnd() && !reader.sees(u"}")) {
                skipDescription(reader);
                FieldDefinition field;
                field.name = reader.name();
                if (reader.sees(u"("))
                    field.arguments = inputs(reader, u"(", u")");
                reader.expect(u":");
                field.type = reader.type();
                reader.directives(true);
                type.fields.push_back(std::move(field));
            }
            return reader.expect(u"}");
        }
    }

    std::vector<InputDefinition> inputs(TokenReader& reader, QStringView open, QStringView close)
    {
        std::vector<InputDefinition> list;
        reader.expect(open);
        while (!reader.atEnd() && !reader.sees(close)) {
            skipDescription(reader);
            InputDefinition input;
            input.name = reader.name();
            reader.expect(u":");
            input.type = reader.type();
            if (reader.accept(u"="))
                input.defaultValue = reader.value(true);
            reader.directives(true);
            list.push_back(std::move(input));
        }
        reader.expect(close);
        return list;
    }

    void roots(TokenReader& reader, Schema& schema)
    {
        reader.expect(u"{");
        while (!reader.atEnd() && !reader.sees(u"}")) {
            const QString operation = reader.name();
            reader.expect(u":");
            (operation == u"mutation" ? schema.m_mutation : schema.m_query) = reader.name();
        }
        reader.expect(u"}");
    }

    void skipDescription(TokenReader& reader)
    {
        if (reader.seesString())
            reader.skip();
    }
};

std::variant<Schema, GraphqlError> Schema::parse(const QString& sdl)
{
    Schema schema;
    SchemaReader reader;
    for (const QString& text : {builtIn, sdl}) {
        const GraphqlError error = reader.read(text, schema);
        if (!error.message.isEmpty())
            return error;
    }
    const GraphqlError error = reader.link(schema);
    if (!error.message.isEmpty())
        return error;
    return schema;
}

} // namespace slipway::sandbox::graphql
