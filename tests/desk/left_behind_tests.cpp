// SPDX-License-Identifier: GPL-3.0-or-later
#include "../steps/step_bench.h"
#include "desk/left_behind.h"
#include "desk/preview.h"
#include "journal/summary.h"

#include <QTest>

using namespace slipway;
using namespace slipway::desk;
using enum EventType;

namespace {

const QString raise = u"raise"_s, merged = u"merged"_s, create = u"create"_s;

bool of(const QList<LeftBehind>& things, const QString& step, bool beside = false)
{
    return std::any_of(things.begin(), things.end(),
        [&](const LeftBehind& thing) { return thing.step == StepId(step) && thing.beside == beside; });
}

//! Two requests: a harmful one that the second mends, and what the second may leave on its way.
Json requestsWorkflow()
{
    const auto step = [](const char* id, Json needs, Json makes, bool undo) {
        Json with{
            {"method", "POST"}, {"url", "https://pay.example/x"}, {"effect", "none"}, {"makes", std::move(makes)}};
        if (undo)
            with["undo"] = {{"method", "DELETE"}, {"url", "https://pay.example/x"}};
        return Json{{"id", id}, {"lane", "one"}, {"kind", "http.request"}, {"title", id}, {"needs", std::move(needs)},
            {"with", std::move(with)}};
    };
    Json workflow = benchWorkflow();
    workflow["steps"] = Json::array();
    workflow["steps"].push_back(step("user", Json::array(),
        {{"what", "A user {{ inputs.name }}"}, {"harmful", "Nobody can use it."}, {"until", "service"}}, true));
    workflow["steps"].push_back(step("service", Json::array({"user"}),
        {{"what", "A service"}, {"harmless", "It is wanted."},
            {"perhaps",
                {{"what", "An account for {{ inputs.name }}"}, {"harmless", "Nobody reaches it."},
                    {"remedy", "Ask the people of connector."}}}},
        false));
    return workflow;
}

} // namespace

class LeftBehindTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMergedChangeIsNamedAsMergedWithWhatItChanged()
    {
        StepBench bench;
        bench.start(raise).wrote(raise, "raisePullRequest", EffectSucceeded, {{"result", {{"number", 7}}}},
            {{"paths", {"list.json", "more.json"}}});
        bench.then(StepSucceeded, raise, {{"outputs", {{"number", 7}, {"nodeId", "PR7"}}}});
        bench.done(u"arm"_s).done(merged, {{"mergedSha", sha('e').toStdString()}});
        bench.then(StepStarted, u"built"_s).then(StepFailed, u"built"_s, failure(errc::githubWorkflowFailed));
        const auto things = leftBehind(bench.run);
        QCOMPARE(things.size(), 1);
        const auto& thing = things.first();
        QVERIFY(thing.merged && thing.certain && !thing.harmless && thing.canBeUndone);
        QCOMPARE(thing.what, u"The merged change of #7 in DEFRA/tf-svc"_s);
        QVERIFY2(thing.why.contains(u"list.json, more.json"_s), qPrintable(thing.why));
        QVERIFY2(thing.remedy.contains(u"reverts it"_s), qPrintable(thing.remedy));
        QVERIFY(whatUndoLeaves(bench.run).isEmpty());
        const auto preview = undoPreviewOf(bench.run);
        QCOMPARE(preview.size(), 1);
        QVERIFY2(preview[0].summary.contains(u"reverts #7"_s) && preview[0].summary.contains(u"a person reviews"_s),
            qPrintable(preview[0].summary));
    }

    void afterTheUndoTheChangeIsListedUntilItsRevertIsMerged()
    {
        StepBench bench;
        bench.isMerged().then(UndoRequested, {}, {{"steps", {"raise"}}}).then(StepStarted, raise);
        bench.wrote(raise, "revertPullRequest", EffectSucceeded,
            {{"result", {{"number", 8}, {"url", "https://github.example/8"}}}}, {{"number", 7}});
        bench.then(StepUndone, raise,
            {{"note", "revertProposed"},
                {"outputs", {{"revertNumber", 8}, {"revertUrl", "https://github.example/8"}}}});
        bench.then(RunUndone);
        const auto things = leftBehind(bench.run);
        QCOMPARE(things.size(), 1);
        QVERIFY(things[0].merged && !things[0].canBeUndone);
        QVERIFY2(things[0].why.contains(u"#8"_s), qPrintable(things[0].why));
        QCOMPARE(things[0].url, u"https://github.example/8"_s);
        QCOMPARE(whatUndoLeaves(bench.run).size(), 1);
        // Somebody decided since: merged, nothing is left; closed, the change stays for good.
        StepBench merged, closed, gone;
        merged.run = closed.run = gone.run = bench.run;
        merged.then(OutputsRevised, raise, {{"outputs", {{"revertOutcome", "merged"}}}});
        QVERIFY(leftBehind(merged.run).isEmpty());
        closed.then(OutputsRevised, raise, {{"outputs", {{"revertOutcome", "closed"}}}});
        QCOMPARE(leftBehind(closed.run).size(), 1);
        QVERIFY2(leftBehind(closed.run)[0].why.contains(u"not merged"_s), qPrintable(leftBehind(closed.run)[0].why));
        // Nobody knows what became of it.
        gone.then(OutputsRevised, raise, {{"outputs", {{"revertOutcome", "gone"}}}});
        const QString why = leftBehind(gone.run).value(0).why;
        QVERIFY2(why.contains(u"#8"_s) && why.contains(u"look whether it was merged"_s), qPrintable(why));
        // It was merged before: nothing is left.
        StepBench before;
        before.isMerged().then(UndoRequested, {}, {{"steps", {"raise"}}}).then(StepStarted, raise);
        before.then(StepUndone, raise, {{"note", "reverted"}}).then(RunUndone);
        QVERIFY(leftBehind(before.run).isEmpty());
    }

    void whatEndedWellOffersTheRepositoryThatItMade()
    {
        const auto offered = [](const char* url, bool all) {
            StepBench bench;
            for (const auto& step : bench.run.workflow->steps)
                if (all || step.id != StepId(u"gate"_s))
                    bench.done(step.id.text(), step.id == StepId(u"ready"_s) ? Json{{"url", url}} : Json::object());
            QStringList told;
            for (const auto& page : servicePages(bench.run))
                told += page.title + u' ' + page.url;
            return told;
        };
        const char* url = "https://github.com/DEFRA/fishing";
        QCOMPARE(offered(url, true), QStringList{u"Repository DEFRA/fishing https://github.com/DEFRA/fishing"_s});
        QVERIFY(offered("file:///etc/passwd", true).isEmpty());
        QVERIFY(offered(url, false).isEmpty()); // not before all is done
    }

    void anOpenPullRequestIsHarmlessUnlessItMergesByItself()
    {
        StepBench bench;
        bench.raised().then(CancelRequested).then(RunCancelled);
        const auto things = leftBehind(bench.run);
        QCOMPARE(things.size(), 1);
        QVERIFY(things[0].harmless && things[0].canBeUndone && things[0].certain && !things[0].merged);
        QCOMPARE(things[0].what, u"Pull request #7 of DEFRA/tf-svc"_s);
        StepBench armed;
        armed.raised().done(u"arm"_s).then(CancelRequested).then(RunCancelled);
        const auto moving = leftBehind(armed.run);
        QCOMPARE(moving.size(), 1);
        QVERIFY(!moving[0].harmless);
        QVERIFY(moving[0].mergesByItself && !things[0].mergesByItself);
        QVERIFY2(moving[0].why.contains(u"Auto-merge was on"_s), qPrintable(moving[0].why));
        // Stopped with the request that turns it on in flight: it was finished, and counts.
        StepBench late;
        late.raised().then(StepStarted, u"arm"_s);
        late.wrote(u"arm"_s, "enableAutoMerge", EffectSucceeded, Json::object(), Json::object());
        QVERIFY2(leftBehind(late.run).value(0).why.contains(u"Auto-merge is on"_s),
            qPrintable(leftBehind(late.run).value(0).why));
        late.then(CancelRequested).then(RunCancelled);
        QVERIFY(leftBehind(late.run).value(0).mergesByItself);
    }

    //! A cancelled run is looked after until that is known.
    void whatBecameOfWhatMergesByItselfIsTold()
    {
        const auto told = [](const char* outcome) {
            StepBench bench;
            bench.raised().done(u"arm"_s, {{"mode", "armed"}}).then(CancelRequested).then(RunCancelled);
            if (outcome)
                bench.then(OutputsRevised, raise, {{"outputs", {{"mergeOutcome", outcome}}}});
            return bench.run;
        };
        QCOMPARE(leftOpenText(told(nullptr)), u"#7 still merges by itself"_s);
        QCOMPARE(leftOpenText(journal::summaryOf(told(nullptr), {})), u"#7 still merges by itself"_s);
        QCOMPARE(journal::summaryOf(told(nullptr), {}).waitingFor, u"mergesByItself"_s);
        QVERIFY(journal::summaryOf(told(nullptr), {}).needsYou);
        for (const char* outcome : {"merged", "closed", "disarmed", "gone", "left"}) {
            const Run run = told(outcome);
            QCOMPARE(leftOpenText(run), QString());
            QVERIFY(!journal::summaryOf(run, {}).needsYou);
            const auto things = leftBehind(run);
            QCOMPARE(things.size(), 1);
            const QString name = QString::fromLatin1(outcome);
            QCOMPARE(things[0].merged, name == "merged"_L1);
            QCOMPARE(things[0].mergesByItself, name == "left"_L1);
            QVERIFY(things[0].canBeUndone);
            if (name == "closed"_L1)
                QCOMPARE(things[0].why, u"Its pull request #7 is closed."_s);
        }
    }

    void whatWasTakenBackIsNotListed()
    {
        StepBench bench;
        bench.raised().then(UndoRequested, {}, {{"steps", {"raise"}}}).then(StepStarted, raise);
        bench.wrote(raise, "closePullRequest", EffectSucceeded, Json::object(), {{"pullRequestId", "PR7"}});
        auto half = bench; // killed, or refused, between closing and deleting
        half.then(StepFailed, raise, failure(errc::githubForbidden));
        const auto left = leftBehind(half.run);
        QCOMPARE(left.size(), 1);
        QCOMPARE(left[0].what, u"The branch %1 of DEFRA/tf-svc"_s.arg(bench.branch));
        bench.then(StepUndone, raise, {{"note", "undone"}}).then(RunUndone);
        QVERIFY(leftBehind(bench.run).isEmpty());
    }

    void whatAPersonDidNotWantUndoneIsListedAndCannotBeUndoneAnyMore()
    {
        StepBench bench;
        bench.raised().done(create);
        bench.then(UndoRequested, {}, {{"steps", Json::array()}}).then(RunUndone);
        const auto things = leftBehind(bench.run);
        QVERIFY(of(things, raise) && of(things, create));
        for (const auto& thing : things)
            QVERIFY2(!thing.canBeUndone && !thing.remedy.isEmpty(), qPrintable(thing.what));
    }

    //! "Open on GitHub" of a run as a whole.
    void theRunsPageIsTheOneThatMattersMost()
    {
        const auto url = [](const StepBench& bench) { return pageOf(bench.run).value_or(Link{}).url; };
        StepBench bench;
        QVERIFY(url(bench).isEmpty());
        bench.raised();
        QCOMPARE(url(bench), u"https://github.example/7"_s);
        bench.start(create);
        bench.then(StepFailed, create,
            {{"error",
                toJson(Error{.code = errc::githubWorkflowFailed,
                    .args = {{"workflow", "Create"}, {"url", "https://github.example/o/r/actions/runs/5"}}})}});
        QCOMPARE(url(bench), u"https://github.example/o/r/actions/runs/5"_s);
        QCOMPARE(pageOf(*bench.run.step(StepId(create))->error)->title, u"Workflow run: Create"_s);
        QVERIFY(!pageOf(Error{.code = errc::githubNotFound, .args = {{"url", "javascript:alert(1)"}}}));
        bench.then(RetryRequested, create, {{"steps", {create.toStdString()}}});
        bench.done(create).done(u"arm"_s).done(merged, {{"mergedSha", sha('e').toStdString()}});
        QCOMPARE(url(bench), u"https://github.example/7"_s); // the pull request that was merged last
        bench.done(u"ready"_s, {{"url", "https://github.example/DEFRA/fishing"}});
        for (const char* id : {"validate", "built", "any", "portal", "gate"})
            bench.done(QString::fromLatin1(id));
        QCOMPARE(bench.run.state, RunState::Succeeded);
        QCOMPARE(url(bench), u"https://github.example/DEFRA/fishing"_s); // what it was for
    }

    void aRepositoryMadeByADispatchSaysWhoCanTakeItBack()
    {
        StepBench bench;
        bench.done(create, {{"id", 5}});
        auto things = whatUndoLeaves(bench.run);
        QCOMPARE(things.size(), 1);
        QCOMPARE(things[0].what, u"The repository DEFRA/fishing"_s);
        QVERIFY2(things[0].remedy.contains(u"administrator of DEFRA"_s), qPrintable(things[0].remedy));
        QVERIFY(!things[0].canBeUndone && !things[0].harmless);
        QVERIFY(!things[0].certain); // the workflow was started; what it made nobody has seen
        bench.done(u"ready"_s);
        QVERIFY(whatUndoLeaves(bench.run)[0].certain);
    }

    void aDispatchedWorkflowThatNamesNothingIsNamedItself()
    {
        Json workflow = benchWorkflow();
        for (auto& step : workflow["steps"])
            if (step["id"] == "create")
                step["with"].erase("creates");
        StepBench bench(workflow);
        bench.done(create);
        const auto things = inTheWorld(bench.run);
        QCOMPARE(things.size(), 1);
        QCOMPARE(things[0].what, u"What the workflow create.yml of DEFRA/boilerplate did"_s);
    }

    void whateverTheRunsStateItIsListed_data()
    {
        QTest::addColumn<QByteArray>("state");
        for (const char* state : {"running", "waiting", "paused", "parked", "needsYou", "failed", "cancelled"})
            QTest::newRow(state) << QByteArray(state);
    }
    //! Killed, and nobody drives it: its journal still says "running".
    void whateverTheRunsStateItIsListed()
    {
        QFETCH(QByteArray, state);
        StepBench bench;
        bench.raised();
        if (state == "waiting" || state == "needsYou") {
            // All that could start has been, so that only waits are left.
            for (const char* id : {"validate", "create", "portal"})
                bench.then(StepStarted, QString::fromLatin1(id)).then(StepSucceeded, QString::fromLatin1(id));
            for (const char* id : {"arm", "ready", "gate"})
                bench.then(StepStarted, QString::fromLatin1(id))
                    .then(StepWaiting, QString::fromLatin1(id), {{"for", "x"}});
        }
        if (state == "needsYou")
            bench.then(StepAsked, u"arm"_s, failure(errc::effectUnknown));
        if (state == "paused")
            bench.then(RunPaused);
        if (state == "parked")
            bench.then(RunParked, {}, failure(errc::networkTimeout));
        if (state == "failed") {
            for (const char* id : {"arm", "create", "portal", "gate", "validate"})
                bench.then(StepStarted, QString::fromLatin1(id))
                    .then(StepFailed, QString::fromLatin1(id), failure(errc::githubRefused));
        }
        if (state == "cancelled")
            bench.then(CancelRequested).then(RunCancelled);
        QCOMPARE(toText(bench.run.state).toLatin1(), state);
        const auto things = leftBehind(bench.run);
        QCOMPARE(things.size(), 1);
        QCOMPARE(things[0].what, u"Pull request #7 of DEFRA/tf-svc"_s);
    }

    void whatBecameOfALostRequestIsNotCertain()
    {
        StepBench bench;
        bench.start(raise).intend(raise).end(EffectUnknown, raise, failure(errc::networkTimeout));
        auto things = leftBehind(bench.run);
        QCOMPARE(things.size(), 1);
        QVERIFY(!things[0].certain);
        auto absent = bench;
        absent.end(EffectResolved, raise, {{"outcome", "absent"}});
        QVERIFY(leftBehind(absent.run).isEmpty());
        auto happened = bench;
        happened.end(EffectResolved, raise, {{"outcome", "succeeded"}, {"result", {{"number", 7}}}});
        QVERIFY(leftBehind(happened.run)[0].certain);
        // Refused, and the branch is there all the same.
        StepBench part;
        Json refusal = failure(errc::githubRefused);
        refusal["result"] = {{"ref", true}, {"branch", "x"}};
        part.start(raise).wrote(raise, "raisePullRequest", EffectFailed, refusal);
        QVERIFY(leftBehind(part.run)[0].certain);
        // It was cleared away for a new beginning, which was refused.
        part.wrote(raise, "deleteBranch", EffectSucceeded);
        part.wrote(raise, "raisePullRequest", EffectFailed, failure(errc::githubRefused));
        QVERIFY(leftBehind(part.run).isEmpty());
    }

    void whatWasFoundAndTakenOverIsNotThisRuns()
    {
        StepBench bench;
        bench.start(raise).then(StepSucceeded, raise, {{"outputs", {{"number", 7}}}});
        QVERIFY(leftBehind(bench.run).isEmpty());
    }

    void aHealingsBranchIsListedUntilTheRealOneIsMoved()
    {
        StepBench bench;
        bench.raised().done(u"arm"_s);
        bench.start(merged);
        bench.wrote(merged, "prepareBranch", EffectSucceeded, Json::object(),
            {{"branch", "x-onto-1"}, {"repository", "DEFRA/tf-svc"}});
        QVERIFY(of(leftBehind(bench.run), merged));
        QCOMPARE(leftBehind(bench.run)[1].what, u"The branch x-onto-1 of DEFRA/tf-svc"_s);
        bench.wrote(merged, "moveBranch", EffectSucceeded, Json::object(), {{"temporaryBranch", "x-onto-1"}});
        QVERIFY(!of(leftBehind(bench.run), merged));
    }

    void whatAWorkflowDeclaresIsHarmfulUntilItIsMended()
    {
        StepBench bench(requestsWorkflow());
        bench.done(u"user"_s);
        auto things = leftBehind(bench.run);
        QCOMPARE(things.size(), 1);
        QCOMPARE(things[0].what, u"A user fishing"_s);
        QVERIFY(!things[0].harmless && things[0].canBeUndone);
        QCOMPARE(things[0].why, u"Nobody can use it."_s);
        bench.done(u"service"_s);
        QVERIFY(leftBehind(bench.run).isEmpty()); // it has succeeded: all of it is wanted
        things = inTheWorld(bench.run);
        QCOMPARE(things.size(), 2);
        QVERIFY(things[0].harmless && !things[1].canBeUndone);
        QVERIFY2(things[1].remedy.contains(u"Slipway cannot"_s), qPrintable(things[1].remedy));
    }

    void whatALostRequestMayHaveLeftIsListedForGood()
    {
        StepBench bench(requestsWorkflow());
        bench.done(u"user"_s);
        bench.start(u"service"_s);
        QVERIFY(!of(leftBehind(bench.run), u"service"_s, true)); // nothing was sent yet
        bench.wrote(u"service"_s, "httpRequest", EffectFailed, failure(errc::networkTimeout, true));
        QVERIFY(!of(leftBehind(bench.run), u"service"_s, true)); // nor did this one leave the house
        Json lost = failure(errc::networkTimeout);
        lost["notBefore"] = bench.now.ms;
        bench.intend(u"service"_s, "httpRequest")
            .end(EffectUnknown, u"service"_s, lost)
            .end(EffectResolved, u"service"_s, {{"outcome", "absent"}});
        bench.wrote(u"service"_s, "httpRequest", EffectSucceeded).then(StepSucceeded, u"service"_s);
        QCOMPARE(bench.run.state, RunState::Succeeded);
        const auto things = leftBehind(bench.run);
        QCOMPARE(things.size(), 1);
        QVERIFY(things[0].beside && !things[0].certain && things[0].harmless && !things[0].canBeUndone);
        QCOMPARE(things[0].what, u"An account for fishing"_s);
        QCOMPARE(things[0].remedy, u"Ask the people of connector."_s);
    }

    void theJsonHasAllOfIt()
    {
        StepBench bench;
        bench.isMerged().then(CancelRequested).then(RunCancelled);
        const Json list = leftBehindJson(leftBehind(bench.run));
        QCOMPARE(qsizetype(list.size()), 1);
        for (const char* name :
            {"step", "what", "certain", "harmless", "why", "remedy", "canBeUndone", "merged", "outputs"})
            QVERIFY2(list[0].contains(name), name);
        QCOMPARE(integerAt(list[0]["outputs"], "number"), 7);
    }
};

QTEST_GUILESS_MAIN(LeftBehindTests)
#include "left_behind_tests.moc"
