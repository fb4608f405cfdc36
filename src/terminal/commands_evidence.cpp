// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/context.h"

#include "base/text.h"
#include "desk/error_text.h"
#include "desk/plain_text.h"
#include "desk/run_json.h"
#include "terminal/await.h"
#include "terminal/exit_status.h"
#include "terminal/run_text.h"
#include "terminal/words.h"

namespace slipway::terminal {

namespace {

QString agreementWord(desk::EvidenceLine::Agreement agreement)
{
    switch (agreement) {
    case desk::EvidenceLine::Agreement::Same: return Words::tr("same");
    case desk::EvidenceLine::Agreement::Differs: return Words::tr("DIFFERS");
    case desk::EvidenceLine::Agreement::NotCompared: return {};
    }
    Q_UNREACHABLE();
}

void printEvidence(Context& context, const desk::Evidence& evidence)
{
    if (evidence.contradicts())
        context.output.line(evidence.headline);
    Table table;
    table.add({{Words::tr("what"), Tone::Quiet},
        {evidence.service.isEmpty() ? Words::tr("service") : evidence.service, Tone::Quiet},
        {Words::tr("journal"), Tone::Quiet}, {{}, Tone::Quiet}});
    for (const auto& line : evidence.lines)
        table.add({{desk::plainText(line.what, 60)}, {desk::plainText(line.service, 60)},
            {desk::plainText(line.journal, 60)}, {agreementWord(line.agreement)}});
    if (evidence.lines.isEmpty())
        context.output.line(Words::tr("There is nothing to be read for this step."));
    else
        for (const auto& line : table.lines())
            context.output.line(line);
    if (!evidence.onRetry.isEmpty())
        context.output.line(Words::tr("A retry would %1.").arg(desk::plainText(evidence.onRetry)));
    if (evidence.error)
        for (const auto& line : errorText(*evidence.error, {}))
            context.output.line(line);
    context.output.say(Words::tr("Read at %1. Nothing was changed.").arg(clockTime(evidence.readAt)));
}

} // namespace

int showEvidence(Context& context)
{
    const auto session = context.open(OpenMode::Read);
    if (!session)
        return context.fail(session.error());
    auto& desk = (*session)->desk();
    const auto id = await(desk.resolve(context.arguments.operands.first()));
    if (!id)
        return context.fail(id.error());
    const auto evidence = await(desk.evidence(*id, StepId(context.arguments.operands.value(1))));
    if (!evidence)
        return context.fail(evidence.error());
    if (context.json()) {
        auto json = desk::evidenceJson(*evidence);
        if (evidence->error)
            json["error"] = desk::errorJson(*evidence->error);
        context.output.json(json);
    } else {
        printEvidence(context, *evidence);
    }
    return ExitDone;
}

} // namespace slipway::terminal
