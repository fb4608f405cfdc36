// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminal.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/error_text.h"
#include "terminal/context.h"
#include "terminal/exit_status.h"
#include "terminal/run_json.h"

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
    return exitStatus(error);
}

void Context::result(const Json& object, const QString& sentence) const
{
    if (json())
        output.json(object);
    else
        output.line(sentence);
}

int run(const QStringList& arguments, Environment& environment, Output& output)
{
    const auto& table = commandTable();
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
        output.line(parsed->command ? helpText(*parsed->command) : helpText(table, parsed->helpGroup));
        return ExitDone;
    }
    Context context(*parsed, environment, output);
    return parsed->command->act(context);
}

} // namespace slipway::terminal
