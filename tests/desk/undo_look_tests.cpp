// SPDX-License-Identifier: GPL-3.0-or-later
#include "../steps/step_bench.h"
#include "base/manual_clock.h"
#include "desk/undo_look.h"

#include <QTest>

using namespace slipway;
using namespace slipway::desk;
using enum EventType;
using State = github::PullRequestState;
using Deed = UndoNow::Deed;

namespace {

const QString raise = u"raise"_s, created = u"create"_s;
const QString revertBranch = u"revert-7-add-fishing-1700000000000"_s;

class UndoBench : public StepBench {
public:
    //! The pull request as the world has it; the journal believes that it is open.
    explicit UndoBench(State state = State::Open)
    {
        raised();
        snapshot.pullRequests[branch] = {pull(state)};
        snapshot.branches[revertBranch] = std::nullopt;
        snapshot.pullRequests[revertBranch] = {};
        if (state == State::Merged)
            setFile(u"list.json"_s, "[\"old\",\"fishing\"]\n");
        else
            setBranch(sha('d'), u"add fishing\n\nmore words"_s);
    }
    UndoBench& reverted(State state)
    {
        auto made = pull(state);
        made.nodeId = u"PR8"_s;
        made.number = 8;
        made.headName = revertBranch;
        snapshot.pullRequests[revertBranch] = {made};
        return *this;
    }

    UndoPlan plan(int* looks = nullptr) const
    {
        ManualClock clock(now);
        UndoLook look(run, clock);
        steps::Observation seen;
        do {
            if (looks)
                ++*looks;
            const auto asked = look.reads(clock);
            for (const auto& read : asked.github)
                seen.add(read, readsFail ? Result<github::Answer>(*readsFail) : answer(read), now - Millis(3'000));
            for (const auto& read : asked.http)
                seen.add(read, http, now);
        } while (look.take(seen, clock));
        return look.plan(seen, clock);
    }
    //! What the engine does first, and how it ends: it decides with the same world before it.
    QString engine() const
    {
        UndoBench asked = *this;
        asked.then(UndoRequested, {}, {{"steps", {"raise"}}});
        asked.start(raise);
        return asked.comesTo(raise);
    }
};

} // namespace

class UndoLookTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsAsTheJournalBelievesIsNoDifference()
    {
        const UndoBench bench;
        int looks = 0;
        const auto plan = bench.plan(&looks);
        QCOMPARE(looks, 1);
        QCOMPARE(plan.steps.size(), 1);
        const auto now = plan.now.value(StepId(raise));
        QCOMPARE(now.deed, Deed::TakesBack);
        QCOMPARE(now.service, u"#7 open, branch is there"_s);
        QCOMPARE(now.journal, u"#7 open"_s);
        QVERIFY(!now.differs && !plan.contradicts() && !plan.unread);
        QVERIFY2(plan.steps[0].summary.startsWith(u"Closes pull request #7 of DEFRA/tf-svc. Deletes its branch."_s),
            qPrintable(plan.steps[0].summary));
        QCOMPARE(bench.engine(), u"act closePullRequest"_s);
        QCOMPARE(plan.service, u"GitHub"_s);
        QCOMPARE(plan.readAt->ms, bench.now.ms - 3'000);
        QCOMPARE(plan.sequence, bench.run.sequence);
    }

    void whatWasMergedSinceIsTheHeadlineAndIsProposed()
    {
        const UndoBench bench(State::Merged);
        const auto plan = bench.plan();
        const auto now = plan.now.value(StepId(raise));
        QCOMPARE(now.deed, Deed::Proposes);
        QCOMPARE(now.service, u"#7 merged, branch is gone, its change stands"_s);
        QVERIFY(now.differs);
        QVERIFY2(plan.headline.contains(u"tf-svc: #7 merged (journal: #7 open)"_s), qPrintable(plan.headline));
        QVERIFY2(plan.steps[0].summary.contains(u"reverts #7 of DEFRA/tf-svc"_s), qPrintable(plan.steps[0].summary));
        QVERIFY2(!plan.steps[0].summary.contains(u"Closes"_s), qPrintable(plan.steps[0].summary));
        QCOMPARE(bench.engine(), u"act revertPullRequest"_s);
    }

    void whatWasMergedIsToldWithWhatStandsOnTheBase()
    {
        UndoBench bench(State::Merged);
        bench.setFile(u"list.json"_s, "{\"another\": \"shape\"}\n");
        QVERIFY(bench.plan().now.value(StepId(raise)).service.contains(u"was changed again since"_s));
        // Nothing of it is left: the engine proposes nothing, and so the line says.
        bench.setFile(u"list.json"_s, "[\"old\"]\n");
        const auto plan = bench.plan();
        QCOMPARE(plan.now.value(StepId(raise)).deed, Deed::Nothing);
        QVERIFY2(plan.steps[0].summary.contains(u"Somebody took back"_s), qPrintable(plan.steps[0].summary));
        QCOMPARE(bench.engine(), u"done changeGone"_s);
    }

    void aRevertThatIsThereIsNamed_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("engine");
        QTest::newRow("open") << int(State::Open) << u"#8 of DEFRA/tf-svc is open and reverts #7"_s
                              << u"done revertProposed"_s;
        QTest::newRow("merged") << int(State::Merged) << u"#7 of DEFRA/tf-svc was reverted by #8"_s
                                << u"done reverted"_s;
        QTest::newRow("closed") << int(State::Closed) << u"Cannot be taken back"_s << u"fail github.cannotRevert"_s;
    }
    void aRevertThatIsThereIsNamed()
    {
        QFETCH(int, state);
        QFETCH(QString, says);
        QFETCH(QString, engine);
        UndoBench bench(State::Merged);
        bench.reverted(State(state));
        const auto plan = bench.plan();
        QVERIFY2(plan.steps[0].summary.startsWith(says), qPrintable(plan.steps[0].summary));
        QCOMPARE(bench.engine(), engine);
    }

    void whatAPersonClosedLeavesItsBranchOrNothing()
    {
        UndoBench bench(State::Closed);
        bench.snapshot.pullRequests[bench.branch][0].closedBy = u"jon"_s;
        auto plan = bench.plan();
        QCOMPARE(plan.now.value(StepId(raise)).service, u"#7 closed by jon, not merged, branch is there"_s);
        QCOMPARE(plan.now.value(StepId(raise)).deed, Deed::TakesBack);
        QVERIFY(plan.contradicts());
        QVERIFY2(plan.steps[0].summary.startsWith(u"Pull request #7 of DEFRA/tf-svc is closed already. Deletes"_s),
            qPrintable(plan.steps[0].summary));
        QCOMPARE(bench.engine(), u"act deleteBranch"_s);
        bench.snapshot.branches[bench.branch].reset();
        plan = bench.plan();
        QCOMPARE(plan.now.value(StepId(raise)).deed, Deed::Nothing);
        QCOMPARE(plan.steps[0].summary, u"Pull request #7 of DEFRA/tf-svc is closed already."_s);
        QCOMPARE(bench.engine(), u"done undone"_s);
    }

    void aBranchWithSomebodyElsesCommitStays()
    {
        UndoBench bench;
        bench.setBranch(sha('f'), u"fix by hand"_s);
        const auto plan = bench.plan();
        QVERIFY2(plan.steps[0].summary.contains(u"Leaves its branch"_s), qPrintable(plan.steps[0].summary));
        QVERIFY(!plan.steps[0].summary.contains(u"Deletes"_s));
    }

    void whoseNumberIsNotKnownIsLookedForTwice()
    {
        // The answer that would have told the number is lost: only the pull request that is found names the branch of its
        // revert.
        UndoBench bench(State::Merged);
        StepBench lost;
        lost.start(raise);
        lost.intend(raise, "raisePullRequest");
        lost.end(
            EffectUnknown, raise, {{"notBefore", lost.now.ms}, {"error", toJson(Error{.code = errc::effectUnknown})}});
        lost.then(CancelRequested).then(RunCancelled);
        bench.run = lost.run;
        bench.now = lost.now + Millis(120'000); // what was cut off may take effect no more
        int looks = 0;
        const auto plan = bench.plan(&looks);
        QCOMPARE(plan.steps.size(), 1);
        QCOMPARE(looks, 2);
        QVERIFY2(plan.steps[0].summary.contains(u"reverts #7"_s), qPrintable(plan.steps[0].summary));
        QVERIFY(!plan.now.value(StepId(raise)).differs); // the journal believed nothing of it
    }

    void whereGitHubCannotBeAskedTheJournalIsToldAndWhy()
    {
        UndoBench bench(State::Merged);
        bench.readsFail = Error{.code = errc::networkUnreachable};
        const auto plan = bench.plan();
        QVERIFY(plan.unread);
        QVERIFY(!plan.readAt && plan.now.isEmpty() && !plan.contradicts());
        QVERIFY2(plan.steps[0].summary.startsWith(u"Closes pull request #7"_s), qPrintable(plan.steps[0].summary));
        const Json json = undoPlanJson(plan, bench.run);
        QVERIFY(json["readAt"].is_null());
        QCOMPARE(textAt(json["unread"], "code"), errc::networkUnreachable);
    }

    void whatStaysIsLookedAtToo()
    {
        UndoBench bench;
        bench.done(created, {{"id", 5}}).done(u"ready"_s);
        bench.repository = {.exists = true};
        auto now = bench.plan().now.value(StepId(created));
        QCOMPARE(now.service, u"is there"_s);
        QVERIFY(!now.differs);
        bench.repository = {};
        const auto plan = bench.plan();
        now = plan.now.value(StepId(created));
        QVERIFY(now.differs && plan.contradicts());
        QCOMPARE(now.service, u"is not there"_s);
        QVERIFY2(now.will.contains(u"nothing is left"_s), qPrintable(now.will));
        const Json json = undoPlanJson(plan, bench.run);
        QCOMPARE(textAt(json["leaves"][0]["now"], "service"), u"is not there"_s);
        QCOMPARE(textAt(json["steps"][0]["now"], "deed"), u"takesBack"_s);
        bench.repository = {.exists = true, .info = {.archived = true}};
        QCOMPARE(bench.plan().now.value(StepId(created)).service, u"is archived"_s);
    }

    void anArchivedRepositoryIsSaid()
    {
        UndoBench bench;
        bench.snapshot.info.archived = true;
        const auto plan = bench.plan();
        QVERIFY(plan.now.value(StepId(raise)).service.contains(u"repository is archived"_s));
        QVERIFY2(plan.steps[0].summary.contains(u"GitHub refuses that"_s), qPrintable(plan.steps[0].summary));
    }

    void nothingToTakeBackReadsNothing()
    {
        StepBench bench;
        ManualClock clock(bench.now);
        const UndoLook look(bench.run, clock);
        QVERIFY(look.reads(clock).isEmpty());
        QVERIFY(look.plan({}, clock).steps.isEmpty());
    }
};

QTEST_GUILESS_MAIN(UndoLookTests)
#include "undo_look_tests.moc"
