// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/node_ids.h"
#include "sandbox/world/world.h"

#include <algorithm>

//! Workflow runs and the checks that they are.
namespace slipway::sandbox {

namespace {

const QString boilerplateWorkflow = u".github/workflows/create_repo.yml"_s;

bool saysSkip(const QString& message)
{
    for (const QString& marker :
        {u"[skip ci]"_s, u"[ci skip]"_s, u"[no ci]"_s, u"[skip actions]"_s, u"[actions skip]"_s})
        if (message.contains(marker))
            return true;
    return message.contains(u"\nskip-checks: true"_s) || message.contains(u"\nskip-checks:true"_s);
}

//! run-name with its "${{ inputs.NAME }}".
QString titleOf(const Workflow& workflow, const Json& inputs)
{
    QString title = workflow.runName.isEmpty() ? workflow.name : workflow.runName;
    for (const auto& [name, value] : inputs.items())
        if (value.is_string())
            title.replace(u"${{ inputs.%1 }}"_s.arg(QString::fromStdString(name)), toQString(value.get<std::string>()));
    return title;
}

bool matchesWorkflow(const WorkflowRun& run, const QString& wanted)
{
    return run.path == wanted || run.path.section(u'/', -1) == wanted || QString::number(run.workflowId) == wanted;
}

} // namespace

const Workflow* World::workflow(const Repository& repository, const QString& fileOrPathOrId) const
{
    for (const Workflow& workflow : repository.workflows) {
        if (workflow.path == fileOrPathOrId || workflow.path.section(u'/', -1) == fileOrPathOrId
            || QString::number(workflow.id) == fileOrPathOrId)
            return &workflow;
    }
    return nullptr;
}

WorkflowRun* World::findRun(qint64 id)
{
    const auto found = m_runs.find(id);
    return found == m_runs.end() ? nullptr : &found->second;
}

const WorkflowRun* World::runById(qint64 id) const
{
    const auto found = m_runs.find(id);
    return found == m_runs.end() ? nullptr : &found->second;
}

const WorkflowRun* World::run(const QString& repository, qint64 id) const
{
    const WorkflowRun* found = runById(id);
    return found && found->repository.compare(repository, Qt::CaseInsensitive) == 0 ? found : nullptr;
}

const WorkflowRun* World::runBySuite(qint64 suiteId) const { return runById(m_runBySuite.value(suiteId)); }

const WorkflowRun* World::runByCheckRun(qint64 checkRunId) const { return runById(m_runByCheckRun.value(checkRunId)); }

std::vector<const WorkflowRun*> World::runs(const QString& name, const RunFilter& filter) const
{
    std::vector<const WorkflowRun*> result;
    const Repository* found = repository(name);
    if (!found)
        return result;
    const auto add = [&](const WorkflowRun& run) {
        if (run.repository != found->name || now() < run.hiddenUntil
            || (!filter.branch.isEmpty() && run.branch != filter.branch)
            || (!filter.event.isEmpty() && run.event != filter.event)
            || (!filter.actor.isEmpty() && run.actor != filter.actor)
            || (!filter.status.isEmpty() && run.status != filter.status && run.conclusion != filter.status)
            || (!filter.workflow.isEmpty() && !matchesWorkflow(run, filter.workflow))
            || (filter.createdFrom && run.createdAt < *filter.createdFrom)
            || (filter.createdTo && run.createdAt > *filter.createdTo))
            return;
        result.push_back(&run);
    };
    if (!filter.headSha.isEmpty()) {
        const QList<qint64> ids = m_runsBySha.value(found->name + u':' + filter.headSha);
        for (auto it = ids.crbegin(); it != ids.crend(); ++it)
            add(*runById(*it));
    } else {
        for (auto it = m_runs.crbegin(); it != m_runs.crend(); ++it)
            add(it->second);
    }
    return result;
}

RollupState World::rollup(const QString& name, const QString& sha) const
{
    std::map<QString, const WorkflowRun*> latest; // by check name
    for (const WorkflowRun* run : runs(name, {.headSha = sha})) {
        if (run->job.isEmpty())
            continue;
        latest.emplace(run->job, run); // newest first: the first one counts
    }
    if (latest.empty())
        return {};
    RollupState state = u"SUCCESS"_s;
    for (const auto& [job, run] : latest) {
        if (!run->isCompleted())
            state = state == u"FAILURE" ? state : u"PENDING"_s;
        else if (run->conclusion != u"success" && run->conclusion != u"skipped" && run->conclusion != u"neutral")
            state = u"FAILURE"_s;
    }
    return state;
}

double World::duration(const WorkflowRun& run) const
{
    if (run.event == u"pull_request")
        return m_durations.at(u"checks"_s);
    if (const auto own = m_durations.find(run.path); own != m_durations.end())
        return own->second;
    if (run.firstBuild)
        return m_durations.at(u"first-build"_s);
    if (run.path == boilerplateWorkflow)
        return m_durations.at(u"boilerplate"_s);
    const Repository* repository = this->repository(run.repository);
    const Workflow* workflow = repository ? this->workflow(*repository, run.path) : nullptr;
    if (workflow && workflow->concurrencyGroup)
        return m_durations.at(u"infrastructure"_s);
    return m_durations.at(u"workflows"_s);
}

void World::startRuns(Repository& repository, const QString& event, const QString& branch, const QString& sha,
    const QString& actor, qint64 pull)
{
    // What a workflow's own token does starts no workflow, and neither does a commit that says so.
    if (actor == m_robot.login || saysSkip(git(repository).commit(sha)->message))
        return;
    const auto passes = [&](const Workflow& workflow) {
        if (event != u"push" || workflow.paths.isEmpty())
            return true;
        const auto commit = git(repository).commit(sha);
        const auto changed = git(repository).diff(commit->parents.value(0), sha, false);
        return std::any_of(changed.begin(), changed.end(), [&](const ChangedFile& file) {
            return std::any_of(workflow.paths.begin(), workflow.paths.end(),
                [&](const QString& path) { return file.path.startsWith(path); });
        });
    };
    for (const Workflow& workflow : repository.workflows) {
        if (workflow.state != u"active" || !passes(workflow))
            continue;
        if ((event == u"push" && workflow.onPush) || (event == u"pull_request" && workflow.onPullRequest))
            createRun(repository, workflow, event, branch, sha, actor, pull, Json::object());
    }
}

WorkflowRun& World::createRun(Repository& repository, const Workflow& workflow, const QString& event,
    const QString& branch, const QString& sha, const QString& actor, qint64 pull, const Json& inputs)
{
    WorkflowRun run;
    run.repository = repository.name;
    run.id = ++m_lastRunId;
    run.nodeId = encodeNode(NodeKind::WorkflowRun, repository.id, run.id);
    run.suiteId = 21'000'000'000 + nextId();
    run.suiteNodeId = encodeNode(NodeKind::CheckSuite, repository.id, run.suiteId);
    run.checkRunId = 31'000'000'000 + nextId();
    run.checkRunNodeId = encodeNode(NodeKind::CheckRun, repository.id, run.checkRunId);
    run.workflowId = workflow.id;
    run.path = workflow.path;
    run.name = workflow.name;
    run.job = workflow.job;
    run.event = event;
    run.branch = branch;
    run.headSha = sha;
    run.actor = actor;
    run.pull = pull;
    run.inputs = inputs;
    run.firstBuild = event == u"push" && !repository.templateName.isEmpty() && repository.lastRunNumber == 0;
    run.number = ++repository.lastRunNumber;
    run.createdAt = run.startedAt = run.updatedAt = now();
    run.status = u"queued"_s;
    const PullRequest* request = pull ? pullRequest(repository.name, pull) : nullptr;
    const auto commit = git(repository).commit(sha);
    run.title = event == u"workflow_dispatch" ? titleOf(workflow, inputs)
        : request                             ? request->title
        : commit                              ? commit->headline()
                                              : workflow.name;
    WorkflowRun& stored = m_runs[run.id] = std::move(run);
    m_runBySuite[stored.suiteId] = stored.id;
    m_runByCheckRun[stored.checkRunId] = stored.id;
    m_runsBySha[repository.name + u':' + sha].append(stored.id);
    record("workflowRuns", Json::object({{"repository", toJson(repository.name)}, {"id", stored.id}}));
    touch(repository);
    trigger(event == u"pull_request" ? u"check"_s : u"run"_s, repository.name, stored.id);
    if (!stored.isCompleted())
        enqueue(stored);
    return stored;
}

void World::enqueue(WorkflowRun& run)
{
    if (!run.environment.isEmpty()) {
        run.status = u"waiting"_s;
        touch(run);
        return;
    }
    const Repository* repository = this->repository(run.repository);
    const Workflow* workflow = repository ? this->workflow(*repository, run.path) : nullptr;
    bool occupied = false;
    if (workflow && workflow->concurrencyGroup && run.event != u"pull_request") {
        QList<qint64> superseded;
        for (auto& [id, other] : m_runs) {
            if (id == run.id || other.repository != run.repository || other.path != run.path
                || other.branch != run.branch || other.isCompleted() || other.event == u"pull_request")
                continue;
            if (other.status == u"pending")
                superseded.append(id);
            else
                occupied = true;
        }
        // One running, one pending: GitHub cancels the older pending run for the newer one.
        for (const qint64 id : superseded)
            complete(m_runs.at(id), u"cancelled"_s);
    }
    if (occupied) {
        run.status = u"pending"_s;
        run.updatedAt = now();
        touch(run);
        return;
    }
    begin(run);
}

void World::begin(WorkflowRun& run)
{
    const double seconds = duration(run);
    run.status = u"queued"_s;
    run.overdue = false;
    run.startedAt = run.updatedAt = now();
    touch(run);
    if (seconds <= 0 && !run.held) {
        complete(run, run.plannedConclusion.isEmpty() ? u"success"_s : run.plannedConclusion);
        return;
    }
    const Json data = Json::object({{"run", run.id}, {"attempt", run.attempt}});
    schedule(now() + span(std::min(m_durations.at(u"queue"_s), seconds / 4)), u"run-begin"_s, data);
    schedule(now() + span(seconds), u"run-end"_s, data);
}

void World::complete(WorkflowRun& run, const QString& conclusion)
{
    if (run.isCompleted())
        return;
    run.status = u"completed"_s;
    run.conclusion = conclusion;
    run.plannedConclusion.clear();
    run.held = false;
    run.overdue = false;
    run.updatedAt = now();
    run.completedAt = now();
    if (run.path == boilerplateWorkflow && conclusion == u"success") {
        const auto made = makeRepository(textAt(run.inputs, "serviceType"), textAt(run.inputs, "repositoryName"));
        if (!made)
            run.conclusion = u"failure"_s; // the name is taken, or there is no such template
    }
    touch(run);
    afterRun(run);
}

void World::afterRun(WorkflowRun& run)
{
    if (run.event == u"pull_request") {
        considerAutoMerge(run.repository, run.pull);
        return;
    }
    const Repository* repository = this->repository(run.repository);
    const Workflow* workflow = repository ? this->workflow(*repository, run.path) : nullptr;
    if (workflow && workflow->concurrencyGroup) {
        const auto other = std::find_if(m_runs.begin(), m_runs.end(), [&](const auto& entry) {
            const WorkflowRun& candidate = entry.second;
            return candidate.repository == run.repository && candidate.path == run.path
                && candidate.status == u"pending";
        });
        const bool occupied = std::any_of(m_runs.begin(), m_runs.end(), [&](const auto& entry) {
            const WorkflowRun& candidate = entry.second;
            return candidate.repository == run.repository && candidate.path == run.path
                && candidate.event != u"pull_request" && !candidate.isCompleted() && candidate.status != u"pending";
        });
        if (other != m_runs.end() && !occupied)
            begin(other->second);
    }
    if (repository && !repository->templateName.isEmpty() && run.conclusion == u"success"
        && !run.path.endsWith(u"check-pull-request.yml"))
        schedule(now() + span(m_durations.at(u"portal"_s)), u"artifact"_s,
            Json::object(
                {{"repository", toJson(repository->name)}, {"tag", "0." + std::to_string(run.number) + ".0"}}));
}

Result<qint64> World::dispatch(const QString& name, const QString& workflowName, const QString& ref, const Json& inputs)
{
    const auto found = writable(name);
    if (!found)
        return found.error();
    Repository& repository = **found;
    const Workflow* workflow = this->workflow(repository, workflowName);
    if (!workflow)
        return refusal(errc::githubNotFound, u"Not Found"_s);
    if (auto refused = withoutPermission(u"actions"_s))
        return *refused;
    if (workflow->state != u"active")
        return refusal(errc::githubDispatchRefused, u"Cannot trigger a 'workflow_dispatch' on a disabled workflow"_s);
    const QString branch = ref.startsWith(u"refs/heads/"_s) ? ref.mid(11) : ref;
    const auto sha = git(repository).refTarget(u"refs/heads/"_s + branch);
    if (!sha)
        return refusal(errc::githubDispatchRefused, u"No ref found for: "_s + ref);
    if (!workflow->onDispatch)
        return refusal(errc::githubDispatchRefused, u"Workflow does not have 'workflow_dispatch' trigger"_s);
    QStringList unexpected;
    for (const auto& [key, value] : inputs.items()) {
        const QString input = QString::fromStdString(key);
        if (!workflow->requiredInputs.contains(input))
            unexpected.append(u'"' + input + u'"');
        else if (!value.is_string())
            return refusal(errc::githubDispatchRefused,
                u"Invalid value for input '%1': %2 is not a string"_s.arg(input, toQString(value.dump())));
    }
    if (!unexpected.isEmpty())
        return refusal(
            errc::githubDispatchRefused, u"Unexpected inputs provided: [%1]"_s.arg(unexpected.join(u", "_s)));
    for (const QString& required : workflow->requiredInputs) {
        if (textAt(inputs, required.toUtf8().constData()).isEmpty())
            return refusal(errc::githubDispatchRefused, u"Required input '%1' not provided"_s.arg(required));
    }
    const Workflow copy = *workflow;
    WorkflowRun& run = createRun(repository, copy, u"workflow_dispatch"_s, branch, *sha, m_viewer.login, 0, inputs);
    record("dispatches",
        Json::object({{"repository", toJson(repository.name)}, {"workflow", toJson(copy.path.section(u'/', -1))},
            {"inputs", inputs}, {"runId", run.id}}));
    return run.id;
}

Result<void> World::rerun(const QString& name, qint64 runId)
{
    const auto repository = writable(name);
    if (!repository)
        return repository.error();
    WorkflowRun* run = findRun(runId);
    if (!run || run->repository != (*repository)->name)
        return refusal(errc::githubNotFound, u"Not Found"_s);
    if (auto refused = withoutPermission(u"actions"_s))
        return *refused;
    if (!run->isCompleted())
        return refusal(errc::githubForbidden, u"This workflow is already running"_s);
    if (run->attempt >= 50)
        return refusal(errc::githubForbidden, u"This workflow run cannot be retried"_s);
    ++run->attempt;
    run->conclusion.clear();
    run->completedAt.reset();
    run->status = u"queued"_s;
    run->startedAt = run->updatedAt = now();
    trigger(u"rerun"_s, run->repository, run->id);
    enqueue(*run);
    return {};
}

Result<void> World::cancelRun(const QString& name, qint64 runId)
{
    const auto repository = writable(name);
    if (!repository)
        return repository.error();
    WorkflowRun* run = findRun(runId);
    if (!run || run->repository != (*repository)->name)
        return refusal(errc::githubNotFound, u"Not Found"_s);
    if (run->isCompleted())
        return refusal(errc::githubConflict, u"Cannot cancel a workflow run that is completed."_s);
    complete(*run, u"cancelled"_s);
    return {};
}

} // namespace slipway::sandbox
