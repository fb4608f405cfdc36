// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor_bench.h"

using namespace slipway;
using namespace bench;
using enum EventType;

namespace {

//! A run whose dispatch was not yet sent, as a copy of the store shows it that was put back. `startedAt`: as noted.
void putBack(ConductorBench& bench, Timestamp startedAt = Timestamp{1700000000000})
{
    RunBuilder told(workflowOf(Json::array({dispatchStep()})), steps::kindRules(), {{"name", "fishing"}});
    told.events.front().at = startedAt;
    told.run = *fold(Run{}, told.events, steps::kindRules());
    told.then(LookRequested, {}, {{"scope", "restored"}});
    Run left = told.run;
    left.id = bench.run;
    Events events = told.events;
    for (auto& event : events)
        event.run = bench.run;
    QVERIFY(bench.sqlite->create(left, events).result().ok());
    QVERIFY(bench.get(bench.conductor->recover()).ok());
}

void passSeconds(ConductorBench& bench, int seconds)
{
    for (int i = 0; i < seconds; ++i) {
        bench.pass(1'000);
        bench.settle();
    }
}

} // namespace

//! GitHub never refuses a second dispatch: whether one went out is found out by the runs that it lists.
class DispatchTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //! The copy was made before the dispatch went out, and the run that it started is on its way.
    void aRunFromACopyDispatchesNothingTwice_data()
    {
        QTest::addColumn<std::string>("title");
        QTest::addColumn<bool>("asks");
        QTest::newRow("named for the subject") << std::string("Create fishing") << false;
        QTest::newRow("without a name") << std::string("Create") << true;
    }
    void aRunFromACopyDispatchesNothingTwice()
    {
        QFETCH(std::string, title);
        QFETCH(bool, asks);
        ConductorBench bench;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "POST")
                return ConductorBench::dispatched();
            auto list = parseJson(bench.runList(bench.script.clock.now() + Millis(2'000)).body);
            (*list)["workflow_runs"][0]["display_title"] = title;
            return ScriptedGitHub::json(*list);
        };
        putBack(bench);
        QVERIFY(bench.comes(asks ? StepAsked : StepSucceeded));
        passSeconds(bench, 90);
        QCOMPARE(bench.posts(), 0);
    }

    //! Access is just being given back, or more runs are listed than GitHub tells: nobody knows that it is not there.
    void aLookThatFailsIsNoWordThatItWasNotSent_data()
    {
        QTest::addColumn<int>("refusals"); // before the list is told
        QTest::addColumn<int>("listed");
        QTest::newRow("refused, and then not") << 2 << 1;
        QTest::newRow("more than GitHub lists") << 0 << 1001;
    }
    void aLookThatFailsIsNoWordThatItWasNotSent()
    {
        QFETCH(int, refusals);
        QFETCH(int, listed);
        ConductorBench bench;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "POST")
                return ConductorBench::dispatched();
            if (bench.looks() <= refusals)
                return ScriptedGitHub::json({{"message", "Not Found"}}, 404);
            auto list = parseJson(bench.runList(bench.script.clock.now()).body);
            auto& runs = (*list)["workflow_runs"];
            runs[0]["display_title"] = listed == 1 ? "Create fishing" : "Create farming";
            while (listed > 1 && runs.size() < 100) {
                runs.push_back(runs[0]);
                runs.back()["id"] = 99 + bench.looks() * 100 + int(runs.size());
            }
            (*list)["total_count"] = listed;
            return ScriptedGitHub::json(*list);
        };
        putBack(bench);
        QVERIFY(bench.comes(StepAsked));
        passSeconds(bench, 120);
        QCOMPARE(bench.posts(), 0);
        QCOMPARE(bench.count(StepFailed), 0);
        QCOMPARE(bench.count(StepAsked), 1);
        QCOMPARE(bench.state(), listed == 1 ? u"succeeded"_s : u"needsYou"_s);
    }

    //! The record says that it began when this program was there already; who went on with it was another program.
    void whatAnotherProgramSentMeanwhileIsSeen()
    {
        ConductorBench bench;
        bench.pass(60'000);
        const Timestamp startedAt = bench.script.clock.now();
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "POST")
                return ConductorBench::dispatched();
            const bool isTold = !asked.path.contains("actor=") || asked.path.contains("actor=bot");
            auto list = parseJson(bench.runList(isTold ? std::optional(startedAt + Millis(5'000)) : std::nullopt).body);
            if (isTold) {
                (*list)["workflow_runs"][0]["display_title"] = "Create fishing";
                (*list)["workflow_runs"][0]["actor"] = {{"login", "bot"}};
            }
            return ScriptedGitHub::json(*list);
        };
        bench.pass(10'000);
        putBack(bench, startedAt);
        passSeconds(bench, 90);
        QCOMPARE(bench.posts(), 0);
        QCOMPARE(bench.state(), u"succeeded"_s);
    }

    //! What the copy notes is by the clock of the computer that it was made on.
    void aStartThatWasNotedByAnotherClockHidesNothing()
    {
        ConductorBench bench;
        const Timestamp begun = bench.script.clock.now();
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "POST")
                return ConductorBench::dispatched();
            auto list = parseJson(bench.runList(begun + Millis(60'000)).body);
            (*list)["workflow_runs"][0]["display_title"] = "Create fishing";
            return ScriptedGitHub::json(*list);
        };
        putBack(bench, begun + Millis(180'000));
        passSeconds(bench, 90);
        QCOMPARE(bench.posts(), 0);
        QCOMPARE(bench.state(), u"succeeded"_s);
    }

    //! Others dispatch that workflow while she is asked.
    void whatOthersDispatchMeanwhileAsksNothingAnew()
    {
        ConductorBench bench;
        int listed = 1;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "POST")
                return ConductorBench::dispatched();
            auto list = parseJson(bench.runList(bench.script.clock.now()).body);
            auto& runs = (*list)["workflow_runs"];
            for (int i = 1; i < listed; ++i) {
                runs.push_back(runs[0]);
                runs.back()["id"] = 99 + i;
                runs.back()["html_url"] = "https://github.test/run/" + std::to_string(99 + i);
            }
            (*list)["total_count"] = listed;
            return ScriptedGitHub::json(*list);
        };
        listed = 20;
        putBack(bench);
        QVERIFY(bench.comes(StepAsked));
        const QString told = textAt(memberAt(bench.last(StepAsked).data["error"], "details"), "runs");
        QVERIFY2(told.contains(u"/run/118"_s) && !told.contains(u"/run/105,"_s), qPrintable(told)); // the newest
        for (int i = 0; i < 3; ++i) {
            ++listed;
            passSeconds(bench, 60);
        }
        QCOMPARE(bench.count(StepAsked), 1);
        QCOMPARE(bench.posts(), 0);
    }

    //! GitHub fails to answer, and starts the run all the same, four minutes later.
    void aDispatchThatStartsLateIsNotSentAgain_data()
    {
        QTest::addColumn<std::string>("title");
        QTest::addColumn<bool>("asks");
        QTest::newRow("named for the subject") << std::string("Create fishing") << false;
        QTest::newRow("without a name") << std::string("Create") << true;
    }
    void aDispatchThatStartsLateIsNotSentAgain()
    {
        QFETCH(std::string, title);
        QFETCH(bool, asks);
        ConductorBench bench;
        const Timestamp begun = bench.script.clock.now();
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "POST")
                return bench.posts() == 1 ? ScriptedGitHub::Answer{502, "oops", {}} : ConductorBench::dispatched();
            const bool shows = bench.script.clock.now() - begun > Millis(4 * 60'000);
            auto list = parseJson(bench.runList(shows ? std::optional(begun + Millis(4 * 60'000)) : std::nullopt).body);
            if (shows)
                (*list)["workflow_runs"][0]["display_title"] = title;
            return ScriptedGitHub::json(*list);
        };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(EffectUnknown));
        passSeconds(bench, 400);
        QCOMPARE(bench.posts(), 1);
        QCOMPARE(bench.state(), asks ? u"needsYou"_s : u"succeeded"_s);
        if (asks)
            QCOMPARE(textAt(bench.last(StepAsked).data["error"]["args"], "because"), u"severalRuns"_s);
        else
            QCOMPARE(textAt(bench.last(EffectResolved).data, "outcome"), u"succeeded"_s);
    }

    //! Else the late run would be taken for the other one's, whose answer may be lost as well.
    void nothingIsDispatchedThereAsLongAsALostOneMayStart()
    {
        ConductorBench bench;
        bench.script.rest = bench.firstDispatchFails(502);
        bench.start(workflowOf(Json::array({dispatchStep("one"), dispatchStep("two")})));
        QVERIFY(bench.comes(EffectUnknown));
        passSeconds(bench, 60);
        QCOMPARE(bench.posts(), 1);
        bench.restart(); // nor does the next program
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        passSeconds(bench, 230);
        QCOMPARE(bench.posts(), 1);
        passSeconds(bench, 120);
        QCOMPARE(bench.posts(), 3);
    }

    void aDispatchThatDoesNotStartIsSentAgainAfterFiveMinutes()
    {
        ConductorBench bench;
        bench.script.rest = bench.firstDispatchFails(502);
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(EffectUnknown));
        passSeconds(bench, 290);
        QCOMPARE(bench.posts(), 1);
        QCOMPARE(textAt(bench.last(StepWaiting).data["args"], "trouble"), errc::serverError); // why it takes so long
        passSeconds(bench, 120);
        QCOMPARE(bench.posts(), 2);
        QCOMPARE(bench.state(), u"succeeded"_s);
    }
};

QTEST_GUILESS_MAIN(DispatchTests)
#include "dispatch_tests.moc"
