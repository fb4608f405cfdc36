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
};

QTEST_GUILESS_MAIN(LookUpTests)
#include "look_up_tests.moc"
