// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_bench.h"

#include "base/error_codes.h"

#include <QTest>

using namespace slipway;
using namespace slipway::api;
using namespace slipway::api::test;

class ApiStreamsTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eventsComeAsTheyHappen()
    {
        ApiBench bench;
        bench.startRun(u"thing"_s, "a");
        Client client(bench.api->url());
        client.send(bench.request("GET", "/v1/runs/thing/stream", bench.viewerToken));
        const auto begin = client.until("event: RunStarted\n");
        QVERIFY(begin.contains("Content-Type: text/event-stream"));
        QVERIFY(begin.contains("id: 1\nevent: RunStarted\ndata: {\"run\":"));
        client.take();
        QCOMPARE(bench.call("POST", "/v1/runs/thing/note", R"({"text": "line\nline"})").status, 200);
        const auto note = client.until("event: NoteAdded\n");
        QVERIFY(note.contains("id: 2\n"));
        QVERIFY(note.contains("line\\nline")); // data is one line
        client.take();
        bench.clock.advance(Millis(15000));
        QVERIFY(!client.until(": here\n\n").isEmpty());
    }

    void aStreamGoesOnWhereItWas()
    {
        ApiBench bench;
        bench.startRun(u"thing"_s, "a");
        for (const char* text : {R"({"text": "one"})", R"({"text": "two"})"})
            bench.call("POST", "/v1/runs/thing/note", text);
        Client client(bench.api->url());
        client.send(bench.request("GET", "/v1/runs/thing/stream", bench.viewerToken, {}, "Last-Event-ID: 2\r\n"));
        const auto rest = client.until("two");
        QVERIFY(!rest.isEmpty());
        QVERIFY(!rest.contains("one"));
        QCOMPARE(bench.call("GET", "/v1/runs/thing/stream", {}, "Last-Event-ID: x\r\n").status, 400);
        QCOMPARE(bench.call("GET", "/v1/runs/nobody/stream").status, 404);
    }

    void allRunsAreTold()
    {
        ApiBench bench;
        bench.startRun(u"before"_s, "a");
        bench.clock.advance(Millis(1000));
        Client client(bench.api->url());
        client.send(bench.request("GET", "/v1/stream", bench.viewerToken));
        QVERIFY(!client.until("\"subject\":\"before\"").isEmpty());
        bench.startRun(u"after"_s, "b");
        const auto both = client.until("\"subject\":\"after\"");
        QVERIFY(!both.isEmpty());
        // Who comes back with the id of the second gets what changed since.
        const auto id = both.mid(both.lastIndexOf("id: ") + 4);
        Client again(bench.api->url());
        again.send(bench.request(
            "GET", "/v1/stream", bench.viewerToken, {}, "Last-Event-ID: " + id.left(id.indexOf('\n')) + "\r\n"));
        const auto rest = again.until("\"subject\":\"after\"");
        QVERIFY(!rest.isEmpty());
        QVERIFY(!rest.contains("before"));
    }

    void streamsAreCounted()
    {
        HttpLimits limits;
        limits.streams = 1;
        ApiBench bench(limits);
        bench.startRun(u"thing"_s, "a");
        {
            Client one(bench.api->url());
            one.send(bench.request("GET", "/v1/runs/thing/stream", bench.viewerToken));
            QVERIFY(!one.until("RunStarted").isEmpty());
            const auto second = bench.call("GET", "/v1/stream");
            QCOMPARE(second.status, 503);
            QCOMPARE(second.code(), errc::apiBusy);
            one.leave();
        }
        QTest::qWait(50);
        Client other(bench.api->url());
        other.send(bench.request("GET", "/v1/runs/thing/stream", bench.viewerToken));
        QVERIFY(!other.until("RunStarted").isEmpty());
    }

    void aRemovedTokensStreamEnds()
    {
        ApiBench bench;
        bench.startRun(u"thing"_s, "a");
        Client client(bench.api->url());
        client.send(bench.request("GET", "/v1/runs/thing/stream", bench.viewerToken));
        QVERIFY(!client.until("RunStarted").isEmpty());
        QVERIFY(bench.tokens.remove(u"watcher"_s).ok());
        bench.clock.advance(Millis(15000));
        QVERIFY(client.closes());
    }

    void aSlowClientHoldsNoEvents()
    {
        HttpLimits limits;
        limits.backlog = 64 * 1024;
        ApiBench bench(limits);
        const RunId id(bench.startRun(u"thing"_s, "a"));
        const std::string text(60000, 'x');
        for (int i = 0; i < 300; ++i) // 18 MB, far more than the kernel takes
            bench.desk.append(id, EventType::NoteAdded, {}, {{"text", text}});
        Client client(bench.api->url());
        client.readNothing();
        client.send(bench.request("GET", "/v1/runs/thing/stream", bench.viewerToken));
        // Once the kernel takes no more, nothing is taken for so long; until then each turn may still bring something.
        for (int turn = 0; turn < 10; ++turn) {
            QTest::qWait(100);
            bench.clock.advance(Millis(31000));
        }
        QVERIFY(client.closes());
    }
};

QTEST_GUILESS_MAIN(ApiStreamsTests)
#include "api_streams_tests.moc"
