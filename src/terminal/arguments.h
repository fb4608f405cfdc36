// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/environment.h"

#include <QMultiHash>
#include <QStringList>

namespace slipway::terminal {

class Context;

struct OptionSpec {
    QString name; //!< without the dashes
    QString value; //!< name of its value; empty: a flag
    QString help;
    bool repeatable = false;
};

//! One command: what the parser, the help and the dispatcher need to know of it.
struct CommandSpec {
    QString name; //!< one word, or two: "workflow show"
    QString operands; //!< as the help shows them: "RUN [STEP]"
    QString summary;
    QList<OptionSpec> options;
    int least = 0, most = 0; //!< operands; most < 0: any number
    bool passesOn = false; //!< everything behind it goes to another parser
    int (*act)(Context&) = nullptr;
    QString valuesTitle = {}; //!< of what its help lists below the options
    QList<std::pair<QString, QString>> values = {}; //!< a word to give, and what it means
    QString chapter = {}; //!< under which the help and the manual have it
};

struct Arguments {
    GlobalOptions global;
    const CommandSpec* command = nullptr; //!< none: help or version were asked for
    QStringList operands;
    QMultiHash<QString, QString> options; //!< of the command; a flag has an empty value
    bool help = false, version = false;
    QString helpGroup; //!< help for "workflow": its commands

    bool has(const QString& option) const { return options.contains(option); }
    QString value(const QString& option) const { return options.value(option); }
};

const QList<OptionSpec>& globalOptions();

//! Global options may stand before or after the command; "--" ends the options. Error "usage" with a sentence, and the
//! nearest known word where one is near.
Result<Arguments> parseArguments(const QStringList& arguments, const QList<CommandSpec>& commands);

//! "KEY=VALUE" taken apart at the first "=". Error "usage".
Result<std::pair<QString, QString>> keyAndValue(const QString& text);

//! The known word that differs least from what was typed, if it is near enough to be meant.
std::optional<QString> nearest(const QString& typed, const QStringList& known);

//! "usage" with what is wrong, why, and what to do.
Error usageError(const QString& what, const QString& why = {}, const QString& remedy = {});

//! `columns`: what fits a line; 0: anything.
QString helpText(const QList<CommandSpec>& commands, const QString& group = {}, int columns = 0);
QString helpText(const CommandSpec& command, int columns = 0);

} // namespace slipway::terminal
