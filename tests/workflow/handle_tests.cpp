// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "small_runs.h"
#include "test_kinds.h"
#include "workflow/handle.h"
#include "workflow/inputs.h"
#include "workflow/parse_workflow.h"
#include "workflow/shipped.h"

#include <QRandomGenerator>
#include <QTest>

using namespace slipway;
using enum EventType;

namespace {

const QString raise = u"raise"_s, merge = u"merge"_s, extra = u"extra"_s;

Envelope envelope(const Command& command, const QString& id = u"c-1"_s)
{
    return {.id = CommandId(id), .run = RunId(u"RUN1"_s), .actor = u"mia"_s, .at = {1700000500000}, .command = command};
}

//! "ok", or the reason of the refusal, or another error's code.
QString outcome(const std::optional<Error>& error)
{
    if (!error)
        return u"ok"_s;
    return error->code == errc::commandRefused ? textAt(error->args, "because") : error->code;
}

template <class T>
QString outcome(const Result<T>& result)
{
    return outcome(result.ok() ? std::nullopt : std::optional(result.error()));
}

QStringList typesOf(const Events& events)
{
    QStringList types;
    for (const auto& event : events)
        types.append(toText(event.type));
    return types;
}

struct Named {
    const char* name;
    Command command;
};

//! Every command but StartRun, in the order of the table's columns.
const QList<Named>& commands()
{
    static const QList<Named> list{{"RetryStep raise", RetryStep{StepId(raise), u"why"_s}},
        {"RetryStep all", RetryStep{{}, u"why"_s}}, {"RetryFrom raise", RetryFrom{StepId(raise), u"why"_s}},
        {"RetryNow raise", RetryNow{StepId(raise)}}, {"LookNow raise", LookNow{StepId(raise)}},
        {"AdvanceStep raise", AdvanceStep{.step = StepId(raise), .reason = u"why"_s}},
        {"SkipStep extra", SkipStep{StepId(extra), u"why"_s}}, {"PauseRun", PauseRun{}}, {"ResumeRun", ResumeRun{}},
        {"CancelRun", CancelRun{}}, {"UndoRun", UndoRun{}}, {"AddNote", AddNote{u"hello"_s, {}}},
        {"ResolveEffect raise", ResolveEffect{.step = StepId(raise), .happened = true}}};
    return list;
}

//! Two requests that the workflow can take back; `alone`: nothing was made before the second.
RunBuilder requestRun(bool alone)
{
    KindRules kinds = smallKinds();
    kinds.insert(u"http.request"_s,
        {.kind = u"http.request"_s, .parameters = {{u"undo"_s, ParameterType::Object, false}}, .anyOutputs = true});
    Json workflow = smallWorkflow();
    workflow["steps"] = Json::array();
    for (const char* id : {"service", "account"}) {
        workflow["steps"].push_back({{"id", id}, {"lane", "one"}, {"kind", "http.request"}, {"title", id},
            {"with", {{"undo", {{"method", "DELETE"}}}}}});
    }
    RunBuilder told(workflow, kinds, {{"name", "fishing"}});
    if (!alone)
        told.done(u"service"_s);
    return told.then(StepStarted, u"account"_s);
}

struct Situation {
    const char* name;
    RunBuilder told;
    const char* outcomes; //!< one a command
};

QList<Situation> situations()
{
    const auto running = SmallRun().then(StepStarted, raise);
    auto inFlight = running;
    inFlight.intend(raise);
    auto unknown = inFlight;
    unknown.end(EffectUnknown, raise, errorData("network.timeout"));
    auto asked = unknown;
    asked.then(StepAsked, raise, errorData("effect.unknown"));
    auto abandoned = asked;
    abandoned.then(CancelRequested).then(RunCancelled);
    auto failed = inFlight;
    Json refusal = errorData("github.refused");
    refusal["notExecuted"] = true;
    failed.end(EffectFailed, raise, refusal).then(StepFailed, raise, errorData("github.refused"));
    auto planned = running;
    Json retry = errorData("server.error");
    retry["retryAt"] = 1700000900000;
    planned.then(StepFailed, raise, retry);
    auto waiting = SmallRun().done(raise).then(StepStarted, merge).then(StepWaiting, merge, {{"for", "merge"}});
    auto paused = waiting;
    paused.then(RunPaused);
    auto cancelling = inFlight;
    cancelling.then(CancelRequested);
    auto cancelled = waiting;
    cancelled.then(CancelRequested).then(RunCancelled);
    auto succeeded = waiting;
    succeeded.then(StepSucceeded, merge).then(StepSkipped, extra);
    auto undoing = waiting;
    undoing.then(UndoRequested, {}, {{"steps", {"raise"}}});
    auto undone = undoing;
    undone.then(StepStarted, raise).then(StepUndone, raise).then(RunUndone);
    // clang-format off
    return {
        {"started", SmallRun(), "stepNotFailed nothingToRetry stepNotFailed noRetryPlanned notWaiting ok ok ok notPaused ok nothingToUndo ok noOpenQuestion"},
        {"running", running, "ok nothingToRetry ok noRetryPlanned ok ok ok ok notPaused ok nothingToUndo ok noOpenQuestion"},
        {"in flight", inFlight, "effectInFlight nothingToRetry effectInFlight noRetryPlanned ok effectInFlight ok ok notPaused ok effectInFlight ok noOpenQuestion"},
        {"unknown", unknown, "effectInFlight nothingToRetry effectInFlight noRetryPlanned ok ok ok ok notPaused ok effectInFlight ok noOpenQuestion"},
        {"asked", asked, "ok nothingToRetry ok noRetryPlanned ok ok ok ok notPaused ok ok ok ok"},
        {"asked, then cancelled", abandoned, "runEnded nothingToRetry runEnded runEnded runEnded runEnded runEnded runEnded runEnded runEnded ok ok ok"},
        {"failed", failed, "ok ok ok noRetryPlanned notWaiting ok ok ok notPaused ok nothingToUndo ok noOpenQuestion"},
        {"retry planned", planned, "ok ok ok ok ok ok ok ok notPaused ok nothingToUndo ok noOpenQuestion"},
        {"waiting", waiting, "stepDone nothingToRetry ok noRetryPlanned notWaiting stepDone ok ok notPaused ok ok ok noOpenQuestion"},
        {"paused", paused, "runPaused nothingToRetry runPaused runPaused runPaused runPaused runPaused runPaused ok ok ok ok noOpenQuestion"},
        {"cancelling", cancelling, "alreadyCancelled nothingToRetry alreadyCancelled alreadyCancelled alreadyCancelled alreadyCancelled alreadyCancelled ok notPaused alreadyCancelled effectInFlight ok noOpenQuestion"},
        {"cancelled", cancelled, "runEnded nothingToRetry runEnded runEnded runEnded runEnded runEnded runEnded runEnded runEnded ok ok noOpenQuestion"},
        {"succeeded", succeeded, "runEnded nothingToRetry runEnded runEnded runEnded runEnded runEnded runEnded runEnded runEnded ok ok noOpenQuestion"},
        {"undoing", undoing, "stepDone nothingToRetry undoRunning noRetryPlanned notWaiting undoRunning undoRunning ok notPaused undoRunning undoRunning ok noOpenQuestion"},
        {"undone", undone, "runEnded nothingToRetry runEnded runEnded runEnded runEnded runEnded runEnded runEnded runEnded runEnded ok noOpenQuestion"},
    };
    // clang-format on
}

QStringList retriedSteps(const Run& run, const Command& command)
{
    const auto events = handle(run, envelope(command), smallKinds());
    return events.ok() ? textsAt(events->front().data, "steps") : QStringList{outcome(events)};
}

//! All of a run that commands and events may change, as one text.
QByteArray digest(const Run& run)
{
    Json json{{"state", toText(run.state).toStdString()}, {"sequence", run.sequence}, {"paused", run.pause.has_value()},
        {"cancel", run.cancelRequested}, {"undo", run.undoRequested}, {"notes", run.notes.size()},
        {"commands", run.commands.size()}, {"ended", run.endedAt ? run.endedAt->ms : 0},
        {"parked", run.parked ? run.parked->code.toStdString() : ""}};
    for (const auto& step : run.steps) {
        Json effects = Json::array();
        for (const auto& attempt : step.attempts)
            for (const auto& effect : attempt.effects)
                effects.push_back({effect.id.utf8(), toText(effect.state).toStdString(), effect.absent});
        json["steps"].push_back({step.id.utf8(), toText(step.state).toStdString(), step.attempts.size(), step.outputs,
            step.needsYou, step.retryAt ? step.retryAt->ms : 0, step.lookFirst, step.generation, effects});
    }
    return toBytes(json);
}

int openEffects(const StepRun& step)
{
    int open = 0;
    for (const auto& attempt : step.attempts)
        open += int(std::count_if(attempt.effects.begin(), attempt.effects.end(),
            [](const EffectRecord& effect) { return effect.isOpen(); }));
    return open;
}

//! Plays the engine and people at random; what it does is what a driver may do.
class Player {
public:
    explicit Player(quint32 seed)
        : m_random(seed)
    { }

    QString pickStep(const Run& run) { return run.steps[int(m_random.bounded(quint32(run.steps.size())))].id.text(); }

    Command command(const Run& run)
    {
        const StepId step(m_random.bounded(5) == 0 ? QString() : pickStep(run));
        const QString why = u"because"_s;
        switch (m_random.bounded(14)) {
        case 0: return RetryStep{step, why};
        case 1: return RetryFrom{step, why};
        case 2: return RetryNow{step};
        case 3: return LookNow{step};
        case 4: return AdvanceStep{.step = step, .reason = why};
        case 5: return SkipStep{step, why};
        case 6: return PauseRun{why};
        case 7:
        case 8: return ResumeRun{why};
        case 9: return m_random.bounded(6) == 0 ? Command(CancelRun{why}) : Command(AddNote{why, {}});
        case 10: return m_random.bounded(6) == 0 ? Command(UndoRun{why}) : Command(AddNote{why, {}});
        case 11: return AddNote{why, {}};
        default: return ResolveEffect{.step = step, .happened = m_random.bounded(2) == 0, .reason = why};
        }
    }

    //! What the engine does next to one step, or nothing.
    void drive(RunBuilder& told)
    {
        const Run& run = told.run;
        if (!run.isOpen())
            return;
        const QString id = pickStep(run);
        const StepRun& step = told.step(id);
        const auto choice = m_random.bounded(8);
        if (const auto* effect = step.openEffect()) {
            if (step.needsYou)
                return;
            if (effect->state == EffectState::Unknown) {
                if (choice < 2)
                    told.then(StepAsked, id, errorData("effect.unknown"));
                else
                    told.end(EffectResolved, id, {{"outcome", choice < 5 ? "succeeded" : "absent"}});
            } else if (choice < 4)
                told.end(EffectSucceeded, id, {{"result", {{"number", 1}}}});
            else
                told.end(choice < 6 ? EffectFailed : EffectUnknown, id, errorData("github.refused"));
            return;
        }
        if (run.cancelRequested) {
            if (std::none_of(run.steps.begin(), run.steps.end(), [](const StepRun& s) { return s.openEffect(); }))
                told.then(RunCancelled);
            return;
        }
        if (run.pause)
            return;
        if (run.undoRequested) {
            if (step.undoPlanned && step.state == StepState::Running)
                told.then(StepUndone, id);
            else if (step.undoPlanned && step.state != StepState::Failed)
                told.then(StepStarted, id);
            else if (std::none_of(run.steps.begin(), run.steps.end(), [](const StepRun& s) { return s.undoPlanned; }))
                told.then(RunUndone);
            return;
        }
        const auto* definition = run.workflow->step(step.id);
        const bool ready = std::all_of(definition->needs.begin(), definition->needs.end(),
            [&](const StepId& need) { return run.step(need)->isDone(); });
        if ((step.state == StepState::Planned && ready) || step.retryAt) {
            told.then(StepStarted, id);
        } else if (step.isActive()) {
            Json failure = errorData("github.refused");
            if (choice == 7)
                failure["retryAt"] = 1700000900000;
            if (choice < 3)
                told.intend(id);
            else if (choice < 5)
                told.then(StepSucceeded, id, {{"outputs", {{"number", 1}}}});
            else if (choice == 5)
                told.then(StepWaiting, id, {{"for", "x"}});
            else
                told.then(StepFailed, id, failure);
        }
    }

private:
    QRandomGenerator m_random;
};

} // namespace

class HandleTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCommandInEverySituation()
    {
        for (const auto& situation : situations()) {
            const auto expected = QString::fromLatin1(situation.outcomes).split(u' ');
            QCOMPARE(expected.size(), commands().size());
            for (int i = 0; i < expected.size(); ++i) {
                const auto& [name, command] = commands()[i];
                const auto where = QByteArray(situation.name) + ": " + name;
                const auto events = handle(situation.told.run, envelope(command), situation.told.kinds());
                QVERIFY2(outcome(events) == expected[i], (where + " is " + outcome(events).toUtf8()).constData());
                // A disabled button says what the refusal says.
                const auto why = whyNot(situation.told.run, command);
                QVERIFY2(outcome(why) == expected[i], where.constData());
                if (!events.ok()) {
                    QCOMPARE(*why, events.error());
                    QCOMPARE(textAt(why->args, "command"), commandName(command));
                    continue;
                }
                // What was accepted fits the run.
                QVERIFY2(fold(situation.told.run, *events, situation.told.kinds()).ok(), where.constData());
            }
        }
    }

    void eventsAreReadyToAppend()
    {
        const SmallRun told;
        const auto events = handle(told.run, envelope(CancelRun{u"mistake"_s}), told.kinds());
        QVERIFY(events.ok());
        QCOMPARE(typesOf(*events), (QStringList{u"CancelRequested"_s, u"RunCancelled"_s}));
        for (int i = 0; i < 2; ++i) {
            const auto& event = (*events)[std::size_t(i)];
            QCOMPARE(event.sequence, told.run.sequence + 1 + i);
            QCOMPARE(event.run, told.run.id);
            QCOMPARE(event.actor, u"mia"_s);
            QVERIFY(event.at == Timestamp{1700000500000});
            QCOMPARE(textAt(event.data, "reason"), u"mistake"_s);
        }
        QCOMPARE(textAt((*events)[0].data, "commandId"), u"c-1"_s);
    }

    void theSameCommandTwiceIsOneAct()
    {
        SmallRun told;
        const auto pause = envelope(PauseRun{});
        told.then(*handle(told.run, pause, told.kinds()));
        const auto again = handle(told.run, pause, told.kinds());
        QVERIFY(again.ok()); // and no "runPaused"
        QVERIFY(again->empty());
        QCOMPARE(outcome(handle(told.run, envelope(PauseRun{}, u"c-2"_s), told.kinds())), u"runPaused"_s);
    }

    void aRunThatMovedOnRefuses()
    {
        SmallRun told;
        auto pause = envelope(PauseRun{});
        pause.expectedSequence = 1;
        QVERIFY(handle(told.run, pause, told.kinds()).ok());
        told.then(StepStarted, raise);
        const auto stale = handle(told.run, pause, told.kinds());
        QCOMPARE(outcome(stale), errc::commandStale);
        QCOMPARE(integerAt(stale.error().args, "expected"), 1);
        QCOMPARE(integerAt(stale.error().args, "sequence"), 2);
        QCOMPARE(textAt(stale.error().args, "command"), u"PauseRun"_s);
        // What was taken in before is no conflict with itself.
        pause.expectedSequence = 2;
        told.then(*handle(told.run, pause, told.kinds()));
        QVERIFY(handle(told.run, pause, told.kinds())->empty());
    }

    //! What cannot be taken back may be left, or the undo would never end.
    void anUndoThatFailedIsSkippedAndEnds()
    {
        SmallRun told;
        told.done(raise).then(StepStarted, merge).then(UndoRequested, {}, {{"steps", {"raise"}}});
        told.then(StepStarted, raise);
        const auto skip = [&] {
            return handle(told.run, envelope(SkipStep{StepId(raise), u"it stays"_s}), told.kinds());
        };
        QCOMPARE(outcome(skip()), u"stepNotOptional"_s); // it is being tried
        told.intend(raise, "closePullRequest");
        QCOMPARE(outcome(skip()), u"stepNotOptional"_s);
        told.end(EffectFailed, raise, errorData("github.forbidden"));
        told.then(StepFailed, raise, errorData("github.forbidden"));
        QCOMPARE(outcome(handle(told.run, envelope(SkipStep{StepId(raise), {}}), told.kinds())), u"reasonMissing"_s);
        const auto events = skip();
        QVERIFY(events.ok());
        told.then(*events);
        QCOMPARE(told.step(raise).state, StepState::Skipped);
        QVERIFY(!told.step(raise).undoPlanned);
        QCOMPARE(told.run.state, RunState::Running); // the closing event is missing
        told.then(RunUndone);
        QCOMPARE(told.run.state, RunState::Undone);
    }

    void retryMeansAllThatFailed()
    {
        SmallRun told;
        told.then(StepStarted, raise).then(StepFailed, raise, errorData("github.refused"));
        told.then(StepStarted, extra).then(StepFailed, extra, errorData("github.refused"));
        QCOMPARE(retriedSteps(told.run, RetryStep{}), (QStringList{raise, extra}));
        QCOMPARE(retriedSteps(told.run, RetryStep{StepId(extra), {}}), QStringList{extra});
        QCOMPARE(retriedSteps(told.run, RetryStep{StepId(u"nothing"_s), {}}), QStringList{errc::stepUnknown});
        // One that cannot be retried refuses all: half a retry would surprise.
        told.then(RunPaused);
        QCOMPARE(retriedSteps(told.run, RetryStep{}), QStringList{u"runPaused"_s});
    }

    void retryLeavesWhatIsTriedAgainByItselfUnlessThereIsNothingElse()
    {
        SmallRun told;
        Json planned = errorData("server.error");
        planned["retryAt"] = 1700000900000;
        told.then(StepStarted, raise).then(StepFailed, raise, planned);
        QCOMPARE(retriedSteps(told.run, RetryStep{}), QStringList{raise});
        told.then(StepStarted, extra).then(StepFailed, extra, errorData("github.refused"));
        QCOMPARE(retriedSteps(told.run, RetryStep{}), QStringList{extra});
    }

    void undoAnswersTheQuestionThatWasLeftOpen()
    {
        SmallRun told;
        told.then(StepStarted, raise).intend(raise).end(EffectUnknown, raise, errorData("network.timeout"));
        told.then(StepAsked, raise, errorData("effect.unknown")).then(CancelRequested).then(RunCancelled);
        const auto events = handle(told.run, envelope(UndoRun{}), smallKinds());
        QVERIFY(events.ok());
        told.then(*events);
        QVERIFY(!told.step(raise).openEffect());
        QVERIFY(told.step(raise).undoPlanned); // it may have taken place: undoing looks
        QVERIFY(told.run.undoRequested);
    }

    void retryFromTakesWhatComesAfter()
    {
        SmallRun told;
        told.done(raise);
        QCOMPARE(retriedSteps(told.run, RetryFrom{StepId(raise), {}}), QStringList{raise}); // merge has not begun
        told.then(StepStarted, merge);
        QCOMPARE(retriedSteps(told.run, RetryFrom{StepId(raise), {}}), (QStringList{raise, merge}));
        QCOMPARE(retriedSteps(told.run, RetryFrom{StepId(merge), {}}), QStringList{merge});
        told.intend(merge);
        QCOMPARE(retriedSteps(told.run, RetryFrom{StepId(raise), {}}), QStringList{u"effectInFlight"_s});
    }

    void terminatingDoesNotWait()
    {
        auto told = SmallRun().then(StepStarted, raise).intend(raise);
        const CancelRun now{.reason = u"wrong name"_s, .atOnce = true};
        QCOMPARE(outcome(handle(told.run, envelope(CancelRun{.atOnce = true}), told.kinds())), u"reasonMissing"_s);
        const auto events = handle(told.run, envelope(now), told.kinds());
        QVERIFY(events);
        QCOMPARE(typesOf(*events), (QStringList{u"CancelRequested"_s, u"EffectUnknown"_s, u"RunCancelled"_s}));
        QVERIFY(flagAt(events->back().data, "atOnce"));
        const auto ended = fold(told.run, *events, told.kinds());
        QVERIFY(ended);
        QCOMPARE(ended->state, RunState::Cancelled);
        // It may take effect yet, so what it makes is looked for later, and then taken back.
        Envelope undo = envelope(UndoRun{u"why"_s}, u"c-2"_s); // an id taken in already would be no act
        const auto early = handle(*ended, undo, told.kinds());
        QCOMPARE(outcome(early), u"mayTakeEffectYet"_s);
        QCOMPARE(integerAt(early.error().args, "until"), (undo.at + Millis(60'000)).ms);
        undo.at = undo.at + Millis(59'999);
        QCOMPARE(outcome(handle(*ended, undo, told.kinds())), u"mayTakeEffectYet"_s);
        undo.at = undo.at + Millis(1);
        QCOMPARE(outcome(handle(*ended, undo, told.kinds())), u"ok"_s);
        // A run that was cancelled and waits can be terminated, too.
        told.then(CancelRequested);
        const auto later = handle(told.run, envelope(now), told.kinds());
        QVERIFY(later);
        QCOMPARE(typesOf(*later), (QStringList{u"EffectUnknown"_s, u"RunCancelled"_s}));
    }

    //! It crashes the program again while it is being cancelled: to ask once more ends it, for nothing finds out more.
    void aCancelledRunInQuarantineIsEndedByAnotherCancel()
    {
        auto told = SmallRun().then(StepStarted, raise).intend(raise);
        told.then(*handle(told.run, envelope(CancelRun{}, u"c-1"_s), told.kinds()));
        QVERIFY(told.run.cancelRequested && told.run.isOpen());
        QCOMPARE(outcome(handle(told.run, envelope(CancelRun{}, u"c-2"_s), told.kinds())), u"alreadyCancelled"_s);
        told.then(EngineCrashed, raise, {{"signal", "SIGSEGV"}});
        told.then(RunQuarantined, {}, errorData("run.quarantined"));
        QCOMPARE(outcome(whyNot(told.run, CancelRun{})), u"ok"_s);
        told.then(*handle(told.run, envelope(CancelRun{}, u"c-3"_s), told.kinds()));
        QCOMPARE(told.run.state, RunState::Cancelled);
        QVERIFY(!told.run.quarantined && !told.run.parked);
        QCOMPARE(told.run.step(StepId(raise))->openEffect()->state, EffectState::Unknown);
    }

    //! Nothing finds out there what became of a request, so nobody is told to wait for that.
    void inQuarantineARequestUnderWayIsNotWaitedFor()
    {
        auto told = SmallRun().then(StepStarted, raise).intend(raise);
        const auto all = [&told] {
            return QStringList{outcome(whyNot(told.run, RetryStep{.step = StepId(raise)})),
                outcome(whyNot(told.run, AdvanceStep{.step = StepId(raise)})), outcome(whyNot(told.run, UndoRun{}))};
        };
        QCOMPARE(all(), QStringList(3, u"effectInFlight"_s));
        told.then(RunQuarantined, {}, errorData("run.quarantined"));
        QCOMPARE(all(), QStringList(3, u"quarantined"_s));
        QCOMPARE(outcome(whyNot(told.run, ResumeRun{})), u"ok"_s);
        QCOMPARE(outcome(whyNot(told.run, CancelRun{})), u"ok"_s);
    }

    //! What a workflow takes back by a request of its own nobody looks for: undoing it must not pass it by.
    void whatWasCutOffIsAskedAboutBeforeItIsUndone()
    {
        const auto at = [](Envelope sent, qint64 milliseconds) {
            sent.at = sent.at + Millis(milliseconds);
            return sent;
        };
        for (const bool alone : {false, true}) {
            auto told = requestRun(alone);
            told.intend(u"account"_s, "httpRequest");
            told.then(*handle(told.run, envelope(CancelRun{.reason = u"wrong name"_s, .atOnce = true}), told.kinds()));
            QCOMPARE(told.run.state, RunState::Cancelled);
            const auto undo = envelope(UndoRun{u"why"_s}, u"c-2"_s);
            const auto saying = [](bool happened) {
                return envelope(ResolveEffect{.step = StepId(u"account"_s), .happened = happened}, u"c-3"_s);
            };
            QCOMPARE(outcome(handle(told.run, undo, told.kinds())), u"mayTakeEffectYet"_s);
            QCOMPARE(outcome(handle(told.run, saying(true), told.kinds())), u"mayTakeEffectYet"_s);
            const auto refusal = handle(told.run, at(undo, 60'000), told.kinds());
            QCOMPARE(outcome(refusal), u"effectUnanswered"_s);
            QCOMPARE(textAt(refusal.error().args, "step"), u"account"_s);
            QCOMPARE(outcome(whyNot(told.run, UndoRun{})), u"effectUnanswered"_s);
            for (const bool happened : {false, true}) {
                auto answered = told;
                const auto answer = handle(told.run, at(saying(happened), 60'000), told.kinds());
                QCOMPARE(outcome(answer), u"ok"_s);
                answered.then(*answer);
                QVERIFY(!answered.step(u"account"_s).openEffect());
                QCOMPARE(answered.run.state, RunState::Cancelled);
                const auto undone = handle(answered.run, at(undo, 60'000), told.kinds());
                const QStringList steps =
                    undone.ok() ? textsAt(undone->front().data, "steps") : QStringList{outcome(undone)};
                QStringList expected = happened ? QStringList{u"account"_s} : QStringList{};
                if (!alone)
                    expected.append(u"service"_s);
                QCOMPARE(steps, expected.isEmpty() ? QStringList{u"nothingToUndo"_s} : expected);
            }
        }
    }

    void cancellingWaitsForWhatIsInFlight()
    {
        SmallRun told;
        told.then(StepStarted, raise).intend(raise);
        const auto events = handle(told.run, envelope(CancelRun{}), told.kinds());
        QCOMPARE(typesOf(*events), QStringList{u"CancelRequested"_s});
        QVERIFY(told.then(*events).run.isOpen());
    }

    void onlyWhatWasRaisedCanBeUndone()
    {
        const auto undone = [](const RunBuilder& told) {
            const auto events = handle(told.run, envelope(UndoRun{}), told.kinds());
            return events.ok() ? textsAt(events->front().data, "steps") : QStringList{outcome(events)};
        };
        SmallRun wroteNothing;
        wroteNothing.then(StepStarted, raise).then(StepSucceeded, raise);
        QCOMPARE(undone(wroteNothing), QStringList{u"nothingToUndo"_s});
        SmallRun raisedOnce;
        raisedOnce.done(raise).then(StepStarted, merge).intend(merge, "moveBranch").end(EffectSucceeded, merge);
        QCOMPARE(undone(raisedOnce), QStringList{raise}); // merging is no pull request
        SmallRun refused; // what GitHub refused may have taken place in part
        refused.then(StepStarted, raise).intend(raise).end(EffectFailed, raise, errorData("github.refused"));
        QCOMPARE(undone(refused), QStringList{raise});
        raisedOnce.then(UndoRequested, {}, {{"steps", {"raise"}}}).then(StepStarted, raise).then(StepUndone, raise);
        QCOMPARE(undone(raisedOnce), QStringList{u"undoRunning"_s});
    }

    void whatPeopleSayIsChecked()
    {
        const SmallRun told;
        const auto said = [&](const Command& command) {
            return outcome(handle(told.run, envelope(command), told.kinds()));
        };
        QCOMPARE(said(AdvanceStep{.step = StepId(raise), .reason = u" "_s}), u"reasonMissing"_s);
        QCOMPARE(said(AdvanceStep{.step = StepId(raise), .verified = true}), u"ok"_s);
        QCOMPARE(
            said(AdvanceStep{.step = StepId(raise), .reason = u"x"_s, .outputs = {{"colour", 1}}}), u"outputUnknown"_s);
        QCOMPARE(said(AdvanceStep{.step = StepId(raise), .reason = u"x"_s, .outputs = {{"number", 1}}}), u"ok"_s);
        QCOMPARE(said(SkipStep{StepId(raise), u"x"_s}), u"stepNotOptional"_s);
        QCOMPARE(said(SkipStep{StepId(extra), {}}), u"reasonMissing"_s);
        QCOMPARE(said(AddNote{u"\n"_s, {}}), u"reasonMissing"_s);
        for (const Command& command : {Command(RetryStep{StepId(u"no"_s), {}}), Command(RetryFrom{StepId(u"no"_s), {}}),
                 Command(RetryNow{StepId(u"no"_s)}), Command(LookNow{StepId(u"no"_s)}),
                 Command(AdvanceStep{.step = StepId(u"no"_s), .reason = u"x"_s}),
                 Command(SkipStep{StepId(u"no"_s), u"x"_s}), Command(ResolveEffect{.step = StepId(u"no"_s)})})
            QCOMPARE(said(command), errc::stepUnknown);
    }

    void theAnswerToAnOpenQuestionIsJournaled()
    {
        auto told = situations()[4].told;
        const auto events =
            handle(told.run, envelope(ResolveEffect{.step = StepId(raise), .happened = false}), told.kinds());
        QCOMPARE(textAt(events->front().data, "outcome"), u"declaredAbsent"_s);
        QCOMPARE(textAt(events->front().data, "effect"), u"raise/1/1"_s);
        QVERIFY(!told.then(*events).step(raise).openEffect());
    }

    void endingAStepByHandAnswersForItsEffect()
    {
        for (const bool asked : {false, true}) {
            SmallRun told;
            told.then(StepStarted, extra).intend(extra).end(EffectUnknown, extra, errorData("network.timeout"));
            if (asked)
                told.then(StepAsked, extra, errorData("effect.unknown"));
            auto advanced = told;
            advanced.then(
                *handle(told.run, envelope(AdvanceStep{.step = StepId(extra), .reason = u"done"_s}), told.kinds()));
            QVERIFY(!advanced.step(extra).openEffect());
            QVERIFY(advanced.step(extra).attempts[0].effects[0].state == EffectState::Succeeded);
            QCOMPARE(toText(advanced.step(extra).state), u"advanced"_s);
            auto skipped = told;
            skipped.then(*handle(told.run, envelope(SkipStep{StepId(extra), u"no"_s}), told.kinds()));
            QVERIFY(!skipped.step(extra).openEffect());
            QVERIFY(skipped.step(extra).attempts[0].effects[0].absent);
            QCOMPARE(toText(skipped.step(extra).state), u"skipped"_s);
        }
        SmallRun told;
        told.then(StepStarted, raise).intend(raise).end(EffectUnknown, raise, errorData("network.timeout"));
        told.then(StepAsked, raise, errorData("effect.unknown"));
        told.then(*handle(told.run, envelope(RetryStep{StepId(raise), u"again"_s}), told.kinds()));
        QVERIFY(told.step(raise).attempts[0].effects[0].absent);
        QCOMPARE(toText(told.step(raise).state), u"planned"_s);
    }

    void starting()
    {
        const auto start = [](const Json& inputs) {
            return handle(Run{}, envelope(StartRun{.workflow = smallWorkflow(), .inputs = inputs, .profile = u"p"_s}),
                smallKinds());
        };
        const auto events = start({{"name", "fishing"}, {"key", "hunter2"}});
        QVERIFY(events.ok());
        QCOMPARE(typesOf(*events), QStringList{u"RunStarted"_s});
        const auto& event = events->front();
        QCOMPARE(event.sequence, 1);
        QCOMPARE(textAt(event.data, "subject"), u"fishing"_s);
        QCOMPARE(integerAt(event.data, "stamp"), 1700000500000);
        QCOMPARE(textAt(event.data, "profile"), u"p"_s);
        QVERIFY2(!toBytes(toJson(event)).contains("hunter2"), "a secret stands in an event");
        const auto missing = start(Json::object());
        QCOMPARE(outcome(missing), errc::inputInvalid);
        QCOMPARE(textAt(missing.error().args.at("problems")[0], "input"), u"name"_s);
        Json broken = smallWorkflow();
        broken.erase("lanes");
        QVERIFY(!handle(Run{}, envelope(StartRun{.workflow = broken}), smallKinds()).ok());
    }

    void whatEverHappensTheInvariantsHold()
    {
        const auto text = shippedWorkflow(u"cdp-create-service"_s);
        const auto workflow = parseWorkflow(*text, u"cdp"_s, testKinds());
        QVERIFY(workflow.ok());
        const Json settings = *resolveSettings(**workflow, {}, {});
        const Json inputs{
            {"repositoryName", "fishing"}, {"serviceType", "cdp-node-backend-template"}, {"owningTeam", "fisheries"}};
        int accepted = 0, refused = 0, ended = 0;
        for (quint32 seed = 1; seed <= 20; ++seed) {
            RunBuilder told((*workflow)->source, testKinds(), inputs, settings);
            Player player(seed);
            for (int turn = 0; turn < 120; ++turn) {
                if (turn % 3 != 0) {
                    player.drive(told);
                } else {
                    const Command command = player.command(told.run);
                    const auto before = told.run;
                    const auto events = handle(told.run, envelope(command, u"c-%1"_s.arg(turn)), told.kinds());
                    const auto why = whyNot(told.run, command);
                    QVERIFY2(why.has_value() == !events.ok(), qPrintable(commandName(command)));
                    if (!before.isOpen() && events.ok())
                        QVERIFY2(std::holds_alternative<AddNote>(command) || std::holds_alternative<UndoRun>(command),
                            qPrintable(commandName(command)));
                    if (!events.ok()) {
                        ++refused;
                        continue;
                    }
                    ++accepted;
                    told.then(*events); // aborts where an event does not fit
                    QCOMPARE(told.run.sequence, before.sequence + qint64(events->size()));
                    QVERIFY(handle(told.run, envelope(command, u"c-%1"_s.arg(turn)), told.kinds())->empty());
                }
                for (const auto& step : told.run.steps)
                    QVERIFY2(openEffects(step) <= 1, qPrintable(step.id.text()));
                QCOMPARE(told.run.endedAt.has_value(), !told.run.isOpen());
            }
            ended += told.run.isOpen() ? 0 : 1;
            const auto whole = fold(Run{}, told.events, told.kinds());
            QVERIFY(whole.ok());
            QCOMPARE(digest(*whole), digest(told.run));
        }
        // The play must reach what it is about.
        QVERIFY2(accepted > 200 && refused > 100 && ended > 2,
            qPrintable(u"%1 accepted, %2 refused, %3 ended"_s.arg(accepted).arg(refused).arg(ended)));
    }
};

QTEST_GUILESS_MAIN(HandleTests)
#include "handle_tests.moc"
