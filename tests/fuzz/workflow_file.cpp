// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include "base/text.h"
#include "steps/kinds.h"
#include "workflow/handle.h"
#include "workflow/parse_workflow.h"

namespace slipway::fuzz {

void workflowFile(const QByteArray& input)
{
    const auto workflow = parseWorkflow(input, u"a file"_s, steps::kindRules());
    if (!workflow) {
        require(!memberAt(workflow.error().args, "problems").empty(), "a refused workflow says why");
        return;
    }
    // A run keeps the definition: what was read once must read the same again.
    require(parseWorkflow((*workflow)->source, u"a run's copy"_s, steps::kindRules()).ok(), "a run's copy can be read");

    Json inputs = Json::object();
    for (const auto& each : (*workflow)->inputs)
        inputs[each.id.toStdString()] = "ct-sso";
    const auto events = handle({},
        {.id = CommandId(u"begin"_s),
            .run = RunId(u"run-1"_s),
            .actor = u"mia"_s,
            .at = {1},
            .command = StartRun{.workflow = (*workflow)->source, .inputs = inputs, .settings = settingsOf(**workflow)}},
        steps::kindRules());
    if (events)
        require(folded({}, *events).has_value(), "a started run can be folded");
}

} // namespace slipway::fuzz
