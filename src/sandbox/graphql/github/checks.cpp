// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/github_views.h"

//! Check suites, check runs, workflow runs: one of each for a run of the world.
namespace slipway::sandbox::graphql {

namespace {

const Repository& repositoryOf(const WorkflowRun& run, Call& call) { return *worldOf(call).repository(run.repository); }

Resolved conclusion(const WorkflowRun& run) { return textOrNull(run.conclusion.toUpper()); }

QString checkUrl(const WorkflowRun& run, Call& call)
{
    return worldOf(call).url(run) + u"/job/"_s + QString::number(run.checkRunId);
}

Resolved contexts(const RollupView& v, Call& call)
{
    RunFilter filter;
    filter.headSha = v.sha;
    const auto runs = worldOf(call).runs(v.repository->name, filter);
    Resolved::List list;
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
        list.emplace_back(makeObject(CheckRunView{*run}));
    return connection(u"StatusCheckRollupContextConnection"_s, std::move(list), call);
}

void addSuite(Resolvers& resolvers)
{
    using View = CheckSuiteView;
    resolvers.add<View>({
        {u"id", [](const View& v, Call&) -> Resolved { return v.run->suiteNodeId; }},
        {u"databaseId", [](const View& v, Call&) -> Resolved { return number(v.run->suiteId); }},
        {u"app", [](const View&, Call&) -> Resolved { return makeObject(AppView{}); }},
        {u"branch",
            [](const View& v, Call& c) -> Resolved {
                return refObject(worldOf(c), repositoryOf(*v.run, c), u"refs/heads/"_s + v.run->branch);
            }},
        {u"commit",
            [](const View& v, Call& c) -> Resolved {
                return commitObject(worldOf(c), repositoryOf(*v.run, c), v.run->headSha);
            }},
        {u"status", [](const View& v, Call&) -> Resolved { return v.run->status.toUpper(); }},
        {u"conclusion", [](const View& v, Call&) -> Resolved { return conclusion(*v.run); }},
        {u"createdAt", [](const View& v, Call&) -> Resolved { return time(v.run->createdAt); }},
        {u"updatedAt", [](const View& v, Call&) -> Resolved { return time(v.run->updatedAt); }},
        {u"url",
            [](const View& v, Call& c) -> Resolved {
                return worldOf(c).url(repositoryOf(*v.run, c)) + u"/commit/"_s + v.run->headSha
                    + u"/checks?check_suite_id="_s + QString::number(v.run->suiteId);
            }},
        {u"repository", [](const View& v, Call& c) -> Resolved { return repositoryObject(&repositoryOf(*v.run, c)); }},
        {u"workflowRun", [](const View& v, Call&) -> Resolved { return makeObject(WorkflowRunView{v.run}); }},
        {u"checkRuns",
            [](const View& v, Call& c) -> Resolved {
                return connection(u"CheckRunConnection"_s, {makeObject(CheckRunView{v.run})}, c);
            }},
    });
    resolvers.add<AppView>({
        {u"id", [](const AppView&, Call&) -> Resolved { return u"MDM6QXBwMTUzNjg="_s; }},
        {u"databaseId", [](const AppView&, Call&) -> Resolved { return number(actionsAppId); }},
        {u"slug", [](const AppView&, Call&) -> Resolved { return u"github-actions"_s; }},
        {u"name", [](const AppView&, Call&) -> Resolved { return u"GitHub Actions"_s; }},
    });
}

void addCheckRun(Resolvers& resolvers)
{
    using View = CheckRunView;
    resolvers.add<View>({
        {u"id", [](const View& v, Call&) -> Resolved { return v.run->checkRunNodeId; }},
        {u"databaseId", [](const View& v, Call&) -> Resolved { return number(v.run->checkRunId); }},
        {u"name", [](const View& v, Call&) -> Resolved { return v.run->job; }},
        {u"status", [](const View& v, Call&) -> Resolved { return v.run->status.toUpper(); }},
        {u"conclusion", [](const View& v, Call&) -> Resolved { return conclusion(*v.run); }},
        {u"startedAt", [](const View& v, Call&) -> Resolved { return time(v.run->startedAt); }},
        {u"completedAt", [](const View& v, Call&) -> Resolved { return time(v.run->completedAt); }},
        {u"detailsUrl", [](const View& v, Call& c) -> Resolved { return checkUrl(*v.run, c); }},
        {u"permalink", [](const View& v, Call& c) -> Resolved { return checkUrl(*v.run, c); }},
        {u"url", [](const View& v, Call& c) -> Resolved { return checkUrl(*v.run, c); }},
        {u"isRequired",
            [](const View& v, Call& c) -> Resolved {
                return flag(repositoryOf(*v.run, c).requiredChecks.contains(v.run->job));
            }},
        {u"checkSuite", [](const View& v, Call&) -> Resolved { return makeObject(CheckSuiteView{v.run}); }},
    });
}

void addRun(Resolvers& resolvers)
{
    using View = WorkflowRunView;
    resolvers.add<View>({
        {u"id", [](const View& v, Call&) -> Resolved { return v.run->nodeId; }},
        {u"databaseId", [](const View& v, Call&) -> Resolved { return number(v.run->id); }},
        {u"url", [](const View& v, Call& c) -> Resolved { return worldOf(c).url(*v.run); }},
        {u"runNumber", [](const View& v, Call&) -> Resolved { return number(v.run->number); }},
        {u"event", [](const View& v, Call&) -> Resolved { return v.run->event; }},
        {u"createdAt", [](const View& v, Call&) -> Resolved { return time(v.run->createdAt); }},
        {u"updatedAt", [](const View& v, Call&) -> Resolved { return time(v.run->updatedAt); }},
        {u"checkSuite", [](const View& v, Call&) -> Resolved { return makeObject(CheckSuiteView{v.run}); }},
        {u"workflow",
            [](const View& v, Call& c) -> Resolved {
                const Repository& repository = repositoryOf(*v.run, c);
                const Workflow* workflow = worldOf(c).workflow(repository, QString::number(v.run->workflowId));
                return workflow ? Resolved(makeObject(WorkflowView{&repository, *workflow})) : nullptr;
            }},
        {u"file", [](const View& v, Call&) -> Resolved { return makeObject(WorkflowRunFileView{v.run}); }},
    });
    using File = WorkflowRunFileView;
    resolvers.add<File>({
        {u"id", [](const File& v, Call&) -> Resolved { return madeUpId(u"WRF_kw", {v.run->nodeId}); }},
        {u"path", [](const File& v, Call&) -> Resolved { return v.run->path; }},
    });
    resolvers.add<WorkflowView>({
        {u"id", [](const WorkflowView& v, Call&) -> Resolved { return v.workflow.nodeId; }},
        {u"databaseId", [](const WorkflowView& v, Call&) -> Resolved { return number(v.workflow.id); }},
        {u"name", [](const WorkflowView& v, Call&) -> Resolved { return v.workflow.name; }},
        {u"state", [](const WorkflowView&, Call&) -> Resolved { return u"ACTIVE"_s; }},
        {u"url",
            [](const WorkflowView& v, Call& c) -> Resolved {
                return worldOf(c).url(*v.repository) + u"/actions/workflows/"_s + v.workflow.path.section(u'/', -1);
            }},
    });
}

} // namespace

void addChecks(Resolvers& resolvers)
{
    addSuite(resolvers);
    addCheckRun(resolvers);
    addRun(resolvers);
    resolvers.add<RollupView>({
        {u"id",
            [](const RollupView& v, Call&) -> Resolved {
                return madeUpId(u"SCR_kw", {v.repository->nodeId, v.sha});
            }},
        {u"state", [](const RollupView& v, Call&) -> Resolved { return v.state; }},
        {u"commit",
            [](const RollupView& v, Call& c) -> Resolved { return commitObject(worldOf(c), *v.repository, v.sha); }},
        {u"contexts", contexts},
    });
}

} // namespace slipway::sandbox::graphql
