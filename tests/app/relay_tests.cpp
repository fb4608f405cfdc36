// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay.h"

#include "fake_desk.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace slipway;
using namespace slipway::app;

namespace {

const QByteArray secret("It's a Secret to Everybody");

QByteArray signatureOf(const QByteArray& body)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex();
}

QByteArray quoted(const QByteArray& text) { return '"' + text + '"'; }

QByteArray relayed(const QByteArray& id, const QByteArray& body, const QByteArray& signature)
{
    return "{\"host\": \"smee.io\", \"x-github-event\":\"push\",\"x-github-delivery\" : " + quoted(id)
        + ",\"x-hub-signature-256\":" + quoted(signature)
        + ",\"query\":{\"a\":[\"]\",\"}\"]},\"timestamp\":1,\"body\":" + body + "}";
}

class ListeningDesk : public terminal::test::FakeDesk {
public:
    using FakeDesk::FakeDesk;
    void hear(const desk::News& news) override { heard << news; }
    QList<desk::News> heard;
};

struct Bench {
    ManualClock clock;
    ListeningDesk desk{clock};
    Relay relay{desk, clock, QUrl(u"https://relay.invalid/c"_s), Secret(secret), {}};

    void tell(const QByteArray& id, const QByteArray& body, const QByteArray& signature)
    {
        relay.take({"message", relayed(id, body, signature)});
    }
};

const QByteArray push(
    "{\"ref\":\"refs/heads/main\",\"quoted\":\"\\\"}\\\\\",\"repository\":{\"full_name\":\"DEFRA/tf-svc\"}}");

} // namespace

class RelayTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDeliveryIsFoundInWhatTheRelayWrote()
    {
        const auto whole = relayed("d-1", push, signatureOf(push));
        const auto found = relayedOf(whole);
        QVERIFY(found.has_value());
        QCOMPARE(found->event, QByteArray("push"));
        QCOMPARE(found->id, QByteArray("d-1"));
        QCOMPARE(found->signature, signatureOf(push));
        QCOMPARE(found->body, push);
        for (qsizetype end = 0; end < whole.size(); ++end)
            QVERIFY2(!relayedOf(whole.left(end)), whole.left(end).constData());
        for (const QByteArray& other : {QByteArray("[]"), QByteArray("{}"), QByteArray("{\"body\":}"),
                 QByteArray("{\"x-github-event\":\"push\",\"x-github-delivery\":\"1\",\"body\":1"),
                 QByteArray(5000, '['), relayed(QByteArray(300, 'd'), push, {}), relayed("a\\u0041", push, {})})
            QVERIFY2(!relayedOf(other), other.left(80).constData());
    }

    void onlyWhatIsSignedIsReadAtOnce()
    {
        Bench bench;
        for (int i = 0; i < 200; ++i)
            bench.tell(QByteArray::number(i), push, signatureOf("something else"));
        QCOMPARE(bench.relay.counts().unproven, 200);
        QCOMPARE(bench.relay.counts().read, 1); // a relay may change what it passes on, so one of them is worth a look
        QCOMPARE(bench.desk.heard.size(), 1);
        QVERIFY(!bench.desk.heard.last().isProven);
        // They have not kept the true one out, nor used up its id.
        bench.tell("1", push, signatureOf(push));
        QCOMPARE(bench.relay.counts().read, 2);
        QCOMPARE(bench.desk.heard.size(), 2);
        QVERIFY(bench.desk.heard.last().isProven);
        bench.tell("1", push, signatureOf(push));
        QCOMPARE(bench.relay.counts().repeated, 1);
        QCOMPARE(bench.desk.heard.size(), 2);
        bench.clock.advance(Millis(10'000));
        bench.tell("2", push, {});
        QCOMPARE(bench.desk.heard.size(), 3);
    }

    //! The signature comes first: what is forged is not even known to be broken, and costs no memory beside its bytes.
    void whatIsForgedIsNotParsed()
    {
        Bench bench;
        bench.tell("1", push, {});
        const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
        bench.tell("2", deep, signatureOf("something else"));
        bench.tell("3", "{\"a\":1,\"a\":nonsense}", signatureOf("something else"));
        QCOMPARE(bench.relay.counts().unproven, 3);
        QCOMPARE(bench.relay.counts().read, 1);
        bench.tell("4", deep, signatureOf(deep)); // nor is what is signed read deeper than JSON is
        QCOMPARE(bench.relay.counts().read, 2);
        QCOMPARE(bench.desk.heard.size(), 1);
    }
};

QTEST_GUILESS_MAIN(RelayTests)
#include "relay_tests.moc"
