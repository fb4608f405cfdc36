// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/run_text.h"

#include "base/text.h"
#include "desk/plain_text.h"
#include "terminal/words.h"
#include "workflow/inputs.h"

namespace slipway::terminal {

using desk::plainText;

namespace {

//! By the settings' defaults. Teams only GitHub knows.
QString choicesText(const Workflow& workflow, const InputDefinition& input)
{
    Json settings = Json::object();
    for (const auto& setting : workflow.settings)
        settings[setting.id.toStdString()] = setting.defaultValue;
    if (const auto choices = choicesOf(input, settings, std::nullopt))
        return plainText(choices->join(u", "_s), 300);
    return input.choices.is_null() ? QString() : valueText(input.choices);
}

} // namespace

QStringList workflowText(const Workflow& workflow)
{
    QStringList lines{toned(Tone::Strong, workflow.id) + u"  "_s + plainText(workflow.title)
        + Words::tr("  version %1").arg(workflow.version)};
    Table inputs;
    for (const auto& input : workflow.inputs) {
        inputs.add({{input.id}, {input.required ? Words::tr("required") : Words::tr("optional")},
            {plainText(input.title, 60)}, {choicesText(workflow, input)}});
    }
    lines << QString() << Words::tr("Inputs") << inputs.lines(u"  "_s);
    Table settings;
    for (const auto& setting : workflow.settings)
        settings.add({{setting.id}, {plainText(setting.title, 60)}, {valueText(setting.defaultValue)}});
    lines << QString() << Words::tr("Settings and their defaults") << settings.lines(u"  "_s);
    Table steps;
    for (const auto& step : workflow.steps) {
        QStringList needs;
        for (const auto& need : step.needs)
            needs << need.text();
        steps.add({{step.id.text()}, {step.lane}, {step.kind}, {plainText(step.title, 60)},
            {needs.isEmpty() ? QString() : Words::tr("after %1").arg(needs.join(u", "_s))}});
    }
    lines << QString() << Words::tr("Steps") << steps.lines(u"  "_s);
    return lines;
}

} // namespace slipway::terminal
