// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inputs.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/setting_values.h"

#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace slipway {

namespace {

//! What people count: characters, not UTF-16 units.
qsizetype lengthOf(const QString& text) { return text.toUcs4().size(); }

bool matchesWhole(const QString& pattern, const QString& text)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    return expression.match(text).hasMatch();
}

bool isEmail(const QString& text) { return matchesWhole(uR"([^@\s]+@[^@\s.]+(\.[^@\s.]+)+)"_s, text); }

//! Collects the problems of one input.
class InputCheck {
public:
    InputCheck(const InputDefinition& input, QList<InputProblem>& problems)
        : m_input(input)
        , m_problems(problems)
    { }

    void run(const Json& value, const std::optional<QStringList>& choices)
    {
        if (value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty())) {
            if (m_input.required)
                add(u"required"_s);
            return;
        }
        switch (m_input.type) {
        case InputType::Flag:
            if (!value.is_boolean())
                add(u"type"_s);
            return;
        case InputType::Number: checkNumber(value); return;
        case InputType::Choice:
            if (!value.is_string())
                add(u"type"_s);
            else if (choices && !choices->contains(toQString(value.get_ref<const std::string&>())))
                add(u"choice"_s);
            return;
        case InputType::Text:
        case InputType::Email:
        case InputType::Secret:
            if (!value.is_string())
                add(u"type"_s);
            else
                checkText(toQString(value.get_ref<const std::string&>()));
            return;
        }
    }

private:
    void add(const QString& rule) { m_problems.append({m_input.id, rule, m_input.messages.value(rule)}); }

    void checkNumber(const Json& value)
    {
        if (!value.is_number() || !std::isfinite(value.get<double>())) {
            add(u"type"_s);
            return;
        }
        const auto number = value.get<double>();
        if (m_input.minimum && number < *m_input.minimum)
            add(u"minimum"_s);
        if (m_input.maximum && number > *m_input.maximum)
            add(u"maximum"_s);
    }

    void checkText(const QString& text)
    {
        for (const auto& pattern : m_input.patterns) {
            if (!matchesWhole(pattern.pattern, text))
                m_problems.append({m_input.id, u"pattern"_s, pattern.message});
        }
        if (m_input.minLength && lengthOf(text) < *m_input.minLength)
            add(u"minLength"_s);
        if (m_input.maxLength && lengthOf(text) > *m_input.maxLength)
            add(u"maxLength"_s);
        if (m_input.type == InputType::Email && !isEmail(text))
            add(u"type"_s);
    }

    const InputDefinition& m_input;
    QList<InputProblem>& m_problems;
};

} // namespace

std::optional<QStringList> choicesOf(
    const InputDefinition& input, const Json& settings, const std::optional<QStringList>& teams)
{
    if (input.type != InputType::Choice)
        return std::nullopt;
    if (input.choices.is_array()) {
        const Json named{{"choices", input.choices}};
        return textsAt(named, "choices");
    }
    const auto reference =
        input.choices.is_string() ? toQString(input.choices.get_ref<const std::string&>()) : QString();
    if (reference == "github.teams"_L1)
        return teams;
    if (!reference.startsWith("settings."_L1))
        return std::nullopt;
    const auto name = reference.mid(9).toStdString();
    const auto& setting = memberAt(settings, name.c_str());
    if (setting.is_array())
        return textsAt(settings, name.c_str());
    if (!setting.is_object())
        return std::nullopt;
    QStringList names;
    for (const auto& [member, value] : setting.items())
        names.append(toQString(member));
    return names;
}

QList<InputProblem> checkInputs(
    const Workflow& workflow, const Json& inputs, const Json& settings, const std::optional<QStringList>& teams)
{
    QList<InputProblem> problems;
    for (const auto& input : workflow.inputs) {
        const auto& value = memberAt(inputs, input.id.toStdString().c_str());
        InputCheck(input, problems).run(value, choicesOf(input, settings, teams));
    }
    if (inputs.is_object()) {
        for (const auto& [name, value] : inputs.items()) {
            if (!workflow.input(toQString(name)))
                problems.append({toQString(name), u"unknown"_s, {}});
        }
    }
    return problems;
}

Result<Json> resolveSettings(const Workflow& workflow, const Json& profile, const Json& overrides)
{
    for (const auto* layer : {&profile, &overrides}) {
        if (!layer->is_object())
            continue;
        for (const auto& [name, value] : layer->items()) {
            const auto known = std::any_of(workflow.settings.cbegin(), workflow.settings.cend(),
                [&, id = toQString(name)](const auto& setting) { return setting.id == id; });
            if (!known)
                return Error{.code = errc::settingUnknown, .args = {{"setting", name}}};
        }
    }
    Json settings = Json::object();
    for (const auto& setting : workflow.settings) {
        const auto name = setting.id.toStdString();
        const Json* given = &setting.defaultValue;
        for (const auto* layer : {&profile, &overrides}) {
            if (layer->is_object() && layer->contains(name))
                given = &layer->at(name);
        }
        auto value = settingValue(setting.type, *given);
        if (!value)
            return Error{.code = errc::settingInvalid,
                .args = {{"setting", name}, {"expected", toJson(expectedFor(setting.type))}, {"found", *given}}};
        settings[name] = std::move(*value);
    }
    return settings;
}

Json withDefaults(const Workflow& workflow, const Json& inputs)
{
    Json filled = inputs.is_object() ? inputs : Json::object();
    for (const auto& input : workflow.inputs) {
        const auto name = input.id.toStdString();
        const auto found = filled.find(name);
        if (found == filled.end() || found->is_null()) {
            if (!input.defaultValue.is_null())
                filled[name] = input.defaultValue;
            continue;
        }
        if (!found->is_string())
            continue;
        // What does not parse stays as typed: checkInputs() names it.
        const auto type = input.type == InputType::Flag ? SettingType::Flag
            : input.type == InputType::Number           ? SettingType::Number
                                                        : SettingType::Text;
        if (auto value = settingValue(type, *found))
            *found = std::move(*value);
    }
    return filled;
}

} // namespace slipway
