// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/run_comparison.h"

#include "base/text.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/error_text.h"
#include "workflow/titles.h"

#include <QCoreApplication>

namespace slipway::console {

namespace {

using LinePart = ComparedLine::Part;

struct CompareWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::Comparison)
};

std::optional<Millis> lengthOf(std::optional<Timestamp> from, std::optional<Timestamp> to)
{
    return from && to ? std::optional(*to - *from) : std::nullopt;
}

bool differMuch(std::optional<Millis> a, std::optional<Millis> b)
{
    if (!a || !b)
        return a.has_value() != b.has_value();
    const Millis shorter = std::min(*a, *b), longer = std::max(*a, *b);
    return longer - shorter > Millis(5'000) && longer.count() * 2 > shorter.count() * 3;
}

QString valueText(const Json& object, const std::string& name)
{
    const Json& value = memberAt(object, name.c_str());
    if (value.is_null())
        return {};
    return safeLine(value.is_string() ? textAt(object, name.c_str()) : QString::fromUtf8(toBytes(value)), 120);
}

ComparedLine textLine(LinePart part, const QString& what, const QString& first, const QString& second)
{
    return {part, what, first, second, first != second};
}

//! "Done, 2 attempts, 3 min": what a person would compare.
QString outcomeText(const desk::RunView& view, const StepRun& step, Timestamp now)
{
    const StepDefinition& definition = *view.run.workflow->step(step.id);
    QStringList parts{safeLine(desk::stateWord(step, definition, now), 60)};
    if (step.attempts.size() > 1)
        parts += CompareWords::tr("%n attempt(s)", nullptr, int(step.attempts.size()));
    if (const auto length = lengthOf(step.startedAt, step.endedAt))
        parts += durationText(*length);
    return parts.join(u", "_s);
}

ComparedLine stepLine(const desk::RunView& first, const desk::RunView& second, const StepId& id, Timestamp now)
{
    const StepRun* a = first.run.step(id);
    const StepRun* b = second.run.step(id);
    const StepDefinition& definition = a ? *first.run.workflow->step(id) : *second.run.workflow->step(id);
    ComparedLine line{.part = LinePart::Step,
        .what = CompareWords::tr("%1: %2", "lane, step")
                    .arg(safeLine(laneTitle(a ? first.run : second.run, definition.lane), 60),
                        safeLine(definition.title, 100))};
    if (a)
        line.first = outcomeText(first, *a, now);
    if (b)
        line.second = outcomeText(second, *b, now);
    line.differs = !a || !b || a->state != b->state || a->attempts.size() != b->attempts.size()
        || (a->error ? a->error->code : QString()) != (b->error ? b->error->code : QString())
        || differMuch(lengthOf(a->startedAt, a->endedAt), lengthOf(b->startedAt, b->endedAt));
    return line;
}

} // namespace

QList<ComparedLine> compareRuns(const desk::RunView& first, const desk::RunView& second, Timestamp now)
{
    const Run& a = first.run;
    const Run& b = second.run;
    QList<ComparedLine> lines;
    lines += textLine(LinePart::Run, CompareWords::tr("Service"), safeLine(a.subject, 80), safeLine(b.subject, 80));
    lines += textLine(LinePart::Run, CompareWords::tr("State"), desk::stateWord(a.state), desk::stateWord(b.state));
    lines +=
        textLine(LinePart::Run, CompareWords::tr("Started by"), safeLine(a.startedBy, 60), safeLine(b.startedBy, 60));
    // Every run starts at another time; that is no difference.
    lines += {LinePart::Run, CompareWords::tr("Started"), dateTimeText(a.startedAt), dateTimeText(b.startedAt), false};
    const auto lengthA = lengthOf(a.startedAt, a.endedAt), lengthB = lengthOf(b.startedAt, b.endedAt);
    lines += {LinePart::Run, CompareWords::tr("Took"), lengthA ? durationText(*lengthA) : CompareWords::tr("not ended"),
        lengthB ? durationText(*lengthB) : CompareWords::tr("not ended"), differMuch(lengthA, lengthB)};
    lines += textLine(LinePart::Run, CompareWords::tr("Workflow"),
        CompareWords::tr("%1, version %2").arg(safeLine(a.workflow->title, 80)).arg(a.workflow->version),
        CompareWords::tr("%1, version %2").arg(safeLine(b.workflow->title, 80)).arg(b.workflow->version));

    QStringList names;
    for (const Json* inputs : {&a.inputs, &b.inputs})
        for (const auto& [name, value] : inputs->items())
            if (!names.contains(toQString(name)))
                names += toQString(name);
    for (const QString& name : names) {
        const InputDefinition* input = a.workflow->input(name) ? a.workflow->input(name) : b.workflow->input(name);
        lines += textLine(LinePart::Input, safeLine(input && !input->title.isEmpty() ? input->title : name, 80),
            valueText(a.inputs, name.toStdString()), valueText(b.inputs, name.toStdString()));
    }
    QList<StepId> steps;
    for (const StepDefinition& step : a.workflow->steps)
        steps += step.id;
    for (qsizetype i = 0; i < b.workflow->steps.size(); ++i)
        if (const StepId& id = b.workflow->steps[i].id; !steps.contains(id))
            steps.insert(std::min(i, steps.size()), id);
    for (const StepId& id : steps)
        lines += stepLine(first, second, id, now);
    return lines;
}

} // namespace slipway::console
