// SPDX-License-Identifier: GPL-3.0-or-later
// Whom trouble concerns, and when it is tried again.
#include "conductor_bench.h"

#include "conductor/engine.h"
#include "conductor/write_gate.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace slipway;
using namespace bench;
using conductor::Observer;
using conductor::StepKey;
using conductor::WriteGate;
using enum EventType;

namespace {

StepKey key(const char* run, const char* step = "step")
{
    return {RunId(QString::fromLatin1(run)), StepId(QString::fromLatin1(step))};
}

Error singleSignOn() { return {.code = errc::githubSso}; }

github::Read pull(const char* id) { return github::WatchPullRequest{QString::fromLatin1(id)}; }
github::Read runOf(const char* owner, qint64 id = 1)
{
    return github::ReadWorkflowRun{.repository = {QString::fromLatin1(owner), u"infra"_s}, .id = id};
}

ScriptedGitHub::Answer barred()
{
    return ScriptedGitHub::json({{"message", "Resource protected by organization SAML enforcement."}}, 403,
        {"X-GitHub-SSO: required; url=https://127.0.0.1/orgs/DEFRA/sso"});
}

ScriptedGitHub::Answer workflowRun()
{
    return ScriptedGitHub::json({{"id", 1}, {"name", "Build"}, {"path", ".github/workflows/b.yml"}, {"html_url", "u"},
        {"event", "push"}, {"head_branch", "main"}, {"head_sha", std::string(40, 'a')}, {"status", "queued"},
        {"conclusion", nullptr}, {"run_attempt", 1}, {"display_title", "Build"}, {"created_at", "2026-11-21T10:00:00Z"},
        {"updated_at", "2026-11-21T10:00:00Z"}});
}

class ObserverBench {
public:
    ObserverBench()
    {
        QObject::connect(&observer, &Observer::answered, &m_context, [this](const QList<StepKey>& keys) {
            for (const auto& key : keys)
                answered.append(key.run.text());
        });
    }
    void want(const char* run, const github::Read& read)
    {
        observer.want(key(run), {.github = {read}}, script.clock.now(), script.clock.now());
    }
    void settle() { script.settle(); }
    const conductor::Trouble* of(const char* run) const { return observer.troubleOf(RunId(QString::fromLatin1(run))); }

    ScriptedGitHub script;
    Observer observer{script.github.get(), *script.http, script.clock};
    QStringList answered;

private:
    QObject m_context;
};

} // namespace

class TroubleTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // --- reads

    void anOrganisationsTroubleIsNobodyElses()
    {
        ObserverBench bench;
        bench.script.rest = [](const auto& asked) {
            return asked.path.startsWith("/repos/Barred/") ? barred() : workflowRun();
        };
        bench.want("one", runOf("Barred"));
        bench.want("two", runOf("Open"));
        bench.settle();
        QCOMPARE(bench.answered, QStringList{u"two"_s});
        QVERIFY(!bench.observer.trouble());
        QVERIFY(bench.observer.mayAsk());
        QVERIFY(bench.of("one"));
        QCOMPARE(bench.of("one")->error.code, errc::githubSso);
        QCOMPARE(textAt(bench.of("one")->error.args, "organisation"), u"barred"_s);
        QVERIFY(!bench.of("two"));
        QVERIFY(bench.observer.anyTrouble());

        // Later and later, and what others ask meanwhile is answered without that question.
        for (int i = 0; i < 60; ++i) {
            bench.script.clock.advance(Millis(1000));
            bench.want("two", runOf("Open"));
            bench.settle();
        }
        const auto asked = [&] {
            return std::count_if(bench.script.asked.begin(), bench.script.asked.end(),
                [](const auto& asked) { return asked.path.startsWith("/repos/Barred/"); });
        };
        QCOMPARE(asked(), 5); // after 2, 6, 14 and 30 s
        QVERIFY(bench.answered.count(u"two"_s) >= 55);

        bench.script.rest = [](const auto&) { return workflowRun(); };
        bench.observer.hurry(RunId(u"one"_s)); // a person looks
        bench.settle();
        QCOMPARE(bench.answered.count(u"one"_s), 1);
        QVERIFY(!bench.of("one"));
        QVERIFY(!bench.observer.anyTrouble());
    }

    void oneReadThatBreaksDownParksOnlyWhoeverWantsIt()
    {
        ObserverBench bench;
        bench.script.rest = [](const auto& asked) {
            return asked.path.endsWith("/2") ? ScriptedGitHub::Answer{502, "bad gateway", {}} : workflowRun();
        };
        bench.want("bad", runOf("Acme", 2));
        bench.observer.want(key("good"), {.github = {runOf("Acme", 1)}}, bench.script.clock.now(),
            bench.script.clock.now() + Millis(40'000)); // not due for long
        bench.settle();
        QVERIFY(bench.observer.trouble()); // it may be the way
        bench.script.clock.advance(Millis(2'000));
        bench.settle();
        QVERIFY2(!bench.observer.trouble(), "another question was answered");
        QVERIFY(bench.of("bad"));
        QVERIFY(!bench.of("good"));
        for (int i = 0; i < 10; ++i) { // and so it stays, also where it is asked alone
            bench.script.clock.advance(Millis(10'000));
            bench.settle();
            QVERIFY(!bench.observer.trouble());
        }
    }

    void whatSpoilsADocumentIsFoundOut()
    {
        ObserverBench bench;
        bench.script.graphql = [](const ScriptedGitHub::Asked& asked) {
            if (asked.raw.body.contains("\"bad\""))
                return ScriptedGitHub::Answer{502, "bad gateway", {}};
            return ScriptedGitHub::json({{"message", "Resource not accessible"}}, 403);
        };
        const QList<const char*> runs{"a", "b", "bad", "c", "d"};
        for (const char* run : runs)
            bench.want(run, pull(run));
        for (int i = 0; i < 40 && bench.answered.size() < 4; ++i) {
            bench.settle();
            bench.script.clock.advance(Millis(4'000));
        }
        bench.settle();
        bench.answered.sort();
        QCOMPARE(bench.answered, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        QVERIFY(!bench.observer.trouble());
        QVERIFY(bench.of("bad"));
        QVERIFY(!bench.of("a"));
    }

    void troubleOfTheWayIsEverybodys()
    {
        ObserverBench bench;
        bench.script.rest = [](const auto& asked) {
            return asked.path.startsWith("/repos/Barred/") ? ScriptedGitHub::json({{"message", "Bad credentials"}}, 401)
                                                           : workflowRun();
        };
        bench.want("one", runOf("Barred"));
        bench.want("two", runOf("Open"));
        bench.settle();
        QVERIFY(bench.observer.trouble());
        QCOMPARE(bench.observer.trouble()->error.code, errc::githubBadCredentials);
    }

    void severalFailuresOfOneMomentAreOne()
    {
        ObserverBench bench;
        for (int i = 0; i < 10; ++i)
            bench.observer.report({.code = errc::networkUnreachable});
        QCOMPARE(bench.observer.trouble()->count, 1);
    }

    void aLookEndsWithTheFirstTroubleOfItsOwn()
    {
        ObserverBench bench;
        bench.script.rest = [](const auto&) { return barred(); };
        const auto looked = bench.observer.look(key("look"), {.github = {runOf("Barred")}}, bench.script.clock.now());
        bench.settle();
        QVERIFY(looked.isFinished());
        QCOMPARE(looked.result().error().code, errc::githubSso);
        QVERIFY(!bench.observer.anyTrouble()); // nobody wants it any more
    }

    // --- writes

    void refusedWritesAreTriedLaterAndLater()
    {
        ManualClock clock;
        WriteGate gate(clock);
        QSignalSpy opened(&gate, &WriteGate::opened);
        QVERIFY(gate.pass(key("a"), u"DEFRA"_s));
        QList<qint64> pauses;
        for (int i = 0; i < 12; ++i) {
            gate.refused(key("a"), u"DEFRA"_s, singleSignOn());
            pauses.append((gate.trouble()->until - clock.now()).count() / 1000);
            QCOMPARE(gate.trouble()->count, i + 1);
            clock.advance(Millis(pauses.last() * 1000 - 1));
            QVERIFY(!gate.pass(key("a"), u"defra"_s));
            QVERIFY(gate.pass(key("b"), u"other"_s)); // of another organisation nothing is known
            QCOMPARE(opened.size(), i);
            clock.advance(Millis(1));
            QCOMPARE(opened.size(), i + 1);
            QVERIFY(gate.pass(key("a"), u"defra"_s));
        }
        QCOMPARE(pauses, (QList<qint64>{2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900}));
        gate.accepted(u"DEFRA"_s);
        QVERIFY(!gate.trouble());
        QVERIFY(gate.pass(key("a"), u"DEFRA"_s) && gate.pass(key("b"), u"DEFRA"_s));
    }

    void oneWriteFindsOutForAll()
    {
        ManualClock clock;
        WriteGate gate(clock);
        QSignalSpy opened(&gate, &WriteGate::opened);
        for (const char* run : {"a", "b", "c"}) // under way when the first one was refused
            gate.refused(key(run), u"DEFRA"_s, singleSignOn());
        QCOMPARE(gate.trouble()->count, 1);
        clock.advance(Millis(2'000));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<QSet<StepKey>>().size(), 3);
        QVERIFY(gate.pass(key("a"), u"DEFRA"_s));
        QVERIFY(gate.pass(key("a"), u"DEFRA"_s));
        QVERIFY(!gate.pass(key("b"), u"DEFRA"_s));
        gate.withdraw(key("a")); // it was cancelled: the next one finds out
        QVERIFY(!gate.troubleOf(RunId(u"a"_s)));
        clock.advance(Millis(1));
        QCOMPARE(opened.size(), 2);
        QVERIFY(gate.pass(key("b"), u"DEFRA"_s));
        gate.unknown(key("b"));
        QVERIFY(gate.pass(key("c"), u"DEFRA"_s));
        // Nobody is left to try: the next one that comes may.
        gate.withdraw(key("b"));
        gate.withdraw(key("c"));
        clock.advance(Millis(1));
        QVERIFY(!gate.trouble());
    }

    void whatBarsAllWritesIsLiftedByReadsOnlyIfTheyWereBarredToo()
    {
        ManualClock clock;
        WriteGate gate(clock);
        gate.refused(key("a"), u"DEFRA"_s, {.code = errc::networkProxy});
        QVERIFY(!gate.pass(key("b"), u"other"_s));
        gate.wayIsFree();
        QVERIFY(gate.pass(key("b"), u"other"_s));
        gate.refused(key("a"), u"DEFRA"_s, singleSignOn());
        gate.wayIsFree();
        QVERIFY(!gate.pass(key("a"), u"DEFRA"_s)); // single sign-on is no matter of the way
    }

    void writesThatAreRefusedWhileReadsPassAreNotTriedAtEveryRead()
    {
        ConductorBench bench;
        bool refuse = true;
        bench.script.graphql = [](const auto&) {
            return ScriptedGitHub::json({{"message", "Resource not accessible"}}, 403);
        };
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "POST" && refuse)
                return barred();
            return asked.method == "POST" ? ConductorBench::dispatched() : bench.runList({});
        };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(RunParked));
        QCOMPARE(bench.folded().parked->code, errc::githubSso);
        QCOMPARE(textAt(bench.folded().parked->args, "organisation"), u"DEFRA"_s);
        QCOMPARE(textAt(bench.folded().parked->args, "url"), u"https://127.0.0.1/orgs/DEFRA/sso"_s);
        QCOMPARE(bench.state(), u"parked"_s);
        for (int i = 0; i < 150; ++i) { // ten minutes, and every four seconds something is read
            bench.pass(4'000);
            auto look = bench.conductor->look({.github = {pull("PR_1")}}, Millis(0));
            QVERIFY(bench.until([&] { return look.isFinished(); }));
            QVERIFY(look.result().ok());
        }
        QCOMPARE(bench.posts(), 9); // after 2, 6, 14, 30 … 510 s
        QCOMPARE(bench.count(EffectFailed), 9); // each one counted
        QCOMPARE(bench.count(RunParked), 1);
        QCOMPARE(bench.count(RunUnparked), 0);
        QVERIFY(bench.conductor->trouble());
        QCOMPARE(bench.conductor->trouble()->error.code, errc::githubSso);

        refuse = false;
        bench.settle();
        QCOMPARE(bench.posts(), 9);
        QVERIFY(bench.submit(LookNow{}).ok()); // a person has authorised the token, and looks
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.posts(), 10);
        QCOMPARE(bench.state(), u"succeeded"_s);
        QVERIFY(!bench.conductor->trouble());
    }

    //! An address that is no longer right leads elsewhere for ever, while all that is read passes.
    void aWriteThatIsAlwaysLedElsewhereAsksAPerson()
    {
        ConductorBench bench;
        bool lead = true;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method == "POST" && lead)
                return ScriptedGitHub::Answer{307, "", {"Location: http://127.0.0.1:9/elsewhere"}};
            return asked.method == "POST" ? ConductorBench::dispatched() : bench.runList({});
        };
        bench.script.graphql = [](const auto&) { return ScriptedGitHub::data({{"viewer", {{"login", "mia"}}}}); };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        const auto anHour = [&bench] {
            for (int i = 0; i < 240 && bench.count(StepAsked) == 0; ++i) {
                bench.pass(15'000);
                auto look = bench.conductor->look({.github = {pull("PR_1")}}, Millis(0)); // this passes
                bench.until([&] { return look.isFinished(); });
                bench.settle();
            }
        };
        anHour();
        QCOMPARE(bench.count(StepAsked), 1);
        QCOMPARE(bench.posts(), 8);
        QCOMPARE(bench.state(), u"needsYou"_s);
        QCOMPARE(textAt(bench.last(StepAsked).data["error"], "code"), errc::networkRedirected);
        QCOMPARE(textAt(bench.last(StepAsked).data["error"]["args"], "to"), u"http://127.0.0.1:9/elsewhere"_s);
        for (int i = 0; i < 60; ++i) {
            bench.pass(60'000);
            bench.settle();
        }
        QCOMPARE(bench.posts(), 8);

        lead = false; // the address was mended, and a person says so
        QVERIFY(bench.submit(RetryStep{.step = StepId(u"create"_s), .reason = u"mended"_s}).ok());
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.posts(), 9);
    }

    void aTokenThatMayOnlyReadIsSaidAndNotTriedAgain()
    {
        ConductorBench bench;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            return asked.method == "POST"
                ? ScriptedGitHub::json({{"message", "Resource not accessible by personal access token"}}, 403,
                    {"X-Accepted-GitHub-Permissions: actions=write"})
                : bench.runList({});
        };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(StepAsked));
        for (int i = 0; i < 60; ++i) {
            bench.pass(60'000);
            bench.settle();
        }
        QCOMPARE(bench.posts(), 1);
        QCOMPARE(bench.state(), u"needsYou"_s);
        QCOMPARE(textAt(bench.last(StepAsked).data["error"]["args"], "missing"), u"actions=write"_s);
    }

    //! A window that goes to another connection does not freeze for a request under way.
    void theEndOfAnEngineIsNotWaitedFor()
    {
        QTemporaryDir folder;
        auto server = std::make_unique<RawServer>();
        server->behaviour = RawServer::Behaviour::Silence;
        auto engine = conductor::Engine::start({.storePath = folder.filePath(u"s/store.db"_s),
            .program = u"tests"_s,
            .connection = github::Connection{server->url(QString()), Secret(canary)},
            .host = u"tests"_s});
        QVERIFY(engine.ok());
        const Envelope start{.id = newCommandId(),
            .run = newRunId(1'700'000'000'000),
            .actor = u"mia"_s,
            .at = Timestamp{1'700'000'000'000},
            .command =
                StartRun{.workflow = workflowOf(Json::array({dispatchStep()})), .inputs = {{"name", "fishing"}}}};
        const auto started = (*engine)->submit(start);
        QTRY_VERIFY(!server->received.isEmpty());
        QElapsedTimer taken;
        taken.start();
        const auto ended = (*engine)->end();
        QVERIFY2(taken.elapsed() < 1'000, qPrintable(QString::number(taken.elapsed())));
        QTest::qWait(100);
        QVERIFY(!ended.isFinished()); // the answer is waited for
        server.reset(); // it is lost
        QTRY_VERIFY_WITH_TIMEOUT(ended.isFinished(), 4'000);
        const auto late = (*engine)->submit(start);
        QTRY_VERIFY(late.isFinished());
        QCOMPARE(late.result().error().code, errc::networkCancelled);
        taken.restart();
        engine->reset();
        QVERIFY2(taken.elapsed() < 1'000, "what has ended is waited for");
    }

    void aRefusedWriteOfOneOrganisationParksNoOtherRun()
    {
        ConductorBench bench;
        bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
            if (asked.method != "POST")
                return bench.runList({});
            return asked.path.startsWith("/repos/DEFRA/") ? barred() : ConductorBench::dispatched();
        };
        bench.start(workflowOf(Json::array({dispatchStep()})));
        QVERIFY(bench.comes(RunParked));
        Json other = dispatchStep();
        other["with"]["repository"] = "Other/boilerplate";
        Envelope start =
            bench.envelope(StartRun{.workflow = workflowOf(Json::array({other})), .inputs = {{"name", "boating"}}});
        start.run = RunId(u"01JD0000000000000000000002"_s);
        QVERIFY(bench.get(bench.conductor->submit(start)).ok());
        const auto typesOf = [&] {
            QList<EventType> types;
            const auto events = bench.sqlite->events(start.run).result();
            for (const auto& event : *events)
                types.append(event.type);
            return types;
        };
        QVERIFY(bench.until([&] { return typesOf().contains(StepSucceeded); }));
        QVERIFY(!typesOf().contains(RunParked));
        QCOMPARE(bench.state(), u"parked"_s);
    }
};

QTEST_GUILESS_MAIN(TroubleTests)
#include "trouble_tests.moc"
