// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "workflow/setting_values.h"
#include "workflow/workflow_reader.h"

#include <QRegularExpression>
#include <QSet>

namespace slipway {

namespace {

std::optional<SettingType> settingTypeFrom(const QString& word)
{
    static const QHash<QString, SettingType> types{{u"text"_s, SettingType::Text}, {u"url"_s, SettingType::Url},
        {u"list"_s, SettingType::List}, {u"map"_s, SettingType::Map}, {u"number"_s, SettingType::Number},
        {u"flag"_s, SettingType::Flag}};
    const auto found = types.constFind(word);
    return found == types.cend() ? std::nullopt : std::optional(*found);
}

std::optional<InputType> inputTypeFrom(const QString& word)
{
    static const QHash<QString, InputType> types{{u"text"_s, InputType::Text}, {u"choice"_s, InputType::Choice},
        {u"flag"_s, InputType::Flag}, {u"number"_s, InputType::Number}, {u"email"_s, InputType::Email},
        {u"secret"_s, InputType::Secret}};
    const auto found = types.constFind(word);
    return found == types.cend() ? std::nullopt : std::optional(*found);
}

//! A default in a file has the setting's own JSON type; only what comes from a terminal is parsed out of a text.
bool defaultFits(SettingType type, const Json& value)
{
    const bool wantsText = type == SettingType::Text || type == SettingType::Url;
    return value.is_string() == wantsText && settingValue(type, value);
}

const QString nameRule = u"a name must be a letter followed by letters and digits"_s;

//! Reads one input; the members that only some types have are refused for the others.
class InputReader {
public:
    InputReader(const Json& json, const QString& pointer, Problems& problems)
        : m_reader(json, pointer, problems, u"an input"_s)
        , m_json(json)
        , m_problems(problems)
    { }

    InputDefinition read()
    {
        m_input.id = m_reader.text("id");
        if (!m_input.id.isEmpty() && !isPlainName(m_input.id))
            m_reader.problem("id", nameRule);
        const auto word = m_reader.text("type");
        const auto type = inputTypeFrom(word);
        if (!word.isEmpty() && !type)
            m_reader.problem(
                "type", u"unknown type \"%1\"; known are text, choice, flag, number, email, secret"_s.arg(word));
        m_input.type = type.value_or(InputType::Text);
        m_input.title = m_reader.text("title");
        m_input.help = m_reader.text("help", Presence::Optional);
        m_input.required = m_reader.flag("required", true);
        m_input.minLength = m_reader.integer("minLength", 0);
        m_input.maxLength = m_reader.integer("maxLength", 1);
        m_input.minimum = m_reader.number("minimum");
        m_input.maximum = m_reader.number("maximum");
        readPatterns();
        m_input.choices = m_reader.any("choices");
        m_input.defaultValue = m_reader.any("default");
        readMessages();
        m_reader.refuseUnknown();
        if (type && m_reader.isObject())
            checkTogether(word);
        return m_input;
    }

private:
    bool isTextual() const
    {
        return m_input.type == InputType::Text || m_input.type == InputType::Email || m_input.type == InputType::Secret;
    }

    void addPattern(const QString& pattern, const QString& message, const QString& pointer)
    {
        const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
        if (!expression.isValid())
            m_problems.add(pointer,
                u"the pattern does not compile: %1 at character %2"_s.arg(QRegularExpression(pattern).errorString())
                    .arg(QRegularExpression(pattern).patternErrorOffset() + 1));
        m_input.patterns.append({pattern, message});
    }

    void readPatterns()
    {
        const auto& pattern = m_reader.any("pattern");
        const auto pointer = m_reader.pointer("pattern");
        if (pattern.is_string()) {
            addPattern(toQString(pattern.get_ref<const std::string&>()),
                textAt(memberAt(m_json, "messages"), "pattern"), pointer);
            return;
        }
        if (!pattern.is_array()) {
            if (!pattern.is_null())
                m_problems.add(pointer, u"\"pattern\" must be a text or a list of patterns with messages"_s);
            return;
        }
        for (size_t i = 0; i < pattern.size(); ++i) {
            MemberReader each(pattern[i], pointerTo(pointer, qsizetype(i)), m_problems, u"a pattern"_s);
            const auto text = each.text("pattern");
            const auto message = each.text("message");
            each.refuseUnknown();
            if (!text.isEmpty())
                addPattern(text, message, each.pointer("pattern"));
        }
    }

    void readMessages()
    {
        const auto& messages = m_reader.object("messages");
        MemberReader reader(messages, m_reader.pointer("messages"), m_problems, u"the messages"_s);
        for (const char* rule :
            {"required", "minLength", "maxLength", "minimum", "maximum", "pattern", "choice", "type"}) {
            const auto message = reader.text(rule, Presence::Optional);
            if (!message.isEmpty())
                m_input.messages.insert(QString::fromLatin1(rule), message);
        }
        reader.refuseUnknown();
    }

    void onlyFor(bool allowed, const char* name, const QString& type)
    {
        if (!allowed && m_json.contains(name))
            m_reader.problem(name, u"an input of type %1 has no \"%2\""_s.arg(type, QLatin1StringView(name)));
    }

    void checkTogether(const QString& type)
    {
        onlyFor(isTextual(), "minLength", type);
        onlyFor(isTextual(), "maxLength", type);
        onlyFor(isTextual(), "pattern", type);
        onlyFor(m_input.type == InputType::Number, "minimum", type);
        onlyFor(m_input.type == InputType::Number, "maximum", type);
        onlyFor(m_input.type == InputType::Choice, "choices", type);
        onlyFor(m_input.type != InputType::Secret, "default", type);
        if (m_input.minLength && m_input.maxLength && *m_input.minLength > *m_input.maxLength)
            m_reader.problem("minLength", u"\"minLength\" is greater than \"maxLength\""_s);
        if (m_input.minimum && m_input.maximum && *m_input.minimum > *m_input.maximum)
            m_reader.problem("minimum", u"\"minimum\" is greater than \"maximum\""_s);
        if (m_input.type == InputType::Choice)
            checkChoices();
        const auto& value = m_input.defaultValue;
        const bool fits = m_input.type == InputType::Flag ? value.is_boolean()
            : m_input.type == InputType::Number           ? value.is_number()
                                                          : value.is_string();
        if (!value.is_null() && m_input.type != InputType::Secret && !fits)
            m_reader.problem("default", u"the default does not fit the type %1"_s.arg(type));
    }

    void checkChoices()
    {
        const auto& choices = m_input.choices;
        if (choices.is_null()) {
            m_problems.add(m_reader.pointer(), u"\"choices\" is missing"_s);
            return;
        }
        if (choices.is_string())
            return; // workflow_checks.cpp knows the settings
        const bool allTexts = choices.is_array() && !choices.empty()
            && std::all_of(choices.begin(), choices.end(), [](const Json& choice) { return choice.is_string(); });
        if (!allTexts)
            m_reader.problem(
                "choices", u"\"choices\" must be a list of texts, \"settings.NAME\" or \"github.teams\""_s);
    }

    MemberReader m_reader;
    const Json& m_json;
    Problems& m_problems;
    InputDefinition m_input;
};

} // namespace

QList<SettingDefinition> readSettings(const Json& settings, const QString& pointer, Problems& problems)
{
    QList<SettingDefinition> read;
    for (const auto& [name, json] : settings.items()) {
        SettingDefinition setting{.id = toQString(name)};
        MemberReader reader(json, pointerTo(pointer, setting.id), problems, u"a setting"_s);
        const auto word = reader.text("type");
        const auto type = settingTypeFrom(word);
        setting.type = type.value_or(SettingType::Text);
        setting.title = reader.text("title", Presence::Optional);
        setting.defaultValue = reader.any("default");
        reader.refuseUnknown();
        if (!isPlainName(setting.id))
            problems.add(reader.pointer(), nameRule);
        if (!word.isEmpty() && !type)
            reader.problem("type", u"unknown type \"%1\"; known are text, url, list, map, number, flag"_s.arg(word));
        if (type && !setting.defaultValue.is_null() && !defaultFits(*type, setting.defaultValue))
            reader.problem("default", u"the default must be %1"_s.arg(expectedFor(*type)));
        read.append(setting);
    }
    return read;
}

QList<InputDefinition> readInputs(const Json& inputs, const QString& pointer, Problems& problems)
{
    QList<InputDefinition> read;
    QSet<QString> ids;
    for (size_t i = 0; i < inputs.size(); ++i) {
        const auto here = pointerTo(pointer, qsizetype(i));
        auto input = InputReader(inputs[i], here, problems).read();
        if (!input.id.isEmpty() && ids.contains(input.id))
            problems.add(pointerTo(here, u"id"_s), u"the input \"%1\" stands twice"_s.arg(input.id));
        ids.insert(input.id);
        read.append(std::move(input));
    }
    return read;
}

} // namespace slipway
