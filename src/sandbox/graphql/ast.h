// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

//! The syntax tree of a GraphQL document, as values. Positions count from 1, as GitHub's error messages do.
namespace slipway::sandbox::graphql {

struct Location {
    int line = 1;
    int column = 1;
    bool operator==(const Location&) const = default;
};

struct ObjectField;

//! A literal or a variable as written.
struct Value {
    enum class Kind { Null, Int, Float, String, Boolean, Enum, List, Object, Variable };
    Kind kind = Kind::Null;
    QString text; //!< digits, string content, enum name or variable name
    bool flag = false;
    std::vector<Value> items;
    std::vector<ObjectField> fields;
    Location at;
};

struct ObjectField {
    QString name;
    Value value;
    Location at;
};

//! A type as written: `[ID!]!` is the name ID in the wrappings NonNull, List, NonNull, outermost first.
struct TypeReference {
    enum class Wrap { List, NonNull };
    QString name;
    std::vector<Wrap> wraps;

    bool isNonNull() const { return !wraps.empty() && wraps.front() == Wrap::NonNull; }
    bool isList() const { return !wraps.empty() && wraps.front() == Wrap::List; }
    //! Without the outermost wrapping.
    TypeReference inner() const { return {name, {wraps.begin() + 1, wraps.end()}}; }
    //! Without an outermost `!`.
    TypeReference nullable() const { return isNonNull() ? inner() : *this; }
    QString toText() const;
    bool operator==(const TypeReference&) const = default;
};

struct Argument {
    QString name;
    Value value;
    Location at;
};

struct Directive {
    QString name;
    std::vector<Argument> arguments;
    Location at;
};

struct Selection;

struct Field {
    QString alias; //!< empty without one
    QString name;
    std::vector<Argument> arguments;
    std::vector<Selection> selections;
    bool hasSelections = false; //!< braces were written, even around nothing

    const QString& responseKey() const { return alias.isEmpty() ? name : alias; }
};

struct InlineFragment {
    QString typeCondition; //!< empty without one
    std::vector<Selection> selections;
};

struct FragmentSpread {
    QString name;
};

struct Selection {
    enum class Kind { Field, Inline, Spread };
    Kind kind = Kind::Field;
    Field field;
    InlineFragment inlined;
    FragmentSpread spread;
    std::vector<Directive> directives;
    Location at;
};

struct VariableDefinition {
    QString name;
    TypeReference type;
    std::optional<Value> defaultValue;
    Location at;
};

struct Operation {
    enum class Kind { Query, Mutation, Subscription };
    Kind kind = Kind::Query;
    QString name; //!< empty where anonymous
    std::vector<VariableDefinition> variables;
    std::vector<Directive> directives;
    std::vector<Selection> selections;
    Location at;
};

struct Fragment {
    QString name;
    QString typeCondition;
    std::vector<Directive> directives;
    std::vector<Selection> selections;
    Location at;
};

struct Document {
    std::vector<Operation> operations;
    std::vector<Fragment> fragments;

    const Fragment* fragment(const QString& name) const;
};

} // namespace slipway::sandbox::graphql
