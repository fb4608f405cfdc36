// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/rest/rest_api.h"
#include "sandbox/rest/rest_errors.h"
#include "sandbox/rest/shapes.h"

namespace slipway::sandbox {

namespace {

qint64 runOf(const RestCall& call) { return call.arguments[2].toLongLong(); }

//! "2026-11-21", ">=2026-11-21T10:00:00Z", "<…", "A..B", as GitHub's search writes moments.
void readCreated(const QString& text, RunFilter& filter)
{
    const auto moment = [](const QString& value) { return Timestamp::fromIso(value); };
    if (const qsizetype dots = text.indexOf(u".."_s); dots > 0) {
        filter.createdFrom = moment(text.left(dots));
        filter.createdTo = moment(text.mid(dots + 2));
    } else if (text.startsWith(u">="_s)) {
        filter.createdFrom = moment(text.mid(2));
    } else if (text.startsWith(u"<="_s)) {
        filter.createdTo = moment(text.mid(2));
    } else if (text.startsWith(u'>')) {
        filter.createdFrom = moment(text.mid(1));
    } else if (text.startsWith(u'<')) {
        filter.createdTo = moment(text.mid(1));
    } else if (const auto from = moment(text)) {
        filter.createdFrom = from;
        filter.createdTo = *from + Millis(text.size() <= 10 ? 86'399'999 : 999);
    }
}

RunFilter filterOf(const HttpRequest& request)
{
    RunFilter filter;
    const auto value = [&](const QString& name) { return request.queryValue(name).value_or(QString()); };
    filter.headSha = value(u"head_sha"_s); // empty drops the filter, as on GitHub
    filter.branch = value(u"branch"_s);
    filter.event = value(u"event"_s);
    filter.status = value(u"status"_s);
    filter.actor = value(u"actor"_s);
    readCreated(value(u"created"_s), filter);
    return filter;
}

} // namespace

HttpAnswer RestApi::workflows(const RestCall& call)
{
    const Repository& repository = *find(call);
    std::vector<std::function<Json()>> items;
    for (const Workflow& workflow : repository.workflows)
        items.emplace_back([this, &repository, &workflow] { return restWorkflow(m_world, repository, workflow); });
    return page(call, items, "workflows");
}

HttpAnswer RestApi::workflow(const RestCall& call)
{
    const Repository& repository = *find(call);
    const Workflow* found = m_world.workflow(repository, call.arguments[2]);
    return found ? HttpAnswer::json(200, restWorkflow(m_world, repository, *found)) : restNotFound();
}

HttpAnswer RestApi::pendingDeployments(const RestCall& call)
{
    const WorkflowRun* found = m_world.run(find(call)->name, runOf(call));
    if (!found)
        return restNotFound();
    Json list = Json::array();
    if (!found->environment.isEmpty()) {
        Json reviewers = Json::array();
        for (const QString& each : found->reviewers) {
            const bool isTeam = each.startsWith(u"team "_s);
            const auto team = std::find_if(m_world.teams().begin(), m_world.teams().end(),
                [&](const Team& candidate) { return isTeam && candidate.slug == each.mid(5); });
            if (isTeam && team == m_world.teams().end())
                continue;
            reviewers.push_back(Json::object({{"type", isTeam ? "Team" : "User"},
                {"reviewer", isTeam ? restTeam(m_world, *team) : restUser(m_world, each)}}));
        }
        const QString url = apiUrl(m_world, *find(call)) + u"/environments/"_s + found->environment;
        list.push_back(
            Json::object({{"environment",
                              Json::object({{"id", 56'780'428}, {"node_id", "MDExOkVudmlyb25tZW50NTY3ODA0Mjg="},
                                  {"name", toJson(found->environment)}, {"url", toJson(url)},
                                  {"html_url", toJson(m_world.url(*found))}})},
                {"wait_timer", 0}, {"wait_timer_started_at", nullptr}, {"current_user_can_approve", false},
                {"reviewers", std::move(reviewers)}}));
    }
    return HttpAnswer::json(200, list);
}

HttpAnswer RestApi::runs(const RestCall& call)
{
    std::vector<std::function<Json()>> items;
    for (const WorkflowRun* each : m_world.runs(find(call)->name, filterOf(call.request)))
        items.emplace_back([this, each] { return restRun(m_world, *each); });
    return page(call, items, "workflow_runs");
}

HttpAnswer RestApi::workflowRuns(const RestCall& call)
{
    const Repository& repository = *find(call);
    const Workflow* workflow = m_world.workflow(repository, call.arguments[2]);
    if (!workflow)
        return restNotFound();
    RunFilter filter = filterOf(call.request);
    filter.workflow = workflow->path;
    std::vector<std::function<Json()>> items;
    for (const WorkflowRun* each : m_world.runs(repository.name, filter))
        items.emplace_back([this, each] { return restRun(m_world, *each); });
    return page(call, items, "workflow_runs");
}

HttpAnswer RestApi::run(const RestCall& call)
{
    const WorkflowRun* found = m_world.run(find(call)->name, runOf(call));
    return found ? HttpAnswer::json(200, restRun(m_world, *found)) : restNotFound();
}

HttpAnswer RestApi::jobs(const RestCall& call)
{
    const WorkflowRun* found = m_world.run(find(call)->name, runOf(call));
    if (!found)
        return restNotFound();
    if (found->conclusion == u"startup_failure")
        return page(call, {}, "jobs"); // none was begun
    return page(call, {[this, found] { return restJob(m_world, *found); }}, "jobs");
}

HttpAnswer RestApi::artifacts(const RestCall& call)
{
    // The world's workflows upload none.
    return m_world.run(find(call)->name, runOf(call)) ? page(call, {}, "artifacts") : restNotFound();
}

HttpAnswer RestApi::annotations(const RestCall& call)
{
    const WorkflowRun* run = m_world.runByCheckRun(runOf(call));
    if (!run || run->repository != find(call)->name)
        return restNotFound();
    std::vector<std::function<Json()>> items;
    if (run->conclusion == u"failure")
        items.emplace_back([this, run] { return restAnnotation(m_world, *run); });
    return page(call, items);
}

HttpAnswer RestApi::rerun(const RestCall& call)
{
    if (const auto wrong = checkFields(call.body, {{"enable_debug_logging", FieldType::Flag}}))
        return *wrong;
    const auto done = m_world.rerun(find(call)->name, runOf(call));
    return done ? HttpAnswer::json(201, Json::object()) : restRefusal(done.error(), "WorkflowRun");
}

HttpAnswer RestApi::cancel(const RestCall& call)
{
    const auto done = m_world.cancelRun(find(call)->name, runOf(call));
    return done ? HttpAnswer::json(202, Json::object()) : restRefusal(done.error(), "WorkflowRun");
}

HttpAnswer RestApi::dispatch(const RestCall& call)
{
    const Repository& repository = *find(call);
    const bool isNew = call.version == u"2026-03-10";
    if (m_world.access().runDetails == u"refused" && call.body.contains("return_run_details"))
        return restError(422, u"Invalid request.\n\n\"return_run_details\" is not a permitted key."_s);
    std::optional<HttpAnswer> wrong = isNew
        ? checkFields(call.body, {{"ref", FieldType::Text, true}, {"inputs", FieldType::Object}})
        : checkFields(call.body,
            {{"ref", FieldType::Text, true}, {"inputs", FieldType::Object}, {"return_run_details", FieldType::Flag}});
    if (wrong)
        return *wrong;
    Json inputs = memberAt(call.body, "inputs");
    if (!inputs.is_object())
        inputs = Json::object();
    const auto made = m_world.dispatch(repository.name, call.arguments[2], textAt(call.body, "ref"), inputs);
    if (!made)
        return restRefusal(made.error(), "Workflow");
    if (m_world.isEnterpriseServer() || m_world.access().runDetails == u"none"
        || (!isNew && !flagAt(call.body, "return_run_details")))
        return {204, {}, {}};
    return HttpAnswer::json(200,
        Json::object({{"workflow_run_id", *made},
            {"run_url", toJson(apiUrl(m_world, repository) + u"/actions/runs/"_s + QString::number(*made))},
            {"html_url", toJson(m_world.url(*m_world.runById(*made)))}}));
}

} // namespace slipway::sandbox
