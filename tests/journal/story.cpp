// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "base/text.h"

namespace slipway::journal::test {

const KindRules& kinds()
{
    static const KindRules rules = [] {
        KindRules made;
        for (const auto& kind : {u"github.pull-request"_s, u"github.auto-merge"_s, u"github.merged"_s,
                 u"github.workflow-run"_s, u"github.dispatch"_s, u"github.repository"_s})
            made.insert(kind, {.kind = kind, .anyOutputs = true});
        made.insert(u"gate"_s, {.kind = u"gate"_s, .parameters = {{u"message"_s}}}); // as the program itself has it
        return made;
    }();
    return rules;
}

Json smallWorkflow()
{
    return {{"id", "small"}, {"version", 1}, {"title", "Small"}, {"subject", "{{ inputs.name }}"},
        {"inputs", Json::array({{{"id", "name"}, {"type", "text"}, {"title", "Name"}}})},
        {"lanes", Json::array({{{"id", "repository"}, {"title", "Repository"}}})},
        {"steps",
            Json::array({{{"id", "raise"}, {"lane", "repository"}, {"kind", "github.pull-request"}, {"title", "Raise"}},
                {{"id", "merge"}, {"lane", "repository"}, {"kind", "github.merged"}, {"title", "Merge"},
                    {"needs", {"raise"}}}})}};
}

Json gateWorkflow()
{
    Json workflow = smallWorkflow();
    workflow["steps"] = Json::array({{{"id", "ask"}, {"lane", "repository"}, {"kind", "gate"}, {"title", "Ask"},
        {"with", {{"message", "Well?"}}}}});
    return workflow;
}

Json serviceWorkflow()
{
    Json workflow = smallWorkflow();
    workflow["id"] = "cdp-create-service";
    workflow["subject"] = "{{ inputs.repositoryName }}";
    Json inputs = Json::array();
    for (const char* id : {"repositoryName", "serviceType", "owningTeam"})
        inputs.push_back({{"id", id}, {"type", "text"}, {"title", id}});
    workflow["inputs"] = inputs;
    Json lanes = Json::array();
    Json steps = Json::array();
    const auto step = [&](const std::string& id, const std::string& lane, const char* kind, const Json& needs) {
        steps.push_back({{"id", id}, {"lane", lane}, {"kind", kind}, {"title", id}, {"needs", needs}});
    };
    const std::vector<std::pair<std::string, std::string>> repositories{
        {"infra", "tf-svc-infra"}, {"config", "cdp-app-config"}, {"nginx", "cdp-nginx-upstreams"}, {"svc", "tf-svc"}};
    for (const auto& [name, lane] : repositories) {
        lanes.push_back({{"id", lane}, {"title", lane}});
        step(name + "-raise", lane, "github.pull-request", Json::array());
        step(name + "-merged", lane, "github.merged", Json::array({name + "-raise"}));
        step(name + "-workflow", lane, "github.workflow-run", Json::array({name + "-merged"}));
    }
    lanes.push_back({{"id", "service"}, {"title", "Service"}});
    step("repository-create", "service", "github.dispatch", Json::array({"svc-raise"}));
    step("repository-ready", "service", "github.repository", Json::array({"repository-create"}));
    step("first-build", "service", "github.workflow-run", Json::array({"repository-ready"}));
    workflow["lanes"] = lanes;
    workflow["steps"] = steps;
    return workflow;
}

Story::Story(const QString& id, const QString& subject, const Json& workflow, const Json& inputs)
    : m_id(id)
{
    Json started{{"subject", subject.toStdString()}, {"workflow", workflow}, {"settings", Json::object()}};
    started["inputs"] = inputs.is_object() ? inputs : Json{{"name", subject.toStdString()}};
    started["stamp"] = now;
    add({.run = m_id, .sequence = 1, .at = {now}, .actor = u"mia"_s, .type = EventType::RunStarted, .data = started});
}

void Story::add(Event event)
{
    auto folded = fold(m_run, event, kinds());
    if (!folded)
        qFatal("the story does not fold: %s %s", qPrintable(folded.error().code),
            toBytes(folded.error().args).constData());
    m_run = std::move(*folded);
    m_events.push_back(std::move(event));
    now += 1'000;
}

Story& Story::then(EventType type, const QString& step, Json data, int attempt, Purpose purpose)
{
    add({.run = m_id,
        .sequence = m_run.sequence + 1,
        .at = {now},
        .actor = u"engine"_s,
        .type = type,
        .step = StepId(step),
        .purpose = purpose,
        .attempt = step.isEmpty() ? 0 : attempt,
        .data = std::move(data)});
    return *this;
}

Story& Story::done(const QString& step, const Json& outputs)
{
    const Json effect{{"effect", (step + u"/1/1"_s).toStdString()}};
    return then(EventType::StepStarted, step, {{"by", "engine"}})
        .then(EventType::EffectIntended, step, effect)
        .then(EventType::EffectSucceeded, step, effect)
        .then(EventType::StepSucceeded, step, {{"outputs", outputs}});
}

Events Story::news()
{
    const auto from = m_events.begin() + std::ptrdiff_t(m_told);
    m_told = m_events.size();
    return Events(from, m_events.end());
}

Json errorData(const QString& code, const QString& text)
{
    return {{"error", toJson(Error{.code = code, .details = {{"text", text.toStdString()}}})}};
}

} // namespace slipway::journal::test
