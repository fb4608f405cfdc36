// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that are undone, and whose reverting pull requests wait for a person: they are watched until somebody decides.
#include "conductor_bench.h"

#include <QTest>

using namespace slipway;
using namespace bench;
using enum EventType;

namespace {

const QString first = u"create"_s, second = u"second"_s;

Json pullNode(const std::string& id, const std::string& state)
{
    return {{"id", id}, {"number", 8}, {"url", "https://github.test/pull/8"}, {"title", "Revert"}, {"state", state},
        {"merged", state == "MERGED"}, {"isDraft", false}, {"isCrossRepository", false},
        {"repository", {{"nameWithOwner", "DEFRA/tf-svc"}}}, {"headRefName", "revert-7-a"},
        {"headRefOid", std::string(40, 'a')}, {"baseRefName", "main"}, {"mergeable", "MERGEABLE"}};
}

//! A store with a run that was undone in an earlier start.
struct RevertBench : ConductorBench {
    explicit RevertBench(bool hasEnded = true)
    {
        RunBuilder story(workflowOf(Json::array({dispatchStep("create"), dispatchStep("second")})), steps::kindRules(),
            {{"name", "fishing"}}, Json::object(), u"fishing"_s, run.text());
        story.now = script.clock.now();
        for (const QString& each : {first, second})
            story.done(each);
        story.then(
            UndoRequested, {}, {{"steps", {first.toStdString(), second.toStdString()}}, {"reason", "wrong name"}});
        for (const auto& [each, node] : {std::pair(second, "PR9"), {first, "PR8"}})
            story.then(StepStarted, each, {{"by", "engine"}})
                .then(StepUndone, each,
                    {{"note", "revertProposed"},
                        {"outputs", {{"revertNumber", 8}, {"revertNodeId", node}, {"revertUrl", "https://x.test/8"}}}});
        if (hasEnded)
            story.then(RunUndone);
        const auto lease = sqlite->create(story.run, story.events).result();
        if (!lease || !sqlite->release(*lease).result())
            qFatal("no story");
        script.graphql = [this](const ScriptedGitHub::Asked& asked) {
            ++asks;
            if (unseen)
                return notFound(asked);
            Json nodes = Json::array();
            const Json variables = asked.variables();
            for (const auto& [name, value] : variables.items())
                if (value.is_array())
                    for (const auto& id : value)
                        nodes.push_back(pullNode(id.get<std::string>(), id == "PR8" ? firstState : secondState));
            return ScriptedGitHub::data({{asked.alias("pullRequests", 0), std::move(nodes)}});
        };
    }
    static ScriptedGitHub::Answer notFound(const ScriptedGitHub::Asked& asked)
    {
        const auto alias = asked.alias("pullRequests", 0);
        Json errors = Json::array();
        for (int place = 0; place < 2; ++place)
            errors.push_back({{"type", "NOT_FOUND"}, {"path", Json::array({alias, place})},
                {"message", "Could not resolve to a node with the global id of 'PR'"}});
        return {200, toBytes(Json{{"data", {{alias, Json::array({nullptr, nullptr})}}}, {"errors", std::move(errors)}}),
            {}};
    }
    //! Until the next answer has come, whenever that is asked for.
    void look()
    {
        for (int before = asks, hour = 0; hour < 24 && asks == before; ++hour) {
            pass(3'600'000);
            settle();
        }
    }
    bool needsSomebody()
    {
        const auto waiting = sqlite->runsWithOpenReverts().result();
        return waiting && waiting->contains(run);
    }

    QString outcomeOf(const QString& step) { return revertOutcome(*folded().step(StepId(step))); }

    std::string firstState = "OPEN", secondState = "OPEN";
    bool unseen = false;
    int asks = 0;
};

} // namespace

class RevertTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anUndoneRunNeedsSomebodyUntilItsRevertIsDecidedUpon_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("merged") << u"MERGED"_s << u"merged"_s << true;
        QTest::newRow("closed") << u"CLOSED"_s << u"closed"_s << true;
        QTest::newRow("merged one after the other") << u"MERGED"_s << u"merged"_s << false;
    }
    void anUndoneRunNeedsSomebodyUntilItsRevertIsDecidedUpon()
    {
        QFETCH(const QString, state);
        QFETCH(const QString, outcome);
        QFETCH(const bool, atOnce);
        RevertBench bench;
        QCOMPARE(openReverts(bench.folded()).size(), 2);
        QVERIFY(bench.needsSomebody());
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.until([&] { return bench.asks > 0; }));
        bench.settle();
        QCOMPARE(bench.count(OutputsRevised), 0); // still open: nothing to tell
        QVERIFY(bench.conductor->watchesEvery().has_value());

        bench.firstState = state.toStdString();
        if (!atOnce) {
            bench.pass(15'000);
            QVERIFY(bench.comes(OutputsRevised));
            QCOMPARE(bench.outcomeOf(first), outcome);
            QVERIFY(bench.needsSomebody()); // for the other one
        }
        bench.secondState = state.toStdString();
        for (int look = 0; look < 10 && bench.count(OutputsRevised) < 2; ++look) {
            bench.pass(15'000);
            bench.settle();
        }
        QCOMPARE(bench.count(OutputsRevised), 2);
        QCOMPARE(bench.outcomeOf(first), outcome);
        QCOMPARE(bench.outcomeOf(second), outcome);
        QCOMPARE(toText(bench.folded().state), u"undone"_s);
        QVERIFY(openReverts(bench.folded()).isEmpty());
        QVERIFY(!bench.needsSomebody());

        // And it is asked for no more, neither now nor after the next start.
        const int after = bench.asks;
        bench.pass(3'600'000);
        bench.settle();
        bench.restart();
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        bench.pass(3'600'000);
        bench.settle();
        QCOMPARE(bench.asks, after);
        QVERIFY(!bench.conductor->watchesEvery().has_value());
    }

    //! What GitHub does not show is no decision, but nobody can decide upon what is gone for a day.
    void whatIsNotToBeSeenIsNoDecisionForADay()
    {
        RevertBench bench;
        bench.unseen = true;
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.until([&] { return bench.asks > 0; }));
        bench.pass(3'600'000);
        bench.settle();
        QCOMPARE(bench.count(OutputsRevised), 0);
        QVERIFY(bench.needsSomebody());
        for (int look = 0; look < 4 && bench.count(OutputsRevised) == 0; ++look) {
            bench.pass(24LL * 3'600'000);
            bench.settle();
        }
        QCOMPARE(bench.outcomeOf(first), u"gone"_s);
        QVERIFY(!bench.needsSomebody());
    }

    //! However long it has been open: one answer under a token that does not see the repository is none.
    void aDayCountsFromWhenItWasNotSeenFirst()
    {
        RevertBench bench;
        bench.pass(30LL * 3'600'000); // the program was not running
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.until([&] { return bench.asks > 0; }));
        bench.settle();
        bench.unseen = true;
        bench.look();
        QCOMPARE(bench.count(OutputsRevised), 0);
        bench.unseen = false;
        bench.look();
        bench.pass(23LL * 3'600'000); // seen in between: the day begins anew
        bench.unseen = true;
        bench.look();
        QCOMPARE(bench.count(OutputsRevised), 0);
        QVERIFY(bench.needsSomebody());
        bench.unseen = false;
        bench.firstState = bench.secondState = "MERGED";
        bench.look();
        QCOMPARE(bench.outcomeOf(first), u"merged"_s);
        QCOMPARE(bench.outcomeOf(second), u"merged"_s);
    }

    //! It ends as undone under the same conductor that then sees the merge.
    void whoUndidItSeesItMerged()
    {
        RevertBench bench(false);
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.comes(RunUndone));
        QVERIFY(bench.until([&] { return bench.asks > 0; }));
        QVERIFY(bench.needsSomebody());
        QCOMPARE(bench.count(OutputsRevised), 0);
        bench.firstState = bench.secondState = "MERGED";
        bench.look();
        QVERIFY(bench.comes(OutputsRevised, 2));
        QCOMPARE(bench.outcomeOf(first), u"merged"_s);
        QVERIFY(!bench.needsSomebody());
    }
};

QTEST_GUILESS_MAIN(RevertTests)
#include "reverts_tests.moc"
