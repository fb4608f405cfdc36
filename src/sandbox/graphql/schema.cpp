// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/schema.h"

#include "base/text.h"

#include <algorithm>

namespace slipway::sandbox::graphql {

namespace {

template <class T>
const T* named(const std::vector<T>& list, const QString& name)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& entry) { return entry.name == name; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const InputDefinition* FieldDefinition::argument(const QString& wanted) const { return named(arguments, wanted); }

const FieldDefinition* TypeDefinition::field(const QString& wanted) const { return named(fields, wanted); }

const InputDefinition* TypeDefinition::input(const QString& wanted) const { return named(inputs, wanted); }

const TypeDefinition* Schema::find(const QString& name) const
{
    const auto found = m_types.constFind(name);
    return found == m_types.constEnd() ? nullptr : &*found;
}

const TypeDefinition* Schema::root(Operation::Kind kind) const
{
    switch (kind) {
    case Operation::Kind::Query: return find(m_query);
    case Operation::Kind::Mutation: return find(m_mutation);
    case Operation::Kind::Subscription: return nullptr;
    }
    return nullptr;
}

void Schema::remove(const QString& type, const QString& field)
{
    const auto found = m_types.find(type);
    if (found != m_types.end())
        std::erase_if(found->fields, [&field](const FieldDefinition& each) { return each.name == field; });
}

QStringList Schema::possibleTypes(const TypeDefinition& type) const
{
    return type.kind == TypeDefinition::Kind::Object ? QStringList{type.name} : type.members;
}

} // namespace slipway::sandbox::graphql
