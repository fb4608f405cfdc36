// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/coerce.h"
#include "sandbox/graphql/validation.h"

#include <algorithm>

namespace slipway::sandbox::graphql {

namespace {

const Argument* find(const std::vector<Argument>& list, const QString& name)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const Argument& a) { return a.name == name; });
    return found == list.end() ? nullptr : &*found;
}

bool objectFits(Validation& v, const TypeDefinition& type, const Value& literal)
{
    QSet<QString> seen;
    for (const ObjectField& field : literal.fields) {
        const InputDefinition* input = type.input(field.name);
        if (!input) {
            v.refuse(u"InputObject '%1' doesn't accept argument '%2'"_s.arg(type.name, field.name),
                u"argumentNotAccepted"_s, field.at, v.pathWith(field.name),
                {{"name", type.name.toStdString()}, {"typeName", "InputObject"},
                    {"argumentName", field.name.toStdString()}});
            continue;
        }
        if (seen.contains(field.name))
            v.refuse(u"There can be only one argument named \"%1\""_s.arg(field.name), u"argumentNotUnique"_s, field.at,
                v.path, {{"name", field.name.toStdString()}});
        seen.insert(field.name);
        if (!literalFits(v, input->type, field.value, input->defaultValue.has_value(), field.name))
            v.refuse(u"Argument '%1' on InputObject '%2' has an invalid value (%3). Expected type '%4'."_s.arg(
                         field.name, type.name, literalAsText(field.value), input->type.toText()),
                u"argumentLiteralsIncompatible"_s, field.at, v.pathWith(field.name),
                {{"typeName", "InputObject"}, {"argumentName", field.name.toStdString()}});
    }
    for (const InputDefinition& input : type.inputs) {
        if (input.isRequired() && !seen.contains(input.name))
            v.refuse(u"Argument '%1' on InputObject '%2' is required. Expected type %3"_s.arg(
                         input.name, type.name, input.type.toText()),
                u"missingRequiredInputObjectAttribute"_s, literal.at, v.pathWith(input.name),
                {{"argumentName", input.name.toStdString()}, {"argumentType", input.type.toText().toStdString()},
                    {"inputObjectType", type.name.toStdString()}});
    }
    return true; // its own errors have been said
}

//! GitHub's two words for a variable that does not fit, or nothing.
QString misfit(const VariableDefinition& variable, const VariableUse& use)
{
    using Wrap = TypeReference::Wrap;
    TypeReference given = variable.type;
    TypeReference expected = use.expected;
    if (given.name != expected.name)
        return u"Type mismatch"_s;
    const auto depth = [](const TypeReference& type) {
        return std::count(type.wraps.begin(), type.wraps.end(), Wrap::List);
    };
    if (depth(given) != depth(expected))
        return u"List dimension mismatch"_s;
    const bool hasDefault =
        use.locationHasDefault || (variable.defaultValue && variable.defaultValue->kind != Value::Kind::Null);
    if (expected.isNonNull() && !given.isNonNull() && !hasDefault)
        return u"Nullability mismatch"_s;
    given = given.nullable();
    expected = expected.nullable();
    while (given.isList() && expected.isList()) {
        given = given.inner();
        expected = expected.inner();
        if (expected.isNonNull() && !given.isNonNull())
            return u"Nullability mismatch"_s;
        given = given.nullable();
        expected = expected.nullable();
    }
    return {};
}

} // namespace

bool literalFits(
    Validation& v, const TypeReference& type, const Value& literal, bool locationHasDefault, const QString& argument)
{
    if (literal.kind == Value::Kind::Variable) {
        if (v.uses)
            v.uses->variables.push_back({literal.text, type, locationHasDefault, argument, literal.at, v.path});
        return true;
    }
    if (literal.kind == Value::Kind::Null)
        return !type.isNonNull();
    const TypeReference plain = type.nullable();
    if (plain.isList()) {
        if (literal.kind != Value::Kind::List)
            return literalFits(v, plain.inner(), literal, false, argument);
        bool fits = true;
        for (const Value& item : literal.items)
            fits = literalFits(v, plain.inner(), item, false, argument) && fits;
        return fits;
    }
    const TypeDefinition& definition = *v.schema.find(plain.name);
    switch (literal.kind) {
    case Value::Kind::List: return false;
    case Value::Kind::Object:
        return definition.kind == TypeDefinition::Kind::InputObject && objectFits(v, definition, literal);
    case Value::Kind::Enum:
        return definition.kind == TypeDefinition::Kind::Enum && definition.values.contains(literal.text);
    default:
        return definition.kind == TypeDefinition::Kind::Scalar
            && coerceLeaf(definition, literalAsJson(literal)).has_value();
    }
}

void checkArguments(Validation& v, const std::vector<InputDefinition>& definitions, const std::vector<Argument>& given,
    const QString& owner, Location at)
{
    const QString kind = owner.section(u' ', 0, 0);
    const QString ownerName = owner.section(u'\'', 1, 1);
    QSet<QString> seen;
    for (const Argument& argument : given) {
        const auto definition = std::find_if(
            definitions.begin(), definitions.end(), [&](const InputDefinition& d) { return d.name == argument.name; });
        if (definition == definitions.end()) {
            v.refuse(u"%1 doesn't accept argument '%2'"_s.arg(owner, argument.name), u"argumentNotAccepted"_s,
                argument.at, v.pathWith(argument.name),
                {{"name", ownerName.toStdString()}, {"typeName", kind.toStdString()},
                    {"argumentName", argument.name.toStdString()}});
            continue;
        }
        if (seen.contains(argument.name))
            v.refuse(u"There can be only one argument named \"%1\""_s.arg(argument.name), u"argumentNotUnique"_s,
                argument.at, v.path, {{"name", argument.name.toStdString()}});
        seen.insert(argument.name);
        if (!literalFits(v, definition->type, argument.value, definition->defaultValue.has_value(), argument.name))
            v.refuse(u"Argument '%1' on %2 has an invalid value (%3). Expected type '%4'."_s.arg(
                         argument.name, owner, literalAsText(argument.value), definition->type.toText()),
                u"argumentLiteralsIncompatible"_s, argument.at, v.pathWith(argument.name),
                {{"typeName", kind.toStdString()}, {"argumentName", argument.name.toStdString()}});
    }
    QStringList missing;
    for (const InputDefinition& definition : definitions) {
        if (definition.isRequired() && !find(given, definition.name))
            missing += definition.name;
    }
    if (!missing.isEmpty())
        v.refuse(u"%1 is missing required arguments: %2"_s.arg(owner, missing.join(u", "_s)),
            u"missingRequiredArguments"_s, at, v.path,
            {{"className", kind.toStdString()}, {"name", ownerName.toStdString()},
                {"arguments", missing.join(u", "_s).toStdString()}});
}

void checkVariables(
    Validation& v, const Operation& operation, const QHash<QString, ScopeUses>& fragments, const ScopeUses& own)
{
    QHash<QString, const VariableDefinition*> defined;
    v.uses = nullptr;
    for (const VariableDefinition& variable : operation.variables) {
        if (defined.contains(variable.name))
            v.refuse(u"There can only be one variable named \"%1\""_s.arg(variable.name), u"variableNotUnique"_s,
                variable.at, v.path, {{"variableName", variable.name.toStdString()}});
        const TypeDefinition* type = v.schema.find(variable.type.name);
        const Json more = {
            {"typeName", variable.type.name.toStdString()}, {"variableName", variable.name.toStdString()}};
        if (!type)
            v.refuse(u"%1 isn't a defined input type (on $%2)"_s.arg(variable.type.name, variable.name),
                u"variableRequiresValidType"_s, variable.at, v.path, more);
        else if (!type->isInput())
            v.refuse(u"%1 isn't a valid input type (on $%2)"_s.arg(variable.type.name, variable.name),
                u"variableRequiresValidType"_s, variable.at, v.path, more);
        else if (variable.defaultValue && !literalFits(v, variable.type, *variable.defaultValue, false, variable.name))
            v.refuse(u"Default value for $%1 doesn't match type %2"_s.arg(variable.name, variable.type.toText()),
                u"defaultValueInvalidType"_s, variable.at, v.path, more);
        defined.insert(variable.name, &variable);
    }

    std::vector<VariableUse> uses = own.variables;
    QStringList reached = own.spreads;
    for (qsizetype i = 0; i < reached.size(); ++i) { // grows while it is read
        const ScopeUses inside = fragments.value(reached.at(i));
        uses.insert(uses.end(), inside.variables.begin(), inside.variables.end());
        for (const QString& spread : inside.spreads) {
            if (!reached.contains(spread))
                reached += spread;
        }
    }

    QSet<QString> used;
    for (const VariableUse& use : uses) {
        const VariableDefinition* variable = defined.value(use.variable);
        if (!variable) {
            if (!used.contains(use.variable))
                v.refuse(u"Variable $%1 is used by %2 but not declared"_s.arg(use.variable,
                             operation.name.isEmpty() ? u"anonymous %1"_s.arg(QString::fromStdString(v.path[0]))
                                                      : operation.name),
                    u"variableNotDefined"_s, use.at, use.path, {{"variableName", use.variable.toStdString()}});
            used.insert(use.variable);
            continue;
        }
        used.insert(use.variable);
        const TypeDefinition* type = v.schema.find(variable->type.name);
        const QString why = type && type->isInput() ? misfit(*variable, use) : QString();
        if (!why.isEmpty())
            v.refuse(u"%1 on variable $%2 and argument %3 (%4 / %5)"_s.arg(
                         why, use.variable, use.argument, variable->type.toText(), use.expected.toText()),
                u"variableMismatch"_s, use.at, use.path,
                {{"variableName", use.variable.toStdString()}, {"typeName", variable->type.toText().toStdString()},
                    {"argumentName", use.argument.toStdString()}, {"errorMessage", why.toStdString()}});
    }
    for (const VariableDefinition& variable : operation.variables) {
        if (!used.contains(variable.name))
            v.refuse(u"Variable $%1 is declared by %2 but not used"_s.arg(variable.name,
                         operation.name.isEmpty() ? u"anonymous %1"_s.arg(QString::fromStdString(v.path[0]))
                                                  : operation.name),
                u"variableNotUsed"_s, variable.at, v.path, {{"variableName", variable.name.toStdString()}});
    }
}

} // namespace slipway::sandbox::graphql
