// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rest/shapes.h"

#include "base/text.h"
#include "sandbox/rest/shape_parts.h"

namespace slipway::sandbox {

namespace {

//! GitHub Actions, the app that makes the check runs.
Json actionsApp(const World& world)
{
    return Json::object({{"id", 15368}, {"slug", "github-actions"}, {"node_id", "MDM6QXBwMTUzNjg="},
        {"owner", restUser(world, world.organisation())}, {"name", "GitHub Actions"},
        {"description", "Automate your workflow from idea to production"},
        {"external_url", "https://help.github.com/en/actions"},
        {"html_url", toJson(world.baseUrl() + u"/apps/github-actions"_s)}, {"created_at", "2018-07-30T09:30:17Z"},
        {"updated_at", "2024-04-10T20:33:16Z"},
        {"permissions", Json::object({{"checks", "write"}, {"contents", "write"}, {"metadata", "read"}})},
        {"events", Json::array({"workflow_dispatch"})}});
}

} // namespace

Json restRun(const World& world, const WorkflowRun& r)
{
    const Repository& repository = *world.repository(r.repository);
    const QString url = apiUrl(world, repository) + u"/actions/runs/"_s + QString::number(r.id);
    Json headCommit = nullptr;
    if (const auto commit = world.git(repository).commit(r.headSha))
        headCommit = Json::object({{"id", toJson(commit->oid)}, {"tree_id", toJson(commit->tree)},
            {"message", toJson(commit->message)}, {"timestamp", restTime(commit->committer.at)},
            {"author", Json::object({{"name", toJson(commit->author.name)}, {"email", toJson(commit->author.email)}})},
            {"committer",
                Json::object({{"name", toJson(commit->committer.name)}, {"email", toJson(commit->committer.email)}})}});
    const auto side = [&](const QString& name, const QString& oid) {
        return Json::object({{"ref", toJson(name)}, {"sha", toJson(oid)},
            {"repo",
                Json::object({{"id", repository.id}, {"url", toJson(apiUrl(world, repository))},
                    {"name", toJson(repository.name)}})}});
    };
    Json pulls = Json::array();
    if (const PullRequest* pull = r.pull > 0 ? world.pullRequest(r.repository, r.pull) : nullptr)
        pulls.push_back(Json::object({{"id", pull->id}, {"number", pull->number},
            {"url", toJson(apiUrl(world, repository) + u"/pulls/"_s + QString::number(pull->number))},
            {"head", side(pull->headName, pull->headOid)}, {"base", side(pull->baseName, pull->baseOid)}}));
    return Json::object({{"id", r.id}, {"name", toJson(r.name)}, {"node_id", toJson(r.nodeId)},
        {"head_branch", toJson(r.branch)}, {"head_sha", toJson(r.headSha)}, {"path", toJson(r.path)},
        {"display_title", toJson(r.title)}, {"run_number", r.number}, {"run_attempt", r.attempt},
        {"event", toJson(r.event)}, {"status", toJson(r.status)}, {"conclusion", restOrNull(r.conclusion)},
        {"workflow_id", r.workflowId}, {"check_suite_id", r.suiteId}, {"check_suite_node_id", toJson(r.suiteNodeId)},
        {"url", toJson(url)}, {"html_url", toJson(world.url(r))}, {"pull_requests", std::move(pulls)},
        {"created_at", restTime(r.createdAt)}, {"updated_at", restTime(r.updatedAt)},
        {"run_started_at", restTime(r.startedAt)}, {"actor", restUser(world, r.actor)},
        {"triggering_actor", restUser(world, r.actor)}, {"artifacts_url", toJson(url + u"/artifacts"_s)},
        {"check_suite_url", toJson(apiUrl(world, repository) + u"/check-suites/"_s + QString::number(r.suiteId))},
        {"jobs_url", toJson(url + u"/jobs"_s)}, {"logs_url", toJson(url + u"/logs"_s)},
        {"rerun_url", toJson(url + u"/rerun"_s)}, {"cancel_url", toJson(url + u"/cancel"_s)},
        {"workflow_url", toJson(apiUrl(world, repository) + u"/actions/workflows/"_s + QString::number(r.workflowId))},
        {"head_commit", std::move(headCommit)},
        {"repository", restRepository(world, repository, RepositoryShape::Minimal)},
        {"head_repository", restRepository(world, repository, RepositoryShape::Minimal)}});
}

Json restWorkflow(const World& world, const Repository& repository, const Workflow& w)
{
    return Json::object({{"id", w.id}, {"node_id", toJson(w.nodeId)}, {"name", toJson(w.name)},
        {"path", toJson(w.path)}, {"state", toJson(w.state)}, {"created_at", restTime(repository.createdAt)},
        {"updated_at", restTime(repository.createdAt)},
        {"url", toJson(apiUrl(world, repository) + u"/actions/workflows/"_s + QString::number(w.id))},
        {"html_url", toJson(world.url(repository) + u"/blob/"_s + repository.defaultBranch + u'/' + w.path)},
        {"badge_url", toJson(world.url(repository) + u"/workflows/"_s + w.name + u"/badge.svg"_s)}});
}

Json restCheckRun(const World& world, const WorkflowRun& r)
{
    const QString status = r.status == u"pending" ? u"queued"_s : r.status;
    const QString api = apiUrl(world, *world.repository(r.repository));
    const QString url = api + u"/check-runs/"_s + QString::number(r.checkRunId);
    return Json::object({{"id", r.checkRunId}, {"node_id", toJson(r.checkRunNodeId)}, {"name", toJson(r.job)},
        {"head_sha", toJson(r.headSha)}, {"external_id", ""}, {"url", toJson(url)}, {"status", toJson(status)},
        {"conclusion", restOrNull(r.conclusion)}, {"started_at", restTime(r.startedAt)},
        {"completed_at", restTime(r.completedAt)}, {"html_url", toJson(world.url(r))},
        {"details_url", toJson(world.url(r))}, {"check_suite", Json::object({{"id", r.suiteId}})},
        {"app", actionsApp(world)},
        {"output",
            Json::object({{"title", nullptr}, {"summary", nullptr}, {"text", nullptr},
                {"annotations_count", r.conclusion == u"failure" ? 1 : 0},
                {"annotations_url", toJson(url + u"/annotations"_s)}})},
        {"pull_requests", Json::array()}});
}

Json restAnnotation(const World& world, const WorkflowRun& r)
{
    // What GitHub itself notes of a step whose program failed.
    return Json::object({{"path", ".github"}, {"start_line", 1}, {"end_line", 1}, {"start_column", nullptr},
        {"end_column", nullptr}, {"annotation_level", "failure"}, {"title", ""},
        {"message", "Process completed with exit code 1."}, {"raw_details", ""},
        {"blob_href", toJson(world.url(*world.repository(r.repository)) + u"/blob/"_s + r.headSha + u"/.github"_s)}});
}

namespace {

//! The steps that every job has, and one that does its work.
Json stepsOf(const WorkflowRun& r)
{
    Json steps = Json::array();
    if (r.status != u"in_progress" && !r.isCompleted())
        return steps;
    const auto add = [&](const QString& name, const QString& status, const QString& conclusion) {
        steps.push_back(Json::object({{"name", toJson(name)}, {"status", toJson(status)},
            {"conclusion", restOrNull(conclusion)}, {"number", int(steps.size()) + 1},
            {"started_at", restTime(r.startedAt)}, {"completed_at", restTime(r.completedAt)}}));
    };
    add(u"Set up job"_s, u"completed"_s, u"success"_s);
    add(u"Run "_s + r.job, r.isCompleted() ? u"completed"_s : u"in_progress"_s, r.conclusion);
    if (r.isCompleted())
        add(u"Complete job"_s, u"completed"_s, u"success"_s);
    return steps;
}

} // namespace

Json restJob(const World& world, const WorkflowRun& r)
{
    const QString api = apiUrl(world, *world.repository(r.repository));
    const QString id = QString::number(r.checkRunId);
    return Json::object({{"id", r.checkRunId}, {"run_id", r.id}, {"node_id", toJson(r.checkRunNodeId)},
        {"head_sha", toJson(r.headSha)}, {"name", toJson(r.job)}, {"workflow_name", toJson(r.name)},
        {"run_attempt", r.attempt}, {"status", toJson(r.status)}, {"conclusion", restOrNull(r.conclusion)},
        {"created_at", restTime(r.createdAt)}, {"started_at", restTime(r.startedAt)},
        {"completed_at", restTime(r.completedAt)}, {"html_url", toJson(world.url(r))},
        {"run_url", toJson(api + u"/actions/runs/"_s + QString::number(r.id))},
        {"url", toJson(api + u"/actions/jobs/"_s + id)}, {"check_run_url", toJson(api + u"/check-runs/"_s + id)},
        {"head_branch", toJson(r.branch)}, {"steps", stepsOf(r)}, {"labels", Json::array({"ubuntu-latest"})},
        {"runner_id", nullptr}, {"runner_name", nullptr}, {"runner_group_id", nullptr},
        {"runner_group_name", nullptr}});
}

} // namespace slipway::sandbox
