// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/kinds.h"
#include "workflow/parse_workflow.h"

#include <QDateTime>

namespace slipway::steps {

namespace {

using github::WorkflowRun;

constexpr Millis kExpectedWithin{180'000}; // a push's run is usually there within seconds; later is unusual
constexpr int kMostReruns = 5; // an attempt
constexpr Millis kAskAfter{600'000};

QString moment(const std::optional<Timestamp>& at)
{
    // The platform's records give these without milliseconds, as GitHub does.
    return at ? QDateTime::fromMSecsSinceEpoch(at->ms, Qt::UTC).toString(u"yyyy-MM-ddThh:mm:ss'Z'"_s) : QString();
}

Json describe(const WorkflowRun& run)
{
    return {{"id", run.id}, {"name", run.name.toStdString()}, {"path", run.path.toStdString()},
        {"url", run.url.toStdString()}, {"conclusion", run.conclusion.toLower().toStdString()},
        {"createdAt", moment(run.createdAt).toStdString()}, {"updatedAt", moment(run.updatedAt).toStdString()}};
}

//! Waits until GitHub Actions has run for one commit, and accepts a later run only where that one contains the commit.
class WorkflowRunKind : public StepKind {
public:
    KindRule rule() const override
    {
        return {.kind = u"github.workflow-run"_s,
            .parameters = {{u"repository"_s, ParameterType::Repository}, {u"sha"_s},
                {u"path"_s, ParameterType::Text, false}, {u"branch"_s, ParameterType::Text, false},
                {u"noneAfter"_s, ParameterType::Duration, false}},
            .outputs = {u"id"_s, u"name"_s, u"path"_s, u"url"_s, u"conclusion"_s, u"createdAt"_s, u"updatedAt"_s,
                u"coveredBy"_s}};
    }

    Reads reads(const StepContext& context) const override
    {
        const auto target = targetOf(context);
        if (!target)
            return {};
        Reads reads;
        reads.github.append(ownRuns(*target));
        if (context.fact("superseded").is_string()) {
            reads.github.append(laterRuns(*target));
            if (const QString candidate = textAt(context.attempt()->facts, "candidate"); !candidate.isEmpty())
                reads.github.append(comparison(*target, candidate));
        }
        return reads;
    }

    Decision decide(const StepContext& context, const Observation& seen) const override
    {
        const auto target = targetOf(context);
        if (!target)
            return Fail{target.error()};
        const auto answer = seen.find<github::CommitRuns>(ownRuns(*target));
        if (!answer.value)
            return Fail{answer.error ? *answer.error : Error{.code = errc::internal}, true};
        const auto runs = latestByPath(answer.value->runs, *target);
        if (runs.isEmpty())
            return noRun(context, *target, seen);
        for (const auto& run : runs) {
            if (!run.completed())
                return Wait{.what = run.status == "WAITING"_L1 ? u"runApproval"_s : u"workflowRun"_s,
                    .args = about(run, *target)};
        }
        for (const auto& run : runs) {
            if (run.succeeded())
                continue;
            if (run.conclusion == "CANCELLED"_L1 || run.conclusion == "STALE"_L1)
                return superseded(context, *target, run, seen);
            return failed(context, *target, run);
        }
        return Done{describe(runs.first())};
    }

    Resolution resolve(const StepContext& context, const EffectRecord& effect, const Observation& seen) const override
    {
        const auto target = targetOf(context);
        if (!target)
            return {.kind = Resolution::Kind::AskPerson};
        const auto answer = seen.find<github::CommitRuns>(ownRuns(*target));
        if (!answer.value)
            return {.kind = Resolution::Kind::LookAgain};
        for (const auto& run : answer.value->runs) {
            if (run.id != integerAt(effect.target, "id"))
                continue;
            const bool again = !run.completed() || moment(run.updatedAt) != textAt(effect.target, "updatedAt");
            return {again ? Resolution::Kind::Succeeded : Resolution::Kind::Absent, {{"id", run.id}}};
        }
        return {.kind = Resolution::Kind::LookAgain};
    }

private:
    struct Target {
        github::RepositoryName repository;
        QString sha, path, branch;
    };

    static Result<Target> targetOf(const StepContext& context)
    {
        const auto repository = github::RepositoryName::tryParse(context.text("repository"));
        if (!repository || !github::isSha(context.text("sha")))
            return Error{.code = errc::settingInvalid,
                .args = {{"name", repository ? "sha" : "repository"},
                    {"value", context.text(repository ? "sha" : "repository").toStdString()},
                    {"reason", "it is not what its name says"}}};
        return Target{.repository = *repository,
            .sha = context.text("sha"),
            .path = context.text("path"),
            .branch = textAt(context.with, "branch", u"main"_s)};
    }

    static github::WatchCommitRuns ownRuns(const Target& target)
    {
        return {.repository = target.repository, .sha = target.sha};
    }
    static github::WatchBranchRuns laterRuns(const Target& target)
    {
        return {.repository = target.repository, .branch = target.branch, .sha = target.sha};
    }
    static github::CompareCommits comparison(const Target& target, const QString& candidate)
    {
        return {.repository = target.repository, .base = target.sha, .head = candidate};
    }

    static bool matches(const WorkflowRun& run, const QString& path)
    {
        // GitHub may write ".github/workflows/x.yml@ref".
        return path.isEmpty() ? run.event == "push"_L1 : run.path.section(u'@', 0, 0) == path;
    }

    //! The newest run of each workflow that counts.
    static QList<WorkflowRun> latestByPath(const QList<WorkflowRun>& all, const Target& target)
    {
        QMap<QString, WorkflowRun> newest;
        for (const auto& run : all) {
            if (!matches(run, target.path))
                continue;
            const auto found = newest.find(run.path);
            if (found == newest.end())
                newest.insert(run.path, run);
            else if (found->id < run.id)
                *found = run;
        }
        return newest.values();
    }

    static Json about(const WorkflowRun& run, const Target& target)
    {
        return {{"repository", target.repository.full().toStdString()}, {"workflow", run.name.toStdString()},
            {"url", run.url.toStdString()}};
    }

    static Decision noRun(const StepContext& context, const Target& target, const Observation& seen)
    {
        const Json args{{"repository", target.repository.full().toStdString()}, {"sha", target.sha.toStdString()},
            {"workflow", target.path.toStdString()}};
        if (const auto noneAfter = parseDuration(context.text("noneAfter")); noneAfter && context.waited() > *noneAfter)
            return Done{.note = u"noWorkflowRan"_s};
        if (context.waited() < kExpectedWithin)
            return Wait{.what = u"runStart"_s, .args = args};
        if (!target.path.isEmpty())
            return superseded(context, target, {.path = target.path}, seen);
        if (context.waited() > kAskAfter)
            return Ask{{.code = errc::githubNoWorkflowRun, .args = args}};
        return Wait{.what = u"runStart"_s, .args = args};
    }

    //! Ours was cancelled or never came: a later run of the same workflow counts if its commit contains ours.
    static Decision superseded(
        const StepContext& context, const Target& target, const WorkflowRun& ours, const Observation& seen)
    {
        Wait wait{
            .what = u"workflowRun"_s, .args = about(ours, target), .facts = {{"superseded", target.sha.toStdString()}}};
        wait.args["superseded"] = true;
        if (!context.fact("superseded").is_string()) {
            wait.lookAtOnce = true;
            return wait;
        }
        const auto later = seen.find<github::BranchRuns>(laterRuns(target));
        if (later.error)
            return Fail{*later.error, true};
        if (!later.value)
            return wait;
        for (const auto& commit : later.value->commits) {
            if (commit.sha == target.sha)
                break; // newest first: what follows is older than ours
            for (const auto& run : commit.runs) {
                if (run.path.section(u'@', 0, 0) != ours.path.section(u'@', 0, 0) || !run.succeeded())
                    continue;
                const auto compared = seen.find<github::Comparison>(comparison(target, commit.sha));
                if (!compared.value) {
                    wait.facts["candidate"] = commit.sha.toStdString();
                    wait.lookAtOnce = textAt(context.attempt()->facts, "candidate") != commit.sha;
                    return wait;
                }
                if (!compared.value->headContainsBase())
                    continue;
                Json outputs = describe(run);
                outputs["coveredBy"] =
                    Json{{"id", run.id}, {"url", run.url.toStdString()}, {"sha", commit.sha.toStdString()}};
                return Done{std::move(outputs), u"coveredByLaterRun"_s};
            }
        }
        if (ours.id != 0 && context.retried())
            return failed(context, target, ours);
        const bool underWay =
            std::any_of(later.value->commits.begin(), later.value->commits.end(), [&](const auto& commit) {
                return std::any_of(commit.runs.begin(), commit.runs.end(), [&](const WorkflowRun& run) {
                    return run.path.section(u'@', 0, 0) == ours.path.section(u'@', 0, 0) && !run.completed();
                });
            });
        if (ours.id != 0 && !underWay && context.waited() > kAskAfter)
            return Fail{failure(ours, target, errc::githubWorkflowCancelled)};
        if (ours.id == 0 && !underWay && context.waited() > kAskAfter)
            return Ask{{.code = errc::githubNoWorkflowRun,
                .args = {{"repository", target.repository.full().toStdString()}, {"sha", target.sha.toStdString()},
                    {"workflow", target.path.toStdString()}}}};
        return wait;
    }

    static Error failure(const WorkflowRun& run, const Target& target, const QString& code)
    {
        Error error{.code = code, .args = about(run, target)};
        error.args["conclusion"] = run.conclusion.toLower().toStdString();
        error.details = {
            {"id", run.id}, {"url", run.url.toStdString()}, {"updatedAt", moment(run.updatedAt).toStdString()}};
        return error;
    }

    //! A failed run is an error; when a person retries, it is run again once, and counts anew once GitHub shows that.
    static Decision failed(const StepContext& context, const Target& target, const WorkflowRun& run)
    {
        const bool cancelled = run.conclusion == "CANCELLED"_L1;
        if (!context.retried())
            return Fail{failure(run, target, cancelled ? errc::githubWorkflowCancelled : errc::githubWorkflowFailed)};
        const auto* last = context.lastEffect();
        const bool asked = last && last->name == "rerunWorkflow"_L1 && integerAt(last->target, "id") == run.id;
        // A request that never took place is sent anew, within reason: whoever retried wants the run to run again.
        if (!asked || (last->absent && context.attempt()->effects.size() < kMostReruns))
            return Act{github::RerunWorkflow{.repository = target.repository,
                .id = run.id,
                .failedJobsOnly = !cancelled && run.conclusion != "STARTUP_FAILURE"_L1,
                .updatedAt = moment(run.updatedAt)}};
        if (last->state == EffectState::Failed && last->error)
            return Fail{*last->error};
        // GitHub may go on showing the old end for a moment. Its times have whole seconds, so an equal one proves little
        // for long.
        const bool settled = last->endedAt && context.now - *last->endedAt > Millis(qint64(30'000 / context.timeScale));
        if (moment(run.updatedAt) == textAt(last->target, "updatedAt") && !settled)
            return Wait{.what = u"workflowRun"_s, .args = about(run, target)};
        return Fail{failure(run, target, cancelled ? errc::githubWorkflowCancelled : errc::githubWorkflowFailed)};
    }
};

} // namespace

const StepKind& workflowRunKind()
{
    static const WorkflowRunKind kind;
    return kind;
}

} // namespace slipway::steps
