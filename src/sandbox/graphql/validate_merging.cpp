// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/coerce.h"
#include "sandbox/graphql/introspection.h"
#include "sandbox/graphql/validation.h"

#include <map>

namespace slipway::sandbox::graphql {

namespace {

struct FieldIn {
    const Field* field;
    const TypeDefinition* parent;
    Location at;
};

using Groups = std::map<QString, std::vector<FieldIn>>;

void collect(
    const Validation& v, const TypeDefinition& parent, const std::vector<Selection>& selections, Groups& groups)
{
    for (const Selection& selection : selections) {
        switch (selection.kind) {
        case Selection::Kind::Field:
            groups[selection.field.responseKey()].push_back({&selection.field, &parent, selection.at});
            break;
        case Selection::Kind::Inline: {
            const TypeDefinition* type =
                selection.inlined.typeCondition.isEmpty() ? &parent : v.schema.find(selection.inlined.typeCondition);
            collect(v, *type, selection.inlined.selections, groups);
            break;
        }
        case Selection::Kind::Spread: {
            const Fragment* fragment = v.document.fragment(selection.spread.name);
            collect(v, *v.schema.find(fragment->typeCondition), fragment->selections, groups);
            break;
        }
        }
    }
}

//! Two different object types can never be one object, so their fields never meet.
bool canMeet(const TypeDefinition& a, const TypeDefinition& b)
{
    return &a == &b || a.kind != TypeDefinition::Kind::Object || b.kind != TypeDefinition::Kind::Object;
}

QString argumentsAsText(const Field& field)
{
    std::map<QString, QString> sorted;
    for (const Argument& argument : field.arguments)
        sorted[argument.name] = literalAsText(argument.value);
    QStringList parts;
    for (const auto& [name, value] : sorted)
        parts += name + u':' + value;
    return u"{%1}"_s.arg(parts.join(u','));
}

void checkGroups(Validation& v, const Groups& groups)
{
    for (const auto& [key, fields] : groups) {
        for (size_t i = 1; i < fields.size(); ++i) {
            for (size_t j = 0; j < i; ++j) {
                const FieldIn& a = fields[j];
                const FieldIn& b = fields[i];
                if (!canMeet(*a.parent, *b.parent))
                    continue;
                const bool sameName = a.field->name == b.field->name;
                const QString left = sameName ? argumentsAsText(*a.field) : a.field->name;
                const QString right = sameName ? argumentsAsText(*b.field) : b.field->name;
                if (left == right)
                    continue;
                v.refuse((sameName ? u"Field '%1' has an argument conflict: %2 or %3?"_s
                                   : u"Field '%1' has a field conflict: %2 or %3?"_s)
                             .arg(key, left, right),
                    u"fieldConflict"_s, a.at, Json::array(),
                    {{"fieldName", key.toStdString()}, {"conflicts", u"%1 or %2"_s.arg(left, right).toStdString()}});
                v.errors.back().locations.push_back(b.at);
                return;
            }
        }
        // Fields of two different object types are never one object, so what is below them does not meet either.
        std::map<const TypeDefinition*, Groups> inside;
        for (const FieldIn& entry : fields)
            inside[entry.parent->kind == TypeDefinition::Kind::Object ? entry.parent : nullptr];
        for (auto& [parent, groupsBelow] : inside) {
            for (const FieldIn& entry : fields) {
                if (parent && entry.parent != parent && !canMeet(*parent, *entry.parent))
                    continue;
                if (!parent && entry.parent->kind == TypeDefinition::Kind::Object)
                    continue;
                const FieldDefinition* definition = fieldOf(v.schema, *entry.parent, entry.field->name);
                collect(v, *v.schema.find(definition->type.name), entry.field->selections, groupsBelow);
            }
            checkGroups(v, groupsBelow);
        }
    }
}

} // namespace

void checkMerging(Validation& v, const Operation& operation)
{
    Groups groups;
    collect(v, *v.schema.root(operation.kind), operation.selections, groups);
    checkGroups(v, groups);
}

} // namespace slipway::sandbox::graphql
