// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/server_health.h"
#include "scripted_github.h"

#include "base/error_codes.h"
#include "base/text.h"

using namespace slipway;
using namespace slipway::github;
using Script = ScriptedGitHub;
using Kind = EffectOutcome::Kind;

namespace {

const RepositoryName repository{u"DEFRA"_s, u"tf-svc"_s};

DispatchWorkflow dispatchOf() { return {.repository = repository, .workflow = u"create.yml"_s, .ref = u"main"_s}; }

Json runNode(qint64 id, const char* createdAt, const char* login = "operator")
{
    return Json{{"id", id}, {"name", "Create"}, {"path", ".github/workflows/create.yml"}, {"html_url", "u"},
        {"event", "workflow_dispatch"}, {"head_branch", "main"}, {"head_sha", std::string(40, 'a')},
        {"status", "queued"}, {"conclusion", nullptr}, {"run_attempt", 1}, {"display_title", "Create"},
        {"actor", {{"login", login}}}, {"created_at", createdAt}, {"updated_at", createdAt}};
}

QByteArray rootOf(const Script& script)
{
    auto root = script.server.url(QString()).toEncoded();
    return root.endsWith('/') ? root : root + "/";
}

Script::Answer notThere(const Script::Asked& asked, QList<QByteArray> headers = {})
{
    Json data = Json::object(), errors = Json::array();
    for (const char* prefix : {"name", "moved", "repository"}) {
        const auto alias = asked.alias(prefix);
        if (alias == "no-such-alias")
            continue;
        data[alias] = nullptr;
        errors.push_back(Script::error(
            "NOT_FOUND", "Could not resolve to a Repository with the name 'DEFRA/x'.", Json::array({alias})));
    }
    return Script::json(Json{{"data", data}, {"errors", errors}}, 200, std::move(headers));
}

} // namespace

//! What GitHub's headers and addresses say beside its answers.
class GitHubEdgesTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // --- rights

    void theRightThatIsMissingIsNamed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("missing");
        QTest::newRow("permissions") << 403
                                     << QByteArray("X-Accepted-GitHub-Permissions: actions=write,contents=read; x=read")
                                     << errc::githubForbidden << u"actions=write and contents=read or x=read"_s;
        QTest::newRow("scope, told as 404")
            << 404 << QByteArray("X-OAuth-Scopes: read:org\nX-Accepted-OAuth-Scopes: repo, workflow")
            << errc::githubForbidden << u"the scope repo or workflow"_s;
        QTest::newRow("scope is there") << 404 << QByteArray("X-OAuth-Scopes: repo\nX-Accepted-OAuth-Scopes: repo")
                                        << errc::githubNotFound << QString();
        QTest::newRow("fine-grained") << 404 << QByteArray("X-Accepted-OAuth-Scopes: repo") << errc::githubNotFound
                                      << QString();
        QTest::newRow("legal") << 451 << QByteArray() << errc::githubForbidden << QString();
    }
    void theRightThatIsMissingIsNamed()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, headers);
        QFETCH(QString, code);
        QFETCH(QString, missing);
        Script script;
        script.rest = [&](const Script::Asked&) {
            return Script::json(
                Json{{"message", status == 404 ? "Not Found" : "Resource not accessible by integration"}}, status,
                headers.isEmpty() ? QList<QByteArray>() : headers.split('\n'));
        };
        const auto outcome = script.perform(RerunWorkflow{.repository = repository, .id = 7});
        QCOMPARE(outcome.kind, Kind::Refused);
        QCOMPARE(outcome.error->code, code);
        QCOMPARE(textAt(outcome.error->args, "missing"), missing);
        if (status == 451)
            QCOMPARE(textAt(outcome.error->args, "reason"), u"legal"_s);
    }

    void scopesThatGraphqlNamesAreTold()
    {
        Script script;
        script.graphql = [](const Script::Asked& asked) {
            return Script::json(Json{{"data", nullptr},
                {"errors",
                    Json::array({Script::error("INSUFFICIENT_SCOPES",
                        "Your token has not been granted the required scopes to execute this query. The 'teams' field "
                        "requires one of the following scopes: ['read:org', 'admin:org'], but your token has only been "
                        "granted the: ['repo'] scopes.",
                        Json::array({asked.alias("teams")}))})}});
        };
        const auto error = script.read({ReadTeams{u"DEFRA"_s}}).at(0).answer.error();
        QCOMPARE(error.code, errc::githubForbidden);
        QCOMPARE(textAt(error.args, "missing"), u"the scope read:org or admin:org"_s);
    }

    void anAddressThatIsNotListedIsTriedAgain()
    {
        Script script;
        script.rest = [](const Script::Asked&) {
            return Script::json(Json{{"message",
                                    "Although you appear to have the correct authorization credentials, the `DEFRA` "
                                    "organization has an IP allow list enabled, and your IP address is not permitted"}},
                403);
        };
        const auto outcome = script.perform(dispatchOf());
        QCOMPARE(outcome.kind, Kind::NotExecuted);
        QCOMPARE(textAt(outcome.error->args, "reason"), u"ipAllowList"_s);
    }

    // --- single sign-on

    void onlyLinksToTheSameGitHubAreShown_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<bool>("shown");
        QTest::newRow("ours") << QByteArray("https://127.0.0.1/orgs/DEFRA/sso?authorization_request=A") << true;
        QTest::newRow("plain http") << QByteArray("http://127.0.0.1/orgs/DEFRA/sso") << false;
        QTest::newRow("another host") << QByteArray("https://evil.example/orgs/DEFRA/sso") << false;
        QTest::newRow("a host that begins alike") << QByteArray("https://127.0.0.1.evil.example/sso") << false;
        QTest::newRow("user in front") << QByteArray("https://127.0.0.1@evil.example/sso") << false;
        QTest::newRow("script") << QByteArray("javascript:alert(1)") << false;
    }
    void onlyLinksToTheSameGitHubAreShown()
    {
        QFETCH(QByteArray, link);
        QFETCH(bool, shown);
        Script script;
        const QList<QByteArray> headers{"X-GitHub-SSO: required; url=" + link};
        script.rest = [&](const Script::Asked&) {
            return Script::json(
                Json{{"message", "Resource protected by organization SAML enforcement."}}, 403, headers);
        };
        script.graphql = [&](const Script::Asked& asked) {
            Json error = Script::error("FORBIDDEN", "Resource protected by organization SAML enforcement.",
                Json::array({asked.alias("teams")}));
            error["extensions"] = {{"saml_failure", true}};
            return Script::json(
                Json{{"data", {{asked.alias("teams"), nullptr}}}, {"errors", Json::array({error})}}, 200, headers);
        };
        const QString expected = shown ? QString::fromLatin1(link) : QString();
        const auto outcome = script.perform(dispatchOf());
        QCOMPARE(outcome.kind, Kind::NotExecuted);
        QCOMPARE(outcome.error->code, errc::githubSso);
        QCOMPARE(textAt(outcome.error->args, "url"), expected);
        const auto error = script.read({ReadTeams{u"DEFRA"_s}}).at(0).answer.error();
        QCOMPARE(error.code, errc::githubSso);
        QCOMPARE(textAt(error.args, "url"), expected);
    }

    void whatSingleSignOnLeavesOutIsNotMissing()
    {
        Script script;
        QList<QByteArray> headers{"X-GitHub-SSO: partial-results; organizations=21955855,20582480"};
        script.graphql = [&](const Script::Asked& asked) { return notThere(asked, headers); };
        const ReadName name{{u"DEFRA"_s, u"x"_s}};
        QCOMPARE(script.read({name}).at(0).answer.error().code, errc::githubSso); // by no means "free"
        headers.clear();
        const auto answer = script.read({name}).at(0).answer;
        QVERIFY(answer.ok() && !std::get<NameState>(*answer).taken);

        // A pull request that it hides, and what REST does not find.
        headers = {"X-GitHub-SSO: partial-results; organizations=21955855"};
        script.graphql = [&](const Script::Asked& asked) {
            const auto pulls = asked.alias("pullRequests");
            return Script::json(
                Json{{"data", {{pulls, Json::array({nullptr})}}},
                    {"errors",
                        Json::array({Script::error("NOT_FOUND",
                            "Could not resolve to a node with the global id of 'PR_1'", Json::array({pulls, 0}))})}},
                200, headers);
        };
        script.rest = [&](const Script::Asked&) { return Script::json({{"message", "Not Found"}}, 404, headers); };
        const QList<Read> reads{WatchPullRequest{u"PR_1"_s}, ReadWorkflowRun{.repository = repository, .id = 7},
            ReadWorkflow{.repository = repository, .path = u"x.yml"_s}};
        for (const auto& hidden : script.read(reads))
            QCOMPARE(hidden.answer.error().code, errc::githubSso);
        headers.clear();
        const auto missing = script.read(reads);
        QCOMPARE(missing.at(0).answer.error().code, errc::githubNotVisible);
        QCOMPARE(missing.at(1).answer.error().code, errc::githubNotFound);
        QVERIFY(!std::get<WorkflowInfo>(*missing.at(2).answer).exists);
    }

    // --- names

    void anOldNameLeadsToItsRepository()
    {
        Script script;
        QString holder = u"DEFRA/other"_s;
        script.graphql = [&](const Script::Asked& asked) {
            const auto name = asked.alias("name"), moved = asked.alias("moved");
            return Script::json(
                Json{{"data", {{name, nullptr}, {moved, {{"nameWithOwner", holder.toStdString()}, {"url", "u"}}}}},
                    {"errors",
                        Json::array(
                            {Script::error("NOT_FOUND", "Could not resolve to a Repository", Json::array({name}))})}});
        };
        const ReadName read{{u"DEFRA"_s, u"x"_s}};
        auto state = std::get<NameState>(*script.read({read}).at(0).answer);
        QVERIFY(!state.taken);
        QCOMPARE(state.redirectsTo, holder);
        QVERIFY(script.asked.last().query.contains("followRenames:false"));
        holder = u"defra/X"_s; // made between the two fields
        state = std::get<NameState>(*script.read({read}).at(0).answer);
        QVERIFY(state.taken && state.redirectsTo.isEmpty());
    }

    void aRenamedRepositorysReadsAreFollowed()
    {
        Script script;
        script.rest = [&](const Script::Asked& asked) {
            if (asked.path.startsWith("/repos/DEFRA/tf-svc/"))
                return Script::json(Json{{"message", "Moved Permanently"}}, 301,
                    {"Location: " + rootOf(script) + "repositories/77/actions/runs/7"});
            return Script::json(runNode(7, "2026-11-21T10:00:00Z"));
        };
        const ReadWorkflowRun read{.repository = repository, .id = 7};
        QVERIFY(script.read({read}).at(0).answer.ok());
        QVERIFY(script.read({read}).at(0).answer.ok());
        QCOMPARE(script.asked.last().path, QByteArray("/repositories/77/actions/runs/7"));
        // A repository whose name only begins so is another one.
        script.read({ReadWorkflowRun{.repository = {u"DEFRA"_s, u"tf-svc-infra"_s}, .id = 7}});
        QCOMPARE(script.asked.last().path, QByteArray("/repos/DEFRA/tf-svc-infra/actions/runs/7"));
    }

    void whereItMovedIsKnownForAWhile()
    {
        Script script;
        int status = 301;
        script.rest = [&](const Script::Asked& asked) {
            if (asked.path.startsWith("/repos/DEFRA/tf-svc/"))
                return Script::json(
                    Json::object(), status, {"Location: " + rootOf(script) + "repositories/77/actions/runs/7"});
            return Script::json(runNode(7, "2026-11-21T10:00:00Z"));
        };
        const auto requestsOfARead = [&] {
            const auto before = script.asked.size();
            script.read({ReadWorkflowRun{.repository = repository, .id = 7}});
            return script.asked.size() - before;
        };
        QCOMPARE(requestsOfARead(), 2);
        for (const auto& [moved, minutes] : {std::pair{301, 60}, {308, 60}, {307, 10}, {302, 10}}) {
            status = moved;
            QCOMPARE(script.perform(dispatchOf()).error->code, errc::githubRenamed);
            QCOMPARE(requestsOfARead(), 1);
            script.clock.advance(Millis(minutes * 60'000 - 1));
            QCOMPARE(requestsOfARead(), 1);
            script.clock.advance(Millis(1));
            QCOMPARE(requestsOfARead(), 2); // the name may be another's by now
        }
    }

    void whatIsGoneWhereItMovedIsLookedForByItsName()
    {
        Script script;
        bool moved = true;
        script.rest = [&](const Script::Asked& asked) {
            if (asked.path.startsWith("/repos/DEFRA/tf-svc/"))
                return moved ? Script::json(
                           Json::object(), 301, {"Location: " + rootOf(script) + "repositories/77/actions/runs/7"})
                             : Script::json(runNode(7, "2026-11-21T10:00:00Z"));
            return moved ? Script::json(runNode(7, "2026-11-21T10:00:00Z"))
                         : Script::json({{"message", "Not Found"}}, 404);
        };
        const ReadWorkflowRun read{.repository = repository, .id = 7};
        QCOMPARE(script.perform(dispatchOf()).error->code, errc::githubRenamed);
        QVERIFY(script.read({read}).at(0).answer.ok());
        moved = false; // it was deleted, and another one made under the name
        QVERIFY(script.read({read}).at(0).answer.ok());
        const auto before = script.asked.size();
        QVERIFY(script.read({read}).at(0).answer.ok());
        QCOMPARE(script.asked.size(), before + 1);
        QVERIFY(script.asked.last().path.startsWith("/repos/DEFRA/tf-svc/"));
    }

    void nothingElseIsFollowed_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("another host") << QByteArray("https://evil.example/repositories/77/actions/runs/7");
        QTest::newRow("none") << QByteArray();
    }
    void nothingElseIsFollowed()
    {
        QFETCH(QByteArray, location);
        Script script;
        script.rest = [&](const Script::Asked&) {
            return Script::json(Json::object(), 301,
                location.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{"Location: " + location});
        };
        const auto answer = script.read({ReadWorkflowRun{.repository = repository, .id = 7}}).at(0).answer;
        QCOMPARE(answer.error().code, errc::networkRedirected);
        for (const auto& asked : script.asked) // the token went nowhere else
            QCOMPARE(asked.path, QByteArray("/repos/DEFRA/tf-svc/actions/runs/7"));
    }

    void aRedirectedWriteTookPlaceNowhere()
    {
        Script script;
        script.rest = [&](const Script::Asked& asked) {
            if (asked.path.startsWith("/repos/"))
                return Script::json(Json{{"message", "Moved Permanently"}}, 307,
                    {"Location: " + rootOf(script) + "repositories/77/actions/workflows/create.yml/dispatches"});
            return Script::Answer{204, {}, {}};
        };
        const auto first = script.perform(dispatchOf());
        QCOMPARE(first.kind, Kind::NotExecuted);
        QCOMPARE(first.error->code, errc::githubRenamed);
        QCOMPARE(script.asked.size(), 1); // one request for one intent
        QCOMPARE(script.perform(dispatchOf()).kind, Kind::Done);
        QCOMPARE(script.asked.last().path, QByteArray("/repositories/77/actions/workflows/create.yml/dispatches"));
        QCOMPARE(script.asked.last().method, QByteArray("POST"));
    }

    void redirectsInACircleEnd()
    {
        Script script;
        script.rest = [&](const Script::Asked&) {
            return Script::json(
                Json::object(), 301, {"Location: " + rootOf(script) + "repositories/77/actions/runs/7"});
        };
        QVERIFY(!script.read({ReadWorkflowRun{.repository = repository, .id = 7}}).at(0).answer.ok());
        QVERIFY(script.asked.size() < 20);
    }

    // --- how GitHub itself is

    void severalFailedAnswersAmongFewAreAnIncidentUntilFiveMinutesAreOver()
    {
        Script script;
        int told = 0;
        connect(script.github.get(), &GitHub::budgetChanged, this, [&told] { ++told; });
        script.rest = [](const auto&) { return Script::Answer{502, "bad gateway", {}}; };
        const auto ask = [&] { return script.read({ReadWorkflowRun{.repository = repository, .id = 7}}); };
        ask();
        ask();
        QVERIFY(!script.github->incident()); // two are an accident
        script.clock.advance(Millis(60000));
        const Timestamp last = script.clock.now();
        ask();
        const auto incident = script.github->incident();
        QVERIFY(incident);
        QCOMPARE(incident->since, last - Millis(60000));
        QCOMPARE(incident->until, last + Millis(300000));
        QVERIFY(told >= 3);
        script.clock.advance(Millis(245000)); // the first two have passed, one is left
        QVERIFY(!script.github->incident());
    }

    void aFewFailuresAmongManyAnswersAreNoIncident()
    {
        const ManualClock clock;
        ServerHealth health(clock);
        for (int i = 0; i < 30; ++i)
            health.note(200);
        for (int i = 0; i < 7; ++i)
            health.note(503);
        QVERIFY(!health.incident());
        health.note(503);
        QVERIFY(health.incident());
        ServerHealth asked(clock);
        for (const int status : {404, 422, 501, 429, 403})
            asked.note(status);
        QVERIFY(!asked.incident()); // what is wrong with a request is not GitHub's trouble
    }

    //! What waits for the end of an incident waits in the program's time.
    void anIncidentLastsInTheProgramsTime_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<qint64>("lasts");
        QTest::newRow("as it is") << 1.0 << qint64(300'000);
        QTest::newRow("a minute in a second") << 60.0 << qint64(5'000);
        QTest::newRow("faster than a server answers") << 1'000.0 << qint64(3'000);
    }
    void anIncidentLastsInTheProgramsTime()
    {
        QFETCH(double, speed);
        QFETCH(qint64, lasts);
        ManualClock clock({1'700'000'000'000}, speed);
        ServerHealth health(clock);
        for (int i = 0; i < 3; ++i)
            health.note(502);
        QVERIFY(health.incident());
        QCOMPARE((health.incident()->until - clock.now()).count(), lasts);
        clock.advance(Millis(lasts - 1));
        QVERIFY(health.incident());
        clock.advance(Millis(1));
        QVERIFY(!health.incident());
    }

    void theServersClockIsTold()
    {
        Script script;
        QVERIFY(!script.github->serverAhead());
        const auto at = [&](Millis ahead) {
            const auto date = QDateTime::fromMSecsSinceEpoch((script.clock.now() + ahead).ms, Qt::UTC);
            return "Date: " + QLocale::c().toString(date, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
        };
        script.rest = [&](const auto&) { return Script::json(Json::object(), 404, {at(Millis(180000))}); };
        script.read({ReadWorkflowRun{.repository = repository, .id = 7}});
        QVERIFY(script.github->serverAhead());
        const Millis ahead = *script.github->serverAhead();
        QVERIFY(ahead > Millis(178000) && ahead <= Millis(180000));
        script.clock.jump(Millis(60000)); // no answer since then
        QCOMPARE(*script.github->serverAhead(), ahead - Millis(60000));
    }

    // --- whose run it is, and since when

    void dispatchedRunsAreFoundByGitHubsClockAndOurUser()
    {
        Script script;
        // Our clock is ten minutes ahead of GitHub's: what it made just now is older than our "just now".
        const Timestamp github = script.clock.now() - Millis(600000);
        const auto http = QDateTime::fromMSecsSinceEpoch(github.ms, Qt::UTC);
        const QList<QByteArray> date{
            "Date: " + QLocale::c().toString(http, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1()};
        const auto at = [&](int seconds) {
            return http.addSecs(seconds).toString(u"yyyy-MM-ddTHH:mm:ss'Z'"_s).toStdString();
        };
        script.graphql = [&](const Script::Asked&) {
            return Script::json(Json{{"data", {{"viewer", {{"login", "Operator"}}}}}}, 200, date);
        };
        script.rest = [&](const Script::Asked&) {
            return Script::json(Json{{"total_count", 4},
                                    {"workflow_runs",
                                        Json::array({runNode(1, at(1).c_str()), runNode(2, at(-60).c_str()),
                                            runNode(3, at(1).c_str(), "somebody"), runNode(4, at(0).c_str())})}},
                200, date);
        };
        const auto answer = script.read({FindDispatchedRuns{.repository = repository,
            .workflow = u"create.yml"_s,
            .branch = u"main"_s,
            .since = script.clock.now(),
            .actor = u"operator"_s}});
        QList<qint64> ids;
        for (const auto& run : std::get<CommitRuns>(*answer.at(0).answer).runs)
            ids.append(run.id);
        QCOMPARE(ids, (QList<qint64>{1, 4})); // not the one of before, not somebody's
        QVERIFY(script.asked.last().path.toLower().contains("actor=operator"));
        QVERIFY(
            script.asked.last().path.contains("created=%3E%3D" + QByteArray::fromStdString(at(0)).replace(":", "%3A")));
    }
};

QTEST_GUILESS_MAIN(GitHubEdgesTests)
#include "github_edges_tests.moc"
