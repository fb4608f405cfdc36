// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/arguments.h"

#include "base/text.h"
#include "terminal/words.h"

namespace slipway::terminal {

namespace {

using Row = std::pair<QString, QString>; //!< a name, and what it means

//! Broken between words; a word that is longer than a line keeps one.
QStringList wrapped(const QString& text, qsizetype width)
{
    QStringList lines;
    for (const auto& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!lines.isEmpty() && lines.last().size() + 1 + word.size() <= width)
            lines.last() += u' ' + word;
        else
            lines << word;
    }
    return lines;
}

QStringList paragraph(const QString& text, int columns)
{
    return columns > 0 ? wrapped(text, columns) : QStringList(text);
}

//! Names at the left, meanings beside them; in a narrow terminal below them.
QStringList definitions(const QList<Row>& rows, int columns)
{
    constexpr qsizetype indent = 2, gap = 2, hanging = 8, leastBeside = 30;
    qsizetype widest = 0;
    for (const auto& [name, meaning] : rows)
        widest = std::max(widest, name.size());
    const qsizetype beside = indent + widest + gap;
    const bool below = columns > 0 && columns - beside < leastBeside;
    const qsizetype left = below ? hanging : beside;
    QStringList lines;
    for (const auto& [name, meaning] : rows) {
        QStringList told =
            columns > 0 ? wrapped(meaning, std::max<qsizetype>(columns - left, 1)) : QStringList(meaning);
        const QString begin = QString(indent, u' ') + name;
        lines << (below || told.isEmpty() ? begin : begin.leftJustified(left) + told.takeFirst());
        for (const auto& line : told)
            lines << QString(left, u' ') + line;
    }
    return lines;
}

QList<Row> rowsOf(const QList<OptionSpec>& options)
{
    QList<Row> rows;
    for (const auto& option : options)
        rows.append({u"--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value),
            option.repeatable ? option.help + Words::tr("; may be repeated") : option.help});
    return rows;
}

} // namespace

QString helpText(const QList<CommandSpec>& commands, const QString& group, int columns)
{
    QStringList lines{Words::tr("Usage: slipwayctl [OPTION]… COMMAND …")};
    QList<std::pair<QString, QList<Row>>> chapters;
    for (const auto& command : commands) {
        if (!group.isEmpty() && !command.name.startsWith(group + u' '))
            continue;
        if (chapters.isEmpty() || chapters.last().first != command.chapter)
            chapters.append({command.chapter, {}});
        chapters.last().second.append({(command.name + u' ' + command.operands).trimmed(), command.summary});
    }
    for (const auto& [title, rows] : chapters)
        lines << QString() << title << definitions(rows, columns);
    lines << QString() << Words::tr("Options, before or after the command:")
          << definitions(rowsOf(globalOptions()), columns) << QString();
    for (const QString& text :
        {Words::tr("RUN is an id, the beginning of one that only one run has, or a subject (its newest run)."),
            Words::tr("Exit status: 0 done; 1 the run failed, was cancelled or needs a person; 2 wrong usage or bad "
                      "input; 3 refused by the state of things; 4 network, limits or sign-in; 5 store."),
            Words::tr("“slipwayctl COMMAND --help” tells more of a command.")})
        lines << paragraph(text, columns);
    return lines.join(u'\n');
}

QString helpText(const CommandSpec& command, int columns)
{
    QStringList lines{Words::tr("Usage: slipwayctl %1 %2").arg(command.name, command.operands).trimmed(), {}};
    lines << paragraph(command.summary.left(1).toUpper() + command.summary.mid(1) + u'.', columns);
    if (!command.options.isEmpty())
        lines << QString() << Words::tr("Options:") << definitions(rowsOf(command.options), columns);
    if (!command.values.isEmpty())
        lines << QString() << command.valuesTitle << definitions(command.values, columns);
    lines << QString() << paragraph(Words::tr("The options of “slipwayctl --help” may be given too."), columns);
    return lines.join(u'\n');
}

} // namespace slipway::terminal
