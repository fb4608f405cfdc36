// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor_bench.h"

#include "../http/raw_server.h"

using namespace slipway;
using namespace bench;
using enum EventType;

namespace {

//! A service whose first answer is lost though the thing was made, and which then says of it what the test wants, look by
//! look; the last word stays.
class LostBench : public ConductorBench {
public:
    LostBench()
    {
        service.script = [this](const RawServer::Received& request) {
            if (request.method == "POST") {
                ++sent;
                return httpAnswer(500, "{}");
            }
            const int look = int(lookedAt.size());
            lookedAt.append(script.clock.uptime());
            const QByteArray& says = answers[std::min<qsizetype>(look, answers.size() - 1)];
            if (says.startsWith("no ")) // each refusal in words of its own
                return httpAnswer(says.mid(3).toInt(), "{\"message\": \"no, " + QByteArray::number(look) + "\"}");
            return httpAnswer(says == "gone" ? 404 : says == "down" ? 503 : 200, says.startsWith('{') ? says : "{}");
        };
    }
    void startIt(bool looksFirst = false)
    {
        const QString url = u"http://127.0.0.1:%1/things/1"_s.arg(service.serverPort());
        start(workflowOf(Json::array({stepJson("make", "http.request",
            {{"method", "POST"}, {"url", toJson(url)}, {"effect", "natural key"}, {"outputs", {{"id", "/id"}}},
                {"lookUp", {{"url", toJson(url)}}}, {"lookFirst", looksFirst}})})));
        QVERIFY(comes(looksFirst ? StepWaiting : EffectUnknown));
    }
    //! Half a minute after the answer was lost, and then a second at a time.
    bool resolves(int seconds)
    {
        for (int i = 0; i < seconds && count(EffectResolved) == 0; ++i) {
            pass(1'000);
            settle();
        }
        return count(EffectResolved) > 0;
    }

    RawServer service;
    QList<QByteArray> answers;
    QList<Millis> lookedAt;
    int sent = 0;
};

//! GitHub gives each of its answers another.
QByteArray nextRequestId()
{
    static int count = 0;
    return "X-GitHub-Request-Id: 0000:" + QByteArray::number(++count);
}

void passSeconds(ConductorBench& bench, int seconds)
{
    for (int i = 0; i < seconds; ++i) {
        bench.pass(1'000);
        bench.settle();
    }
}

} // namespace

class LookUpTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //! As a service's ingress answers while it is being rolled out.
    void oneLookThatFindsNothingProvesNothing()
    {
        LostBench bench;
        bench.answers = {"gone", "gone", R"({"id": 7})"};
        bench.startIt();
        QVERIFY(bench.resolves(120));
        QCOMPARE(textAt(bench.last(EffectResolved).data, "outcome"), u"succeeded"_s);
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.sent, 1);
    }

    void whatIsNotThereThreeTimesIsSentAgain()
    {
        LostBench bench;
        bench.answers = {"gone"};
        bench.startIt();
        QVERIFY(bench.resolves(120));
        QCOMPARE(textAt(bench.last(EffectResolved).data, "outcome"), u"absent"_s);
        QCOMPARE(bench.lookedAt.size(), 3);
        QVERIFY(bench.lookedAt[1] - bench.lookedAt[0] >= Millis(5'000));
        QVERIFY(bench.lookedAt[2] - bench.lookedAt[0] >= Millis(30'000));
    }

    //! Looks that tell nothing do not count, and what was counted before them does no more.
    void onlyLooksInARowCount()
    {
        LostBench bench;
        bench.answers = {"gone", "gone", "down", "gone"};
        bench.startIt();
        QVERIFY(bench.resolves(400));
        QCOMPARE(textAt(bench.last(EffectResolved).data, "outcome"), u"absent"_s);
        QVERIFY(bench.lookedAt.size() >= 6);
    }

    //! As when the App was removed from the repository meanwhile: no time brings an answer.
    void aLookUpThatIsRefusedIsAPersonsQuestion()
    {
        for (const bool mended : {false, true}) {
            ConductorBench bench;
            bool isLet = false;
            bench.script.rest = [&](const ScriptedGitHub::Asked& asked) {
                if (asked.method == "POST")
                    return ScriptedGitHub::Answer{408, "{}", {}};
                return isLet ? bench.runList(bench.last(EffectIntended).at + Millis(1'000))
                             : ScriptedGitHub::json({{"message", "Not Found"}}, 404, {nextRequestId()});
            };
            bench.start(workflowOf(Json::array({dispatchStep()})));
            QVERIFY(bench.comes(EffectUnknown));
            passSeconds(bench, 35);
            QCOMPARE(textAt(bench.last(StepWaiting).data["args"], "trouble"), errc::githubNotFound);
            QCOMPARE(bench.count(StepAsked), 0);
            passSeconds(bench, 90);
            QCOMPARE(bench.count(StepAsked), 1);
            QCOMPARE(textAt(bench.last(StepAsked).data["error"], "code"), errc::githubNotFound);
            const int looks = bench.looks();
            passSeconds(bench, 300); // it is watched on, and said once
            QVERIFY(bench.looks() > looks && bench.looks() < looks + 10);
            QCOMPARE(bench.count(StepAsked), 1);
            QCOMPARE(bench.state(), u"needsYou"_s);
            if (mended) {
                isLet = true;
                passSeconds(bench, 61);
            } else {
                const auto answered = bench.submit(
                    ResolveEffect{.step = StepId(u"create"_s), .happened = true, .reason = u"I saw it run"_s});
                QVERIFY(answered.ok());
            }
            QVERIFY(bench.comes(EffectResolved));
            QCOMPARE(textAt(bench.last(EffectResolved).data, "outcome"), mended ? u"succeeded"_s : u"declaredDone"_s);
            QCOMPARE(bench.posts(), 1);
        }
    }

    //! A refusal is as good as the next one: it is said once, and what asked is not asked again by each answer.
    void aReadThatIsRefusedIsAPersonsQuestion()
    {
        ConductorBench bench;
        bool isLet = false;
        bench.script.graphql = [&](const ScriptedGitHub::Asked& asked) {
            const auto alias = asked.alias("commit");
            const auto error =
                ScriptedGitHub::error("FORBIDDEN", "Resource not accessible by integration", Json::array({alias}));
            return ScriptedGitHub::json({{"data", {{alias, nullptr}}}, {"errors", Json::array({error})}});
        };
        bench.script.rest = [&](const ScriptedGitHub::Asked&) { // an App without "checks" reads by this
            return isLet
                ? bench.runList(bench.last(StepStarted).at)
                : ScriptedGitHub::json({{"message", "Resource not accessible by integration"}}, 403, {nextRequestId()});
        };
        bench.start(workflowOf(Json::array({stepJson("built", "github.workflow-run",
            {{"repository", "DEFRA/boilerplate"}, {"sha", std::string(40, 'a')},
                {"path", ".github/workflows/create.yml"}})})));
        QVERIFY(bench.comes(StepAsked));
        QCOMPARE(textAt(bench.last(StepAsked).data["error"], "code"), errc::githubForbidden);
        passSeconds(bench, 300);
        QCOMPARE(bench.count(StepAsked), 1);
        QVERIFY2(bench.looks() > 2 && bench.looks() < 10, qPrintable(QString::number(bench.looks())));
        QCOMPARE(bench.state(), u"needsYou"_s);

        // A person has let it in, and does not wait for the next look.
        passSeconds(bench, 7);
        isLet = true;
        const int before = bench.looks();
        QVERIFY(bench.submit(LookNow{.step = StepId(u"built"_s)}).ok());
        bench.settle();
        QVERIFY(bench.looks() > before);
        QVERIFY(bench.comes(StepWaiting));
        passSeconds(bench, 60);
        QCOMPARE(bench.state(), u"waiting"_s);
        QCOMPARE(textAt(bench.last(StepWaiting).data, "for"), u"workflowRun"_s);
        const int waiting = bench.looks();
        QVERIFY(bench.submit(LookNow{}).ok()); // nor where it is waited for
        bench.settle();
        QVERIFY(bench.looks() > waiting);
    }

    //! Whatever time passes, whoever is not let in will not see it: as when a credential was revoked after the request.
    void anHttpLookUpThatIsRefusedIsAPersonsQuestion_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<bool>("asks");
        for (const char* refused : {"no 400", "no 401", "no 403", "no 405", "no 410"})
            QTest::newRow(refused) << QByteArray(refused) << true;
        for (const char* busy : {"no 408", "no 425", "no 429", "no 500", "down"})
            QTest::newRow(busy) << QByteArray(busy) << false;
    }
    void anHttpLookUpThatIsRefusedIsAPersonsQuestion()
    {
        QFETCH(QByteArray, says);
        QFETCH(bool, asks);
        LostBench bench;
        bench.answers = {says};
        bench.startIt();
        passSeconds(bench, 300);
        QCOMPARE(bench.count(StepAsked), asks ? 1 : 0);
        passSeconds(bench, 7);
        QVERIFY(bench.lookedAt.size() > 3 && bench.lookedAt.size() < 10);
        QCOMPARE(bench.state(), asks ? u"needsYou"_s : u"waiting"_s);
        if (asks)
            QCOMPARE(textAt(bench.last(StepAsked).data["error"], "code"), errc::httpStatus);
        bench.answers = {R"({"id": 7})"};
        if (asks) { // whoever brought the right says so, and it is looked at once
            QVERIFY(bench.submit(LookNow{}).ok());
            bench.settle();
            bench.pass(1);
        } else {
            passSeconds(bench, 61);
        }
        QVERIFY(bench.comes(EffectResolved));
        QCOMPARE(textAt(bench.last(EffectResolved).data, "outcome"), u"succeeded"_s);
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.sent, 1);
    }

    //! … also where it is looked before anything is sent.
    void anHttpLookBeforeTheRequestThatIsRefusedIsAPersonsQuestion()
    {
        LostBench bench;
        bench.answers = {"no 403", "no 403", "down", "no 403"};
        bench.startIt(true);
        passSeconds(bench, 300);
        QCOMPARE(bench.count(StepAsked), 1);
        QVERIFY2(bench.lookedAt.size() < 30, qPrintable(QString::number(bench.lookedAt.size())));
        QCOMPARE(bench.state(), u"needsYou"_s);
        bench.answers = {"down"}; // that is no question any more, and no answer
        passSeconds(bench, 61);
        QCOMPARE(bench.state(), u"waiting"_s);
        bench.answers = {R"({"id": 7})"};
        passSeconds(bench, 61);
        QVERIFY(bench.comes(StepSucceeded));
        QCOMPARE(bench.sent, 0);
    }
};

QTEST_GUILESS_MAIN(LookUpTests)
#include "look_up_tests.moc"
