// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/failed_jobs.h"
#include "steps/kinds.h"
#include "steps/pacing.h"
#include "workflow/parse_workflow.h"

#include <QDateTime>
#include <QRegularExpression>

namespace slipway::steps {

namespace {

using github::WorkflowRun;

constexpr Millis kExpectedWithin{180'000}; // a push's run is usually there within seconds; later is unusual
constexpr int kMostReruns = 10; // an attempt
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
        for (const qint64 id : idsAt(context, "lost"))
            reads.github.append(runById(*target, id));
        if (const auto* open = context.state.openEffect())
            reads.github.append(runById(*target, integerAt(open->target, "id")));
        if (context.fact("asksWhy").is_boolean()) {
            reads.github.append(commitOf(*target));
            if (!target->path.isEmpty())
                reads.github.append(workflowOf(*target));
        }
        if (const Json& run = context.fact("approval");
            run.is_number_integer() && !context.fact("approvers").is_string())
            reads.github.append(github::ReadPendingApprovals{target->repository, run.get<qint64>()});
        if (const auto failed = failedJobsRead(context, target->repository))
            reads.github.append(*failed);
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
        auto known = answer.value->runs;
        if (const auto wait = findLost(context, *target, seen, known))
            return *wait;
        const auto runs = latestByPath(known, context, *target);
        if (runs.isEmpty())
            return noRun(context, *target, seen);
        Json ids = Json::array();
        for (const auto& run : runs)
            ids.push_back(run.id);
        for (const auto& run : runs) {
            if (run.status == "WAITING"_L1)
                return waitForApproval(context, *target, run, std::move(ids), seen);
            if (run.completed())
                continue;
            Wait wait{.what = u"workflowRun"_s, .args = about(run, *target), .facts = {{"runs", std::move(ids)}}};
            if (run.status == "QUEUED"_L1 || run.status == "REQUESTED"_L1 || run.status == "PENDING"_L1)
                wait.args["state"] = "QUEUED";
            if (!idsAt(context, "lost").isEmpty())
                wait.facts["lost"] = lostRuns(context, answer.value->runs);
            return wait;
        }
        for (const auto& run : runs) {
            if (run.succeeded())
                continue;
            if (run.conclusion == "CANCELLED"_L1 || run.conclusion == "STALE"_L1)
                return superseded(context, *target, run, {}, seen);
            // Completed in name only: the same run begins once a person has approved it.
            if (run.conclusion == "ACTION_REQUIRED"_L1)
                return Ask{failure(run, *target, errc::githubRunApproval)};
            return failed(context, *target, run, seen);
        }
        return Done{describe(runs.first())};
    }

    Resolution resolve(const StepContext& context, const EffectRecord& effect, const Observation& seen) const override
    {
        const auto target = targetOf(context);
        if (!target)
            return {.kind = Resolution::Kind::AskPerson};
        // By its id: lists lag behind and may lose a run for a while.
        const auto run = seen.find<WorkflowRun>(runById(*target, integerAt(effect.target, "id")));
        if (!run.value)
            return lookAgain(run.error);
        const bool again =
            !run.value->completed() || moment(run.value->updatedAt) != textAt(effect.target, "updatedAt");
        return {again ? Resolution::Kind::Succeeded : Resolution::Kind::Absent, {{"id", run.value->id}}};
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

    static github::ReadWorkflowRun runById(const Target& target, qint64 id)
    {
        return {.repository = target.repository, .id = id};
    }
    static github::ReadCommit commitOf(const Target& target)
    {
        return {.repository = target.repository, .sha = target.sha};
    }
    static github::ReadWorkflow workflowOf(const Target& target)
    {
        return {.repository = target.repository, .path = target.path};
    }

    static QList<qint64> idsAt(const StepContext& context, const char* fact)
    {
        QList<qint64> ids;
        if (const Json& list = context.fact(fact); list.is_array())
            for (const auto& id : list)
                if (id.is_number_integer())
                    ids.append(id.get<qint64>());
        return ids;
    }

    static Json lostRuns(const StepContext& context, const QList<WorkflowRun>& runs)
    {
        Json lost = Json::array();
        for (const qint64 id : idsAt(context, "runs")) {
            if (std::none_of(runs.begin(), runs.end(), [&](const WorkflowRun& run) { return run.id == id; }))
                lost.push_back(id);
        }
        return lost;
    }

    //! GitHub's lists lose a run now and then that they have shown. What was seen once is asked for by its id, which
    //! never lies. Adds what was found so; a decision where the world must be asked first.
    static std::optional<Decision> findLost(
        const StepContext& context, const Target& target, const Observation& seen, QList<WorkflowRun>& runs)
    {
        Json lost = lostRuns(context, runs);
        if (lost.empty())
            return std::nullopt;
        if (context.fact("lost") != lost)
            return Wait{.what = u"workflowRun"_s,
                .args = {{"repository", target.repository.full().toStdString()}},
                .facts = {{"lost", std::move(lost)}},
                .lookAtOnce = true};
        for (const qint64 id : idsAt(context, "lost")) {
            const auto run = seen.find<WorkflowRun>(runById(target, id));
            if (run.value)
                runs.append(*run.value);
            else if (run.error && run.error->code != errc::githubNotFound) // a person may delete a run
                return Fail{*run.error, true};
        }
        return std::nullopt;
    }

    static bool counts(const WorkflowRun& run, const Target& target, bool byHand)
    {
        if (!run.branch.isEmpty() && !target.branch.isEmpty() && run.branch != target.branch)
            return false; // the same commit may be the head of another branch too
        if (target.path.isEmpty())
            return run.event == "push"_L1 || (byHand && run.event == "workflow_dispatch"_L1);
        // GitHub may write ".github/workflows/x.yml@ref".
        return run.path.section(u'@', 0, 0) == target.path;
    }

    //! The newest run of each workflow that counts; two workflows may have had the same file one after the other.
    static QList<WorkflowRun> latestByPath(
        const QList<WorkflowRun>& all, const StepContext& context, const Target& target)
    {
        // Where the push has started nothing, what a person has started by hand on the same commit stands in for it.
        const bool byHand = context.text("noneAfter").isEmpty() && context.waited() > kExpectedWithin
            && std::none_of(all.begin(), all.end(), [&](const WorkflowRun& run) { return counts(run, target, false); });
        QMap<QString, WorkflowRun> newest;
        for (const auto& run : all) {
            if (!counts(run, target, byHand))
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

    //! Waits for whoever may let the run into its environment, and says who that is.
    static Decision waitForApproval(
        const StepContext& context, const Target& target, const WorkflowRun& run, Json ids, const Observation& seen)
    {
        Wait wait{.what = u"runApproval"_s,
            .args = about(run, target),
            .facts = {{"runs", std::move(ids)}, {"approval", run.id}}};
        if (const Json& who = context.fact("approvers"); who.is_string()) {
            if (const QString names = toQString(who.get_ref<const std::string&>()); !names.isEmpty())
                wait.args["who"] = who;
            return wait;
        }
        const auto pending =
            seen.find<github::PendingApprovals>(github::ReadPendingApprovals{target.repository, run.id});
        if (!pending.value && !pending.error) {
            wait.lookAtOnce = true;
            return wait;
        }
        QString who = pending.value ? pending.value->reviewers.join(u", "_s) : QString();
        if (pending.value && !pending.value->environments.isEmpty())
            who += who.isEmpty() ? QString() : u" ("_s + pending.value->environments.join(u", "_s) + u')';
        wait.facts["approvers"] = who.toStdString();
        if (!who.isEmpty())
            wait.args["who"] = who.toStdString();
        return wait;
    }

    //! Markers by which GitHub starts no workflow for a push. A squash takes them over from title and body.
    static bool saysSkip(const QString& message)
    {
        for (const char* marker : {"[skip ci]", "[ci skip]", "[no ci]", "[skip actions]", "[actions skip]"})
            if (message.contains(QLatin1String(marker), Qt::CaseInsensitive))
                return true;
        static const QRegularExpression trailer(
            u"^skip-checks: ?true$"_s, QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
        return trailer.match(message).hasMatch();
    }

    //! Why no run can come, where that is certain; else empty.
    static QString whyNone(const Target& target, const Observation& seen)
    {
        if (const auto commit = seen.find<github::CommitInfo>(commitOf(target)); commit.value) {
            if (saysSkip(commit.value->message))
                return u"skipCi"_s;
            if (commit.value->mergedBy == "github-actions"_L1 || commit.value->mergedBy == "github-actions[bot]"_L1)
                return u"byToken"_s;
        }
        if (target.path.isEmpty())
            return {};
        if (const auto workflow = seen.find<github::WorkflowInfo>(workflowOf(target)); workflow.value) {
            if (!workflow.value->exists || workflow.value->state == "deleted"_L1)
                return u"noWorkflow"_s;
            if (workflow.value->state != "active"_L1)
                return u"disabled"_s;
        }
        return {};
    }

    static Error noRunError(const Target& target, const QString& reason)
    {
        Error error{.code = errc::githubNoWorkflowRun,
            .args = {{"repository", target.repository.full().toStdString()}, {"sha", target.sha.toStdString()},
                {"workflow", target.path.toStdString()}}};
        if (!reason.isEmpty())
            error.args["reason"] = reason.toStdString();
        return error;
    }

    static Decision noRun(const StepContext& context, const Target& target, const Observation& seen)
    {
        Wait wait{.what = u"runStart"_s,
            .args = {{"repository", target.repository.full().toStdString()}, {"sha", target.sha.toStdString()},
                {"workflow", target.path.toStdString()}}};
        if (const auto noneAfter = parseDuration(context.text("noneAfter")); noneAfter && context.waited() > *noneAfter)
            return Done{.note = u"noWorkflowRan"_s};
        if (context.waited() < kExpectedWithin)
            return wait;
        if (!context.fact("asksWhy").is_boolean()) {
            wait.facts["asksWhy"] = true;
            wait.lookAtOnce = true;
            return wait;
        }
        const QString reason = whyNone(target, seen);
        if (!target.path.isEmpty())
            return superseded(context, target, {.path = target.path}, reason, seen);
        return context.text("noneAfter").isEmpty() ? Decision(Ask{noRunError(target, reason)}) : Decision(wait);
    }

    //! Ours was cancelled or never came: a later run of the same workflow counts if its commit contains ours.
    static Decision superseded(const StepContext& context, const Target& target, const WorkflowRun& ours,
        const QString& whyNone, const Observation& seen)
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
            return failed(context, target, ours, seen);
        const bool underWay =
            std::any_of(later.value->commits.begin(), later.value->commits.end(), [&](const auto& commit) {
                return std::any_of(commit.runs.begin(), commit.runs.end(), [&](const WorkflowRun& run) {
                    return run.path.section(u'@', 0, 0) == ours.path.section(u'@', 0, 0) && !run.completed();
                });
            });
        // Whoever rewrote the branch has taken our commit out of it: no later run can hold it.
        if (!later.value->contained && context.waited() > kExpectedWithin)
            return Ask{noRunError(target, u"notInBranch"_s)};
        if (underWay)
            return wait;
        if (ours.id != 0 && context.waited() > kAskAfter)
            return end(context, target, ours, seen);
        if (ours.id == 0 && (!whyNone.isEmpty() || context.waited() > kAskAfter))
            return Ask{noRunError(target, whyNone)};
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
    static Decision failed(
        const StepContext& context, const Target& target, const WorkflowRun& run, const Observation& seen)
    {
        const bool cancelled = run.conclusion == "CANCELLED"_L1;
        if (!context.retried())
            return end(context, target, run, seen);
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
        if (mayBeFromBefore(context, *last, moment(run.updatedAt)))
            return Wait{.what = u"workflowRun"_s, .args = about(run, target)};
        return end(context, target, run, seen);
    }

    //! The attempt's end, with what the failed jobs tell. Of a run that was cancelled they would tell nothing more.
    static Decision end(
        const StepContext& context, const Target& target, const WorkflowRun& run, const Observation& seen)
    {
        if (run.conclusion == "CANCELLED"_L1 || run.conclusion == "STALE"_L1)
            return Fail{failure(run, target, errc::githubWorkflowCancelled)};
        return failWithJobs(context, target.repository, run.id, moment(run.updatedAt),
            failure(run, target, errc::githubWorkflowFailed), seen);
    }
};

} // namespace

const StepKind& workflowRunKind()
{
    static const WorkflowRunKind kind;
    return kind;
}

} // namespace slipway::steps
