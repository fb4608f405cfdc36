// SPDX-License-Identifier: GPL-3.0-or-later
// One run from its intent to its end, over a real store and real HTTP.
#include "../http/raw_server.h"
#include "conductor_bench.h"

#include "base/error_codes.h"

#include <QSignalSpy>
#include <QTest>

using namespace slipway;
using namespace bench;
using enum EventType;

namespace {

//! Loses the answer to a dispatch and lists its run. Its clock is right, whatever the bench's is set to.
class GitHubOfItsOwnClock {
public:
    //! `after` that it lists as the moment of the run.
    explicit GitHubOfItsOwnClock(const ConductorBench& bench, Millis after = Millis(0))
        : m_bench(bench)
        , m_begun(bench.script.clock.now())
        , m_runAt(m_begun + after)
        , m_uptime(bench.script.clock.uptime())
    { }

    ScriptedGitHub::Answer operator()(const ScriptedGitHub::Asked& asked) const
    {
        const Timestamp now = m_begun + (m_bench.script.clock.uptime() - m_uptime);
        auto answer = asked.method == "POST" ? ScriptedGitHub::Answer{408, "oops", {}} : m_bench.runList(m_runAt);
        const auto date = QDateTime::fromMSecsSinceEpoch(now.ms, Qt::UTC);
        answer.headers.append("Date: " + QLocale::c().toString(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1());
        return answer;
    }

private:
    const ConductorBench& m_bench;
    Timestamp m_begun, m_runAt;
    Millis m_uptime;
};

} // namespace

class RunDriverTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRunGoesToItsEnd()
    {
        ConductorBench bench;
        bench.script.rest = [](const auto&) { return ConductorBench::dispatched(); };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(StepSucceeded));
        QStringList types;
        for (const auto& event : bench.events())
            types.append(toText(event.type));
        QCOMPARE(types,
            (QStringList{
                u"RunStarted"_s, u"StepStarted"_s, u"EffectIntended"_s, u"EffectSucceeded"_s, u"StepSucceeded"_s}));
        QCOMPARE(bench.state(), u"succeeded"_s);
        QCOMPARE(bench.posts(), 1);
        QCOMPARE(integerAt(bench.last(StepSucceeded).data["outputs"], "id"), 99);
    }

    void theIntentIsCommittedBeforeTheRequestIsSent()
    {
        ConductorBench bench;
        bench.store->lingering = EffectIntended;
        int intendedWhenAsked = -1;
        bench.script.rest = [&](const auto&) {
            intendedWhenAsked = bench.count(EffectIntended);
            return ConductorBench::dispatched();
        };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.until([&] { return bool(bench.store->held); }));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 0); // the disk takes its time
        bench.store->held();
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(intendedWhenAsked, 1);
        QCOMPARE(bench.posts(), 1);
    }

    void anIntentThatIsNotCommittedIsNotSent()
    {
        ConductorBench bench;
        bench.store->failing = errc::storeFenced; // another owner took the run
        bench.store->failingType = EffectIntended;
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.until([&] { return bench.store->failed > 0; }));
        bench.settle();
        bench.pass(600000);
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 0);
        QCOMPARE(bench.store->failed, 1);
    }

    void whoLostTheRunAnswersCommandsAndCanBeDrained()
    {
        ConductorBench bench;
        bench.store->failing = errc::storeFenced;
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.until([&] { return bench.store->failed > 0; }));
        const auto paused = bench.conductor->submit(bench.envelope(PauseRun{}));
        QVERIFY2(bench.until([&] { return paused.isFinished(); }, 1000), "the command is never answered");
        QCOMPARE(paused.result().error().code, errc::storeFenced);
        const auto drained = bench.conductor->drain();
        const QDeadlineTimer deadline(1000);
        while (!drained.isFinished() && !deadline.hasExpired()) {
            bench.pass(20);
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        }
        QVERIFY2(drained.isFinished(), "it is waited for a run that is lost");
    }

    //! Nothing of it is kept: whoever wants the run here takes it by the store's own rules.
    void whoLostTheRunLetsItGo()
    {
        ConductorBench bench;
        bench.start(workflowOf(Json::array({gateStep()})));
        QVERIFY(bench.comes(StepAsked));
        const auto other = bench.sqlite->claim(bench.run).result(); // another owner
        QVERIFY(other.ok());
        QCOMPARE(bench.submit(AddNote{.text = u"one"_s}).error().code, errc::storeFenced);
        bench.settle();
        QVERIFY(bench.submit(AddNote{.text = u"two"_s}).ok());
        QVERIFY(bench.submit(AdvanceStep{.step = StepId(u"gate"_s), .reason = u"go"_s}).ok());
        QVERIFY(bench.comes(StepAdvanced));
        QCOMPARE(bench.state(), u"succeeded"_s);
        const Run now = bench.folded();
        const Event late{.run = bench.run,
            .sequence = now.sequence + 1,
            .at = bench.script.clock.now(),
            .actor = u"other"_s,
            .type = NoteAdded,
            .data = {{"text", "late"}}};
        QCOMPARE(bench.sqlite->append(*other, *fold(now, late, steps::kindRules()), {late}).result().error().code,
            errc::storeFenced);
    }

    //! What is on the wire ends first, so that nothing else is sent to its repository beside it.
    void whoLostTheRunLetsItGoAfterTheRequestInFlight()
    {
        ConductorBench bench;
        bool isOpen = true;
        bench.script.rest = [&](const auto&) {
            if (std::exchange(isOpen, false))
                std::ignore = bench.sqlite->claim(bench.run).result();
            return ConductorBench::dispatched();
        };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.until([&] { return !isOpen; }));
        bench.settle();
        QCOMPARE(bench.count(EffectSucceeded), 0); // whoever has the run now looks it up
        QCOMPARE(bench.posts(), 1);
        QVERIFY(bench.submit(PauseRun{}).ok());
        QCOMPARE(bench.count(EffectUnknown), 1); // as after a restart
    }

    //! The run is given back while commands come in: each is taken in, or said to be too late, and none is lost.
    void commandsMeetARunThatIsJustGivenBack()
    {
        ConductorBench bench;
        bench.start(workflowOf(Json::array({gateStep()})));
        QVERIFY(bench.comes(StepAsked));
        auto futures = QList{bench.conductor->submit(bench.envelope(CancelRun{}))};
        for (int i = 0; i < 60; ++i) {
            QCoreApplication::sendPostedEvents();
            futures += bench.conductor->submit(bench.envelope(AddNote{.text = QString::number(i)}));
            if (i % 3 == 0)
                QCoreApplication::processEvents();
        }
        for (const auto& future : futures) {
            const auto done = bench.get(future);
            QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().code));
        }
        QCOMPARE(bench.count(NoteAdded), 60);
        QCOMPARE(bench.state(), u"cancelled"_s);
    }

    //! The world has moved on while the disk was full, and so, maybe, has whoever wanted it.
    void whatWasDecidedBeforeTheDiskWasFullIsDecidedAnew()
    {
        ConductorBench bench;
        bench.script.rest = [](const auto&) { return ConductorBench::dispatched(); };
        bench.store->failing = errc::storeFull;
        bench.store->failingType = EffectIntended;
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.until([&] { return bench.store->failed > 0; }));
        bench.pass(3'600'000);
        bench.settle();
        const auto cancelled = bench.conductor->submit(bench.envelope(CancelRun{u"mistake"_s}));
        bench.settle();
        QVERIFY(!cancelled.isFinished());
        bench.store->failing.reset();
        bench.pass(2'000);
        QVERIFY(bench.until([&] { return cancelled.isFinished(); }));
        QVERIFY(cancelled.result().ok());
        QVERIFY(bench.comes(RunCancelled));
        QCOMPARE(bench.posts(), 0);
        QVERIFY(flagAt(bench.last(EffectFailed).data, "notExecuted"));
    }

    //! Nobody cancelled it: it is sent, and its intent tells when.
    void whatIsDecidedAnewTellsItsMoment()
    {
        ConductorBench bench;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            return asked.method == "POST" ? ConductorBench::dispatched() : bench.runList({});
        };
        bench.store->failing = errc::storeFull;
        bench.store->failingType = EffectIntended;
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.until([&] { return bench.store->failed > 0; }));
        bench.pass(3'600'000);
        bench.settle();
        bench.store->failing.reset();
        for (int i = 0; i < 10 && bench.count(StepSucceeded) == 0; ++i) {
            bench.pass(2'000);
            bench.settle();
        }
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.posts(), 1);
        QCOMPARE(bench.count(EffectIntended), 2);
        QVERIFY(bench.script.clock.now() - bench.last(EffectIntended).at < Millis(60'000));
    }

    void anUnknownEffectIsNotLookedUpTooEarly()
    {
        ConductorBench bench;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            return asked.method == "POST" ? ScriptedGitHub::Answer{502, "oops", {}}
                                          : bench.runList(bench.script.clock.now() - Millis(30000));
        };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(EffectUnknown));
        const Timestamp notBefore{integerAt(bench.last(EffectUnknown).data, "notBefore")};
        QCOMPARE((notBefore - bench.last(EffectUnknown).at).count(), 30000);
        bench.pass(29999);
        bench.settle();
        QCOMPARE(bench.looks(), 0);
        bench.pass(1);
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(textAt(bench.last(EffectResolved).data, "outcome"), u"succeeded"_s);
        QVERIFY(bench.looks() > 0);
        QCOMPARE(bench.posts(), 1); // and never sent again
        QCOMPARE(bench.state(), u"succeeded"_s);
    }

    void aClockThatIsSetForwardBringsNoLookForward()
    {
        ConductorBench bench;
        bench.script.rest = GitHubOfItsOwnClock(bench);
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(EffectUnknown));
        bench.pass(10'000);
        bench.script.clock.jump(std::chrono::hours(1));
        QVERIFY(bench.submit(AddNote{.text = u"so that it considers its steps"_s, .step = {}}).ok());
        bench.settle();
        bench.pass(19'999);
        bench.settle();
        QCOMPARE(bench.looks(), 0);
        bench.pass(1);
        bench.settle();
        QCOMPARE(bench.looks(), 1);
        bench.pass(5'000);
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.posts(), 1);
    }

    void aClockThatIsSetForwardBetweenTwoProgramsBringsNoLookForward()
    {
        ConductorBench bench;
        bench.script.rest = GitHubOfItsOwnClock(bench);
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(EffectUnknown));
        bench.pass(10'000);
        bench.script.clock.jump(std::chrono::hours(1));
        bench.restart();
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        bench.settle();
        bench.pass(19'999);
        bench.settle();
        QCOMPARE(bench.looks(), 0);
        bench.pass(1);
        bench.settle();
        QCOMPARE(bench.looks(), 1);
        bench.pass(5'000);
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.posts(), 1);
    }

    //! GitHub is asked for the runs since the dispatch by the clock of now, whichever noted it.
    void aLostDispatchIsLookedForByTheClockOfNow()
    {
        for (const qint64 by : {3'600'000, -3'600'000}) {
            ConductorBench bench;
            bench.script.rest = GitHubOfItsOwnClock(bench);
            bench.start(workflowOf(Json::array({dispatchStep()})));
            QVERIFY(bench.comes(EffectUnknown));
            bench.script.clock.jump(Millis(by));
            bench.pass(30'000);
            bench.settle();
            QCOMPARE(bench.count(EffectResolved), 0); // how far GitHub's clock is from this one tells the first look
            bench.pass(5'000);
            QVERIFY(bench.comes(StepSucceeded));
            QCOMPARE(bench.looks(), 2);
            QCOMPARE(bench.posts(), 1);
        }
    }

    //! Neither the window nor the pauses between the looks grow by an hour, and no answer from before passes for later.
    void aClockThatIsSetBackHoldsNothingUp()
    {
        ConductorBench bench;
        bench.script.rest = bench.firstDispatchFails(408);
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(EffectUnknown));
        bench.script.clock.jump(-std::chrono::hours(1));
        bench.pass(29'999);
        bench.settle();
        QCOMPARE(bench.looks(), 0);
        bench.pass(1);
        bench.settle();
        QCOMPARE(bench.looks(), 1);
        bench.script.clock.jump(-std::chrono::hours(1));
        for (int i = 0; i < 8 && bench.count(EffectResolved) == 0; ++i) { // two more looks, after 5 s and 25 s
            QCOMPARE(bench.posts(), 1);
            bench.pass(5'000);
            bench.settle();
        }
        QCOMPARE(textAt(bench.last(EffectResolved).data, "outcome"), u"absent"_s);
        for (int i = 0; i < 10 && bench.count(StepSucceeded) == 0; ++i) {
            bench.pass(5'000);
            bench.settle();
        }
        QCOMPARE(bench.state(), u"succeeded"_s);
    }

    //! What was seen before a write does not count after it, also where the clock was corrected by a second meanwhile.
    void aClockThatIsSetBackALittleBringsNoOldAnswerBack()
    {
        ConductorBench bench;
        bool exists = false;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "GET")
                return exists ? ScriptedGitHub::json({{"id", 7}}) : ScriptedGitHub::json(Json::object(), 404);
            exists = true; // somebody else was faster
            return ScriptedGitHub::json(Json::object(), 409);
        };
        const std::string url = bench.script.server.url(u"/things"_s).toString().toStdString();
        bench.store->lingering = EffectIntended;
        bench.start(workflowOf(Json::array({stepJson("make", "http.request",
            {{"method", "POST"}, {"url", url}, {"effect", "natural key"}, {"meanings", {{"409", "exists"}}},
                {"lookFirst", true}, {"lookUp", {{"url", url}}}})})));
        QVERIFY(bench.until([&] { return bool(bench.store->held); }));
        QCOMPARE(bench.looks(), 1);
        bench.pass(1'000);
        bench.store->lingering = EffectFailed;
        std::exchange(bench.store->held, {})();
        QVERIFY(bench.until([&] { return bool(bench.store->held); }));
        bench.script.clock.jump(Millis(-999));
        bench.store->held();
        QVERIFY(bench.comes(EffectFailed));
        bench.settle();
        QCOMPARE(bench.count(StepFailed), 0);
        bench.pass(1'000);
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.looks(), 2);
    }

    //! Another start of the computer, or a program that noted no time but the clock's: it may have been wrong.
    void anUnknownEffectOfAnotherBootWaitsItsWindowAnew()
    {
        ConductorBench bench;
        RunBuilder told(workflowOf(Json::array({dispatchStep()})), steps::kindRules(), {{"name", "fishing"}});
        told.then(StepStarted, u"create"_s).intend(u"create"_s, "dispatchWorkflow");
        const auto intent = told.events.back();
        told.then(EffectUnknown, u"create"_s,
            {{"effect", memberAt(intent.data, "effect")}, {"notBefore", intent.at.ms + 30'000},
                {"error",
                    toJson(Error{.code = errc::effectUnknown,
                        .details = {{"inFlight", {{"boot", "another"}, {"until", 1}}}}})}});
        Run left = told.run;
        left.id = bench.run;
        Events events = told.events;
        for (auto& event : events)
            event.run = bench.run;
        QVERIFY(bench.sqlite->create(left, events).result().ok());
        bench.script.rest = [&](const ScriptedGitHub::Asked&) { return bench.runList(intent.at + Millis(2000)); };
        bench.pass(3'600'000);
        bench.restart();
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        bench.settle();
        bench.pass(29'999);
        bench.settle();
        QCOMPARE(bench.looks(), 0);
        bench.pass(1);
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.posts(), 0);
    }

    //! What says how far it was set is GitHub's clock alone.
    void aLostDispatchIsLookedForAlsoWhereTheComputerWasStartedAnewAndItsClockSet()
    {
        struct Clocks {
            qint64 wrongBy; //!< ms, before the start
            qint64 setBy; //!< ms, after GitHub has answered
        };
        for (const auto [wrongBy, setBy] :
            {Clocks{3'600'000, 0}, {-3'600'000, 0}, {3'600'000, -60'000}, {0, 60'000}, {0, -60'000}}) {
            ConductorBench bench;
            RunBuilder told(workflowOf(Json::array({dispatchStep()})), steps::kindRules(), {{"name", "fishing"}});
            told.now = bench.script.clock.now() + Millis(wrongBy);
            told.then(StepStarted, u"create"_s)
                .intend(u"create"_s, "dispatchWorkflow",
                    {{"repository", "DEFRA/boilerplate"}, {"login", "mia"},
                        {"clock", {{"boot", "another"}, {"uptime", 5'000}, {"serverAhead", -wrongBy}}}});
            Run left = told.run;
            left.id = bench.run;
            Events events = told.events;
            for (auto& event : events)
                event.run = bench.run;
            QVERIFY(bench.sqlite->create(left, events).result().ok());
            bool isListed = setBy == 0; // lists lag behind: the clock is set between the first answer and the right one
            bench.script.rest = [&, github = GitHubOfItsOwnClock(bench, Millis(3'000))](const auto& asked) {
                auto answer = github(asked); // its clock is as right as the bench's is now
                if (!isListed && asked.method == "GET")
                    answer.body = bench.runList({}).body;
                return answer;
            };
            bench.restart();
            QVERIFY(bench.get(bench.conductor->recover()).ok());
            for (int i = 0; i < 30 && bench.count(StepSucceeded) == 0 && bench.posts() == 0; ++i) {
                bench.pass(5'000);
                bench.settle();
                if (bench.looks() > 0 && !std::exchange(isListed, true))
                    bench.script.clock.jump(Millis(setBy));
            }
            QVERIFY(isListed);
            QCOMPARE(bench.posts(), 0);
            QCOMPARE(textAt(bench.last(EffectResolved).data, "outcome"), u"succeeded"_s);
        }
    }

    //! Its store came from elsewhere: not even a look-up goes out, which is a request that its workflow made up.
    void aRunThatRestsSendsNothing()
    {
        for (const bool resumed : {true, false}) {
            ConductorBench bench;
            RunBuilder told(workflowOf(Json::array({dispatchStep()})), steps::kindRules(), {{"name", "fishing"}});
            told.now = bench.script.clock.now();
            told.then(StepStarted, u"create"_s)
                .intend(u"create"_s, "dispatchWorkflow", {{"repository", "DEFRA/boilerplate"}, {"login", "mia"}})
                .then(RunPaused, {}, {{"reason", ""}, {"because", "elsewhere"}});
            Run left = told.run;
            left.id = bench.run;
            Events events = told.events;
            for (auto& event : events)
                event.run = bench.run;
            QVERIFY(bench.sqlite->create(left, events).result().ok());
            bench.script.rest = GitHubOfItsOwnClock(bench);
            bench.restart();
            QVERIFY(bench.get(bench.conductor->recover()).ok());
            for (int i = 0; i < 4; ++i) {
                bench.pass(60'000);
                bench.settle();
            }
            QCOMPARE(bench.script.asked.size(), 0);
            if (resumed) {
                QVERIFY(bench.submit(ResumeRun{}).ok());
                bench.pass(60'000);
                QVERIFY(bench.until([&] { return bench.looks() > 0; }));
            } else {
                QVERIFY(bench.submit(CancelRun{}).ok());
                QVERIFY(bench.comes(RunCancelled));
                QCOMPARE(bench.script.asked.size(), 0);
            }
        }
    }

    void whatIsCertainlyAbsentIsSentAgainWithAnotherIntent()
    {
        ConductorBench bench;
        bench.script.rest = bench.firstDispatchFails(408);
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(EffectUnknown));
        for (int i = 0; i < 40 && bench.count(EffectResolved) == 0; ++i) {
            QCOMPARE(bench.posts(), 1);
            bench.pass(5000);
            bench.settle();
        }
        QCOMPARE(textAt(bench.last(EffectResolved).data, "outcome"), u"absent"_s);
        QVERIFY(bench.looks() >= 3);
        for (int i = 0; i < 10 && bench.count(StepSucceeded) == 0; ++i) {
            bench.pass(5000);
            bench.settle();
        }
        QCOMPARE(bench.posts(), 2);
        QCOMPARE(bench.count(EffectIntended), 2);
        QVERIFY(textAt(bench.events()[2].data, "effect") != textAt(bench.last(EffectIntended).data, "effect"));
        QCOMPARE(bench.state(), u"succeeded"_s);
    }

    //! A run of that moment that bears no name and waits for a runner may be anyone's; that nobody knows is told, once.
    void aLostDispatchThatDoesNotShowIsTold()
    {
        ConductorBench bench;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "POST")
                return ScriptedGitHub::Answer{502, "oops", {}};
            return bench.runList(bench.last(EffectIntended).at + Millis(1'000));
        };
        bench.script.graphql = [](const ScriptedGitHub::Asked& asked) {
            if (asked.query.contains("query Viewer"))
                return ScriptedGitHub::data({{"viewer", {{"login", "mia"}}}});
            const auto alias = asked.alias("created");
            return ScriptedGitHub::Answer{200,
                toBytes(Json{{"data", {{alias, nullptr}}},
                    {"errors",
                        Json::array({{{"type", "NOT_FOUND"}, {"path", Json::array({alias})}, {"message", "none"}}})}}),
                {}};
        };
        auto step = dispatchStep();
        step["with"]["creates"] = "DEFRA/fishing";
        bench.start(workflowOf(Json::array({step})));
        QVERIFY(bench.comes(EffectUnknown));
        for (int i = 0; i < 20; ++i) {
            bench.pass(60'000);
            bench.settle();
        }
        QCOMPARE(bench.count(EffectResolved), 0);
        QCOMPARE(bench.count(StepWaiting), 1);
        const Json args = memberAt(bench.last(StepWaiting).data, "args");
        QCOMPARE(textAt(args, "trouble"), errc::effectUnknown);
        QCOMPARE(textAt(args, "repository"), u"DEFRA/boilerplate"_s);
        QCOMPARE(bench.posts(), 1);
    }

    //! Two dispatches of one workflow without names for its runs, and the first one's answer is lost. It never took
    //! place; the second one's run must not be taken for it.
    void aLostDispatchIsToldFromTheNextOne()
    {
        ConductorBench bench;
        QList<std::pair<qint64, Timestamp>> made;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "POST" && bench.posts() == 1)
                return ScriptedGitHub::Answer{408, "oops", {}};
            if (asked.method == "POST") {
                made.append({qint64(100 + made.size()), bench.script.clock.now()});
                return ScriptedGitHub::json(
                    {{"workflow_run_id", made.constLast().first}, {"run_url", "r"}, {"html_url", "u"}});
            }
            auto list = parseJson(bench.runList(made.isEmpty() ? std::nullopt : std::optional(made[0].second)).body);
            if (!made.isEmpty())
                (*list)["workflow_runs"][0]["id"] = made[0].first;
            return ScriptedGitHub::json(*list);
        };
        bench.start(workflowOf(Json::array({dispatchStep("one"), dispatchStep("two")})));
        QVERIFY(bench.comes(EffectUnknown));
        bench.settle();
        QCOMPARE(bench.posts(), 1); // the other one's run could not be told from the lost one's
        bench.pass(30'000);
        bench.settle();
        QCOMPARE(bench.posts(), 1);
        for (int i = 0; i < 30 && bench.count(StepSucceeded) < 2; ++i) {
            bench.pass(5'000);
            bench.settle();
        }
        QCOMPARE(bench.count(StepSucceeded), 2);
        QCOMPARE(textAt(bench.last(EffectResolved).data, "outcome"), u"absent"_s);
        QCOMPARE(bench.posts(), 3);
        const auto idOf = [&](int step) { return integerAt(bench.folded().steps[step].outputs, "id"); };
        QCOMPARE(QSet<qint64>({idOf(0), idOf(1)}), QSet<qint64>({100, 101}));
    }

    void whoSendsADispatchIsJournaled()
    {
        ConductorBench bench;
        bench.script.graphql = [](const auto&) { return ScriptedGitHub::data({{"viewer", {{"login", "octo"}}}}); };
        bench.script.rest = [](const auto&) { return ConductorBench::dispatched(); };
        bench.script.read({github::ReadName{{u"DEFRA"_s, u"fishing"_s}}}); // as every preview does
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(textAt(bench.last(EffectIntended).data["target"], "login"), u"octo"_s);
    }

    void anIntentOfACrashIsUnknownToTheNextOwner()
    {
        ConductorBench bench;
        // What a process leaves behind that died between its intent and the answer.
        RunBuilder told(workflowOf(Json::array({dispatchStep()})), steps::kindRules(), {{"name", "fishing"}});
        told.then(StepStarted, u"create"_s).intend(u"create"_s, "dispatchWorkflow");
        Run left = told.run;
        left.id = bench.run;
        Events events = told.events;
        for (auto& event : events)
            event.run = bench.run;
        QVERIFY(bench.sqlite->create(left, events).result().ok());
        const Timestamp intended = events.back().at;
        bench.script.rest = [&](const ScriptedGitHub::Asked&) { return bench.runList(intended + Millis(2000)); };
        const Timestamp restart = bench.script.clock.now();
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.comes(EffectUnknown));
        QCOMPARE(textAt(bench.last(EffectUnknown).data["error"]["args"], "because"), u"restart"_s);
        QCOMPARE(integerAt(bench.last(EffectUnknown).data, "notBefore"), (restart + Millis(30000)).ms);
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 0);
        // A second restart does not put it off.
        bench.pass(20000);
        bench.restart();
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        bench.settle();
        QCOMPARE(bench.count(EffectUnknown), 1);
        bench.pass(9999);
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 0);
        bench.pass(1);
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.posts(), 0);
        QCOMPARE(bench.state(), u"succeeded"_s);
    }

    void anAnswerIsKeptWhileTheDiskIsFull()
    {
        ConductorBench bench;
        bench.script.rest = [](const auto&) { return ConductorBench::dispatched(); };
        bench.store->failing = errc::storeFull;
        bench.store->failingType = EffectSucceeded;
        QSignalSpy told(bench.conductor.get(), &conductor::Conductor::troubleChanged);
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.until([&] { return bench.store->failed == 1; }));
        QVERIFY(bench.until([&] { return told.count() == 1; }));
        QCOMPARE(bench.conductor->trouble()->error.code, errc::storeFull);
        QCOMPARE(bench.conductor->trouble()->since, std::optional(bench.script.clock.now()));
        bench.settle();
        QCOMPARE(bench.store->failed, 1); // not in a hurry
        bench.pass(2000);
        QVERIFY(bench.until([&] { return bench.store->failed == 2; }));
        QCOMPARE(told.count(), 1); // once, not with each try
        bench.store->failing.reset();
        bench.settle();
        bench.pass(2000);
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.posts(), 1);
        QCOMPARE(bench.count(EffectSucceeded), 1);
        QCOMPARE(bench.count(EffectUnknown), 0);
        QCOMPARE(bench.state(), u"succeeded"_s);
        QVERIFY(!bench.conductor->trouble());
        QCOMPARE(told.count(), 2);
    }

    void aRefusalFailsAndARetryIsANewAttempt()
    {
        ConductorBench bench;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "POST" && bench.posts() == 1)
                return ScriptedGitHub::json({{"message", "Unexpected inputs provided: [\"x\"]"}}, 422);
            return asked.method == "POST" ? ConductorBench::dispatched() : bench.runList({});
        };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(StepFailed));
        QCOMPARE(bench.state(), u"failed"_s);
        bench.pass(600000);
        bench.settle();
        QCOMPARE(bench.posts(), 1); // final until a person retries
        QVERIFY(bench.submit(RetryStep{{}, u"again"_s}).ok());
        for (int i = 0; i < 5 && bench.count(StepSucceeded) == 0; ++i) {
            bench.settle();
            bench.pass(1000);
        }
        QCOMPARE(bench.posts(), 2);
        QCOMPARE(bench.last(StepSucceeded).attempt, 2);
        QCOMPARE(bench.folded().steps[0].attempts[0].error->code, errc::githubDispatchRefused);
    }

    void aRunIsParkedWhileGitHubIsAwayAndGoesOnByItself()
    {
        ConductorBench bench;
        bool away = true;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (!away)
                return asked.method == "POST" ? ConductorBench::dispatched() : bench.runList({});
            return ScriptedGitHub::json(
                {{"message", "You have exceeded a secondary rate limit"}}, 403, {"Retry-After: 60"});
        };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(RunParked));
        QCOMPARE(bench.state(), u"parked"_s);
        QCOMPARE(bench.folded().parked->code, errc::githubRateLimited);
        QCOMPARE(bench.posts(), 1);
        bench.pass(59000);
        bench.settle();
        QCOMPARE(bench.posts(), 1);
        away = false;
        for (int i = 0; i < 5 && bench.count(RunUnparked) == 0; ++i) {
            bench.pass(2000);
            bench.settle();
        }
        QVERIFY(bench.comes(RunUnparked));
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.state(), u"succeeded"_s);
        QCOMPARE(bench.posts(), 2);
    }

    void cancellingLetsTheRequestInFlightFinish()
    {
        ConductorBench bench;
        bench.store->lingering = EffectSucceeded; // the answer is there, its journaling takes a moment
        bench.script.rest = [](const auto&) { return ConductorBench::dispatched(); };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.until([&] { return bool(bench.store->held); }));
        const auto cancelled = bench.conductor->submit(bench.envelope(CancelRun{u"mistake"_s}));
        bench.settle();
        QCOMPARE(bench.count(RunCancelled), 0);
        bench.store->held();
        QVERIFY(bench.comes(RunCancelled));
        QVERIFY(bench.until([&] { return cancelled.isFinished(); }) && cancelled.result().ok());
        QCOMPARE(bench.count(EffectSucceeded), 1);
        QCOMPARE(bench.state(), u"cancelled"_s);
    }

    //! The store does not open a run again whose subject another one has: the command is refused, and nothing else.
    void whatIsNotOpenedAgainStaysAsItWas()
    {
        ConductorBench bench;
        RawServer service;
        service.script = [](const RawServer::Received&) { return httpAnswer(200, "{}"); };
        const auto url = toJson(u"http://127.0.0.1:%1/things/1"_s.arg(service.serverPort()));
        const auto workflow = workflowOf(
            Json::array({stepJson("make", "http.request",
                             {{"method", "POST"}, {"url", url}, {"effect", "natural key"}, {"lookUp", {{"url", url}}},
                                 {"undo", {{"method", "DELETE"}, {"url", url}}}}),
                gateStep(Json::array({"make"}))}));
        bench.start(workflow);
        QVERIFY(bench.comes(StepAsked));
        QVERIFY(bench.submit(CancelRun{u"mistake"_s}).ok());
        QVERIFY(bench.comes(RunCancelled));
        const auto tell = [&](const RunId& run, const Command& command) {
            auto envelope = bench.envelope(command);
            envelope.run = run;
            return bench.get(bench.conductor->submit(envelope));
        };
        const RunId other(u"01JD0000000000000000000002"_s);
        QVERIFY(tell(other, StartRun{.workflow = workflow, .inputs = {{"name", "fishing"}}}).ok());
        const qint64 before = bench.folded().sequence;
        for (int time = 0; time < 2; ++time) {
            const auto refused = tell(bench.run, UndoRun{.reason = {}});
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, errc::subjectTaken);
            QCOMPARE(textAt(refused.error().args, "run"), other.text());
            QCOMPARE(bench.folded().sequence, before);
        }
        QVERIFY(tell(bench.run, AddNote{u"later, then"_s, {}}).ok());
        QVERIFY(tell(other, CancelRun{u"mistake"_s}).ok());
        bench.settle();
        QVERIFY(tell(bench.run, UndoRun{.reason = {}}).ok());
        QVERIFY(bench.comes(RunUndone));
    }

    void terminatingCutsOffTheRequestInFlightAndKeepsItsAnswer()
    {
        ConductorBench bench;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "POST")
                cancelling =
                    bench.conductor->submit(bench.envelope(CancelRun{.reason = u"wrong name"_s, .atOnce = true}));
            return ConductorBench::dispatched();
        };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(RunCancelled));
        QVERIFY(bench.comes(EffectResolved));
        QCOMPARE(bench.state(), u"cancelled"_s);
        QCOMPARE(bench.count(EffectUnknown), 1);
        QCOMPARE(bench.count(EffectSucceeded), 0);
        QVERIFY(bench.last(RunCancelled).sequence < bench.last(EffectResolved).sequence);
        QCOMPARE(textAt(bench.last(EffectResolved).data, "outcome"), u"succeeded"_s);
        bench.settle();
        QVERIFY(cancelling.isFinished() && cancelling.result().ok());
    }

    void aQuestionElsewhereDoesNotCutOffTheRequestInFlight()
    {
        ConductorBench bench;
        RunBuilder told(
            workflowOf(Json::array({gateStep(), dispatchStep()})), steps::kindRules(), {{"name", "fishing"}});
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            // Cancelled while the request is on the wire, and the gate asks.
            if (asked.method == "POST")
                cancelling = bench.conductor->submit(bench.envelope(CancelRun{u"mistake"_s}));
            return ConductorBench::dispatched();
        };
        bench.start(told.run.workflow->source);
        QVERIFY(bench.comes(RunCancelled));
        QCOMPARE(bench.count(StepAsked), 1);
        bench.settle();
        QCOMPARE(bench.count(EffectSucceeded), 1);
        QVERIFY(bench.last(EffectSucceeded).sequence < bench.last(RunCancelled).sequence);
        QCOMPARE(bench.state(), u"cancelled"_s);
    }

    void aGateAsksOnceAndIsAdvanced()
    {
        ConductorBench bench;
        bench.start(workflowOf(Json::array({gateStep()})));
        QVERIFY(bench.comes(StepAsked));
        QCOMPARE(bench.state(), u"needsYou"_s);
        bench.pass(600000);
        bench.settle();
        QCOMPARE(bench.count(StepAsked), 1);
        QVERIFY(bench.submit(AdvanceStep{.step = StepId(u"gate"_s), .reason = u"yes"_s}).ok());
        QCOMPARE(bench.state(), u"succeeded"_s);
    }

    void whatCannotBeAdvancedIsNotEvenLookedAt()
    {
        ConductorBench bench;
        bench.start(workflowOf(Json::array({gateStep()})));
        QVERIFY(bench.comes(StepAsked));
        const auto unknown =
            bench.submit(AdvanceStep{.step = StepId(u"nothing"_s), .reason = u"try"_s, .verified = true});
        QVERIFY(!unknown.ok());
        QCOMPARE(unknown.error().code, errc::stepUnknown);
        QVERIFY(bench.submit(CancelRun{u"over"_s}).ok());
        QCOMPARE(
            bench.submit(AdvanceStep{.step = StepId(u"gate"_s), .reason = u"late"_s, .verified = true}).error().code,
            errc::commandRefused);
    }

    void pausedNothingBegins()
    {
        ConductorBench bench;
        bench.script.rest = [](const auto&) { return ConductorBench::dispatched(); };
        bench.start(workflowOf(Json::array(
            {gateStep(), stepJson("create", "github.dispatch", dispatchStep()["with"], Json::array({"gate"}))})));
        QVERIFY(bench.comes(StepAsked));
        QVERIFY(bench.submit(PauseRun{}).ok());
        QCOMPARE(
            textAt(bench.submit(AdvanceStep{.step = StepId(u"gate"_s), .reason = u"yes"_s}).error().args, "because"),
            u"runPaused"_s);
        QVERIFY(bench.submit(ResumeRun{}).ok());
        QVERIFY(bench.submit(AdvanceStep{.step = StepId(u"gate"_s), .reason = u"yes"_s}).ok());
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.posts(), 1);
    }

    void twoWritesToOneRepositoryGoOneAfterTheOther()
    {
        ConductorBench bench;
        int underWay = 0, most = 0;
        bench.script.rest = [&](const ScriptedGitHub::Asked&) {
            most = std::max(most, bench.count(EffectIntended) - bench.count(EffectSucceeded));
            ++underWay;
            return ConductorBench::dispatched();
        };
        bench.start(workflowOf(Json::array({dispatchStep("one"), dispatchStep("two"), dispatchStep("three")})));
        QVERIFY(bench.comes(StepSucceeded, 3));
        QCOMPARE(underWay, 3);
        QCOMPARE(most, 1);
    }

    void aLimitParksTheRunUntilThenAlsoOverARestart()
    {
        ConductorBench bench;
        bool limited = true;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (limited)
                return ScriptedGitHub::json(
                    {{"message", "You have exceeded a secondary rate limit."}}, 403, {"Retry-After: 300"});
            return asked.method == "POST" ? ConductorBench::dispatched() : bench.runList({});
        };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(RunParked));
        QCOMPARE(bench.state(), u"parked"_s);
        const Timestamp until{integerAt(bench.last(RunParked).data, "until")};
        QCOMPARE((until - bench.script.clock.now()).count() / 1000, 300);
        QVERIFY(flagAt(bench.last(EffectFailed).data, "notExecuted")); // it was rejected: nothing is unknown
        QCOMPARE(bench.count(EffectUnknown), 0);
        QCOMPARE(bench.script.asked.size(), 1);

        bench.pass(100'000);
        bench.restart();
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        bench.settle();
        bench.pass(199'000);
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 1); // whoever ended before knew until when
        QCOMPARE(bench.state(), u"parked"_s);
        bench.pass(2'000);
        QVERIFY(bench.comes(RunParked, 2)); // still limited: until later
        QVERIFY(integerAt(bench.last(RunParked).data, "until") > until.ms);
        QCOMPARE(bench.looks(), 1);
        limited = false;
        bench.pass(301'000);
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.state(), u"succeeded"_s);
        QCOMPARE(bench.posts(), 2); // the one that was rejected, and the one that took place
        QCOMPARE(bench.count(RunUnparked), 1);
    }

    void aRunIsNotDrivenOnAnotherHost()
    {
        ConductorBench bench;
        bool limited = true;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (limited)
                return ScriptedGitHub::json({{"message", "API rate limit exceeded"}}, 429, {"Retry-After: 60"});
            return asked.method == "POST" ? ConductorBench::dispatched() : bench.runList({});
        };
        bench.conductor->setHost(u"one.example"_s);
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(RunParked));

        limited = false;
        bench.restart();
        bench.conductor->setHost(u"two.example"_s);
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.comes(RunParked, 2));
        QCOMPARE(textAt(memberAt(bench.last(RunParked).data, "error"), "code"), u"github.otherHost"_s);
        bench.pass(600'000);
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 1); // the one that was refused
        QCOMPARE(bench.count(RunParked), 2);

        bench.restart();
        bench.conductor->setHost(u"one.example"_s);
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.state(), u"succeeded"_s);
        QCOMPARE(bench.posts(), 2);
    }

    void aPersonMayAskInSpiteOfALimitFromBefore()
    {
        ConductorBench bench;
        bool limited = true;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (limited)
                return ScriptedGitHub::json({{"message", "API rate limit exceeded"}}, 429, {"Retry-After: 3000"});
            return asked.method == "POST" ? ConductorBench::dispatched() : bench.runList({});
        };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(RunParked));
        limited = false; // another token, say
        bench.conductor.reset();
        bench.script.github = std::make_unique<github::GitHub>(*bench.script.http, bench.script.clock,
            github::Connection{bench.script.server.url(QString()), Secret(canary)});
        bench.restart();
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 1);
        bench.conductor->lookNow();
        QVERIFY(bench.comes(StepSucceeded));
    }

    void aFullDiskDoesNotKeepAnybodyFromStopping()
    {
        ConductorBench bench;
        bench.start(workflowOf(Json::array({gateStep()})));
        bench.settle();
        bench.store->failing = errc::storeFull;
        const auto paused = bench.conductor->submit(bench.envelope(PauseRun{}));
        QVERIFY(bench.until([&] { return bench.store->failed > 0; }));
        QVERIFY(!paused.isFinished()); // it is tried again: the disk may have room in a moment
        const auto drained = bench.conductor->drain();
        const QDeadlineTimer deadline(1000);
        while (!drained.isFinished() && !deadline.hasExpired()) {
            bench.pass(20);
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        }
        QVERIFY2(drained.isFinished(), "the end waits for a disk that stays full");
        QVERIFY(bench.until([&] { return paused.isFinished(); }));
        QCOMPARE(paused.result().error().code, errc::storeFull); // and who waited is told
    }

    void retriesAreDrawnBetweenNothingAndTheGrowingMost_data()
    {
        QTest::addColumn<double>("random");
        QTest::newRow("low") << 0.0;
        QTest::newRow("half") << 0.5;
        QTest::newRow("high") << 0.999;
    }
    void retriesAreDrawnBetweenNothingAndTheGrowingMost()
    {
        QFETCH(double, random);
        ConductorBench bench;
        bench.script.graphql = [](const auto&) {
            return ScriptedGitHub::json({{"message", "Validation Failed"}}, 422); // nobody is asked, it is tried again
        };
        Json step = stepJson("ready", "github.repository", {{"repository", "DEFRA/fishing"}});
        step["retry"] = {{"attempts", 4}, {"first", "10s"}, {"most", "25s"}};
        const Envelope start =
            bench.envelope(StartRun{.workflow = workflowOf(Json::array({step})), .inputs = {{"name", "fishing"}}});
        const auto events = handle(Run{}, start, steps::kindRules());
        QVERIFY(events.ok());
        const auto run = fold(Run{}, *events, steps::kindRules());
        const auto lease = bench.sqlite->create(*run, *events).result();
        conductor::Observer observer(bench.script.github.get(), *bench.script.http, bench.script.clock);
        conductor::Effector effector(bench.script.github.get(), bench.script.clock);
        conductor::UsualTimes usual(*bench.sqlite, bench.script.clock);
        conductor::StoreTrouble trouble(bench.script.clock);
        conductor::RunDriver driver({*bench.sqlite, trouble, observer, effector, usual, bench.script.clock,
                                        steps::kindRules(), [random] { return random; }},
            *lease, *run);
        connect(&observer, &conductor::Observer::answered, &driver, &conductor::RunDriver::poke);
        driver.start();
        const QList<qint64> most{10000, 20000, 25000};
        for (int i = 0; i < most.size(); ++i) {
            QVERIFY(bench.comes(StepFailed, i + 1));
            const Event failed = bench.last(StepFailed);
            const qint64 delay = integerAt(failed.data, "retryAt") - failed.at.ms;
            QCOMPARE(delay, std::max(qint64(1), qint64(random * double(most[i]))));
            QCOMPARE(bench.state(), u"running"_s);
            bench.pass(delay - 1);
            bench.settle();
            QCOMPARE(bench.count(StepStarted), i + 1);
            bench.pass(1);
        }
        QVERIFY(bench.comes(StepFailed, 4));
        QVERIFY(!bench.last(StepFailed).data.contains("retryAt")); // the attempts are used up
        QCOMPARE(bench.state(), u"failed"_s);
    }

private:
    QFuture<Result<qint64>> cancelling;
};

QTEST_GUILESS_MAIN(RunDriverTests)
#include "run_driver_tests.moc"
