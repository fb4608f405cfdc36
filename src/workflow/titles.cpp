// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/titles.h"

#include "base/text.h"
#include "workflow/template.h"

namespace slipway {

QHash<QString, QString> laneTitles(const Run& run)
{
    QHash<QString, QString> titles;
    if (!run.workflow)
        return titles;
    const Json scope = scopeOf(run);
    for (const auto& lane : run.workflow->lanes) {
        const auto title = expandText(lane.title, scope);
        titles.insert(lane.id, title && !title->isEmpty() ? *title : lane.id);
    }
    return titles;
}

QString laneTitle(const Run& run, const QString& lane) { return laneTitles(run).value(lane, lane); }

QString stepTitle(const Run& run, const StepId& step)
{
    const auto* definition = run.workflow ? run.workflow->step(step) : nullptr;
    return definition && !definition->title.isEmpty() ? definition->title : step.text();
}

} // namespace slipway
