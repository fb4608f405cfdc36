// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/result.h"
#include "base/text.h"
#include "raw_client.h"
#include "sandbox/command_line.h"
#include "sandbox/sandbox.h"

#include <QFile>
#include <QFloat16>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace slipway;
using namespace slipway::sandbox;

namespace {

const QByteArray repos = "/repos/DEFRA/";

} // namespace

class ServerTests : public QObject {
    Q_OBJECT

    struct Running {
        explicit Running(SandboxOptions options = {.speed = 100})
            : sandbox(Sandbox::start(std::move(options)))
            , client(0, {})
        {
            if (!sandbox)
                qFatal("no sandbox: %s", sandbox.error().details.dump().c_str());
            const Json announced = (*sandbox)->announcement();
            port = quint16(QUrl((*sandbox)->url()).port());
            token = textAt(announced, "token").toUtf8();
            client = RawClient(port, token);
        }

        Sandbox* operator->() { return sandbox.value().get(); }

        QString main(const QByteArray& repository)
        {
            return textAt(memberAt(client.get(repos + repository + "/git/ref/heads/main").json(), "object"), "sha");
        }

        //! A pull request with one new file, over REST and (for the commit) GraphQL; its number.
        qint64 raise(const QByteArray& repository, const QByteArray& branch, const std::string& title = "A change")
        {
            const QString base = main(repository);
            const RawAnswer ref = client.send("POST", repos + repository + "/git/refs",
                Json::object({{"ref", "refs/heads/" + branch.toStdString()}, {"sha", toJson(base)}}));
            if (ref.status != 201)
                qFatal("no branch: %s", ref.body.constData());
            const Json commit = client.graphql(
                "mutation($i:CreateCommitOnBranchInput!){createCommitOnBranch(input:$i){commit{oid}}}",
                Json::object({{"i",
                    Json::object({{"branch",
                                      Json::object({{"repositoryNameWithOwner", "DEFRA/" + repository.toStdString()},
                                          {"branchName", branch.toStdString()}})},
                        {"expectedHeadOid", toJson(base)}, {"message", Json::object({{"headline", title}})},
                        {"fileChanges",
                            Json::object({{"additions",
                                Json::array({Json::object({{"path", "docs/" + branch.toStdString() + ".md"},
                                    {"contents", QByteArray("<b>text</b>\n").toBase64().toStdString()}})})}})}})}}));
            if (commit.contains("errors"))
                qFatal("no commit: %s", commit.dump().c_str());
            const RawAnswer pull = client.send("POST", repos + repository + "/pulls",
                Json::object({{"title", title}, {"head", branch.toStdString()}, {"base", "main"}, {"body", "Why"}}));
            if (pull.status != 201)
                qFatal("no pull request: %s", pull.body.constData());
            return integerAt(pull.json(), "number");
        }

        Result<std::unique_ptr<Sandbox>> sandbox;
        quint16 port = 0;
        QByteArray token;
        RawClient client;
    };

    static int branches(Running& running) { return int(running->ledger()["branches"].size()); }

    static RawAnswer createBranch(Running& running, const std::string& name)
    {
        return running.client.send("POST", repos + "tf-svc/git/refs",
            Json::object({{"ref", "refs/heads/" + name}, {"sha", toJson(running.main("tf-svc"))}}));
    }

    static void fault(Running& running, const char* fault)
    {
        const Json body =
            Json::object({{"match", Json::object({{"method", "POST"}, {"path", "/repos/DEFRA/tf-svc/git/refs"}})},
                {"fault", *parseJson(fault)}});
        QCOMPARE(running.client.send("POST", "/_sandbox/faults", body).status, 201);
    }

private Q_SLOTS:
    void theAnnouncementHoldsWhatAClientNeeds()
    {
        Running s({.speed = 50});
        const Json announced = s->announcement();
        for (const char* name :
            {"url", "token", "org", "portalUrl", "adminusersUrl", "connectorUrl", "speed", "state", "pid"})
            QVERIFY2(announced.contains(name), name);
        QVERIFY(textAt(announced, "url").startsWith(u"http://127.0.0.1:"_s));
        QCOMPARE(textAt(announced, "org"), u"DEFRA"_s);
    }

    void callersAreCheckedAsByGitHub()
    {
        Running s;
        const RawAnswer user = s.client.get("/user");
        QCOMPARE(user.status, 200);
        QCOMPARE(user.header("X-OAuth-Scopes"), QByteArray("read:org, repo, workflow"));
        QVERIFY(!user.header("X-GitHub-Request-Id").isEmpty());
        QVERIFY(user.header("Date").endsWith("GMT"));
        QCOMPARE(user.header("X-RateLimit-Remaining"), QByteArray("4999"));
        QCOMPARE(s.client.get("/api/v3/user").status, 200);
        RawClient stranger(s.port, "ghp_wrong");
        QCOMPARE(stranger.get("/user").status, 401);
        QCOMPARE(textAt(stranger.get("/user").json(), "message"), u"Bad credentials"_s);
        QCOMPARE(stranger.get("/_sandbox/ledger").status, 401);
        RawClient nameless = s.client;
        nameless.extraHeaders = {{"User-Agent", ""}};
        QCOMPARE(nameless.get("/user").status, 403);
        RawClient foreign = s.client;
        foreign.extraHeaders = {{"Host", "evil.example:80"}};
        QCOMPARE(foreign.get("/user").status, 421);
        RawClient future = s.client;
        future.extraHeaders = {{"X-GitHub-Api-Version", "1999-01-01"}};
        QCOMPARE(future.get("/user").status, 400);
        QCOMPARE(s.client.get("/user/").status, 404);
        QCOMPARE(s.client.get("/repos/DEFRA/nothing").status, 404);
        QCOMPARE(s.client.send("PUT", "/user", QByteArray("{}")).status, 404);
    }

    void anUnchangedAnswerIs304AndFree()
    {
        Running s;
        const RawAnswer first = s.client.get("/repos/DEFRA/tf-svc");
        RawClient again = s.client;
        again.extraHeaders = {{"If-None-Match", first.header("ETag")}};
        const RawAnswer second = again.get("/repos/DEFRA/tf-svc");
        QCOMPARE(second.status, 304);
        QVERIFY(second.body.isEmpty());
        QCOMPARE(second.header("X-RateLimit-Used"), first.header("X-RateLimit-Used"));
    }

    void listsAreGivenInPages()
    {
        Running s;
        const RawAnswer first = s.client.get("/orgs/DEFRA/teams?per_page=3");
        QCOMPARE(first.json().size(), size_t(3));
        QVERIFY(first.header("Link").contains("per_page=3&page=2>; rel=\"next\""));
        const RawAnswer second = s.client.get("/orgs/DEFRA/teams?per_page=3&page=2");
        QCOMPARE(second.json().size(), size_t(1));
        QVERIFY(!second.header("Link").contains("rel=\"next\""));
    }

    void badBodiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        QTest::newRow("no JSON") << repos + "tf-svc/pulls" << QByteArray("{") << 400 << u"Problems parsing JSON"_s;
        QTest::newRow("no object") << repos + "tf-svc/pulls" << QByteArray("[1]") << 400
                                   << u"Body should be a JSON object"_s;
        QTest::newRow("missing") << repos + "tf-svc/pulls" << QByteArray(R"({"title":"a","base":"main"})") << 422
                                 << u"\"head\" wasn't supplied"_s;
        QTest::newRow("wrong type") << repos + "tf-svc/pulls" << QByteArray(R"({"title":1,"head":"a","base":"main"})")
                                    << 422 << u"'properties/title', 1 is not a string"_s;
        QTest::newRow("unknown") << repos + "tf-svc/git/refs"
                                 << QByteArray(R"({"ref":"refs/heads/a","sha":"x","colour":"red"})") << 422
                                 << u"\"colour\" is not a permitted key"_s;
        QTest::newRow("no such object")
            << repos + "tf-svc/git/refs"
            << QByteArray(R"({"ref":"refs/heads/a","sha":"0123456789012345678901234567890123456789"})") << 422
            << u"Object does not exist"_s;
        QTest::newRow("inputs") << repos + "cdp-boilerplate/actions/workflows/create_repo.yml/dispatches"
                                << QByteArray(R"({"ref":"main","inputs":{"foo":"x"}})") << 422
                                << u"Unexpected inputs provided"_s;
    }
    void badBodiesAreRefused()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, message);
        Running s;
        const RawAnswer answer = s.client.send("POST", path, body);
        QCOMPARE(answer.status, status);
        QVERIFY2(textAt(answer.json(), "message").contains(message), answer.body.constData());
        QCOMPARE(branches(s), 0);
    }

    void aPullRequestFromBranchToMain()
    {
        Running s;
        const qint64 number = s.raise("cdp-app-config", "x");
        const QByteArray url = repos + "cdp-app-config/pulls/" + QByteArray::number(number);
        const Json open = s.client.get(url).json();
        QCOMPARE(textAt(open, "state"), u"open"_s);
        QVERIFY(textAt(open, "node_id").startsWith(u"PR_kw"_s));
        const RawAnswer again = s.client.send("POST", repos + "cdp-app-config/pulls",
            Json::object({{"title", "A"}, {"head", "DEFRA:x"}, {"base", "main"}}));
        QCOMPARE(again.status, 422);
        QCOMPARE(textAt(again.json()["errors"][0], "message"), u"A pull request already exists for DEFRA:x."_s);
        QCOMPARE(s.client
                     .send("POST", repos + "cdp-app-config/git/refs",
                         Json::object({{"ref", "refs/heads/x"}, {"sha", toJson(s.main("cdp-app-config"))}}))
                     .json()["message"],
            Json("Reference already exists"));
        QCOMPARE(s.client.send("PUT", url + "/merge", QByteArray("{}")).status, 405);
        QCOMPARE(s.client.get(repos + "cdp-app-config/pulls?head=DEFRA:x&state=all").json().size(), size_t(1));
        QCOMPARE(s.client.get(repos + "cdp-app-config/pulls?head=DEFRA:y&state=all").json().size(), size_t(0));
        QTRY_COMPARE_WITH_TIMEOUT(
            textAt(s.client.get(url).json(), "mergeable_state"), u"clean"_s, 5000); // checks: 45 s at speed 100
        QCOMPARE(s.client.send("PUT", url + "/merge", Json::object({{"sha", std::string(40, '0')}})).status, 409);
        const RawAnswer merged = s.client.send("PUT", url + "/merge", Json::object({{"merge_method", "rebase"}}));
        QCOMPARE(merged.status, 200);
        const QString sha = textAt(merged.json(), "sha");
        QCOMPARE(s.main("cdp-app-config"), sha);
        const Json closed = s.client.get(url).json();
        QCOMPARE(flagAt(closed, "merged"), true);
        QCOMPARE(textAt(closed, "merge_commit_sha"), sha);
        QCOMPARE(s.client.get(url + "/merge").status, 204);

        const Json runs =
            s.client.get(repos + "cdp-app-config/actions/runs?event=push&head_sha=" + sha.toUtf8()).json();
        QCOMPARE(integerAt(runs, "total_count"), 1);
        const qint64 id = integerAt(runs["workflow_runs"][0], "id");
        QVERIFY(id > (1LL << 33));
        QCOMPARE(textAt(runs["workflow_runs"][0], "head_sha"), sha);
        // An empty head_sha drops the filter, as on GitHub: the run of the check is there as well.
        QCOMPARE(integerAt(s.client.get(repos + "cdp-app-config/actions/runs?head_sha=").json(), "total_count"), 2);
        const QByteArray run = repos + "cdp-app-config/actions/runs/" + QByteArray::number(id);
        QTRY_COMPARE_WITH_TIMEOUT(textAt(s.client.get(run).json(), "conclusion"), u"success"_s, 5000);
        QCOMPARE(s.client.send("POST", run + "/rerun-failed-jobs", QByteArray()).status, 201);
        QCOMPARE(s.client.send("POST", run + "/rerun", QByteArray()).status, 403);
        QCOMPARE(integerAt(s.client.get(run).json(), "run_attempt"), 2);
        QCOMPARE(s.client.send("POST", run + "/cancel", QByteArray()).status, 202);
        QCOMPARE(textAt(s.client.get(run).json(), "conclusion"), u"cancelled"_s);

        const Json ahead = s.client.get(repos + "cdp-app-config/compare/" + sha.toUtf8() + "...main").json();
        QCOMPARE(textAt(ahead, "status"), u"identical"_s);
    }

    void aServiceComesToExist()
    {
        Running s({.speed = 200});
        const QByteArray dispatch = repos + "cdp-boilerplate/actions/workflows/create_repo.yml/dispatches";
        const Json inputs = Json::object(
            {{"repositoryName", "svc-a"}, {"serviceType", "cdp-node-frontend-template"}, {"owningTeam", "fisheries"}});
        QCOMPARE(s.client.get("/repos/DEFRA/svc-a").status, 404);
        QCOMPARE(s.client.get("/portal/artifacts/svc-a").status, 404);
        const RawAnswer told = s.client.send(
            "POST", dispatch, Json::object({{"ref", "main"}, {"inputs", inputs}, {"return_run_details", true}}));
        QCOMPARE(told.status, 200);
        QVERIFY(integerAt(told.json(), "workflow_run_id") > (1LL << 33));
        QTRY_COMPARE_WITH_TIMEOUT(s.client.get("/repos/DEFRA/svc-a").status, 200, 5000);
        QTRY_COMPARE_WITH_TIMEOUT(s.client.get("/portal/artifacts/svc-a").json().size(), size_t(1), 10000);
        QCOMPARE(textAt(s.client.get("/repos/DEFRA/svc-a").json()["template_repository"], "name"),
            u"cdp-node-frontend-template"_s);
        Json other = inputs;
        other["repositoryName"] = "svc-b";
        const RawAnswer silent =
            s.client.send("POST", dispatch, Json::object({{"ref", "main"}, {"inputs", std::move(other)}}));
        QCOMPARE(silent.status, 204);
        QVERIFY(silent.body.isEmpty());
        QCOMPARE(s->ledger()["dispatches"].size(), size_t(2));
    }

    void gitCanClone()
    {
        Running s;
        QTemporaryDir directory;
        const auto git = [&](const QStringList& arguments) {
            QProcess process;
            QEventLoop loop; // the sandbox answers from this thread
            connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
            process.start(u"git"_s, arguments);
            loop.exec();
            return process.exitCode();
        };
        const QString copy = directory.filePath(u"copy"_s);
        QCOMPARE(git({u"clone"_s, u"--quiet"_s, s->url() + u"/DEFRA/tf-svc-infra.git"_s, copy}), 0);
        QCOMPARE(git({u"-C"_s, copy, u"fsck"_s, u"--strict"_s, u"--no-progress"_s}), 0);
        QVERIFY(QFile::exists(copy + u"/environments/test/resources/tenant_services.json"_s));
        QVERIFY(git({u"-C"_s, copy, u"push"_s, u"--quiet"_s, u"origin"_s, u"HEAD:refs/heads/pushed"_s}) != 0);
        QVERIFY(git({u"clone"_s, u"--quiet"_s, s->url() + u"/DEFRA/none.git"_s, directory.filePath(u"n"_s)}) != 0);
    }

    void faultDropBefore()
    {
        Running s;
        fault(s, R"("drop-before")");
        const RawAnswer answer = createBranch(s, "x");
        QVERIFY(answer.wasReset);
        QCOMPARE(branches(s), 0);
        QCOMPARE(createBranch(s, "x").status, 201); // once only
    }

    void faultApplyThenDrop()
    {
        Running s;
        fault(s, R"("apply-then-drop")");
        QVERIFY(createBranch(s, "x").wasReset);
        QCOMPARE(branches(s), 1);
    }

    void faultApplyLate()
    {
        Running s;
        fault(s, R"({"apply-late": 300})");
        QVERIFY(createBranch(s, "x").wasReset);
        QCOMPARE(branches(s), 0);
        QTRY_COMPARE_WITH_TIMEOUT(branches(s), 1, 2000);
    }

    void faultTruncate()
    {
        Running s;
        fault(s, R"("truncate")");
        const RawAnswer answer = createBranch(s, "x");
        QCOMPARE(answer.status, 201);
        QVERIFY(!answer.isComplete && !answer.body.isEmpty());
        QCOMPARE(branches(s), 1);
    }

    void faultGarbage()
    {
        Running s;
        fault(s, R"("garbage")");
        const RawAnswer answer = createBranch(s, "x");
        QVERIFY(answer.isComplete);
        QVERIFY(answer.json().is_null());
        QCOMPARE(branches(s), 1);
    }

    void faultSlow()
    {
        Running s;
        fault(s, R"({"slow": 2})");
        const RawAnswer answer = createBranch(s, "x");
        QVERIFY(answer.isComplete);
        QVERIFY(answer.millis >= 2 * answer.body.size());
    }

    void faultDelay()
    {
        Running s;
        fault(s, R"({"delay": 400})");
        const RawAnswer answer = createBranch(s, "x");
        QCOMPARE(answer.status, 201);
        QVERIFY(answer.millis >= 400);
    }

    void faultStatus_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("primary") << QByteArray(R"({"status":403,"like":"primary"})") << 403
                                 << QByteArray("X-RateLimit-Reset") << QByteArray("API rate limit exceeded");
        QTest::newRow("secondary") << QByteArray(R"({"status":429,"like":"secondary"})") << 429
                                   << QByteArray("Retry-After") << QByteArray("secondary rate limit");
        QTest::newRow("sso") << QByteArray(R"({"status":403,"like":"sso"})") << 403 << QByteArray("X-GitHub-SSO")
                             << QByteArray("SAML enforcement");
        QTest::newRow("bad credentials") << QByteArray(R"({"like":"bad-credentials"})") << 401 << QByteArray("Date")
                                         << QByteArray("Bad credentials");
        QTest::newRow("secondary without a word of when") << QByteArray(R"({"like":"secondary-silent"})") << 403
                                                          << QByteArray("Date") << QByteArray("secondary rate limit");
        QTest::newRow("graphql, as documented") << QByteArray(R"({"like":"graphql-typed"})") << 200
                                                << QByteArray("X-RateLimit-Reset") << QByteArray("RATE_LIMITED");
        QTest::newRow("graphql") << QByteArray(R"({"like":"graphql"})") << 200 << QByteArray("Date")
                                 << QByteArray("graphql_rate_limit");
        QTest::newRow("bad gateway") << QByteArray(R"({"status":502})") << 502 << QByteArray("Date")
                                     << QByteArray("<html>");
    }
    void faultStatus()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, status);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, text);
        Running s;
        ServerTests::fault(s, fault.constData());
        const RawAnswer answer = createBranch(s, "x");
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.header(header).isEmpty());
        QVERIFY(answer.body.contains(text));
        QCOMPARE(branches(s), 0);
    }

    static Json world(Running& s, const char* action)
    {
        return s.client.send("POST", "/_sandbox/world", QByteArray(action)).json();
    }

    void hourlyBudgetsCanBeSmall()
    {
        Running s;
        QVERIFY(!world(s, R"({"do":"limits","core":3,"graphql":4})").contains("message"));
        for (int left = 2; left >= 0; --left) {
            const auto answer = s.client.get(repos + "tf-svc");
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("X-RateLimit-Remaining"), QByteArray::number(left));
        }
        const auto refused = s.client.get(repos + "tf-svc");
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.header("X-RateLimit-Remaining"), QByteArray("0"));
        QVERIFY(refused.header("Retry-After").isEmpty());
        // GraphQL has a budget of its own, in points: two connections of a hundred within one are a point and more.
        const QByteArray costly =
            "{repository(owner:\"DEFRA\",name:\"tf-svc\"){refs(refPrefix:\"refs/heads/\",first:100){nodes{id "
            "associatedPullRequests(first:100){nodes{id}}}}}rateLimit{cost remaining}}";
        const auto first = s.client.graphql(costly, Json::object());
        const auto limit = memberAt(memberAt(first, "data"), "rateLimit");
        QVERIFY2(integerAt(limit, "cost") >= 1, toBytes(first).constData());
        for (int i = 0; i < 4; ++i)
            s.client.graphql("{viewer{login}}", Json::object());
        const auto over = s.client.graphql("{viewer{login}}", Json::object());
        QCOMPARE(textAt(memberAt(over, "errors")[0], "code"), u"graphql_rate_limit"_s);
    }

    void contentIsLimitedAMinute()
    {
        Running s({.speed = 20}); // a minute of this world lasts three seconds
        world(s, R"({"do":"limits","secondary":true,"contentAMinute":3})");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(createBranch(s, "b" + std::to_string(i)).status, 201);
        const auto refused = createBranch(s, "late");
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.body.contains("secondary rate limit"));
        const int seconds = refused.header("Retry-After").toInt();
        QVERIFY2(seconds >= 1 && seconds <= 3, refused.header("Retry-After").constData());
        QCOMPARE(branches(s), 3);
        QCOMPARE(s.client.get(repos + "tf-svc").status, 200); // reading goes on
        int status = 403;
        for (int i = 0; i < 60 && status == 403; ++i) {
            QTest::qWait(100);
            status = createBranch(s, "late").status;
        }
        QCOMPARE(status, 201);
    }

    void pointsAreLimitedAMinute()
    {
        Running s({.speed = 20});
        world(s, R"({"do":"limits","secondary":true,"pointsAMinute":7,"graphqlPointsAMinute":2,"retryAfter":false})");
        const QByteArray sha = s.main("tf-svc").toUtf8(); // one point
        QCOMPARE(s.client
                     .send("POST", repos + "tf-svc/git/refs",
                         Json::object({{"ref", "refs/heads/x"}, {"sha", sha.toStdString()}}))
                     .status,
            201); // five
        QCOMPARE(s.client.get(repos + "tf-svc").status, 200);
        const auto refused = s.client.get(repos + "tf-svc");
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.header("Retry-After").isEmpty());
        QVERIFY(refused.header("X-RateLimit-Remaining") != "0");
        for (int i = 0; i < 2; ++i)
            QVERIFY(s.client.graphql("{viewer{login}}", Json::object()).contains("data"));
        QVERIFY(!s.client.graphql("{viewer{login}}", Json::object()).contains("data"));
    }

    void limitsAreOnlyWhatTheyCanBe()
    {
        Running s;
        for (const char* wrong : {R"({"do":"limits","core":-1})", R"({"do":"limits","something":1})",
                 R"({"do":"limits","secondary":"yes"})"})
            QVERIFY2(world(s, wrong).contains("message"), wrong);
        for (int i = 0; i < 100; ++i) // nothing but the budgets is limited unless it is asked for
            QCOMPARE(s.client.get(repos + "tf-svc").status, 200);
    }

    void faultsMatchByOperationRepositoryAndCount()
    {
        Running s;
        const auto add = [&](const char* text) {
            return s.client.send("POST", "/_sandbox/faults", QByteArray(text)).status;
        };
        QCOMPARE(add(R"({"match":{"operation":"viewer"},"fault":{"status":502},"times":2})"), 201);
        const auto ask = [&](const char* query) {
            return s.client.send("POST", "/graphql", Json::object({{"query", query}})).status;
        };
        QCOMPARE(ask("{rateLimit{cost}}"), 200);
        QCOMPARE(ask("{v:viewer{login}}"), 502);
        QCOMPARE(ask("query viewer{rateLimit{cost}}"), 502);
        QCOMPARE(ask("{viewer{login}}"), 200);
        QCOMPARE(add(R"({"match":{"repository":"tf-svc"},"fault":{"status":500},"times":0})"), 201);
        QCOMPARE(s.client.get("/repos/DEFRA/tf-svc").status, 500);
        QCOMPARE(s.client.get("/repos/DEFRA/tf-svc-infra").status, 200);
        QCOMPARE(s.client.get("/api/v3/repos/DEFRA/tf-svc").status, 500);
        QCOMPARE(s.client.send("DELETE", "/_sandbox/faults", QByteArray()).status, 204);
        QCOMPARE(s.client.get("/repos/DEFRA/tf-svc").status, 200);
        QCOMPARE(add(R"({"match":{"colour":"red"},"fault":"slow"})"), 422);
        QCOMPARE(add(R"({"fault":"explode"})"), 422);
        QCOMPARE(add(R"({"fault":{"like":"nothing"}})"), 422);
    }

    void anExpiredTokenIsGoodForTheControlOnly()
    {
        Running s;
        QCOMPARE(s.client.send("POST", "/_sandbox/world", Json::object({{"do", "expire-token"}})).status, 200);
        QCOMPARE(s.client.get("/user").status, 401);
        QCOMPARE(s.client.get("/_sandbox/state").status, 200);
        QCOMPARE(s.client.send("POST", "/_sandbox/world", Json::object({{"do", "renew-token"}})).status, 200);
        QCOMPARE(s.client.get("/user").status, 200);
        QCOMPARE(s.client.send("POST", "/_sandbox/world", Json::object({{"do", "explode"}})).status, 422);
    }

    void thePagesEscapeAndTheirButtonsNeedTheirKey()
    {
        Running s;
        const qint64 number = s.raise("tf-svc", "x", "<script>alert(1)</script>");
        RawClient browser(s.port, {});
        browser.extraHeaders = {{"Authorization", ""}, {"Accept", "text/html"}};
        const QByteArray page = "/DEFRA/tf-svc/pull/" + QByteArray::number(number);
        const RawAnswer shown = browser.get(page);
        QCOMPARE(shown.status, 200);
        QVERIFY(!shown.body.contains("<script>"));
        QVERIFY(shown.body.contains("&lt;script&gt;alert(1)"));
        QVERIFY(shown.body.contains("+&lt;b&gt;text&lt;/b&gt;")); // its diff
        for (const char* label : {">Approve<", ">Merge<", ">Close<", ">Fail a check<"})
            QVERIFY2(shown.body.contains(label), label);
        QCOMPARE(browser.send("POST", page + "/close", QByteArray("key=guess")).status, 403);
        const QByteArray mark = "name=\"key\" value=\"";
        const QByteArray key = shown.body.mid(shown.body.indexOf(mark) + mark.size(), 48);
        QVERIFY(!shown.body.contains(s.token));
        QCOMPARE(browser.send("POST", page + "/approve", "key=" + key).status, 303);
        QCOMPARE(browser.send("POST", page + "/close", "key=" + key).status, 303);
        QCOMPARE(textAt(s->ledger()["pullRequests"][0], "state"), u"closed"_s);
        QCOMPARE(browser.get("/").status, 200);
        QCOMPARE(browser.get("/DEFRA/tf-svc").status, 200);
        QCOMPARE(browser.get("/DEFRA/tf-svc/blob/main/README.md").status, 200);
        const qint64 run = integerAt(s->ledger()["workflowRuns"][0], "id");
        const QByteArray runPage = "/DEFRA/tf-svc/actions/runs/" + QByteArray::number(run);
        QVERIFY(browser.get(runPage).body.contains(">Re-run<"));
        QCOMPARE(browser.get("/DEFRA/nothing").status, 404);
    }

    void theRecordHoldsEachRequestAndNoToken()
    {
        QTemporaryDir directory;
        const QString file = directory.filePath(u"record.jsonl"_s);
        Running s({.speed = 100, .recordFile = file});
        s.client.get("/repos/DEFRA/tf-svc/pulls?state=all");
        s.client.send("POST", "/graphql", Json::object({{"query", "query Who{viewer{login}}"}}));
        fault(s, R"("drop-before")");
        createBranch(s, "x");
        QFile record(file);
        QVERIFY(record.open(QIODevice::ReadOnly));
        QVERIFY(!(record.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        const QByteArray text = record.readAll();
        QVERIFY(!text.contains(s.token));
        const QList<QByteArray> lines = text.trimmed().split('\n');
        QCOMPARE(lines.size(), 5); // and the look at main that a branch begins with
        const Json first = *parseJson(lines[0]);
        QCOMPARE(integerAt(first, "number"), 1);
        QCOMPARE(textAt(first, "path"), u"/repos/DEFRA/tf-svc/pulls"_s);
        QCOMPARE(textAt(first["query"], "state"), u"all"_s);
        QCOMPARE(integerAt(first, "status"), 200);
        QCOMPARE(textAt(*parseJson(lines[1]), "operation"), u"Who"_s);
        QVERIFY((*parseJson(lines[4]))["status"].is_null());
        QCOMPARE(textAt(*parseJson(lines[4]), "fault"), u"drop-before"_s);
    }

    void theLedgerNamesTheRequest()
    {
        Running s;
        s.client.get("/user");
        createBranch(s, "x");
        const Json branch = s.client.get("/_sandbox/ledger").json()["branches"][0];
        QCOMPARE(integerAt(branch, "request"), 3);
        QVERIFY(!textAt(branch, "at").isEmpty());
        QCOMPARE(textAt(branch, "name"), u"x"_s);
    }

    void requestsSentTogetherAreAnsweredInOrder()
    {
        Running s;
        QTcpSocket socket;
        QByteArray received;
        connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
        socket.connectToHost(u"127.0.0.1"_s, s.port);
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        const QByteArray head =
            " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: t\r\nAuthorization: token " + s.token + "\r\n";
        socket.write("GET /user" + head + "\r\nPOST /graphql" + head
            + "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"query\":\"{viewe\r\na\r\nr{login}}\"\r\n1\r\n}\r\n0\r\n\r\n");
        QTRY_COMPARE(received.count("HTTP/1.1 200"), 2);
        QTRY_VERIFY(received.endsWith("}}}"));
        QVERIFY(received.indexOf("\"node_id\":\"U_") < received.indexOf("{\"data\":{\"viewer\""));
        socket.write("nonsense\r\n\r\n");
        QTRY_VERIFY(received.contains("HTTP/1.1 400"));
    }

    void latencyComesBeforeTheEffect()
    {
        Running s({.speed = 100, .latencyMillis = 150});
        QVERIFY(s.client.get("/user").millis >= 150);
    }

    void everyScenarioLoads_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : Sandbox::scenarioNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyScenarioLoads()
    {
        QFETCH(QString, name);
        Running s({.speed = 100, .scenarios = {name}});
        QCOMPARE(s.client.get("/_sandbox/state").status, 200);
    }

    void theOptionsAreRead()
    {
        const auto options = parseSandboxArguments({u"--listen"_s, u"127.0.0.1:8080"_s, u"--speed=20"_s, u"--latency"_s,
            u"100"_s, u"--seed"_s, u"7"_s, u"--scenario"_s, u"calm"_s, u"--scenario"_s, u"conflict"_s});
        QVERIFY(options.ok());
        QCOMPARE(options->port, 8080);
        QCOMPARE(options->speed, 20.0);
        QCOMPARE(options->scenarios, (QStringList{u"calm"_s, u"conflict"_s}));
        for (const QStringList& bad :
            {QStringList{u"--listen"_s, u"0.0.0.0:80"_s}, QStringList{u"--speed"_s, u"0"_s}, QStringList{u"--speed"_s},
                QStringList{u"--speed"_s, u"nan"_s}, QStringList{u"--scenario"_s, u"nothing-of-the-kind"_s},
                QStringList{u"--colour"_s, u"red"_s}, QStringList{u"word"_s}}) {
            const auto refused = parseSandboxArguments(bad);
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().code, errc::usage);
        }
        QVERIFY(!Sandbox::start({.address = u"0.0.0.0"_s}).ok());
    }
};

QTEST_GUILESS_MAIN(ServerTests)
#include "server_tests.moc"
