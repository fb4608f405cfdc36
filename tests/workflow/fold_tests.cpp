// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "small_runs.h"

#include <QTest>

using namespace slipway;
using enum EventType;

namespace {

const QString raise = u"raise"_s, merge = u"merge"_s, extra = u"extra"_s;

QString foldError(const RunBuilder& told, const Event& event)
{
    const auto folded = fold(told.run, event, told.kinds());
    return folded.ok() ? u"taken"_s : folded.error().code + u": "_s + textAt(folded.error().args, "reason");
}

//! "extra" is out of the way: the state is what the other two make it.
RunBuilder withoutExtra() { return SmallRun().then(StepSkipped, extra, {{"by", "person"}, {"reason", "not needed"}}); }

} // namespace

class FoldTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRunStartsWithEverythingPlanned()
    {
        const SmallRun told;
        const Run& run = told.run;
        QCOMPARE(run.id.text(), u"RUN1"_s);
        QCOMPARE(run.subject, u"fishing"_s);
        QCOMPARE(textAt(run.inputs, "name"), u"fishing"_s);
        QCOMPARE(run.stamp, 1700000000000LL);
        QCOMPARE(run.startedBy, u"engine"_s);
        QCOMPARE(run.sequence, 1);
        QCOMPARE(toText(run.state), u"running"_s);
        QVERIFY(!run.endedAt);
        QCOMPARE(run.steps.size(), 3);
        for (const auto& step : run.steps) {
            QCOMPARE(toText(step.state), u"planned"_s);
            QVERIFY(step.attempts.isEmpty());
        }
    }

    void anAttemptStarts()
    {
        SmallRun told;
        const Timestamp at = told.now;
        told.then(StepStarted, raise, {{"by", "engine"}});
        const auto& step = told.step(raise);
        QCOMPARE(toText(step.state), u"running"_s);
        QCOMPARE(step.attempts.size(), 1);
        QCOMPARE(step.attempts[0].number, 1);
        QCOMPARE(step.attempts[0].startedBy, u"engine"_s);
        QVERIFY(step.attempts[0].startedAt == at && step.startedAt == at);
        QVERIFY(!step.attempts[0].lookFirst);
        QVERIFY(step.attempts[0].state == AttemptState::Running);
    }

    void anEffectIsOpenUntilItsEnd_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<bool>("notExecuted");
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("absent");
        const auto row = [](const char* name, EventType type, const QString& outcome, bool notExecuted,
                             const QString& state, bool absent) {
            QTest::newRow(name) << int(type) << outcome << notExecuted << state << absent;
        };
        row("succeeded", EffectSucceeded, {}, false, u"succeeded"_s, false);
        row("refused", EffectFailed, {}, false, u"failed"_s, false);
        row("not executed", EffectFailed, {}, true, u"failed"_s, true);
        row("found", EffectResolved, u"succeeded"_s, false, u"succeeded"_s, false);
        row("not found", EffectResolved, u"absent"_s, false, u"failed"_s, true);
        row("declared done", EffectResolved, u"declaredDone"_s, false, u"succeeded"_s, false);
        row("declared absent", EffectResolved, u"declaredAbsent"_s, false, u"failed"_s, true);
    }
    void anEffectIsOpenUntilItsEnd()
    {
        QFETCH(int, type);
        QFETCH(QString, outcome);
        QFETCH(bool, notExecuted);
        SmallRun told;
        told.then(StepStarted, raise).intend(raise, "raisePullRequest", {{"repository", "DEFRA/x"}});
        const auto* open = told.step(raise).openEffect();
        QVERIFY(open);
        QCOMPARE(open->id.text(), u"raise/1/1"_s);
        QCOMPARE(open->name, u"raisePullRequest"_s);
        QCOMPARE(textAt(open->target, "repository"), u"DEFRA/x"_s);
        QVERIFY(open->state == EffectState::Intended && !open->endedAt);
        Json data{{"result", {{"number", 5}}}};
        if (EventType(type) == EffectFailed)
            data.update(errorData("github.refused"));
        if (!outcome.isEmpty())
            data["outcome"] = outcome.toStdString();
        if (notExecuted)
            data["notExecuted"] = true;
        const Timestamp at = told.now;
        told.end(EventType(type), raise, data);
        QVERIFY(!told.step(raise).openEffect());
        const auto& effect = told.step(raise).attempts[0].effects[0];
        QTEST(toText(effect.state), "state");
        QTEST(effect.absent, "absent");
        QVERIFY(effect.endedAt == at);
        if (effect.state == EffectState::Succeeded)
            QCOMPARE(integerAt(effect.result, "number"), 5);
        if (EventType(type) == EffectFailed)
            QCOMPARE(effect.error->code, errc::githubRefused);
        // An effect ends once.
        QCOMPARE(foldError(told, told.next(EffectSucceeded, raise, {{"effect", "raise/1/1"}})),
            u"store.damaged: it ends an effect that is not open"_s);
    }

    void anUnknownEffectStaysOpenWithTheMomentOfItsLookUp()
    {
        SmallRun told;
        Json data = errorData("network.timeout");
        data["notBefore"] = 1700000030000;
        told.then(StepStarted, raise).intend(raise).end(EffectUnknown, raise, data);
        const auto* open = told.step(raise).openEffect();
        QVERIFY(open && open->state == EffectState::Unknown);
        QVERIFY(open->notBefore == Timestamp{1700000030000});
        QCOMPARE(open->error->code, errc::networkTimeout);
        QVERIFY(!open->endedAt);
    }

    void waitingForTheSameGoesOnFromItsStart()
    {
        auto told = withoutExtra().done(raise).then(StepStarted, merge);
        const Timestamp first = told.now;
        told.then(StepWaiting, merge, {{"for", "checks"}, {"args", {{"n", 1}}}, {"facts", {{"a", 1}}}});
        told.then(StepWaiting, merge, {{"for", "checks"}, {"args", {{"n", 2}}}, {"facts", {{"b", 2}}}});
        QVERIFY(told.step(merge).waitingFor->since == first);
        QCOMPARE(integerAt(told.step(merge).waitingFor->args, "n"), 2);
        QCOMPARE(integerAt(told.step(merge).attempt()->facts, "a"), 1);
        QCOMPARE(integerAt(told.step(merge).attempt()->facts, "b"), 2);
        QCOMPARE(toText(told.step(merge).state), u"waiting"_s);
        QCOMPARE(toText(told.run.state), u"waiting"_s);
        const Timestamp other = told.now;
        told.then(StepWaiting, merge, {{"for", "review"}});
        QVERIFY(told.step(merge).waitingFor->since == other);
    }

    void factsOfAnAttemptServeTheNext()
    {
        SmallRun told;
        told.then(StepStarted, raise)
            .then(StepWaiting, raise, {{"for", "x"}, {"facts", {{"seen", 1}}}})
            .then(StepFailed, raise, errorData("github.refused"))
            .then(RetryRequested, raise, {{"steps", {"raise"}}})
            .then(StepStarted, raise);
        QCOMPARE(integerAt(told.step(raise).attempt()->facts, "seen"), 1);
    }

    void aStepSucceeds()
    {
        SmallRun told;
        told.then(StepStarted, raise);
        const Timestamp at = told.now;
        told.then(StepSucceeded, raise, {{"outputs", {{"number", 5}}}, {"note", "adopted"}});
        const auto& step = told.step(raise);
        QCOMPARE(toText(step.state), u"succeeded"_s);
        QVERIFY(step.isDone());
        QCOMPARE(integerAt(step.outputs, "number"), 5);
        QCOMPARE(step.note, u"adopted"_s);
        QVERIFY(step.endedAt == at && step.attempt()->endedAt == at);
        QVERIFY(step.attempt()->state == AttemptState::Succeeded);
    }

    void aStepFails()
    {
        auto told = withoutExtra();
        told.then(StepStarted, raise).then(StepFailed, raise, errorData("github.refused"));
        const auto& step = told.step(raise);
        QCOMPARE(toText(step.state), u"failed"_s);
        QCOMPARE(step.error->code, errc::githubRefused);
        QCOMPARE(step.attempt()->error->code, errc::githubRefused);
        QVERIFY(step.attempt()->state == AttemptState::Failed && step.endedAt);
        QVERIFY(!step.retryAt);
        QCOMPARE(toText(told.run.state), u"failed"_s);
        QVERIFY(told.run.isOpen() && !told.run.endedAt);
    }

    void aPlannedRetryKeepsTheRunRunning()
    {
        auto told = withoutExtra();
        Json data = errorData("server.error");
        data["retryAt"] = 1700000099000;
        told.then(StepStarted, raise).then(StepFailed, raise, data);
        QVERIFY(told.step(raise).retryAt == Timestamp{1700000099000});
        QCOMPARE(toText(told.run.state), u"running"_s);
        told.then(StepStarted, raise);
        QVERIFY(!told.step(raise).retryAt && !told.step(raise).error && !told.step(raise).endedAt);
        QCOMPARE(told.step(raise).attempts.size(), 2);
        QCOMPARE(told.step(raise).attempts[0].error->code, errc::serverError); // kept for ever
        QVERIFY(!told.step(raise).attempt()->lookFirst);
    }

    void oneFailedLaneDoesNotStopTheOthers()
    {
        SmallRun told;
        told.then(StepStarted, raise).then(StepFailed, raise, errorData("github.refused"));
        QCOMPARE(toText(told.run.state), u"running"_s); // extra can start
        told.then(StepStarted, extra).then(StepWaiting, extra, {{"for", "x"}});
        QCOMPARE(toText(told.run.state), u"waiting"_s);
        told.then(StepSucceeded, extra);
        QCOMPARE(toText(told.run.state), u"failed"_s);
    }

    void askingNeedsAPersonUntilItMovesByItself()
    {
        SmallRun told;
        told.then(StepStarted, extra).then(StepAsked, extra, errorData("gate.waiting"));
        QVERIFY(told.step(extra).needsYou);
        QCOMPARE(toText(told.step(extra).state), u"waiting"_s);
        QCOMPARE(told.step(extra).error->code, errc::gateWaiting);
        QCOMPARE(toText(told.run.state), u"needsYou"_s);
        told.then(StepWaiting, extra, {{"for", "x"}});
        QVERIFY(!told.step(extra).needsYou && !told.step(extra).error);
    }

    void anAnswerToAnOpenQuestionEndsTheAsking()
    {
        SmallRun told;
        told.then(StepStarted, raise).intend(raise).end(EffectUnknown, raise, errorData("network.timeout"));
        told.then(StepAsked, raise, errorData("effect.unknown"));
        QCOMPARE(toText(told.run.state), u"needsYou"_s);
        told.end(EffectResolved, raise, {{"outcome", "declaredDone"}});
        QVERIFY(!told.step(raise).needsYou);
        QVERIFY(told.run.state != RunState::NeedsYou);
    }

    void outputsAreRevisedAndAGenerationStarts()
    {
        SmallRun told;
        told.done(raise, {{"number", 5}, {"sha", "a"}})
            .then(OutputsRevised, raise, {{"outputs", {{"sha", "b"}}}})
            .then(GenerationStarted, raise, {{"generation", 2}});
        QCOMPARE(textAt(told.step(raise).outputs, "sha"), u"b"_s);
        QCOMPARE(integerAt(told.step(raise).outputs, "number"), 5);
        QCOMPARE(told.step(raise).generation, 2);
        QCOMPARE(toText(told.step(raise).state), u"succeeded"_s);
    }

    void advancedAndSkippedSayWhoAndWhy()
    {
        SmallRun told;
        told.then(StepStarted, raise);
        Event advanced =
            told.next(StepAdvanced, raise, {{"outputs", {{"number", 9}}}, {"reason", "by hand"}, {"verified", true}});
        advanced.actor = u"mia"_s;
        told.then(advanced);
        QCOMPARE(toText(told.step(raise).state), u"advanced"_s);
        QCOMPARE(told.step(raise).byWhom, u"mia"_s);
        QCOMPARE(told.step(raise).reason, u"by hand"_s);
        QVERIFY(told.step(raise).verified && told.step(raise).isDone());
        QCOMPARE(integerAt(told.step(raise).outputs, "number"), 9);
        QVERIFY(told.step(raise).attempt()->state == AttemptState::Cancelled);
        told.then(StepSkipped, extra, {{"reason", "not now"}});
        QCOMPARE(toText(told.step(extra).state), u"skipped"_s);
        QCOMPARE(told.step(extra).reason, u"not now"_s);
        QVERIFY(told.step(extra).isDone());
        told.then(StepCancelled, merge);
        QCOMPARE(toText(told.step(merge).state), u"cancelled"_s);
        QVERIFY(!told.step(merge).isDone());
    }

    //! The next attempt takes the step's place; that somebody had ended it is kept beside it.
    void aRetryKeepsWhoEndedAStepByHand()
    {
        SmallRun told;
        const auto byMia = [&](EventType type, const QString& step, Json data) {
            Event event = told.next(type, step, std::move(data));
            event.actor = u"mia"_s;
            told.then(event);
        };
        byMia(StepAdvanced, raise, {{"outputs", Json::object()}, {"reason", "done elsewhere"}, {"verified", false}});
        told.then(RetryRequested, raise, {{"steps", {"raise"}}, {"scope", "from"}}).then(StepStarted, raise);
        byMia(StepAdvanced, raise, {{"outputs", Json::object()}, {"reason", "by hand"}, {"verified", true}});
        const Timestamp at = told.events.back().at;
        told.then(RetryRequested, raise, {{"steps", {"raise"}}, {"scope", "from"}});
        QVERIFY(told.step(raise).byWhom.isEmpty() && told.step(raise).reason.isEmpty() && !told.step(raise).verified);
        told.then(StepStarted, raise).then(StepSucceeded, raise);
        const StepRun& step = told.step(raise);
        QCOMPARE(step.endedByHand.size(), 2);
        QVERIFY(step.handAfter(0) && step.handAfter(0)->reason == u"done elsewhere"_s);
        const auto* hand = step.handAfter(1);
        QVERIFY(hand && hand->verified && !hand->skipped && hand->at == at);
        QCOMPARE(hand->byWhom, u"mia"_s);
        QCOMPARE(hand->reason, u"by hand"_s);
        QVERIFY(!step.handAfter(2));
        byMia(StepSkipped, extra, {{"reason", "not now"}, {"by", "person"}});
        QVERIFY(told.step(extra).handAfter(0) && told.step(extra).handAfter(0)->skipped);
        SmallRun other;
        other.then(StepSkipped, extra, {{"reason", ""}, {"by", "when"}}); // nobody did
        QVERIFY(other.step(extra).endedByHand.isEmpty());
    }

    void aRetryLooksFirst()
    {
        SmallRun told;
        told.then(StepStarted, raise).then(StepFailed, raise, errorData("github.refused"));
        told.then(RetryRequested, raise, {{"steps", {"raise"}}, {"scope", "step"}});
        QCOMPARE(toText(told.step(raise).state), u"planned"_s);
        QVERIFY(told.step(raise).lookFirst && !told.step(raise).error && !told.step(raise).endedAt);
        QCOMPARE(toText(told.run.state), u"running"_s);
        told.then(StepStarted, raise, {{"by", "retry"}});
        QVERIFY(told.step(raise).attempt()->lookFirst);
        QVERIFY(!told.step(raise).lookFirst); // once
        QCOMPARE(told.step(raise).attempt()->number, 2);
    }

    //! Of a run from a copy nobody knows what was sent: that stays so for each attempt that nobody asked for.
    void whatACopyDoesNotTellStaysUnknownToTheAttemptsThatFollow()
    {
        for (const bool begun : {true, false}) {
            SmallRun told;
            if (begun)
                told.then(StepStarted, raise);
            told.then(LookRequested, {}, {{"scope", "restored"}});
            QCOMPARE(told.step(raise).takenOver, !begun); // by which no attempt has gone yet
            if (!begun)
                told.then(StepStarted, raise);
            for (int attempt = 1; attempt <= 3; ++attempt) {
                QVERIFY(told.step(raise).attempt()->takenOver && !told.step(raise).takenOver);
                QCOMPARE(told.step(raise).attempt()->lookFirst, attempt == 1);
                told.then(StepFailed, raise, errorData("github.refused")).then(StepStarted, raise);
            }
            told.then(StepFailed, raise, errorData("github.refused"));
            told.then(RetryRequested, raise, {{"steps", {"raise"}}}).then(StepStarted, raise);
            QVERIFY(!told.step(raise).attempt()->takenOver);
            told.then(StepFailed, raise, errorData("github.refused")).then(StepStarted, raise);
            QVERIFY(!told.step(raise).attempt()->takenOver);
        }
    }

    //! Whoever tries again what failed, or asked, before the copy was made has not said a word about what came after.
    void aRetryOfWhatStoodSoInTheCopyGoesByTheCopy()
    {
        for (const auto before : {StepFailed, StepAsked}) {
            SmallRun told;
            told.then(StepStarted, raise).then(before, raise, errorData("github.refused"));
            told.then(LookRequested, {}, {{"scope", "restored"}});
            told.then(RetryRequested, raise, {{"steps", {"raise"}}}).then(StepStarted, raise);
            QVERIFY(told.step(raise).attempt()->takenOver);
            told.then(RetryRequested, raise, {{"steps", {"raise"}}}).then(StepStarted, raise);
            QVERIFY(!told.step(raise).attempt()->takenOver);
        }
        SmallRun told; // she was asked anew since
        told.then(StepStarted, raise).then(StepAsked, raise, errorData("github.refused"));
        told.then(LookRequested, {}, {{"scope", "restored"}}).then(StepAsked, raise, errorData("gate.waiting"));
        told.then(RetryRequested, raise, {{"steps", {"raise"}}}).then(StepStarted, raise);
        QVERIFY(!told.step(raise).attempt()->takenOver);
    }

    void pausedAndParkedComeAndGo()
    {
        auto told = withoutExtra();
        told.then(RunPaused);
        QCOMPARE(toText(told.run.state), u"paused"_s);
        Json data = errorData("network.unreachable");
        data["until"] = 1700000050000;
        told.then(RunParked, {}, data);
        QCOMPARE(toText(told.run.state), u"paused"_s); // a person's word is said first
        told.then(RunResumed);
        QCOMPARE(toText(told.run.state), u"parked"_s);
        QCOMPARE(told.run.parked->code, errc::networkUnreachable);
        QVERIFY(told.run.parkedUntil == Timestamp{1700000050000});
        told.then(RunUnparked);
        QCOMPARE(toText(told.run.state), u"running"_s);
        QVERIFY(!told.run.parked && !told.run.parkedUntil);
    }

    void aRunSucceedsWhenAllIsDone()
    {
        auto told = withoutExtra().done(raise);
        QCOMPARE(toText(told.run.state), u"running"_s);
        QVERIFY(!told.run.endedAt);
        const Timestamp start = told.now;
        told.then(StepStarted, merge).then(StepSucceeded, merge);
        QCOMPARE(toText(told.run.state), u"succeeded"_s);
        QVERIFY(told.run.endedAt == start + Millis(1000));
        const auto ended = told.run.endedAt;
        told.then(NoteAdded, {}, {{"text", "well done"}});
        QVERIFY(told.run.endedAt == ended); // a note does not end it again
        QCOMPARE(told.run.notes.size(), 1);
        QCOMPARE(told.run.notes[0].text, u"well done"_s);
    }

    void cancellingEndsWhatIsNotDone()
    {
        SmallRun told;
        told.done(raise).then(StepStarted, merge).then(CancelRequested, {}, {{"reason", "mistake"}});
        QVERIFY(told.run.cancelRequested && told.run.isOpen());
        const Timestamp at = told.now;
        told.then(RunCancelled);
        QCOMPARE(toText(told.run.state), u"cancelled"_s);
        QVERIFY(told.run.endedAt == at);
        QVERIFY(!told.run.cancelRequested);
        QCOMPARE(toText(told.step(raise).state), u"succeeded"_s);
        QCOMPARE(toText(told.step(merge).state), u"cancelled"_s);
        QCOMPARE(toText(told.step(extra).state), u"cancelled"_s);
        QVERIFY(told.step(merge).attempt()->state == AttemptState::Cancelled);
    }

    void undoOpensTheRunAgainAndEndsIt()
    {
        SmallRun told;
        told.done(raise).then(RunCancelled).then(UndoRequested, {}, {{"steps", {"raise"}}});
        QVERIFY(told.run.isOpen() && !told.run.endedAt);
        QVERIFY(told.step(raise).undoPlanned && !told.step(merge).undoPlanned);
        QCOMPARE(toText(told.run.state), u"running"_s);
        told.then(StepStarted, raise);
        QVERIFY(told.step(raise).attempt()->purpose == Purpose::Undo);
        told.then(StepUndone, raise, {{"note", "undone"}});
        QCOMPARE(toText(told.step(raise).state), u"undone"_s);
        QVERIFY(!told.step(raise).undoPlanned && told.run.isOpen());
        QCOMPARE(toText(told.run.state), u"running"_s); // no failure, though nothing but the closing event is left
        told.then(RunUndone);
        QCOMPARE(toText(told.run.state), u"undone"_s);
        QVERIFY(told.run.endedAt);
    }

    void commandsAreRemembered()
    {
        SmallRun told;
        told.then(RunPaused, {}, {{"commandId", "c-1"}}).then(RunResumed, {}, {{"commandId", "c-2"}});
        QCOMPARE(told.run.commands, (QList<CommandId>{CommandId(u"c-1"_s), CommandId(u"c-2"_s)}));
    }

    void whatDoesNotFitIsDamage()
    {
        SmallRun told;
        told.then(StepStarted, raise);
        Event gap = told.next(RunPaused);
        ++gap.sequence;
        QCOMPARE(foldError(told, gap), u"store.damaged: the sequence has a gap"_s);
        gap.sequence -= 2;
        QCOMPARE(foldError(told, gap), u"store.damaged: the sequence has a gap"_s);
        const auto unknown = u"store.damaged: it names a step that the workflow does not have"_s;
        QCOMPARE(foldError(told, told.next(StepStarted, u"nothing"_s)), unknown);
        QCOMPARE(foldError(told, told.next(RetryRequested, raise, {{"steps", {"raise", "nothing"}}})), unknown);
        QCOMPARE(foldError(told, told.next(UndoRequested, {}, {{"steps", {"nothing"}}})), unknown);
        QCOMPARE(foldError(told, told.next(StepSucceeded)), u"store.damaged: it names no step"_s);
        QCOMPARE(foldError(told, told.next(StepWaiting, merge)), u"store.damaged: its step has no attempt"_s);
        QCOMPARE(foldError(told, told.next(EffectIntended, merge)), u"store.damaged: its step has no attempt"_s);
        const auto notOpen = u"store.damaged: it ends an effect that is not open"_s;
        for (const auto type : {EffectSucceeded, EffectFailed, EffectUnknown, EffectResolved}) {
            QCOMPARE(foldError(told, told.next(type, raise, {{"effect", "raise/1/1"}})), notOpen);
            QCOMPARE(foldError(told, told.next(type, {}, {{"effect", "raise/1/1"}})), notOpen);
        }
        QCOMPARE(foldError(told, told.next(RunStarted)), u"store.damaged: the run was started before"_s);
        Event first = told.next(RunPaused);
        first.sequence = 1;
        QCOMPARE(fold(Run{}, first, told.kinds()).error().code, errc::storeDamaged);
    }

    void allAtOnceIsOneByOne()
    {
        const auto told = withoutExtra().done(raise).then(StepStarted, merge).then(StepSucceeded, merge);
        const auto again = fold(Run{}, told.events, told.kinds());
        QVERIFY(again.ok());
        QCOMPARE(again->sequence, told.run.sequence);
        QVERIFY(again->state == told.run.state && again->endedAt == told.run.endedAt);
    }

    void crashesInARowAreCountedUntilTheirStepEnds()
    {
        const auto crash = [](SmallRun& told, const QString& step, bool again) {
            told.then(EngineCrashed, step, {{"signal", "SIGSEGV"}, {"again", again}});
        };
        SmallRun told;
        told.then(StepStarted, raise, {{"by", "engine"}});
        crash(told, raise, false);
        crash(told, raise, true);
        QCOMPARE(told.run.crashes, 2);
        told.then(StepSkipped, extra, {{"by", "person"}, {"reason", "not needed"}}); // another step says nothing
        QCOMPARE(told.run.crashes, 2);
        told.then(StepSucceeded, raise, {{"outputs", Json::object()}});
        QCOMPARE(told.run.crashes, 0);
        crash(told, merge, true);
        crash(told, merge, false); // after an end in good order
        QCOMPARE(told.run.crashes, 1);
    }

    void aRunInQuarantineNeedsAPersonWhoLetsItGo_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("resumed") << int(RunResumed);
        QTest::newRow("retried") << int(RetryRequested);
        QTest::newRow("cancelled") << int(CancelRequested);
        QTest::newRow("undone") << int(UndoRequested);
    }
    void aRunInQuarantineNeedsAPersonWhoLetsItGo()
    {
        QFETCH(int, type);
        SmallRun told;
        told.then(StepStarted, raise, {{"by", "engine"}});
        told.then(EngineCrashed, raise, {{"signal", "SIGSEGV"}});
        told.then(RunQuarantined, {}, errorData("run.quarantined"));
        QCOMPARE(toText(told.run.state), u"needsYou"_s);
        QVERIFY(told.run.quarantined && told.run.parked);
        told.then(EventType(type), {}, {{"steps", Json::array()}});
        QVERIFY(!told.run.quarantined && !told.run.parked);
        QCOMPARE(told.run.crashes, 0);
        QVERIFY(toText(told.run.state) != u"needsYou"_s);
    }
};

QTEST_GUILESS_MAIN(FoldTests)
#include "fold_tests.moc"
