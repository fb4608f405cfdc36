// SPDX-License-Identifier: GPL-3.0-or-later
// What crashes of the program come to: quarantine of a run, safe mode, and neither.
#include "conductor_bench.h"

#include "conductor/crash_rules.h"

#include <QTest>

#include <csignal>

using namespace slipway;
using namespace bench;
using enum EventType;

namespace {

journal::Crash crashOf(const QString& run, int number, const QString& step = u"create"_s, qint64 seconds = 0)
{
    return {.session = u"session-%1"_s.arg(number),
        .signal = SIGSEGV,
        .at = {1'700'000'000'000 + seconds * 1'000},
        .run = RunId(run),
        .step = StepId(step)};
}

//! A run that waits for a person at its gate, and whose other step has not been sent: the first answer fails.
struct CrashBench : ConductorBench {
    CrashBench()
    {
        // Nothing of it is sent before the start that is looked at.
        store->failing = errc::storeFenced;
        store->failingType = StepStarted;
        start(workflowOf(Json::array({dispatchStep()})));
        until([this] { return store->failed > 0; });
        store->failing.reset();
        script.rest = [this](const auto& asked) {
            return asked.method == "POST" ? ConductorBench::dispatched() : runList({});
        };
    }
    //! The next start, after crashes of the sessions with these numbers.
    void startAfter(const QList<int>& crashes, const QString& step = u"create"_s)
    {
        for (const int number : crashes)
            store->left.append(crashOf(run.text(), number, step));
        restart();
        recovered = get(conductor->recover());
    }

    //! Of a run from a copy that it is not there must show for half a minute; then it goes on.
    bool looksFirst()
    {
        for (int i = 0; i < 60 && count(StepSucceeded) == 0; ++i) {
            if (i < 25 && count(EffectIntended) > 0)
                return false;
            pass(1'000);
            settle();
        }
        return comes(StepSucceeded);
    }

    void closeWell()
    {
        const auto drained = conductor->drain();
        until([&] {
            pass(20);
            return drained.isFinished();
        });
        std::ignore = conductor->close();
    }

    Result<void> recovered;
};

} // namespace

class CrashTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneOrTwoCrashesAreToldAndTheRunGoesOn()
    {
        CrashBench bench;
        bench.startAfter({1, 2});
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.count(EngineCrashed), 2);
        QCOMPARE(bench.last(EngineCrashed).step.text(), u"create"_s);
        QCOMPARE(textAt(bench.last(EngineCrashed).data, "signal"), u"SIGSEGV"_s);
        QCOMPARE(bench.count(RunQuarantined), 0);
        QCOMPARE(bench.state(), u"succeeded"_s);
    }

    void theThirdInARowLeavesTheRunAlone()
    {
        CrashBench bench;
        for (int number = 1; number <= 3; ++number) {
            bench.store->failing = errc::storeFenced; // it crashes before anything is journaled
            bench.store->failingType = StepStarted;
            bench.startAfter({number});
            bench.settle();
        }
        bench.store->failing.reset();
        bench.settle();
        QCOMPARE(bench.count(EngineCrashed), 3);
        QCOMPARE(bench.count(RunQuarantined), 1);
        QCOMPARE(bench.posts(), 0);
        const Run run = bench.folded();
        QCOMPARE(toText(run.state), u"needsYou"_s);
        QVERIFY(run.quarantined);
        QCOMPARE(run.parked->code, errc::runQuarantined);
        QCOMPARE(integerAt(run.parked->args, "crashes"), 3);
        QCOMPARE(textAt(run.parked->args, "step"), u"create"_s);
        QVERIFY(bench.store->left.isEmpty()); // explained: a fourth crash is no safe mode
        QVERIFY(!bench.conductor->trouble());

        // Left alone by the next start, too.
        bench.restart();
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        bench.settle();
        QCOMPARE(bench.posts(), 0);
        QCOMPARE(bench.submit(LookNow{}).error().code, errc::commandRefused);

        QVERIFY(bench.submit(ResumeRun{u"mended"_s}).ok());
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.posts(), 1);
        QCOMPARE(bench.folded().crashes, 0);
    }

    void theSameCrashIsToldOnce()
    {
        CrashBench bench;
        bench.store->failing = errc::storeFenced;
        bench.store->failingType = StepStarted;
        bench.startAfter({1});
        bench.startAfter({}); // the mark is still there
        bench.startAfter({});
        QCOMPARE(bench.count(EngineCrashed), 1);
        QCOMPARE(bench.folded().crashes, 1);
    }

    void anEndInGoodOrderBeginsTheCountAnew()
    {
        CrashBench bench;
        bench.store->failing = errc::storeFenced;
        bench.store->failingType = StepStarted;
        bench.startAfter({1});
        bench.startAfter({2});
        QCOMPARE(bench.folded().crashes, 2);
        bench.closeWell();
        QVERIFY(bench.store->left.isEmpty());
        QCOMPARE(crashEvents(bench.folded(), {crashOf(bench.run.text(), 3)}, {}).size(), 1);
        QVERIFY(!flagAt(crashEvents(bench.folded(), {crashOf(bench.run.text(), 3)}, {}).front().data, "again"));
    }

    void crashesOfNoRunLeadToSafeMode()
    {
        CrashBench bench;
        for (int number = 1; number <= 3; ++number)
            bench.store->left.append(crashOf({}, number, {}, number * 60));
        bench.startAfter({});
        QVERIFY(bench.conductor->trouble());
        QCOMPARE(bench.conductor->trouble()->error.code, errc::engineSafeMode);
        bench.settle();
        QCOMPARE(bench.posts(), 0);
        QCOMPARE(bench.submit(PauseRun{}).error().code, errc::engineSafeMode);
        // Neither is closing it in good order a person's word.
        bench.closeWell();
        QCOMPARE(bench.store->left.size(), 3);
    }

    void aPersonLeavesSafeMode()
    {
        CrashBench bench;
        for (int number = 1; number <= 3; ++number)
            bench.store->left.append(crashOf({}, number, {}, number * 60));
        bench.startAfter({});
        const Envelope all{
            .id = newCommandId(), .actor = u"mia"_s, .at = bench.script.clock.now(), .command = ResumeRun{}};
        QVERIFY(bench.get(bench.conductor->submit(all)).ok());
        QVERIFY(!bench.conductor->trouble());
        QVERIFY(bench.comes(StepSucceeded));
        QVERIFY(bench.store->left.isEmpty());
    }

    //! Others are driven; the lists say that it needs somebody, and a person's Resume has it read again.
    void aRunThatCannotBeReadIsLeftAloneByItself()
    {
        CrashBench bench;
        Envelope another = bench.envelope(
            StartRun{.workflow = workflowOf(Json::array({dispatchStep()})), .inputs = {{"name", "another"}}});
        another.run = RunId(u"01JD0000000000000000000002"_s);
        bench.store->failing = errc::storeFenced;
        bench.store->failingType = StepStarted;
        QVERIFY(bench.get(bench.conductor->submit(another)).ok());
        bench.until([&] { return bench.store->failed > 1; });
        bench.store->failing.reset();
        const auto change = [&](const char* actor) {
            auto& database = bench.sqlite->maintenance();
            std::ignore = database.execute(u"DROP TRIGGER IF EXISTS event_update"_s);
            QVERIFY(database.run("UPDATE event SET actor = ? WHERE run = ? AND sequence = 1",
                {QLatin1StringView(actor), bench.run.text()}));
        };
        const auto list = [&](const RunId& run) {
            auto& database = bench.sqlite->maintenance();
            return database.value("SELECT state FROM view_run WHERE run = ?", {run.text()})->toString();
        };
        change("mallory");
        bench.restart();
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.until([&] { return list(another.run) == u"succeeded"_s; }));
        QCOMPARE(list(bench.run), u"needsYou"_s);
        const auto refused = bench.submit(LookNow{});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, errc::runSetAside);
        QCOMPARE(textAt(refused.error().args, "run"), bench.run.text());
        QCOMPARE(bench.submit(ResumeRun{}).error().code, errc::runSetAside); // as before

        change("mia");
        QCOMPARE(bench.submit(LookNow{}).error().code, errc::runSetAside); // only by a person's word
        Error restored = refused.error();
        restored.args["restored"] = true; // meanwhile a copy was put back
        QVERIFY(bench.get(bench.sqlite->setAside(bench.run, restored)).ok());
        QVERIFY(bench.submit(ResumeRun{u"mended"_s}).ok());
        QVERIFY(bench.looksFirst());
        QCOMPARE(bench.count(RunQuarantined), 1);
        QCOMPARE(textAt(bench.last(LookRequested).data, "scope"), u"restored"_s);
        QCOMPARE(textAt(bench.last(RunResumed).data, "reason"), u"mended"_s);
        QCOMPARE(list(bench.run), u"succeeded"_s);
    }

    //! That it is left alone is what the lists show it by: where the disk is full that is told, and made up for.
    void whoeverIsLeftAloneIsShownOnceTheStoreAllowsIt_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("passes");
        QTest::newRow("full") << QString(errc::storeFull) << true;
        QTest::newRow("for good") << QString(errc::storeFenced) << false;
    }
    void whoeverIsLeftAloneIsShownOnceTheStoreAllowsIt()
    {
        QFETCH(const QString, code);
        QFETCH(const bool, passes);
        CrashBench bench;
        auto& database = bench.sqlite->maintenance();
        std::ignore = database.execute(u"DROP TRIGGER IF EXISTS event_update"_s);
        QVERIFY(database.run("UPDATE event SET actor = 'mallory' WHERE run = ? AND sequence = 1", {bench.run.text()}));
        const auto state = [&] {
            return database.value("SELECT state FROM view_run WHERE run = ?", {bench.run.text()})->toString();
        };
        bench.store->failingSetAside = code;
        bench.restart();
        QVERIFY(bench.get(bench.conductor->recover()).ok()); // nobody waits for the disk
        QCOMPARE(bench.submit(LookNow{}).error().code, errc::runSetAside);
        QVERIFY(state() != u"needsYou"_s);
        QCOMPARE(bench.conductor->trouble() != nullptr, passes);
        const int before = bench.store->failed;
        bench.pass(2'000);
        bench.settle();
        QCOMPARE(bench.store->failed, passes ? before + 1 : before);
        bench.store->failingSetAside.reset();
        bench.pass(2'000);
        bench.settle();
        QCOMPARE(state() == u"needsYou"_s, passes);
        QVERIFY(!bench.conductor->trouble());
    }

    //! Looking first is not forgotten on the way: a request would be sent twice.
    void whatACopyPutBackDoesNotTellIsToldByTheResumeThatSucceeds()
    {
        CrashBench bench;
        bench.restart();
        const Error why{.code = errc::runSetAside, .args = {{"run", bench.run.utf8()}, {"restored", true}}};
        const auto change = [&](const char* actor) {
            auto& database = bench.sqlite->maintenance();
            std::ignore = database.execute(u"DROP TRIGGER IF EXISTS event_update"_s);
            QVERIFY(database.run("UPDATE event SET actor = ? WHERE run = ? AND sequence = 1",
                {QLatin1StringView(actor), bench.run.text()}));
        };
        QVERIFY(bench.get(bench.sqlite->setAside(bench.run, why)).ok());
        change("mallory");
        QCOMPARE(bench.submit(ResumeRun{}).error().code, errc::runSetAside); // it still cannot be read
        change("mia");
        bench.store->failing = errc::storeFenced;
        bench.store->failingType = RunQuarantined;
        QCOMPARE(bench.submit(ResumeRun{}).error().code, errc::storeFenced); // its journal could not be told
        QCOMPARE(bench.submit(LookNow{}).error().code, errc::runSetAside);
        bench.store->failing.reset();
        QCOMPARE(bench.count(LookRequested), 0);
        QVERIFY(bench.submit(ResumeRun{u"mended"_s}).ok());
        QVERIFY(bench.looksFirst());
        QCOMPARE(textAt(bench.last(LookRequested).data, "scope"), u"restored"_s);
        QCOMPARE(bench.count(RunResumed), 1);
        QVERIFY(!bench.get(bench.sqlite->takeBackIn(bench.run))->has_value());
    }

    void aRunInQuarantineIsToldToLookFirstToo()
    {
        CrashBench bench;
        bench.startAfter({1, 2, 3});
        QCOMPARE(bench.count(RunQuarantined), 1);
        const Error why{.code = errc::runSetAside, .args = {{"run", bench.run.utf8()}, {"restored", true}}};
        bench.restart();
        QVERIFY(bench.get(bench.sqlite->setAside(bench.run, why)).ok());
        QVERIFY(bench.submit(ResumeRun{}).ok());
        QVERIFY(bench.looksFirst());
        QCOMPARE(bench.count(RunQuarantined), 1);
        QCOMPARE(textAt(bench.last(LookRequested).data, "scope"), u"restored"_s);
    }

    //! Nothing of it can go on; that it is read again is what was asked for.
    void aRunThatHasEndedIsOnlyReadAgain()
    {
        CrashBench bench;
        bench.startAfter({});
        QVERIFY(bench.until([&] { return bench.state() == u"succeeded"_s; }));
        bench.restart();
        const qint64 last = bench.folded().sequence;
        QVERIFY(bench.get(bench.sqlite->setAside(bench.run, {.code = errc::runSetAside})).ok());
        const auto resumed = bench.submit(ResumeRun{});
        QVERIFY(resumed.ok());
        QCOMPARE(*resumed, last);
        QVERIFY(bench.submit(ResumeRun{}).error().code == errc::commandRefused); // now like any other
    }

    void crashesFarApartAreNoSafeMode()
    {
        QList<journal::Crash> crashes;
        for (int number = 0; number < 6; ++number)
            crashes.append(crashOf({}, number, {}, number * 301));
        QVERIFY(!conductor::safeMode(crashes, {}));
        crashes.append(crashOf({}, 9, {}, 5 * 301 + 1));
        QVERIFY(conductor::safeMode(crashes, {}));
    }

    void whatARunInQuarantineExplainsIsNoSafeMode()
    {
        QList<journal::Crash> crashes;
        for (int number = 0; number < 3; ++number)
            crashes.append(crashOf(u"A"_s, number));
        QVERIFY(conductor::safeMode(crashes, {}));
        QVERIFY(!conductor::safeMode(crashes, {RunId(u"A"_s)}));
    }

private:
    static Events crashEvents(const Run& run, const QList<journal::Crash>& crashes, Timestamp now)
    {
        return conductor::crashEvents(run, crashes, now);
    }
};

QTEST_GUILESS_MAIN(CrashTests)
#include "crash_tests.moc"
