// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_github.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QPromise>
#include <QRegularExpression>

#include <deque>

using namespace slipway;
using namespace slipway::github;
using Script = ScriptedGitHub;

Q_DECLARE_METATYPE(ScriptedGitHub::Answer)

namespace {

const QString shaA(40, u'a');
const QString shaB(40, u'b');
const RepositoryName repository{u"DEFRA"_s, u"tf-svc"_s};

Json repositoryNode()
{
    return Json{{"id", "R_1"}, {"nameWithOwner", "DEFRA/tf-svc"}, {"url", "https://github.test/DEFRA/tf-svc"},
        {"isArchived", false}, {"isLocked", false}, {"isEmpty", false}, {"viewerPermission", "WRITE"},
        {"autoMergeAllowed", true}, {"rebaseMergeAllowed", true}, {"squashMergeAllowed", false},
        {"mergeCommitAllowed", false}, {"templateRepository", nullptr},
        {"defaultBranchRef", {{"name", "main"}, {"target", {{"oid", shaA.toStdString()}}}}}, {"mergeQueue", nullptr}};
}

Json fileNode(const QByteArray& text, qint64 size, bool truncated = false)
{
    return Json{{"mode", 33188}, {"type", "blob"}, {"size", size}, {"oid", "f00"},
        {"object",
            {{"byteSize", size}, {"isBinary", false}, {"isTruncated", truncated}, {"text", text.toStdString()}}}};
}

Json pullNode(const char* id, int number, const char* state = "OPEN")
{
    return Json{{"id", id}, {"number", number}, {"url", "https://github.test/pull"}, {"title", "A title"},
        {"state", state}, {"merged", std::string(state) == "MERGED"}, {"mergedAt", nullptr}, {"isDraft", false},
        {"isCrossRepository", false}, {"repository", {{"nameWithOwner", "DEFRA/tf-svc"}}}, {"headRefName", "branch"},
        {"headRefOid", shaA.toStdString()}, {"baseRefName", "main"}, {"mergeCommit", {{"oid", shaB.toStdString()}}},
        {"mergeable", "MERGEABLE"}, {"mergeStateStatus", "BLOCKED"}, {"reviewDecision", nullptr},
        {"autoMergeRequest", nullptr}, {"isInMergeQueue", false},
        {"headRef", {{"target", {{"statusCheckRollup", {{"state", "PENDING"}}}}}}},
        {"timelineItems", {{"nodes", Json::array({Json{{"reason", "Base branch changed"}, {"reasonCode", "BASE"}}})}}}};
}

Json suiteNode(qint64 id, const char* slug = "github-actions", const char* event = "push")
{
    return Json{{"id", "CS_1"}, {"status", "COMPLETED"}, {"conclusion", "SUCCESS"}, {"app", {{"slug", slug}}},
        {"branch", {{"name", "main"}}},
        {"workflowRun",
            {{"databaseId", id}, {"url", "https://github.test/actions/runs/" + std::to_string(id)}, {"event", event},
                {"createdAt", "2026-11-21T10:00:00Z"}, {"updatedAt", "2026-11-21T10:05:00Z"},
                {"workflow", {{"name", "Deploy"}}}, {"file", {{"path", ".github/workflows/deploy.yml"}}}}}};
}

Json restRun(qint64 id, const QString& sha, const char* event = "push", const char* branch = "main")
{
    return Json{{"id", id}, {"name", "Deploy"}, {"path", ".github/workflows/deploy.yml@main"},
        {"html_url", "https://github.test/r"}, {"event", event}, {"head_branch", branch},
        {"head_sha", sha.toStdString()}, {"status", "in_progress"}, {"conclusion", nullptr}, {"run_attempt", 2},
        {"display_title", "A title"}, {"created_at", "2026-11-21T10:00:00Z"}, {"updated_at", "2026-11-21T10:05:00Z"}};
}

Json nodes(Json list) { return Json{{"nodes", std::move(list)}}; }

//! The data member for whatever pull requests a document asks for, by alias.
Json nodesAnswer(const Script::Asked& asked, qsizetype* most = nullptr)
{
    Json data = Json::object();
    static const QRegularExpression field(u"(\\w+):nodes\\(ids:\\$(\\w+)\\)"_s);
    auto matches = field.globalMatch(QString::fromUtf8(asked.query));
    while (matches.hasNext()) {
        const auto match = matches.next();
        Json list = Json::array();
        const Json variables = asked.variables();
        for (const auto& id : memberAt(variables, match.captured(2).toLatin1().constData()))
            list.push_back(pullNode(id.get<std::string>().c_str(), 1));
        if (most)
            *most = std::max(*most, qsizetype(list.size()));
        data[match.captured(1).toStdString()] = std::move(list);
    }
    return data;
}

//! Answers when the test says so.
class HeldHttp : public http::Http {
public:
    QFuture<http::Exchange> read(http::Request) override
    {
        ++asked;
        held.emplace_back();
        held.back().start();
        return held.back().future();
    }
    void answer(http::Response response)
    {
        auto promise = std::move(held.front());
        held.pop_front();
        promise.addResult(http::Exchange(std::move(response)));
        promise.finish();
    }
    std::deque<QPromise<http::Exchange>> held;
    int asked = 0;
};

QString codeOf(const ReadAnswer& answer) { return answer.answer.ok() ? u"ok"_s : answer.answer.error().code; }

} // namespace

class GitHubReadsTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anyMixtureIsOneRequest()
    {
        Script script;
        script.graphql = [](const Script::Asked& asked) {
            Json node = repositoryNode();
            node["base"] = {{"target",
                {{"oid", shaA.toStdString()}, {asked.alias("file", 0), fileNode("{\"a\":1}\n", 8)},
                    {asked.alias("file", 1), nullptr}}}};
            node[asked.alias("branch")] = {{"id", "REF_1"},
                {"target",
                    {{"oid", shaB.toStdString()}, {"message", "by Slipway"},
                        {"parents", nodes(Json::array({Json{{"oid", shaA.toStdString()}}}))}}}};
            node[asked.alias("pulls")] = nodes(Json::array({pullNode("PR_2", 2), pullNode("PR_1", 1, "CLOSED")}));
            Json data{{"rateLimit",
                {{"cost", 1}, {"remaining", 4990}, {"resetAt", "2026-11-21T23:00:00Z"}, {"limit", 5000}}}};
            data[asked.alias("repository")] = node;
            data[asked.alias("name")] = {{"nameWithOwner", "DEFRA/taken"}, {"url", "https://github.test/DEFRA/taken"}};
            data[asked.alias("teams")] = {{"teams",
                {{"nodes", Json::array({Json{{"slug", "fisheries"}, {"name", "Fisheries"}}})},
                    {"pageInfo", {{"hasNextPage", false}, {"endCursor", nullptr}}}}}};
            data[asked.alias("pullRequests")] = Json::array({pullNode("PR_9", 9, "MERGED"), pullNode("PR_8", 8)});
            data[asked.alias("commit")] = {{"object",
                {{"oid", shaA.toStdString()},
                    {"checkSuites",
                        nodes(Json::array({suiteNode(11073456019), suiteNode(7, "other-app"),
                            Json{
                                {"id", "CS_2"}, {"app", {{"slug", "github-actions"}}}, {"workflowRun", nullptr}}}))}}}};
            data[asked.alias("history")] = {{"ref",
                {{"target",
                     {{"history",
                         nodes(Json::array({Json{{"oid", shaB.toStdString()},
                             {"checkSuites",
                                 nodes(Json::array({suiteNode(5), suiteNode(6, "github-actions", "schedule")}))}}}))}}},
                    {"compare", {{"status", "BEHIND"}}}}}};
            data[asked.alias("created")] = nullptr;
            Json body{{"data", data}};
            body["errors"] =
                Json::array({Script::error("NOT_FOUND", "Could not resolve to a Repository with the name 'DEFRA/new'.",
                    Json::array({asked.alias("created")}))});
            return Script::json(body);
        };
        const QList<Read> reads{ReadRepository{repository, u"main"_s, {u"a.json"_s, u"gone.json"_s}, {u"slipway/x"_s}},
            ReadName{{u"DEFRA"_s, u"taken"_s}}, ReadTeams{u"DEFRA"_s}, WatchPullRequest{u"PR_9"_s},
            WatchPullRequest{u"PR_8"_s}, WatchCommitRuns{repository, shaA},
            WatchBranchRuns{repository, u"main"_s, shaA}, WatchRepository{{u"DEFRA"_s, u"new"_s}}};
        const auto answers = script.read(reads);
        QCOMPARE(script.asked.size(), 1);
        QCOMPARE(script.github->requestsSent(), 1);
        QCOMPARE(answers.size(), reads.size());
        for (const auto& answer : answers)
            QCOMPARE(codeOf(answer), u"ok"_s);

        const auto& asked = script.asked.constFirst();
        QCOMPARE(asked.method, QByteArray("POST"));
        QCOMPARE(asked.raw.header("Authorization"), QByteArray("Bearer ") + canary);
        QVERIFY(asked.raw.header("User-Agent").startsWith("slipway/"));
        QCOMPARE(asked.raw.header("X-GitHub-Api-Version"), QByteArray("2022-11-28"));
        QVERIFY(asked.query.startsWith("query Read("));
        // Values are variables.
        for (const auto* value : {"DEFRA", "slipway/x", "a.json", "PR_9"})
            QVERIFY2(!asked.query.contains(value), value);

        const auto snapshot = std::get<RepositorySnapshot>(*answers.at(0).answer);
        QCOMPARE(snapshot.baseOid, shaA);
        QCOMPARE(snapshot.info.permission, u"WRITE"_s);
        QVERIFY(snapshot.info.autoMergeAllowed && snapshot.info.rebaseAllowed && !snapshot.info.squashAllowed);
        QCOMPARE(snapshot.files.value(u"a.json"_s)->bytes, QByteArray("{\"a\":1}\n"));
        QCOMPARE(snapshot.files.value(u"a.json"_s)->mode, 0100644);
        QVERIFY(snapshot.files.contains(u"gone.json"_s) && !snapshot.files.value(u"gone.json"_s));
        QCOMPARE(snapshot.branches.value(u"slipway/x"_s)->oid, shaB);
        QCOMPARE(snapshot.branches.value(u"slipway/x"_s)->parentOid, shaA);
        const auto pulls = snapshot.pullRequests.value(u"slipway/x"_s);
        QCOMPARE(pulls.size(), 2);
        QCOMPARE(pulls.at(0).number, 2);
        QCOMPARE(pulls.at(0).mergedSha, QString()); // an open one has none, whatever stands there
        QCOMPARE(pulls.at(0).checks, u"PENDING"_s);
        QCOMPARE(pulls.at(0).autoMergeDisabledReason, u"Base branch changed"_s);
        QCOMPARE(pulls.at(1).state, PullRequestState::Closed);

        QVERIFY(std::get<NameState>(*answers.at(1).answer).taken);
        QCOMPARE(std::get<Teams>(*answers.at(2).answer).teams.at(0).slug, u"fisheries"_s);
        QCOMPARE(std::get<PullRequest>(*answers.at(3).answer).mergedSha, shaB);
        QCOMPARE(std::get<PullRequest>(*answers.at(4).answer).number, 8);
        const auto runs = std::get<CommitRuns>(*answers.at(5).answer).runs;
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.at(0).id, 11073456019);
        QCOMPARE(runs.at(0).path, u".github/workflows/deploy.yml"_s);
        QVERIFY(runs.at(0).succeeded());
        const auto branch = std::get<BranchRuns>(*answers.at(6).answer);
        QVERIFY(branch.contained);
        QCOMPARE(branch.commits.size(), 1);
        QCOMPARE(branch.commits.at(0).runs.size(), 1);
        QVERIFY(!std::get<RepositoryState>(*answers.at(7).answer).exists);
        QCOMPARE(script.github->budget().remaining, 4990);
    }

    void sameReadsAreAskedOnceAndShareTheAnswer()
    {
        Script script;
        script.graphql = [](const Script::Asked& asked) {
            Json node = repositoryNode();
            node["base"] = {{"target",
                {{"oid", shaA.toStdString()}, {asked.alias("file", 0), fileNode("x", 1)},
                    {asked.alias("file", 1), fileNode("y", 1)}}}};
            return Script::data(Json{{asked.alias("repository"), node}});
        };
        const auto answers = script.read({ReadRepository{repository, u"main"_s, {u"x"_s}, {}},
            ReadRepository{{u"defra"_s, u"TF-SVC"_s}, u"main"_s, {u"y"_s}, {}}});
        QCOMPARE(script.asked.size(), 1);
        QCOMPARE(script.asked.at(0).query.count(":repository("), 1);
        QCOMPARE(answers.size(), 2);
        for (const auto& answer : answers)
            QCOMPARE(std::get<RepositorySnapshot>(*answer.answer).files.size(), 2);
        // Told as read together, so that the answer to one serves whoever asks for the other next.
        for (const auto& answer : answers)
            QCOMPARE(std::get<ReadRepository>(answer.read).files, (QStringList{u"x"_s, u"y"_s}));
    }

    //! A merge is dated by GitHub's clock: the answer tells how far that is from ours.
    void whatWasMergedBeforeIsKnownByGitHubsClock()
    {
        Script script;
        const Timestamp now = script.clock.now();
        const auto github = QDateTime::fromMSecsSinceEpoch((now - Millis(600'000)).ms, Qt::UTC);
        script.graphql = [&](const Script::Asked& asked) {
            Json node = repositoryNode();
            node["base"] = {{"target", {{"oid", shaA.toStdString()}}}};
            return Script::json(Json{{"data", {{asked.alias("repository"), node}}}}, 200,
                {"Date: " + QLocale::c().toString(github, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1()});
        };
        const auto answers = script.read({ReadRepository{repository, u"main"_s, {}, {}}});
        const auto& snapshot = std::get<RepositorySnapshot>(*answers.at(0).answer);
        const Timestamp merged{github.toMSecsSinceEpoch() / 1000 * 1000};
        const PullRequest pullRequest{.mergedAt = merged};
        QVERIFY(!snapshot.isMergedBefore(pullRequest, now)); // perhaps in that very second
        QVERIFY(snapshot.isMergedBefore(pullRequest, now + Millis(3'000)));
        QVERIFY(!snapshot.isMergedBefore(PullRequest{}, now + Millis(3'000)));
    }

    void aMissingRepositorySpoilsNothingElse()
    {
        Script script;
        script.graphql = [](const Script::Asked& asked) {
            Json data;
            data[asked.alias("repository")] = nullptr;
            data[asked.alias("name", 0)] = nullptr;
            data[asked.alias("name", 1)] = nullptr;
            data[asked.alias("moved", 0)] = nullptr;
            data[asked.alias("pullRequests")] = Json::array({nullptr, pullNode("PR_2", 2)});
            Json body{{"data", data}};
            body["errors"] = Json::array({
                Script::error("NOT_FOUND", "Could not resolve to a Repository with the name 'o/r'.",
                    Json::array({asked.alias("repository")})),
                Script::error("NOT_FOUND", "Could not resolve to a Repository with the name 'o/free'.",
                    Json::array({asked.alias("name", 0)})),
                Script::error("NOT_FOUND", "Could not resolve to a Repository with the name 'o/free'.",
                    Json::array({asked.alias("moved", 0)})),
                Script::error("FORBIDDEN", "Resource not accessible by personal access token",
                    Json::array({asked.alias("name", 1)})),
                Script::error("NOT_FOUND", "Could not resolve to a node with the global id of 'PR_1'",
                    Json::array({asked.alias("pullRequests"), 0})),
            });
            return Script::json(body);
        };
        const auto answers = script.read({ReadRepository{repository, u"main"_s, {}, {}}, ReadName{{u"o"_s, u"free"_s}},
            ReadName{{u"o"_s, u"hidden"_s}}, WatchPullRequest{u"PR_1"_s}, WatchPullRequest{u"PR_2"_s}});
        QCOMPARE(codeOf(answers.at(0)), errc::githubNotFound);
        QCOMPARE(textAt(answers.at(0).answer.error().args, "repository"), u"DEFRA/tf-svc"_s);
        QCOMPARE(textAt(answers.at(0).answer.error().details, "requestId"), u"ABCD:1234"_s);
        QVERIFY(textAt(answers.at(0).answer.error().details, "text").contains(u"Could not resolve"_s));
        QVERIFY(!std::get<NameState>(*answers.at(1).answer).taken);
        // Not being allowed to look is not the same as free, nor as taken.
        QCOMPARE(codeOf(answers.at(2)), errc::githubForbidden);
        QCOMPARE(codeOf(answers.at(3)), errc::githubNotVisible);
        QCOMPARE(std::get<PullRequest>(*answers.at(4).answer).number, 2);
    }

    void aFileThatCouldNotBeReadIsNotAMissingFile()
    {
        Script script;
        bool optional = false;
        script.graphql = [&](const Script::Asked& asked) {
            Json node = repositoryNode();
            node["base"] = {{"target", {{"oid", shaA.toStdString()}, {asked.alias("file"), nullptr}}}};
            Json body{{"data", {{asked.alias("repository"), node}}}};
            const auto where = optional
                ? Json::array({asked.alias("repository"), "mergeQueue"})
                : Json::array({asked.alias("repository"), "base", "target", asked.alias("file")});
            body["errors"] = Json::array({Script::error("FORBIDDEN", "Resource not accessible", where)});
            return Script::json(body);
        };
        const ReadRepository read{repository, u"main"_s, {u"a.json"_s}, {}};
        QCOMPARE(codeOf(script.read({read}).at(0)), errc::githubForbidden);
        optional = true;
        QCOMPARE(codeOf(script.read({read}).at(0)), u"ok"_s);
    }

    void cutOffAndStrangelyEncodedFilesAreFetchedWhole()
    {
        Script script;
        const QByteArray large(600000, 'x');
        const QByteArray marked = "\xef\xbb\xbf{}";
        bool restWorks = true;
        script.graphql = [&](const Script::Asked& asked) {
            Json node = repositoryNode();
            node["base"] = {{"target",
                {{"oid", shaA.toStdString()},
                    {asked.alias("file", 0), fileNode(large.left(512000), large.size(), true)},
                    {asked.alias("file", 1), fileNode("{}", marked.size())}}}};
            return Script::data(Json{{asked.alias("repository"), node}});
        };
        script.rest = [&](const Script::Asked& asked) {
            if (!restWorks)
                return Script::Answer{404, "{\"message\":\"Not Found\"}"};
            return Script::Answer{200, asked.path.contains("large") ? large : marked};
        };
        const ReadRepository read{repository, u"main"_s, {u"a dir/large.json"_s, u"marked.json"_s}, {}};
        auto snapshot = std::get<RepositorySnapshot>(*script.read({read}).at(0).answer);
        QCOMPARE(snapshot.files.value(u"a dir/large.json"_s)->bytes, large);
        QVERIFY(!snapshot.files.value(u"a dir/large.json"_s)->truncated);
        QCOMPARE(snapshot.files.value(u"marked.json"_s)->bytes, marked);
        QCOMPARE(script.asked.size(), 3);
        QCOMPARE(script.asked.at(1).raw.header("Accept"), QByteArray("application/vnd.github.raw+json"));
        QCOMPARE(script.asked.at(1).path, "/repos/DEFRA/tf-svc/contents/a%20dir/large.json?ref=" + shaA.toUtf8());

        restWorks = false;
        snapshot = std::get<RepositorySnapshot>(*script.read({read}).at(0).answer);
        QVERIFY(!snapshot.files.value(u"a dir/large.json"_s)->bytes);
        QVERIFY(snapshot.files.value(u"a dir/large.json"_s)->truncated);
    }

    void teamsComeInPages()
    {
        Script script;
        script.graphql = [](const Script::Asked& asked) {
            const bool second = asked.query.contains("after:");
            return Script::data(Json{{asked.alias("teams"),
                {{"teams",
                    {{"nodes", Json::array({Json{{"slug", second ? "zoo" : "ark"}, {"name", second ? "Zoo" : "Ark"}}})},
                        {"pageInfo", {{"hasNextPage", !second}, {"endCursor", second ? "e2" : "e1"}}}}}}}});
        };
        const auto teams = std::get<Teams>(*script.read({ReadTeams{u"DEFRA"_s}}).at(0).answer).teams;
        QCOMPARE(teams.size(), 2);
        QCOMPARE(teams.at(1).slug, u"zoo"_s);
        QVERIFY(toBytes(script.asked.at(1).variables()).contains("e1"));
    }

    void aTokenThatMayNotReadChecksReadsRunsByRest()
    {
        Script script;
        script.graphql = [](const Script::Asked& asked) {
            Json body{{"data", Json::object()}};
            Json errors = Json::array();
            const auto deny = [&](const std::string& alias, Json value, Json path) {
                body["data"][alias] = std::move(value);
                path.insert(path.begin(), alias);
                errors.push_back(
                    Script::error("FORBIDDEN", "Resource not accessible by personal access token", std::move(path)));
            };
            if (asked.query.contains("commit"))
                deny(asked.alias("commit"), {{"object", {{"checkSuites", nullptr}}}},
                    Json::array({"object", "checkSuites"}));
            auto node = repositoryNode();
            node["defaultBranchRef"]["target"]["checkSuites"] = nullptr;
            deny(asked.alias("created"), node, Json::array({"defaultBranchRef", "target", "checkSuites"}));
            body["errors"] = errors;
            return Script::json(body);
        };
        script.rest = [](const Script::Asked&) {
            return Script::json(Json{{"workflow_runs", Json::array({restRun(11073456019, shaA), restRun(2, shaB)})}});
        };
        auto answers = script.read({WatchCommitRuns{repository, shaA}, WatchRepository{repository}});
        const auto runs = std::get<CommitRuns>(*answers.at(0).answer).runs;
        QCOMPARE(runs.size(), 1); // the stranger's is left out
        QCOMPARE(runs.at(0).id, 11073456019);
        QCOMPARE(runs.at(0).status, u"IN_PROGRESS"_s);
        QCOMPARE(runs.at(0).path, u".github/workflows/deploy.yml"_s);
        QCOMPARE(runs.at(0).attempt, 2);
        const auto state = std::get<RepositoryState>(*answers.at(1).answer);
        QVERIFY(state.exists && state.runsReadable);
        QCOMPARE(state.runs.size(), 1);
        // Having learnt it, it does not ask in vain again.
        const auto before = script.asked.size();
        answers = script.read({WatchCommitRuns{repository, shaA}});
        QCOMPARE(codeOf(answers.at(0)), u"ok"_s);
        QCOMPARE(script.asked.size(), before + 1);
        QVERIFY(script.asked.constLast().path.startsWith("/repos/DEFRA/tf-svc/actions/runs?head_sha=" + shaA.toUtf8()));
    }

    //! Each app makes a suite for each push; the one with our run may be the last of many.
    void aRunBehindManyCheckSuitesIsSeen()
    {
        Script script;
        bool cut = true;
        script.graphql = [&](const Script::Asked& asked) {
            Json suites = nodes(Json::array({suiteNode(5, "some-app")}));
            suites["totalCount"] = cut ? 31 : 1;
            auto repository = repositoryNode();
            repository["defaultBranchRef"]["target"]["checkSuites"] = suites;
            Json history = nodes(Json::array({{{"oid", shaA.toStdString()}, {"checkSuites", suites}}}));
            return Script::data(Json{
                {asked.alias("commit"), {{"object", {{"oid", shaA.toStdString()}, {"checkSuites", suites}}}}},
                {asked.alias("created"), std::move(repository)},
                {asked.alias("history"),
                    {{"ref", {{"target", {{"history", std::move(history)}}}, {"compare", {{"status", "BEHIND"}}}}}}}});
        };
        script.rest = [](const Script::Asked& asked) {
            if (asked.path.contains("/compare/"))
                return Script::json(Json{{"status", "ahead"}});
            Json runs = Json::array();
            const bool second = asked.path.contains("&page=2");
            for (int id = second ? 101 : 1; id <= (second ? 120 : 100); ++id)
                runs.push_back(restRun(id, shaA));
            return Script::json(Json{{"total_count", 120}, {"workflow_runs", runs}});
        };
        const QList<Read> reads{WatchCommitRuns{repository, shaA}, WatchRepository{repository},
            WatchBranchRuns{repository, u"main"_s, shaA}};
        const auto answers = script.read(reads);
        QCOMPARE(std::get<CommitRuns>(*answers.at(0).answer).runs.size(), 120);
        QCOMPARE(std::get<RepositoryState>(*answers.at(1).answer).runs.size(), 120);
        const auto branch = std::get<BranchRuns>(*answers.at(2).answer);
        QVERIFY(branch.contained);
        QCOMPARE(
            branch.commits.constFirst().runs.size(), 100); // the newest: it goes on for as long as there is a branch
        cut = false; // the next commit may have fewer: they cost one request for all of them
        const auto before = script.asked.size();
        QVERIFY(std::get<CommitRuns>(*script.read(reads).at(0).answer).runs.isEmpty());
        QCOMPARE(script.asked.size(), before + 1);
    }

    void restReads()
    {
        Script script;
        script.graphql = [](const auto&) { return Script::data(Json{{"viewer", {{"login", "octo"}}}}); };
        script.rest = [](const Script::Asked& asked) {
            if (asked.path.contains("/compare/"))
                return Script::json(Json{{"status", "ahead"}});
            if (asked.path.contains("/runs/404"))
                return Script::json(Json{{"message", "Not Found"}}, 404);
            if (asked.path.contains("/actions/runs/"))
                return Script::json(restRun(11073456019, shaA));
            return Script::json(Json{{"workflow_runs",
                Json::array({restRun(1, shaA, "workflow_dispatch"), restRun(2, shaA, "push"),
                    restRun(3, shaA, "workflow_dispatch", "other")})}});
        };
        const auto since = *Timestamp::fromIso(u"2026-11-21T09:59:00Z"_s);
        const auto answers = script.read({CompareCommits{repository, shaA, shaB},
            ReadWorkflowRun{repository, 11073456019},
            FindDispatchedRuns{repository, u"create_repo.yml"_s, u"main"_s, since}, ReadWorkflowRun{repository, 404}});
        QVERIFY(std::get<Comparison>(*answers.at(0).answer).headContainsBase());
        QCOMPARE(std::get<WorkflowRun>(*answers.at(1).answer).attempt, 2);
        const auto runs = std::get<CommitRuns>(*answers.at(2).answer).runs;
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.at(0).id, 1);
        QCOMPARE(codeOf(answers.at(3)), errc::githubNotFound);
        QList<QByteArray> paths;
        for (const auto& asked : script.asked)
            paths << asked.path;
        QVERIFY(paths.contains("/repos/DEFRA/tf-svc/compare/" + shaA.toUtf8() + "..." + shaB.toUtf8() + "?per_page=1"));
        QVERIFY2(paths.contains("/repos/DEFRA/tf-svc/actions/workflows/create_repo.yml/runs?event=workflow_dispatch"
                                "&branch=main&created=%3E%3D2026-11-21T09%3A58%3A00Z&actor=octo&per_page=100"),
            paths.join(" ").constData());
    }

    void theJobsOfAFailedRunTellWhereItFailed()
    {
        Script script;
        const std::string token = "ghp_" + std::string(36, 'a');
        bool mayReadChecks = true;
        script.rest = [&](const Script::Asked& asked) {
            if (asked.path.contains("/check-runs/")) {
                const auto note = [](const char* path, int line, const char* level, const std::string& message) {
                    return Json{
                        {"path", path}, {"start_line", line}, {"annotation_level", level}, {"message", message}};
                };
                Json notes = Json::array();
                notes.push_back(note("main.tf", 7, "warning", "deprecated"));
                notes.push_back(note("main.tf", 7, "failure", "the key " + token + " is\nno key"));
                for (int i = 0; i < 9; ++i)
                    notes.push_back(note(".github", 1, "failure", std::string(5000, 'x')));
                return mayReadChecks ? Script::json(notes)
                                     : Script::json(Json{{"message", "Resource not accessible"}}, 403);
            }
            const auto step = [](const char* name, const char* conclusion) {
                return Json{{"name", name}, {"conclusion", conclusion}};
            };
            const auto job = [&](int id, const char* name, const char* conclusion) {
                return Json{{"id", id}, {"name", name}, {"conclusion", conclusion},
                    {"html_url", "https://github.test/job/" + std::to_string(id)},
                    {"steps",
                        Json::array(
                            {step("Set up job", "success"), step("Apply", conclusion), step("Later", "failure")})}};
            };
            return Script::json(Json{{"total_count", 3},
                {"jobs",
                    Json::array(
                        {job(1, "lint", "success"), job(2, "deploy", "cancelled"), job(3, "terraform", "failure")})}});
        };
        const auto read = [&] {
            return std::get<FailedJobs>(*script.read({ReadFailedJobs{repository, 11073456019}}).at(0).answer);
        };
        auto failed = read();
        QCOMPARE(failed.jobs.size(), 2);
        QCOMPARE(failed.jobs.at(0).name, u"terraform"_s); // what failed goes before what was cancelled then
        QCOMPARE(failed.jobs.at(0).step, u"Apply"_s);
        QCOMPARE(failed.jobs.at(0).url, u"https://github.test/job/3"_s);
        QCOMPARE(failed.notes.size(), 5);
        QCOMPARE(failed.notes.at(0), u"main.tf:7: the key (redacted) is no key"_s);
        QVERIFY(failed.notes.at(1).size() <= 300);
        QCOMPARE(script.asked.size(), 2);
        QCOMPARE(
            script.asked.at(0).path, "/repos/DEFRA/tf-svc/actions/runs/11073456019/jobs?filter=latest&per_page=100");
        QCOMPARE(script.asked.at(1).path, "/repos/DEFRA/tf-svc/check-runs/3/annotations?per_page=50");
        mayReadChecks = false; // as fine-grained tokens: the jobs are told all the same
        failed = read();
        QCOMPARE(failed.jobs.size(), 2);
        QVERIFY(failed.notes.isEmpty());
    }

    //! Whose runs are looked for: those of who sent the dispatch, as long as the token is hers.
    void whoSentADispatchDecidesWhichRunsCount_data()
    {
        QTest::addColumn<QString>("sentBy");
        QTest::addColumn<QList<qint64>>("found");
        QTest::newRow("the token's user") << u"Octo"_s << QList<qint64>{1};
        QTest::newRow("another user, before") << u"mia"_s << QList<qint64>{1, 2};
        QTest::newRow("not known, but with this token") << QString() << QList<qint64>{1};
        QTest::newRow("not known") << QString() << QList<qint64>{1, 2};
        QTest::newRow("anybody") << QString() << QList<qint64>{1, 2};
    }
    void whoSentADispatchDecidesWhichRunsCount()
    {
        QFETCH(QString, sentBy);
        Script script;
        script.graphql = [](const auto&) { return Script::data(Json{{"viewer", {{"login", "octo"}}}}); };
        script.rest = [](const Script::Asked& asked) {
            Json runs = Json::array();
            for (const auto& [id, login] : {std::pair{1, "octo"}, {2, "mia"}}) {
                if (asked.path.contains("actor=") && !asked.path.contains(QByteArray("actor=") + login)
                    && !asked.path.toLower().contains(QByteArray("actor=") + login))
                    continue;
                runs.push_back(restRun(id, shaA, "workflow_dispatch"));
                runs.back()["actor"] = {{"login", login}};
            }
            return Script::json(Json{{"workflow_runs", runs}});
        };
        // Before this connection began it may have been anybody's token.
        const auto since = script.clock.now() - Millis(QByteArray(QTest::currentDataTag()) == "not known" ? 1 : 0);
        const FindDispatchedRuns find{.repository = repository,
            .workflow = u"c.yml"_s,
            .branch = u"main"_s,
            .since = since,
            .actor = sentBy,
            .anybody = QByteArray(QTest::currentDataTag()) == "anybody"};
        const auto answers = script.read({find});
        QList<qint64> ids;
        for (const auto& run : std::get<CommitRuns>(*answers.at(0).answer).runs)
            ids.append(run.id);
        QTEST(ids, "found");
    }

    //! Whoever does not know who she is could take a stranger's run for her own.
    void asLongAsItIsNotKnownWhoWeAreNoRunIsOurs()
    {
        Script script;
        script.rest = [](const auto&) {
            return Script::json(Json{{"workflow_runs", Json::array({restRun(1, shaA, "workflow_dispatch")})}});
        };
        const auto find = [&] {
            return script
                .read({FindDispatchedRuns{.repository = repository,
                    .workflow = u"c.yml"_s,
                    .branch = u"main"_s,
                    .since = script.clock.now(),
                    .actor = u"octo"_s}})
                .at(0);
        };
        script.graphql = [](const auto&) { return Script::Answer{502, "bad gateway", {}}; };
        QCOMPARE(codeOf(find()), errc::serverError);
        script.graphql = [](const auto&) { return Script::data(Json{{"viewer", nullptr}}); };
        QCOMPARE(codeOf(find()), errc::answerUnreadable);
        for (const auto& asked : script.asked)
            QCOMPARE(asked.method, QByteArray("POST")); // the runs were not even asked for
        script.graphql = [](const auto&) { return Script::data(Json{{"viewer", {{"login", "octo"}}}}); };
        QVERIFY(find().answer.ok());
    }

    void runsFromAfterTheSpanDoNotCount()
    {
        Script script;
        script.graphql = [](const auto&) { return Script::data(Json{{"viewer", {{"login", "octo"}}}}); };
        script.rest = [](const auto&) {
            return Script::json(Json{{"workflow_runs", Json::array({restRun(1, shaA, "workflow_dispatch")})}});
        };
        const auto created = std::get<CommitRuns>(
            *script.read({FindDispatchedRuns{repository, u"c.yml"_s, u"main"_s, Timestamp{0}}}).at(0).answer)
                                 .runs.constFirst()
                                 .createdAt;
        const auto found = [&](Millis before) {
            const auto answers = script.read({FindDispatchedRuns{.repository = repository,
                .workflow = u"c.yml"_s,
                .branch = u"main"_s,
                .since = Timestamp{0},
                .until = *created - before}});
            return std::get<CommitRuns>(*answers.at(0).answer).runs.size();
        };
        QCOMPARE(found(Millis(0)), 1);
        QCOMPARE(found(Millis(59'000)), 1); // how far the clocks are apart is not known yet
        QCOMPARE(found(Millis(61'000)), 0);
    }

    //! The hundred that GitHub lists first are those that came after it.
    void aDispatchIsLookedForOnEveryPage()
    {
        Script script;
        int listed = 150;
        script.graphql = [](const auto&) { return Script::data(Json{{"viewer", {{"login", "octo"}}}}); };
        script.rest = [&](const Script::Asked& asked) {
            const int page = asked.path.endsWith("&page=2") ? 2 : 1;
            if (listed > 200) // and however many are asked for, there are more
                listed += 100;
            Json runs = Json::array();
            for (int i = (page - 1) * 100; i < std::min(page * 100, listed); ++i)
                runs.push_back(restRun(1000 - i, shaA, "workflow_dispatch"));
            if (page == 2) // one that came meanwhile has pushed the last of the first page onto the second
                runs.push_back(restRun(901, shaA, "workflow_dispatch"));
            return Script::json(Json{{"total_count", listed}, {"workflow_runs", runs}});
        };
        const FindDispatchedRuns find{.repository = repository,
            .workflow = u"c.yml"_s,
            .branch = u"main"_s,
            .since = Timestamp{0},
            .until = *Timestamp::fromIso(u"2026-11-21T10:00:30Z"_s)};
        const auto runs = std::get<CommitRuns>(*script.read({find}).at(0).answer).runs;
        QCOMPARE(runs.size(), 150);
        QCOMPARE(runs.constLast().id, 851);
        QVERIFY2(script.asked.constLast().path.contains(
                     "created=1969-12-31T23%3A59%3A00Z..2026-11-21T10%3A01%3A30Z&per_page=100&page=2"),
            script.asked.constLast().path.constData());

        listed =
            201; // GitHub never lists more than a thousand: what was not seen whole says of nothing that it is not there
        const auto before = script.asked.size();
        QCOMPARE(codeOf(script.read({find}).at(0)), errc::githubRefused);
        QCOMPARE(script.asked.size() - before, 10);
    }

    //! GitHub takes such a ref and names the runs by the branch alone.
    void aDispatchIsLookedForByTheNameOfItsBranch_data()
    {
        QTest::addColumn<QString>("ref");
        QTest::newRow("branch") << u"refs/heads/main"_s;
        QTest::newRow("tag") << u"refs/tags/main"_s;
        QTest::newRow("name") << u"main"_s;
    }
    void aDispatchIsLookedForByTheNameOfItsBranch()
    {
        QFETCH(QString, ref);
        Script script;
        script.graphql = [](const auto&) { return Script::data(Json{{"viewer", {{"login", "octo"}}}}); };
        script.rest = [](const auto&) {
            return Script::json(Json{{"workflow_runs", Json::array({restRun(1, shaA, "workflow_dispatch")})}});
        };
        const auto answers = script.read({FindDispatchedRuns{repository, u"c.yml"_s, ref, Timestamp{0}}});
        QCOMPARE(std::get<CommitRuns>(*answers.at(0).answer).runs.size(), 1);
        QVERIFY(script.asked.constLast().path.contains("&branch=main&"));
    }

    //! A file with a token that holds somebody else's by now.
    void anotherTokenMayBeSomebodyElses()
    {
        Script script;
        QByteArray inFile = "token-of-octo";
        github::Connection connection{script.server.url(QString()), {}};
        connection.tokens = [&](http::Http&, Clock& clock) {
            return std::make_unique<FixedToken>(
                clock, Secret("token-of-octo"), [&] { return Result<Secret>(Secret(inFile)); });
        };
        script.github = std::make_unique<GitHub>(*script.http, script.clock, std::move(connection));
        bool revoked = false;
        script.graphql = [&](const Script::Asked& asked) {
            const bool first = asked.raw.header("Authorization").contains("token-of-octo");
            if (first && revoked)
                return Script::Answer{401, R"({"message":"Bad credentials"})"};
            return Script::data(Json{{"viewer", {{"login", first ? "octo" : "mia"}}}});
        };
        script.read({ReadName{repository}});
        QCOMPARE(script.github->login(), u"octo"_s);
        revoked = true;
        script.read({ReadName{repository}});
        inFile = "token-of-mia";
        script.read({ReadName{repository}});
        QCOMPARE(script.github->login(), u"mia"_s);
    }

    void hundredsOfPullRequestsAreFewRequests()
    {
        Script script;
        qsizetype mostIds = 0;
        script.graphql = [&](const Script::Asked& asked) { return Script::data(nodesAnswer(asked, &mostIds)); };
        QList<Read> reads;
        for (int i = 0; i < 450; ++i)
            reads << WatchPullRequest{u"PR_%1"_s.arg(i)};
        const auto answers = script.read(reads);
        QCOMPARE(script.asked.size(), 3); // 200, 200, 50
        QCOMPARE(mostIds, 100); // GitHub takes no more in one nodes()
        for (int i = 0; i < 450; ++i)
            QCOMPARE(std::get<PullRequest>(*answers.at(i).answer).nodeId, u"PR_%1"_s.arg(i));
        QVERIFY(script.asked.at(0).query.startsWith("query Watch("));
    }

    void whatIsArmedIsWatchedWithoutItsHistoryUntilThatMatters()
    {
        Script script;
        Json armed = pullNode("PR_1", 1), open = pullNode("PR_2", 2);
        armed["autoMergeRequest"] = Json{{"enabledAt", "2026-01-01T00:00:00Z"}};
        open["autoMergeRequest"] = nullptr;
        QList<bool> withHistory;
        script.graphql = [&](const Script::Asked& asked) {
            Json data = nodesAnswer(asked);
            for (auto& list : data)
                for (auto& node : list)
                    node = textAt(node, "id") == u"PR_1"_s ? armed : open;
            withHistory.append(asked.query.contains("timelineItems("));
            return Script::data(data);
        };
        const auto look = [&](const char* id) {
            withHistory.clear();
            const auto answers = script.read({WatchPullRequest{QString::fromLatin1(id)}});
            return std::get<PullRequest>(*answers.front().answer);
        };
        QVERIFY(look("PR_1").autoMergeArmed);
        QCOMPARE(withHistory, QList<bool>({true})); // not known yet
        look("PR_1");
        QCOMPARE(withHistory, QList<bool>({false}));
        for (int i = 0; i < 2; ++i) {
            look("PR_2"); // whoever is not armed may have been disarmed
            QCOMPARE(withHistory, QList<bool>({true}));
        }
        // Switched off by a person: nobody decides upon an answer that does not say so.
        armed["autoMergeRequest"] = nullptr;
        armed["timelineItems"] = Json{{"nodes",
            Json::array({{{"__typename", "AutoMergeDisabledEvent"}, {"actor", {{"login", "ada"}}},
                {"reason", "Manually disabled by user"}}})}};
        QCOMPARE(look("PR_1").autoMergeDisabledBy, u"ada"_s);
        QCOMPARE(withHistory, QList<bool>({false, true}));
        QCOMPARE(look("PR_1").autoMergeDisabledBy, u"ada"_s);
        QCOMPARE(withHistory, QList<bool>({true}));
        // Merged: there is nothing to ask.
        armed["autoMergeRequest"] = Json{{"enabledAt", "2026-01-01T00:00:00Z"}};
        look("PR_1");
        armed["autoMergeRequest"] = nullptr;
        armed["state"] = "MERGED";
        QVERIFY(look("PR_1").state == PullRequestState::Merged);
        QCOMPARE(withHistory, QList<bool>({false}));
    }

    void whatWasTooHeavyIsLearnt_data()
    {
        QTest::addColumn<Script::Answer>("refusal");
        const auto refused = [](const char* type) {
            return Script::json(
                Json{{"data", nullptr}, {"errors", Json::array({Script::error(type, "Too much for one query.")})}});
        };
        QTest::newRow("resources") << refused("RESOURCE_LIMITS_EXCEEDED");
        QTest::newRow("nodes") << refused("MAX_NODE_LIMIT_EXCEEDED");
        QTest::newRow("arguments") << refused("ARGUMENT_LIMIT");
    }
    void whatWasTooHeavyIsLearnt()
    {
        QFETCH(Script::Answer, refusal);
        Script script;
        script.graphql = [&](const Script::Asked& asked) {
            return asked.query.count(":nodes(") > 1 ? refusal : Script::data(nodesAnswer(asked));
        };
        QList<Read> reads;
        for (int i = 0; i < 200; ++i)
            reads << WatchPullRequest{u"PR_%1"_s.arg(i)};
        for (const auto& answer : script.read(reads))
            QCOMPARE(codeOf(answer), u"ok"_s);
        QCOMPARE(script.asked.size(), 3); // the whole, then its halves
        script.read(reads);
        QCOMPARE(script.asked.size(), 5); // at once in halves
        for (int i = 0; i < 20; ++i)
            script.read(reads);
        const auto wholes = std::count_if(script.asked.begin(), script.asked.end(),
            [](const auto& asked) { return asked.query.count(":nodes(") > 1; });
        QVERIFY(wholes > 1); // and after a while more is tried again
        QVERIFY(!script.github->budget().limitedUntil); // it is no limit of the token
    }

    void aLookThatTimedOutIsMadeInSmallerPieces()
    {
        Script script;
        script.graphql = [&](const Script::Asked& asked) {
            return asked.query.count(":nodes(") > 1 ? Script::Answer{502, "<html>Unicorn</html>", {}}
                                                    : Script::data(nodesAnswer(asked));
        };
        QList<Read> reads;
        for (int i = 0; i < 200; ++i)
            reads << WatchPullRequest{u"PR_%1"_s.arg(i)};
        QCOMPARE(codeOf(script.read(reads).at(0)), errc::serverError);
        QCOMPARE(script.asked.size(), 1); // not at once: GitHub may be down
        for (const auto& answer : script.read(reads))
            QCOMPARE(codeOf(answer), u"ok"_s);
    }

    void aDocumentThatIsTooHeavyIsHalved()
    {
        Script script;
        script.graphql = [](const Script::Asked& asked) {
            if (asked.query.count(":repository(") > 2)
                return Script::json(Json{{"data", nullptr},
                    {"errors",
                        Json::array(
                            {Script::error("RESOURCE_LIMITS_EXCEEDED", "Resource limits for this query exceeded.")})}});
            return Script::data(Json{{asked.alias("name"), {{"nameWithOwner", "x/y"}, {"url", "u"}}}});
        };
        const auto answers =
            script.read({ReadName{{u"a"_s, u"1"_s}}, ReadName{{u"a"_s, u"2"_s}}, ReadName{{u"a"_s, u"3"_s}}});
        for (const auto& answer : answers)
            QCOMPARE(codeOf(answer), u"ok"_s);
        QCOMPARE(script.asked.size(), 5);
    }

    void failuresOfTheWholeRequest_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("401") << 401 << QByteArray(R"({"message":"Bad credentials"})") << errc::githubBadCredentials;
        QTest::newRow("502 HTML") << 502 << QByteArray("<html>Unicorn</html>") << errc::serverError;
        QTest::newRow("garbage") << 200 << QByteArray("<html>hello</html>") << errc::answerUnreadable;
        QTest::newRow("other JSON") << 200 << QByteArray("[]") << errc::answerUnreadable;
        QTest::newRow("deep JSON") << 200 << QByteArray(R"({"data":)") + QByteArray(5000, '[')
                                   << errc::answerUnreadable;
        QTest::newRow("redirect to elsewhere") << 307 << QByteArray() << errc::networkRedirected;
        QTest::newRow("validation") << 200
                                    << QByteArray(R"({"errors":[{"message":"Field x does not exist on type Y"}]})")
                                    << errc::githubRefused;
        QTest::newRow("null data") << 200 << QByteArray(R"({"data":null})") << errc::answerUnreadable;
    }
    void failuresOfTheWholeRequest()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, code);
        Script script;
        script.graphql = [&](const Script::Asked&) {
            return Script::Answer{status, body, {"Location: https://elsewhere.example/x"}};
        };
        const auto answers = script.read({ReadRepository{repository, u"main"_s, {}, {}}, ReadName{repository},
            ReadTeams{u"o"_s}, WatchPullRequest{u"PR_1"_s}, WatchBranchRuns{repository, u"main"_s, shaA},
            WatchRepository{repository}});
        for (const auto& answer : answers) {
            QCOMPARE(codeOf(answer), code);
            QVERIFY(!toBytes(toJson(answer.answer.error())).contains(canary));
        }
    }

    void sensiblyRefusesToAskForNothing()
    {
        Script script;
        QCOMPARE(codeOf(script.read({WatchCommitRuns{repository, QString()}}).at(0)), errc::internal);
        QCOMPARE(script.read({}).size(), 0);
        QCOMPARE(script.asked.size(), 0);
    }

    void tenReadsAreUnderWayAtOnce()
    {
        ManualClock clock;
        HeldHttp http;
        GitHub github(http, clock, {QUrl(u"https://api.github.com"_s), Secret(canary)});
        QList<Read> reads;
        for (int i = 0; i < 25; ++i)
            reads << CompareCommits{repository, shaA, QString(40, QChar(u'0' + i % 10)) + QString::number(i)};
        auto answers = github.read(reads);
        QCOMPARE(http.held.size(), 10U);
        http.answer({.status = 404, .body = "{}"});
        QTRY_COMPARE(http.held.size(), 10U);
        QCOMPARE(http.asked, 11);
        // GitHub says stop: what waits for its turn is not sent any more.
        http.answer({.status = 429, .headers = {{"Retry-After", "60"}}, .body = "{}"});
        QCoreApplication::processEvents();
        QCOMPARE(http.held.size(), 9U);
        while (!http.held.empty())
            http.answer({.status = 404, .body = "{}"});
        QTRY_VERIFY(answers.isFinished());
        QCOMPARE(http.asked, 11);
        const auto all = answers.result();
        QCOMPARE(codeOf(all.first()), errc::githubNotFound);
        QCOMPARE(codeOf(all.last()), errc::githubRateLimited);
        QVERIFY(!textAt(all.last().answer.error().args, "until").isEmpty());
    }

    void theWholeTokenWaitsWhileLimited_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QList<QByteArray>>("headers");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        const QByteArray primary = R"({"message":"API rate limit exceeded for user ID 1."})";
        const QByteArray secondary = R"({"message":"You have exceeded a secondary rate limit."})";
        const QByteArray graphql =
            R"({"errors":[{"type":"RATE_LIMIT","code":"graphql_rate_limit","message":"API rate limit already exceeded for user ID 1."}]})";
        QTest::newRow("Retry-After") << 403 << secondary << QList<QByteArray>{"Retry-After: 90"} << 90 << 90;
        // The server's clock is an hour behind ours; what counts is the difference of its own times.
        QTest::newRow("primary") << 429 << primary
                                 << QList<QByteArray>{"X-RateLimit-Remaining: 0", "X-RateLimit-Limit: 5000",
                                        "X-RateLimit-Reset: 1699997000", "Date: Tue, 14 Nov 2023 21:13:20 GMT"}
                                 << 601 << 601;
        QTest::newRow("secondary") << 403 << secondary << QList<QByteArray>{"X-RateLimit-Remaining: 4000"} << 60 << 66;
        QTest::newRow("GraphQL") << 200 << graphql << QList<QByteArray>{} << 60 << 66;
        QTest::newRow("GraphQL, the older type")
            << 200 << QByteArray(R"({"errors":[{"type":"RATE_LIMITED","message":"Later."}]})")
            << QList<QByteArray>{"X-RateLimit-Remaining: 0", "X-RateLimit-Limit: 5000", "X-RateLimit-Reset: 1699997000",
                   "Date: Tue, 14 Nov 2023 21:13:20 GMT"}
            << 601 << 601;
        QTest::newRow("GraphQL, only its code")
            << 200 << QByteArray(R"({"errors":[{"code":"graphql_rate_limit","message":"Later."}]})")
            << QList<QByteArray>{"Retry-After: 30"} << 30 << 30;
        QTest::newRow("GraphQL, secondary")
            << 200
            << QByteArray(
                   R"({"errors":[{"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you try again."}]})")
            << QList<QByteArray>{} << 60 << 66;
    }
    void theWholeTokenWaitsWhileLimited()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QList<QByteArray>, headers);
        QFETCH(const int, least);
        QFETCH(const int, most);
        Script script;
        bool limited = true;
        script.graphql = [&](const Script::Asked& asked) {
            return limited ? Script::Answer{status, body, headers}
                           : Script::data(Json{{asked.alias("name"), {{"nameWithOwner", "x"}, {"url", "u"}}}});
        };
        int changes = 0;
        QObject::connect(script.github.get(), &GitHub::budgetChanged, script.github.get(), [&] { ++changes; });
        const auto start = script.clock.now();
        auto answer = script.read({ReadName{repository}}).at(0);
        QCOMPARE(codeOf(answer), errc::githubRateLimited);
        const auto until = Timestamp::fromIso(textAt(answer.answer.error().args, "until"));
        QVERIFY(until);
        QVERIFY2(*until - start >= Millis(least * 1000) && *until - start <= Millis(most * 1000),
            qPrintable(QString::number((*until - start).count())));
        QCOMPARE(script.github->budget().limitedUntil, until);
        QVERIFY(changes > 0);

        // Nothing goes out, neither reads nor effects, of whatever kind.
        limited = false;
        const auto sent = script.asked.size();
        QCOMPARE(codeOf(script.read({ReadName{repository}}).at(0)), errc::githubRateLimited);
        QCOMPARE(codeOf(script.read({CompareCommits{repository, shaA, shaB}}).at(0)), errc::githubRateLimited);
        const auto outcome = script.perform(DispatchWorkflow{repository, u"x.yml"_s, u"main"_s});
        QCOMPARE(outcome.kind, EffectOutcome::Kind::NotExecuted);
        QCOMPARE(outcome.error->code, errc::githubRateLimited);
        QCOMPARE(textAt(outcome.error->args, "until"), until->toIso());
        QCOMPARE(waitFor(script.github->identity()).error().code, errc::githubRateLimited);
        QCOMPARE(script.asked.size(), sent);

        script.clock.advance(*until - script.clock.now());
        QVERIFY(!script.github->budget().limitedUntil);
        QCOMPARE(codeOf(script.read({ReadName{repository}}).at(0)), u"ok"_s);
    }

    void identityTellsScopesAndExpiry()
    {
        Script script;
        script.rest = [](const Script::Asked&) {
            return Script::Answer{200, R"({"login":"octo"})",
                {"X-OAuth-Scopes: repo, workflow, read:org",
                    "github-authentication-token-expiration: 2026-12-01 10:31:26 UTC"}};
        };
        auto identity = waitFor(script.github->identity());
        QVERIFY(identity.ok());
        QCOMPARE(identity->login, u"octo"_s);
        QCOMPARE(identity->scopes, (QStringList{u"repo"_s, u"workflow"_s, u"read:org"_s}));
        QCOMPARE(identity->tokenExpiresAt, Timestamp::fromIso(u"2026-12-01T10:31:26Z"_s));
        script.rest = [](const Script::Asked&) {
            return Script::Answer{403, R"({"message":"Resource not accessible by integration"})"};
        };
        script.graphql = [](const Script::Asked&) { return Script::data(Json{{"viewer", {{"login", "app[bot]"}}}}); };
        identity = waitFor(script.github->identity());
        QCOMPARE(identity->login, u"app[bot]"_s);
        script.rest = [](const Script::Asked&) { return Script::Answer{401, R"({"message":"Bad credentials"})"}; };
        QCOMPARE(waitFor(script.github->identity()).error().code, errc::githubBadCredentials);
    }

    void everyFutureIsFinishedOnTeardown()
    {
        Script script;
        script.server.script = nullptr;
        script.server.behaviour = RawServer::Behaviour::Silence;
        const auto read = script.github->read({ReadName{repository}, ReadTeams{u"o"_s}});
        const auto effect = script.github->perform(RerunWorkflow{repository, 1});
        const auto identity = script.github->identity();
        QTRY_COMPARE(script.server.received.size(), 3);
        script.github.reset();
        QVERIFY(read.isFinished() && effect.isFinished() && identity.isFinished());
        QCOMPARE(read.result().size(), 2);
        QCOMPARE(codeOf(read.result().at(0)), errc::networkCancelled);
        QCOMPARE(effect.result().kind, EffectOutcome::Kind::Unknown);
        QCOMPARE(identity.result().error().code, errc::networkCancelled);
        script.http.reset();
        QTest::qWait(20); // what was under way comes home to nobody
    }
};

QTEST_GUILESS_MAIN(GitHubReadsTests)
#include "github_reads_tests.moc"
