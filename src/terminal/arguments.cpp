// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/arguments.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "terminal/words.h"

#include <cmath>

namespace slipway::terminal {

namespace {

int distance(const QString& a, const QString& b)
{
    QList<int> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.last();
}

QString didYouMean(const QString& typed, const QStringList& known, const QString& prefix = {})
{
    const auto near = nearest(typed, known);
    return near ? Words::tr("Did you mean “%1%2”?").arg(prefix, *near) : Words::tr("Use --help to see what there is.");
}

const OptionSpec* find(const QList<OptionSpec>& options, const QString& name)
{
    for (const auto& option : options) {
        if (option.name == name)
            return &option;
    }
    return nullptr;
}

//! Takes the tokens one after the other; each kind of token has one method.
class Parser {
public:
    Parser(const QStringList& tokens, const QList<CommandSpec>& commands)
        : m_tokens(tokens)
        , m_commands(commands)
    { }

    Result<Arguments> parse()
    {
        while (m_at < m_tokens.size()) {
            const QString token = m_tokens[m_at++];
            if (auto taken = take(token); !taken)
                return taken.error();
        }
        if (auto checked = check(); !checked)
            return checked.error();
        return m_result;
    }

private:
    Result<void> take(const QString& token)
    {
        if (m_passing) {
            // Help is ours even there: the other parser need not know how our help looks.
            if (token == "--help"_L1 || token == "-h"_L1)
                m_result.help = true;
            else
                m_result.operands << token;
            return {};
        }
        if (m_optionsEnded || !token.startsWith(u'-') || token == "-"_L1)
            return takeWord(token);
        if (token == "--"_L1) {
            m_optionsEnded = true;
            return {};
        }
        return takeOption(token);
    }

    Result<void> takeWord(const QString& word)
    {
        if (m_result.command) {
            m_result.operands << word;
            return {};
        }
        const QString name = m_group.isEmpty() ? word : m_group + u' ' + word;
        QStringList known;
        for (const auto& command : m_commands) {
            if (command.name == name) {
                m_result.command = &command;
                m_passing = command.passesOn;
                return {};
            }
            const auto words = command.name.split(u' ');
            if (m_group.isEmpty()) {
                known << words.first();
                if (words.size() > 1 && words.first() == word) {
                    m_group = word;
                    return {};
                }
            } else if (words.size() > 1 && words.first() == m_group) {
                known << words[1];
            }
        }
        return usageError(Words::tr("There is no command “%1”.").arg(name), {}, didYouMean(word, known));
    }

    Result<void> takeOption(const QString& token)
    {
        const QString bare = token.section(u'=', 0, 0);
        if (bare == "-h"_L1 || bare == "--help"_L1) {
            m_result.help = true;
            return {};
        }
        const QString name = bare.mid(2);
        const auto* option = bare.startsWith("--"_L1) ? find(globalOptions(), name) : nullptr;
        const bool isGlobal = option != nullptr;
        if (!option && m_result.command && bare.startsWith("--"_L1))
            option = find(m_result.command->options, name);
        if (!option)
            return unknownOption(bare);
        if (!option->repeatable && (isGlobal ? m_seen.contains(name) : m_result.options.contains(name)))
            return usageError(Words::tr("The option --%1 was given twice.").arg(name), {}, Words::tr("Give it once."));
        auto value = valueOf(*option, token);
        if (!value)
            return value.error();
        if (!isGlobal) {
            m_result.options.insert(name, *value);
            return {};
        }
        m_seen << name;
        return setGlobal(name, *value);
    }

    Result<QString> valueOf(const OptionSpec& option, const QString& token)
    {
        const auto equals = token.indexOf(u'=');
        if (option.value.isEmpty()) {
            if (equals >= 0)
                return usageError(Words::tr("The option --%1 takes no value.").arg(option.name), {},
                    Words::tr("Write it without “=” and what follows."));
            return QString();
        }
        if (equals >= 0)
            return token.mid(equals + 1);
        if (m_at >= m_tokens.size() || m_tokens[m_at].startsWith("--"_L1))
            return usageError(Words::tr("The option --%1 needs a value.").arg(option.name), {},
                Words::tr("Write --%1 %2.").arg(option.name, option.value));
        return m_tokens[m_at++];
    }

    Error unknownOption(const QString& bare) const
    {
        QStringList known{u"help"_s};
        for (const auto& option : globalOptions())
            known << option.name;
        if (m_result.command) {
            for (const auto& option : m_result.command->options)
                known << option.name;
        }
        const QString what = m_result.command
            ? Words::tr("The command “%1” has no option %2.").arg(m_result.command->name, bare)
            : Words::tr("There is no option %1 before the command.").arg(bare);
        QString typed = bare;
        while (typed.startsWith(u'-'))
            typed.remove(0, 1);
        return usageError(what, {}, didYouMean(typed, known, u"--"_s));
    }

    Result<void> setGlobal(const QString& name, const QString& value)
    {
        auto& global = m_result.global;
        if (name == "set"_L1) {
            const auto pair = keyAndValue(value);
            if (!pair)
                return pair.error();
            global.settings[pair->first.toStdString()] = pair->second.toStdString();
        } else if (name == "time-scale"_L1) {
            bool ok = false;
            const double scale = value.toDouble(&ok);
            if (!ok || !std::isfinite(scale) || scale <= 0)
                return usageError(Words::tr("The time scale “%1” is no number greater than zero.").arg(value), {},
                    Words::tr("Give a number such as 20."));
            global.timeScale = scale;
        } else if (name == "json"_L1) {
            global.json = true;
        } else if (name == "try-sandbox"_L1) {
            global.trySandbox = true;
        } else if (name == "version"_L1) {
            m_result.version = true;
        } else if (value.isEmpty()) {
            return usageError(Words::tr("The option --%1 needs a value.").arg(name));
        } else {
            QString& target = name == "profile"_L1 ? global.profile
                : name == "sandbox"_L1             ? global.sandboxFile
                : name == "github-url"_L1          ? global.githubUrl
                : name == "token-file"_L1          ? global.tokenFile
                : name == "secrets"_L1             ? global.secretsFile
                                                   : global.store;
            target = value;
        }
        return {};
    }

    Result<void> check()
    {
        if (m_result.version)
            return {};
        if (m_result.help) {
            m_result.helpGroup = m_group;
            return {};
        }
        const auto& global = m_result.global;
        const int sources = !global.profile.isEmpty() + !global.sandboxFile.isEmpty() + !global.githubUrl.isEmpty()
            + int(global.trySandbox);
        if (sources > 1)
            return usageError(
                Words::tr("Only one of --profile, --sandbox, --try-sandbox and --github-url can be given."),
                Words::tr("Each of them names the connection"), Words::tr("Leave the others off."));
        if (global.githubUrl.isEmpty() != global.tokenFile.isEmpty())
            return usageError(Words::tr("--github-url and --token-file belong together."),
                Words::tr("An address needs its token, and a token its address"), Words::tr("Give both or neither."));
        return checkCommand();
    }

    Result<void> checkCommand()
    {
        const auto* command = m_result.command;
        if (!command && !m_group.isEmpty())
            return usageError(Words::tr("The command “%1” needs a second word.").arg(m_group), {},
                Words::tr("See “slipwayctl %1 --help”.").arg(m_group));
        if (!command)
            return usageError(Words::tr("No command was given."), {}, Words::tr("Use --help to see the commands."));
        if (command->passesOn)
            return {};
        const auto count = m_result.operands.size();
        const QString remedy = Words::tr("Write: slipwayctl %1 %2").arg(command->name, command->operands).trimmed();
        if (count < command->least)
            return usageError(Words::tr("The command “%1” needs more than was given.").arg(command->name), {}, remedy);
        if (command->most >= 0 && count > command->most)
            return usageError(Words::tr("“%1” is too much for the command “%2”.")
                                  .arg(m_result.operands[command->most], command->name),
                {}, remedy);
        return {};
    }

    const QStringList& m_tokens;
    const QList<CommandSpec>& m_commands;
    qsizetype m_at = 0;
    bool m_optionsEnded = false, m_passing = false;
    QString m_group;
    QStringList m_seen;
    Arguments m_result;
};

} // namespace

const QList<OptionSpec>& globalOptions()
{
    static const QList<OptionSpec> options{
        {u"profile"_s, u"NAME"_s, Words::tr("connection and settings of a profile")},
        {u"sandbox"_s, u"FILE"_s,
            Words::tr("connection and settings from what a sandbox printed; - is standard input")},
        {u"try-sandbox"_s, {}, Words::tr("the sandbox and the runs of the window that is open on one")},
        {u"github-url"_s, u"URL"_s, Words::tr("address of GitHub's API, with --token-file")},
        {u"token-file"_s, u"FILE"_s, Words::tr("private file (0600) that holds the token")},
        {u"secrets"_s, u"FILE"_s,
            Words::tr("private file (0600) with a line NAME=VALUE for each secret input; - is standard input")},
        {u"store"_s, u"FILE"_s, Words::tr("the store of runs")},
        {u"set"_s, u"KEY=VALUE"_s, Words::tr("a setting of the workflow"), true},
        {u"time-scale"_s, u"X"_s, Words::tr("divide every wait by X; for sandboxes only")},
        {u"json"_s, {}, Words::tr("results as JSON: one object, or one a line")},
        {u"version"_s, {}, Words::tr("print the version")},
    };
    return options;
}

Error usageError(const QString& what, const QString& why, const QString& remedy)
{
    Error error{.code = errc::usage, .args = {{"text", what.toStdString()}}};
    if (!why.isEmpty())
        error.args["why"] = why.toStdString();
    if (!remedy.isEmpty())
        error.args["remedy"] = remedy.toStdString();
    return error;
}

Result<std::pair<QString, QString>> keyAndValue(const QString& text)
{
    const auto equals = text.indexOf(u'=');
    if (equals <= 0)
        return usageError(Words::tr("“%1” is not of the form KEY=VALUE.").arg(text), {},
            Words::tr("Write the name, “=” and the value, in quotes if the value has spaces."));
    return std::pair{text.left(equals), text.mid(equals + 1)};
}

std::optional<QString> nearest(const QString& typed, const QStringList& known)
{
    std::optional<QString> best;
    int least =
        (typed.size() <= 3 ? 1 : std::max(2, int(typed.size()) / 3)) + 1; // letters that may be wrong, and one more
    for (const auto& word : known) {
        const bool begins = typed.size() >= 2 && word.startsWith(typed);
        const int apart = begins ? 1 : distance(typed, word);
        if (apart < least) {
            least = apart;
            best = word;
        }
    }
    return best;
}

Result<Arguments> parseArguments(const QStringList& arguments, const QList<CommandSpec>& commands)
{
    return Parser(arguments, commands).parse();
}

} // namespace slipway::terminal
