// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/context.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/error_text.h"
#include "desk/of_store.h"
#include "desk/starting.h"
#include "terminal/await.h"
#include "terminal/exit_status.h"
#include "terminal/run_json.h"
#include "terminal/words.h"

namespace slipway::terminal {

namespace {

constexpr qsizetype kToldEvery = 500;
constexpr int kLinesOfErrors = 200;

struct Counts {
    int imported = 0, known = 0, refused = 0;
    int status = ExitDone;
    Json object() const { return {{"imported", imported}, {"known", known}, {"refused", refused}}; }
};

Error locatedIn(Error error, const QString& file, const ReadRecord& read)
{
    if (!error.args.contains("file")) // else it is of another one
        error.args["file"] = (file == "-"_L1 ? u"standard input"_s : file).toStdString();
    if (!error.args.contains("line"))
        error.args["line"] = read.line;
    error.args["record"] = read.number; // in an array that is one line the line says little
    return error;
}

void refuse(Context& context, Counts& counts, const Error& error)
{
    ++counts.refused;
    counts.status = std::max(counts.status, exitStatus(error));
    if (counts.refused == kLinesOfErrors && !context.json())
        context.output.say(Words::tr("More records are refused; they are counted, but not listed."));
    if (counts.refused < kLinesOfErrors || context.json())
        tell(context.output, context.json(), error);
}

//! An error is of the store: no other record would fare better, and each might wait as long.
Result<void> importRecord(Context& context, desk::Desk& desk, const StartRun& start, Counts& counts,
    const QString& file, const ReadRecord& read)
{
    if (!read.record) {
        refuse(context, counts, locatedIn(read.record.error(), file, read));
        return {};
    }
    StartRun command = start;
    command.record = *read.record;
    const auto receipt = await(desk.submit(command, RunId()));
    if (!receipt && receipt.error().code == errc::recordKnown) {
        ++counts.known;
        return {};
    }
    if (!receipt && desk::isOfStore(receipt.error()))
        return receipt.error();
    if (!receipt) {
        refuse(context, counts, locatedIn(receipt.error(), file, read));
        return {};
    }
    ++counts.imported;
    if (context.json())
        context.output.json(
            {{"id", receipt->run.utf8()}, {"subject", memberAt(*read.record, "repositoryName")}, {"line", read.line}});
    return {};
}

int tellCounts(Context& context, const Counts& counts)
{
    if (context.json())
        context.output.sayJson(counts.object());
    else
        context.output.line(Words::tr("%1 imported, %2 known before, %3 refused.")
                                .arg(counts.imported)
                                .arg(counts.known)
                                .arg(counts.refused));
    return counts.status;
}

} // namespace

int importRecords(Context& context)
{
    // All files are read before anything is written: a wrong name must not end an import half-way.
    QList<std::pair<QString, QList<ReadRecord>>> files;
    qsizetype total = 0;
    for (const auto& file : context.arguments.operands) {
        auto records = context.environment.readRecords(file);
        if (!records)
            return context.fail(records.error());
        total += records->size();
        files.append({file, std::move(*records)});
    }
    const auto session = context.open(OpenMode::Commands);
    if (!session)
        return context.fail(session.error());
    auto& desk = (*session)->desk();
    const QString id =
        context.arguments.has(u"workflow"_s) ? context.arguments.value(u"workflow"_s) : u"cdp-create-service"_s;
    const auto workflow = desk::findWorkflow(desk, id);
    if (!workflow)
        return context.fail(workflow.error());
    const auto settings = desk.settings(id);
    if (!settings)
        return context.fail(settings.error());
    const StartRun start{.workflow = (*workflow)->source,
        .inputs = Json::object(),
        .settings = *settings,
        .profile = context.arguments.global.profile};
    Counts counts;
    qsizetype done = 0;
    for (const auto& [file, records] : files) {
        for (const auto& record : records) {
            if (const auto asked = importRecord(context, desk, start, counts, file, record); !asked) {
                context.fail(asked.error());
                counts.status = exitStatus(asked.error());
                return tellCounts(context, counts);
            }
            if (++done % kToldEvery == 0 && !context.json())
                context.output.say(Words::tr("%1 of %2 records").arg(done).arg(total));
        }
    }
    return tellCounts(context, counts);
}

} // namespace slipway::terminal
