// SPDX-License-Identifier: GPL-3.0-or-later
// A store that takes nothing for a while: everybody waits for it and goes on by itself, and it is told once.
#include "conductor_bench.h"

#include "conductor/store_trouble.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace slipway;
using namespace bench;
using enum EventType;

namespace {

//! Three runs that nobody drives yet.
struct ThreeRuns : ConductorBench {
    ThreeRuns()
    {
        script.rest = [](const auto&) { return ConductorBench::dispatched(); };
        for (const auto* name : {"one", "two", "three"}) {
            Envelope start =
                envelope(StartRun{.workflow = workflowOf(Json::array({dispatchStep()})), .inputs = {{"name", name}}});
            start.run = RunId(u"01JD00000000000000000000"_s + QString::number(10 + ids.size()));
            const auto events = handle(Run{}, start, steps::kindRules());
            const auto lease = sqlite->create(*fold(Run{}, *events, steps::kindRules()), *events).result();
            if (!lease || !sqlite->release(*lease).result())
                qFatal("no run");
            ids.append(start.run);
        }
    }
    int ended() const
    {
        int count = 0;
        for (const auto& id : ids)
            count += toText(fold(Run{}, *sqlite->events(id, 0).result(), steps::kindRules())->state) == "succeeded"_L1;
        return count;
    }

    QList<RunId> ids;
};

} // namespace

class StoreTroubleTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsThatCannotBeTakenUpAreOnceTheStoreAllowsIt()
    {
        ThreeRuns bench;
        QSignalSpy told(bench.conductor.get(), &conductor::Conductor::troubleChanged);
        bench.store->failingClaims = errc::storeFull;
        const auto recovered = bench.conductor->recover();
        bench.settle();
        QCOMPARE(bench.store->failed, 3);
        QVERIFY(bench.conductor->trouble());
        QCOMPARE(bench.conductor->trouble()->error.code, errc::storeFull);
        const auto since = bench.conductor->trouble()->since;
        for (int tries = 4; tries <= 6; ++tries) { // one of them tries for all
            bench.pass(2'000);
            bench.settle();
            QCOMPARE(bench.store->failed, tries);
        }
        QCOMPARE(bench.conductor->trouble()->since, since);
        QCOMPARE(told.count(), 1);
        QCOMPARE(bench.posts(), 0);

        bench.store->failingClaims.reset();
        bench.settle();
        QCOMPARE(bench.posts(), 0);
        bench.pass(2'000);
        QVERIFY(bench.until([&] { return bench.ended() == 3; }));
        QCOMPARE(bench.posts(), 3);
        QVERIFY(!bench.conductor->trouble());
        QCOMPARE(told.count(), 2);
        QVERIFY(recovered.isFinished());
    }

    void whatCannotEvenBeListedIsAskedForAgain()
    {
        ThreeRuns bench;
        bench.store->failingLists = errc::storeFailed;
        std::ignore = bench.conductor->recover();
        bench.settle();
        QCOMPARE(bench.conductor->trouble()->error.code, errc::storeFailed);
        bench.store->failingLists.reset();
        bench.pass(2'000);
        QVERIFY(bench.until([&] { return bench.ended() == 3; }));
        QVERIFY(!bench.conductor->trouble());
    }

    //! It was not told of its crashes: to drive it first would crash the program again.
    void aRunThatCrashedIsNotDrivenBeforeItIsToldSo()
    {
        ThreeRuns bench;
        for (int i = 0; i < 3; ++i)
            bench.store->left.append({.session = u"s%1"_s.arg(i),
                .signal = SIGSEGV,
                .at = {1'700'000'000'000},
                .run = bench.ids[0],
                .step = StepId(u"create"_s)});
        bench.store->failingClaims = errc::storeFull;
        std::ignore = bench.conductor->recover();
        bench.settle();
        bench.store->failingClaims.reset();
        bench.pass(2'000);
        QVERIFY(bench.until([&] { return bench.ended() == 2; }));
        bench.settle();
        QVERIFY(fold(Run{}, *bench.sqlite->events(bench.ids[0], 0).result(), steps::kindRules())->quarantined);
        QCOMPARE(bench.posts(), 2);
    }

    //! What another process took, or what is damaged, is not asked for for ever.
    void whatDoesNotPassIsNotTriedAgain()
    {
        ThreeRuns bench;
        bench.store->failingClaims = errc::storeFenced;
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QCOMPARE(bench.store->failed, 3);
        QVERIFY(!bench.conductor->trouble());
        bench.pass(60'000);
        bench.settle();
        QCOMPARE(bench.store->failed, 3);
    }

    //! A run that ended is not opened again beside another one of its subject; it is still there.
    void aTransitionThatIsRefusedLosesNotTheRun()
    {
        ConductorBench bench;
        bench.start(workflowOf(Json::array({gateStep()})));
        bench.settle();
        bench.store->failing = errc::subjectTaken;
        QCOMPARE(bench.submit(AddNote{.text = u"one"_s}).error().code, errc::subjectTaken);
        bench.store->failing.reset();
        QVERIFY(bench.submit(AddNote{.text = u"two"_s}).ok());
        QVERIFY(bench.submit(CancelRun{}).ok());
        QCOMPARE(bench.state(), u"cancelled"_s);
    }

    void whoGivesUpLeavesTheOthersTheirTurn()
    {
        ManualClock clock;
        conductor::StoreTrouble trouble(clock);
        QStringList tried;
        const Error full{.code = errc::storeFull};
        const auto ask = [&](const QString& who) { trouble.refused(who, full, [&tried, who] { tried += who; }); };
        ask(u"a"_s);
        ask(u"b"_s);
        clock.advance(Millis(2'000));
        QCOMPARE(tried, QStringList{u"a"_s}); // and a does not say how it went
        clock.advance(Millis(2'000));
        QCOMPARE(tried, (QStringList{u"a"_s, u"b"_s}));
        ask(u"b"_s);
        trouble.over(u"a"_s);
        clock.advance(Millis(0));
        QCOMPARE(tried, (QStringList{u"a"_s, u"b"_s, u"b"_s})); // at once: it went well
        QVERIFY(trouble.trouble());
        trouble.over(u"b"_s);
        QVERIFY(!trouble.trouble());
        trouble.over(u"c"_s);
        clock.advance(Millis(60'000));
        QCOMPARE(tried.size(), 3);
    }
};

QTEST_GUILESS_MAIN(StoreTroubleTests)
#include "store_trouble_tests.moc"
