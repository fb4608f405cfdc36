// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminal.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/error_text.h"
#include "terminal/completing.h"
#include "terminal/context.h"
#include "terminal/exit_status.h"
#include "terminal/manual.h"
#include "terminal/run_json.h"
#include "terminal/words.h"

#include <QCoreApplication>

namespace slipway::terminal {

void tell(Output& output, bool json, const Error& error)
{
    if (json) {
        output.sayJson({{"error", errorJson(error)}});
        return;
    }
    const auto text = desk::describe(error);
    output.say(u"slipwayctl: "_s + toned(Tone::Bad, text.what));
    // A mistyped command is its own reason unless there is more to say.
    if (error.code != errc::usage || error.args.contains("why"))
        output.say(u"  "_s + text.why);
    output.say(u"  "_s + text.remedy);
}

int Context::fail(const Error& error) const
{
    tell(output, json(), error);
    for (const auto& code : {errc::runUnknown, errc::storeMissing, errc::githubNoToken, errc::notConnected})
        if (error.code == code)
            sayWhereTheWindowIs();
    return exitStatus(error);
}

void Context::sayWhereTheWindowIs() const
{
    const auto& global = arguments.global;
    const bool namesNothing = global.profile.isEmpty() && global.sandboxFile.isEmpty() && global.githubUrl.isEmpty()
        && global.store.isEmpty() && !global.trySandbox;
    if (namesNothing && !json() && environment.isSandboxOpen && environment.isSandboxOpen())
        output.say(u"  "_s
            + Words::tr("A window is open on its sandbox. For that one: slipwayctl --try-sandbox %1 …")
                  .arg(arguments.command->name));
}

void Context::result(const Json& object, const QString& sentence) const
{
    if (json())
        output.json(object);
    else
        output.line(sentence);
}

namespace {

int act(const QStringList& arguments, Environment& environment, Output& output)
{
    const auto& table = commandTable();
    if (arguments.value(0) == QLatin1StringView(completeWord))
        return printCompletion(arguments.mid(1), environment, output);
    if (arguments.value(0) == QLatin1StringView(manualWord)) {
        output.line(manualPage(table, environment.version));
        return ExitDone;
    }
    const auto parsed = parseArguments(arguments, table);
    if (!parsed) {
        tell(output, arguments.contains(u"--json"_s), parsed.error());
        return exitStatus(parsed.error());
    }
    if (parsed->version) {
        output.line(u"slipwayctl "_s + environment.version);
        return ExitDone;
    }
    if (parsed->help) {
        output.line(parsed->command ? helpText(*parsed->command, output.columns())
                                    : helpText(table, parsed->helpGroup, output.columns()));
        return ExitDone;
    }
    Context context(*parsed, environment, output);
    return parsed->command->act(context);
}

} // namespace

int run(const QStringList& arguments, Environment& environment, Output& output)
{
    const int status = act(arguments, environment, output);
    const auto lost = output.lost();
    if (!lost)
        return status;
    tell(output, arguments.contains(u"--json"_s), *lost);
    return std::max(status, exitStatus(*lost)); // who reads the status must not take what was cut off for all there is
}

} // namespace slipway::terminal
