// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor_bench.h"

#include "base/redaction.h"
#include "conductor/credentials.h"

using namespace slipway;
using namespace slipway::conductor;
using namespace bench;

namespace {

const QByteArray secret = "canary-cr3dential-8812";

//! What a person has stored, and how often it was asked for.
struct FakeProfile {
    QHash<QString, CredentialUse> uses;
    Result<Secret> kept = Secret(secret);
    int asked = 0;
    std::shared_ptr<QPromise<Result<Secret>>> held; //!< the keychain waits for somebody to unlock it

    void store(const QStringList& origins, const char* header = "Authorization", const char* prefix = "Bearer")
    {
        uses[u"notes"_s] = {.origins = origins, .header = header, .prefix = prefix, .profile = {}};
    }
    void lock()
    {
        held = std::make_shared<QPromise<Result<Secret>>>();
        held->start();
    }
    void unlock()
    {
        held->addResult(kept);
        held->finish();
    }
    CredentialKeeper keeper()
    {
        return {.describe = [this](const QString& name) -> Result<CredentialUse> {
                    if (!uses.contains(name))
                        return Error{.code = errc::credentialMissing};
                    return uses.value(name);
                },
            .read =
                [this](const QString&) {
                    ++asked;
                    return held ? held->future() : QtFuture::makeReadyFuture(kept);
                }};
    }
};

//! A service that takes notes from who has the credential.
class NotesBench : public ConductorBench {
public:
    NotesBench()
    {
        service.script = [this](const RawServer::Received& request) {
            const bool isIn = request.header(header) == wanted;
            return httpAnswer(isIn ? status : 401, answer);
        };
        connectKeeper();
    }
    void connectKeeper() { conductor->vault().credentials().setKeeper(profile.keeper()); }

    QString origin() const { return u"http://127.0.0.1:%1"_s.arg(service.serverPort()); }
    //! One that writes a note and one that waits for it, both with the credential.
    Json workflow(const char* kind = "http.request", Json more = Json::object())
    {
        Json with{{"url", toJson(origin() + u"/notes"_s)}, {"credential", "notes"}};
        if (QByteArray(kind) == "http.request")
            with.update({{"method", "POST"}, {"effect", "none"}, {"outputs", {{"said", "/said"}}}});
        with.update(more);
        return workflowOf(Json::array({stepJson("note", kind, with)}));
    }
    Error asked() const { return errorFromJson(memberAt(last(EventType::StepAsked).data, "error")); }
    void assertToldNowhere() const
    {
        for (const auto& event : events())
            QVERIFY2(!toBytes(toJson(event)).contains(secret), "the credential stands in an event");
    }

    FakeProfile profile;
    RawServer service;
    QByteArray header = "Authorization", wanted = "Bearer " + secret, answer = R"({"said": "yes"})";
    int status = 201;
};

} // namespace

class CredentialsTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRequestCarriesItsCredential_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArray>("wanted");
        QTest::newRow("bearer") << QByteArray("Authorization") << QByteArray("Bearer") << "Bearer " + secret;
        QTest::newRow("a header of its own") << QByteArray("X-Api-Key") << QByteArray() << secret;
        QTest::newRow("another word") << QByteArray("authorization") << QByteArray("Token") << "Token " + secret;
    }
    void aRequestCarriesItsCredential()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, prefix);
        QFETCH(QByteArray, wanted);
        NotesBench bench;
        bench.header = header;
        bench.wanted = wanted;
        bench.profile.store({bench.origin()}, header.constData(), prefix.constData());
        // A header of that name in the file gives way: it is sent once, and with what is stored.
        bench.start(bench.workflow("http.request", {{"headers", {{"X-API-KEY", "of the file"}, {"X-Other", "o"}}}}));
        QVERIFY(bench.comes(EventType::StepSucceeded));
        QCOMPARE(bench.service.received.size(), 1);
        QCOMPARE(bench.service.received.first().header("X-Other"), QByteArray("o"));
        if (header == "X-Api-Key")
            QVERIFY(!bench.service.received.first().head.contains("of the file"));
        QCOMPARE(textAt(memberAt(bench.last(EventType::EffectIntended).data, "target"), "credential"), u"notes"_s);
        bench.assertToldNowhere();
        QVERIFY(!redact(QString::fromLatin1("it is " + secret)).contains(QString::fromLatin1(secret)));
    }

    void aQuestionCarriesItsCredential()
    {
        NotesBench bench;
        bench.status = 200;
        bench.profile.store({bench.origin()});
        bench.start(bench.workflow("http.wait", {{"nonEmpty", "/said"}}));
        QVERIFY(bench.comes(EventType::StepSucceeded));
        bench.assertToldNowhere();
    }

    //! A service may say in an answer what it was sent.
    void whatAServiceTellsOfItIsHidden_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("ends");
        QTest::newRow("in an output") << u"http.request"_s << 201 << int(EventType::StepAsked);
        QTest::newRow("in a refusal") << u"http.request"_s << 422 << int(EventType::StepFailed);
        QTest::newRow("in what was waited for") << u"http.wait"_s << 200 << int(EventType::StepAsked);
    }
    void whatAServiceTellsOfItIsHidden()
    {
        QFETCH(QString, kind);
        QFETCH(int, status);
        QFETCH(int, ends);
        NotesBench bench;
        bench.status = status;
        bench.answer = "{\"said\": \"you sent " + secret + "\", \"message\": \"no: " + secret + "\"}";
        bench.profile.store({bench.origin()});
        bench.start(bench.workflow(kind.toLatin1().constData(), {{"outputs", {{"said", "/said"}}}}));
        QVERIFY(bench.comes(EventType(ends)));
        bench.assertToldNowhere();
        // What it was cut out of is not what the service said: no later step goes by it.
        const auto asked = ends == int(EventType::StepAsked) ? textAt(bench.asked().args, "because") : QString();
        QCOMPARE(asked, ends == int(EventType::StepAsked) ? u"outputHidden"_s : QString());
        if (asked.isEmpty())
            QVERIFY(toBytes(bench.last(EventType(ends)).data).contains("(redacted)"));
    }

    //! Refused before anything is sent, and before the keychain is asked.
    void itGoesOnlyWhereItIsBoundTo_data()
    {
        QTest::addColumn<QString>("bound"); // %1: the service's port
        QTest::newRow("another port") << u"http://127.0.0.1:1"_s;
        QTest::newRow("another host") << u"https://notes.example"_s;
        QTest::newRow("another name of it") << u"http://localhost:%1"_s;
        QTest::newRow("another scheme") << u"https://127.0.0.1:%1"_s;
        QTest::newRow("a name that begins so") << u"http://127.0.0.1.example:%1"_s;
        QTest::newRow("nothing") << u""_s;
    }
    void itGoesOnlyWhereItIsBoundTo()
    {
        QFETCH(QString, bound);
        for (const char* kind : {"http.request", "http.wait"}) {
            NotesBench bench;
            const QString origin = bound.contains(u'%') ? bound.arg(bench.service.serverPort()) : bound;
            bench.profile.store({origin});
            bench.start(bench.workflow(kind));
            QVERIFY(bench.comes(EventType::StepAsked));
            QCOMPARE(bench.asked().code, errc::credentialOtherHost);
            QCOMPARE(textAt(bench.asked().args, "origin"), bench.origin());
            QCOMPARE(textAt(bench.asked().args, "credential"), u"notes"_s);
            QCOMPARE(bench.service.connections, 0);
            QCOMPARE(bench.profile.asked, 0);
            QCOMPARE(bench.count(EventType::EffectIntended), 0);
        }
    }

    //! The last guard looks at the address that is really used, whatever was decided before.
    void theRequestItselfIsLookedAtOnceMore()
    {
        const Credential credential{.name = u"notes"_s,
            .use = {.origins = {u"https://notes.example"_s},
                .header = "Authorization",
                .prefix = "Bearer",
                .profile = {}},
            .secret = Secret(secret)};
        const auto attached = [&](const char* url) {
            http::Request request{.url = QUrl(QString::fromLatin1(url))};
            const auto result = attach(request, credential);
            return result.ok() && request.headers.size() == 1;
        };
        http::Request full{
            .url = QUrl(u"https://notes.example/x"_s), .headers = {{"AUTHORIZATION", "of the file"}, {"X-Other", "o"}}};
        QVERIFY(attach(full, credential).ok());
        QCOMPARE(full.headers.size(), 2);
        QCOMPARE(full.headers.last().value, "Bearer " + secret);
        QVERIFY(attached("https://notes.example/x"));
        QVERIFY(attached("https://NOTES.example:443/x"));
        QVERIFY(!attached("http://notes.example/x"));
        QVERIFY(!attached("https://notes.example:8443/x"));
        QVERIFY(!attached("https://notes.example.evil.example/x"));
        QVERIFY(!attached("https://notes.example@evil.example/x"));
        QVERIFY(!attached("https://me@notes.example/x"));
        Credential plain = credential;
        plain.use.origins = {u"http://far.example"_s};
        http::Request far{.url = QUrl(u"http://far.example/x"_s)};
        QVERIFY2(!attach(far, plain).ok(), "a credential goes out unencrypted");
        QVERIFY(far.headers.isEmpty());
    }

    void aRedirectCarriesItNowhere()
    {
        NotesBench bench;
        RawServer other;
        const QByteArray elsewhere = "Location: http://127.0.0.1:" + QByteArray::number(other.serverPort()) + "/notes";
        bench.service.script = [elsewhere](const RawServer::Received&) { return httpAnswer(302, "{}", {elsewhere}); };
        bench.profile.store({bench.origin()});
        bench.start(bench.workflow("http.wait"));
        QVERIFY(bench.until([&] { return !bench.service.received.isEmpty(); }));
        bench.settle();
        QCOMPARE(other.connections, 0);
    }

    void aMissingOneIsAskedForAndTakenAfterARetry_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("to write") << u"http.request"_s;
        QTest::newRow("to look") << u"http.wait"_s;
    }
    void aMissingOneIsAskedForAndTakenAfterARetry()
    {
        QFETCH(QString, kind);
        NotesBench bench;
        if (kind == u"http.wait"_s)
            bench.status = 200;
        bench.start(bench.workflow(kind.toLatin1().constData()));
        QVERIFY(bench.comes(EventType::StepAsked));
        QCOMPARE(bench.asked().code, errc::credentialMissing);
        QCOMPARE(textAt(bench.asked().args, "credential"), u"notes"_s);
        QCOMPARE(textAt(bench.asked().args, "origin"), bench.origin());
        QCOMPARE(bench.count(EventType::EffectIntended), 0);
        // Nobody is asked over and over, neither the person nor the keychain.
        bench.pass(600'000);
        bench.settle();
        QCOMPARE(bench.count(EventType::StepAsked), 1);
        QCOMPARE(bench.service.connections, 0);
        bench.profile.store({bench.origin()});
        QVERIFY(bench.submit(RetryStep{.step = StepId(u"note"_s), .reason = {}, .secrets = {}}).ok());
        QVERIFY(bench.comes(EventType::StepSucceeded));
        bench.assertToldNowhere();
    }

    void whatTheKeychainSaysIsTold_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("told");
        QTest::newRow("locked") << errc::keychainLocked << errc::keychainLocked;
        QTest::newRow("no entry") << errc::githubNoToken << errc::credentialMissing;
        QTest::newRow("none at all") << errc::keychainUnavailable << errc::keychainUnavailable;
        QTest::newRow("a file that others read") << errc::filePermissions << errc::filePermissions;
    }
    void whatTheKeychainSaysIsTold()
    {
        QFETCH(QString, said);
        for (const char* kind : {"http.request", "http.wait"}) {
            NotesBench bench;
            bench.profile.store({bench.origin()});
            bench.profile.kept = Error{.code = said, .args = {{"credential", "the keychain's name"}}};
            bench.start(bench.workflow(kind));
            QVERIFY(bench.comes(EventType::StepAsked));
            QTEST(bench.asked().code, "told");
            QCOMPARE(textAt(bench.asked().args, "credential"), u"notes"_s);
            QCOMPARE(bench.service.connections, 0);
            bench.pass(600'000);
            bench.settle();
            QCOMPARE(bench.profile.asked, 1); // it may show a window each time
        }
    }

    //! A line end would begin another header.
    void whatIsNoHeaderIsNotSent()
    {
        for (const QByteArray& bad : {QByteArray(), QByteArray("a\r\nX-Evil: 1"), QByteArray("a\x7f")}) {
            NotesBench bench;
            bench.profile.store({bench.origin()});
            bench.profile.kept = Secret(bad);
            bench.start(bench.workflow());
            QVERIFY(bench.comes(EventType::StepAsked));
            QCOMPARE(bench.asked().code, errc::credentialMissing);
            QCOMPARE(textAt(bench.asked().args, "reason"), u"unusable"_s);
            QCOMPARE(bench.service.connections, 0);
        }
    }

    //! Nothing is meant before it is there; and who stops the run meanwhile stops it.
    void aKeychainThatKeepsSilentHoldsNothingUp()
    {
        NotesBench bench;
        bench.profile.store({bench.origin()});
        bench.profile.lock();
        bench.start(bench.workflow());
        QVERIFY(bench.until([&] { return bench.profile.asked > 0; }));
        bench.settle();
        QCOMPARE(bench.count(EventType::EffectIntended), 0);
        QCOMPARE(bench.profile.asked, 1);
        QVERIFY(bench.submit(CancelRun{}).ok());
        QVERIFY(bench.comes(EventType::RunCancelled));
        bench.profile.unlock();
        bench.settle();
        QCOMPARE(bench.service.connections, 0);
    }

    void whatIsBoundElsewhereMeanwhileIsNotSent()
    {
        NotesBench bench;
        bench.profile.store({bench.origin()});
        bench.profile.lock();
        bench.start(bench.workflow());
        QVERIFY(bench.until([&] { return bench.profile.asked > 0; }));
        bench.profile.store({u"https://notes.example"_s});
        bench.profile.unlock();
        QVERIFY(bench.comes(EventType::StepAsked));
        QCOMPARE(bench.asked().code, errc::credentialOtherHost);
        QCOMPARE(bench.service.connections, 0);
        QCOMPARE(bench.count(EventType::EffectIntended), 0);
    }

    //! It was cut off after the request: the look-up needs the credential as well.
    void aLookUpCarriesItsOwn()
    {
        NotesBench bench;
        bench.service.script = [&bench](const RawServer::Received& request) {
            if (request.header("Authorization") != bench.wanted)
                return httpAnswer(401, "{}");
            return request.method == "GET" ? httpAnswer(200, "{\"notes\": [{\"said\": \"yes\"}]}")
                                           : httpAnswer(409, "{}");
        };
        bench.profile.store({bench.origin()});
        bench.start(bench.workflow("http.request",
            {{"effect", "natural key"}, {"meanings", {{"409", "exists"}}},
                {"lookUp",
                    {{"url", toJson(bench.origin() + u"/notes"_s)}, {"credential", "notes"}, {"in", "/notes"},
                        {"match", {{"/said", "yes"}}}, {"outputs", {{"said", "/said"}}}}}}));
        QVERIFY(bench.comes(EventType::StepSucceeded));
        QCOMPARE(textAt(memberAt(bench.last(EventType::StepSucceeded).data, "outputs"), "said"), u"yes"_s);
        bench.assertToldNowhere();
    }

    //! It was cut off after the request, and what the look-up needs is gone meanwhile: a person is told what is missing,
    //! once, and nobody is asked over and over. Nothing is sent twice, whichever way she goes on.
    void aLookUpThatLacksItsOwnSaysSo_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("told");
        QTest::addColumn<bool>("byRetry");
        QTest::newRow("removed, then retry") << errc::githubNoToken << errc::credentialMissing << true;
        QTest::newRow("removed, then look") << errc::githubNoToken << errc::credentialMissing << false;
        QTest::newRow("locked, then look") << errc::keychainLocked << errc::keychainLocked << false;
    }
    void aLookUpThatLacksItsOwnSaysSo()
    {
        QFETCH(QString, said);
        QFETCH(bool, byRetry);
        NotesBench bench;
        int posts = 0;
        bench.service.script = [&](const RawServer::Received& request) {
            if (request.header("Authorization") != bench.wanted)
                return httpAnswer(401, "{}");
            posts += request.method == "POST" ? 1 : 0;
            return request.method == "GET" ? httpAnswer(200, "{\"notes\": [{\"said\": \"yes\"}]}")
                                           : httpAnswer(500, "{}");
        };
        bench.profile.store({bench.origin()});
        bench.start(bench.workflow("http.request",
            {{"effect", "natural key"},
                {"lookUp",
                    {{"url", toJson(bench.origin() + u"/notes"_s)}, {"credential", "notes"}, {"in", "/notes"},
                        {"match", {{"/said", "yes"}}}, {"outputs", {{"said", "/said"}}}}}}));
        QVERIFY(bench.comes(EventType::EffectUnknown));
        bench.profile.kept = Error{.code = said};
        const auto looks = [&](int minutes) {
            for (int i = 0; i < minutes; ++i) {
                bench.pass(60'000);
                bench.settle();
            }
        };
        looks(1);
        QVERIFY(bench.comes(EventType::StepAsked));
        QTEST(bench.asked().code, "told");
        QCOMPARE(textAt(bench.asked().args, "credential"), u"notes"_s);
        QCOMPARE(bench.state(), u"needsYou"_s);
        const int asked = bench.profile.asked;
        looks(5);
        QCOMPARE(bench.profile.asked, asked);
        QCOMPARE(bench.count(EventType::StepAsked), 1);

        // Too early: the same again, and no second question in the history.
        QVERIFY(bench.submit(LookNow{.step = {}}).ok());
        QVERIFY(bench.until([&] { return bench.profile.asked > asked; }));
        bench.settle();
        QCOMPARE(bench.count(EventType::StepAsked), 1);

        bench.profile.kept = Secret(secret);
        bench.pass(1'000);
        if (byRetry)
            QVERIFY(bench.submit(RetryStep{.step = StepId(u"note"_s), .reason = {}, .secrets = {}}).ok());
        else
            QVERIFY(bench.submit(LookNow{.step = StepId(u"note"_s)}).ok());
        bench.settle();
        bench.pass(1);
        QVERIFY(bench.comes(EventType::StepSucceeded));
        QCOMPARE(textAt(memberAt(bench.last(EventType::StepSucceeded).data, "outputs"), "said"), u"yes"_s);
        QCOMPARE(posts, 1);
        bench.assertToldNowhere();
    }

    //! The service that a look-up asks is down: that is no secret either.
    void aLookUpThatFailsSaysWhy()
    {
        NotesBench bench;
        bench.service.script = [&](const RawServer::Received& request) {
            return request.method == "GET" ? httpAnswer(503, "{}") : httpAnswer(500, "{}");
        };
        bench.profile.store({bench.origin()});
        bench.start(bench.workflow("http.request",
            {{"effect", "natural key"},
                {"lookUp", {{"url", toJson(bench.origin() + u"/notes"_s)}, {"credential", "notes"}}}}));
        QVERIFY(bench.comes(EventType::EffectUnknown));
        for (int i = 0; i < 10; ++i) {
            bench.pass(60'000);
            bench.settle();
        }
        QCOMPARE(bench.count(EventType::StepWaiting), 1); // told once, however often it is looked
        const Json args = memberAt(bench.last(EventType::StepWaiting).data, "args");
        QCOMPARE(textAt(args, "trouble"), errc::httpStatus);
        QCOMPARE(textAt(args, "host"), u"127.0.0.1"_s);
        QVERIFY(bench.service.received.size() > 4);
        bench.service.script = [&](const RawServer::Received&) { return httpAnswer(404, "{}"); };
        for (int i = 0; i < 5; ++i) { // one look that finds nothing proves nothing
            bench.pass(60'000);
            bench.settle();
        }
        QVERIFY(bench.comes(EventType::EffectResolved));
    }
};

QTEST_GUILESS_MAIN(CredentialsTests)
#include "credentials_tests.moc"
