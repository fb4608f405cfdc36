// SPDX-License-Identifier: GPL-3.0-or-later
#include "step_bench.h"

#include <QTest>

using namespace slipway;
using enum EventType;
using State = github::PullRequestState;

namespace {

const QString raise = u"raise"_s;
const QString revertBranch = u"revert-7-add-fishing-1700000000000"_s;

//! Undone after the merge, with the change on the base.
class RevertBench : public StepBench {
public:
    explicit RevertBench(bool told = true)
    {
        if (told)
            raised();
        else // the answer that would have told the number was lost, and nobody looked
            start(raise)
                .intend(raise, "raisePullRequest")
                .end(EffectUnknown, raise,
                    {{"notBefore", now.ms}, {"error", toJson(Error{.code = errc::effectUnknown})}})
                .end(EffectResolved, raise, {{"outcome", "declaredAbsent"}});
        setFile(u"list.json"_s, "[\"old\",\"fishing\"]\n");
        snapshot.pullRequests[branch] = {pull(State::Merged)};
        snapshot.branches[revertBranch] = std::nullopt;
        snapshot.pullRequests[revertBranch] = {};
        then(UndoRequested, {}, {{"steps", {"raise"}}});
        start(raise);
    }
    RevertBench& thereIs(State state)
    {
        auto made = pull(state);
        made.nodeId = u"PR8"_s;
        made.number = 8;
        made.url = u"https://github.example/8"_s;
        made.title = u"Revert \"Add fishing\""_s;
        made.headName = revertBranch;
        snapshot.pullRequests[revertBranch] = {made};
        if (state == State::Open)
            snapshot.branches[revertBranch] = github::BranchState{u"R"_s, sha('c'), sha('b'), u"Revert"_s};
        return *this;
    }
    RevertBench& proposed(EventType end, Json data = Json::object())
    {
        wrote(raise, "revertPullRequest", end, std::move(data),
            {{"number", 7}, {"branch", revertBranch.toStdString()}, {"pullRequestId", "PR7"}});
        return *this;
    }
};

const Json made8{{"result",
    {{"number", 8}, {"nodeId", "PR8"}, {"url", "https://github.example/8"}, {"branch", revertBranch.toStdString()}}}};

} // namespace

class RevertingTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsMergedIsProposedToBeReverted()
    {
        RevertBench bench;
        const auto effect = bench.acts<github::RevertPullRequest>(raise);
        QCOMPARE(effect.pullRequestId, u"PR7"_s);
        QCOMPARE(effect.number, 7);
        QCOMPARE(effect.branch, revertBranch);
        QVERIFY(effect.body.startsWith(u"Reverts DEFRA/tf-svc#7\n"_s)); // so that GitHub's pages refer to each other
        QVERIFY(effect.body.contains(bench.run.id.text()));
        bench.proposed(EffectSucceeded, made8).thereIs(State::Open);
        QCOMPARE(bench.says(raise), u"done revertProposed"_s);
        QVERIFY((bench.outputs(raise)
            == Json{{"revertNumber", 8}, {"revertNodeId", "PR8"}, {"revertUrl", "https://github.example/8"},
                {"revertBranch", revertBranch.toStdString()}}));
    }

    void whatGitHubSaidIsBelievedWhereItsListsAreBehind()
    {
        RevertBench bench;
        bench.proposed(EffectSucceeded, made8); // and no list shows it
        QCOMPARE(bench.says(raise), u"done revertProposed"_s);
        QCOMPARE(integerAt(bench.outputs(raise), "revertNumber"), 8);
        bench.then(StepFailed, raise, failure(errc::githubForbidden))
            .then(RetryRequested, raise, {{"steps", {"raise"}}})
            .then(StepStarted, raise);
        QCOMPARE(bench.says(raise), u"done revertProposed"_s); // nor does a later attempt propose another
    }

    void thereIsNeverASecondOne_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("says");
        QTest::newRow("open") << State::Open << u"done revertProposed"_s;
        QTest::newRow("merged") << State::Merged << u"done reverted"_s;
        QTest::newRow("closed") << State::Closed << u"fail github.cannotRevert"_s;
    }
    void thereIsNeverASecondOne()
    {
        QFETCH(State, state);
        RevertBench bench; // whoever made it
        bench.thereIs(state);
        QTEST(bench.says(raise), "says");
        if (state == State::Closed) {
            const auto error = std::get<steps::Fail>(bench.decide(raise)).error;
            QCOMPARE(integerAt(error.args, "revertNumber"), 8);
            QCOMPARE(textAt(error.args, "revertUrl"), u"https://github.example/8"_s);
        }
    }

    void aLostAnswerIsLookedUpByTheNameOfItsBranch_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("finds");
        QTest::newRow("open") << int(State::Open) << u"succeeded"_s;
        QTest::newRow("merged meanwhile") << int(State::Merged) << u"succeeded"_s;
        QTest::newRow("closed meanwhile") << int(State::Closed) << u"succeeded"_s;
        QTest::newRow("not there") << -1 << u"absent"_s;
    }
    void aLostAnswerIsLookedUpByTheNameOfItsBranch()
    {
        QFETCH(int, state);
        RevertBench bench;
        bench
            .intend(raise, "revertPullRequest",
                {{"number", 7}, {"branch", revertBranch.toStdString()}, {"pullRequestId", "PR7"}})
            .end(EffectUnknown, raise, {{"error", toJson(Error{.code = errc::effectUnknown})}});
        if (state >= 0)
            bench.thereIs(State(state));
        QTEST(bench.finds(raise), "finds");
        if (state >= 0)
            QVERIFY(bench.resolve(raise).result == made8["result"]);
        bench.readsFail = Error{.code = errc::networkTimeout};
        QCOMPARE(bench.finds(raise), u"look again"_s);
    }

    void itsNumberIsLookedForWhereTheRaiseNeverTold()
    {
        RevertBench bench(false);
        bench.snapshot.branches.remove(revertBranch); // its name is not known yet, so it is not asked for
        const auto decision = bench.decide(raise);
        const auto* wait = std::get_if<steps::Wait>(&decision);
        QVERIFY2(wait && wait->lookAtOnce, qPrintable(StepBench::words(decision)));
        bench.then(StepWaiting, raise, {{"for", "visibility"}, {"facts", wait->facts}});
        const auto read = std::get<github::ReadRepository>(bench.reads(raise).github.first());
        QCOMPARE(read.branches, QStringList({bench.branch, revertBranch}));
        bench.snapshot.branches[revertBranch] = std::nullopt;
        QCOMPARE(bench.acts<github::RevertPullRequest>(raise).number, 7);
    }

    void whatIsNotOursIsNotReverted()
    {
        StepBench bench; // refused, because the branch was there: nothing of it is this run's
        bench.start(raise).wrote(raise, "raisePullRequest", EffectFailed, failure(errc::githubAlreadyExists));
        bench.then(StepFailed, raise, failure(errc::githubForeignBranch));
        bench.then(UndoRequested, {}, {{"steps", {"raise"}}}).then(StepStarted, raise);
        bench.setFile(u"list.json"_s, "[\"old\",\"fishing\"]\n");
        bench.snapshot.pullRequests[bench.branch] = {bench.pull(State::Merged)}; // and it looks just like ours
        QCOMPARE(bench.says(raise), u"done leftToOthers"_s);
    }

    void whatIsGoneAlreadyIsNotReverted()
    {
        RevertBench bench;
        bench.setFile(u"list.json"_s, "[\"old\"]\n");
        QCOMPARE(bench.says(raise), u"done changeGone"_s);
        bench.thereIs(State::Closed); // somebody closed a proposal and took the change back another way
        QCOMPARE(bench.says(raise), u"done changeGone"_s);
    }

    void aBranchOfThatNameIsNotTouched()
    {
        RevertBench bench;
        bench.snapshot.branches[revertBranch] = github::BranchState{u"R"_s, sha('c'), sha('b'), u"theirs"_s};
        QCOMPARE(bench.says(raise), u"fail github.cannotRevert"_s);
        QCOMPARE(textAt(std::get<steps::Fail>(bench.decide(raise)).error.args, "branch"), revertBranch);
    }

    void aConflictIsAPersonsMatter()
    {
        RevertBench bench;
        bench.proposed(EffectFailed, failure(errc::githubCannotRevert));
        QCOMPARE(bench.says(raise), u"fail github.cannotRevert"_s);
        bench.then(StepFailed, raise, failure(errc::githubCannotRevert))
            .then(RetryRequested, raise, {{"steps", {"raise"}}})
            .then(StepStarted, raise);
        QCOMPARE(bench.says(raise), u"act revertPullRequest"_s); // she wants another try
        bench.setFile(u"list.json"_s, "[\"old\"]\n"); // or took it back by hand
        QCOMPARE(bench.says(raise), u"done changeGone"_s);
    }

    void theMergedBranchIsDeletedIfItIsOurs()
    {
        RevertBench bench;
        bench.setBranch(sha('d'), u"add fishing"_s);
        QCOMPARE(bench.says(raise), u"act revertPullRequest"_s); // first what matters
        bench.proposed(EffectSucceeded, made8).thereIs(State::Open);
        const auto effect = bench.acts<github::DeleteBranch>(raise);
        QCOMPARE(effect.branch, bench.branch);
        QCOMPARE(effect.oid, sha('d'));
        bench.setBranch(sha('9'), u"somebody's further work"_s);
        QCOMPARE(bench.says(raise), u"done revertProposed"_s);
    }
};

QTEST_GUILESS_MAIN(RevertingTests)
#include "reverting_tests.moc"
