// SPDX-License-Identifier: GPL-3.0-or-later
#include "cdp_creations.h"

#include "base/text.h"
#include "steps/kinds.h"
#include "workflow/fold.h"
#include "workflow/inputs.h"
#include "workflow/parse_workflow.h"
#include "workflow/shipped.h"

#include <QEventLoop>

namespace simulation {

namespace {

const QStringList kChanged{u"tf-svc-infra"_s, u"cdp-app-config"_s, u"cdp-nginx-upstreams"_s, u"tf-svc"_s};

Json settingsFor(const Json& source, const sandbox::Sandbox& sandbox)
{
    const auto workflow = parseWorkflow(source, u"simulation"_s, steps::kindRules());
    const Json announced = sandbox.announcement();
    Json overrides = Json::object();
    for (const auto& setting : (*workflow)->settings)
        if (const auto name = setting.id.toStdString(); announced.contains(name))
            overrides[name] = announced[name];
    return *resolveSettings(**workflow, Json(), overrides);
}

} // namespace

Creation creation(int number)
{
    return {RunId(u"01JD%1"_s.arg(number + 1, 22, 10, QLatin1Char('0'))), u"simulated-%1"_s.arg(number)};
}

github::Connection connectionTo(const sandbox::Sandbox& sandbox)
{
    const Json announced = sandbox.announcement();
    return {QUrl(textAt(announced, "url")), Secret(textAt(announced, "token").toUtf8())};
}

Envelope startOf(const Creation& creation, const sandbox::Sandbox& sandbox, const CommandId& command, Timestamp at)
{
    const auto source = *parseJson(*shippedWorkflow(u"cdp-create-service"_s));
    return {.id = command,
        .run = creation.run,
        .actor = u"mia"_s,
        .at = at,
        .command = StartRun{.workflow = source,
            .inputs = {{"repositoryName", creation.service.toStdString()}, {"serviceType", "cdp-node-backend-template"},
                {"owningTeam", "fisheries"}},
            .settings = settingsFor(source, sandbox)}};
}

std::optional<Run> runOf(const Events& events)
{
    if (events.empty())
        return std::nullopt;
    const auto run = fold(Run{}, events, steps::kindRules());
    return run ? std::optional(*run) : std::nullopt;
}

bool isAtRest(const Run& run)
{
    if (!run.isOpen())
        return true;
    return (run.state == RunState::NeedsYou || run.state == RunState::Failed)
        && std::none_of(run.steps.begin(), run.steps.end(), [](const StepRun& step) {
               return (step.state == StepState::Running || step.state == StepState::Waiting || step.retryAt)
                   && !step.needsYou;
           });
}

void judgeWorld(const Json& ledger, const Creation& creation, bool isWhole, QStringList& duplicates, QStringList& lost)
{
    const auto count = [&](const QString& what, const char* list, auto&& fits) {
        const Json& all = memberAt(ledger, list);
        const auto found = std::count_if(all.begin(), all.end(), fits);
        if (found > 1)
            duplicates.append(u"%1: %2 instead of 1"_s.arg(what).arg(found));
        else if (found < 1 && isWhole)
            lost.append(u"%1: none"_s.arg(what));
    };
    const QString& name = creation.service;
    for (const auto& repository : kChanged) {
        const auto isOurs = [&](const Json& entry, const char* member) {
            return textAt(entry, "repository").endsWith(repository) && textAt(entry, member).contains(name)
                && !textAt(entry, member).contains(u"-onto-"_s);
        };
        count(u"branches of %1 in %2"_s.arg(name, repository), "branches",
            [&](const Json& entry) { return isOurs(entry, "name"); });
        count(u"pull requests of %1 in %2"_s.arg(name, repository), "pullRequests",
            [&](const Json& entry) { return isOurs(entry, "head"); });
    }
    count(u"dispatches of "_s + name, "dispatches",
        [&](const Json& entry) { return textAt(memberAt(entry, "inputs"), "repositoryName") == name; });
    count(u"repositories called "_s + name, "repositories",
        [&](const Json& entry) { return textAt(entry, "name").endsWith(name); });
}

void settle()
{
    QEventLoop loop;
    while (loop.processEvents(QEventLoop::AllEvents)) { }
}

} // namespace simulation
