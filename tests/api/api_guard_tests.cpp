// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_bench.h"

#include "base/error_codes.h"

#include <QHostAddress>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTest>

using namespace slipway;
using namespace slipway::api;
using namespace slipway::api::test;

//! Who is let in, how often, and with how much.
class ApiGuardTests : public QObject {
    Q_OBJECT
private:
    static QStringList& told()
    {
        static QStringList lines;
        return lines;
    }
private Q_SLOTS:
    void asksForAToken()
    {
        ApiBench bench;
        const auto none = bench.raw(bench.request("GET", "/v1/runs", {}));
        QCOMPARE(none.status, 401);
        QCOMPARE(none.code(), errc::apiNoToken);
        QCOMPARE(none.header("Content-Type"), QByteArray("application/problem+json"));
        QCOMPARE(none.header("WWW-Authenticate"), QByteArray("Bearer"));
        for (const char* member : {"what", "why", "remedy"})
            QVERIFY(!textAt(none.json(), member).isEmpty());
        QCOMPARE(bench.raw(bench.request("GET", "/v1/runs", "slw_wrong")).code(), errc::apiBadToken);
        QCOMPARE(bench.raw(bench.request("GET", "/v1/runs", bench.viewerToken)).status, 200);
        // In the address it would stand in logs and histories: there it opens nothing.
        QCOMPARE(bench.raw(bench.request("GET", "/v1/runs?token=" + bench.operatorToken, {})).status, 401);
    }

    void viewersChangeNothing()
    {
        ApiBench bench;
        const auto id = bench.startRun(u"thing"_s, "k").toLatin1();
        const auto before = bench.desk.m_commands.size();
        for (const auto& route : bench.api->routes()) {
            if (route.gate != Gate::Operator)
                continue;
            auto path = route.path.toLatin1();
            path.replace("{run}", id).replace("{workflow}", "make-thing");
            const auto answer = bench.raw(bench.request(route.method, path, bench.viewerToken, "{}"));
            QCOMPARE(answer.status, 403);
            QCOMPARE(answer.code(), errc::apiRole);
        }
        QCOMPARE(bench.desk.m_commands.size(), before);
    }

    //! GitHub's hourly budget is that of the runs, and a preview shows files that a viewer may not have seen.
    void viewersCostGitHubNothing()
    {
        ApiBench bench;
        bench.startRun(u"thing"_s, "k");
        const int before = bench.desk.m_asked;
        const QByteArray body(R"({"inputs": {"name": "other"}})");
        QCOMPARE(bench.raw(bench.request("POST", "/v1/workflows/make-thing/preview", bench.viewerToken, body)).code(),
            errc::apiRole);
        QCOMPARE(bench.raw(bench.request("GET", "/v1/runs/thing/undo", bench.viewerToken)).code(), errc::apiRole);
        QCOMPARE(bench.desk.m_asked, before);
        QCOMPARE(bench.call("POST", "/v1/workflows/make-thing/preview", body).status, 200);
        QCOMPARE(bench.desk.m_asked, before + 1);
    }

    void foreignHostsAndPagesAreRefused()
    {
        ApiBench bench;
        const auto with = [&](const QByteArray& host, const QByteArray& headers) {
            return bench.raw("GET /openapi.json HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Authorization: Bearer "
                + bench.operatorToken + "\r\n\r\n");
        };
        const auto port = QByteArray::number(bench.api->url().port());
        QCOMPARE(with("127.0.0.1:" + port, {}).status, 200);
        QCOMPARE(with("LOCALHOST:" + port, {}).status, 200);
        for (const QByteArray& host :
            {QByteArray("evil.example:") + port, QByteArray("127.0.0.1"), QByteArray("127.0.0.1:1"), QByteArray(),
                QByteArray("127.0.0.1:") + port + ".evil.example", QByteArray("localhost.evil.example:") + port}) {
            QCOMPARE(with(host, {}).status, 403);
            QCOMPARE(with(host, {}).code(), errc::apiHost);
        }
        for (const QByteArray& header : {QByteArray("Origin: http://localhost:") + port, QByteArray("Origin: null"),
                 QByteArray("Sec-Fetch-Site: cross-site"), QByteArray("Sec-Fetch-Site: same-origin")}) {
            QCOMPARE(with("127.0.0.1:" + port, header + "\r\n").status, 403);
            QCOMPARE(with("127.0.0.1:" + port, header + "\r\n").code(), errc::apiOrigin);
        }
        QVERIFY(with("127.0.0.1:" + port, {}).header("Access-Control-Allow-Origin").isEmpty());
    }

    void unknownPathsAndMethods()
    {
        ApiBench bench;
        QCOMPARE(bench.call("GET", "/v1/nothing").code(), errc::apiNoRoute);
        QCOMPARE(bench.call("GET", "/v1/runs/").status, 404);
        const auto wrong = bench.call("DELETE", "/v1/runs");
        QCOMPARE(wrong.status, 405);
        QCOMPARE(wrong.header("Allow"), QByteArray("GET, POST"));
        QCOMPARE(bench.call("OPTIONS", "/v1/runs").status, 405);
        QCOMPARE(bench.call("GET", "/v1/runs?stat=open").code(), errc::apiMalformed);
        QCOMPARE(bench.call("GET", "/v1/runs/nobody").code(), errc::runUnknown);
    }

    void bodiesAreLimitedBeforeTheyAreRead()
    {
        ApiBench bench;
        const QByteArray start =
            "POST /v1/runs HTTP/1.1\r\nHost: " + bench.host() + "\r\nContent-Type: application/json\r\n";
        const QByteArray length = "Content-Length: 1048577\r\n\r\n";
        // Refused by the head alone: nothing of the body was sent.
        const auto answer = bench.raw(start + "Authorization: Bearer " + bench.operatorToken + "\r\n" + length);
        QCOMPARE(answer.status, 413);
        QCOMPARE(answer.code(), errc::apiTooLarge);
        // And nobody unknown is told even that.
        QCOMPARE(bench.raw(start + length).status, 401);
        QCOMPARE(bench.call("POST", "/v1/runs", "x=1", "X-A: b\r\n").status, 400);
        const auto form = bench.raw("POST /v1/runs HTTP/1.1\r\nHost: " + bench.host() + "\r\nAuthorization: Bearer "
            + bench.operatorToken + "\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}");
        QCOMPARE(form.code(), errc::apiMediaType);
        QCOMPARE(bench.call("GET", "/v1/runs", "{}").code(), errc::apiTooLarge);
    }

    void headsAreLimited()
    {
        ApiBench bench;
        const auto answer = bench.raw(
            bench.request("GET", "/v1/runs", bench.viewerToken, {}, "X-Long: " + QByteArray(17 * 1024, 'a') + "\r\n"));
        QCOMPARE(answer.status, 431);
        // Also where the head never ends.
        QCOMPARE(bench.raw("GET /" + QByteArray(20 * 1024, 'a')).status, 431);
    }

    void slowRequestsEnd()
    {
        ApiBench bench;
        // A server on a busy machine may take a client in only after the first of these turns.
        const auto pass = [&](Millis time) {
            for (int turn = 0; turn < 5; ++turn) {
                QTest::qWait(50);
                bench.clock.advance(time);
            }
        };
        Client slow(bench.api->url());
        slow.send("GET /v1/runs HT");
        pass(Millis(11000));
        QCOMPARE(slow.answer().status, 408);
        QVERIFY(slow.closes());

        Client slowBody(bench.api->url());
        slowBody.send("POST /v1/runs HTTP/1.1\r\nHost: " + bench.host() + "\r\nAuthorization: Bearer "
            + bench.operatorToken + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
        pass(Millis(31000));
        QCOMPARE(slowBody.answer().status, 408);

        Client silent(bench.api->url());
        pass(Millis(11000));
        QVERIFY(silent.closes());
    }

    void connectionsAreCounted()
    {
        HttpLimits limits;
        limits.connections = 2;
        ApiBench bench(limits);
        {
            Client one(bench.api->url()), two(bench.api->url());
            one.send(bench.request("GET", "/v1/status", bench.viewerToken));
            QCOMPARE(one.answer().status, 200);
            Client three(bench.api->url());
            QVERIFY(three.closes());
            two.send(bench.request("GET", "/v1/status", bench.viewerToken));
            QCOMPARE(two.answer().status, 200);
        }
        QTest::qWait(50);
        QCOMPARE(bench.call("GET", "/v1/status").status, 200);
    }

    void eachTokenHasItsRate()
    {
        ApiBench bench({}, 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(bench.call("GET", "/v1/status").status, 200);
        const auto fourth = bench.call("GET", "/v1/status");
        QCOMPARE(fourth.status, 429);
        QCOMPARE(fourth.header("Retry-After"), QByteArray("1"));
        QCOMPARE(bench.raw(bench.request("GET", "/v1/status", bench.viewerToken)).status, 200);
        bench.clock.advance(Millis(400)); // a third of a second is one request
        QCOMPARE(bench.call("GET", "/v1/status").status, 200);
        QCOMPARE(bench.call("GET", "/v1/status").status, 429);
    }

    void requestsOfAConnectionAreAnsweredInTheirOrder()
    {
        ApiBench bench;
        Client client(bench.api->url());
        client.send(bench.request("GET", "/v1/status", bench.viewerToken)
            + bench.request("GET", "/v1/nothing", bench.viewerToken)
            + bench.request("GET", "/v1/workflows", bench.viewerToken));
        QCOMPARE(client.answer().status, 200);
        QCOMPARE(client.answer().status, 404);
        QVERIFY(client.answer().json().contains("workflows"));
    }

    void aRemovedTokenEndsAtOnce()
    {
        ApiBench bench;
        QVERIFY(bench.tokens.remove(u"robot"_s).ok());
        QCOMPARE(bench.call("GET", "/v1/status").code(), errc::apiBadToken);
    }

    //! Commands without being asked for, reads where that is wanted.
    void whoReadWhatIsToldWhereThatIsWanted()
    {
        ApiBench bench;
        const auto before =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) { told() << text; });
        told().clear();
        bench.raw(bench.request("GET", "/v1/runs?search=hidden", bench.viewerToken));
        const QStringList unasked = told();
        QLoggingCategory::setFilterRules(u"slipway.api.debug=true"_s);
        bench.raw(bench.request("GET", "/v1/runs?search=hidden", bench.viewerToken));
        QLoggingCategory::setFilterRules({});
        qInstallMessageHandler(before);
        QVERIFY2(unasked.isEmpty(), qPrintable(unasked.join(u'|')));
        QCOMPARE(told(), QStringList{u"watcher GET /v1/runs from 127.0.0.1"_s});
    }

    void refusedAttemptsAreLoggedWithoutSecrets()
    {
        ApiBench bench;
        QTest::ignoreMessage(
            QtWarningMsg, QRegularExpression(u"^refused api.badToken \\(nobody\\) GET /v1/runs from 127.0.0.1$"_s));
        QCOMPARE(bench.raw(bench.request("GET", "/v1/runs?search=slw_secret", "slw_secret")).status, 401);
    }

    void onlyThisComputerUnlessAllowed()
    {
        ApiBench bench;
        const auto open =
            Api::start(bench.desk, bench.clock, {.address = QHostAddress::Any, .tokenFile = bench.tokens.path()});
        QVERIFY(!open.ok());
        QCOMPARE(open.error().code, errc::apiNotLoopback);
        QVERIFY(Api::start(bench.desk, bench.clock,
            {.address = QHostAddress::Any, .tokenFile = bench.tokens.path(), .allowRemote = true})
                    .ok());
    }
};

QTEST_GUILESS_MAIN(ApiGuardTests)
#include "api_guard_tests.moc"
