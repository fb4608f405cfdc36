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
            return httpAnswer(says == "gone" ? 404 : says == "down" ? 503 : 200, says.startsWith('{') ? says : "{}");
        };
    }
    void startIt()
    {
        const QString url = u"http://127.0.0.1:%1/things/1"_s.arg(service.serverPort());
        start(workflowOf(Json::array({stepJson("make", "http.request",
            {{"method", "POST"}, {"url", toJson(url)}, {"effect", "natural key"}, {"outputs", {{"id", "/id"}}},
                {"lookUp", {{"url", toJson(url)}}}})})));
        QVERIFY(comes(EffectUnknown));
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
                             : ScriptedGitHub::json({{"message", "Not Found"}}, 404);
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
};

QTEST_GUILESS_MAIN(LookUpTests)
#include "look_up_tests.moc"
