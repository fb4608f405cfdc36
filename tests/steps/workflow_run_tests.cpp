// SPDX-License-Identifier: GPL-3.0-or-later
#include "step_bench.h"

#include <QTest>

using namespace slipway;
using namespace slipway::steps;
using enum EventType;

namespace {

const QString built = u"built"_s, any = u"any"_s;
const QString path = u".github/workflows/b.yml"_s;

github::WorkflowRun runOf(qint64 id, const char* status, const char* conclusion = "", const QString& file = path)
{
    return {.id = id,
        .name = u"Build"_s,
        .path = file,
        .url = u"https://github.example/runs/%1"_s.arg(id),
        .event = u"push"_s,
        .branch = u"main"_s,
        .headSha = sha('e'),
        .status = QString::fromLatin1(status),
        .conclusion = QString::fromLatin1(conclusion),
        .createdAt = Timestamp{1700000000000},
        .updatedAt = Timestamp{1700000060000}};
}

StepBench waiting(const QString& step)
{
    StepBench bench;
    bench.isMerged().start(step);
    bench.runs.sha = sha('e');
    return bench;
}

void takeIn(StepBench& bench, const QString& step, const Decision& decision)
{
    const auto& wait = std::get<Wait>(decision);
    bench.then(StepWaiting, step, {{"for", wait.what.toStdString()}, {"args", wait.args}, {"facts", wait.facts}});
}

} // namespace

class WorkflowRunTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneRunOfOneWorkflow_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("conclusion");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* status, const char* conclusion, const char* says) {
            QTest::newRow((QByteArray(status) + ' ' + conclusion).constData())
                << QByteArray(status) << QByteArray(conclusion) << QString::fromLatin1(says);
        };
        row("QUEUED", "", "wait workflowRun");
        row("IN_PROGRESS", "", "wait workflowRun");
        row("WAITING", "", "wait runApproval at once"); // to ask whom it waits for
        row("WHATEVER_COMES", "", "wait workflowRun");
        row("COMPLETED", "SUCCESS", "done");
        row("COMPLETED", "SKIPPED", "done");
        row("COMPLETED", "NEUTRAL", "done");
        row("COMPLETED", "ACTION_REQUIRED", "ask github.runApproval");
        row("COMPLETED", "A_WORD_OF_NEXT_YEAR", "wait workflowRun at once");
        row("COMPLETED", "FAILURE", "wait workflowRun at once"); // to ask which job failed
        row("COMPLETED", "TIMED_OUT", "wait workflowRun at once");
        row("COMPLETED", "STARTUP_FAILURE", "wait workflowRun at once");
        row("COMPLETED", "CANCELLED", "wait workflowRun at once"); // a later run may hold it
        row("COMPLETED", "STALE", "wait workflowRun at once");
    }
    void oneRunOfOneWorkflow()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, conclusion);
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, status.constData(), conclusion.constData())};
        QTEST(bench.says(built), "says");
    }

    void theOutputsTellTheRun()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5000000000, "COMPLETED", "SUCCESS")};
        const Json outputs = bench.outputs(built);
        QCOMPARE(integerAt(outputs, "id"), 5000000000);
        QCOMPARE(textAt(outputs, "conclusion"), u"success"_s);
        QCOMPARE(textAt(outputs, "createdAt"), u"2023-11-14T22:13:20Z"_s);
        QCOMPARE(textAt(outputs, "path"), path);
    }

    void otherWorkflowsDoNotCount()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, "COMPLETED", "SUCCESS", u".github/workflows/other.yml"_s)};
        QCOMPARE(bench.says(built), u"wait runStart"_s);
        bench.runs.runs.append(runOf(6, "COMPLETED", "SUCCESS", path + u"@refs/heads/main"_s));
        QCOMPARE(bench.says(built), u"done"_s);
    }

    void theNewestRunOfAWorkflowCounts()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(6, "COMPLETED", "SUCCESS"), runOf(5, "COMPLETED", "FAILURE")};
        QCOMPARE(bench.says(built), u"done"_s);
        bench.runs.runs = {runOf(6, "COMPLETED", "SUCCESS"), runOf(7, "COMPLETED", "FAILURE")};
        QCOMPARE(bench.comesTo(built), u"fail github.workflowFailed"_s);
    }

    void withoutAPathEveryPushRunCounts()
    {
        auto bench = waiting(any);
        auto manual = runOf(4, "IN_PROGRESS", "", u"c.yml"_s);
        manual.event = u"workflow_dispatch"_s;
        bench.runs.runs = {runOf(5, "COMPLETED", "SUCCESS", u"a.yml"_s), manual};
        QCOMPARE(bench.says(any), u"done"_s);
        bench.runs.runs.append(runOf(6, "IN_PROGRESS", "", u"b.yml"_s));
        QCOMPARE(bench.says(any), u"wait workflowRun"_s);
        bench.runs.runs.last() = runOf(6, "COMPLETED", "FAILURE", u"b.yml"_s);
        QCOMPARE(bench.comesTo(any), u"fail github.workflowFailed"_s);
    }

    void noRunAtAll()
    {
        auto bench = waiting(any);
        QCOMPARE(bench.says(any), u"wait runStart"_s);
        bench.pass(Millis(290000));
        const auto decision = bench.decide(any); // later than usual: is there a reason?
        QCOMPARE(StepBench::words(decision), u"wait runStart at once"_s);
        takeIn(bench, any, decision);
        QCOMPARE(bench.says(any), u"wait runStart"_s);
        bench.pass(Millis(20000)); // noneAfter 5m
        QCOMPARE(bench.says(any), u"done noWorkflowRan"_s);
    }

    void noRunOfAWorkflowThatMustComeAsksInTheEnd()
    {
        auto bench = waiting(built);
        QCOMPARE(bench.says(built), u"wait runStart"_s);
        bench.pass(Millis(200000)); // later than usual: is there a reason?
        const auto decision = bench.decide(built);
        QCOMPARE(StepBench::words(decision), u"wait runStart at once"_s);
        takeIn(bench, built, decision);
        QCOMPARE(bench.reads(built).github.size(), 3); // the runs, the commit's message, the workflow's state
        const auto later = bench.decide(built); // none: a later push may have run for both
        QCOMPARE(StepBench::words(later), u"wait workflowRun at once"_s);
        takeIn(bench, built, later);
        bench.branchRuns.contained = true;
        QCOMPARE(bench.says(built), u"wait workflowRun"_s);
        bench.pass(Millis(600000));
        QCOMPARE(bench.says(built), u"ask github.noWorkflowRun"_s);
        bench.workflowInfo.state = u"disabled_manually"_s;
        QCOMPARE(textAt(std::get<Ask>(bench.decide(built)).error.args, "reason"), u"disabled"_s);
        bench.workflowInfo = {};
        QCOMPARE(textAt(std::get<Ask>(bench.decide(built)).error.args, "reason"), u"noWorkflow"_s);
        bench.commitInfo.mergedBy = u"github-actions"_s;
        QCOMPARE(textAt(std::get<Ask>(bench.decide(built)).error.args, "reason"), u"byToken"_s);
        for (const char* message : {"Add fishing [skip ci] (#7)", "Add\n\n[ci skip]", "Add [No CI]", "[skip actions]",
                 "Add [actions skip]", "Add\n\nskip-checks: true", "Add\n\n\nskip-checks:true\n"}) {
            bench.commitInfo.message = QString::fromLatin1(message);
            QCOMPARE(textAt(std::get<Ask>(bench.decide(built)).error.args, "reason"), u"skipCi"_s);
        }
        bench.commitInfo = {.message = u"Do not skip ci, and skip-checks: true is no trailer here"_s};
        QCOMPARE(textAt(std::get<Ask>(bench.decide(built)).error.args, "reason"), u"noWorkflow"_s);
    }

    void whatIsStartedByHandStandsInForAPushThatStartedNothing()
    {
        Json workflow = benchWorkflow();
        for (auto& step : workflow["steps"])
            if (step["id"] == "any")
                step["with"].erase("noneAfter");
        StepBench bench(workflow);
        bench.isMerged().start(any);
        auto manual = runOf(4, "COMPLETED", "SUCCESS");
        manual.event = u"workflow_dispatch"_s;
        bench.runs.runs = {manual};
        QCOMPARE(bench.says(any), u"wait runStart"_s);
        bench.pass(Millis(181000));
        QCOMPARE(bench.says(any), u"done"_s);
        bench.runs.runs.append(runOf(5, "IN_PROGRESS")); // the push's own is the one that counts
        QCOMPARE(bench.says(any), u"wait workflowRun"_s);
    }

    void anotherBranchsRunOfTheSameCommitDoesNotCount()
    {
        auto bench = waiting(built);
        auto other = runOf(6, "COMPLETED", "SUCCESS");
        other.branch = u"release"_s;
        bench.runs.runs = {other};
        QCOMPARE(bench.says(built), u"wait runStart"_s);
    }

    void whatListsHaveLostIsAskedForByItsId()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, "IN_PROGRESS")};
        takeIn(bench, built, bench.decide(built));
        bench.runs.runs.clear();
        const auto decision = bench.decide(built);
        QCOMPARE(StepBench::words(decision), u"wait workflowRun at once"_s);
        takeIn(bench, built, decision);
        QCOMPARE(bench.reads(built).github.size(), 2);
        bench.run1 = runOf(5, "IN_PROGRESS");
        QCOMPARE(bench.says(built), u"wait workflowRun"_s);
        bench.run1 = runOf(5, "COMPLETED", "SUCCESS");
        QCOMPARE(bench.says(built), u"done"_s);
        bench.runs.runs = {runOf(5, "IN_PROGRESS")}; // the list has it again
        takeIn(bench, built, bench.decide(built));
        QCOMPARE(bench.reads(built).github.size(), 1);
    }

    void aCommitThatHasLeftTheBranchIsWaitedForNoMore()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, "COMPLETED", "CANCELLED")};
        takeIn(bench, built, bench.decide(built));
        bench.branchRuns = {.contained = false, .commits = {{sha('a'), {runOf(7, "COMPLETED", "SUCCESS")}}}};
        bench.comparison.status = u"diverged"_s;
        takeIn(bench, built, bench.decide(built));
        QCOMPARE(bench.says(built), u"wait workflowRun"_s); // a moment ago it may not have been shown yet
        bench.pass(Millis(181000));
        const auto decision = bench.decide(built);
        QCOMPARE(StepBench::words(decision), u"ask github.noWorkflowRun"_s);
        QCOMPARE(textAt(std::get<Ask>(decision).error.args, "reason"), u"notInBranch"_s);
    }

    void aLaterRunCountsOnlyIfItContainsOurs()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, "COMPLETED", "CANCELLED")};
        takeIn(bench, built, bench.decide(built));
        bench.branchRuns = {.contained = true,
            .commits = {{sha('a'), {runOf(7, "COMPLETED", "SUCCESS")}},
                {sha('e'), {runOf(5, "COMPLETED", "CANCELLED")}}, {sha('0'), {runOf(3, "COMPLETED", "SUCCESS")}}}};
        // A success alone says nothing: is our commit in it?
        const auto decision = bench.decide(built);
        QCOMPARE(StepBench::words(decision), u"wait workflowRun at once"_s);
        QCOMPARE(textAt(std::get<Wait>(decision).facts, "candidate"), sha('a'));
        takeIn(bench, built, decision);
        const auto asked = bench.reads(built);
        const auto* compare = std::get_if<github::CompareCommits>(&asked.github.constLast());
        QVERIFY(compare);
        QCOMPARE(compare->base, sha('e'));
        QCOMPARE(compare->head, sha('a'));
        bench.comparison.status = u"diverged"_s;
        QCOMPARE(bench.says(built), u"wait workflowRun"_s);
        bench.comparison.status = u"behind"_s;
        QCOMPARE(bench.says(built), u"wait workflowRun"_s);
        bench.comparison.status = u"ahead"_s;
        QCOMPARE(bench.says(built), u"done coveredByLaterRun"_s);
        const Json outputs = bench.outputs(built);
        QCOMPARE(integerAt(outputs, "id"), 7);
        QCOMPARE(textAt(memberAt(outputs, "coveredBy"), "sha"), sha('a'));
    }

    void anOlderRunNeverCounts()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, "COMPLETED", "CANCELLED")};
        takeIn(bench, built, bench.decide(built));
        bench.branchRuns = {.contained = true,
            .commits = {
                {sha('e'), {runOf(5, "COMPLETED", "CANCELLED")}}, {sha('0'), {runOf(3, "COMPLETED", "SUCCESS")}}}};
        bench.comparison.status = u"ahead"_s;
        QCOMPARE(bench.says(built), u"wait workflowRun"_s);
        bench.pass(Millis(700000));
        QCOMPARE(bench.says(built), u"fail github.workflowCancelled"_s);
    }

    void aFailureTellsItsJobsAndWhatTheyNoted()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, "COMPLETED", "FAILURE")};
        bench.failedJobs = {.jobs = {{.id = 9,
                                         .name = u"terraform"_s,
                                         .step = u"Apply"_s,
                                         .conclusion = u"failure"_s,
                                         .url = u"https://github.example/job/9"_s},
                                {.id = 10, .name = u"lint"_s, .conclusion = u"failure"_s}},
            .notes = {u"main.tf:7: no such bucket"_s, u"Process completed with exit code 1."_s}};
        const auto asks = [&](const QString& id) {
            const auto reads = bench.reads(id).github;
            return std::count_if(reads.begin(), reads.end(),
                [](const github::Read& read) { return std::holds_alternative<github::ReadFailedJobs>(read); });
        };
        QCOMPARE(asks(built), 0); // nothing is asked before a run has failed
        const auto decision = bench.lastDecision(built);
        QCOMPARE(asks(built), 1);
        const auto* fail = std::get_if<Fail>(&decision);
        QVERIFY(fail);
        QCOMPARE(textAt(fail->error.args, "job"), u"terraform, lint"_s);
        QCOMPARE(textAt(fail->error.args, "jobStep"), u"Apply"_s);
        QCOMPARE(
            textAt(fail->error.details, "text"), u"main.tf:7: no such bucket\nProcess completed with exit code 1."_s);
        QCOMPARE(textAt(fail->error.details, "jobUrl"), u"https://github.example/job/9"_s);
        bench.retry(built, errc::githubWorkflowFailed);
        QCOMPARE(asks(built), 0); // the old jobs are not asked about while it runs again
    }

    void jobsThatCannotBeReadHoldNoFailureUp()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, "COMPLETED", "FAILURE")};
        QCOMPARE(bench.comesTo(built), u"fail github.workflowFailed"_s); // it tells none
        const auto read = github::ReadFailedJobs{*github::RepositoryName::tryParse(u"DEFRA/tf-svc"_s), 5};
        Observation seen = bench.look(built);
        seen.add(read, Error{.code = errc::githubForbidden}, bench.now);
        QCOMPARE(
            StepBench::words(bench.kind(built).decide(bench.context(built), seen)), u"fail github.workflowFailed"_s);
    }

    void aFailedRunIsRunAgainOnceWhenAPersonRetries()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, "COMPLETED", "FAILURE")};
        bench.retry(built, errc::githubWorkflowFailed);
        const auto effect = bench.acts<github::RerunWorkflow>(built);
        QCOMPARE(effect.id, 5);
        QVERIFY(effect.failedJobsOnly);
        const Json target = github::targetOf(effect);
        bench.wrote(built, "rerunWorkflow", EffectSucceeded, Json::object(), target);
        // GitHub shows the old end for a moment.
        QCOMPARE(bench.says(built), u"wait workflowRun"_s);
        bench.runs.runs = {runOf(5, "IN_PROGRESS")};
        QCOMPARE(bench.says(built), u"wait workflowRun"_s);
        bench.runs.runs = {runOf(5, "COMPLETED", "FAILURE")};
        bench.runs.runs[0].updatedAt = Timestamp{1700000999000};
        QCOMPARE(bench.comesTo(built), u"fail github.workflowFailed"_s); // and not again
        bench.runs.runs[0].conclusion = u"SUCCESS"_s;
        QCOMPARE(bench.says(built), u"done"_s);
    }

    void theOldEndIsBelievedAfterAWhile()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, "COMPLETED", "FAILURE")};
        bench.retry(built);
        bench.wrote(built, "rerunWorkflow", EffectSucceeded, Json::object(),
            github::targetOf(bench.acts<github::RerunWorkflow>(built)));
        bench.pass(Millis(31000));
        QCOMPARE(bench.comesTo(built), u"fail github.workflowFailed"_s);
    }

    void aRerunThatIsRefusedFails()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, "COMPLETED", "FAILURE")};
        bench.retry(built);
        const Json target = github::targetOf(bench.acts<github::RerunWorkflow>(built));
        bench.wrote(built, "rerunWorkflow", EffectFailed, failure(errc::githubForbidden), target);
        QCOMPARE(bench.says(built), u"fail github.forbidden"_s);
    }

    void aCancelledRunIsRunAgainWhole()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, "COMPLETED", "CANCELLED")};
        bench.retry(built);
        takeIn(bench, built, bench.decide(built));
        QVERIFY(!bench.acts<github::RerunWorkflow>(built).failedJobsOnly);
    }

    void whatBecameOfALostRerun()
    {
        auto bench = waiting(built);
        bench.runs.runs = {runOf(5, "COMPLETED", "FAILURE")};
        bench.retry(built);
        bench.intend(built, "rerunWorkflow", github::targetOf(bench.acts<github::RerunWorkflow>(built)));
        bench.end(EffectUnknown, built, failure(errc::networkTimeout));
        bench.run1 = runOf(5, "COMPLETED", "FAILURE");
        QCOMPARE(bench.finds(built), u"absent"_s);
        bench.run1.updatedAt = Timestamp{1700000999000};
        QCOMPARE(bench.finds(built), u"succeeded"_s);
        bench.run1 = runOf(5, "QUEUED");
        bench.runs.runs.clear(); // lists do not matter
        QCOMPARE(bench.finds(built), u"succeeded"_s);
        bench.readsFail = Error{.code = errc::networkTimeout};
        QCOMPARE(bench.finds(built), u"look again"_s);
        bench.readsFail.reset();
        bench.runs.runs = {runOf(5, "COMPLETED", "FAILURE")};
        bench.end(EffectResolved, built, {{"outcome", "absent"}});
        QCOMPARE(bench.says(built), u"act rerunWorkflow"_s); // it never took place, and it is still wanted
    }

    void aShaThatIsNoneIsNeverAskedFor()
    {
        StepBench bench;
        bench.raised().done(u"arm"_s).done(u"merged"_s, {{"mergedSha", ""}}).then(StepStarted, built);
        QVERIFY(bench.reads(built).isEmpty()); // GitHub would answer with strangers' runs
        QCOMPARE(bench.says(built), u"fail setting.invalid"_s);
    }
};

QTEST_GUILESS_MAIN(WorkflowRunTests)
#include "workflow_run_tests.moc"
