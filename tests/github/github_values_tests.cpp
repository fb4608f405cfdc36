// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/result.h"
#include "base/text.h"
#include "github/document_assembler.h"
#include "github/effects.h"
#include "github/error_catalogue.h"
#include "github/identity.h"
#include "github/reads.h"
#include "github/rest.h"

#include <QTest>

using namespace slipway;
using namespace slipway::github;

class GitHubValuesTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void repositoryNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("ordinary") << u"DEFRA/cdp-app-config"_s << true;
        QTest::newRow("dots inside") << u"o/a.b_c-d"_s << true;
        QTest::newRow("no owner") << u"/name"_s << false;
        QTest::newRow("three parts") << u"a/b/c"_s << false;
        QTest::newRow("dot") << u"a/."_s << false;
        QTest::newRow("dots") << u"../b"_s << false;
        QTest::newRow("space") << u"a/b c"_s << false;
        QTest::newRow("line end") << u"a/b\n"_s << false;
        QTest::newRow("100") << u"a/"_s + QString(100, u'x') << true;
        QTest::newRow("101") << u"a/"_s + QString(101, u'x') << false;
    }
    void repositoryNames()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, valid);
        const auto name = RepositoryName::tryParse(text);
        QCOMPARE(name.has_value(), valid);
        if (valid)
            QCOMPARE(name->full(), text);
    }

    void shasAreFortyHexadecimalDigits()
    {
        QVERIFY(isSha(QString(40, u'a')));
        QVERIFY(!isSha(QString()));
        QVERIFY(!isSha(QString(39, u'a')));
        QVERIFY(!isSha(QString(40, u'g')));
        QVERIFY(!isSha(QString(39, u'a') + QChar(0x0661))); // a digit elsewhere in the world
    }

    void readsOfOneRepositoryMerge()
    {
        const ReadRepository a{{u"O"_s, u"r"_s}, u"main"_s, {u"x"_s, u"y"_s}, {u"b1"_s}};
        const ReadRepository b{{u"o"_s, u"R"_s}, u"main"_s, {u"y"_s, u"z"_s}, {u"b2"_s}};
        QCOMPARE(keyOf(a), keyOf(b));
        const auto both = std::get<ReadRepository>(merged(a, b));
        QCOMPARE(both.files, (QStringList{u"x"_s, u"y"_s, u"z"_s}));
        QCOMPARE(both.branches, (QStringList{u"b1"_s, u"b2"_s}));
        QVERIFY(covers(both, a) && covers(both, b));
        QVERIFY(!covers(a, b));
        auto other = b;
        other.base = u"develop"_s;
        QVERIFY(keyOf(a) != keyOf(other));
        QVERIFY(!covers(both, other));
        QVERIFY(keyOf(ReadName{a.repository}) != keyOf(WatchRepository{a.repository}));
        QVERIFY(covers(WatchPullRequest{u"PR_1"_s}, WatchPullRequest{u"PR_1"_s}));
        QVERIFY(!covers(WatchPullRequest{u"PR_1"_s}, WatchPullRequest{u"PR_2"_s}));
    }

    void restPathsAreEncodedPartByPart()
    {
        RestPath path(RepositoryName{u"o"_s, u"r"_s});
        path.part(u"compare"_s)
            .part(u"a/b...c?d#e"_s)
            .query("created", u">=2026-01-01T00:00:00Z"_s)
            .query("x", u"a&b=c"_s);
        QCOMPARE(path.on(QUrl(u"https://host/api/v3/"_s)).toEncoded(),
            QByteArray("https://host/api/v3/repos/o/r/compare/a%2Fb...c%3Fd%23e"
                       "?created=%3E%3D2026-01-01T00%3A00%3A00Z&x=a%26b%3Dc"));
        QCOMPARE(RestPath().part(u"contents"_s).path(u"dir/a b.yaml"_s).on(QUrl(u"https://h"_s)).toEncoded(),
            QByteArray("https://h/contents/dir/a%20b.yaml"));
    }

    void graphqlHasItsOwnAddress()
    {
        QCOMPARE(graphqlUrl(QUrl(u"https://api.github.com"_s)), QUrl(u"https://api.github.com/graphql"_s));
        QCOMPARE(graphqlUrl(QUrl(u"https://api.github.com/"_s)), QUrl(u"https://api.github.com/graphql"_s));
        QCOMPARE(graphqlUrl(QUrl(u"https://h/api/v3"_s)), QUrl(u"https://h/api/graphql"_s));
        QCOMPARE(graphqlUrl(QUrl(u"https://h/api/v3/"_s)), QUrl(u"https://h/api/graphql"_s));
        QCOMPARE(graphqlUrl(QUrl(u"http://127.0.0.1:99"_s)), QUrl(u"http://127.0.0.1:99/graphql"_s));
    }

    void noValueEverBecomesPartOfADocument()
    {
        DocumentAssembler document(DocumentAssembler::Kind::Query, u"Test"_s);
        const auto evil = u"\"){x}} mutation{deleteRepository"_s;
        const auto first = document.value("String!", evil);
        QCOMPARE(document.value("String!", evil), first);
        QVERIFY(document.value("ID!", evil) != first);
        document.field("a:repository(name:" + first + "){id}");
        const auto built = document.document();
        QVERIFY(!built.text.contains("deleteRepository"));
        QVERIFY(built.text.startsWith("query Test($v0:String!,$v1:ID!) {"));
        QCOMPARE(textAt(built.variables, "v0"), evil);
        QCOMPARE(textAt(*parseJson(built.body()), "operationName"), u"Test"_s);
    }

    void fragmentsStandOnceWithThoseTheyUse()
    {
        static const Fragment inner{"Inner", "fragment Inner on X{id}", {}};
        static const Fragment outer{"Outer", "fragment Outer on Y{x{...Inner}}", {&inner}};
        DocumentAssembler document(DocumentAssembler::Kind::Query, u"Test"_s);
        document.field("a{" + document.spread(outer) + "}");
        document.field("b{" + document.spread(outer) + " " + document.spread(inner) + "}");
        const auto text = document.document().text;
        QCOMPARE(text.count("fragment Inner"), 1);
        QCOMPARE(text.count("fragment Outer"), 1);
    }

    void gitHubsWordsHaveMeanings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("args");
        const auto row = [](const char* text, const QString& code, const char* args = "{}", const char* type = "") {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(type) << code
                                << QString::fromUtf8(args);
        };
        row("Pull request Pull request is in clean status", errc::githubAutoMergeClean, R"({"status":"clean"})");
        row("[\"Pull request is in unstable status\"]", errc::githubAutoMergeClean, R"({"status":"unstable"})");
        row("Auto merge is not allowed for this repository", errc::githubAutoMergeOff, R"({"reason":"setting"})");
        row("Pull request Protected branch rules not configured for this branch", errc::githubAutoMergeOff,
            R"({"reason":"noRules"})");
        row("Merge method squash merging is not allowed on this repository", errc::githubMergeMethod);
        row("Merge method merge commits are not allowed on this repository", errc::githubMergeMethod);
        row("Squash merges are not allowed on this repository.", errc::githubMergeMethod);
        row("Repository rule violations found\n\nThis branch must not contain merge commits.", errc::githubMergeMethod);
        row("Base branch requires signed commits. Rebase merges cannot be automatically signed by GitHub",
            errc::githubMergeMethod);
        row("Ref cannot be created", errc::githubBranchClash);
        row("Reference update failed", errc::githubBranchClash);
        row("Pull request is in draft status", errc::githubNotMergeable, R"({"reason":"draft"})");
        row("Pull request is in unknown status", errc::githubNotMergeable, R"({"transient":true})");
        row("Waiting on code owner review from DEFRA/platform.", errc::githubNotMergeable, R"({"reason":"review"})");
        row("Pull request is already in the queue", errc::githubAlreadyExists, R"({"what":"queue entry"})");
        row("Repository has been locked for migration.", errc::githubArchived, R"({"reason":"locked"})");
        row("User is not allowed to push to this repository", errc::githubForbidden);
        row("User is not authorized for this protected branch", errc::githubForbidden);
        row("Pull request is closed", errc::githubPullRequestClosed);
        row("Pull request is in dirty status", errc::githubConflict);
        row("Could not resolve to a node with the global id of 'PR_x'.", errc::githubNotVisible, "{}", "NOT_FOUND");
        row("Could not resolve to a Repository with the name 'o/r'.", errc::githubNotFound, "{}", "NOT_FOUND");
        row("Head branch was modified. Review and try the merge again.", errc::githubHeadMoved);
        row("Base branch was modified. Review and try the merge again.", errc::githubNotMergeable,
            R"({"transient":true})");
        row("Merge already in progress", errc::githubNotMergeable, R"({"transient":true})");
        row("Pull Request is not mergeable", errc::githubNotMergeable);
        row("At least 1 approving review is required by reviewers with write access.", errc::githubNotMergeable,
            R"({"reason":"review"})");
        row("6 of 6 required status checks are expected.", errc::githubNotMergeable, R"({"reason":"checks"})");
        row("Repository rule violations found\n\nChanges must be made through the merge queue",
            errc::githubNotMergeable, R"({"reason":"mergeQueue"})");
        row("Repository rule violations found\n\nCommits must have verified signatures.", errc::githubRuleViolation);
        row("Expected branch to point to \"abc\" but it did not.  Pull and try again.", errc::githubStaleData, "{}",
            "STALE_DATA");
        row("A ref named \"refs/heads/x\" already exists in the repository.", errc::githubAlreadyExists,
            R"({"what":"branch"})", "UNPROCESSABLE");
        row("Reference already exists", errc::githubAlreadyExists, R"({"what":"branch"})");
        row("A pull request already exists for OWNER:branch.", errc::githubAlreadyExists, R"({"what":"pull request"})");
        row("Head sha can't be blank, Base sha can't be blank, No commits between a and b, Head ref must be a branch",
            errc::githubNotVisible);
        row("No commits between main and x", errc::githubNotVisible);
        row("Resource not accessible by personal access token", errc::githubForbidden, "{}", "FORBIDDEN");
        row("refusing to allow a Personal Access Token to create or update workflow x without 'workflow' scope",
            errc::githubForbidden, R"({"reason":"workflows"})");
        row("Repository was archived so is read-only.", errc::githubArchived);
        row("You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
            errc::githubRateLimited);
        row("API rate limit already exceeded for user ID 1.", errc::githubRateLimited, "{}", "RATE_LIMIT");
        row("Resource protected by organization SAML enforcement. You must grant your token access.", errc::githubSso,
            "{}", "FORBIDDEN");
        row("Bad credentials", errc::githubBadCredentials);
        row("Workflow does not have 'workflow_dispatch' trigger", errc::githubDispatchRefused,
            R"({"reason":"noTrigger"})");
        row("Cannot trigger a 'workflow_dispatch' on a disabled workflow", errc::githubDispatchRefused,
            R"({"reason":"disabled"})");
        row("Unexpected inputs provided: [\"foo\"]", errc::githubDispatchRefused, R"({"reason":"unexpectedInputs"})");
        row("Provided value '' for input 'y' not in the list of allowed values", errc::githubDispatchRefused,
            R"({"reason":"badValue"})");
        row("No ref found for: nowhere", errc::githubDispatchRefused, R"({"reason":"noBranch"})");
        row("Required input 'x' not provided", errc::githubDispatchRefused, R"({"reason":"missingInput"})");
        row("Something went wrong while executing your query. Please include `1` when reporting", errc::serverError);
        row("We couldn't respond to your request in time. Sorry about that.", errc::serverError);
        row("words never heard", errc::githubRefused);
        row("words never heard, with a type", errc::githubForbidden, "{}", "FORBIDDEN");
    }
    void gitHubsWordsHaveMeanings()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, type);
        QFETCH(const QString, code);
        QFETCH(const QString, args);
        const auto meaning = meaningOf(text, type);
        QCOMPARE(meaning.code, code);
        QCOMPARE(QString::fromUtf8(toBytes(meaning.args)), args);
        // Texts come in any case.
        QCOMPARE(meaningOf(text.toUpper(), type).code, code);
    }

    void tokenExpiryHasSeveralForms()
    {
        QCOMPARE(tokenExpiryFrom("2022-11-12 10:31:26 UTC"), Timestamp::fromIso(u"2022-11-12T10:31:26Z"_s));
        QCOMPARE(tokenExpiryFrom("2022-11-12 10:31:26 +0100"), Timestamp::fromIso(u"2022-11-12T09:31:26Z"_s));
        QVERIFY(!tokenExpiryFrom(""));
        QVERIFY(!tokenExpiryFrom("soon"));
    }

    void effectsDescribeThemselves()
    {
        RaisePullRequest raise{.repository = {u"o"_s, u"r"_s}, .branch = u"b"_s, .title = u"t"_s};
        raise.additions = {{u"a.json"_s, "{}"}};
        QCOMPARE(nameOf(raise), u"raisePullRequest"_s);
        QCOMPARE(classOf(raise), u"precondition"_s);
        QVERIFY(createsContent(raise));
        QVERIFY(!createsContent(EnableAutoMerge{}));
        QCOMPARE(repositoryOf(CommitAndOpen{raise}).full(), u"o/r"_s);
        const auto target = targetOf(OpenPullRequest{raise, u"123"_s});
        QCOMPARE(textAt(target, "repository"), u"o/r"_s);
        QCOMPARE(textAt(target, "branch"), u"b"_s);
        QCOMPARE(textAt(target, "sha"), u"123"_s);
        QCOMPARE(integerAt(targetOf(RerunWorkflow{{u"o"_s, u"r"_s}, 11073456019}), "id"), 11073456019);
        // File contents never travel into the journal by this way.
        QVERIFY(!toBytes(targetOf(raise)).contains("bytes"));
    }
};

QTEST_GUILESS_MAIN(GitHubValuesTests)
#include "github_values_tests.moc"
