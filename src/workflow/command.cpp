// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/command.h"

#include "base/error_codes.h"
#include "base/text.h"

namespace slipway {

namespace {

template <class T>
struct Name;
#define SLIPWAY_COMMAND_NAME(Type)                                                                                     \
    template <>                                                                                                        \
    struct Name<Type> {                                                                                                \
        static constexpr const char* text = #Type;                                                                     \
    };
SLIPWAY_COMMAND_NAME(StartRun)
SLIPWAY_COMMAND_NAME(RetryStep)
SLIPWAY_COMMAND_NAME(RetryFrom)
SLIPWAY_COMMAND_NAME(RetryNow)
SLIPWAY_COMMAND_NAME(LookNow)
SLIPWAY_COMMAND_NAME(AdvanceStep)
SLIPWAY_COMMAND_NAME(SkipStep)
SLIPWAY_COMMAND_NAME(PauseRun)
SLIPWAY_COMMAND_NAME(ResumeRun)
SLIPWAY_COMMAND_NAME(CancelRun)
SLIPWAY_COMMAND_NAME(UndoRun)
SLIPWAY_COMMAND_NAME(AddNote)
SLIPWAY_COMMAND_NAME(ResolveEffect)
#undef SLIPWAY_COMMAND_NAME

//! Writes and reads the members that a command has, so that each command's form stands in one place.
struct Writer {
    Json& json;
    void operator()(const char* name, const QString& value) { json[name] = value.toStdString(); }
    void operator()(const char* name, const StepId& value) { json[name] = value.utf8(); }
    void operator()(const char* name, bool value) { json[name] = value; }
    void operator()(const char* name, const Json& value) { json[name] = value; }
    void operator()(const char* name, const QHash<QString, Secret>& value)
    {
        for (auto each = value.begin(); each != value.end(); ++each)
            json[name][each.key().toStdString()] = each->reveal().toStdString();
    }
    void operator()(const char* name, const QList<StepId>& value)
    {
        Json ids = Json::array();
        for (const auto& id : value)
            ids.push_back(id.utf8());
        json[name] = std::move(ids);
    }
};
struct Reader {
    const Json& json;
    void operator()(const char* name, QString& value) { value = textAt(json, name); }
    void operator()(const char* name, StepId& value) { value = StepId(textAt(json, name)); }
    void operator()(const char* name, bool& value) { value = flagAt(json, name); }
    void operator()(const char* name, Json& value) { value = memberAt(json, name); }
    void operator()(const char* name, QHash<QString, Secret>& value)
    {
        for (const auto& [key, secret] : memberAt(json, name).items())
            if (secret.is_string())
                value.insert(toQString(key), Secret(QByteArray::fromStdString(secret.get_ref<const std::string&>())));
    }
    void operator()(const char* name, QList<StepId>& value)
    {
        for (const auto& id : textsAt(json, name))
            value.append(StepId(id));
    }
};

template <class V, class C>
void members(V visit, C& command)
{
    using T = std::remove_const_t<C>;
    if constexpr (std::is_same_v<T, StartRun>) {
        visit("workflow", command.workflow);
        visit("inputs", command.inputs);
        visit("settings", command.settings);
        visit("profile", command.profile);
        visit("previewed", command.previewed);
        visit("record", command.record);
    }
    if constexpr (requires { command.step; })
        visit("step", command.step);
    if constexpr (requires { command.reason; })
        visit("reason", command.reason);
    if constexpr (requires { command.secrets; })
        visit("secrets", command.secrets);
    if constexpr (requires { command.steps; })
        visit("steps", command.steps);
    if constexpr (requires { command.outputs; })
        visit("outputs", command.outputs);
    if constexpr (requires { command.atOnce; })
        visit("atOnce", command.atOnce);
    if constexpr (requires { command.verified; })
        visit("verified", command.verified);
    if constexpr (requires { command.happened; })
        visit("happened", command.happened);
    if constexpr (requires { command.text; })
        visit("text", command.text);
}

template <std::size_t I = 0>
std::optional<Command> commandNamed(const QString& name, const Json& json)
{
    if constexpr (I == std::variant_size_v<Command>) {
        return std::nullopt;
    } else {
        using T = std::variant_alternative_t<I, Command>;
        if (name == QLatin1String(Name<T>::text)) {
            T command;
            members(Reader{json}, command);
            return command;
        }
        return commandNamed<I + 1>(name, json);
    }
}

} // namespace

QString commandName(const Command& command)
{
    return std::visit(
        [](const auto& c) { return QString::fromLatin1(Name<std::decay_t<decltype(c)>>::text); }, command);
}

Json toJson(const Envelope& envelope)
{
    Json command = Json::object();
    std::visit([&](const auto& c) { members(Writer{command}, c); }, envelope.command);
    Json json{{"id", envelope.id.text().toStdString()}, {"run", envelope.run.utf8()},
        {"actor", envelope.actor.toStdString()}, {"at", envelope.at.toIso().toStdString()},
        {"command", commandName(envelope.command).toStdString()}};
    if (envelope.expectedSequence)
        json["expectedSequence"] = *envelope.expectedSequence;
    json["with"] = std::move(command);
    return json;
}

Result<Envelope> envelopeFromJson(const Json& json)
{
    const Error unreadable{.code = errc::usage, .args = {{"reason", "the command cannot be read"}}};
    const auto at = Timestamp::fromIso(textAt(json, "at"));
    const Json& with = memberAt(json, "with");
    if (!at || !with.is_object() || textAt(json, "id").isEmpty())
        return unreadable;
    auto command = commandNamed(textAt(json, "command"), with);
    if (!command)
        return unreadable;
    Envelope envelope{.id = CommandId(textAt(json, "id")),
        .run = RunId(textAt(json, "run")),
        .actor = textAt(json, "actor"),
        .at = *at,
        .command = std::move(*command)};
    if (memberAt(json, "expectedSequence").is_number_integer())
        envelope.expectedSequence = integerAt(json, "expectedSequence");
    return envelope;
}

} // namespace slipway
