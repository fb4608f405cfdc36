// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_github.h"

#include "base/error_codes.h"
#include "base/text.h"

using namespace slipway;
using namespace slipway::github;
using Script = ScriptedGitHub;
using Kind = EffectOutcome::Kind;

Q_DECLARE_METATYPE(EffectOutcome::Kind)

namespace {

const QString baseOid(40, u'0');
const QString commitOid(40, u'c');
const QString otherOid(40, u'd');
const RepositoryName repository{u"DEFRA"_s, u"tf-svc"_s};

RaisePullRequest raise()
{
    return {.repository = repository,
        .repositoryId = u"R_1"_s,
        .base = u"main"_s,
        .baseOid = baseOid,
        .branch = u"slipway/x-1"_s,
        .title = u"Add \"x\" $v0"_s,
        .body = u"Body"_s,
        .commitHeadline = u"Add x"_s,
        .commitBody = u"Slipway-Run: 1"_s,
        .additions = {{u"a/b.json"_s, QByteArray("{\"\xc3\xa9\":1}\n")}},
        .deletions = {u"old.txt"_s}};
}

Json pull(const QString& head = commitOid)
{
    return Json{{"pullRequest",
        {{"id", "PR_1"}, {"number", 12}, {"url", "https://github.test/pull/12"}, {"headRefName", "slipway/x-1"},
            {"headRefOid", head.toStdString()}}}};
}

Json ref() { return Json{{"ref", {{"id", "REF_1"}}}}; }

Json commit() { return Json{{"commit", {{"oid", commitOid.toStdString()}}}}; }

Json answer(Json data, Json errors = Json::array())
{
    Json body;
    body["data"] = std::move(data);
    if (!errors.empty())
        body["errors"] = std::move(errors);
    return body;
}

Json failed(const char* alias, const char* type, const char* message)
{
    return Script::error(type, message, Json::array({alias}));
}

QByteArray with(QByteArray text, const QString& oid)
{
    // moc takes the "//" of an address in a raw string for a comment, hence the placeholder.
    return text.replace("OID", oid.toUtf8()).replace("URL", "https://github.test/pull/12");
}

QString codeOf(const EffectOutcome& outcome) { return outcome.error ? outcome.error->code : QString(); }

QByteArray resultOf(const EffectOutcome& outcome) { return toBytes(outcome.result); }

QList<Effect> allEffects()
{
    const auto id = u"PR_1"_s;
    return {raise(), CommitAndOpen{raise()}, OpenPullRequest{raise(), commitOid},
        EnableAutoMerge{repository, id, u"REBASE"_s, commitOid}, EnqueuePullRequest{repository, id, commitOid},
        MergePullRequest{repository, id, u"SQUASH"_s, commitOid},
        PrepareBranch{repository, u"R_1"_s, baseOid, u"slipway/tmp"_s, u"h"_s, {}, {{u"a"_s, "b"}}, {}},
        MoveBranch{repository, u"R_1"_s, u"slipway/x"_s, otherOid, commitOid, u"slipway/tmp"_s},
        UpdateBranch{repository, id, commitOid}, ReopenPullRequest{repository, id}, ClosePullRequest{repository, id},
        DeleteBranch{repository, u"R_1"_s, u"slipway/x"_s, commitOid},
        DispatchWorkflow{repository, u"create_repo.yml"_s, u"main"_s, Json{{"name", "x"}}},
        RerunWorkflow{repository, 11073456019, true}, ArchiveRepository{repository}};
}

} // namespace

class GitHubEffectsTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void branchCommitAndPullRequestAreOneRequest()
    {
        Script script;
        script.graphql = [](const Script::Asked&) {
            return Script::json(answer({{"ref", ref()}, {"commit", commit()}, {"pr", pull()}}));
        };
        const auto outcome = script.perform(raise());
        QCOMPARE(outcome.kind, Kind::Done);
        QCOMPARE(resultOf(outcome),
            with(R"({"number":12,"nodeId":"PR_1","url":"URL","branch":"slipway/x-1","sha":"OID"})", commitOid));
        QCOMPARE(script.asked.size(), 1);
        const auto& asked = script.asked.constFirst();
        QVERIFY(asked.query.startsWith("mutation RaisePullRequest("));
        QCOMPARE(textAt(asked.body, "operationName"), u"RaisePullRequest"_s);
        // In this order: each field needs what the one before it made.
        const auto refAt = asked.query.indexOf("ref:createRef"), commitAt = asked.query.indexOf("commit:createCommit"),
                   pullAt = asked.query.indexOf("pr:createPullRequest");
        QVERIFY(refAt > 0 && commitAt > refAt && pullAt > commitAt);
        for (const auto* value : {"slipway/x-1", "Add", "b.json", "R_1"})
            QVERIFY2(!asked.query.contains(value), value);
        const auto variables = asked.variables();
        QCOMPARE(toBytes(variables["v0"]),
            with(R"({"repositoryId":"R_1","name":"refs/heads/slipway/x-1","oid":"OID"})", baseOid));
        const Json& input = variables["v1"];
        QCOMPARE(toBytes(input["branch"]),
            QByteArray(R"({"repositoryNameWithOwner":"DEFRA/tf-svc","branchName":"slipway/x-1"})"));
        QCOMPARE(textAt(input, "expectedHeadOid"), baseOid);
        QCOMPARE(toBytes(input["message"]), QByteArray(R"({"headline":"Add x","body":"Slipway-Run: 1"})"));
        QCOMPARE(QByteArray::fromBase64(textAt(input["fileChanges"]["additions"][0], "contents").toLatin1()),
            QByteArray("{\"\xc3\xa9\":1}\n"));
        QCOMPARE(textAt(input["fileChanges"]["deletions"][0], "path"), u"old.txt"_s);
        QCOMPARE(textAt(variables["v2"], "title"), u"Add \"x\" $v0"_s);
        QCOMPARE(textAt(variables["v2"], "headRefName"), u"slipway/x-1"_s);
    }

    void raisingIsJudgedPartByPart_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char* name, const Json& body, Kind kind, const QString& code, QByteArray result) {
            result = with(result, commitOid);
            QTest::newRow(name) << toBytes(body) << kind << code << result;
        };
        const auto refExists =
            failed("ref", "UNPROCESSABLE", "A ref named \"refs/heads/slipway/x-1\" already exists in the repository.");
        const auto stale =
            failed("commit", "STALE_DATA", "Expected branch to point to \"000\" but it did not.  Pull and try again.");
        row("stale",
            answer({{"ref", ref()}, {"commit", nullptr}, {"pr", {{"pullRequest", nullptr}}}},
                Json::array({stale, failed("pr", "UNPROCESSABLE", "No commits between main and slipway/x-1")})),
            Kind::Refused, errc::githubStaleData, R"({"ref":true,"branch":"slipway/x-1"})");
        row("branch exists elsewhere",
            answer({{"ref", nullptr}, {"commit", nullptr}, {"pr", nullptr}},
                Json::array(
                    {refExists, stale, failed("pr", "UNPROCESSABLE", "A pull request already exists for D:x.")})),
            Kind::Refused, errc::githubAlreadyExists, "{}");
        row("branch existed at its base: all the same",
            answer({{"ref", nullptr}, {"commit", commit()}, {"pr", pull()}}, Json::array({refExists})), Kind::Done,
            QString(), R"({"number":12,"nodeId":"PR_1","url":"URL","branch":"slipway/x-1","sha":"OID"})");
        row("pull request exists",
            answer({{"ref", ref()}, {"commit", commit()}, {"pr", {{"pullRequest", nullptr}}}},
                Json::array({failed("pr", "UNPROCESSABLE", "A pull request already exists for DEFRA:slipway/x-1.")})),
            Kind::Refused, errc::githubAlreadyExists, R"({"ref":true,"sha":"OID","branch":"slipway/x-1"})");
        row("not yet visible",
            answer({{"ref", ref()}, {"commit", commit()}, {"pr", {{"pullRequest", nullptr}}}},
                Json::array({failed("pr", "UNPROCESSABLE",
                    "Head sha can't be blank, Base sha can't be blank, No commits between main and slipway/x-1, Head "
                    "ref must be a branch")})),
            Kind::Refused, errc::githubNotVisible, R"({"ref":true,"sha":"OID","branch":"slipway/x-1"})");
        row("pull request of other commits", answer({{"ref", ref()}, {"commit", commit()}, {"pr", pull(otherOid)}}),
            Kind::Refused, errc::githubHeadMoved,
            R"({"ref":true,"sha":"OID","number":12,"nodeId":"PR_1","url":"URL","branch":"slipway/x-1"})");
        row("somebody's old commits under the same name",
            answer({{"ref", nullptr}, {"commit", nullptr}, {"pr", pull(otherOid)}}, Json::array({refExists, stale})),
            Kind::Refused, errc::githubAlreadyExists,
            R"({"number":12,"nodeId":"PR_1","url":"URL","branch":"slipway/x-1"})");
        row("no right",
            answer({{"ref", nullptr}, {"commit", nullptr}, {"pr", nullptr}},
                Json::array({failed("ref", "FORBIDDEN", "Resource not accessible by integration"),
                    failed("commit", "FORBIDDEN", "Resource not accessible by integration"),
                    failed("pr", "FORBIDDEN", "Resource not accessible by integration")})),
            Kind::Refused, errc::githubForbidden, "{}");
        row("rules",
            answer({{"ref", ref()}, {"commit", nullptr}, {"pr", nullptr}},
                Json::array({failed("commit", "UNPROCESSABLE",
                    "Repository rule violations found\n\nCommits must have verified signatures.")})),
            Kind::Refused, errc::githubRuleViolation, R"({"ref":true,"branch":"slipway/x-1"})");
        row("GitHub stumbles at the commit",
            answer({{"ref", ref()}, {"commit", nullptr}, {"pr", nullptr}},
                Json::array(
                    {failed("commit", "", "Something went wrong while executing your query. Please include X")})),
            Kind::Unknown, errc::serverError, R"({"ref":true,"branch":"slipway/x-1"})");
        row("GitHub stumbles at everything",
            Json{{"data", nullptr},
                {"errors", Json::array({Script::error("", "Something went wrong while executing your query.")})}},
            Kind::Unknown, errc::serverError, "{}");
        row("null without a reason", answer({{"ref", ref()}, {"commit", commit()}, {"pr", {{"pullRequest", nullptr}}}}),
            Kind::Unknown, errc::answerUnreadable, R"({"ref":true,"sha":"OID","branch":"slipway/x-1"})");
        row("document refused as a whole",
            Json{{"errors", Json::array({Json{{"message", "Field 'x' doesn't exist on type 'Mutation'"}}})}},
            Kind::Refused, errc::githubRefused, "{}");
        row("limited half-way",
            answer({{"ref", ref()}, {"commit", nullptr}, {"pr", nullptr}},
                Json::array({failed("commit", "RATE_LIMITED", "API rate limit exceeded"),
                    failed("pr", "RATE_LIMITED", "API rate limit exceeded")})),
            Kind::Refused, errc::githubRateLimited, R"({"ref":true,"branch":"slipway/x-1"})");
        row("limited before anything",
            answer({{"ref", nullptr}, {"commit", nullptr}, {"pr", nullptr}},
                Json::array({failed("ref", "RATE_LIMITED", "API rate limit exceeded")})),
            Kind::NotExecuted, errc::githubRateLimited, "{}");
    }
    void raisingIsJudgedPartByPart()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const Kind, kind);
        QFETCH(const QString, code);
        QFETCH(const QByteArray, result);
        Script script;
        script.graphql = [&](const Script::Asked&) { return Script::Answer{200, body}; };
        const auto outcome = script.perform(raise());
        QCOMPARE(codeOf(outcome), code);
        QCOMPARE(outcome.kind, kind);
        QCOMPARE(resultOf(outcome), result);
        QCOMPARE(script.asked.size(), 1);
    }

    void openingOnOurCommitComparesHeads()
    {
        Script script;
        QString head = commitOid;
        script.graphql = [&](const Script::Asked&) { return Script::json(answer({{"pr", pull(head)}})); };
        auto outcome = script.perform(OpenPullRequest{raise(), commitOid});
        QCOMPARE(outcome.kind, Kind::Done);
        QCOMPARE(textAt(outcome.result, "sha"), commitOid);
        head = otherOid;
        outcome = script.perform(OpenPullRequest{raise(), commitOid});
        QCOMPARE(outcome.kind, Kind::Refused);
        QCOMPARE(codeOf(outcome), errc::githubHeadMoved);
    }

    //! Whatever the effect: the classes of an answer that is no success, and one request on the wire each.
    void everyEffectClassifiesAlike_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("code");
        const auto row = [](int status, const char* body, Kind kind, const QString& code) {
            QTest::addRow("%d %s", status, body) << status << QByteArray(body) << kind << code;
        };
        row(500, "oops", Kind::Unknown, errc::serverError);
        row(502, "<html>Unicorn!</html>", Kind::Unknown, errc::serverError);
        row(503, R"({"message":"Service unavailable"})", Kind::Unknown, errc::serverError);
        row(504, "", Kind::Unknown, errc::serverError);
        row(408, "", Kind::Unknown, errc::serverError);
        row(425, "", Kind::Unknown, errc::serverError);
        row(401, R"({"message":"Bad credentials"})", Kind::NotExecuted, errc::githubBadCredentials);
        row(403, R"({"message":"You have exceeded a secondary rate limit."})", Kind::NotExecuted,
            errc::githubRateLimited);
        row(429, R"({"message":"API rate limit exceeded"})", Kind::NotExecuted, errc::githubRateLimited);
        row(403, R"({"message":"Resource not accessible by integration"})", Kind::Refused, errc::githubForbidden);
        row(403, R"({"message":"Repository was archived so is read-only."})", Kind::Refused, errc::githubArchived);
        row(404, R"({"message":"Not Found"})", Kind::Refused, errc::githubNotFound);
        row(301, "", Kind::NotExecuted, errc::networkRedirected);
        row(302, "<html>Sign in to the hotel</html>", Kind::NotExecuted, errc::networkRedirected);
        row(303, "", Kind::Unknown, errc::networkRedirected);
        row(307, R"({"message":"Moved Permanently"})", Kind::NotExecuted, errc::networkRedirected);
        row(200, "<html>Sign in to the hotel</html>", Kind::Unknown, errc::answerUnreadable);
        row(200, "{\"data\":", Kind::Unknown, errc::answerUnreadable);
    }
    void everyEffectClassifiesAlike()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const Kind, kind);
        QFETCH(const QString, code);
        for (const auto& effect : allEffects()) {
            Script script;
            script.graphql = script.rest = [&](const Script::Asked&) {
                return Script::Answer{status, body, {"Location: https://elsewhere.example/"}};
            };
            const auto outcome = script.perform(effect);
            QVERIFY2(outcome.error, qPrintable(nameOf(effect)));
            // Of a dispatch, a workflow that is not found is what was refused.
            const bool noWorkflow = std::holds_alternative<DispatchWorkflow>(effect) && code == errc::githubNotFound;
            QCOMPARE(nameOf(effect) + u' ' + outcome.error->code,
                nameOf(effect) + u' ' + (noWorkflow ? errc::githubDispatchRefused : code));
            QCOMPARE(outcome.kind, kind);
            QCOMPARE(script.asked.size(), 1);
            const auto words = toBytes(toJson(*outcome.error));
            QVERIFY(!words.contains(canary));
            QVERIFY(outcome.error->details.contains("url"));
            if (status >= 300 && code != errc::networkRedirected)
                QCOMPARE(integerAt(outcome.error->details, "status"), status);
        }
    }

    void everyEffectIsOneRequestOnADyingConnection_data()
    {
        QTest::addColumn<int>("behaviour");
        QTest::newRow("FIN") << int(RawServer::Behaviour::FinBeforeAnswer);
        QTest::newRow("RST") << int(RawServer::Behaviour::RstBeforeAnswer);
        QTest::newRow("status line") << int(RawServer::Behaviour::FinInStatusLine);
        QTest::newRow("truncated") << int(RawServer::Behaviour::TruncatedBody);
    }
    void everyEffectIsOneRequestOnADyingConnection()
    {
        QFETCH(const int, behaviour);
        for (const auto& effect : allEffects()) {
            Script script;
            script.server.script = nullptr;
            script.server.behaviour = RawServer::Behaviour(behaviour);
            const auto outcome = script.perform(effect);
            QCOMPARE(outcome.kind, Kind::Unknown);
            QCOMPARE(codeOf(outcome), errc::networkInterrupted);
            QTest::qWait(20);
            QCOMPARE(script.server.received.size(), 1);
        }
    }

    void nothingListeningMeansNotExecuted()
    {
        Script script;
        script.server.close();
        const auto outcome = script.perform(raise());
        QCOMPARE(outcome.kind, Kind::NotExecuted);
        QCOMPARE(codeOf(outcome), errc::networkUnreachable);
    }

    void singleSignOnWaitsForThePerson()
    {
        Script script;
        script.graphql = [](const Script::Asked&) {
            return Script::Answer{403, R"({"message":"Resource protected by organization SAML enforcement."})",
                {"X-GitHub-SSO: required; url=https://127.0.0.1/orgs/DEFRA/sso?authorization_request=A"}};
        };
        auto outcome = script.perform(ClosePullRequest{repository, u"PR_1"_s});
        QCOMPARE(outcome.kind, Kind::NotExecuted);
        QCOMPARE(codeOf(outcome), errc::githubSso);
        QCOMPARE(textAt(outcome.error->args, "url"), u"https://127.0.0.1/orgs/DEFRA/sso?authorization_request=A"_s);
    }

    void autoMergeSpeaksInManyTongues_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("word"); //!< mode, or the argument that tells more
        const auto pullIs = [](Json node) {
            node["id"] = "PR_1";
            return toBytes(answer({{"done", {{"pullRequest", node}}}}));
        };
        const auto says = [](const char* text, const char* type = "UNPROCESSABLE") {
            return toBytes(answer({{"done", nullptr}}, Json::array({failed("done", type, text)})));
        };
        QTest::newRow("armed") << pullIs({{"autoMergeRequest", {{"enabledAt", "2026-11-21T10:00:00Z"}}}}) << Kind::Done
                               << QString() << u"armed"_s;
        QTest::newRow("queued") << pullIs({{"autoMergeRequest", nullptr}, {"isInMergeQueue", true}}) << Kind::Done
                                << QString() << u"queued"_s;
        QTest::newRow("neither") << pullIs(
            {{"autoMergeRequest", nullptr}, {"isInMergeQueue", false}, {"state", "OPEN"}})
                                 << Kind::Unknown << errc::answerUnreadable << QString();
        QTest::newRow("already") << says("Pull request Auto merge is already enabled") << Kind::Done << QString()
                                 << u"armed"_s;
        QTest::newRow("clean") << says("Pull request Pull request is in clean status") << Kind::Refused
                               << errc::githubAutoMergeClean << u"clean"_s;
        QTest::newRow("unstable") << says("[\"Pull request is in unstable status\"]") << Kind::Refused
                                  << errc::githubAutoMergeClean << u"unstable"_s;
        QTest::newRow("off") << says("Auto merge is not allowed for this repository") << Kind::Refused
                             << errc::githubAutoMergeOff << u"setting"_s;
        QTest::newRow("no rules") << says("Protected branch rules not configured for this branch") << Kind::Refused
                                  << errc::githubAutoMergeOff << u"noRules"_s;
        QTest::newRow("method") << says("Merge method squash merging is not allowed on this repository")
                                << Kind::Refused << errc::githubMergeMethod << QString();
        QTest::newRow("closed") << says("Pull request is closed") << Kind::Refused << errc::githubPullRequestClosed
                                << QString();
        QTest::newRow("dirty") << says("Pull request is in dirty status") << Kind::Refused << errc::githubConflict
                               << QString();
        QTest::newRow("fresh") << says("Could not resolve to a node with the global id of 'PR_1'.", "NOT_FOUND")
                               << Kind::Refused << errc::githubNotVisible << QString();
        QTest::newRow("no right") << says("User is not allowed to push to this repository") << Kind::Refused
                                  << errc::githubForbidden << QString();
    }
    void autoMergeSpeaksInManyTongues()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const Kind, kind);
        QFETCH(const QString, code);
        QFETCH(const QString, word);
        Script script;
        script.graphql = [&](const Script::Asked&) { return Script::Answer{200, body}; };
        const auto outcome = script.perform(EnableAutoMerge{repository, u"PR_1"_s, u"REBASE"_s, commitOid});
        QCOMPARE(codeOf(outcome), code);
        QCOMPARE(outcome.kind, kind);
        if (kind == Kind::Done)
            QCOMPARE(textAt(outcome.result, "mode"), word);
        else if (!word.isEmpty())
            QVERIFY(textAt(outcome.error->args, "status") == word || textAt(outcome.error->args, "reason") == word);
        QCOMPARE(toBytes(script.asked.at(0).variables()["v0"]),
            with(R"({"pullRequestId":"PR_1","mergeMethod":"REBASE","expectedHeadOid":"OID"})", commitOid));
    }

    void merging_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("code");
        const auto says = [](const char* text) {
            return toBytes(answer({{"done", nullptr}}, Json::array({failed("done", "UNPROCESSABLE", text)})));
        };
        QTest::newRow("merged") << toBytes(
            answer({{"done", {{"pullRequest", {{"id", "PR_1"}, {"merged", true}, {"mergeCommit", {{"oid", "m1"}}}}}}}}))
                                << Kind::Done << QString();
        QTest::newRow("not merged") << toBytes(
            answer({{"done", {{"pullRequest", {{"id", "PR_1"}, {"merged", false}, {"mergeCommit", nullptr}}}}}}))
                                    << Kind::Unknown << errc::answerUnreadable;
        QTest::newRow("head moved") << says("Head branch was modified. Review and try the merge again.")
                                    << Kind::Refused << errc::githubHeadMoved;
        QTest::newRow("base moved") << says("Base branch was modified. Review and try the merge again.")
                                    << Kind::Refused << errc::githubNotMergeable;
        QTest::newRow("not mergeable") << says("Pull Request is not mergeable") << Kind::Refused
                                       << errc::githubNotMergeable;
    }
    void merging()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const Kind, kind);
        QFETCH(const QString, code);
        Script script;
        script.graphql = [&](const Script::Asked&) { return Script::Answer{200, body}; };
        const auto outcome = script.perform(MergePullRequest{repository, u"PR_1"_s, u"SQUASH"_s, commitOid});
        QCOMPARE(codeOf(outcome), code);
        QCOMPARE(outcome.kind, kind);
        if (kind == Kind::Done)
            QCOMPARE(resultOf(outcome), QByteArray(R"({"mode":"merged","mergedSha":"m1"})"));
        if (qstrcmp(QTest::currentDataTag(), "base moved") == 0)
            QVERIFY(flagAt(outcome.error->args, "transient"));
        QCOMPARE(textAt(script.asked.at(0).variables()["v0"], "expectedHeadOid"), commitOid);
    }

    void healingMovesTheBranchInOneStep()
    {
        Script script;
        script.graphql = [](const Script::Asked& asked) {
            if (asked.query.contains("updateRefs"))
                return Script::json(answer({{"done", {{"clientMutationId", nullptr}}}}));
            Json made = commit();
            made["ref"] = {{"id", "REF_9"}};
            return Script::json(answer({{"ref", ref()}, {"commit", made}}));
        };
        auto outcome = script.perform(
            PrepareBranch{repository, u"R_1"_s, baseOid, u"slipway/tmp"_s, u"h"_s, {}, {{u"a"_s, "b"}}, {}});
        QCOMPARE(outcome.kind, Kind::Done);
        QCOMPARE(resultOf(outcome), with(R"({"sha":"OID","refId":"REF_9","branch":"slipway/tmp"})", commitOid));
        outcome =
            script.perform(MoveBranch{repository, u"R_1"_s, u"slipway/x"_s, otherOid, commitOid, u"slipway/tmp"_s});
        QCOMPARE(outcome.kind, Kind::Done);
        QCOMPARE(textAt(outcome.result, "headSha"), commitOid);
        const auto input = script.asked.at(1).variables()["v0"];
        QCOMPARE(toBytes(input["refUpdates"]),
            with(R"([{"name":"refs/heads/slipway/x","beforeOid":"OLD","afterOid":"OID","force":true},)"
                 R"({"name":"refs/heads/slipway/tmp","beforeOid":"OID","afterOid":"ZERO","force":true}])",
                commitOid)
                .replace("OLD", otherOid.toUtf8())
                .replace("ZERO", QByteArray(40, '0')));
        outcome = script.perform(DeleteBranch{repository, u"R_1"_s, u"slipway/x"_s, commitOid});
        QCOMPARE(outcome.kind, Kind::Done);
        QCOMPARE(textAt(script.asked.at(2).variables()["v0"]["refUpdates"][0], "afterOid"), QString(40, u'0'));
    }

    //! A server without updateRefs moves branches by REST, which takes no precondition: less is promised, and the journal
    //! says so.
    void whatIsPromisedIsWhatTheServerKnows()
    {
        Script script;
        const Effect move = MoveBranch{repository, u"R_1"_s, u"slipway/x"_s, otherOid, commitOid, u"slipway/tmp"_s};
        const Effect remove = DeleteBranch{repository, u"R_1"_s, u"slipway/x"_s, commitOid};
        QCOMPARE(script.github->classOf(move), u"precondition"_s);
        QCOMPARE(script.github->classOf(remove), u"precondition"_s);
        script.github = std::make_unique<GitHub>(
            *script.http, script.clock, Connection{script.server.url(u"/api/v3"_s), Secret(canary)});
        script.rest = [](const Script::Asked& asked) {
            const Json old{{"fields", Json::array({{{"name", "id"}}, {{"name", "createCommitOnBranch"}}})}};
            if (asked.path == "/api/graphql")
                return Script::data({{"pullRequest", old}, {"repository", old}, {"mutation", old}});
            return Script::json({{"object", {{"sha", commitOid.toStdString()}}}});
        };
        const auto outcome = script.perform(move);
        QCOMPARE(outcome.kind, Kind::Done);
        QCOMPARE(script.asked.last().method, QByteArray("PATCH"));
        QVERIFY(!script.asked.last().body.contains("beforeOid"));
        QCOMPARE(script.github->classOf(move), u"natural key"_s);
        QCOMPARE(script.github->classOf(remove), u"natural key"_s);
        QCOMPARE(script.github->classOf(RerunWorkflow{.repository = repository, .id = 7}), u"natural key"_s);
    }

    void dispatching()
    {
        Script script;
        Script::Answer next{200, R"({"workflow_run_id":11073456019,"run_url":"r","html_url":"run-url"})"};
        script.rest = [&](const Script::Asked&) { return next; };
        const DispatchWorkflow effect{repository, u"create_repo.yml"_s, u"main"_s, Json{{"name", "svc"}}};
        auto outcome = script.perform(effect);
        QCOMPARE(outcome.kind, Kind::Done);
        QCOMPARE(resultOf(outcome), QByteArray(R"({"id":11073456019,"url":"run-url"})"));
        QCOMPARE(
            script.asked.at(0).path, QByteArray("/repos/DEFRA/tf-svc/actions/workflows/create_repo.yml/dispatches"));
        QCOMPARE(toBytes(script.asked.at(0).body),
            QByteArray(R"({"ref":"main","inputs":{"name":"svc"},"return_run_details":true})"));

        next = {204, ""};
        outcome = script.perform(effect);
        QCOMPARE(outcome.kind, Kind::Done);
        QCOMPARE(resultOf(outcome), QByteArray("{}"));

        next = {422, toBytes(Json{{"message", "Unexpected inputs provided: [\"foo\"]"}})};
        outcome = script.perform(effect);
        QCOMPARE(outcome.kind, Kind::Refused);
        QCOMPARE(codeOf(outcome), errc::githubDispatchRefused);

        // A server that does not know the field: nothing ran, the next intent goes without it.
        next = {422, toBytes(Json{{"message", "Invalid request. \"return_run_details\" is not a permitted key."}})};
        outcome = script.perform(effect);
        QCOMPARE(outcome.kind, Kind::NotExecuted);
        next = {204, ""};
        outcome = script.perform(effect);
        QCOMPARE(outcome.kind, Kind::Done);
        QVERIFY(!script.asked.constLast().body.contains("return_run_details"));
        QCOMPARE(script.asked.size(), 5);
    }

    void rerunning()
    {
        Script script;
        Script::Answer next{201, "{}"};
        script.rest = [&](const Script::Asked&) { return next; };
        auto outcome = script.perform(RerunWorkflow{repository, 11073456019, true});
        QCOMPARE(outcome.kind, Kind::Done);
        QCOMPARE(script.asked.at(0).path, QByteArray("/repos/DEFRA/tf-svc/actions/runs/11073456019/rerun-failed-jobs"));
        outcome = script.perform(RerunWorkflow{repository, 5, false});
        QCOMPARE(script.asked.at(1).path, QByteArray("/repos/DEFRA/tf-svc/actions/runs/5/rerun"));
        next = {403, R"({"message":"This workflow is already running"})"};
        QCOMPARE(script.perform(RerunWorkflow{repository, 5, false}).kind, Kind::Done);
        next = {403, R"({"message":"This workflow run cannot be retried"})"};
        outcome = script.perform(RerunWorkflow{repository, 5, false});
        QCOMPARE(outcome.kind, Kind::Refused);
        QCOMPARE(textAt(outcome.error->details, "text"), u"This workflow run cannot be retried"_s);
    }

    void revertingIsProposedOnce()
    {
        Script script;
        Json done{{"revertPullRequest",
            {{"id", "PR_9"}, {"number", 9}, {"url", "https://github.example/9"}, {"headRefName", "revert-7-x"}}}};
        Json errors;
        script.graphql = [&](const Script::Asked&) { return Script::json(answer({{"done", done}}, errors)); };
        const RevertPullRequest effect{repository, u"PR_7"_s, 7, u"revert-7-x"_s, u"Reverts DEFRA/tf-svc#7"_s};
        auto outcome = script.perform(effect);
        QCOMPARE(outcome.kind, Kind::Done);
        QVERIFY((outcome.result
            == Json{{"number", 9}, {"nodeId", "PR_9"}, {"url", "https://github.example/9"}, {"branch", "revert-7-x"}}));
        const auto& asked = script.asked.constLast();
        QVERIFY(asked.query.contains("revertPullRequest(input:"));
        const QByteArray sent = toBytes(asked.body);
        QVERIFY(sent.contains("\"pullRequestId\":\"PR_7\"") && sent.contains("Reverts DEFRA/tf-svc#7"));
        QCOMPARE(classOf(effect), u"natural key"_s);
        QVERIFY(createsContent(effect));
        done = {{"revertPullRequest", nullptr}};
        QCOMPARE(script.perform(effect).kind, Kind::Unknown); // neither said to be made nor refused
        done = nullptr;
        errors = Json::array({failed("done", "UNPROCESSABLE", "This pull request cannot be reverted automatically.")});
        outcome = script.perform(effect);
        QCOMPARE(outcome.kind, Kind::Refused);
        QCOMPARE(outcome.error->code, errc::githubCannotRevert);
        QCOMPARE(integerAt(outcome.error->args, "number"), 7);
    }

    void smallChangesOfAPullRequest()
    {
        Script script;
        script.graphql = [](const Script::Asked& asked) {
            Json node{{"id", "PR_1"}, {"number", 3}, {"url", "u"}, {"headRefOid", commitOid.toStdString()}};
            node["state"] = asked.query.contains("closePullRequest") ? "CLOSED" : "OPEN";
            if (asked.query.contains("enqueue"))
                return Script::json(answer({{"done", nullptr}},
                    Json::array({failed("done", "UNPROCESSABLE", "Pull request is already in the queue")})));
            if (asked.query.contains("updatePullRequestBranch"))
                return Script::json(answer({{"done", nullptr}},
                    Json::array({failed("done", "UNPROCESSABLE", "There are no new commits on the base branch.")})));
            return Script::json(answer({{"done", {{"pullRequest", node}}}}));
        };
        QCOMPARE(textAt(script.perform(ClosePullRequest{repository, u"PR_1"_s}).result, "state"), u"CLOSED"_s);
        QCOMPARE(textAt(script.perform(ReopenPullRequest{repository, u"PR_1"_s}).result, "state"), u"OPEN"_s);
        QCOMPARE(
            textAt(script.perform(EnqueuePullRequest{repository, u"PR_1"_s, commitOid}).result, "mode"), u"queued"_s);
        const Json updated = script.perform(UpdateBranch{repository, u"PR_1"_s, commitOid}).result;
        QCOMPARE(textAt(updated, "headSha"), commitOid);
        QVERIFY(flagAt(updated, "upToDate")); // no other head comes of it
    }
};

QTEST_GUILESS_MAIN(GitHubEffectsTests)
#include "github_effects_tests.moc"
