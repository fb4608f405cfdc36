// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that have ended, and of which a pull request still changes something: it is watched until it is decided upon.
#include "conductor_bench.h"

#include <QTest>

using namespace slipway;
using namespace bench;
using enum EventType;

namespace {

const QString first = u"create"_s, second = u"second"_s;

Json pullNode(const std::string& id, const std::string& state, bool isArmed)
{
    return {{"id", id}, {"number", 8}, {"url", "https://github.test/pull/8"}, {"title", "Revert"}, {"state", state},
        {"merged", state == "MERGED"}, {"isDraft", false}, {"isCrossRepository", false},
        {"repository", {{"nameWithOwner", "DEFRA/tf-svc"}}}, {"headRefName", "revert-7-a"},
        {"headRefOid", std::string(40, 'a')}, {"baseRefName", "main"}, {"mergeable", "MERGEABLE"},
        {"autoMergeRequest", isArmed ? Json{{"enabledAt", "2026-01-01T00:00:00Z"}} : Json()}};
}

//! A store with a run that ended in an earlier start, and a GitHub that has PR8 and PR9.
struct EndedBench : ConductorBench {
    void keep(const RunBuilder& story)
    {
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
                        nodes.push_back(
                            pullNode(id.get<std::string>(), id == "PR8" ? firstState : secondState, isArmed));
            return ScriptedGitHub::data({{asked.alias("pullRequests", 0), std::move(nodes)}});
        };
    }
    static ScriptedGitHub::Answer notFound(const ScriptedGitHub::Asked& asked)
    {
        const auto alias = asked.alias("pullRequests", 0);
        Json errors = Json::array(), nodes = Json::array();
        const Json variables = asked.variables();
        for (const auto& [name, value] : variables.items())
            for (std::size_t place = 0; value.is_array() && place < value.size(); ++place) {
                nodes.push_back(nullptr);
                errors.push_back({{"type", "NOT_FOUND"}, {"path", Json::array({alias, place})},
                    {"message", "Could not resolve to a node with the global id of 'PR'"}});
            }
        return {200, toBytes(Json{{"data", {{alias, std::move(nodes)}}}, {"errors", std::move(errors)}}), {}};
    }
    //! Until the next answer has come, whenever that is asked for.
    void look()
    {
        for (int before = asks, hour = 0; hour < 24 && asks == before; ++hour) {
            pass(3'600'000);
            settle();
        }
    }
    void startAgain()
    {
        restart();
        if (!get(conductor->recover()))
            qFatal("not recovered");
        settle();
    }
    bool needsSomebody()
    {
        const auto waiting = sqlite->runsLeftOpen().result();
        return waiting && waiting->contains(run);
    }

    std::string firstState = "OPEN", secondState = "OPEN";
    bool unseen = false, isArmed = true;
    int asks = 0;
};

//! It was undone.
struct RevertBench : EndedBench {
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
        keep(story);
    }
    QString outcomeOf(const QString& step) { return revertOutcome(*folded().step(StepId(step))); }
    int outcomes() const
    {
        const Run now = folded();
        return int(std::count_if(
            now.steps.begin(), now.steps.end(), [](const StepRun& step) { return !revertOutcome(step).isEmpty(); }));
    }
};

//! It was cancelled when auto-merge of its pull request was on.
struct MergeBench : EndedBench {
    explicit MergeBench(bool hasEnded = true)
    {
        const Json pull{{"pullRequest", "raise"}};
        const Json files = Json::array(
            {{{"path", "list.json"}, {"edit", Json::array({{{"appendUnique", ""}, {"value", "fishing"}}})}}});
        const Json raise{{"repository", "DEFRA/tf-svc"}, {"base", "main"}, {"branch", "add-fishing"}, {"title", "Add"},
            {"commit", "add"}, {"files", files}};
        RunBuilder story(workflowOf(Json::array({stepJson("raise", "github.pull-request", raise),
                             stepJson("arm", "github.auto-merge", pull, Json::array({"raise"})),
                             stepJson("merged", "github.merged", pull, Json::array({"arm"}))})),
            steps::kindRules(), {{"name", "fishing"}}, Json::object(), u"fishing"_s, run.text());
        story.now = script.clock.now();
        story.done(u"raise"_s,
            {{"number", 8}, {"nodeId", "PR8"}, {"url", "https://github.test/pull/8"}, {"sha", std::string(40, 'a')},
                {"headSha", std::string(40, 'a')}, {"branch", "add-fishing"}});
        story.then(StepStarted, u"arm"_s, {{"by", "engine"}}).intend(u"arm"_s, "enableAutoMerge");
        story.end(EffectSucceeded, u"arm"_s, {{"result", {{"mode", "armed"}}}});
        story.then(StepSucceeded, u"arm"_s, {{"outputs", {{"mode", "armed"}}}});
        story.then(StepStarted, u"merged"_s, {{"by", "engine"}});
        story.then(CancelRequested);
        if (hasEnded)
            story.then(RunCancelled);
        keep(story);
    }
    QString outcome() { return mergeOutcome(*folded().step(StepId(u"raise"_s))); }
};

} // namespace

class EndedWatchTests : public QObject {
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
        QCOMPARE(bench.outcomes(), 0);
        QVERIFY(bench.needsSomebody());
        for (int look = 0; look < 4 && bench.outcomes() == 0; ++look) {
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
        QCOMPARE(bench.outcomes(), 0);
        bench.unseen = false;
        bench.look();
        bench.pass(23LL * 3'600'000); // seen in between: the day begins anew
        bench.unseen = true;
        bench.look();
        QCOMPARE(bench.outcomes(), 0);
        QVERIFY(bench.needsSomebody());
        bench.unseen = false;
        bench.firstState = bench.secondState = "MERGED";
        bench.look();
        QCOMPARE(bench.outcomeOf(first), u"merged"_s);
        QCOMPARE(bench.outcomeOf(second), u"merged"_s);
    }

    //! A program that is started every morning would else begin to count anew every morning.
    void aDayGoesOnOverARestart()
    {
        RevertBench bench;
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.until([&] { return bench.asks > 0; }));
        bench.unseen = true;
        bench.look();
        QVERIFY(bench.comes(OutputsRevised, 2));
        QVERIFY(openReverts(bench.folded()).value(0).unseenSince.has_value());
        const qint64 told = bench.folded().sequence;
        for (int start = 0; start < 2; ++start) {
            bench.pass(10LL * 3'600'000);
            bench.startAgain();
            QCOMPARE(bench.outcomes(), 0);
            QCOMPARE(bench.folded().sequence, told); // once
        }
        bench.pass(5LL * 3'600'000);
        bench.startAgain();
        QVERIFY(bench.until([&] { return bench.outcomes() == 2; }));
        QCOMPARE(bench.outcomeOf(first), u"gone"_s);
        QVERIFY(memberAt(bench.folded().step(StepId(first))->outputs, "revertUnseenSince").is_null());
    }

    void whatIsSeenAgainIsToldOnce()
    {
        RevertBench bench;
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        bench.unseen = true;
        bench.look();
        QVERIFY(bench.comes(OutputsRevised, 2));
        bench.look();
        bench.look();
        QCOMPARE(bench.count(OutputsRevised), 2);
        bench.unseen = false;
        bench.look();
        QVERIFY(bench.comes(OutputsRevised, 4));
        for (const auto& left : openReverts(bench.folded()))
            QVERIFY(!left.unseenSince);
        bench.look();
        QCOMPARE(bench.count(OutputsRevised), 4);
        QVERIFY(bench.needsSomebody());
    }

    //! Noted by a clock that was far behind: it says nothing of how long it has not been seen.
    void aMomentThatCannotBeIsNotBelieved()
    {
        RevertBench bench;
        bench.pass(60'000);
        bench.unseen = true;
        for (const qint64 noted : {qint64(1'000), bench.script.clock.now().ms + 48LL * 3'600'000}) {
            const auto lease = *bench.sqlite->claim(bench.run).result();
            const Run before = bench.folded();
            const Event told{.run = bench.run,
                .sequence = before.sequence + 1,
                .at = bench.script.clock.now(),
                .actor = u"engine"_s,
                .type = OutputsRevised,
                .step = StepId(first),
                .data = {{"outputs", {{"revertUnseenSince", noted}}}}};
            QVERIFY(bench.sqlite->append(lease, *fold(before, told, steps::kindRules()), {told}).result().ok());
            QVERIFY(bench.sqlite->release(lease).result().ok());
            bench.startAgain();
            QVERIFY(bench.until([&] { return bench.asks > 0; }));
            bench.settle();
            QCOMPARE(bench.outcomes(), 0);
            QVERIFY(bench.needsSomebody());
        }
    }

    //! It was left at a moment that is still to come: what is noted now is older than that.
    void aClockThatWasSetBackIsNoReasonToNoteItAgainAndAgain()
    {
        RevertBench bench;
        QVERIFY(bench.folded().step(StepId(first))->endedAt > bench.script.clock.now());
        bench.unseen = true;
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.comes(OutputsRevised, 2));
        for (int i = 0; i < 5; ++i)
            bench.settle();
        QCOMPARE(bench.count(OutputsRevised), 2);
    }

    void aCancelledRunNeedsSomebodyWhileGitHubStillMerges_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("isArmed");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("merged") << u"MERGED"_s << true << u"merged"_s;
        QTest::newRow("closed") << u"CLOSED"_s << true << u"closed"_s;
        QTest::newRow("disarmed") << u"OPEN"_s << false << u"disarmed"_s;
    }
    void aCancelledRunNeedsSomebodyWhileGitHubStillMerges()
    {
        QFETCH(const QString, state);
        QFETCH(const bool, isArmed);
        QFETCH(const QString, outcome);
        MergeBench bench;
        QVERIFY(bench.needsSomebody());
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.until([&] { return bench.asks > 0; }));
        bench.look();
        QCOMPARE(bench.count(OutputsRevised), 0); // armed, as it was
        QVERIFY(bench.needsSomebody());
        QVERIFY(bench.conductor->watchesEvery().has_value());

        bench.firstState = state.toStdString();
        bench.isArmed = isArmed;
        for (int look = 0; look < 3 && bench.outcome().isEmpty(); ++look)
            bench.look();
        QCOMPARE(bench.outcome(), outcome);
        QCOMPARE(bench.count(OutputsRevised), 1);
        QCOMPARE(bench.state(), u"cancelled"_s);
        QVERIFY(!bench.needsSomebody());
        const int after = bench.asks;
        bench.startAgain();
        bench.pass(24LL * 3'600'000);
        bench.settle();
        QCOMPARE(bench.asks, after);
    }

    //! What GitHub was told shows a little later: one look without auto-merge proves nothing.
    void whatWasJustArmedIsNotTakenForOff()
    {
        MergeBench bench(false);
        bench.isArmed = false; // a copy that is behind
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.comes(RunCancelled));
        QVERIFY(bench.until([&] { return bench.asks > 0; }));
        bench.settle();
        QCOMPARE(bench.outcome(), QString());
        bench.isArmed = true;
        bench.look();
        bench.look();
        QCOMPARE(bench.outcome(), QString());
        QVERIFY(bench.needsSomebody());
    }

    void whatAPersonLeavesToGitHubIsLookedAtNoMore()
    {
        MergeBench bench;
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.until([&] { return bench.asks > 0; }));
        QVERIFY(bench.submit(SkipStep{.step = StepId(u"raise"_s), .reason = u"it may"_s}).ok());
        bench.settle();
        QCOMPARE(bench.outcome(), u"left"_s);
        QVERIFY(!bench.needsSomebody());
        const int after = bench.asks;
        bench.pass(24LL * 3'600'000);
        bench.settle();
        QCOMPARE(bench.asks, after);
        QVERIFY(!bench.conductor->watchesEvery().has_value());
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

QTEST_GUILESS_MAIN(EndedWatchTests)
#include "ended_watch_tests.moc"
