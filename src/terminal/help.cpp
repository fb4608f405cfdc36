// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/arguments.h"

#include "base/text.h"
#include "terminal/output.h"
#include "terminal/words.h"

namespace slipway::terminal {

namespace {

QStringList optionLines(const QList<OptionSpec>& options)
{
    Table table;
    for (const auto& option : options) {
        const QString name = u"--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
        table.add({{name}, {option.repeatable ? option.help + Words::tr("; may be repeated") : option.help}});
    }
    return table.lines(u"  "_s);
}

} // namespace

QString helpText(const QList<CommandSpec>& commands, const QString& group)
{
    QStringList lines{Words::tr("Usage: slipwayctl [OPTION]… COMMAND …"), {}, Words::tr("Commands:")};
    Table table;
    for (const auto& command : commands) {
        if (group.isEmpty() || command.name.startsWith(group + u' '))
            table.add({{(command.name + u' ' + command.operands).trimmed()}, {command.summary}});
    }
    lines << table.lines(u"  "_s) << QString() << Words::tr("Options, before or after the command:");
    lines << optionLines(globalOptions()) << QString();
    lines << Words::tr("RUN is an id, the beginning of one that only one run has, or a subject (its newest run).");
    lines << Words::tr(
        "Exit status: 0 done; 1 the run failed, was cancelled or needs a person; 2 wrong usage or bad input;");
    lines << Words::tr("3 refused by the state of things; 4 network, limits or sign-in; 5 store.");
    lines << Words::tr("“slipwayctl COMMAND --help” tells more of a command.");
    return lines.join(u'\n');
}

QString helpText(const CommandSpec& command)
{
    QStringList lines{Words::tr("Usage: slipwayctl %1 %2").arg(command.name, command.operands).trimmed(), {},
        command.summary.left(1).toUpper() + command.summary.mid(1) + u'.'};
    if (!command.options.isEmpty())
        lines << QString() << Words::tr("Options:") << optionLines(command.options);
    if (!command.values.isEmpty()) {
        Table table;
        for (const auto& [name, meaning] : command.values)
            table.add({{name}, {meaning}});
        lines << QString() << command.valuesTitle << table.lines(u"  "_s);
    }
    lines << QString() << Words::tr("The options of “slipwayctl --help” may be given too.");
    return lines.join(u'\n');
}

} // namespace slipway::terminal
