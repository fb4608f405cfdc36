// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/evidence_look.h"

#include "base/text.h"
#include "desk/error_text.h"
#include "steps/step_context.h"

#include <QCoreApplication>
#include <QUrl>

namespace slipway::desk {

namespace {

using Agreement = EvidenceLine::Agreement;

struct LineWords {
    Q_DECLARE_TR_FUNCTIONS(EvidenceLines)
};

QString shortSha(const QString& sha) { return sha.left(10); }

QString stateWords(github::PullRequestState state)
{
    switch (state) {
    case github::PullRequestState::Open: return LineWords::tr("open");
    case github::PullRequestState::Closed: return LineWords::tr("closed, not merged");
    case github::PullRequestState::Merged: return LineWords::tr("merged");
    }
    Q_UNREACHABLE();
}

Agreement compared(const QString& service, const QString& journal)
{
    if (service.isEmpty() || journal.isEmpty())
        return Agreement::NotCompared;
    return service == journal ? Agreement::Same : Agreement::Differs;
}

//! What the journal believes of the pull request that a step concerns, gathered from the steps of its lane.
struct Belief {
    const StepRun* raised = nullptr;
    const StepRun* armed = nullptr;
    const StepRun* merged = nullptr;
    const StepRun* here = nullptr; //!< the step that is looked at

    Belief(const Run& run, const StepId& id)
    {
        here = run.step(id);
        const auto* definition = run.workflow->step(id);
        const QString raise =
            definition->kind == "github.pull-request"_L1 ? id.text() : textAt(definition->with, "pullRequest");
        raised = run.step(StepId(raise));
        for (const auto& other : run.workflow->steps) {
            if (textAt(other.with, "pullRequest") != raise || raise.isEmpty())
                continue;
            if (other.kind == "github.auto-merge"_L1)
                armed = run.step(other.id);
            if (other.kind == "github.merged"_L1)
                merged = run.step(other.id);
        }
    }

    //! Whether it counts as merged: also where it was merged directly instead of armed.
    bool saysMerged() const
    {
        return (merged && merged->isDone()) || (armed && textAt(armed->outputs, "mode") == "merged"_L1);
    }
    QString mergedSha() const { return merged ? textAt(merged->outputs, "mergedSha") : QString(); }
    QString headSha() const
    {
        const QString now = raised ? textAt(raised->outputs, "headSha") : QString();
        return now.isEmpty() && raised ? textAt(raised->outputs, "sha") : now;
    }
    //! What the step that waits for the merge waits for; empty: no step does.
    QString waitsFor() const
    {
        const StepRun* waiting = merged && merged->waitingFor ? merged : here;
        return waiting && waiting->waitingFor ? waiting->waitingFor->what : QString();
    }
};

QString number(qint64 value) { return value > 0 ? u"#%1 "_s.arg(value) : QString(); }

QString autoMergeWords(const github::PullRequest& now)
{
    if (now.state == github::PullRequestState::Merged)
        return LineWords::tr("not needed any more");
    if (now.inMergeQueue)
        return LineWords::tr("in the merge queue");
    return now.autoMergeArmed ? LineWords::tr("on") : LineWords::tr("off");
}

QString believedAutoMerge(const Belief& belief, const github::PullRequest& now)
{
    if (!belief.armed || !belief.armed->isDone() || now.state == github::PullRequestState::Merged)
        return {};
    const QString mode = textAt(belief.armed->outputs, "mode");
    if (mode == "queued"_L1)
        return LineWords::tr("in the merge queue");
    if (mode == "armed"_L1)
        return LineWords::tr("on");
    return {};
}

//! The wait that the journal shows, and whether GitHub's state of the merge bears it out.
EvidenceLine mergeStateLine(const Belief& belief, const github::PullRequest& now)
{
    EvidenceLine line{.what = LineWords::tr("Merge state"), .service = now.mergeState};
    const QString waits = belief.waitsFor();
    if (waits.isEmpty())
        return line;
    const bool clean = now.mergeState == "CLEAN"_L1 || now.mergeState == "HAS_HOOKS"_L1;
    line.journal = LineWords::tr("waiting: %1")
                       .arg(waits == "review"_L1          ? LineWords::tr("a review")
                               : waits == "checks"_L1     ? LineWords::tr("checks")
                               : waits == "autoMerge"_L1  ? LineWords::tr("GitHub's auto-merge")
                               : waits == "mergeQueue"_L1 ? LineWords::tr("the merge queue")
                                                          : LineWords::tr("the merge"));
    if (now.mergeState == "UNKNOWN"_L1 || now.mergeState.isEmpty())
        return line;
    const bool blocked = waits == "review"_L1 || waits == "checks"_L1;
    line.agreement = blocked && clean ? Agreement::Differs : Agreement::Same;
    // Nothing holds it up, it is armed, and yet it is open: auto-merge was turned on too late to fire.
    if (waits == "autoMerge"_L1 && clean && now.state == github::PullRequestState::Open)
        line.agreement = Agreement::Differs;
    return line;
}

EvidenceLine checksLine(const Belief& belief, const github::PullRequest& now, const github::PullRequestDetails* details)
{
    EvidenceLine line{.what = LineWords::tr("Checks"), .service = now.checks.toLower()};
    if (details && !details->checks.isEmpty()) {
        QStringList failed;
        qsizetype passed = 0;
        for (const auto& check : details->checks) {
            if (check.state == "SUCCESS"_L1)
                ++passed;
            if (check.state == "FAILURE"_L1) {
                failed.append(check.name);
                line.url = check.url;
            }
        }
        line.service = failed.isEmpty() ? LineWords::tr("%1 of %2 passed").arg(passed).arg(details->checks.size())
                                        : LineWords::tr("%1 of %2 passed, failed: %3")
                                              .arg(passed)
                                              .arg(details->checks.size())
                                              .arg(failed.join(u", "_s));
    }
    if (line.service.isEmpty())
        line.service = LineWords::tr("none");
    if (belief.waitsFor() != "checks"_L1)
        return line;
    const StepRun* waiting = belief.merged && belief.merged->waitingFor ? belief.merged : belief.here;
    const QString failed = textAt(waiting->waitingFor->args, "failed");
    line.journal = failed.isEmpty() ? LineWords::tr("not finished") : LineWords::tr("failed: %1").arg(failed);
    const bool red = now.checks == "FAILURE"_L1 || now.checks == "ERROR"_L1;
    line.agreement = now.checks == "SUCCESS"_L1 || red != !failed.isEmpty() ? Agreement::Differs : Agreement::Same;
    return line;
}

EvidenceLine reviewLine(const Belief& belief, const github::PullRequest& now, const github::PullRequestDetails* details)
{
    EvidenceLine line{.what = LineWords::tr("Reviews")};
    if (now.reviewDecision == "APPROVED"_L1)
        line.service = LineWords::tr("approved");
    else if (now.reviewDecision == "CHANGES_REQUESTED"_L1)
        line.service = details && !details->changesRequestedBy.isEmpty()
            ? LineWords::tr("changes asked for by %1").arg(details->changesRequestedBy.join(u", "_s))
            : LineWords::tr("changes asked for");
    else if (now.reviewDecision == "REVIEW_REQUIRED"_L1)
        line.service = details && !details->reviewers.isEmpty()
            ? LineWords::tr("missing: %1").arg(details->reviewers.join(u", "_s))
            : LineWords::tr("missing");
    else
        line.service = LineWords::tr("none needed");
    if (belief.waitsFor() == "review"_L1) {
        line.journal = LineWords::tr("missing");
        line.agreement = now.reviewDecision == "REVIEW_REQUIRED"_L1 || now.reviewDecision == "CHANGES_REQUESTED"_L1
            ? Agreement::Same
            : Agreement::Differs;
    }
    return line;
}

QList<EvidenceLine> pullRequestLines(
    const Belief& belief, const github::PullRequest& now, const github::PullRequestDetails* details)
{
    QList<EvidenceLine> lines;
    QString believed;
    if (belief.raised && !textAt(belief.raised->outputs, "nodeId").isEmpty())
        believed = number(integerAt(belief.raised->outputs, "number"))
            + stateWords(belief.saysMerged() ? github::PullRequestState::Merged : github::PullRequestState::Open);
    const QString is = number(now.number) + stateWords(now.state);
    lines.append({LineWords::tr("Pull request"), is, believed, compared(is, believed), now.url});
    lines.append({LineWords::tr("Head commit"), shortSha(now.headSha), shortSha(belief.headSha()),
        compared(shortSha(now.headSha), shortSha(belief.headSha()))});
    const bool open = now.state == github::PullRequestState::Open;
    if (open) {
        lines.append(mergeStateLine(belief, now));
        lines.append(checksLine(belief, now, details));
        lines.append(reviewLine(belief, now, details));
        const QString armed = autoMergeWords(now), believedArmed = believedAutoMerge(belief, now);
        lines.append({LineWords::tr("Auto-merge"), armed, believedArmed, compared(armed, believedArmed)});
    }
    const QString none = LineWords::tr("none");
    const QString merged = now.mergedSha.isEmpty() ? none : shortSha(now.mergedSha);
    const QString believedMerge = belief.mergedSha().isEmpty() ? none : shortSha(belief.mergedSha());
    lines.append({LineWords::tr("Merge commit"), merged, believedMerge, compared(merged, believedMerge)});
    if (now.state == github::PullRequestState::Merged && !now.mergedBy.isEmpty())
        lines.append({LineWords::tr("Merged by"), now.mergedBy});
    if (now.state == github::PullRequestState::Closed && !now.closedBy.isEmpty())
        lines.append({LineWords::tr("Closed by"), now.closedBy});
    if (!now.autoMergeDisabledReason.isEmpty() && open)
        lines.append({LineWords::tr("Auto-merge was switched off"), now.autoMergeDisabledReason});
    return lines;
}

QString runWords(const github::WorkflowRun& run)
{
    if (run.completed())
        return LineWords::tr("finished: %1").arg(run.conclusion.toLower().replace(u'_', u' '));
    if (run.status == "WAITING"_L1)
        return LineWords::tr("waits for an approval");
    return run.status == "IN_PROGRESS"_L1 ? LineWords::tr("running") : LineWords::tr("queued");
}

//! What the journal believes of the workflow that the step waits for.
QString believedRun(const StepRun& step)
{
    if (step.state == StepState::Succeeded && !textAt(step.outputs, "conclusion").isEmpty())
        return LineWords::tr("finished: %1").arg(textAt(step.outputs, "conclusion"));
    if (step.error && !textAt(step.error->args, "conclusion").isEmpty())
        return LineWords::tr("finished: %1").arg(textAt(step.error->args, "conclusion"));
    if (!step.waitingFor)
        return {};
    if (step.waitingFor->what == "workflowRun"_L1)
        return LineWords::tr("running");
    if (step.waitingFor->what == "runApproval"_L1)
        return LineWords::tr("waits for an approval");
    return step.waitingFor->what == "runStart"_L1 ? LineWords::tr("not started") : QString();
}

QList<EvidenceLine> runLines(
    const Run& run, const StepRun& step, const QString& sha, const QList<github::WorkflowRun>& runs)
{
    constexpr qsizetype kMost = 6;
    const auto context = steps::contextOf(run, step.id, {}, {}, 1.0);
    const QString path = context ? textAt(context->with, "path") : QString();
    const QString believed = believedRun(step);
    QList<EvidenceLine> lines;
    if (!sha.isEmpty())
        lines.append({LineWords::tr("Commit"), shortSha(sha)});
    bool told = false;
    for (const auto& one : runs.mid(0, kMost)) {
        const bool ours = path.isEmpty() || one.path.section(u'@', 0, 0) == path;
        const QString is = runWords(one);
        EvidenceLine line{.what = LineWords::tr("Workflow %1").arg(one.name), .service = is, .url = one.url};
        if (ours && !told) {
            told = true;
            line.journal = believed;
            const bool queued = believed == LineWords::tr("running") && !one.completed();
            line.agreement = queued ? Agreement::Same : compared(is, believed);
        }
        lines.append(line);
    }
    if (!told)
        lines.append({LineWords::tr("Workflow"), LineWords::tr("not started"), believed,
            compared(LineWords::tr("not started"), believed)});
    return lines;
}

QList<EvidenceLine> repositoryLines(const StepRun& step, const github::RepositoryState& now)
{
    const QString is = now.exists ? LineWords::tr("exists") : LineWords::tr("does not exist");
    QString believed;
    if (step.isDone())
        believed = LineWords::tr("exists");
    else if (step.waitingFor && step.waitingFor->what == "repository"_L1)
        believed = LineWords::tr("does not exist");
    QList<EvidenceLine> lines{{LineWords::tr("Repository"), is, believed, compared(is, believed), now.info.url}};
    if (now.exists)
        lines.append({LineWords::tr("First commit"),
            now.info.defaultBranchOid.isEmpty() ? LineWords::tr("none") : shortSha(now.info.defaultBranchOid),
            shortSha(textAt(step.outputs, "sha"))});
    return lines;
}

QList<EvidenceLine> snapshotLines(
    const Belief& belief, const github::ReadRepository& read, const github::RepositorySnapshot& now)
{
    QList<EvidenceLine> lines{
        {LineWords::tr("Repository"), now.info.fullName, now.info.archived ? QString() : read.repository.full(),
            now.info.archived                                                                 ? Agreement::NotCompared
                : now.info.fullName.compare(read.repository.full(), Qt::CaseInsensitive) == 0 ? Agreement::Same
                                                                                              : Agreement::Differs,
            now.info.url}};
    if (now.info.archived)
        lines.append({LineWords::tr("Archived"), LineWords::tr("yes")});
    lines.append({LineWords::tr("Branch %1").arg(now.baseName),
        now.baseOid.isEmpty() ? LineWords::tr("does not exist") : shortSha(now.baseOid)});
    const QString none = LineWords::tr("none");
    for (auto branch = now.branches.cbegin(); branch != now.branches.cend(); ++branch) {
        const QString is = *branch ? shortSha((*branch)->oid) : none;
        const bool ours = belief.raised && textAt(belief.raised->outputs, "branch") == branch.key();
        const QString believed = ours ? shortSha(belief.headSha()) : QString();
        // A branch may go once its pull request is merged.
        lines.append({LineWords::tr("Branch %1").arg(branch.key()), is, believed,
            belief.saysMerged() ? Agreement::NotCompared : compared(is, believed)});
        const auto pulls = now.pullRequests.value(branch.key());
        for (const auto& pull : pulls.mid(0, 3))
            lines.append(pullRequestLines(belief, pull, nullptr));
        if (pulls.isEmpty()) {
            const bool raised = belief.raised && !textAt(belief.raised->outputs, "nodeId").isEmpty();
            lines.append({LineWords::tr("Pull request"), none, raised ? QString() : none,
                raised ? Agreement::NotCompared : Agreement::Same});
        }
    }
    return lines;
}

//! One visit a read: what it was answered, in lines.
class LineMaker {
public:
    LineMaker(const Run& run, const StepId& step, const steps::Observation& seen)
        : m_run(run)
        , m_step(*run.step(step))
        , m_belief(run, step)
        , m_seen(seen)
    { }

    QList<EvidenceLine> lines(const github::Read& read) const
    {
        return std::visit([&](const auto& one) { return linesOf(one); }, read);
    }

private:
    //! The answer, or a line that says why there is none.
    template <class T, class F>
    QList<EvidenceLine> answered(const github::Read& read, const QString& what, F make) const
    {
        const auto answer = m_seen.find<T>(read);
        if (answer.value)
            return make(*answer.value);
        if (!answer.error)
            return {};
        return {{what, describe(*answer.error).what}};
    }

    QList<EvidenceLine> linesOf(const github::WatchPullRequest& read) const
    {
        const auto details = m_seen.find<github::PullRequestDetails>(github::ExplainPullRequest{read.nodeId});
        return answered<github::PullRequest>(read, LineWords::tr("Pull request"),
            [&](const github::PullRequest& now) { return pullRequestLines(m_belief, now, details.value); });
    }
    QList<EvidenceLine> linesOf(const github::ExplainPullRequest&) const { return {}; } // told with its pull request
    QList<EvidenceLine> linesOf(const github::ReadRepository& read) const
    {
        return answered<github::RepositorySnapshot>(read, LineWords::tr("Repository"),
            [&](const github::RepositorySnapshot& now) { return snapshotLines(m_belief, read, now); });
    }
    QList<EvidenceLine> linesOf(const github::ReadName& read) const
    {
        const QString what = LineWords::tr("Name %1").arg(read.repository.name);
        return answered<github::NameState>(read, what, [&](const github::NameState& now) {
            return QList<EvidenceLine>{{.what = what,
                .service = now.taken ? LineWords::tr("taken by %1").arg(now.fullName) : LineWords::tr("free"),
                .url = now.url}};
        });
    }
    QList<EvidenceLine> linesOf(const github::ReadTeams& read) const
    {
        return answered<github::Teams>(
            read, LineWords::tr("Teams of %1").arg(read.organisation), [&](const github::Teams& now) {
                return QList<EvidenceLine>{{LineWords::tr("Teams of %1").arg(read.organisation),
                    LineWords::tr("%n seen", nullptr, int(now.teams.size()))}};
            });
    }
    QList<EvidenceLine> linesOf(const github::WatchCommitRuns& read) const
    {
        return answered<github::CommitRuns>(read, LineWords::tr("Workflow"),
            [&](const github::CommitRuns& now) { return runLines(m_run, m_step, read.sha, now.runs); });
    }
    QList<EvidenceLine> linesOf(const github::WatchBranchRuns& read) const
    {
        return answered<github::BranchRuns>(read, LineWords::tr("Later runs"), [&](const github::BranchRuns& now) {
            return QList<EvidenceLine>{{LineWords::tr("Branch %1 holds the commit").arg(read.branch),
                now.contained ? LineWords::tr("yes") : LineWords::tr("no")}};
        });
    }
    QList<EvidenceLine> linesOf(const github::CompareCommits& read) const
    {
        return answered<github::Comparison>(read, LineWords::tr("Comparison"), [&](const github::Comparison& now) {
            return QList<EvidenceLine>{{LineWords::tr("%1 contains %2").arg(shortSha(read.head), shortSha(read.base)),
                now.headContainsBase() ? LineWords::tr("yes") : LineWords::tr("no")}};
        });
    }
    QList<EvidenceLine> linesOf(const github::ReadWorkflowRun& read) const
    {
        return answered<github::WorkflowRun>(read, LineWords::tr("Workflow run %1").arg(read.id),
            [&](const github::WorkflowRun& now) { return runLines(m_run, m_step, now.headSha, {now}); });
    }
    QList<EvidenceLine> linesOf(const github::FindDispatchedRuns& read) const
    {
        return answered<github::CommitRuns>(read, LineWords::tr("Workflow"),
            [&](const github::CommitRuns& now) { return runLines(m_run, m_step, {}, now.runs); });
    }
    QList<EvidenceLine> linesOf(const github::ReadCommit& read) const
    {
        return answered<github::CommitInfo>(read, LineWords::tr("Commit"), [&](const github::CommitInfo& now) {
            return QList<EvidenceLine>{
                {LineWords::tr("Message of %1").arg(shortSha(read.sha)), now.message.section(u'\n', 0, 0).left(80)}};
        });
    }
    QList<EvidenceLine> linesOf(const github::ReadWorkflow& read) const
    {
        return answered<github::WorkflowInfo>(
            read, LineWords::tr("Workflow file"), [&](const github::WorkflowInfo& now) {
                return QList<EvidenceLine>{{.what = LineWords::tr("Workflow file %1").arg(read.path.section(u'/', -1)),
                    .service = now.exists ? now.state : LineWords::tr("does not exist"),
                    .url = now.url}};
            });
    }
    QList<EvidenceLine> linesOf(const github::ReadPendingApprovals& read) const
    {
        return answered<github::PendingApprovals>(
            read, LineWords::tr("Approval"), [&](const github::PendingApprovals& now) {
                return QList<EvidenceLine>{{LineWords::tr("May approve it"), now.reviewers.join(u", "_s)}};
            });
    }
    QList<EvidenceLine> linesOf(const github::ReadFailedJobs& read) const
    {
        return answered<github::FailedJobs>(read, LineWords::tr("Failed job"), [&](const github::FailedJobs& now) {
            QList<EvidenceLine> lines;
            for (const auto& job : now.jobs)
                lines.append({.what = LineWords::tr("Failed job %1").arg(job.name),
                    .service = job.step.isEmpty() ? job.conclusion : LineWords::tr("failed at %1").arg(job.step),
                    .url = job.url});
            return lines;
        });
    }
    QList<EvidenceLine> linesOf(const github::WatchRepository& read) const
    {
        return answered<github::RepositoryState>(
            read, LineWords::tr("Repository"), [&](const github::RepositoryState& now) {
                auto lines = repositoryLines(m_step, now);
                if (!now.runs.isEmpty())
                    lines.append(runLines(m_run, m_step, {}, now.runs));
                return lines;
            });
    }

    const Run& m_run;
    const StepRun& m_step;
    Belief m_belief;
    const steps::Observation& m_seen;
};

EvidenceLine httpLine(const StepRun& step, const steps::HttpRead& read, const steps::Observation& seen)
{
    const QUrl url(read.url);
    EvidenceLine line{.what = LineWords::tr("%1 %2", "method, host and path")
                                  .arg(QString::fromLatin1(read.method), url.host() + url.path()),
        .url = read.method == "GET" ? url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery).toString() : QString()};
    const auto answer = seen.find(read);
    if (answer.value)
        line.service = LineWords::tr("answers %1").arg(answer.value->status);
    else if (answer.error)
        line.service = describe(*answer.error).what;
    if (step.waitingFor)
        line.journal = describe(*step.waitingFor);
    return line;
}

} // namespace

QList<EvidenceLine> evidenceLines(
    const Run& run, const StepId& step, const steps::Reads& reads, const steps::Observation& seen)
{
    QList<EvidenceLine> lines;
    const LineMaker maker(run, step, seen);
    for (const auto& read : reads.github)
        lines.append(maker.lines(read));
    for (const auto& read : reads.http)
        lines.append(httpLine(*run.step(step), read, seen));
    return lines;
}

} // namespace slipway::desk
