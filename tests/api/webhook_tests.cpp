// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webhooks.h"

#include "api_bench.h"

#include "base/error_codes.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace slipway;
using namespace slipway::api;
using namespace slipway::api::test;

namespace {

const QByteArray merged = toBytes(Json{{"action", "closed"}, {"number", 12},
    {"pull_request", {{"node_id", "PR_12"}, {"merged", true}}}, {"repository", {{"full_name", "DEFRA/tf-svc"}}}});

QByteArray signatureOf(const QByteArray& body)
{
    return "sha256="
        + QMessageAuthenticationCode::hash(body, ApiBench::webhookSecret, QCryptographicHash::Sha256).toHex();
}

} // namespace

class WebhookTests : public QObject {
    Q_OBJECT
private:
    static Answer deliver(ApiBench& bench, const QByteArray& body, const QByteArray& id,
        const QByteArray& event = "pull_request", std::optional<QByteArray> signature = std::nullopt)
    {
        return bench.raw(bench.request("POST", "/webhooks/github", {}, body,
            "X-GitHub-Event: " + event + "\r\nX-GitHub-Delivery: " + id
                + "\r\nX-Hub-Signature-256: " + signature.value_or(signatureOf(body)) + "\r\n"));
    }

    //! The head of a delivery of that size, whose body does not come.
    static QByteArray announced(const ApiBench& bench, qint64 bytes, const QByteArray& signature = signatureOf("x"))
    {
        return "POST /webhooks/github HTTP/1.1\r\nHost: " + bench.host() + "\r\nX-Hub-Signature-256: " + signature
            + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(bytes) + "\r\n\r\n";
    }

private Q_SLOTS:
    void theSignatureIsGitHubs()
    {
        // GitHub's own example.
        const Secret secret("It's a Secret to Everybody");
        const QByteArray right("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
        QVERIFY(isSigned("Hello, World!", right, secret));
        QVERIFY(isSigned("Hello, World!", "sha256=" + right.mid(7).toUpper(), secret));
        QVERIFY(!isSigned("Hello, World?", right, secret));
        QVERIFY(!isSigned("Hello, World!", right, Secret("another secret")));
        QVERIFY(!isSigned("Hello, World!", right.chopped(1), secret));
        QVERIFY(!isSigned("Hello, World!", right.mid(7), secret));
        QVERIFY(!isSigned("Hello, World!", "sha256=" + QByteArray(64, 'z'), secret));
        QVERIFY(!isSigned("Hello, World!", {}, secret));
        QVERIFY(!isSigned(
            "", "sha256=" + QMessageAuthenticationCode::hash("", "", QCryptographicHash::Sha256).toHex(), Secret()));
    }

    void newsMakeSlipwayLook()
    {
        ApiBench bench;
        const auto answer = deliver(bench, merged, "d-1");
        QCOMPARE(answer.status, 202);
        QVERIFY(flagAt(answer.json(), "looked"));
        QCOMPARE(bench.desk.m_news.size(), 1);
        QCOMPARE(bench.desk.m_news.first().repository, u"DEFRA/tf-svc"_s);
        QCOMPARE(bench.desk.m_news.first().pullRequest, u"PR_12"_s);
        QVERIFY(bench.desk.m_commands.isEmpty()); // and nothing else
    }

    void forgedOnesDoNothing()
    {
        ApiBench bench;
        const auto forged = deliver(bench, merged, "d-1", "pull_request", signatureOf("something else"));
        QCOMPARE(forged.status, 401);
        QCOMPARE(forged.code(), errc::apiSignature);
        QCOMPARE(deliver(bench, merged, "d-1", "pull_request", "sha1=abc").status, 401);
        QCOMPARE(
            bench.raw(bench.request("POST", "/webhooks/github", {}, merged, "X-GitHub-Event: push\r\n")).status, 401);
        // A token is no signature.
        QCOMPARE(bench.call("POST", "/webhooks/github", merged).status, 401);
        QVERIFY(bench.desk.m_news.isEmpty());
        // A forged one has not used up the id of the true one.
        QCOMPARE(deliver(bench, merged, "d-1").status, 202);
        QCOMPARE(bench.desk.m_news.size(), 1);
    }

    void repeatedOnesAreTakenOnce()
    {
        ApiBench bench;
        QVERIFY(flagAt(deliver(bench, merged, "d-1").json(), "looked"));
        for (int i = 0; i < 3; ++i) {
            const auto again = deliver(bench, merged, "d-1");
            QCOMPARE(again.status, 202); // or GitHub would show it as failed
            QVERIFY(!flagAt(again.json(), "looked", true));
        }
        QCOMPARE(bench.desk.m_news.size(), 1);
        deliver(bench, merged, "d-2");
        QCOMPARE(bench.desk.m_news.size(), 2);
    }

    void theOldestDeliveriesAreForgotten()
    {
        Deliveries deliveries;
        for (int i = 0; i <= 10000; ++i)
            QVERIFY(deliveries.takeFirst(QByteArray::number(i)));
        QVERIFY(!deliveries.takeFirst("10000"));
        QVERIFY(!deliveries.takeFirst("1"));
        QVERIFY(deliveries.takeFirst("0"));
    }

    void otherEventsAreTakenWithoutALook()
    {
        ApiBench bench;
        QCOMPARE(deliver(bench, toBytes(Json{{"zen", "Keep it simple."}, {"hook_id", 1}}), "p", "ping").status, 202);
        QCOMPARE(deliver(bench, merged, "s", "star").status, 202);
        QVERIFY(bench.desk.m_news.isEmpty());
        for (const char* event : {"workflow_run", "check_suite", "push", "repository"})
            QVERIFY(flagAt(deliver(bench, merged, event, event).json(), "looked"));
    }

    void aFloodOfForgedOnesKeepsNoTrueOneOut()
    {
        ApiBench bench({}, 3); // of each token; deliveries have none
        const QByteArray forged = signatureOf("something else");
        for (int i = 0; i < 40; ++i)
            QCOMPARE(deliver(bench, merged, QByteArray::number(i), "push", forged).status, 401);
        QCOMPARE(deliver(bench, merged, "d").status, 202);
        QCOMPARE(bench.desk.m_news.size(), 1);
        QCOMPARE(bench.call("GET", "/v1/status").status, 200);
    }

    void whatIsNotEvenSignedIsNotWaitedFor()
    {
        ApiBench bench;
        for (const char* signature : {"", "sha256=", "sha1=0123456789012345678901234567890123456789"})
            QCOMPARE(bench.raw(announced(bench, 1024, signature)).code(), errc::apiSignature);
    }

    void largeOnesAreFew()
    {
        ApiBench bench;
        const QByteArray large =
            toBytes(Json{{"repository", {{"full_name", "DEFRA/tf-svc"}}}, {"commits", std::string(200 * 1024, 'x')}});
        const QByteArray forged = signatureOf("something else");
        QCOMPARE(deliver(bench, large, "1", "push", forged).status, 401);
        QCOMPARE(deliver(bench, large, "2", "push", forged).status, 401);
        QCOMPARE(deliver(bench, large, "3", "push").status, 429);
        QCOMPARE(deliver(bench, merged, "4").status, 202);
        bench.clock.advance(Millis(500));
        QCOMPARE(deliver(bench, large, "3", "push").status, 202);
    }

    void nonsenseIsRefused()
    {
        ApiBench bench;
        QCOMPARE(deliver(bench, "{", "d").status, 400);
        QCOMPARE(deliver(bench, "[]", "d").status, 400);
        QCOMPARE(deliver(bench, QByteArray(100, '[') + QByteArray(100, ']'), "d").status, 400);
        QCOMPARE(deliver(bench, merged, {}).status, 400);
        QCOMPARE(deliver(bench, toBytes(Json{{"repository", "x"}, {"pull_request", Json::array()}}), "d").status, 202);
        QVERIFY(bench.desk.m_news.isEmpty());
    }

    void largeOnesAreReadUpToGitHubsLimit()
    {
        ApiBench bench;
        const QByteArray large = toBytes(
            Json{{"repository", {{"full_name", "DEFRA/tf-svc"}}}, {"commits", std::string(3 * 1024 * 1024, 'x')}});
        QCOMPARE(deliver(bench, large, "l", "push").status, 202);
        QCOMPARE(bench.raw(announced(bench, 25 * 1024 * 1024 + 1)).status, 413);
        QCOMPARE(bench.desk.m_news.size(), 1);
    }

    void manyLargeOnesAtOnceAreNotHeld()
    {
        ApiBench bench;
        {
            Client one(bench.api->url());
            one.send(announced(bench, 25 * 1024 * 1024));
            QTest::qWait(50);
            QCOMPARE(bench.raw(announced(bench, 25 * 1024 * 1024)).status, 503);
            // Neither GitHub's nor an operator's wait for it.
            QCOMPARE(deliver(bench, merged, "small").status, 202);
            QVERIFY(!bench.startRun(u"thing"_s, "k").isEmpty());
            const QByteArray note = toBytes(Json{{"inputs", {{"name", std::string(200 * 1024, 'X')}}}});
            QCOMPARE(bench.call("POST", "/v1/workflows/make-thing/preview", note).status, 422);
        }
        QTest::qWait(50); // they left, and their room is free
        QCOMPARE(deliver(bench, merged, "d").status, 202);
    }
};

QTEST_GUILESS_MAIN(WebhookTests)
#include "webhook_tests.moc"
