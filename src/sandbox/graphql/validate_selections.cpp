// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/introspection.h"
#include "sandbox/graphql/validation.h"

#include <algorithm>

namespace slipway::sandbox::graphql {

namespace {

//! The walk's path for the time of a scope.
class PathStep {
public:
    PathStep(Validation& v, const QString& step)
        : m_v(v)
    {
        m_v.path.push_back(step.toStdString());
    }
    ~PathStep() { m_v.path.erase(m_v.path.size() - 1); }
    PathStep(const PathStep&) = delete;
    PathStep& operator=(const PathStep&) = delete;

private:
    Validation& m_v;
};

bool canSpread(const Schema& schema, const TypeDefinition& parent, const TypeDefinition& condition)
{
    const QStringList possible = schema.possibleTypes(parent);
    const QStringList wanted = schema.possibleTypes(condition);
    return std::any_of(wanted.begin(), wanted.end(), [&](const QString& name) { return possible.contains(name); });
}

QStringList names(const std::vector<Selection>& selections)
{
    QStringList list;
    for (const Selection& selection : selections) {
        if (selection.kind == Selection::Kind::Field)
            list += u'"' + selection.field.name + u'"';
        else
            list += u"\"...\""_s;
    }
    return list;
}

void checkField(Validation& v, const TypeDefinition& parent, const Selection& selection)
{
    const Field& field = selection.field;
    const PathStep step(v, field.responseKey());
    checkDirectives(v, selection.directives);
    const FieldDefinition* definition = fieldOf(v.schema, parent, field.name);
    if (!definition && parent.kind == TypeDefinition::Kind::Union)
        return v.refuse(u"Selections can't be made directly on unions (see selections on %1)"_s.arg(parent.name),
            u"selectionMismatch"_s, selection.at, v.path, {{"nodeName", parent.name.toStdString()}});
    if (!definition)
        return v.refuse(u"Field '%1' doesn't exist on type '%2'"_s.arg(field.name, parent.name), u"undefinedField"_s,
            selection.at, v.path, {{"typeName", parent.name.toStdString()}, {"fieldName", field.name.toStdString()}});
    checkArguments(v, definition->arguments, field.arguments, u"Field '%1'"_s.arg(field.name), selection.at);
    const TypeDefinition& type = *v.schema.find(definition->type.name);
    if (type.isComposite() && !field.hasSelections)
        return v.refuse(
            u"Field must have selections (field '%1' returns %2 but has no selections. Did you mean '%1 { ... }'?)"_s
                .arg(field.name, type.name),
            u"selectionMismatch"_s, selection.at, v.path,
            {{"nodeName", u"field '%1'"_s.arg(field.name).toStdString()}, {"typeName", type.name.toStdString()}});
    if (!type.isComposite() && field.hasSelections)
        return v.refuse(u"Selections can't be made on %1 (field '%2' returns %3 but has selections [%4])"_s.arg(
                            type.kind == TypeDefinition::Kind::Enum ? u"enums"_s : u"scalars"_s, field.name, type.name,
                            names(field.selections).join(u", "_s)),
            u"selectionMismatch"_s, selection.at, v.path,
            {{"nodeName", u"field '%1'"_s.arg(field.name).toStdString()}, {"typeName", type.name.toStdString()}});
    if (field.hasSelections)
        checkSelections(v, type, field.selections);
}

void checkInline(Validation& v, const TypeDefinition& parent, const Selection& selection)
{
    checkDirectives(v, selection.directives);
    const QString& condition = selection.inlined.typeCondition;
    if (condition.isEmpty())
        return checkSelections(v, parent, selection.inlined.selections);
    const PathStep step(v, u"... on "_s + condition);
    const TypeDefinition* type = v.schema.find(condition);
    if (!type)
        return v.refuse(u"No such type %1, so it can't be a fragment condition"_s.arg(condition), u"undefinedType"_s,
            selection.at, v.path, {{"typeName", condition.toStdString()}});
    if (!type->isComposite())
        return v.refuse(u"Invalid fragment on type %1 (must be Union, Interface or Object)"_s.arg(condition),
            u"fragmentOnNonCompositeType"_s, selection.at, v.path, {{"typeName", condition.toStdString()}});
    if (!canSpread(v.schema, parent, *type))
        v.refuse(u"Fragment on %1 can't be spread inside %2"_s.arg(condition, parent.name), u"cannotSpreadFragment"_s,
            selection.at, v.path,
            {{"typeName", condition.toStdString()}, {"fragmentName", "unknown"},
                {"parentName", parent.name.toStdString()}});
    checkSelections(v, *type, selection.inlined.selections);
}

void checkSpread(Validation& v, const TypeDefinition& parent, const Selection& selection)
{
    checkDirectives(v, selection.directives);
    const QString& name = selection.spread.name;
    const PathStep step(v, u"... "_s + name);
    const Fragment* fragment = v.document.fragment(name);
    if (!fragment)
        return v.refuse(u"Fragment %1 was used, but not defined"_s.arg(name), u"useAndDefineFragment"_s, selection.at,
            v.path, {{"fragmentName", name.toStdString()}});
    v.uses->spreads += name;
    const TypeDefinition* type = v.schema.find(fragment->typeCondition);
    if (type && type->isComposite() && !canSpread(v.schema, parent, *type))
        v.refuse(u"Fragment %1 on %2 can't be spread inside %3"_s.arg(name, type->name, parent.name),
            u"cannotSpreadFragment"_s, selection.at, v.path,
            {{"typeName", type->name.toStdString()}, {"fragmentName", name.toStdString()},
                {"parentName", parent.name.toStdString()}});
}

} // namespace

void checkSelections(Validation& v, const TypeDefinition& parent, const std::vector<Selection>& selections)
{
    for (const Selection& selection : selections) {
        switch (selection.kind) {
        case Selection::Kind::Field: checkField(v, parent, selection); break;
        case Selection::Kind::Inline: checkInline(v, parent, selection); break;
        case Selection::Kind::Spread: checkSpread(v, parent, selection); break;
        }
    }
}

void checkDirectives(Validation& v, const std::vector<Directive>& directives)
{
    static const std::vector<InputDefinition> condition{
        {u"if"_s, {u"Boolean"_s, {TypeReference::Wrap::NonNull}}, std::nullopt}};
    QSet<QString> seen;
    for (const Directive& directive : directives) {
        if (directive.name != u"include" && directive.name != u"skip") {
            v.refuse(u"Directive @%1 is not defined"_s.arg(directive.name), u"undefinedDirective"_s, directive.at,
                v.path, {{"directiveName", directive.name.toStdString()}});
            continue;
        }
        if (seen.contains(directive.name))
            v.refuse(u"The directive \"%1\" can only be used once at this location."_s.arg(directive.name),
                u"directiveNotUniqueForLocation"_s, directive.at, v.path,
                {{"directiveName", directive.name.toStdString()}});
        seen.insert(directive.name);
        checkArguments(v, condition, directive.arguments, u"Directive '%1'"_s.arg(directive.name), directive.at);
    }
}

} // namespace slipway::sandbox::graphql
