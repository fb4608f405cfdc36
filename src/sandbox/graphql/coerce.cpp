// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/coerce.h"

#include "base/text.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <string_view>

namespace slipway::sandbox::graphql {

namespace {

QString asText(const Json& json) { return QString::fromUtf8(toBytes(json)); }

Json extended(const Json& path, const Json& step)
{
    Json longer = path;
    longer.push_back(step);
    return longer;
}

bool matches(const Json& given, const QRegularExpression& pattern)
{
    return given.is_string() && pattern.match(toQString(given.get_ref<const std::string&>())).hasMatch();
}

//! RFC 4648 with its padding and without line breaks. Not by a regular expression: files have megabytes, its stack
//! has not.
bool isBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return false;
    for (int padding = 0; padding < 2 && text.ends_with('='); ++padding)
        text.remove_suffix(1);
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    });
}

bool fitsInt(const Json& given)
{
    if (given.is_number_unsigned())
        return given.get<quint64>() <= quint64(std::numeric_limits<qint32>::max());
    if (!given.is_number_integer())
        return false;
    const auto number = given.get<qint64>();
    return number >= std::numeric_limits<qint32>::min() && number <= std::numeric_limits<qint32>::max();
}

std::optional<Json> coerceScalar(const QString& type, const Json& given)
{
    static const QRegularExpression objectId(u"\\A[0-9a-fA-F]{40}\\z"_s);
    const auto when = [&](bool fits) { return fits ? std::optional<Json>(given) : std::nullopt; };
    if (type == u"Int")
        return when(fitsInt(given));
    if (type == u"Float")
        return when(given.is_number());
    if (type == u"Boolean")
        return when(given.is_boolean());
    if (type == u"ID")
        return given.is_number_integer() ? std::optional<Json>(asText(given).toStdString()) : when(given.is_string());
    if (type == u"GitObjectID")
        return when(matches(given, objectId));
    if (type == u"Base64String")
        return when(given.is_string() && isBase64(given.get_ref<const std::string&>()));
    if (type == u"DateTime")
        return when(given.is_string()
            && QDateTime::fromString(toQString(given.get_ref<const std::string&>()), Qt::ISODateWithMs).isValid());
    if (type == u"BigInt")
        return when(given.is_string() || given.is_number_integer());
    return when(given.is_string());
}

} // namespace

std::optional<Json> coerceLeaf(const TypeDefinition& type, const Json& given)
{
    if (type.kind == TypeDefinition::Kind::Enum) {
        const bool known = given.is_string() && type.values.contains(toQString(given.get_ref<const std::string&>()));
        return known ? std::optional<Json>(given) : std::nullopt;
    }
    return coerceScalar(type.name, given);
}

std::optional<Json> coerceInput(const Schema& schema, const TypeReference& type, const Json& given, const Json& path,
    std::vector<InputProblem>& problems)
{
    const auto refuse = [&](const QString& why) {
        problems.push_back({path, why});
        return std::nullopt;
    };
    if (given.is_null()) {
        if (type.isNonNull())
            return refuse(u"Expected value to not be null"_s);
        return Json(nullptr);
    }
    const TypeReference plain = type.nullable();
    if (plain.isList()) {
        Json list = Json::array();
        bool good = true;
        const auto add = [&](const Json& item, const Json& at) {
            auto coerced = coerceInput(schema, plain.inner(), item, at, problems);
            good = good && coerced.has_value();
            if (coerced)
                list.push_back(std::move(*coerced));
        };
        if (!given.is_array())
            add(given, path);
        else
            for (size_t i = 0; i < given.size(); ++i)
                add(given[i], extended(path, i));
        return good ? std::optional<Json>(std::move(list)) : std::nullopt;
    }
    const TypeDefinition& definition = *schema.find(plain.name);
    if (definition.kind != TypeDefinition::Kind::InputObject) {
        auto leaf = coerceLeaf(definition, given);
        if (!leaf && definition.kind == TypeDefinition::Kind::Enum)
            return refuse(u"Expected %1 to be one of: %2"_s.arg(asText(given), definition.values.join(u", ")));
        if (!leaf)
            return refuse(u"Could not coerce value %1 to %2"_s.arg(asText(given), definition.name));
        return leaf;
    }
    if (!given.is_object())
        return refuse(u"Expected %1 to be a key-value object."_s.arg(asText(given)));
    bool good = true;
    for (const auto& [name, value] : given.items()) {
        if (!definition.input(toQString(name))) {
            problems.push_back({extended(path, name), u"Field is not defined on %1"_s.arg(definition.name)});
            good = false;
        }
    }
    Json object = Json::object();
    for (const InputDefinition& input : definition.inputs) {
        const std::string name = input.name.toStdString();
        const auto found = given.find(name);
        if (found == given.end() && input.defaultValue) {
            object[name] = literalAsJson(*input.defaultValue);
            continue;
        }
        if (found == given.end() && !input.type.isNonNull())
            continue;
        auto coerced = coerceInput(
            schema, input.type, found == given.end() ? Json(nullptr) : *found, extended(path, name), problems);
        good = good && coerced.has_value();
        if (coerced)
            object[name] = std::move(*coerced);
    }
    return good ? std::optional<Json>(std::move(object)) : std::nullopt;
}

std::optional<Json> coerceLiteral(
    const Schema& schema, const TypeReference& type, const Value& literal, const Json& variables)
{
    if (literal.kind == Value::Kind::Variable) {
        const auto found = variables.find(literal.text.toStdString());
        return found == variables.end() ? std::nullopt : std::optional<Json>(*found);
    }
    if (literal.kind == Value::Kind::Null)
        return Json(nullptr);
    const TypeReference plain = type.nullable();
    if (plain.isList()) {
        Json list = Json::array();
        if (literal.kind != Value::Kind::List)
            list.push_back(coerceLiteral(schema, plain.inner(), literal, variables).value_or(nullptr));
        for (const Value& item : literal.items)
            list.push_back(coerceLiteral(schema, plain.inner(), item, variables).value_or(nullptr));
        return list;
    }
    const TypeDefinition& definition = *schema.find(plain.name);
    if (definition.kind != TypeDefinition::Kind::InputObject)
        return coerceLeaf(definition, literalAsJson(literal));
    Json object = Json::object();
    for (const InputDefinition& input : definition.inputs) {
        const auto given = std::find_if(
            literal.fields.begin(), literal.fields.end(), [&](const ObjectField& f) { return f.name == input.name; });
        auto value =
            given == literal.fields.end() ? std::nullopt : coerceLiteral(schema, input.type, given->value, variables);
        if (!value && input.defaultValue)
            value = literalAsJson(*input.defaultValue);
        if (value)
            object[input.name.toStdString()] = std::move(*value);
    }
    return object;
}

std::variant<Json, GraphqlErrors> coerceVariables(const Schema& schema, const Operation& operation, const Json& given)
{
    Json values = Json::object();
    GraphqlErrors errors;
    for (const VariableDefinition& variable : operation.variables) {
        const std::string name = variable.name.toStdString();
        const bool isGiven = given.is_object() && given.contains(name);
        if (!isGiven && variable.defaultValue) {
            if (auto value = coerceLiteral(schema, variable.type, *variable.defaultValue, Json::object()))
                values[name] = std::move(*value);
            continue;
        }
        if (!isGiven && !variable.type.isNonNull())
            continue;
        const Json value = isGiven ? given.at(name) : Json(nullptr);
        std::vector<InputProblem> problems;
        if (auto coerced = coerceInput(schema, variable.type, value, Json::array(), problems)) {
            values[name] = std::move(*coerced);
            continue;
        }
        QStringList inside;
        Json explained = Json::array();
        for (const InputProblem& problem : problems) {
            explained.push_back({{"path", problem.path}, {"explanation", problem.explanation.toStdString()}});
            QStringList steps;
            for (const Json& step : problem.path)
                steps += step.is_string() ? toQString(step.get_ref<const std::string&>()) : asText(step);
            if (!steps.isEmpty())
                inside += u"%1 (%2)"_s.arg(steps.join(u'.'), problem.explanation);
        }
        QString message =
            u"Variable $%1 of type %2 was provided invalid value"_s.arg(variable.name, variable.type.toText());
        if (!inside.isEmpty())
            message += u" for "_s + inside.join(u", "_s);
        errors.push_back({message, {}, nullptr, {variable.at}, {{"value", value}, {"problems", explained}}});
    }
    if (!errors.empty())
        return errors;
    return values;
}

Json coerceArguments(const Schema& schema, const std::vector<InputDefinition>& definitions,
    const std::vector<Argument>& given, const Json& variables)
{
    Json values = Json::object();
    for (const InputDefinition& definition : definitions) {
        const auto found = std::find_if(
            given.begin(), given.end(), [&](const Argument& argument) { return argument.name == definition.name; });
        auto value =
            found == given.end() ? std::nullopt : coerceLiteral(schema, definition.type, found->value, variables);
        if (!value && definition.defaultValue)
            value = coerceLiteral(schema, definition.type, *definition.defaultValue, Json::object());
        if (value)
            values[definition.name.toStdString()] = std::move(*value);
    }
    return values;
}

Json literalAsJson(const Value& literal)
{
    switch (literal.kind) {
    case Value::Kind::Null: return nullptr;
    case Value::Kind::Int: {
        bool fits = false;
        const qint64 number = literal.text.toLongLong(&fits);
        return fits ? Json(number) : Json(literal.text.toDouble());
    }
    case Value::Kind::Float: return literal.text.toDouble();
    case Value::Kind::Boolean: return literal.flag;
    case Value::Kind::String:
    case Value::Kind::Enum:
    case Value::Kind::Variable: return literal.text.toStdString();
    case Value::Kind::List: {
        Json list = Json::array();
        for (const Value& item : literal.items)
            list.push_back(literalAsJson(item));
        return list;
    }
    case Value::Kind::Object: {
        Json object = Json::object();
        for (const ObjectField& field : literal.fields)
            object[field.name.toStdString()] = literalAsJson(field.value);
        return object;
    }
    }
    return nullptr;
}

QString literalAsText(const Value& literal)
{
    QStringList parts;
    switch (literal.kind) {
    case Value::Kind::Null: return u"null"_s;
    case Value::Kind::String: return asText(Json(literal.text.toStdString()));
    case Value::Kind::Boolean: return literal.flag ? u"true"_s : u"false"_s;
    case Value::Kind::Variable: return u'$' + literal.text;
    case Value::Kind::Int:
    case Value::Kind::Float:
    case Value::Kind::Enum: return literal.text;
    case Value::Kind::List:
        for (const Value& item : literal.items)
            parts += literalAsText(item);
        return u"[%1]"_s.arg(parts.join(u", "_s));
    case Value::Kind::Object:
        for (const ObjectField& field : literal.fields)
            parts += field.name + u": "_s + literalAsText(field.value);
        return u"{%1}"_s.arg(parts.join(u", "_s));
    }
    return {};
}

} // namespace slipway::sandbox::graphql
