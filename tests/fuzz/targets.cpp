// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include "base/text.h"
#include "steps/kinds.h"
#include "workflow/fold.h"
#include "workflow/handle.h"
#include "workflow/inputs.h"
#include "workflow/parse_workflow.h"
#include "workflow/shipped.h"

#include <cstdio>
#include <cstdlib>

namespace slipway::fuzz {

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "not as promised: %s\n", what);
    std::abort();
}

QByteArray takeLine(QByteArray& rest)
{
    const auto end = rest.indexOf('\n');
    const auto line = rest.left(end);
    rest = end < 0 ? QByteArray() : rest.mid(end + 1);
    return line;
}

Json settingsOf(const Workflow& workflow)
{
    const auto settings = resolveSettings(workflow, Json::object(), Json::object());
    return settings ? *settings : Json::object();
}

Json cdpInputs()
{
    return {{"repositoryName", "ct-sso"}, {"serviceType", "cdp-node-backend-template"}, {"owningTeam", "fisheries"}};
}

std::optional<Run> folded(Run run, const Events& events)
{
    auto whole = fold(std::move(run), events, steps::kindRules());
    return whole ? std::optional(*std::move(whole)) : std::nullopt;
}

const Run& begunRun()
{
    static const Run run = [] {
        const auto source = parseJson(*shippedWorkflow(u"cdp-create-service"_s));
        const auto workflow = parseWorkflow(*source, u"cdp-create-service.json"_s, steps::kindRules());
        const auto events = handle({},
            {.id = CommandId(u"begin"_s),
                .run = RunId(u"run-1"_s),
                .actor = u"mia"_s,
                .at = {1'700'000'000'000},
                .command = StartRun{.workflow = *source, .inputs = cdpInputs(), .settings = settingsOf(**workflow)}},
            steps::kindRules());
        require(events.ok(), "the shipped workflow can be started");
        return *folded({}, *events);
    }();
    return run;
}

} // namespace slipway::fuzz
