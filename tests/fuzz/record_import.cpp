// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include "base/text.h"
#include "journal/record.h"
#include "journal/record_text.h"
#include "steps/kinds.h"
#include "workflow/handle.h"
#include "workflow/record_history.h"

namespace slipway::fuzz {

void recordImport(const QByteArray& input)
{
    static const auto& workflow = *begunRun().workflow;
    static const auto settings = settingsOf(workflow);
    for (const auto& each : journal::readRecords(input)) {
        if (!each.record)
            continue;
        if (!recordHistory(workflow, settings, *each.record))
            continue; // before the workflow is read once more, which takes most of the time
        const auto events = handle({},
            {.id = CommandId(u"import"_s),
                .run = recordRunId(*each.record),
                .actor = u"mia"_s,
                .at = {1'800'000'000'000},
                .command = StartRun{.workflow = workflow.source,
                    .inputs = Json::object(),
                    .settings = settings,
                    .record = *each.record}},
            steps::kindRules());
        if (!events)
            continue;
        const auto run = folded({}, *events);
        require(run.has_value(), "an imported record is a run");
        require(journal::statusRecord(*run) == *each.record, "its record is the one that was imported");
    }
}

} // namespace slipway::fuzz
