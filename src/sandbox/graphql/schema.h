// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/ast.h"
#include "sandbox/graphql/graphql_error.h"

#include <QHash>

#include <variant>

namespace slipway::sandbox::graphql {

//! An argument of a field, or a field of an input object.
struct InputDefinition {
    QString name;
    TypeReference type;
    std::optional<Value> defaultValue;

    bool isRequired() const { return type.isNonNull() && !defaultValue; }
};

struct FieldDefinition {
    QString name;
    TypeReference type;
    std::vector<InputDefinition> arguments;

    const InputDefinition* argument(const QString& name) const;
};

struct TypeDefinition {
    enum class Kind { Scalar, Object, Interface, Union, Enum, InputObject };
    Kind kind = Kind::Scalar;
    QString name;
    std::vector<FieldDefinition> fields; //!< objects and interfaces
    std::vector<InputDefinition> inputs; //!< input objects
    QStringList interfaces; //!< of an object
    QStringList members; //!< of a union; objects of an interface
    QStringList values; //!< of an enum

    const FieldDefinition* field(const QString& name) const;
    const InputDefinition* input(const QString& name) const;
    bool isComposite() const { return kind == Kind::Object || kind == Kind::Interface || kind == Kind::Union; }
    bool isInput() const { return kind == Kind::Scalar || kind == Kind::Enum || kind == Kind::InputObject; }
    bool isConnection() const { return kind == Kind::Object && name.endsWith(QStringLiteral("Connection")); }
};

//! A type system read from SDL text: descriptions and directives are skipped, type extensions are not known.
class Schema {
public:
    //! The text's types with the five built-in scalars and the introspection types; refuses a name that is not
    //! defined or defined twice.
    static std::variant<Schema, GraphqlError> parse(const QString& sdl);

    const TypeDefinition* find(const QString& name) const;
    const TypeDefinition* root(Operation::Kind kind) const;
    //! The object types that a value of this composite type can have.
    QStringList possibleTypes(const TypeDefinition& type) const;
    //! The same without a field, as an older server would have it.
    void remove(const QString& type, const QString& field);
    //! Names in the order of the text.
    const QStringList& typeNames() const { return m_order; }

private:
    friend class SchemaReader;
    QHash<QString, TypeDefinition> m_types;
    QStringList m_order;
    QString m_query;
    QString m_mutation;
};

} // namespace slipway::sandbox::graphql
