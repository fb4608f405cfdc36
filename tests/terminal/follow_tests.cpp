// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "fake_desk.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <cerrno>
#include <csignal>

using namespace slipway;
using namespace slipway::terminal;
using test::Bench;

namespace {

QStringList words(const QString& line) { return line.split(u' ', Qt::SkipEmptyParts); }

//! What the engine would do, one step a turn of the event loop.
class Script : public QObject {
public:
    explicit Script(Bench& bench)
        : m_bench(bench)
    { }
    Script& then(std::function<void()> act)
    {
        m_acts << std::move(act);
        return *this;
    }
    void play()
    {
        if (m_acts.isEmpty())
            return;
        QTimer::singleShot(5, this, [this] {
            m_acts.takeFirst()();
            play();
        });
    }
    void succeed(const RunId& id, const QString& step)
    {
        m_bench.desk.append(id, EventType::StepStarted, step, {{"by", "engine"}});
        m_bench.desk.append(id, EventType::StepWaiting, step, {{"for", "checks"}, {"args", {{"number", 12}}}});
        m_bench.desk.append(id, EventType::StepWaiting, step, {{"for", "checks"}, {"args", {{"number", 12}}}});
        m_bench.desk.append(
            id, EventType::StepSucceeded, step, {{"outputs", {{"url", "https://github.com/acme/infra/pull/12"}}}});
    }

private:
    Bench& m_bench;
    QList<std::function<void()>> m_acts;
};

} // namespace

class FollowTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCreationIsFollowedToItsEnd()
    {
        Bench bench;
        Script script(bench);
        bench.desk.m_afterSubmit = [&](const RunId& id) {
            for (const auto& step : {u"raise"_s, u"watch"_s, u"tell"_s})
                script.then([&script, id, step] { script.succeed(id, step); });
            script.play();
        };
        QCOMPARE(bench.run(words(u"create make-thing name=orders --follow"_s)), 0);
        QCOMPARE(bench.opened, QList<OpenMode>{OpenMode::Drive});
        QCOMPARE(bench.results.trimmed().size(), 26); // the id and nothing else
        const auto lines = bench.diagnostics.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.first().endsWith(u"mia started the run for orders"_s));
        QVERIFY(QRegularExpression(
            uR"(^\d\d:\d\d:\d\d  acme/infra  Raise pull request  Done  https://github.com/acme/infra/pull/12$)"_s)
                    .match(lines.value(3))
                    .hasMatch());
        // The unchanged wait is told once.
        QCOMPARE(bench.diagnostics.count(u"Raise pull request  Waiting for the checks of #12"_s), 1);
        QVERIFY(lines.last().startsWith(u"orders: Done ("_s));
        QCOMPARE(bench.closed, 1);
    }

    void withJsonTheEventsComeAndLastTheRun()
    {
        Bench bench;
        Script script(bench);
        bench.desk.m_afterSubmit = [&](const RunId& id) {
            for (const auto& step : {u"raise"_s, u"watch"_s, u"tell"_s})
                script.then([&script, id, step] { script.succeed(id, step); });
            script.play();
        };
        QCOMPARE(bench.run(words(u"create make-thing name=orders --follow --json"_s)), 0);
        const auto lines = bench.jsonLines();
        QCOMPARE(lines.size(), 14);
        for (qsizetype i = 0; i < 13; ++i)
            QCOMPARE(integerAt(lines[i], "sequence"), i + 1);
        QCOMPARE(textAt(lines.last(), "state"), u"succeeded"_s);
        QCOMPARE(lines.last()["steps"].size(), size_t(3));
        QVERIFY(bench.diagnostics.isEmpty());
    }

    //! "… | head": nobody reads what is told, so nothing is driven for it; a run in flight is left in good order.
    void whereTheReaderHasGoneItEnds()
    {
        Bench bench;
        const auto id = bench.desk.start(u"orders"_s);
        Script script(bench);
        script.then([&] { script.succeed(id, u"raise"_s); }); // it never ends
        const auto fate = std::make_shared<int>(0);
        int lines = 0;
        Output output(
            {[&](const QByteArray&) { *fate = ++lines == 2 ? EPIPE : *fate; }, false, fate}, {[](const auto&) {}});
        script.play();
        QCOMPARE(run({u"follow"_s, id.text(), u"--json"_s}, bench.environment, output), 1);
        QVERIFY(lines >= 2);
        QCOMPARE(bench.closed, 1);
    }

    void whatCannotBeWrittenIsNoSuccess()
    {
        Bench bench;
        bench.desk.start(u"orders"_s);
        const auto fate = std::make_shared<int>(0);
        QByteArray said;
        Output output(
            {[fate](const QByteArray&) { *fate = ENOSPC; }, false, fate}, {[&](const auto& text) { said += text; }});
        QCOMPARE(run({u"list"_s}, bench.environment, output), 5);
        QVERIFY2(said.contains("standard output") && said.contains("No space left"), said.constData());
        *fate = 0;
        Output piped(
            {[fate](const QByteArray&) { *fate = EPIPE; }, false, fate}, {[&](const auto& text) { said += text; }});
        said.clear();
        QCOMPARE(run({u"list"_s}, bench.environment, piped), 0); // head has read enough
        QVERIFY(said.isEmpty());
    }

    void linesStandInColumnsAndTheWayOnIsTheWayHere()
    {
        Bench bench;
        Script script(bench);
        const auto id = bench.desk.start(u"orders"_s);
        const Json clean =
            toJson(Error{.code = errc::githubAutoMergeClean, .args = {{"repository", "acme/infra"}, {"number", 12}}});
        script.then([&] { script.succeed(id, u"raise"_s); })
            .then([&] {
                bench.desk.append(id, EventType::StepStarted, u"watch"_s, {{"by", "engine"}});
                bench.desk.append(
                    id, EventType::EffectIntended, u"watch"_s, {{"effect", "e"}, {"name", "enableAutoMerge"}});
                bench.desk.append(id, EventType::EffectFailed, u"watch"_s, {{"effect", "e"}, {"error", clean}});
                bench.desk.append(
                    id, EventType::StepFailed, u"watch"_s, {{"error", toJson(Error{.code = errc::internal})}});
            })
            .play();
        QCOMPARE(bench.run({u"follow"_s, u"orders"_s, u"--store"_s, u"/a b/s.db"_s}), 1);
        const auto lines = bench.diagnostics.split(u'\n', Qt::SkipEmptyParts);
        const auto at = [&](const QString& text) {
            for (const auto& line : lines)
                if (line.contains(text))
                    return line.indexOf(text);
            return qsizetype(-1);
        };
        QVERIFY(at(u"Done"_s) > 0);
        QCOMPARE(at(u"Failed"_s), at(u"Done"_s)); // though “Watch workflow” is shorter than “Raise pull request”
        // What GitHub refuses there is no failure: the step goes on by the other way.
        QVERIFY2(!bench.diagnostics.contains(u"The request failed"_s), qPrintable(bench.diagnostics));
        QVERIFY(bench.diagnostics.contains(u"can be merged at once"_s));
        QVERIFY2(bench.diagnostics.contains(u"slipwayctl --store '/a b/s.db' retry orders --follow"_s),
            qPrintable(bench.diagnostics));
    }

    void aPlannedRetryAndAParkedRunAreWaitedFor()
    {
        Bench bench;
        Script script(bench);
        const auto id = bench.desk.start(u"orders"_s);
        const Json error = toJson(Error{.code = errc::networkUnreachable, .args = {{"host", "h"}}});
        script
            .then([&] {
                bench.desk.append(id, EventType::StepStarted, u"raise"_s, {{"by", "engine"}});
                bench.desk.append(id, EventType::StepFailed, u"raise"_s, {{"error", error}, {"retryAt", 1}});
            })
            .then([&] {
                bench.desk.append(id, EventType::RunParked, {}, {{"error", error}});
            })
            .then([&] { bench.desk.append(id, EventType::RunUnparked, {}, Json::object()); });
        for (const auto& step : {u"raise"_s, u"watch"_s, u"tell"_s})
            script.then([&script, id, step] { script.succeed(id, step); });
        script.play();
        QCOMPARE(bench.run(words(u"follow orders"_s)), 0);
        QVERIFY(bench.diagnostics.contains(u"Parked: h cannot be reached."_s));
    }

    void aFailureEndsItWithCauseRemedyAndLink()
    {
        Bench bench;
        Script script(bench);
        const auto id = bench.desk.start(u"orders"_s);
        script.then([&] {
            bench.desk.append(id, EventType::StepStarted, u"raise"_s, {{"by", "engine"}});
            bench.desk.append(id, EventType::StepFailed, u"raise"_s,
                {{"error",
                    toJson(Error{.code = errc::githubWorkflowFailed,
                        .args = {{"workflow", "deploy"}, {"url", "https://github.com/acme/infra/actions/runs/7"}}})}});
        });
        script.play();
        QCOMPARE(bench.run(words(u"follow orders"_s)), 1);
        QVERIFY(bench.diagnostics.contains(u"What to do:"_s));
        QVERIFY(bench.diagnostics.contains(u"    https://github.com/acme/infra/actions/runs/7"_s));
        QVERIFY(bench.diagnostics.contains(u"slipwayctl retry orders --follow"_s));
        bench.desk.m_afterSubmit = [&](const RunId&) {
            for (const auto& step : {u"raise"_s, u"watch"_s, u"tell"_s})
                script.then([&script, id, step] { script.succeed(id, step); });
            script.play();
        };
        // A record may be called anything: pasted into a shell, its name is one word and no command.
        const auto foreign = bench.desk.start(u"orders; reboot"_s);
        QCOMPARE(bench.run({u"pause"_s, foreign.text(), u"--reason"_s, u"lunch"_s}), 0);
        QCOMPARE(bench.run({u"follow"_s, foreign.text()}), 1);
        QVERIFY2(bench.diagnostics.contains(u" resume 'orders; reboot' --follow"_s), qPrintable(bench.diagnostics));
        QCOMPARE(bench.run(words(u"retry orders --follow"_s)), 0);
        QVERIFY(bench.diagnostics.contains(u"mia retries raise"_s));
    }

    void needingAPersonAndBeingCancelledEndIt()
    {
        Bench bench;
        Script script(bench);
        const auto id = bench.desk.start(u"orders"_s);
        script.then([&] {
            bench.desk.append(id, EventType::StepStarted, u"raise"_s, {{"by", "engine"}});
            bench.desk.append(id, EventType::StepAsked, u"raise"_s,
                {{"error", toJson(Error{.code = errc::githubAutoMergeOff, .args = {{"repository", "acme/infra"}}})}});
        });
        script.play();
        QCOMPARE(bench.run(words(u"follow orders"_s)), 1);
        QVERIFY(bench.diagnostics.contains(u"orders: Needs you"_s));
        QCOMPARE(bench.run(words(u"pause orders --reason lunch"_s)), 0);
        QCOMPARE(bench.run(words(u"follow orders"_s)), 1);
        QVERIFY2(bench.diagnostics.contains(u" paused the run: lunch\n"_s), qPrintable(bench.diagnostics));
        QVERIFY(bench.diagnostics.contains(u"slipwayctl resume orders --follow"_s));
        QCOMPARE(bench.run(words(u"cancel orders"_s)), 0);
        QCOMPARE(bench.run(words(u"follow orders"_s)), 1);
        QVERIFY(bench.diagnostics.contains(u"orders: Cancelled"_s));
    }

    void severalRunsAreNamedAndTheWorstStatusCounts()
    {
        Bench bench;
        Script script(bench);
        const auto good = bench.desk.start(u"orders"_s);
        const auto bad = bench.desk.start(u"basket"_s);
        script.then([&] { bench.desk.submit(CancelRun{}, bad); });
        for (const auto& step : {u"raise"_s, u"watch"_s, u"tell"_s})
            script.then([&script, good, step] { script.succeed(good, step); });
        script.play();
        QCOMPARE(bench.run(words(u"follow --all"_s)), 1);
        QVERIFY(bench.diagnostics.contains(u"orders  acme/infra  Raise pull request  Done"_s));
        QCOMPARE(bench.run(words(u"follow --all"_s)), 0);
        QVERIFY(bench.diagnostics.contains(u"No run is open."_s));
        QCOMPARE(bench.run(words(u"follow"_s)), 2);
    }

    void anotherOwnersRunsAreWatched()
    {
        Bench bench;
        const auto id = bench.desk.start(u"orders"_s);
        bench.desk.m_status.drives = false;
        bench.desk.m_status.owner.emplace();
        // Nobody signals: the store is looked at again and again.
        QTimer::singleShot(50, this, [&] {
            const QSignalBlocker silent(&bench.desk);
            bench.desk.submit(CancelRun{}, id);
        });
        QCOMPARE(bench.run(words(u"follow orders"_s)), 1);
        QCOMPARE(bench.opened, (QList<OpenMode>{OpenMode::Drive}));
        QVERIFY(bench.diagnostics.contains(u"Another Slipway drives these runs"_s));
    }

    void interruptingLeavesTheRunAsItIs()
    {
        Bench bench;
        const auto id = bench.desk.start(u"orders"_s);
        QTimer::singleShot(20, this, [] { std::raise(SIGINT); });
        QCOMPARE(bench.run(words(u"follow orders"_s)), 1);
        QVERIFY(bench.diagnostics.contains(u"slipwayctl follow "_s + id.text()));
        QVERIFY(bench.desk.stored(id).isOpen());
        QCOMPARE(bench.closed, 1);
    }

    //! It says so once, whatever the format, and goes on telling of the run when a person had it read again.
    void theAgentTellsOfARunThatIsSetAsideAndThatGoesOn_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("said");
        QTest::newRow("to people") << u"agent"_s << u"cannot be read"_s;
        QTest::newRow("to programs") << u"agent --json"_s << u"\"run.setAside\""_s;
    }
    void theAgentTellsOfARunThatIsSetAsideAndThatGoesOn()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, said);
        Bench bench;
        Script script(bench);
        RunId id;
        const auto again = [&] { Q_EMIT bench.desk.changed({id}); };
        bench.desk.m_runError = Error{.code = errc::runSetAside, .args = {{"run", "later"}, {"reason", "odd"}}};
        script.then([&] { id = bench.desk.start(u"later"_s); }).then(again).then(again).then([&] {
            bench.desk.m_runError.reset();
            script.succeed(id, u"raise"_s);
        });
        script.play();
        QTimer::singleShot(150, this, [] { std::raise(SIGTERM); });
        QCOMPARE(bench.run(words(command)), 0);
        QCOMPARE(bench.diagnostics.count(said), 1);
        QVERIFY((bench.diagnostics + bench.results).contains(u"acme/infra/pull/12"_s));
    }

    //! Others' changes come many a second: how often a run could not be read says nothing of how long.
    void theAgentGoesOnWhereARunCannotBeRead()
    {
        Bench bench;
        Script script(bench);
        const auto id = bench.desk.start(u"odd"_s);
        bench.desk.m_runError = Error{.code = errc::storeBusy};
        for (int i = 0; i < 12; ++i)
            script.then([&] { Q_EMIT bench.desk.changed({id}); });
        script.then([&] {
            bench.desk.m_runError.reset();
            script.succeed(id, u"raise"_s);
        });
        script.play();
        QTimer::singleShot(300, this, [] { std::raise(SIGTERM); });
        QCOMPARE(bench.run(words(u"agent"_s)), 0);
        QCOMPARE(bench.diagnostics.count(u" is busy."_s), 1);
        QVERIFY(bench.diagnostics.contains(u"acme/infra/pull/12"_s));
        QVERIFY(bench.diagnostics.contains(u"Closed."_s));
    }

    //! It sees years of runs: those that have ended, and those that do not change, cost it nothing.
    void theAgentFollowsNotWhatHasEnded()
    {
        Bench bench;
        Script script(bench);
        bench.clock.hurry = 2'000; // it would look again every 5 ms
        RunId id;
        int read = 0;
        script.then([&] { bench.desk.start(u"resting"_s); }).then([&] { id = bench.desk.start(u"orders"_s); });
        for (const auto& step : {u"raise"_s, u"watch"_s, u"tell"_s})
            script.then([&, step] { script.succeed(id, step); });
        const auto pause = [] { QTest::qWait(100); };
        script.then(pause)
            .then([&, pause] {
                read = bench.desk.m_runsRead;
                pause();
            })
            .then([&] {
                QCOMPARE(bench.desk.m_runsRead, read);
                bench.desk.append(id, EventType::NoteAdded, {}, {{"text", "afterwards"}});
            })
            .then(pause)
            .then([] { std::raise(SIGTERM); });
        script.play();
        QCOMPARE(bench.run(words(u"agent"_s)), 0);
        QCOMPARE(bench.diagnostics.count(u"mia started the run for orders"_s), 1); // nothing is told anew
        QCOMPARE(bench.diagnostics.count(u"afterwards"_s), 1);
    }

    void aFollowerReadsAgainForAWhile()
    {
        Bench bench;
        Script script(bench);
        const auto id = bench.desk.start(u"orders"_s);
        bench.desk.m_runError = Error{.code = errc::storeBusy};
        for (int i = 0; i < 12; ++i)
            script.then([&] { Q_EMIT bench.desk.changed({id}); });
        script.then([&] {
            bench.desk.m_runError.reset();
            for (const auto& step : {u"raise"_s, u"watch"_s, u"tell"_s})
                script.succeed(id, step);
        });
        script.play();
        QCOMPARE(bench.run(words(u"follow orders"_s)), 0);
        QVERIFY(!bench.diagnostics.contains(u" is busy."_s));
    }

    void aStoreThatTakesNothingIsSaidOnceAndThatItDoesAgain()
    {
        Bench bench;
        Script script(bench);
        bench.desk.start(u"orders"_s);
        const auto tell = [&] { Q_EMIT bench.desk.statusChanged(); };
        script
            .then([&, tell] {
                bench.desk.m_status.trouble = Error{.code = errc::storeFull};
                tell();
            })
            .then(tell)
            .then(tell)
            .then([&, tell] {
                bench.desk.m_status.trouble.reset();
                tell();
            })
            .then([] { std::raise(SIGTERM); });
        script.play();
        QCOMPARE(bench.run(words(u"agent"_s)), 0);
        QCOMPARE(bench.diagnostics.count(u"The disk is full."_s), 1);
        QCOMPARE(bench.diagnostics.count(u"Make space on the disk."_s), 1);
        QCOMPARE(bench.diagnostics.count(u"The store can be written again."_s), 1);
    }

    void theAgentDrivesUntilItIsTerminated()
    {
        Bench bench;
        QTimer::singleShot(20, this, [&] { bench.desk.start(u"later"_s); });
        QTimer::singleShot(60, this, [] { std::raise(SIGTERM); });
        QCOMPARE(bench.run(words(u"agent"_s)), 0);
        QVERIFY(bench.diagnostics.contains(u"later  mia started the run for later"_s));
        QVERIFY(bench.diagnostics.contains(u"Closed."_s));
        QCOMPARE(bench.closed, 1);
    }
};

QTEST_GUILESS_MAIN(FollowTests)
#include "follow_tests.moc"
