// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/rest_reads.h"
#include "github/values_json.h"

namespace slipway::github {

namespace {

std::optional<QList<WorkflowRun>> runsFrom(const Json& json)
{
    const Json& list = memberAt(json, "workflow_runs");
    if (!list.is_array())
        return std::nullopt;
    QList<WorkflowRun> runs;
    QSet<qint64> known; // a run that begins while pages are read pushes another one onto the next page, too
    for (const auto& element : list) {
        auto run = runFromRest(element);
        if (!run || known.contains(run->id))
            continue;
        known.insert(run->id);
        runs.append(std::move(*run));
    }
    return runs;
}

//! GitHub takes a ref in full and tells of its runs by the name alone.
QString nameOfRef(const QString& ref)
{
    for (const auto prefix : {"refs/heads/"_L1, "refs/tags/"_L1})
        if (ref.startsWith(prefix))
            return ref.mid(prefix.size());
    return ref;
}

QString second(Timestamp moment) { return moment.toIso().left(19) + u'Z'; }

} // namespace

RestRead restRead(const ReadWorkflowRun& read)
{
    RestPath path(read.repository);
    path.part(u"actions"_s).part(u"runs"_s).part(QString::number(read.id));
    return {path,
        [](const Json& json) -> std::optional<Answer> {
            auto run = runFromRest(json);
            return run ? std::optional<Answer>(std::move(*run)) : std::nullopt;
        },
        {{"repository", read.repository.full().toStdString()}, {"run", read.id}}};
}

RestRead restRead(const ReadWorkflow& read)
{
    RestPath path(read.repository);
    path.part(u"actions"_s).part(u"workflows"_s).part(read.path.section(u'/', -1));
    return {path,
        [](const Json& json) -> std::optional<Answer> {
            const auto state = textAt(json, "state");
            return state.isEmpty() ? std::nullopt
                                   : std::optional<Answer>(WorkflowInfo{true, state, textAt(json, "html_url")});
        },
        {{"repository", read.repository.full().toStdString()}, {"workflow", read.path.toStdString()}}, WorkflowInfo{}};
}

RestRead restRead(const ReadPendingApprovals& read)
{
    RestPath path(read.repository);
    path.part(u"actions"_s).part(u"runs"_s).part(QString::number(read.run)).part(u"pending_deployments"_s);
    return {path,
        [](const Json& json) -> std::optional<Answer> {
            if (!json.is_array())
                return std::nullopt;
            PendingApprovals pending;
            for (const auto& deployment : json) {
                pending.environments.append(textAt(memberAt(deployment, "environment"), "name"));
                const Json& reviewers = memberAt(deployment, "reviewers");
                if (!reviewers.is_array())
                    continue;
                for (const auto& each : reviewers) {
                    const Json& who = memberAt(each, "reviewer");
                    pending.reviewers.append(
                        textAt(each, "type") == u"Team"_s ? u"team "_s + textAt(who, "slug") : textAt(who, "login"));
                }
            }
            for (auto* list : {&pending.environments, &pending.reviewers}) {
                list->removeAll(QString());
                list->removeDuplicates();
            }
            return Answer(std::move(pending));
        },
        {{"repository", read.repository.full().toStdString()}, {"run", read.run}}, PendingApprovals{}};
}

RestRead restRead(const FindDispatchedRuns& read)
{
    RestPath path(read.repository);
    path.part(u"actions"_s).part(u"workflows"_s).part(read.workflow).part(u"runs"_s);
    const auto branch = nameOfRef(read.branch);
    path.query("event", u"workflow_dispatch"_s)
        .query("branch", branch)
        .query(
            "created", read.until ? second(read.since) + u".."_s + second(*read.until) : u">="_s + second(read.since));
    if (!read.actor.isEmpty())
        path.query("actor", read.actor);
    return {path,
        [read, branch](const Json& json) -> std::optional<Answer> {
            auto runs = runsFrom(json);
            if (!runs)
                return std::nullopt;
            // A server that drops a filter it does not like answers strangers' runs. Its moments are whole seconds.
            runs->removeIf([&](const WorkflowRun& run) {
                const bool isAnothers = !read.actor.isEmpty() && !run.actor.isEmpty()
                    && run.actor.compare(read.actor, Qt::CaseInsensitive) != 0;
                return run.event != u"workflow_dispatch"_s || run.branch != branch || isAnothers
                    || (run.createdAt && *run.createdAt + Millis(1000) <= read.since)
                    || (run.createdAt && read.until && *run.createdAt > *read.until);
            });
            return Answer(CommitRuns{{}, std::move(*runs)});
        },
        {{"repository", read.repository.full().toStdString()}, {"workflow", read.workflow.toStdString()}}, std::nullopt,
        "workflow_runs"};
}

RestRead restRead(const WatchCommitRuns& read)
{
    RestPath path(read.repository);
    path.part(u"actions"_s).part(u"runs"_s).query("head_sha", read.sha);
    return {path,
        [read](const Json& json) -> std::optional<Answer> {
            auto runs = runsFrom(json);
            if (!runs)
                return std::nullopt;
            runs->removeIf([&](const WorkflowRun& run) { return run.headSha != read.sha; });
            return Answer(CommitRuns{read.sha, std::move(*runs)});
        },
        {{"repository", read.repository.full().toStdString()}, {"sha", read.sha.toStdString()}}, std::nullopt,
        "workflow_runs"};
}

RestRead restRead(const WatchBranchRuns& read)
{
    RestPath path(read.repository);
    path.part(u"actions"_s).part(u"runs"_s);
    path.query("branch", read.branch).query("event", u"push"_s).query("per_page", u"100"_s);
    return {path,
        [read](const Json& json) -> std::optional<Answer> {
            auto runs = runsFrom(json);
            if (!runs)
                return std::nullopt;
            // GitHub lists the newest first; the commits follow in that order.
            BranchRuns branch;
            for (auto& run : *runs) {
                if (run.event != u"push"_s || run.branch != read.branch)
                    continue;
                auto commit = std::find_if(branch.commits.begin(), branch.commits.end(),
                    [&](const CommitRuns& known) { return known.sha == run.headSha; });
                if (commit == branch.commits.end())
                    commit = branch.commits.insert(commit, CommitRuns{run.headSha, {}});
                commit->runs.append(std::move(run));
            }
            return Answer(std::move(branch));
        },
        {{"repository", read.repository.full().toStdString()}, {"branch", read.branch.toStdString()}}};
}

} // namespace slipway::github
