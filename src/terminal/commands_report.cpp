// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/context.h"

#include "base/text.h"
#include "desk/report.h"
#include "desk/run_json.h"
#include "terminal/await.h"
#include "terminal/exit_status.h"
#include "terminal/words.h"

namespace slipway::terminal {

namespace {

//! As many lines as the text has; the last line end is the output's own.
void print(Output& output, QString text)
{
    text.remove(u'\r');
    if (text.endsWith(u'\n'))
        text.chop(1);
    for (const auto& line : text.split(u'\n'))
        output.line(line);
}

} // namespace

int reportRun(Context& context)
{
    const QString format = context.arguments.has(u"format"_s) ? context.arguments.value(u"format"_s)
        : context.json()                                      ? u"json"_s
                                                              : u"md"_s;
    if (format != "md"_L1 && format != "csv"_L1 && format != "json"_L1)
        return context.fail(usageError(
            Words::tr("There is no report format “%1”.").arg(format), {}, Words::tr("Give one of md, csv, json.")));
    const auto session = context.open(OpenMode::History);
    if (!session)
        return context.fail(session.error());
    auto& desk = (*session)->desk();
    const auto id = await(desk.resolve(context.arguments.operands.first()));
    if (!id)
        return context.fail(id.error());
    const auto view = await(desk.run(*id));
    if (!view)
        return context.fail(view.error());
    const auto events = await(desk.events(*id, 0));
    if (!events)
        return context.fail(events.error());
    const Timestamp now = context.environment.clock.now();
    const double scale = context.environment.clock.scale();
    if (format == "json"_L1)
        context.output.json(desk::runReportJson(*view, *events, now, scale));
    else if (format == "csv"_L1)
        print(context.output, desk::runCsv(*view, now, scale));
    else
        print(context.output, desk::runReport(*view, *events, now));
    return ExitDone;
}

} // namespace slipway::terminal
