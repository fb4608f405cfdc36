// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/manual.h"

#include "base/text.h"

namespace slipway::terminal {

namespace {

//! Text that troff takes for nothing but text.
QString escaped(QString text)
{
    text.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? u"\\&"_s + text : text;
}

QString bold(const QString& text) { return u"\\fB"_s + escaped(text) + u"\\fR"_s; }
QString slanted(const QString& text) { return u"\\fI"_s + escaped(text) + u"\\fR"_s; }

//! "RUN [STEP] | --all": what stands for something else is slanted, what is typed is bold.
QString markedOperands(const QString& operands)
{
    QStringList words;
    for (const QString& word : operands.split(u' ', Qt::SkipEmptyParts))
        words << (word.startsWith("--"_L1) ? bold(word) : word == "|"_L1 ? word : slanted(word));
    return words.join(u' ');
}

QString sentence(const QString& text)
{
    const QString whole = text.left(1).toUpper() + text.mid(1);
    return escaped(whole.endsWith(u'.') ? whole : whole + u'.');
}

QStringList optionItems(const QList<OptionSpec>& options)
{
    QStringList lines;
    for (const auto& option : options) {
        const QString value = option.value.isEmpty() ? QString() : u' ' + slanted(option.value);
        lines << u".TP"_s << bold(u"--"_s + option.name) + value
              << sentence(option.repeatable ? option.help + u"; may be repeated"_s : option.help);
    }
    return lines;
}

QStringList commandItem(const CommandSpec& command)
{
    QStringList lines{
        u".TP"_s, (bold(command.name) + u' ' + markedOperands(command.operands)).trimmed(), sentence(command.summary)};
    if (!command.options.isEmpty() || !command.values.isEmpty())
        lines << u".RS"_s << optionItems(command.options);
    if (!command.values.isEmpty()) {
        lines << u".PP"_s << escaped(command.valuesTitle);
        for (const auto& [name, meaning] : command.values)
            lines << u".TP"_s << bold(name) << sentence(meaning);
    }
    if (!command.options.isEmpty() || !command.values.isEmpty())
        lines << u".RE"_s;
    return lines;
}

constexpr const char* head = R"(.SH NAME
slipwayctl \- launch new services from the terminal
.SH SYNOPSIS
.B slipwayctl
.RI [ OPTION ]...
.I COMMAND
.RI [ ARGUMENT ]...
.SH DESCRIPTION
.B slipwayctl
does what the window of
.BR slipway (1)
does, for people at a terminal, for scripts and for servers.
Results go to standard output, progress and diagnostics to standard error.
.PP
.I RUN
is the id of a run, the beginning of one that only one run has, or a subject such as the name of a service (its newest run).
Options that are not a command's own may stand before or after the command.
.PP
While a window or an agent drives the runs of a store, commands go to it. Where nobody does, they are kept, and whoever
drives the runs next goes on.)";

constexpr const char* tail = R"(.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
The run failed, was cancelled or needs a person.
.TP
.B 2
Wrong usage or bad input; nothing was changed.
.TP
.B 3
Refused by the state of things: the name is taken, another process owns the store, the run has moved.
.TP
.B 4
Network, limits or sign\-in;
.B create
has started no run.
.TP
.B 5
The store.
.SH ENVIRONMENT
.TP
.B NO_COLOR
Where it is set, nothing is coloured. Only what goes to a terminal is.
.TP
.B QT_LOGGING_RULES
Says more of what is done:
.BR slipway.http.debug=true .
.SH FILES
.TP
.I $XDG_DATA_HOME/slipway/store.db
The journal of everything that was done (usually below
.IR ~/.local/share ).
.TP
.I $XDG_CONFIG_HOME/slipway/profiles/
Connections and settings, one file a profile. Tokens are kept in the keychain.
.SH EXAMPLES
A creation in a sandbox, where nothing can be broken:
.PP
.nf
slipwayctl sandbox \-\-speed 100 > sandbox.json &
slipwayctl \-\-sandbox sandbox.json create cdp\-create\-service \e
    repositoryName=my\-service serviceType=cdp\-node\-backend\-template \e
    owningTeam=fisheries \-\-follow
.fi
.PP
What needs a person, and why; then go on:
.PP
.nf
slipwayctl list \-\-state needs\-you
slipwayctl show my\-service
slipwayctl retry my\-service \-\-follow
.fi
.PP
Completion in a shell that has not found it by itself:
.PP
.nf
source <(slipwayctl completion bash)
.fi
.SH SEE ALSO
.BR slipway (1))";

} // namespace

QString manualPage(const QList<CommandSpec>& commands, const QString& version)
{
    QStringList lines{u".\\\" SPDX-License-Identifier: GPL-3.0-or-later"_s,
        u".TH SLIPWAYCTL 1 \"\" \"Slipway %1\" \"User Commands\""_s.arg(version), QString::fromLatin1(head),
        u".SH COMMANDS"_s};
    QString chapter;
    for (const auto& command : commands) {
        if (std::exchange(chapter, command.chapter) != command.chapter)
            lines << u".SS "_s + escaped(chapter.endsWith(u':') ? chapter.chopped(1) : chapter);
        lines << commandItem(command);
    }
    lines << u".SH OPTIONS"_s << optionItems(globalOptions());
    lines << u".TP"_s << bold(u"--help"_s) << u"Print what there is, or more of a command."_s;
    lines << QString::fromLatin1(tail);
    return lines.join(u'\n');
}

} // namespace slipway::terminal
