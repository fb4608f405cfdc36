// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/workflow.h"

#include <QSet>

namespace slipway {

const StepDefinition* Workflow::step(const StepId& id) const
{
    const auto found = std::find_if(steps.cbegin(), steps.cend(), [&](const auto& step) { return step.id == id; });
    return found == steps.cend() ? nullptr : &*found;
}

const InputDefinition* Workflow::input(const QString& id) const
{
    const auto found = std::find_if(inputs.cbegin(), inputs.cend(), [&](const auto& input) { return input.id == id; });
    return found == inputs.cend() ? nullptr : &*found;
}

QList<StepId> Workflow::downstream(const StepId& id) const
{
    QSet<StepId> reached{id};
    // The file's order need not be an order of the needs, so this goes round until nothing is added.
    for (bool grown = true; grown;) {
        grown = false;
        for (const auto& step : steps) {
            if (reached.contains(step.id))
                continue;
            if (std::any_of(
                    step.needs.cbegin(), step.needs.cend(), [&](const auto& n) { return reached.contains(n); })) {
                reached.insert(step.id);
                grown = true;
            }
        }
    }
    QList<StepId> ordered;
    for (const auto& step : steps) {
        if (reached.contains(step.id))
            ordered.append(step.id);
    }
    return ordered;
}

bool Workflow::needs(const StepId& step, const StepId& other) const
{
    QSet<StepId> seen;
    QList<StepId> open{step};
    while (!open.isEmpty()) {
        const auto* definition = this->step(open.takeLast());
        if (!definition)
            continue;
        for (const auto& need : definition->needs) {
            if (need == other)
                return true;
            if (!seen.contains(need)) {
                seen.insert(need);
                open.append(need);
            }
        }
    }
    return false;
}

} // namespace slipway
