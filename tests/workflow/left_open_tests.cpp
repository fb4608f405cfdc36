// SPDX-License-Identifier: GPL-3.0-or-later
// What an ended run has left open at GitHub, as its journal tells it.
#include "small_runs.h"
#include "workflow/handle.h"
#include "workflow/left_open.h"

#include <QTest>

using namespace slipway;
using enum EventType;

namespace {

const QString raise = u"raise"_s, arm = u"arm"_s, merge = u"merge"_s;

//! "raise", "arm" and "merge" of one pull request, number 7 of DEFRA/tf-svc.
class ArmedRun : public RunBuilder {
public:
    ArmedRun()
        : RunBuilder(workflow(), kindsOf(), {{"name", "fishing"}})
    {
        then(StepStarted, raise)
            .intend(raise, "raisePullRequest", {{"repository", "DEFRA/tf-svc"}})
            .end(EffectSucceeded, raise, {{"result", outputs()}})
            .then(StepSucceeded, raise, {{"outputs", outputs()}});
    }
    ArmedRun& arms()
    {
        then(StepStarted, arm)
            .intend(arm, "enableAutoMerge")
            .end(EffectSucceeded, arm, {{"result", {{"mode", "armed"}}}});
        then(StepSucceeded, arm, {{"outputs", {{"mode", "armed"}}}});
        return *this;
    }
    ArmedRun& cancelled()
    {
        then(CancelRequested).then(RunCancelled);
        return *this;
    }

private:
    static Json outputs() { return {{"number", 7}, {"nodeId", "PR7"}, {"url", "https://github.example/7"}}; }
    static KindRules kindsOf()
    {
        KindRules kinds = smallKinds();
        const QList<ParameterRule> ofPullRequest{
            {.name = u"pullRequest"_s, .type = ParameterType::Step, .stepKind = u"github.pull-request"_s}};
        for (const auto& kind : {u"github.auto-merge"_s, u"github.merged"_s})
            kinds.insert(kind, {.kind = kind, .parameters = ofPullRequest, .outputs = {u"mode"_s, u"mergedSha"_s}});
        return kinds;
    }
    static Json workflow()
    {
        const auto step = [](const char* id, const char* kind, const char* need) {
            return Json{{"id", id}, {"lane", "one"}, {"kind", kind}, {"title", id}, {"needs", Json::array({need})},
                {"with", {{"pullRequest", "raise"}}}};
        };
        Json whole = smallWorkflow();
        whole["steps"] = Json::array(
            {whole["steps"][0], step("arm", "github.auto-merge", "raise"), step("merge", "github.merged", "arm")});
        return whole;
    }
};

Envelope byMia(const Command& command)
{
    return {.id = newCommandId(),
        .run = RunId(u"RUN1"_s),
        .actor = u"mia"_s,
        .at = {1'800'000'000'000},
        .command = command};
}

} // namespace

class LeftOpenTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCancelledRunLeavesWhatStillMerges()
    {
        ArmedRun told;
        told.arms();
        QVERIFY(leftOpen(told.run).isEmpty()); // somebody looks after it
        told.cancelled();
        const auto left = openMerges(told.run);
        QCOMPARE(left.size(), 1);
        QCOMPARE(left[0].step, StepId(raise));
        QCOMPARE(left[0].number, 7);
        QCOMPARE(left[0].nodeId, u"PR7"_s);
        QCOMPARE(left[0].repository, u"DEFRA/tf-svc"_s);
        QVERIFY(openReverts(told.run).isEmpty());
    }

    void onlyWhatMayStillMergeIsLeft()
    {
        ArmedRun unarmed;
        QVERIFY(leftOpen(unarmed.cancelled().run).isEmpty());

        ArmedRun cutOff; // what turns it on is in flight, and terminated
        cutOff.then(StepStarted, arm).intend(arm, "enableAutoMerge").end(EffectUnknown, arm, {{"notBefore", 0}});
        QCOMPARE(leftOpen(cutOff.cancelled().run).size(), 1);

        ArmedRun refused;
        refused.then(StepStarted, arm)
            .intend(arm, "enableAutoMerge")
            .end(EffectFailed, arm, errorData("github.refused"));
        QVERIFY(leftOpen(refused.cancelled().run).isEmpty());

        ArmedRun merged;
        merged.arms().done(merge, {{"mergedSha", "abc"}});
        QVERIFY(leftOpen(merged.cancelled().run).isEmpty());

        ArmedRun directly;
        directly.arms().then(StepStarted, merge).intend(merge, "mergePullRequest").end(EffectSucceeded, merge);
        QVERIFY(leftOpen(directly.cancelled().run).isEmpty());

        ArmedRun withdrawn;
        withdrawn.arms().then(StepStarted, merge).intend(merge, "closePullRequest", {{"pullRequestId", "PR7"}});
        withdrawn.end(EffectSucceeded, merge);
        QVERIFY(leftOpen(withdrawn.cancelled().run).isEmpty());

        ArmedRun undone;
        undone.arms().then(UndoRequested, {}, {{"steps", {"raise"}}}).then(StepStarted, raise);
        undone.then(StepUndone, raise, {{"note", "undone"}}).then(RunUndone);
        QVERIFY(leftOpen(undone.run).isEmpty());
    }

    void whatBecameOfItIsToldByItsOutputs()
    {
        ArmedRun told;
        told.arms().cancelled();
        told.then(OutputsRevised, raise, {{"outputs", outputsOfUnseen(openMerges(told.run)[0], Timestamp{5000})}});
        QCOMPARE(openMerges(told.run)[0].unseenSince, std::optional(Timestamp{5000}));
        told.then(OutputsRevised, raise, {{"outputs", outputsOfUnseen(openMerges(told.run)[0], std::nullopt)}});
        QVERIFY(!openMerges(told.run)[0].unseenSince);
        told.then(OutputsRevised, raise, {{"outputs", outputsOfOutcome(openMerges(told.run)[0], u"closed"_s)}});
        QVERIFY(leftOpen(told.run).isEmpty());
        QCOMPARE(mergeOutcome(told.step(raise)), u"closed"_s);
    }

    //! Without it the run would need somebody for as long as the pull request waits for its review.
    void aPersonMayLeaveItToGitHub()
    {
        ArmedRun told;
        told.arms().cancelled();
        const Json before = told.step(raise).outputs;
        const auto silent = handle(told.run, byMia(SkipStep{.step = StepId(raise), .reason = {}}), told.kinds());
        QVERIFY(!silent && textAt(silent.error().args, "because") == "reasonMissing"_L1);
        const auto other =
            handle(told.run, byMia(SkipStep{.step = StepId(merge), .reason = u"it may"_s}), told.kinds());
        QVERIFY(!other);
        const auto skipped =
            handle(told.run, byMia(SkipStep{.step = StepId(raise), .reason = u"it may"_s}), told.kinds());
        QVERIFY2(skipped.ok(), skipped ? "" : qPrintable(skipped.error().code));
        QCOMPARE(skipped->size(), 1);
        QCOMPARE(skipped->front().actor, u"mia"_s);
        QCOMPARE(textAt(skipped->front().data, "reason"), u"it may"_s);
        told.then(*skipped);
        QVERIFY(leftOpen(told.run).isEmpty());
        QCOMPARE(toText(told.run.state), u"cancelled"_s);
        QCOMPARE(toText(told.step(raise).state), u"succeeded"_s);
        QVERIFY(!whyNot(told.run, UndoRun{.reason = {}})); // it can still be closed
        QVERIFY(whyNot(told.run, SkipStep{.step = StepId(raise), .reason = u"it may"_s}));
    }
};

QTEST_APPLESS_MAIN(LeftOpenTests)
#include "left_open_tests.moc"
