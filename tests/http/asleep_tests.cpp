// SPDX-License-Identifier: GPL-3.0-or-later
// A computer that sleeps while requests are under way. Linked before the library, so that this test says how long it slept.
#include "base/asleep.h"
#include "base/error_codes.h"
#include "base/text.h"
#include "http/http.h"
#include "raw_server.h"

#include <QElapsedTimer>
#include <QTest>

using namespace slipway;
using namespace slipway::http;

static Millis asleep{0};

Millis slipway::timeAsleep() { return asleep; }

class AsleepTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { asleep = Millis(0); }

    void whatIsUnderWayIsGivenUpAndItsOutcomeUnknown_data()
    {
        QTest::addColumn<bool>("isEffect");
        QTest::newRow("effect") << true;
        QTest::newRow("read") << false;
    }
    void whatIsUnderWayIsGivenUpAndItsOutcomeUnknown()
    {
        QFETCH(bool, isEffect);
        RawServer server;
        server.behaviour = RawServer::Behaviour::Silence;
        Http http;
        const Request request{.method = isEffect ? "POST" : "GET", .url = server.url(u"/act"_s), .body = "{}"};
        auto exchange = isEffect ? http.effect(request) : http.read(request);
        QVERIFY(QTest::qWaitFor([&] { return server.count("/act") == 1; }));
        QTest::qWait(1'500);
        QVERIFY(!exchange.isFinished()); // awake, it is waited for
        asleep += Millis(3'600'000);
        QElapsedTimer since;
        since.start();
        QVERIFY(QTest::qWaitFor([&] { return exchange.isFinished(); }, 5'000));
        QVERIFY2(since.elapsed() < 3'000, "it waited for its time to be over");
        const auto result = exchange.result();
        const auto* failure = std::get_if<Failure>(&result);
        QVERIFY(failure);
        QCOMPARE(failure->error.code, errc::networkInterrupted);
        QVERIFY(failure->delivery == Delivery::Unknown);
        QCOMPARE(server.count("/act"), 1); // nobody sent it again
    }

    void noRequestGoesOverAConnectionFromBefore()
    {
        RawServer server;
        Http http;
        const auto ask = [&] {
            auto exchange = http.read({.url = server.url(u"/warm"_s)});
            return QTest::qWaitFor([&] { return exchange.isFinished(); }, 5'000)
                && std::holds_alternative<Response>(exchange.result());
        };
        QVERIFY(ask());
        QVERIFY(ask());
        QCOMPARE(server.connections, 1); // kept
        asleep += Millis(60'000);
        QVERIFY(ask());
        QCOMPARE(server.connections, 2);
        QVERIFY(ask());
        QCOMPARE(server.connections, 2); // noticed once
    }

    void aMomentIsNoSleep()
    {
        RawServer server;
        Http http;
        for (int i = 0; i < 2; ++i) {
            auto exchange = http.read({.url = server.url(u"/warm"_s)});
            QVERIFY(QTest::qWaitFor([&] { return exchange.isFinished(); }, 5'000));
            asleep += Millis(1'000);
        }
        QCOMPARE(server.connections, 1);
    }
};

QTEST_GUILESS_MAIN(AsleepTests)
#include "asleep_tests.moc"
