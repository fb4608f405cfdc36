// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/schema.h"

#include <QHash>
#include <QSet>

//! Inside of validate.h: the state that the rules share.
namespace slipway::sandbox::graphql {

//! A variable where it is used.
struct VariableUse {
    QString variable;
    TypeReference expected;
    bool locationHasDefault = false;
    QString argument;
    Location at;
    Json path;
};

//! What an operation or a fragment uses by itself, without the fragments it spreads.
struct ScopeUses {
    std::vector<VariableUse> variables;
    QStringList spreads;
};

class Validation {
public:
    Validation(const Schema& schema, const Document& document)
        : schema(schema)
        , document(document)
    { }

    const Schema& schema;
    const Document& document;
    GraphqlErrors errors;

    void refuse(const QString& message, const QString& code, Location at, const Json& path, Json more = Json::object());
    Json pathWith(const QString& step) const;

    // The walk's place.
    Json path = Json::array();
    ScopeUses* uses = nullptr;
};

//! Fields, leaves, fragments' types, directives below a selection set (validate_selections.cpp).
void checkSelections(Validation& v, const TypeDefinition& parent, const std::vector<Selection>& selections);
void checkDirectives(Validation& v, const std::vector<Directive>& directives);

//! Arguments against their definitions (validate_values.cpp). `owner` is GitHub's phrase, for example "Field 'ref'".
void checkArguments(Validation& v, const std::vector<InputDefinition>& definitions, const std::vector<Argument>& given,
    const QString& owner, Location at);
//! False where the literal can never be a value of this type; notes the variables in it.
bool literalFits(
    Validation& v, const TypeReference& type, const Value& literal, bool locationHasDefault, const QString& argument);
//! Every variable that an operation can reach: defined, of the right type, used (validate_values.cpp).
void checkVariables(
    Validation& v, const Operation& operation, const QHash<QString, ScopeUses>& fragments, const ScopeUses& own);

//! Two fields under one response key must be the same field with the same arguments (validate_merging.cpp).
void checkMerging(Validation& v, const Operation& operation);

} // namespace slipway::sandbox::graphql
