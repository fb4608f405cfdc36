// SPDX-License-Identifier: GPL-3.0-or-later
// What the runs of the fake desk have lived through: stories, the gallery of them, and the errors in them.
#include "base/error_codes.h"
#include "fake_desk.h"
#include "workflow/fold.h"
#include "workflow/parse_workflow.h"

namespace slipway::test {

Error workflowFailed()
{
    return {.code = errc::githubWorkflowFailed,
        .args = {{"repository", "DEFRA/tf-svc-infra"}, {"workflow", "Terraform - env"}, {"conclusion", "failure"}},
        .details = {{"url", "https://github.com/DEFRA/tf-svc-infra/actions/runs/6262496892"}, {"status", 200},
            {"requestId", "8A1F:33"}, {"text", "Error: creating ECR repository: limit exceeded"}}};
}

Error needsPerson()
{
    return {.code = errc::githubPullRequestClosed,
        .args = {{"repository", "DEFRA/cdp-app-config"}, {"number", 812}},
        .details = {{"url", "https://github.com/DEFRA/cdp-app-config/pull/812"}}};
}

Error noNetwork()
{
    return {.code = errc::networkTimeout, .args = {{"host", "api.github.com"}}, .details = {{"text", "timed out"}}};
}

Error outcomeUnknown()
{
    return {.code = errc::effectUnknown, .args = {{"effect", "httpRequest"}, {"because", "noLookUp"}}};
}

Json registering()
{
    const auto request = [](const char* id, const char* title, const char* url) -> Json {
        Json step{{"id", id}, {"lane", "registry"}, {"kind", "http.request"}, {"title", title}};
        step["with"] = {{"method", "POST"}, {"url", url}, {"effect", "none"}};
        return step;
    };
    Json first = request("register", "Register the name", "https://registry.example/names");
    first["with"]["outputs"] = {{"number", "/number"}};
    first["with"]["outputs"]["colour"] = {{"at", "/colour"}, {"as", "last segment"}};
    Json second = request("announce", "Announce it", "https://registry.example/{{ steps.register.number }}/announce");
    second["needs"] = Json::array({"register"});
    const Json input{{"id", "name"}, {"type", "text"}, {"title", "Name"}};
    const Json lane{{"id", "registry"}, {"title", "Registry"}};
    Json workflow{
        {"id", "register-name"}, {"version", 1}, {"title", "Register a name"}, {"subject", "{{ inputs.name }}"}};
    workflow["inputs"] = Json::array({input});
    workflow["lanes"] = Json::array({lane});
    workflow["steps"] = Json::array({first, second});
    return workflow;
}

Json inviting()
{
    Json workflow = registering();
    Json& first = workflow["steps"][0]["with"];
    first.erase("outputs");
    first["secretOutputs"] = {{"code", "/code"}};
    workflow["steps"][1]["with"]["url"] = "https://registry.example/announce";
    workflow["steps"][1]["with"]["headers"] = {{"X-Code", "{{ steps.register.code }}"}};
    return workflow;
}

void FakeDesk::append(const RunId& id, Event event)
{
    Entry& entry = *m_runs[id];
    event.run = id;
    event.sequence = entry.run.sequence + 1;
    auto after = fold(entry.run, event, m_kinds);
    if (!after)
        qFatal("the story does not fold: %s", toBytes(toJson(after.error())).constData());
    entry.run = *std::move(after);
    entry.events.push_back(std::move(event));
}

FakeDesk::Story FakeDesk::begin(const QString& name, Millis ago, const QString& team, const QString& by)
{
    const Timestamp at = m_clock.now() - ago;
    const RunId id(u"01J%1"_s.arg(++m_number, 23, 10, QChar(u'0')));
    m_runs.insert(id, std::make_shared<Entry>());
    m_order += id;
    const Json inputs{{"repositoryName", name.toStdString()}, {"serviceType", "cdp-node-backend-template"},
        {"owningTeam", team.toStdString()}};
    append(id,
        {.at = at,
            .actor = by,
            .type = EventType::RunStarted,
            .data = {{"subject", name.toStdString()}, {"workflow", m_workflows.first()->source}, {"inputs", inputs},
                {"settings", *settings(m_workflows.first()->id)}, {"stamp", at.ms}, {"profile", ""}}});
    return Story(*this, id);
}

FakeDesk::Story FakeDesk::begin(const Json& workflow, const Json& inputs, Millis ago)
{
    const auto parsed = parseWorkflow(workflow, u"the test's"_s, m_kinds);
    if (!parsed)
        qFatal("the workflow does not parse: %s", toBytes(toJson(parsed.error())).constData());
    const Timestamp at = m_clock.now() - ago;
    const RunId id(u"01J%1"_s.arg(++m_number, 23, 10, QChar(u'0')));
    m_runs.insert(id, std::make_shared<Entry>());
    m_order += id;
    append(id,
        {.at = at,
            .actor = u"mia"_s,
            .type = EventType::RunStarted,
            .data = {{"subject", inputs.begin().value()}, {"workflow", workflow}, {"inputs", inputs},
                {"settings", Json::object()}, {"stamp", at.ms}, {"profile", ""}}});
    return Story(*this, id);
}

FakeDesk::Story& FakeDesk::Story::event(
    EventType type, Millis ago, const char* step, const Json& data, const char* actor)
{
    const StepId id(QString::fromLatin1(step));
    const StepRun* state = m_desk.m_runs[m_run]->run.step(id);
    const int number = state ? int(state->attempts.size()) + (type == EventType::StepStarted ? 1 : 0) : 0;
    m_desk.append(m_run,
        {.at = m_desk.m_clock.now() - ago,
            .actor = QString::fromLatin1(actor),
            .type = type,
            .step = id,
            .attempt = number,
            .data = data});
    return *this;
}

FakeDesk::Story& FakeDesk::Story::start(const char* step, Millis ago, const char* by)
{
    return event(EventType::StepStarted, ago, step, {{"by", by}});
}

FakeDesk::Story& FakeDesk::Story::wait(const char* step, Millis ago, const char* what, const Json& args)
{
    return event(EventType::StepWaiting, ago, step, {{"for", what}, {"args", args}, {"facts", Json::object()}});
}

FakeDesk::Story& FakeDesk::Story::succeed(const char* step, Millis ago, const Json& outputs, const char* note)
{
    return event(EventType::StepSucceeded, ago, step, {{"outputs", outputs}, {"note", note}});
}

FakeDesk::Story& FakeDesk::Story::fail(const char* step, Millis ago, const Error& error, std::optional<Millis> retryIn)
{
    Json data{{"error", toJson(error)}};
    if (retryIn)
        data["retryAt"] = (m_desk.m_clock.now() + *retryIn).ms;
    return event(EventType::StepFailed, ago, step, data);
}

FakeDesk::Story& FakeDesk::Story::ask(const char* step, Millis ago, const Error& error)
{
    return event(EventType::StepAsked, ago, step, {{"error", toJson(error)}});
}

FakeDesk::Story& FakeDesk::Story::cutOff(const char* step, Millis ago)
{
    const std::string effect = std::string(step) + "/1/1";
    start(step, ago).event(EventType::EffectIntended, ago, step,
        {{"effect", effect}, {"name", "httpRequest"}, {"class", "none"}, {"target", Json::object()}});
    return event(EventType::EffectUnknown, ago, step,
        {{"effect", effect}, {"notBefore", 1}, {"error", toJson(Error{.code = errc::effectUnknown})}});
}

FakeDesk::Story& FakeDesk::Story::done(const char* step, Millis from, Millis to, const Json& outputs)
{
    return start(step, from).succeed(step, to, outputs);
}

FakeDesk::Story& FakeDesk::Story::raise(const char* step, Millis from, Millis to, const Json& outputs)
{
    const std::string effect = std::string(step) + "/1/1";
    return start(step, from)
        .event(EventType::EffectIntended, from, step,
            {{"effect", effect}, {"name", "raisePullRequest"}, {"class", "precondition"}, {"target", Json::object()}})
        .event(EventType::EffectSucceeded, to, step, {{"effect", effect}, {"result", outputs}})
        .succeed(step, to, outputs);
}

namespace {

Json pullRequest(const char* repository, int number)
{
    const std::string repo(repository);
    return {{"number", number}, {"url", "https://github.com/DEFRA/" + repo + "/pull/" + std::to_string(number)},
        {"branch", "add-service-1695303440080"}, {"sha", "523efa0ccb344b9a7ae057fb7f0bb9a2edda39a3"},
        {"nodeId", "PR_kwDOJVWcQM5a5CAy"}};
}

//! The beginning that most runs share: everything raised, the infrastructure's pull request waiting.
FakeDesk::Story raised(FakeDesk::Story story, Millis ago)
{
    story.done("validate", ago, ago - 2s)
        .raise("infra-raise", ago - 2s, ago - 9s, pullRequest("tf-svc-infra", 225))
        .done("infra-auto-merge", ago - 9s, ago - 12s, {{"mode", "armed"}})
        .raise("config-raise", ago - 9s, ago - 16s, pullRequest("cdp-app-config", 812))
        .raise("nginx-raise", ago - 9s, ago - 18s, pullRequest("cdp-nginx-upstreams", 341));
    return story;
}

Json merged() { return {{"mergedSha", "7081cc038ec7050fe4e25f8c0544420a01f43e79"}}; }
Json workflowRun()
{
    return {{"id", 6262496892}, {"name", "Terraform - env"}, {"conclusion", "success"},
        {"url", "https://github.com/DEFRA/tf-svc-infra/actions/runs/6262496892"}};
}

} // namespace

QHash<QString, RunId> FakeDesk::addGallery()
{
    QHash<QString, RunId> ids;
    {
        auto s = raised(begin(u"orders-api"_s, 31min, u"cdp-platform"_s), 31min);
        s.start("infra-merged", 30min)
            .wait("infra-merged", 30min, "review",
                {{"number", 225}, {"repository", "DEFRA/tf-svc-infra"}, {"who", "DEFRA/platform-leads"}});
        ids[u"waiting"_s] = s.run();
    }
    {
        auto s = raised(begin(u"basket-ui"_s, 14min, u"fisheries"_s), 14min);
        s.done("infra-merged", 13min, 11min, merged())
            .start("infra-workflow", 11min)
            .fail("infra-workflow", 8min, workflowFailed())
            .event(EventType::RetryRequested, 7min, "infra-workflow",
                {{"steps", {"infra-workflow"}}, {"scope", "step"}, {"reason", "quota raised"}}, "mia")
            .done("infra-workflow", 7min, 4min, workflowRun())
            .raise("svc-raise", 4min, 4min - 7s, pullRequest("tf-svc", 540))
            .start("config-auto-merge", 4min)
            .succeed("config-auto-merge", 4min - 3s, {{"mode", "armed"}})
            .event(EventType::StepAdvanced, 3min, "nginx-auto-merge",
                {{"outputs", Json::object()}, {"reason", "merged by hand, checks were green"}, {"verified", false}},
                "mia")
            .done("svc-auto-merge", 3min + 50s, 3min + 46s, {{"mode", "armed"}})
            .start("repository-create", 2min + 40s)
            .start("config-merged", 3min + 40s)
            .wait("config-merged", 3min + 39s, "checks", {{"number", 812}, {"repository", "DEFRA/cdp-app-config"}});
        ids[u"running"_s] = s.run();
    }
    {
        auto s = begin(u"stock-feed"_s, 6min, u"forestry-management"_s, u"jon"_s);
        s.done("validate", 6min, 6min - 2s)
            .start("infra-raise", 5min + 50s)
            .fail("infra-raise", 5min + 20s, noNetwork(), -5min)
            .start("infra-raise", 5min)
            .fail("infra-raise", 4min + 20s, noNetwork(), 38s);
        ids[u"retrying"_s] = s.run();
    }
    {
        auto s = raised(begin(u"audit-sink"_s, 65h, u"cdp-platform"_s), 65h);
        s.start("infra-merged", 65h)
            .wait("infra-merged", 65h, "autoMerge", {{"number", 226}, {"repository", "DEFRA/tf-svc-infra"}});
        ids[u"stuck"_s] = s.run();
    }
    {
        auto s = raised(begin(u"ledger-api"_s, 44min, u"fisheries"_s, u"jon"_s), 44min);
        s.done("infra-merged", 43min, 40min, merged())
            .start("infra-workflow", 40min)
            .fail("infra-workflow", 31min, workflowFailed());
        ids[u"failed"_s] = s.run();
    }
    {
        auto s = raised(begin(u"permits-frontend"_s, 90min, u"animal-and-plant-health"_s), 90min);
        s.done("infra-merged", 89min, 80min, merged())
            .done("infra-workflow", 80min, 70min, workflowRun())
            .raise("svc-raise", 70min, 69min, pullRequest("tf-svc", 541))
            .start("config-auto-merge", 69min)
            .ask("config-auto-merge", 68min, needsPerson())
            .done("nginx-auto-merge", 69min, 68min, {{"mode", "armed"}})
            .done("svc-auto-merge", 69min, 68min, {{"mode", "armed"}})
            .event(EventType::NoteAdded, 20min, "", {{"text", "Asked in the platform channel who closed it."}}, "mia");
        ids[u"needsYou"_s] = s.run();
    }
    {
        auto s = raised(begin(u"quota-sync"_s, 26h, u"fisheries"_s), 26h);
        s.event(EventType::RunPaused, 25h, "", {{"reason", "change freeze"}}, "mia");
        ids[u"paused"_s] = s.run();
    }
    {
        auto s = begin(u"old-thing"_s, 50h, u"fisheries"_s);
        s.done("validate", 50h, 50h - 2s)
            .start("infra-raise", 50h - 3s)
            .event(EventType::CancelRequested, 49h, "", {{"reason", "wrong name"}}, "jon")
            .event(EventType::RunCancelled, 49h, "", {{"reason", "wrong name"}}, "jon");
        ids[u"cancelled"_s] = s.run();
    }
    return ids;
}

void FakeDesk::addFinished(int count)
{
    // All share one history: what matters here is their number.
    static const char* const names[] = {"harbour", "catch", "forest", "permit", "soil", "river", "herd", "grain"};
    const auto& workflow = *m_workflows.first();
    for (int i = 0; i < count; ++i) {
        const Millis ago = 72h + 37min * i;
        const auto entry = std::make_shared<Entry>();
        Run& run = entry->run;
        run.id = RunId(u"01H%1"_s.arg(i, 23, 10, QChar(u'0')));
        run.workflow = m_workflows.first();
        run.subject = u"%1-service-%2"_s.arg(QString::fromLatin1(names[i % 8])).arg(i);
        run.inputs = {
            {"repositoryName", run.subject.toStdString()}, {"owningTeam", i % 3 ? "fisheries" : "cdp-platform"}};
        run.settings = *settings(workflow.id);
        run.startedBy = i % 2 ? u"mia"_s : u"jon"_s;
        run.startedAt = m_clock.now() - ago;
        run.endedAt = run.startedAt + 41min;
        run.sequence = 60;
        run.state = RunState::Succeeded;
        Timestamp at = run.startedAt;
        for (const auto& definition : workflow.steps) {
            StepRun step{.id = definition.id, .state = StepState::Succeeded, .startedAt = at, .endedAt = at + 2min};
            step.attempts = {{.startedAt = at, .endedAt = at + 2min, .state = AttemptState::Succeeded}};
            if (definition.kind == u"github.repository")
                step.outputs = {{"url", "https://github.com/DEFRA/" + run.subject.toStdString()}};
            run.steps += step;
            at = at + 2min;
        }
        m_order += run.id;
        m_runs.insert(run.id, entry);
    }
}

} // namespace slipway::test
