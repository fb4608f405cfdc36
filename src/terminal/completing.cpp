// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/completing.h"

#include "base/text.h"
#include "desk/error_text.h"
#include "desk/plain_text.h"
#include "desk/starting.h"
#include "desk/state_word.h"
#include "terminal/await.h"
#include "terminal/exit_status.h"
#include "terminal/run_states.h"
#include "terminal/words.h"
#include "workflow/inputs.h"

#include <QRegularExpression>
#include <QSet>

namespace slipway::terminal {

namespace {

constexpr qsizetype mostRuns = 200, longestMeaning = 60;

const OptionSpec* optionNamed(const QList<OptionSpec>& options, const QString& name)
{
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const OptionSpec& option) { return option.name == name; });
    return found == options.end() ? nullptr : &*found;
}

//! What stands before the cursor, as far as it is understood: half a command line is no mistake.
struct Typed {
    const CommandSpec* command = nullptr;
    QString group; //!< the first of two words
    QStringList operands, globals, given; //!< `given`: names of options
    const OptionSpec* valueOf = nullptr; //!< whose value stands at the cursor
    bool optionsEnded = false;
    QString word, before; //!< at the cursor; `before`: "--name=" that the value follows

    const OptionSpec* option(const QString& name) const
    {
        const auto* global = optionNamed(globalOptions(), name);
        return global || !command ? global : optionNamed(command->options, name);
    }

    void take(const QString& token, const QList<CommandSpec>& commands)
    {
        if (const auto* waiting = std::exchange(valueOf, nullptr)) {
            if (optionNamed(globalOptions(), waiting->name) == waiting)
                globals << token;
        } else if (!optionsEnded && token == "--"_L1) {
            optionsEnded = true;
        } else if (!optionsEnded && token.startsWith("--"_L1)) {
            takeOption(token);
        } else if (command) {
            operands << token;
        } else {
            takeCommand(token, commands);
        }
    }

    void takeOption(const QString& token)
    {
        const QString name = token.mid(2).section(u'=', 0, 0);
        const auto* known = option(name);
        if (!known)
            return;
        given << name;
        if (optionNamed(globalOptions(), name))
            globals << token;
        if (!known->value.isEmpty() && !token.contains(u'='))
            valueOf = known;
    }

    void takeCommand(const QString& token, const QList<CommandSpec>& commands)
    {
        const QString name = group.isEmpty() ? token : group + u' ' + token;
        for (const auto& one : commands) {
            if (one.name == name) {
                command = &one;
                return;
            }
            if (group.isEmpty() && one.name.startsWith(token + u' ')) {
                group = token;
                return;
            }
        }
    }
};

Typed typedBy(const QStringList& words, const QList<CommandSpec>& commands)
{
    Typed typed;
    for (const auto& word : words.mid(0, words.size() - 1))
        typed.take(word, commands);
    if (typed.valueOf && optionNamed(globalOptions(), typed.valueOf->name) == typed.valueOf)
        typed.globals.removeLast(); // its value is what is asked for
    typed.word = words.isEmpty() ? QString() : words.last();
    const auto equals = typed.word.indexOf(u'=');
    if (!typed.valueOf && !typed.optionsEnded && typed.word.startsWith("--"_L1) && equals > 0) {
        typed.valueOf = typed.option(typed.word.mid(2, equals - 2));
        typed.before = typed.word.left(equals + 1);
        typed.word = typed.word.mid(equals + 1);
    }
    return typed;
}

//! "RUN… | --all" as its operands: the name, and whether it is repeated.
QList<std::pair<QString, bool>> operandsOf(const CommandSpec& command)
{
    QList<std::pair<QString, bool>> operands;
    for (QString part : command.operands.split(u' ', Qt::SkipEmptyParts)) {
        part.remove(u'[').remove(u']');
        const bool repeats = part.endsWith(u'…');
        if (repeats)
            part.chop(1);
        if (part != "|"_L1 && !part.startsWith("--"_L1))
            operands.append({part, repeats});
    }
    return operands;
}

class Completer {
public:
    Completer(Typed typed, const QList<CommandSpec>& commands, Environment& environment)
        : m_typed(std::move(typed))
        , m_commands(commands)
        , m_environment(environment)
    { }

    Completion run()
    {
        if (m_typed.valueOf) {
            if (m_typed.command && m_typed.valueOf->name == "scenario"_L1)
                for (const auto& [name, meaning] : m_typed.command->values)
                    add(name, meaning);
            offer(m_typed.valueOf->value, m_typed.valueOf->name);
        } else if (!m_typed.optionsEnded && m_typed.word.startsWith(u'-')) {
            addOptions();
        } else if (!m_typed.command) {
            addCommands();
        } else {
            addOperand();
        }
        return m_found;
    }

private:
    void add(const QString& text, const QString& meaning = {})
    {
        // It is put into the command line as it is: nothing that a shell takes for more than a word.
        static const QRegularExpression harmless(
            uR"(\A[\w.:=/@%+,-]+\z)"_s, QRegularExpression::UseUnicodePropertiesOption);
        if (text.startsWith(m_typed.word) && harmless.match(text).hasMatch() && !m_offered.contains(text)) {
            m_offered.insert(text);
            m_found.candidates.append({m_typed.before + text, desk::plainText(meaning, longestMeaning)});
        }
    }

    void addOptions()
    {
        const auto addAll = [this](const QList<OptionSpec>& options) {
            for (const auto& option : options)
                if (option.repeatable || !m_typed.given.contains(option.name))
                    add(u"--"_s + option.name, option.help);
        };
        if (m_typed.command)
            addAll(m_typed.command->options);
        if (!m_typed.command || !m_typed.command->passesOn)
            addAll(globalOptions());
        add(u"--help"_s, Words::tr("what there is"));
    }

    void addCommands()
    {
        for (const auto& command : m_commands) {
            const auto names = command.name.split(u' ');
            if (m_typed.group.isEmpty())
                add(names.first(), names.size() == 1 ? command.summary : QString());
            else if (names.size() > 1 && names.first() == m_typed.group)
                add(names[1], command.summary);
        }
    }

    void addOperand()
    {
        const auto operands = operandsOf(*m_typed.command);
        const auto index = m_typed.operands.size();
        if (index < operands.size())
            offer(operands[index].first, {});
        else if (!operands.isEmpty() && operands.last().second)
            offer(operands.last().first, {});
    }

    //! By the name that the help has for it.
    void offer(const QString& name, const QString& option)
    {
        if (name == "RUN"_L1 || name == "SUBJECT"_L1)
            addRuns();
        else if (name == "STEP"_L1)
            addSteps();
        else if (name == "WORKFLOW"_L1 || (name == "ID"_L1 && (option == "workflow"_L1 || isAboutWorkflows())))
            addWorkflows();
        else if (name == "KEY=VALUE"_L1)
            addKeys(option);
        else if (name == "STATE"_L1)
            for (const QString& state : stateChoices())
                add(state);
        else if (name == "NAME"_L1)
            addNames(option);
        else if (name.startsWith("FILE"_L1) || name.endsWith("FILE"_L1) || name == "DIR"_L1)
            m_found.files = true;
        else if (name.contains(u'|'))
            for (const auto& word : name.split(u'|'))
                add(word);
    }

    bool isAboutWorkflows() const { return m_typed.command && m_typed.command->name.startsWith("workflow "_L1); }

    //! What the options before the cursor name, as far as reading a store takes it; null where they are not understood, or
    //! where the sandbox would have to be read from the terminal: there she is typing the line that is completed.
    const GlobalOptions* global()
    {
        if (!std::exchange(m_parsed, true)) {
            auto parsed = parseArguments(m_typed.globals + QStringList{u"list"_s}, m_commands);
            if (parsed && parsed->global.sandboxFile != "-"_L1) {
                m_global = std::move(parsed->global);
                m_global->secretsFile.clear(); // secrets are for acts
            }
        }
        return m_global ? &*m_global : nullptr;
    }

    //! What these options lead to, for reading; null where nothing is to be had.
    desk::Desk* desk()
    {
        if (!std::exchange(m_asked, true) && global())
            if (auto opened = m_environment.open(*global(), OpenMode::History))
                m_session = std::move(*opened);
        return m_session ? &m_session->desk() : nullptr;
    }

    void addRuns()
    {
        const auto runs = desk() ? await(desk()->runs({})) : Result<QList<desk::RunSummary>>(QList<desk::RunSummary>());
        if (!runs)
            return;
        for (const auto& run : *runs) {
            if (m_found.candidates.size() >= mostRuns)
                return;
            const QString meaning = desk::stateWord(run) + (run.step.isEmpty() ? QString() : u": "_s + run.step);
            if (!m_typed.operands.contains(run.subject))
                add(run.subject, meaning);
            if (!m_typed.word.isEmpty())
                add(run.id.text(), run.subject);
        }
    }

    void addSteps()
    {
        if (m_typed.operands.isEmpty() || !desk())
            return;
        const auto id = await(desk()->resolve(m_typed.operands.first()));
        const auto view = id ? await(desk()->run(*id)) : Result<desk::RunView>(id.error());
        if (!view)
            return;
        for (const auto& step : view->run.steps) {
            const auto* definition = view->run.workflow->step(step.id);
            add(step.id.text(), definition ? definition->title : QString());
        }
    }

    void addWorkflows()
    {
        if (!desk())
            return;
        for (const auto& workflow : desk()->workflows())
            add(workflow->id, workflow->title);
    }

    //! Inputs of the workflow that is named, and what may be chosen there; or its settings.
    void addKeys(const QString& option)
    {
        const bool isCreate = m_typed.command && m_typed.command->name == "create"_L1 && !m_typed.operands.isEmpty();
        if (!isCreate || !desk())
            return;
        const auto workflow = desk::findWorkflow(*desk(), m_typed.operands.first());
        if (!workflow)
            return;
        if (!option.isEmpty()) {
            for (const auto& setting : (*workflow)->settings)
                add(setting.id + u'=', setting.title);
            return;
        }
        const QString key = m_typed.word.section(u'=', 0, 0);
        for (const auto& input : (*workflow)->inputs) {
            if (m_typed.word.contains(u'=') && input.id == key)
                addChoices(**workflow, input);
            const bool isGiven = std::any_of(m_typed.operands.begin(), m_typed.operands.end(),
                [&](const QString& operand) { return operand.startsWith(input.id + u'='); });
            if (input.type != InputType::Secret && !isGiven && !m_typed.word.contains(u'='))
                add(input.id + u'=', input.title);
        }
    }

    void addChoices(const Workflow& workflow, const InputDefinition& input)
    {
        const auto settings = desk()->settings(workflow.id);
        const auto choices = choicesOf(input, settings ? *settings : Json::object(), std::nullopt);
        for (const auto& choice : choices.value_or(QStringList()))
            add(input.id + u'=' + choice);
    }

    void addNames(const QString& option)
    {
        const QString command = m_typed.command ? m_typed.command->name : QString();
        const bool isConnection =
            option == "profile"_L1 || command == "connection check"_L1 || command == "connection remove"_L1;
        if (isConnection && m_environment.listConnections) {
            if (const auto known = m_environment.listConnections())
                for (const auto& connection : *known)
                    add(connection.name, connection.host);
        } else if (option.isEmpty() && command == "credential remove"_L1 && m_environment.listCredentials && global()) {
            if (const auto known = m_environment.listCredentials(*global()))
                for (const auto& credential : *known)
                    add(credential.name, credential.hosts.join(u' '));
        }
    }

    Typed m_typed;
    const QList<CommandSpec>& m_commands;
    Environment& m_environment;
    std::optional<GlobalOptions> m_global;
    std::unique_ptr<Session> m_session;
    bool m_parsed = false, m_asked = false;
    QSet<QString> m_offered;
    Completion m_found;
};

} // namespace

Completion complete(const QStringList& words, const QList<CommandSpec>& commands, Environment& environment)
{
    return Completer(typedBy(words, commands), commands, environment).run();
}

int printCompletion(const QStringList& words, Environment& environment, Output& output)
{
    const auto found = complete(words, commandTable(), environment);
    if (found.files)
        output.line(u":files"_s);
    for (const auto& candidate : found.candidates)
        output.line(candidate.text + (candidate.meaning.isEmpty() ? QString() : u'\t' + candidate.meaning));
    return ExitDone;
}

} // namespace slipway::terminal
