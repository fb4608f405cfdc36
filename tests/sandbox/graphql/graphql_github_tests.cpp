// SPDX-License-Identifier: GPL-3.0-or-later
#include "github_graphql_fixture.h"

#include "sandbox/graphql/engine.h"

#include <QRegularExpression>
#include <QTest>

using namespace slipway;
using namespace slipway::sandbox;
using namespace std::chrono_literals;

namespace {

const QString zeros(40, u'0');

// The documents that the program sends to GitHub, as they stand in its facts.
const QString readDocument =
    u"query Read($o:String!,$n:String!,$br:String!,$head:String!){ rateLimit{cost remaining resetAt}\n"
    " r0:repository(owner:$o,name:$n,followRenames:false){ id nameWithOwner isArchived isLocked viewerPermission\n"
    "  autoMergeAllowed squashMergeAllowed mergeCommitAllowed rebaseMergeAllowed deleteBranchOnMerge "
    "mergeQueue{id configuration{mergeMethod}}\n"
    "  defaultBranchRef{id name target{oid ... on Commit{\n"
    "   f0:file(path:\"README.md\"){mode type size object{... on Blob{oid byteSize isBinary isTruncated text}}}\n"
    "   f1:file(path:\"no/such.file\"){mode} }}}\n"
    "  br:ref(qualifiedName:$br){id target{oid}} # \"refs/heads/x\"; null if missing\n"
    "  prs:pullRequests(headRefName:$head,first:10,orderBy:{field:CREATED_AT,direction:DESC}){nodes{\n"
    "   id number url state merged isDraft isCrossRepository baseRefName headRefOid mergeCommit{oid} "
    "autoMergeRequest{enabledAt}}} } }"_s;

const QString watch =
    u"query W($ids:[ID!]!){ rateLimit{cost remaining resetAt} nodes(ids:$ids){ __typename ... on PullRequest{"
    " id number state merged mergedAt isDraft mergeable mergeStateStatus reviewDecision headRefOid baseRefName "
    "mergeCommit{oid} autoMergeRequest{enabledAt mergeMethod} isInMergeQueue mergeQueueEntry{state position} "
    "commits(last:1){nodes{commit{oid statusCheckRollup{state}}}} "
    "timelineItems(last:3,itemTypes:[AUTO_MERGE_DISABLED_EVENT,REMOVED_FROM_MERGE_QUEUE_EVENT,CLOSED_EVENT]){nodes{"
    "__typename ... on AutoMergeDisabledEvent{reason reasonCode createdAt} "
    "... on RemovedFromMergeQueueEvent{reason createdAt}}} }} }"_s;

const QString checks =
    u"query C($o:String!,$n:String!,$sha:GitObjectID!,$s:String!){ repository(owner:$o,name:$n){"
    " c:object(oid:$sha){... on Commit{ checkSuites(first:50,filterBy:{appId:15368}){nodes{ id status conclusion "
    "branch{name} workflowRun{id databaseId url runNumber event createdAt workflow{name databaseId} file{path}}}}}}"
    " m:ref(qualifiedName:\"refs/heads/main\"){target{oid} compare(headRef:$s){status}} } }"_s;

const QString arm = u"mutation A($i:EnablePullRequestAutoMergeInput!){a:enablePullRequestAutoMerge(input:$i)"
                    "{pullRequest{id autoMergeRequest{mergeMethod enabledBy{login}}}}}"_s;

const Json& at(const Json& json, std::initializer_list<const char*> path)
{
    const Json* inside = &json;
    for (const char* step : path)
        inside = &memberAt(*inside, step);
    return *inside;
}

QString errorText(const Json& answer)
{
    const Json& errors = memberAt(answer, "errors");
    return errors.is_array() && !errors.empty() ? textAt(errors[0], "type") + u": "_s + textAt(errors[0], "message")
                                                : QString();
}

Json input(std::initializer_list<std::pair<const char*, QString>> members)
{
    Json object = Json::object();
    for (const auto& [name, value] : members)
        object[name] = value.toStdString();
    return Json::object({{"i", object}});
}

} // namespace

class GraphqlGithubTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m.emplace(); }

    void everyFieldOfTheSchemaHasAResolver()
    {
        // The world has no bots, annotated tags or status contexts, and tells of required checks as a branch's protection,
        // not as a ruleset: no object of these types exists.
        const QStringList never{
            u"Bot"_s, u"Tag"_s, u"StatusContext"_s, u"RequiredStatusChecksParameters"_s, u"StatusCheckConfiguration"_s};
        const auto engine = makeGithubEngine();
        QStringList missing;
        for (const QString& name : engine->schema().typeNames()) {
            const auto* type = engine->schema().find(name);
            if (type->kind != graphql::TypeDefinition::Kind::Object || name.startsWith(u"__"_s) || never.contains(name))
                continue;
            for (const auto& field : type->fields) {
                if (!engine->resolvers().find(name, field.name))
                    missing += name + u'.' + field.name;
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    }

    void readsARepositoryItsFilesBranchAndPullRequests()
    {
        const QString pull = m->openPullRequest(u"tf-svc"_s, u"svc-console/a/step"_s);
        const Json answer = m->ask(readDocument,
            {{"o", "defra"}, {"n", "TF-SVC"}, {"br", "refs/heads/svc-console/a/step"}, {"head", "svc-console/a/step"}});
        QVERIFY2(!answer.contains("errors"), toBytes(answer).constData());
        const Json& r0 = at(answer, {"data", "r0"});
        QCOMPARE(textAt(r0, "nameWithOwner"), u"DEFRA/tf-svc"_s);
        QCOMPARE(textAt(r0, "id"), m->idOf(u"tf-svc"_s));
        QVERIFY(memberAt(r0, "mergeQueue").is_null());
        QVERIFY(flagAt(r0, "autoMergeAllowed"));
        const Json& target = at(r0, {"defaultBranchRef", "target"});
        QCOMPARE(textAt(target, "oid"), m->head(u"tf-svc"_s));
        const Json& file = memberAt(target, "f0");
        QCOMPARE(integerAt(file, "mode"), 33188);
        QCOMPARE(textAt(at(file, {"object"}), "text"), u"# tf-svc\n\nDefinitions of the services that run.\n"_s);
        QCOMPARE(integerAt(file, "size"), integerAt(at(file, {"object"}), "byteSize"));
        QVERIFY(at(file, {"object", "isBinary"}) == Json(false));
        QVERIFY(target.contains("f1") && target["f1"].is_null());
        const Json& prs = at(r0, {"prs", "nodes"});
        QCOMPARE(prs.size(), size_t(1));
        QCOMPARE(textAt(prs[0], "id"), pull);
        QCOMPARE(textAt(prs[0], "state"), u"OPEN"_s);
        QCOMPARE(textAt(prs[0], "headRefOid"), textAt(at(r0, {"br", "target"}), "oid"));
        QCOMPARE(textAt(prs[0], "url"), u"http://127.0.0.1:1/DEFRA/tf-svc/pull/1"_s);
    }

    void aMissingRepositoryIsNullAndTheOthersAnswer()
    {
        const Json answer = m->ask(
            u"{a:repository(owner:\"DEFRA\",name:\"nope\"){id} b:repository(owner:\"DEFRA\",name:\"tf-svc\"){name} c:repository(owner:\"other\",name:\"tf-svc\"){id}}"_s);
        QCOMPARE(toBytes(answer["data"]), QByteArray("{\"a\":null,\"b\":{\"name\":\"tf-svc\"},\"c\":null}"));
        QCOMPARE(toBytes(answer["errors"][0]),
            QByteArray("{\"type\":\"NOT_FOUND\",\"path\":[\"a\"],\"locations\":[{\"line\":1,\"column\":2}],\"message\":"
                       "\"Could not resolve to a Repository with the name 'DEFRA/nope'.\"}"));
        QCOMPARE(answer["errors"].size(), size_t(2));
    }

    void oneDocumentMakesBranchCommitAndPullRequest()
    {
        const QString base = m->head(u"tf-svc"_s);
        const Json answer =
            m->ask(QString::fromUtf16(GithubGraphqlFixture::write), m->writeVariables(u"tf-svc"_s, u"feature/x"_s));
        QVERIFY2(!answer.contains("errors"), toBytes(answer).constData());
        const QString oid = textAt(at(answer, {"data", "commit", "commit"}), "oid");
        QCOMPARE(textAt(at(answer, {"data", "pr", "pullRequest"}), "headRefOid"), oid);
        QVERIFY(textAt(at(answer, {"data", "ref", "ref"}), "id").startsWith(u"REF_"_s));
        const GitRepository& git = m->world->git(*m->world->repository(u"tf-svc"_s));
        QCOMPARE(git.refTarget(u"refs/heads/feature/x"_s), std::optional(oid));
        QCOMPARE(git.file(oid, u"notes/new.txt"_s), std::optional(QByteArray("hello\n")));
        QVERIFY(!git.entry(oid, u"README.md"_s));
        QCOMPARE(git.commit(oid)->parents, QStringList(base));
        QCOMPARE(git.commit(oid)->message, u"Add a file\n\nBecause."_s);
    }

    void theSameDocumentAgainChangesNothingAndSaysWhy()
    {
        Json variables = m->writeVariables(u"tf-svc"_s, u"x"_s);
        m->ask(QString::fromUtf16(GithubGraphqlFixture::write), variables);
        const auto head = m->world->git(*m->world->repository(u"tf-svc"_s)).refTarget(u"refs/heads/x"_s);
        const Json answer = m->ask(QString::fromUtf16(GithubGraphqlFixture::write), variables);
        QCOMPARE(toBytes(answer["data"]), QByteArray("{\"ref\":null,\"commit\":null,\"pr\":{\"pullRequest\":null}}"));
        const Json& errors = answer["errors"];
        QCOMPARE(errors.size(), size_t(3));
        QCOMPARE(textAt(errors[0], "message"), u"A ref named \"refs/heads/x\" already exists in the repository."_s);
        QCOMPARE(textAt(errors[0], "type"), u"UNPROCESSABLE"_s);
        QCOMPARE(textAt(errors[1], "type"), u"STALE_DATA"_s);
        QCOMPARE(textAt(errors[1], "message"),
            u"Expected branch to point to \"%1\" but it did not.  Pull and try again."_s.arg(m->head(u"tf-svc"_s)));
        QCOMPARE(toBytes(errors[2]["path"]), QByteArray("[\"pr\"]"));
        QCOMPARE(textAt(errors[2], "message"), u"A pull request already exists for DEFRA:x."_s);
        QCOMPARE(m->world->git(*m->world->repository(u"tf-svc"_s)).refTarget(u"refs/heads/x"_s), head);
    }

    void aFailedFieldDoesNotUndoTheOnesBefore()
    {
        Json variables = m->writeVariables(u"tf-svc"_s, u"x"_s);
        variables["c"]["expectedHeadOid"] = zeros.toStdString();
        const Json answer = m->ask(QString::fromUtf16(GithubGraphqlFixture::write), variables);
        QVERIFY(m->world->git(*m->world->repository(u"tf-svc"_s)).refTarget(u"refs/heads/x"_s));
        QVERIFY(at(answer, {"data", "commit"}).is_null());
        QCOMPARE(textAt(answer["errors"][1], "message"), u"No commits between main and x"_s);
    }

    void clientMutationIdIsEchoed()
    {
        const Json answer =
            m->ask(u"mutation($r:CreateRefInput!){createRef(input:$r){clientMutationId ref{name prefix}}}"_s,
                {{"r", m->writeVariables(u"tf-svc"_s, u"a/b"_s)["ref"]}});
        QCOMPARE(toBytes(answer),
            QByteArray("{\"data\":{\"createRef\":{\"clientMutationId\":\"w-1\",\"ref\":{\"name\":\"a/b\",\"prefix\":"
                       "\"refs/heads/\"}}}}"));
    }

    void armsWatchesAndMergesAPullRequest()
    {
        const QString id = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        const Json armed = m->ask(arm, input({{"pullRequestId", id}, {"mergeMethod", u"REBASE"_s}}));
        QCOMPARE(toBytes(at(armed, {"data", "a", "pullRequest", "autoMergeRequest"})),
            QByteArray("{\"mergeMethod\":\"REBASE\",\"enabledBy\":{\"login\":\"slipway-operator\"}}"));
        m->pass(3s);
        Json node = at(m->ask(watch, {{"ids", {id.toStdString()}}}), {"data", "nodes"})[0];
        QCOMPARE(textAt(node, "__typename"), u"PullRequest"_s);
        QCOMPARE(textAt(node, "mergeable"), u"MERGEABLE"_s);
        QCOMPARE(textAt(node, "mergeStateStatus"), u"BLOCKED"_s);
        QCOMPARE(textAt(at(node, {"commits", "nodes"})[0]["commit"]["statusCheckRollup"], "state"), u"PENDING"_s);
        QVERIFY(at(node, {"mergeCommit"}).is_null());
        m->pass(200s);
        const Json answer = m->ask(watch, {{"ids", {id.toStdString()}}});
        node = at(answer, {"data", "nodes"})[0];
        QCOMPARE(textAt(node, "state"), u"MERGED"_s);
        QVERIFY(node["mergedAt"].is_string());
        QVERIFY(node["autoMergeRequest"].is_object() || node["autoMergeRequest"].is_null());
        const QString merged = textAt(node["mergeCommit"], "oid");
        QCOMPARE(merged, m->head(u"tf-svc"_s));
        QVERIFY(merged != textAt(node, "headRefOid"));
        QCOMPARE(textAt(at(node, {"timelineItems", "nodes"})[0], "__typename"), u"ClosedEvent"_s);
        QVERIFY(!answer.contains("errors"));
    }

    void theRunOfAMergedCommitIsFoundWithItsLargeId()
    {
        const QString id = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        m->ask(arm, input({{"pullRequestId", id}, {"mergeMethod", u"SQUASH"_s}}));
        m->pass(60s);
        const std::string sha = m->head(u"tf-svc"_s).toStdString();
        const Json answer = m->ask(checks, {{"o", "DEFRA"}, {"n", "tf-svc"}, {"sha", sha}, {"s", sha}});
        QVERIFY2(!answer.contains("errors"), toBytes(answer).constData());
        const Json& suites = at(answer, {"data", "repository", "c", "checkSuites", "nodes"});
        QCOMPARE(suites.size(), size_t(1));
        const Json& run = suites[0]["workflowRun"];
        QVERIFY(run["databaseId"].get<qint64>() > (qint64(1) << 33));
        QCOMPARE(textAt(run["file"], "path"), u".github/workflows/deploy-services.yml"_s);
        QCOMPARE(textAt(run, "event"), u"push"_s);
        QCOMPARE(textAt(suites[0]["branch"], "name"), u"main"_s);
        QVERIFY(textAt(suites[0], "status") != u"COMPLETED"_s);
        QVERIFY(suites[0]["conclusion"].is_null());
        QCOMPARE(textAt(at(answer, {"data", "repository", "m", "compare"}), "status"), u"IDENTICAL"_s);
        m->pass(120s);
        const Json later = m->ask(checks, {{"o", "DEFRA"}, {"n", "tf-svc"}, {"sha", sha}, {"s", sha}});
        const Json& suite = at(later, {"data", "repository", "c", "checkSuites", "nodes"})[0];
        QCOMPARE(textAt(suite, "status"), u"COMPLETED"_s);
        QCOMPARE(textAt(suite, "conclusion"), u"SUCCESS"_s);
    }

    void compareSaysWhoIsAhead()
    {
        const QString base = m->head(u"tf-svc"_s);
        const QString id = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        const auto compare = [&](const QString& head) {
            return toBytes(at(
                m->ask(
                    u"query($h:String!){repository(owner:\"DEFRA\",name:\"tf-svc\"){ref(qualifiedName:\"main\"){compare(headRef:$h){status aheadBy behindBy}}}}"_s,
                    {{"h", head.toStdString()}}),
                {"data", "repository", "ref", "compare"}));
        };
        QCOMPARE(compare(u"x"_s), QByteArray("{\"status\":\"AHEAD\",\"aheadBy\":1,\"behindBy\":0}"));
        m->ask(arm, input({{"pullRequestId", id}, {"mergeMethod", u"SQUASH"_s}}));
        m->pass(60s);
        QCOMPARE(compare(base), QByteArray("{\"status\":\"BEHIND\",\"aheadBy\":0,\"behindBy\":1}"));
        QCOMPARE(compare(u"no-such"_s), QByteArray("null"));
    }

    void unknownIdsAreNullBesideTheKnown()
    {
        const QString id = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        const Json answer = m->ask(u"query($i:[ID!]!){nodes(ids:$i){id} one:node(id:\"PR_x\"){id}}"_s,
            {{"i", {"PR_kwDOnothing", id.toStdString()}}});
        QVERIFY(at(answer, {"data", "nodes"})[0].is_null());
        QCOMPARE(textAt(at(answer, {"data", "nodes"})[1], "id"), id);
        QVERIFY(at(answer, {"data", "one"}).is_null());
        QCOMPARE(toBytes(answer["errors"][0]["path"]), QByteArray("[\"nodes\",0]"));
        QCOMPARE(
            errorText(answer), u"NOT_FOUND: Could not resolve to a node with the global id of 'PR_kwDOnothing'."_s);
    }

    void aHundredAndOneIdsAreTooMany()
    {
        Json ids = Json::array();
        for (int i = 0; i < 101; ++i)
            ids.push_back("x");
        const Json answer = m->ask(u"query($i:[ID!]!){nodes(ids:$i){id}}"_s, {{"i", ids}});
        QCOMPARE(toBytes(answer),
            QByteArray("{\"data\":null,\"errors\":[{\"type\":\"ARGUMENT_LIMIT\",\"path\":[\"nodes\"],\"locations\":[{"
                       "\"line\":1,\"column\":18}],\"message\":\"You may not provide more than 100 node ids; you "
                       "provided 101.\"}]}"));
    }

    void everyObjectIsFoundAgainByItsId()
    {
        const QString id = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        const Json answer = m->ask(
            u"query($p:ID!){viewer{id} organization(login:\"DEFRA\"){id teams(first:1){nodes{id}}} "
            "node(id:$p){... on PullRequest{repository{id defaultBranchRef{id target{id ... on "
            "Commit{file(path:\"README.md\"){object{... on Blob{id}}}}}}} "
            "commits(last:1){nodes{commit{checkSuites(first:1){nodes{id checkRuns(first:1){nodes{id}} workflowRun{id workflow{id}}}}}}}}}}"_s,
            {{"p", id.toStdString()}});
        QVERIFY2(!answer.contains("errors"), toBytes(answer).constData());
        const QString text = QString::fromUtf8(toBytes(answer["data"]));
        QStringList ids;
        static const QRegularExpression pattern(u"\"id\":\"([^\"]+)\""_s);
        for (auto it = pattern.globalMatch(text); it.hasNext();)
            ids += it.next().captured(1);
        QCOMPARE(ids.size(), 11);
        const Json again = m->ask(u"query($i:[ID!]!){nodes(ids:$i){id __typename}}"_s, {{"i", toJson(ids)}});
        QVERIFY2(!again.contains("errors"), toBytes(again).constData());
        for (qsizetype i = 0; i < ids.size(); ++i)
            QCOMPARE(textAt(at(again, {"data", "nodes"})[size_t(i)], "id"), ids.at(i));
    }

    void updateRefsIsAllOrNothingAndComparesBeforeItSwaps()
    {
        const std::string main = m->head(u"tf-svc"_s).toStdString();
        const std::string none = zeros.toStdString();
        const std::string id = m->idOf(u"tf-svc"_s).toStdString();
        const auto update = [&](const Json& updates) {
            return m->ask(u"mutation($i:UpdateRefsInput!){updateRefs(input:$i){clientMutationId}}"_s,
                {{"i", {{"repositoryId", id}, {"clientMutationId", "u"}, {"refUpdates", updates}}}});
        };
        const auto target = [&](const QString& name) {
            return m->world->git(*m->world->repository(u"tf-svc"_s)).refTarget(name);
        };
        QCOMPARE(toBytes(update({{{"name", "refs/heads/a"}, {"beforeOid", none}, {"afterOid", main}}})),
            QByteArray("{\"data\":{\"updateRefs\":{\"clientMutationId\":\"u\"}}}"));
        QVERIFY(target(u"refs/heads/a"_s));
        // The second one must not exist, but does: neither happens.
        QVERIFY(update({{{"name", "refs/heads/b"}, {"beforeOid", none}, {"afterOid", main}},
                           {{"name", "refs/heads/a"}, {"beforeOid", none}, {"afterOid", main}}})
                    .contains("errors"));
        QVERIFY(!target(u"refs/heads/b"_s));
        QVERIFY(!update({{{"name", "refs/heads/a"}, {"beforeOid", main}, {"afterOid", none}}}).contains("errors"));
        QVERIFY(!target(u"refs/heads/a"_s));
    }

    void refsAreUpdatedAndDeletedByTheirIds()
    {
        m->openPullRequest(u"tf-svc"_s, u"x"_s);
        const auto refId = [&](const QString& name) {
            return textAt(
                at(m->ask(
                       u"query($r:String!){repository(owner:\"DEFRA\",name:\"tf-svc\"){ref(qualifiedName:$r){id}}}"_s,
                       {{"r", name.toStdString()}}),
                    {"data", "repository", "ref"}),
                "id");
        };
        const QString id = refId(u"x"_s);
        const QString back = m->head(u"tf-svc"_s);
        const QString update = u"mutation($i:UpdateRefInput!){updateRef(input:$i){ref{target{oid}}}}"_s;
        Json variables = input({{"refId", id}, {"oid", back}});
        QCOMPARE(errorText(m->ask(update, variables)), u"UNPROCESSABLE: Update is not a fast forward"_s);
        variables["i"]["force"] = true;
        QCOMPARE(textAt(at(m->ask(update, variables), {"data", "updateRef", "ref", "target"}), "oid"), back);
        // Reset to its base: GitHub closes the pull request.
        QCOMPARE(m->world->pullRequest(u"tf-svc"_s, 1)->state, PullState::Closed);
        const QString remove = u"mutation($i:DeleteRefInput!){deleteRef(input:$i){clientMutationId}}"_s;
        QVERIFY(!m->ask(remove, input({{"refId", id}})).contains("errors"));
        QCOMPARE(refId(u"x"_s), QString());
        QCOMPARE(errorText(m->ask(remove, input({{"refId", id}}))),
            u"NOT_FOUND: Could not resolve to a node with the global id of '%1'."_s.arg(id));
    }

    void refusalsOfMergingHaveGitHubsWords()
    {
        const QString id = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        const QString merge =
            u"mutation($i:MergePullRequestInput!){mergePullRequest(input:$i){pullRequest{state mergedBy{login}}}}"_s;
        QCOMPARE(errorText(m->ask(merge, input({{"pullRequestId", id}}))),
            u"UNPROCESSABLE: Required status check \"validate\" is in progress."_s);
        QCOMPARE(errorText(m->ask(merge, input({{"pullRequestId", id}, {"expectedHeadOid", QString(40, u'b')}}))),
            u"UNPROCESSABLE: Head branch was modified. Review and try the merge again."_s);
        m->pass(60s);
        QCOMPARE(errorText(m->ask(arm, input({{"pullRequestId", id}}))),
            u"UNPROCESSABLE: Pull request is in clean status"_s);
        const Json merged = m->ask(merge, input({{"pullRequestId", id}, {"mergeMethod", u"REBASE"_s}}));
        QCOMPARE(toBytes(merged),
            QByteArray("{\"data\":{\"mergePullRequest\":{\"pullRequest\":{\"state\":\"MERGED\",\"mergedBy\":{\"login\":"
                       "\"slipway-operator\"}}}}}"));
        QCOMPARE(errorText(m->ask(arm, input({{"pullRequestId", id}}))), u"UNPROCESSABLE: Pull request is closed"_s);
        const QString queue =
            u"mutation($i:EnqueuePullRequestInput!){enqueuePullRequest(input:$i){mergeQueueEntry{id}}}"_s;
        QVERIFY(errorText(m->ask(queue, input({{"pullRequestId", id}}))).startsWith(u"UNPROCESSABLE"_s));
    }

    void anArchivedRepositoryIsReadOnly()
    {
        const QString id = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        QVERIFY(m->world->control({{"do", "archive"}, {"repository", "tf-svc"}}).ok());
        const Json answer =
            m->ask(u"mutation($i:ClosePullRequestInput!){closePullRequest(input:$i){pullRequest{state}}}"_s,
                input({{"pullRequestId", id}}));
        QCOMPARE(errorText(answer), u"FORBIDDEN: Repository was archived so is read-only."_s);
    }

    void closingReopeningDraftAndTitle()
    {
        const QString id = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        m->ask(arm, input({{"pullRequestId", id}}));
        const auto run = [&](const QString& document, const Json& variables) {
            return toBytes(m->ask(document, variables));
        };
        QCOMPARE(
            run(u"mutation($i:ClosePullRequestInput!){a:closePullRequest(input:$i){pullRequest{state closed autoMergeRequest{mergeMethod} timelineItems(last:2){nodes{__typename ... on AutoMergeDisabledEvent{reason}}}}}}"_s,
                input({{"pullRequestId", id}})),
            QByteArray(
                "{\"data\":{\"a\":{\"pullRequest\":{\"state\":\"CLOSED\",\"closed\":true,\"autoMergeRequest\":"
                "null,\"timelineItems\":{\"nodes\":[{\"__typename\":\"AutoMergeDisabledEvent\",\"reason\":\"Pull "
                "request was closed\"},{\"__typename\":\"ClosedEvent\"}]}}}}}"));
        QCOMPARE(run(u"mutation($i:ReopenPullRequestInput!){a:reopenPullRequest(input:$i){pullRequest{state}}}"_s,
                     input({{"pullRequestId", id}})),
            QByteArray("{\"data\":{\"a\":{\"pullRequest\":{\"state\":\"OPEN\"}}}}"));
        QCOMPARE(
            run(u"mutation($i:ConvertPullRequestToDraftInput!){a:convertPullRequestToDraft(input:$i){pullRequest{isDraft}}}"_s,
                input({{"pullRequestId", id}})),
            QByteArray("{\"data\":{\"a\":{\"pullRequest\":{\"isDraft\":true}}}}"));
        QCOMPARE(errorText(m->ask(arm, input({{"pullRequestId", id}}))),
            u"UNPROCESSABLE: Pull request is in draft status"_s);
        QCOMPARE(
            run(u"mutation($i:MarkPullRequestReadyForReviewInput!){a:markPullRequestReadyForReview(input:$i){pullRequest{isDraft}}}"_s,
                input({{"pullRequestId", id}})),
            QByteArray("{\"data\":{\"a\":{\"pullRequest\":{\"isDraft\":false}}}}"));
        QCOMPARE(
            run(u"mutation($i:UpdatePullRequestInput!){a:updatePullRequest(input:$i){pullRequest{title body} actor{login}}}"_s,
                input({{"pullRequestId", id}, {"title", u"New"_s}})),
            QByteArray(
                "{\"data\":{\"a\":{\"pullRequest\":{\"title\":\"New\",\"body\":\"Why not\"},\"actor\":{\"login\":"
                "\"slipway-operator\"}}}}"));
    }

    void commentsAreKeptInTheirOrder()
    {
        const QString id = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        const QString add =
            u"mutation($i:AddCommentInput!){addComment(input:$i){clientMutationId commentEdge{node{body author{login}}} subject{id}}}"_s;
        const Json answer = m->ask(add, input({{"subjectId", id}, {"body", u"One"_s}, {"clientMutationId", u"c"_s}}));
        QCOMPARE(toBytes(at(answer, {"data", "addComment", "commentEdge"})),
            QByteArray("{\"node\":{\"body\":\"One\",\"author\":{\"login\":\"slipway-operator\"}}}"));
        QCOMPARE(textAt(at(answer, {"data", "addComment", "subject"}), "id"), id);
        m->ask(add, input({{"subjectId", id}, {"body", u"Two"_s}}));
        QCOMPARE(errorText(m->ask(add, input({{"subjectId", id}, {"body", u" "_s}}))),
            u"UNPROCESSABLE: Body can't be blank"_s);
        QCOMPARE(
            toBytes(
                at(m->ask(u"query($p:ID!){node(id:$p){... on PullRequest{comments(last:5){totalCount nodes{body}}}}}"_s,
                       {{"p", id.toStdString()}}),
                    {"data", "node", "comments"})),
            QByteArray("{\"totalCount\":2,\"nodes\":[{\"body\":\"One\"},{\"body\":\"Two\"}]}"));
    }

    void disablingAutoMerge()
    {
        const QString id = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        m->ask(arm, input({{"pullRequestId", id}}));
        const QString off =
            u"mutation($i:DisablePullRequestAutoMergeInput!){disablePullRequestAutoMerge(input:$i){pullRequest{autoMergeRequest{enabledAt}}}}"_s;
        QCOMPARE(toBytes(m->ask(off, input({{"pullRequestId", id}}))),
            QByteArray("{\"data\":{\"disablePullRequestAutoMerge\":{\"pullRequest\":{\"autoMergeRequest\":null}}}}"));
        QCOMPARE(errorText(m->ask(off, input({{"pullRequestId", id}}))),
            u"UNPROCESSABLE: Can't disable auto-merge for this pull request"_s);
    }

    void aBranchThatIsBehindIsUpdated()
    {
        const QString first = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        const QString update =
            u"mutation($i:UpdatePullRequestBranchInput!){updatePullRequestBranch(input:$i){pullRequest{headRefOid commits(first:10){totalCount}}}}"_s;
        QCOMPARE(errorText(m->ask(update, input({{"pullRequestId", first}}))),
            u"UNPROCESSABLE: There are no new commits on the base branch."_s);
        QVERIFY(m->world->control({{"do", "commit"}, {"repository", "tf-svc"}}).ok());
        const Json answer = m->ask(update, input({{"pullRequestId", first}, {"updateMethod", u"REBASE"_s}}));
        QVERIFY2(!answer.contains("errors"), toBytes(answer).constData());
        const Json& pull = at(answer, {"data", "updatePullRequestBranch", "pullRequest"});
        QCOMPARE(integerAt(at(pull, {"commits"}), "totalCount"), 1);
        const GitRepository& git = m->world->git(*m->world->repository(u"tf-svc"_s));
        QCOMPARE(git.commit(textAt(pull, "headRefOid"))->parents, QStringList(m->head(u"tf-svc"_s)));
    }

    void aMergedPullRequestIsReverted()
    {
        const auto fileOnMain = [&](const QString& path) {
            return m->world->git(*m->world->repository(u"tf-svc"_s)).file(m->head(u"tf-svc"_s), path);
        };
        const auto readme = fileOnMain(u"README.md"_s);
        const QString id = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        const QString revert =
            u"mutation($i:RevertPullRequestInput!){revertPullRequest(input:$i){pullRequest{number} revertPullRequest{id number title body headRefName files(first:9){nodes{path changeType}}}}}"_s;
        QVERIFY(errorText(m->ask(revert, input({{"pullRequestId", id}}))).startsWith(u"UNPROCESSABLE"_s));
        m->ask(arm, input({{"pullRequestId", id}, {"mergeMethod", u"REBASE"_s}}));
        m->pass(60s);
        QVERIFY(fileOnMain(u"notes/new.txt"_s) && !fileOnMain(u"README.md"_s));
        // Somebody else's work in between stays.
        QVERIFY(m->world->control({{"do", "commit"}, {"repository", "tf-svc"}}).ok());
        const QString others = m->head(u"tf-svc"_s);
        const Json answer = m->ask(revert, input({{"pullRequestId", id}}));
        QVERIFY2(!answer.contains("errors"), toBytes(answer).constData());
        const Json& made = at(answer, {"data", "revertPullRequest", "revertPullRequest"});
        QCOMPARE(textAt(made, "title"), u"Revert \"Add a file\""_s);
        QCOMPARE(textAt(made, "body"), u"Reverts DEFRA/tf-svc#1"_s);
        QCOMPARE(textAt(made, "headRefName"), u"revert-1-x"_s);
        QCOMPARE(toBytes(at(made, {"files", "nodes"})),
            QByteArray("[{\"path\":\"README.md\",\"changeType\":\"ADDED\"},{\"path\":\"notes/new.txt\",\"changeType\":"
                       "\"DELETED\"}]"));
        m->ask(arm, input({{"pullRequestId", textAt(made, "id")}, {"mergeMethod", u"REBASE"_s}}));
        m->pass(60s);
        QCOMPARE(fileOnMain(u"README.md"_s), readme);
        QVERIFY(!fileOnMain(u"notes/new.txt"_s));
        QVERIFY(m->world->git(*m->world->repository(u"tf-svc"_s)).contains(m->head(u"tf-svc"_s), others));
        // Nothing is left to take back: neither a branch nor an empty pull request comes of it.
        const QString at = m->head(u"tf-svc"_s);
        QVERIFY(errorText(m->ask(revert, input({{"pullRequestId", id}}))).contains(u"reverted automatically"_s));
        QCOMPARE(m->head(u"tf-svc"_s), at);
        QVERIFY(!m->world->pullRequest(u"tf-svc"_s, 3));
    }

    void longTextIsCutAtGitHubsLimitAndBinaryHasNone()
    {
        Json variables = m->writeVariables(u"tf-svc"_s, u"x"_s);
        // 511,999 letters, then a character of two bytes across the limit.
        const QByteArray text = QByteArray(511'999, 'a') + "\xC3\xA9" + "end";
        Json& additions = variables["c"]["fileChanges"]["additions"];
        additions.push_back({{"path", "long.txt"}, {"contents", text.toBase64().toStdString()}});
        additions.push_back({{"path", "bin"}, {"contents", QByteArray("a\0b", 3).toBase64().toStdString()}});
        const Json made = m->ask(QString::fromUtf16(GithubGraphqlFixture::write), variables);
        QVERIFY2(!made.contains("errors"), toBytes(made).constData());
        const Json answer = m->ask(
            u"{repository(owner:\"DEFRA\",name:\"tf-svc\"){l:object(expression:\"x:long.txt\"){...B} b:object(expression:\"x:bin\"){...B} n:object(expression:\"x:none\"){oid}}} fragment B on Blob{byteSize isTruncated isBinary text}"_s);
        const Json& repository = at(answer, {"data", "repository"});
        QCOMPARE(integerAt(repository["l"], "byteSize"), text.size());
        QVERIFY(repository["l"]["isTruncated"] == Json(true));
        QCOMPARE(textAt(repository["l"], "text"), QString(511'999, u'a'));
        QCOMPARE(toBytes(repository["b"]),
            QByteArray("{\"byteSize\":3,\"isTruncated\":false,\"isBinary\":true,\"text\":null}"));
        QVERIFY(repository["n"].is_null());
    }

    void teamsAndPages()
    {
        const QString query =
            u"query($a:String,$b:String,$f:Int,$l:Int){organization(login:\"DEFRA\"){teams(first:$f,last:$l,after:$a,before:$b){totalCount nodes{slug} edges{cursor node{name}} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}}"_s;
        const auto page = [&](const Json& variables) {
            return at(m->ask(query, variables), {"data", "organization", "teams"});
        };
        const Json one = page({{"f", 3}});
        QCOMPARE(integerAt(one, "totalCount"), 4);
        QCOMPARE(toBytes(one["nodes"]),
            QByteArray(
                "[{\"slug\":\"animal-and-plant-health\"},{\"slug\":\"cdp-platform\"},{\"slug\":\"fisheries\"}]"));
        QVERIFY(one["pageInfo"]["hasNextPage"] == Json(true));
        QCOMPARE(textAt(one["edges"][2], "cursor"), textAt(one["pageInfo"], "endCursor"));
        const Json two = page({{"f", 3}, {"a", one["pageInfo"]["endCursor"]}});
        QCOMPARE(toBytes(two["nodes"]), QByteArray("[{\"slug\":\"forestry-management\"}]"));
        QVERIFY(two["pageInfo"]["hasNextPage"] == Json(false));
        QVERIFY(two["pageInfo"]["hasPreviousPage"] == Json(true));
        QCOMPARE(toBytes(page({{"l", 1}, {"b", two["pageInfo"]["startCursor"]}})["nodes"]),
            QByteArray("[{\"slug\":\"fisheries\"}]"));
        QCOMPARE(errorText(m->ask(query, {{"f", 3}, {"a", "abc"}})),
            u"INVALID_CURSOR_ARGUMENTS: `abc` does not appear to be a valid cursor."_s);
        QCOMPARE(toBytes(at(m->ask(u"{organization(login:\"DEFRA\"){teams(first:9,query:\"fish\"){nodes{name}}}}"_s),
                     {"data", "organization", "teams", "nodes"})),
            QByteArray("[{\"name\":\"Fisheries\"}]"));
        QCOMPARE(errorText(m->ask(u"{organization(login:\"ACME\"){id}}"_s)),
            u"NOT_FOUND: Could not resolve to an Organization with the login of 'ACME'."_s);
    }

    void aRepositoryMadeFromATemplateIsEmptyFirst()
    {
        QVERIFY(m->world->generateRepository(u"cdp-node-backend-template"_s, u"new-svc"_s).ok());
        const QString query =
            u"{repository(owner:\"DEFRA\",name:\"new-svc\",followRenames:false){isEmpty templateRepository{nameWithOwner} defaultBranchRef{name target{... on Commit{checkSuites(first:20){nodes{status workflowRun{event file{path}}}}}}}}}"_s;
        QCOMPARE(toBytes(m->ask(query)),
            QByteArray("{\"data\":{\"repository\":{\"isEmpty\":true,\"templateRepository\":{\"nameWithOwner\":\"DEFRA/"
                       "cdp-node-backend-template\"},\"defaultBranchRef\":null}}}"));
        m->pass(5s);
        const Json full = at(m->ask(query), {"data", "repository"});
        QVERIFY(full["isEmpty"] == Json(false));
        QCOMPARE(textAt(at(full, {"defaultBranchRef", "target", "checkSuites", "nodes"})[0]["workflowRun"], "event"),
            u"push"_s);
    }

    void contextsOfARollup()
    {
        const QString id = m->openPullRequest(u"tf-svc"_s, u"x"_s);
        const Json answer = m->ask(
            u"query($p:ID!){node(id:$p){... on PullRequest{statusCheckRollup{state contexts(first:10){totalCount nodes{... on CheckRun{name conclusion isRequired(pullRequestNumber:1)} ... on StatusContext{context}}}}}}}"_s,
            {{"p", id.toStdString()}});
        QCOMPARE(toBytes(at(answer, {"data", "node", "statusCheckRollup"})),
            QByteArray("{\"state\":\"PENDING\",\"contexts\":{\"totalCount\":1,\"nodes\":[{\"name\":\"validate\","
                       "\"conclusion\":null,\"isRequired\":true}]}}"));
    }

    void theFeatureProbe()
    {
        const Json answer =
            m->ask(u"{__type(name:\"PullRequest\"){fields{name}} m:__type(name:\"Mutation\"){fields{name}}}"_s);
        const QByteArray fields = toBytes(at(answer, {"data", "__type", "fields"}));
        QVERIFY(fields.contains("{\"name\":\"mergeStateStatus\"}") && fields.contains("{\"name\":\"isInMergeQueue\"}"));
        QVERIFY(toBytes(at(answer, {"data", "m", "fields"})).contains("{\"name\":\"updateRefs\"}"));
    }

    void theHourlyLimitIsSpentAndRunsOut()
    {
        const QString query = u"{rateLimit{cost limit used remaining nodeCount resetAt} viewer{login}}"_s;
        const Json first = at(m->ask(query), {"data", "rateLimit"});
        QCOMPARE(integerAt(first, "cost"), 1);
        QCOMPARE(integerAt(first, "limit"), 5000);
        QCOMPARE(integerAt(first, "used"), 1);
        QCOMPARE(integerAt(at(m->ask(query), {"data", "rateLimit"}), "remaining"), 4998);
        m->world->spend(u"graphql"_s, 4998);
        QCOMPARE(toBytes(m->ask(query)),
            QByteArray(
                "{\"errors\":[{\"type\":\"RATE_LIMIT\",\"code\":\"graphql_rate_limit\",\"message\":\"API rate limit "
                "already exceeded for user ID %1.\"}]}")
                .replace("%1", QByteArray::number(m->world->viewer().id)));
        m->pass(3601s);
        QVERIFY(!m->ask(query).contains("errors"));
    }

    void parsingTellsWhatIsAboutToRun()
    {
        const GraphqlOperation reading = m->hook.parse(
            {GithubGraphqlFixture::body(readDocument, {{"o", "DEFRA"}, {"n", "tf-svc"}, {"br", "x"}, {"head", "x"}})});
        QCOMPARE(reading.name, u"Read"_s);
        QCOMPARE(reading.rootFields, QStringList({u"rateLimit"_s, u"repository"_s}));
        QCOMPARE(reading.repositories, QStringList(u"tf-svc"_s));
        QVERIFY(!reading.isMutation);
        const GraphqlOperation writing = m->hook.parse({GithubGraphqlFixture::body(
            QString::fromUtf16(GithubGraphqlFixture::write), m->writeVariables(u"tf-svc-infra"_s, u"x"_s))});
        QVERIFY(writing.isMutation);
        QCOMPARE(writing.rootFields, QStringList({u"createRef"_s, u"createCommitOnBranch"_s, u"createPullRequest"_s}));
        QCOMPARE(writing.repositories, QStringList(u"tf-svc-infra"_s));
        // Nothing ran.
        QVERIFY(!m->world->git(*m->world->repository(u"tf-svc-infra"_s)).refTarget(u"refs/heads/x"_s));
        const QString pull = m->openPullRequest(u"tf-svc"_s, u"y"_s);
        QCOMPARE(m->hook.parse({GithubGraphqlFixture::body(watch, {{"ids", {pull.toStdString()}}})}).repositories,
            QStringList(u"tf-svc"_s));
        QCOMPARE(m->hook.parse({"{"}).rootFields, QStringList());
    }

    void aDocumentWithAnUnknownFieldRunsInNoPart()
    {
        Json variables = m->writeVariables(u"tf-svc"_s, u"x"_s);
        const Json answer = m->ask(
            u"mutation($ref:CreateRefInput!){createRef(input:$ref){ref{id nodeId}}}"_s, {{"ref", variables["ref"]}});
        QCOMPARE(errorText(answer), u": Field 'nodeId' doesn't exist on type 'Ref'"_s);
        QVERIFY(!answer.contains("data"));
        QVERIFY(!m->world->git(*m->world->repository(u"tf-svc"_s)).refTarget(u"refs/heads/x"_s));
    }

private:
    std::optional<GithubGraphqlFixture> m;
};

QTEST_GUILESS_MAIN(GraphqlGithubTests)
#include "graphql_github_tests.moc"
