// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts and tokens: where each GitHub answers, what signs in, and when a token is renewed, refused or parked.
#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "base/redaction.h"
#include "base/text.h"
#include "base/when_done.h"
#include "github/app_jwt.h"
#include "github/device_flow.h"
#include "github/host.h"
#include "github/installation_tokens.h"
#include "github/refreshing_token.h"
#include "github/server_features.h"

#include "../http/raw_server.h"
#include "wait_for.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::github;

namespace {

//! A server that answers what the test wants, and what it was asked.
struct Script {
    struct Answer {
        int status = 200;
        Json body = Json::object();
        QList<QByteArray> headers = {};
    };

    Script()
    {
        server.script = [this](const RawServer::Received& raw) {
            asked.append(raw.method + ' ' + raw.path);
            tokens.append(raw.header("Authorization"));
            bodies.append(parseJson(raw.body).ok() ? *parseJson(raw.body) : Json());
            const auto answer = answers ? answers(raw) : Answer{599};
            return httpAnswer(answer.status, toBytes(answer.body),
                QList<QByteArray>{"Content-Type: application/json"} + answer.headers);
        };
        host = *hostFrom(server.url(QString()).toString());
    }

    RawServer server;
    http::Http http;
    ManualClock clock;
    Host host;
    std::function<Answer(const RawServer::Received&)> answers;
    QList<QByteArray> asked, tokens;
    QList<Json> bodies;
};

//! Asks, and lets the time pass that the source waits for.
Result<Secret> tokenOf(TokenSource& source, ManualClock& clock)
{
    std::optional<Result<Secret>> answer;
    source.ask([&answer](Result<Secret> got) { answer = std::move(got); });
    for (int i = 0; i < 2000 && !answer; ++i) {
        QTest::qWait(1);
        if (const auto next = clock.next(); next && !answer)
            clock.advance(*next - clock.now());
    }
    return answer ? *answer : Result<Secret>(Error{.code = u"no answer"_s});
}

QByteArray text(const Result<Secret>& token) { return token ? token->reveal() : token.error().code.toUtf8(); }

QByteArray httpDate(Timestamp at)
{
    return "Date: "
        + QLocale::c()
              .toString(QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
              .toLatin1();
}

class FakeKeeper final : public GrantKeeper {
public:
    void load(QObject*, std::function<void(const Result<OAuthGrant>&)> done) override
    {
        if (!silentLoad)
            done(kept);
    }
    void keep(const OAuthGrant& grant, QObject*, std::function<void(const Result<void>&)> done) override
    {
        kept = grant;
        ++writes;
        if (!silentKeep)
            done({});
    }
    OAuthGrant kept;
    int writes = 0;
    bool silentLoad = false, silentKeep = false; //!< a keychain that waits for somebody to unlock it
};

} // namespace

class SignInTests : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_key;

    QByteArray openssl(const QStringList& arguments, const QByteArray& input = {}) const
    {
        QProcess process;
        process.start(u"openssl"_s, arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished();
        return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
    }

    AppAccess access() const { return {u"Iv23abc"_s, m_key, u"DEFRA"_s}; }

    //! An App's GitHub: one installation, tokens "token-1", "token-2" … each good for an hour.
    static void playApp(Script& script, int& minted)
    {
        script.answers = [&script, &minted](const RawServer::Received& raw) -> Script::Answer {
            if (raw.path == "/orgs/DEFRA/installation")
                return {200, Json{{"id", 77}}};
            if (raw.path == "/app/installations/77/access_tokens")
                return {201,
                    Json{{"token", "token-" + std::to_string(++minted)},
                        {"expires_at", (script.clock.now() + Millis(3600000)).toIso().toStdString()},
                        {"permissions", {{"contents", "write"}}}}};
            if (raw.path.startsWith("/installation/repositories"))
                return {200};
            return {404};
        };
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_key = m_folder.filePath(u"app.pem"_s);
        // As GitHub hands it out: PKCS#1.
        openssl({u"genrsa"_s, u"-traditional"_s, u"-out"_s, m_key, u"2048"_s});
        QFile file(m_key);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("-----BEGIN RSA PRIVATE KEY"));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    // --- hosts

    void everyAddressComesFromTheHost_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("addresses"); //!< REST, GraphQL, device code
        const auto row = [](const char* setting, Host::Kind kind, const char* rest, const char* graphql,
                             const char* web) {
            QTest::newRow(setting) << QString::fromLatin1(setting) << int(kind)
                                   << QStringList{QString::fromLatin1(rest), QString::fromLatin1(graphql),
                                          QString::fromLatin1(web) + u"/login/device/code"_s};
        };
        using Kind = Host::Kind;
        for (const auto* dotCom : {"github.com", "https://github.com/", "api.github.com", "https://api.github.com",
                 "www.github.com", "GitHub.com"})
            row(dotCom, Kind::GitHubCom, "https://api.github.com", "https://api.github.com/graphql",
                "https://github.com");
        for (const auto* residence : {"acme.ghe.com", "https://api.acme.ghe.com", "https://acme.ghe.com/"})
            row(residence, Kind::DataResidency, "https://api.acme.ghe.com", "https://api.acme.ghe.com/graphql",
                "https://acme.ghe.com");
        for (const auto* server :
            {"github.acme.example", "https://github.acme.example/api/v3", "https://github.acme.example/api/v3/"})
            row(server, Kind::EnterpriseServer, "https://github.acme.example/api/v3",
                "https://github.acme.example/api/graphql", "https://github.acme.example");
        row("https://github.acme.example:8443", Kind::EnterpriseServer, "https://github.acme.example:8443/api/v3",
            "https://github.acme.example:8443/api/graphql", "https://github.acme.example:8443");
        row("http://127.0.0.1:8080", Kind::GitHubCom, "http://127.0.0.1:8080", "http://127.0.0.1:8080/graphql",
            "http://127.0.0.1:8080");
        row("http://localhost:8080/api/v3", Kind::EnterpriseServer, "http://localhost:8080/api/v3",
            "http://localhost:8080/api/graphql", "http://localhost:8080");
    }
    void everyAddressComesFromTheHost()
    {
        QFETCH(const QString, setting);
        QFETCH(const int, kind);
        QFETCH(const QStringList, addresses);
        const auto host = hostFrom(setting);
        QVERIFY(host);
        QCOMPARE(int(host->kind), kind);
        QCOMPARE(
            (QStringList{host->rest.toString(), host->graphql.toString(), host->deviceCode.toString()}), addresses);
    }

    void unsafeHostsAreRefused()
    {
        for (const auto* setting : {"http://github.com", "http://192.0.2.1", "http://github.acme.example/api/v3",
                 "ftp://github.com", "https://me:secret@github.com", "https://github.com/login", "", "https://",
                 "http://127.0.0.1.nip.io", "evil.api.acme.ghe.com", "https://github.com?x=1"}) {
            const auto host = hostFrom(QString::fromLatin1(setting));
            QVERIFY2(!host, setting);
            QCOMPARE(host.error().code, errc::networkUnsafeUrl);
            QVERIFY(!toBytes(host.error().args).contains("secret"));
        }
    }

    void onlyPagesOfTheHostAreOpened()
    {
        const auto host = *hostFrom(u"github.com"_s);
        QVERIFY(isPageOf(host, QUrl(u"https://github.com/orgs/DEFRA/sso?a=b"_s)));
        for (const auto* page : {"http://github.com/login/device", "https://github.com.evil.example/login/device",
                 "https://github.com:444/login", "https://me@github.com/login", "https://api.github.com/login",
                 "file:///etc"})
            QVERIFY2(!isPageOf(host, QUrl(QString::fromLatin1(page))), page);
    }

    void documentsAreCutToWhatTheServerKnows()
    {
        const QByteArray text = "query Q($mergeQueue:ID!) {\n  a:node(id:$mergeQueue){...F}\n}\n"
                                "fragment F on PullRequest{id q:mergeQueue(first:1){entries(last:1){nodes{id}}} "
                                "mergeStateStatus isInMergeQueue state}\n";
        QCOMPARE(withoutFields(text, {}), text);
        QCOMPARE(withoutFields(text, {"mergeQueue", "mergeStateStatus", "isInMergeQueue"}),
            QByteArray("query Q($mergeQueue:ID!) {\n  a:node(id:$mergeQueue){...F}\n}\n"
                       "fragment F on PullRequest{id state}\n"));
        // What stands inside a name, an argument or another field is left alone.
        QCOMPARE(withoutFields("{a(state:OPEN){b}}", {"state"}), QByteArray("{a(state:OPEN){b}}"));
        QCOMPARE(withoutFields("{mergeStateStatusNow}", {"mergeStateStatus"}), QByteArray("{mergeStateStatusNow}"));
        // A variable that only a cut field used goes, too: GitHub refuses what is declared and not used.
        const Document document{.operation = u"Q"_s,
            .text = "query Q($v0:String!,$v1:String!,$v10:Int!) {a(x:$v0,n:$v10){mergeQueue(branch:$v1){id} b}}",
            .variables = Json::object({{"v0", "o"}, {"v1", "main"}, {"v10", 1}})};
        const Document cut = withoutFields(document, {"mergeQueue"});
        QCOMPARE(cut.text, QByteArray("query Q($v0:String!,$v10:Int!) {a(x:$v0,n:$v10){b}}"));
        QVERIFY(cut.variables == Json::object({{"v0", "o"}, {"v10", 1}}));
    }

    void variablesGoWithTheFieldsThatUsedThem()
    {
        DocumentAssembler assembler(DocumentAssembler::Kind::Query, u"Q"_s);
        const auto owner = assembler.value("String!", u"DEFRA"_s), branch = assembler.value("String!", u"main"_s);
        assembler.field("r:repository(owner:" + owner + "){id q:mergeQueue(branch:" + branch + "){id}}");
        const auto cut = withoutFields(assembler.document(), {"mergeQueue"});
        QCOMPARE(cut.text, QByteArray("query Q($v0:String!) {\n  r:repository(owner:$v0){id }\n}\n"));
        QVERIFY(cut.variables == (Json{{"v0", "DEFRA"}}));
        const auto whole = withoutFields(assembler.document(), {"isInMergeQueue"});
        QCOMPARE(whole.text, assembler.document().text);
        QVERIFY(whole.variables == assembler.document().variables);
    }

    void theProbeTellsWhatIsMissing()
    {
        const auto fields = [](std::initializer_list<const char*> names) {
            Json list = Json::array();
            for (const auto* name : names)
                list.push_back(Json{{"name", name}});
            return Json{{"fields", list}};
        };
        Envelope old;
        old.data = Json{{"pullRequest", fields({"id", "autoMergeRequest"})},
            {"repository", fields({"autoMergeAllowed"})},
            {"mutation", fields({"createCommitOnBranch", "enablePullRequestAutoMerge", "updatePullRequestBranch"})}};
        const auto found = featuresFrom(old);
        QVERIFY(found);
        QVERIFY(found->missingFields.contains("mergeStateStatus") && found->missingFields.contains("isInMergeQueue"));
        QVERIFY(!found->missingFields.contains("autoMergeRequest"));
        QVERIFY(found->lacks("updateRefs") && found->lacks("enqueuePullRequest"));
        QVERIFY(!found->lacks("createCommitOnBranch"));
        QVERIFY(!featuresFrom(Envelope{}));
    }

    // --- tokens that stay

    void aRefusedTokenIsNotTriedAgainAtOnce()
    {
        ManualClock clock;
        FixedToken source(clock, Secret("token-0123456789"));
        QCOMPARE(text(tokenOf(source, clock)), QByteArray("token-0123456789"));
        const Error refusal{.code = errc::githubBadCredentials};
        source.refused(Secret("another-0123456789"), refusal);
        QCOMPARE(text(tokenOf(source, clock)), QByteArray("token-0123456789"));
        // Several requests of one moment tell the same: it is one refusal.
        source.refused(Secret("token-0123456789"), refusal);
        source.refused(Secret("token-0123456789"), refusal);
        QCOMPARE(text(tokenOf(source, clock)), errc::githubBadCredentials.toUtf8());
        clock.advance(Millis(59000));
        QCOMPARE(text(tokenOf(source, clock)), errc::githubBadCredentials.toUtf8());
        clock.advance(Millis(1000));
        QCOMPARE(text(tokenOf(source, clock)), QByteArray("token-0123456789"));
        source.refused(Secret("token-0123456789"), refusal);
        clock.advance(Millis(119000));
        QCOMPARE(text(tokenOf(source, clock)), errc::githubBadCredentials.toUtf8());
        clock.advance(Millis(1000));
        QVERIFY(tokenOf(source, clock));
    }

    //! A laptop that wakes a day ahead, and a time server that sets it back.
    void aClockThatIsSetBackParksNoTokenForADay()
    {
        ManualClock clock;
        FixedToken source(clock, Secret("token-0123456789"));
        source.refused(Secret("token-0123456789"), Error{.code = errc::githubBadCredentials});
        clock.jump(Millis(-24 * 3600 * 1000));
        clock.advance(Millis(59'999));
        QVERIFY(!tokenOf(source, clock));
        clock.advance(Millis(1));
        QVERIFY(tokenOf(source, clock));
    }

    void aNewTokenInItsFileIsTakenAtOnce()
    {
        ManualClock clock;
        QByteArray file = "old-token-012345";
        FixedToken source(clock, Secret(file), [&file]() -> Result<Secret> { return Secret(file); });
        source.refused(Secret("old-token-012345"), Error{.code = errc::githubBadCredentials});
        QVERIFY(!tokenOf(source, clock));
        file = "new-token-012345";
        QCOMPARE(text(tokenOf(source, clock)), file);
    }

    // --- GitHub Apps

    void anAppSignsAsGitHubWants()
    {
        QFile file(m_key);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto token = signedAppToken(Secret(file.readAll()), u"Iv23abc"_s, Timestamp{1700000000000});
        QVERIFY(token);
        const auto parts = token->reveal().split('.');
        QCOMPARE(parts.size(), 3);
        const auto decoded = [&parts](int i) {
            return *parseJson(QByteArray::fromBase64(parts[i], QByteArray::Base64UrlEncoding));
        };
        QVERIFY(decoded(0) == (Json{{"alg", "RS256"}, {"typ", "JWT"}}));
        QVERIFY(decoded(1) == (Json{{"iat", 1699999940}, {"exp", 1700000540}, {"iss", "Iv23abc"}}));
        // Another program confirms the signature with the public half.
        const QString publicKey = m_folder.filePath(u"public.pem"_s), signature = m_folder.filePath(u"signature"_s);
        openssl({u"rsa"_s, u"-in"_s, m_key, u"-pubout"_s, u"-out"_s, publicKey});
        QFile out(signature);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(QByteArray::fromBase64(parts[2], QByteArray::Base64UrlEncoding));
        out.close();
        const QStringList verify{u"dgst"_s, u"-sha256"_s, u"-verify"_s, publicKey, u"-signature"_s, signature};
        QVERIFY(openssl(verify, parts[0] + '.' + parts[1]).contains("Verified OK"));
        QVERIFY(openssl(verify, parts[0] + '.' + parts[1] + 'x').isEmpty());
    }

    void whatIsNoKeySaysSo()
    {
        for (const char* pem :
            {"", "no key", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n"}) {
            const auto token = signedAppToken(Secret(pem), u"Iv23abc"_s, Timestamp{1700000000000});
            QVERIFY(!token);
            QCOMPARE(token.error().code, errc::githubAppRefused);
        }
        Script script;
        auto wide = access();
        wide.keyFile = m_folder.filePath(u"wide.pem"_s);
        QVERIFY(QFile::copy(m_key, wide.keyFile));
        QFile::setPermissions(wide.keyFile, QFile::ReadOwner | QFile::ReadOther);
        InstallationTokens source(script.http, script.clock, script.host, wide);
        QCOMPARE(text(tokenOf(source, script.clock)), errc::filePermissions.toUtf8());
        QVERIFY(script.asked.isEmpty());
    }

    void aTokenIsMintedOnceAndRenewedBeforeItEnds()
    {
        Script script;
        int minted = 0;
        playApp(script, minted);
        InstallationTokens source(script.http, script.clock, script.host, access());
        // Ten requests at once want a token: one is made, and each gets it.
        QList<QByteArray> answers;
        for (int i = 0; i < 10; ++i)
            source.ask([&answers](const Result<Secret>& token) { answers.append(text(token)); });
        QVERIFY(QTest::qWaitFor([&] { return answers.size() == 10; }));
        QCOMPARE(answers.count("token-1"), 10);
        QCOMPARE(script.asked.count("POST /app/installations/77/access_tokens"), 1);
        QVERIFY(source.permissions() == std::optional(Json{{"contents", "write"}}));
        script.clock.advance(Millis(54 * 60000));
        QCOMPARE(text(tokenOf(source, script.clock)), QByteArray("token-1"));
        QCOMPARE(minted, 1);
        // In its last five minutes it is still handed out, while the next one is fetched.
        script.clock.advance(Millis(2 * 60000));
        QByteArray old;
        source.ask([&old](const Result<Secret>& token) { old = text(token); });
        QCOMPARE(old, QByteArray("token-1"));
        QVERIFY(QTest::qWaitFor([&] { return script.asked.size() == 5; }));
        QTest::qWait(20);
        QCOMPARE(text(tokenOf(source, script.clock)), QByteArray("token-2"));
        QCOMPARE(minted, 2);
        // The installation is looked for once.
        QCOMPARE(script.asked.count("GET /orgs/DEFRA/installation"), 1);
    }

    void aFreshTokenIsHandedOutWhenGitHubKnowsIt()
    {
        Script script;
        int minted = 0;
        playApp(script, minted);
        const auto rest = script.answers;
        int refusals = 0;
        script.answers = [&](const RawServer::Received& raw) -> Script::Answer {
            if (raw.path.startsWith("/installation/repositories") && ++refusals <= 3)
                return {401, Json{{"message", "Bad credentials"}}};
            return rest(raw);
        };
        InstallationTokens source(script.http, script.clock, script.host, access());
        const auto before = script.clock.now();
        QCOMPARE(text(tokenOf(source, script.clock)), QByteArray("token-1"));
        QCOMPARE((script.clock.now() - before).count(), 6000); // 1, 2 and 3 seconds
        refusals = -1000000;
        QCOMPARE(minted, 1);
    }

    void aTokenThatNeverWorksIsGivenUp()
    {
        Script script;
        int minted = 0;
        playApp(script, minted);
        const auto rest = script.answers;
        script.answers = [&](const RawServer::Received& raw) -> Script::Answer {
            return raw.path.startsWith("/installation/repositories") ? Script::Answer{401} : rest(raw);
        };
        InstallationTokens source(script.http, script.clock, script.host, access());
        QCOMPARE(text(tokenOf(source, script.clock)), errc::githubAppRefused.toUtf8());
        const auto asked = script.asked.size();
        QCOMPARE(text(tokenOf(source, script.clock)), errc::githubAppRefused.toUtf8());
        QCOMPARE(script.asked.size(), asked); // parked: nothing was sent
    }

    //! Each new token is refused as the one before was: asked for ever more rarely.
    void tokensThatAreRefusedOneAfterTheOtherAreAskedForMoreAndMoreRarely()
    {
        Script script;
        int minted = 0;
        playApp(script, minted);
        InstallationTokens source(script.http, script.clock, script.host, access());
        const auto token = [&] { return text(tokenOf(source, script.clock)); };
        for (const int minutes : {1, 2, 4}) {
            const auto given = token();
            QCOMPARE(given, "token-" + QByteArray::number(minted));
            source.refused(Secret(given), Error{.code = errc::githubBadCredentials});
            script.clock.advance(Millis(minutes * 60'000 - 1));
            QCOMPARE(token(), errc::githubBadCredentials.toUtf8());
            script.clock.advance(Millis(1));
        }
        QCOMPARE(minted, 3);
        const auto good = token();
        source.worked(Secret(good));
        source.refused(Secret(good), Error{.code = errc::githubBadCredentials});
        script.clock.advance(Millis(60'000));
        QCOMPARE(token(), QByteArray("token-5")); // one that worked ends it
    }

    void aWrongClockIsCorrectedOnce()
    {
        Script script;
        int minted = 0;
        playApp(script, minted);
        const auto rest = script.answers;
        const Timestamp github = script.clock.now() + Millis(20 * 60000);
        script.answers = [&](const RawServer::Received& raw) -> Script::Answer {
            const auto token = raw.header("Authorization").mid(7);
            const auto claims =
                parseJson(QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding));
            if (claims.ok() && claims->is_object() && integerAt(*claims, "exp") * 1000 <= github.ms)
                return {401, Json{{"message", "'Expiration time' claim ('exp') must be in the future"}},
                    {httpDate(github)}};
            return rest(raw);
        };
        InstallationTokens source(script.http, script.clock, script.host, access());
        QCOMPARE(text(tokenOf(source, script.clock)), QByteArray("token-1"));
        QCOMPARE(script.asked.count("GET /orgs/DEFRA/installation"), 2);
        QCOMPARE(script.asked.count("POST /app/installations/77/access_tokens"), 1);
    }

    void anAppThatGitHubRefusesIsToldAndParked()
    {
        Script script;
        script.answers = [](const RawServer::Received&) {
            return Script::Answer{401, Json{{"message", "A JSON web token could not be decoded"}}};
        };
        InstallationTokens source(script.http, script.clock, script.host, access());
        const auto token = tokenOf(source, script.clock);
        QCOMPARE(text(token), errc::githubAppRefused.toUtf8());
        QVERIFY(textAt(token.error().args, "text").contains(u"could not be decoded"_s));
        const auto asked = script.asked.size();
        QVERIFY(asked <= 2);
        QVERIFY(!tokenOf(source, script.clock));
        QCOMPARE(script.asked.size(), asked);
        script.answers = [](const RawServer::Received&) { return Script::Answer{404}; };
        InstallationTokens other(script.http, script.clock, script.host, access());
        const auto notThere = tokenOf(other, script.clock);
        QVERIFY(textAt(notThere.error().args, "reason").contains(u"not installed"_s));
    }

    // --- signing in

    void aCodeIsShownAndAskedForUntilItIsEntered()
    {
        Script script;
        QStringList says{u"authorization_pending"_s, u"slow_down"_s, u"authorization_pending"_s};
        QList<Timestamp> askedAt;
        script.answers = [&](const RawServer::Received& raw) -> Script::Answer {
            if (raw.path == "/login/device/code")
                return {200,
                    Json{{"device_code", "device-code-0123456789"}, {"user_code", "WDJB-MJHT"}, {"expires_in", 900},
                        {"interval", 5},
                        {"verification_uri", (script.server.url(u"/login/device"_s)).toString().toStdString()}}};
            askedAt.append(script.clock.now());
            if (says.isEmpty())
                return {200,
                    Json{{"access_token", "gho_0123456789abcdef0123"}, {"token_type", "bearer"}, {"scope", "repo"}}};
            Json error{{"error", says.takeFirst().toStdString()}};
            if (textAt(error, "error") == u"slow_down"_s)
                error["interval"] = 10;
            return {200, error};
        };
        DeviceFlow flow(script.http, script.clock, script.host, u"Iv1.client"_s, {u"repo"_s, u"workflow"_s});
        QStringList shown;
        std::optional<Result<OAuthGrant>> ended;
        const auto begun = script.clock.now();
        flow.start([&](const DeviceCode& code) { shown.append(code.code); },
            [&](const Result<OAuthGrant>& grant) { ended = grant; });
        for (int i = 0; i < 2000 && !ended; ++i) {
            QTest::qWait(1);
            if (const auto next = script.clock.next())
                script.clock.advance(*next - script.clock.now());
        }
        QCOMPARE(shown, QStringList{u"WDJB-MJHT"_s});
        QVERIFY(ended && ended->ok());
        QCOMPARE((*ended)->token.reveal(), QByteArray("gho_0123456789abcdef0123"));
        QVERIFY((*ended)->refreshToken.isEmpty());
        QVERIFY(script.bodies.first() == (Json{{"client_id", "Iv1.client"}, {"scope", "repo workflow"}}));
        QList<qint64> after;
        for (const auto at : askedAt)
            after.append((at - begun).count());
        QCOMPARE(after, (QList<qint64>{5000, 10000, 20000, 30000}));
        QVERIFY(script.tokens.count(QByteArray()) == script.tokens.size()); // nobody is signed in yet
    }

    void signingInEndsWithAReason_data()
    {
        QTest::addColumn<QByteArray>("code"); //!< answer to the first request; empty: a good one
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("poll");
        QTest::addColumn<QString>("reason");
        const auto error = [](const char* word) { return toBytes(Json{{"error", word}}); };
        QTest::newRow("declined") << QByteArray() << 200 << error("access_denied") << u"denied"_s;
        QTest::newRow("too late") << QByteArray() << 200 << error("expired_token") << u"expired"_s;
        QTest::newRow("too late, other word") << QByteArray() << 200 << error("token_expired") << u"expired"_s;
        QTest::newRow("turned off") << error("device_flow_disabled") << 400 << QByteArray() << u"disabled"_s;
        QTest::newRow("no such client") << error("Not Found") << 404 << QByteArray() << u"client"_s;
        QTest::newRow("wrong client") << QByteArray() << 200 << error("incorrect_client_credentials") << u"client"_s;
        QTest::newRow("a page elsewhere") << toBytes(Json{{"device_code", "d"}, {"user_code", "A-B"},
            {"expires_in", 900}, {"interval", 5}, {"verification_uri", "https://evil.example/login/device"}})
                                          << 200 << QByteArray() << u"address"_s;
    }
    void signingInEndsWithAReason()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const int, status);
        QFETCH(const QByteArray, poll);
        QFETCH(const QString, reason);
        Script script;
        const Json good{{"device_code", "device-code"}, {"user_code", "WDJB-MJHT"}, {"expires_in", 900},
            {"interval", 5}, {"verification_uri", script.server.url(u"/login/device"_s).toString().toStdString()}};
        script.answers = [&](const RawServer::Received& raw) -> Script::Answer {
            if (raw.path == "/login/device/code")
                return {status, code.isEmpty() ? good : *parseJson(code)};
            return {200, *parseJson(poll)};
        };
        DeviceFlow flow(script.http, script.clock, script.host, u"Iv1.client"_s, {});
        std::optional<Result<OAuthGrant>> ended;
        bool shown = false;
        flow.start(
            [&shown](const DeviceCode&) { shown = true; }, [&](const Result<OAuthGrant>& grant) { ended = grant; });
        for (int i = 0; i < 2000 && !ended; ++i) {
            QTest::qWait(1);
            if (const auto next = script.clock.next())
                script.clock.advance(*next - script.clock.now());
        }
        QVERIFY(ended && !ended->ok());
        QCOMPARE(ended->error().code, errc::githubSignIn);
        QCOMPARE(textAt(ended->error().args, "reason"), reason);
        QCOMPARE(shown, code.isEmpty());
    }

    void aTokenThatEndsIsRenewedAndKept()
    {
        Script script;
        int renewals = 0;
        script.answers = [&](const RawServer::Received& raw) -> Script::Answer {
            if (raw.path != "/login/oauth/access_token")
                return {404};
            ++renewals;
            return {200,
                Json{{"access_token", "ghu_new-token-0123456789"}, {"refresh_token", "ghr_second-0123456789"},
                    {"expires_in", 28800}, {"refresh_token_expires_in", 15897600}}};
        };
        auto keeper = std::make_shared<FakeKeeper>();
        keeper->kept = {.token = Secret("ghu_old-token-0123456789"),
            .refreshToken = Secret("ghr_first-0123456789"),
            .expiresAt = script.clock.now() + Millis(10000),
            .clientId = u"Iv1.client"_s};
        RefreshingToken source(script.http, script.clock, script.host, keeper->kept, keeper);
        QList<QByteArray> answers;
        for (int i = 0; i < 5; ++i)
            source.ask([&answers](const Result<Secret>& token) { answers.append(text(token)); });
        QVERIFY(QTest::qWaitFor([&] { return answers.size() == 5; }));
        QCOMPARE(answers.count("ghu_new-token-0123456789"), 5);
        QCOMPARE(renewals, 1);
        QCOMPARE(keeper->writes, 1);
        QCOMPARE(keeper->kept.refreshToken.reveal(), QByteArray("ghr_second-0123456789"));
        QVERIFY(script.bodies.first()
            == (Json{{"client_id", "Iv1.client"}, {"grant_type", "refresh_token"},
                {"refresh_token", "ghr_first-0123456789"}}));
        // What is kept comes back as it was.
        const auto again = grantFromSecret(toSecret(keeper->kept));
        QCOMPARE(again.token.reveal(), keeper->kept.token.reveal());
        QCOMPARE(again.refreshToken.reveal(), keeper->kept.refreshToken.reveal());
        QCOMPARE(again.expiresAt->ms, keeper->kept.expiresAt->ms);
        QCOMPARE(again.clientId, u"Iv1.client"_s);
        QCOMPARE(toSecret({.token = Secret("ghp_bare-token")}).reveal(), QByteArray("ghp_bare-token"));
    }

    void anotherProgramsRenewalIsTaken()
    {
        Script script;
        auto keeper = std::make_shared<FakeKeeper>();
        const OAuthGrant old{.token = Secret("ghu_old-token-0123456789"),
            .refreshToken = Secret("ghr_first-0123456789"),
            .expiresAt = script.clock.now(),
            .clientId = u"Iv1.client"_s};
        keeper->kept = {.token = Secret("ghu_others-token-012345"),
            .refreshToken = Secret("ghr_others-0123456789"),
            .expiresAt = script.clock.now() + Millis(28800000),
            .clientId = u"Iv1.client"_s};
        RefreshingToken source(script.http, script.clock, script.host, old, keeper);
        QCOMPARE(text(tokenOf(source, script.clock)), QByteArray("ghu_others-token-012345"));
        QVERIFY(script.asked.isEmpty());
    }

    //! A personal token that nothing renews: whoever keeps another in its place need not start anything anew.
    void aTokenThatWasReplacedInTheKeychainIsTaken()
    {
        Script script;
        auto keeper = std::make_shared<FakeKeeper>();
        const OAuthGrant old{.token = Secret("old-token-0123456789")};
        keeper->kept = old;
        RefreshingToken source(script.http, script.clock, script.host, old, keeper);
        const Error refusal{.code = errc::githubBadCredentials};
        QCOMPARE(text(tokenOf(source, script.clock)), QByteArray("old-token-0123456789"));
        source.refused(old.token, refusal);
        QCOMPARE(text(tokenOf(source, script.clock)), errc::githubBadCredentials.toUtf8());
        script.clock.advance(Millis(60'000)); // GitHub may have erred: it is tried again
        QCOMPARE(text(tokenOf(source, script.clock)), QByteArray("old-token-0123456789"));
        source.refused(old.token, refusal);
        keeper->kept = {.token = Secret("new-token-0123456789")};
        script.clock.advance(Millis(119'999));
        QCOMPARE(text(tokenOf(source, script.clock)), errc::githubBadCredentials.toUtf8()); // not asked at each request
        script.clock.advance(Millis(1));
        QCOMPARE(text(tokenOf(source, script.clock)), QByteArray("new-token-0123456789"));
        // A keychain that is locked by now holds nothing up either.
        keeper->silentLoad = true;
        source.refused(Secret("new-token-0123456789"), refusal);
        script.clock.advance(Millis(15 * 60'000));
        QCOMPARE(text(tokenOf(source, script.clock)), QByteArray("new-token-0123456789"));
        QVERIFY(script.asked.isEmpty());
    }

    void aKeychainThatDoesNotAnswerHoldsNobodyUp()
    {
        Script script;
        int renewals = 0;
        script.answers = [&](const RawServer::Received&) -> Script::Answer {
            ++renewals;
            return {200,
                Json{{"access_token", "ghu_new-token-0123456789"}, {"refresh_token", "ghr_second-0123456789"},
                    {"expires_in", 28800}}};
        };
        auto keeper = std::make_shared<FakeKeeper>();
        keeper->kept = {.token = Secret("ghu_old-token-0123456789"),
            .refreshToken = Secret("ghr_first-0123456789"),
            .expiresAt = script.clock.now(),
            .clientId = u"Iv1.client"_s};
        keeper->silentLoad = true;
        RefreshingToken source(script.http, script.clock, script.host, keeper->kept, keeper);
        const auto begun = script.clock.now();
        const auto refused = tokenOf(source, script.clock);
        QCOMPARE(text(refused), errc::keychainSilent.toUtf8());
        QCOMPARE(integerAt(refused.error().args, "seconds"), 30);
        QCOMPARE((script.clock.now() - begun).count(), 30'000);
        QCOMPARE(renewals, 0); // another program may have used up what renews
        // Unlocked to be read, and then it hangs again: the token is good all the same.
        keeper->silentLoad = false;
        keeper->silentKeep = true;
        QCOMPARE(text(tokenOf(source, script.clock)), QByteArray("ghu_new-token-0123456789"));
        QCOMPARE(renewals, 1);
        QCOMPARE(text(tokenOf(source, script.clock)), QByteArray("ghu_new-token-0123456789"));
        QCOMPARE(renewals, 1);
    }

    void renewedTokensThatAreRefusedAtOnceAreNotUsedUpOneAfterTheOther()
    {
        Script script;
        int renewals = 0;
        script.answers = [&](const RawServer::Received&) -> Script::Answer {
            ++renewals;
            return {200,
                Json{{"access_token", "ghu_token-0123456789-" + std::to_string(renewals)},
                    {"refresh_token", "ghr_0123456789-" + std::to_string(renewals)}, {"expires_in", 28800}}};
        };
        auto keeper = std::make_shared<FakeKeeper>();
        keeper->kept = {.token = Secret("ghu_old-token-0123456789"),
            .refreshToken = Secret("ghr_first-0123456789"),
            .expiresAt = script.clock.now(),
            .clientId = u"Iv1.client"_s};
        RefreshingToken source(script.http, script.clock, script.host, keeper->kept, keeper);
        const auto first = tokenOf(source, script.clock);
        source.refused(*first, Error{.code = errc::githubBadCredentials});
        QCOMPARE(text(tokenOf(source, script.clock)), errc::githubBadCredentials.toUtf8());
        QCOMPARE(renewals, 1);
        script.clock.advance(Millis(60'000));
        QVERIFY(tokenOf(source, script.clock).ok());
        QCOMPARE(renewals, 2);
    }

    void aRenewalThatIsRefusedEndsTheSignIn()
    {
        Script script;
        script.answers = [](const RawServer::Received&) {
            return Script::Answer{200, Json{{"error", "bad_refresh_token"}}};
        };
        auto keeper = std::make_shared<FakeKeeper>();
        keeper->kept = {.token = Secret("ghu_old-token-0123456789"),
            .refreshToken = Secret("ghr_first-0123456789"),
            .expiresAt = script.clock.now(),
            .clientId = u"Iv1.client"_s};
        RefreshingToken source(script.http, script.clock, script.host, keeper->kept, keeper);
        QCOMPARE(text(tokenOf(source, script.clock)), errc::githubSignInEnded.toUtf8());
        QCOMPARE(script.asked.size(), 1);
        QVERIFY(!tokenOf(source, script.clock));
        QCOMPARE(script.asked.size(), 1); // parked
    }

    // --- secrets in words

    void tokensOfEveryKindAreRedacted()
    {
        const QByteArray longToken =
            "ghs_123456_eyJhbGciOiJSUzI1NiJ9.eyJpYXQiOjE3MDAwMDAwMDB9-_x." + QByteArray(400, 'A');
        for (const auto& token : {QByteArray("ghp_0123456789abcdefABCDEF0123456789abcd"), longToken,
                 QByteArray("github_pat_11ABCDEFG0abcdefghij_0123456789abcdefghijABCDEFGHIJ"),
                 QByteArray("ghu_0123456789abcdefABCDEF0123456789abcd"), QByteArray("ghr_0123456789abcdefABCDEF")}) {
            const auto clean = redact(u"token=%1, and more"_s.arg(QString::fromLatin1(token)));
            QCOMPARE(clean, u"token=(redacted), and more"_s);
        }
    }
};

QTEST_GUILESS_MAIN(SignInTests)
#include "sign_in_tests.moc"
