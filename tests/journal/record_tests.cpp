// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "journal/record.h"
#include "story.h"

#include <QTest>

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

namespace {

constexpr auto sample =
    R"({"_id":{"$oid":"%1"},"repositoryName":"ct-sso-test-2","started":{"$date":"2023-11-14T22:13:20.000Z"},)"
    R"("createRepository":{"status":"not-requested","payload":{"repositoryName":"ct-sso-test-2",)"
    R"("serviceType":"cdp-node-backend-template","owningTeam":"fisheries"}},)"
    R"("tf-svc":{"status":"raised","pr":{"number":540,"sha":"fb1cb158d305cca536352f9b8a5732eab51d50e9",)"
    R"("ref":"deploy-ct-sso-test-2-0.1.0-1695303447036",)"
    R"("html_url":"https://github.com/DEFRA/tf-svc/pull/540","node_id":"PR_kwDOI7fMPc5a5CD7"}},)"
    R"("tf-svc-infra":{"status":"workflow_completed","pr":{"number":225,)"
    R"("sha":"523efa0ccb344b9a7ae057fb7f0bb9a2edda39a3",)"
    R"("ref":"add-ct-sso-test-2-to-tenant-services-1695303440080",)"
    R"("html_url":"https://github.com/DEFRA/tf-svc-infra/pull/225","node_id":"PR_kwDOJVWcQM5a5CAy"},)"
    R"("merged_sha":"7081cc038ec7050fe4e25f8c0544420a01f43e79",)"
    R"("workflow":{"name":"Terraform - env","id":6262496892,)"
    R"("html_url":"https://github.com/DEFRA/tf-svc-infra/actions/runs/6262496892",)"
    R"("created_at":"2023-09-21T13:39:14Z","updated_at":"2023-09-21T13:41:16Z",)"
    R"("path":".github/workflows/env-terraform.yml"}},)"
    R"("cdp-app-config":{"status":"raised","pr":{"number":31,"sha":"aaaa","ref":"config-branch",)"
    R"("html_url":"https://github.com/DEFRA/cdp-app-config/pull/31","node_id":"PR_c"}},)"
    R"("cdp-nginx-upstreams":{"status":"raised","pr":{"number":32,"sha":"bbbb","ref":"nginx-branch",)"
    R"("html_url":"https://github.com/DEFRA/cdp-nginx-upstreams/pull/32","node_id":"PR_n"}}})";

} // namespace

//! The platform's status record, made from runs that were folded by hand.
class RecordTests : public QObject {
    Q_OBJECT

    static Story start()
    {
        Story story(u"01hf0000000000000000000000"_s, u"ct-sso-test-2"_s, serviceWorkflow(),
            {{"repositoryName", "ct-sso-test-2"}, {"serviceType", "cdp-node-backend-template"},
                {"owningTeam", "fisheries"}});
        return story;
    }
    static Json pullRequest(int number, const char* sha, const char* branch, const char* repository, const char* node)
    {
        return {{"number", number}, {"nodeId", node},
            {"url", "https://github.com/DEFRA/" + std::string(repository) + "/pull/" + std::to_string(number)},
            {"branch", branch}, {"sha", sha}, {"headSha", sha}};
    }
    static Json infraRun()
    {
        return {{"id", 6262496892LL}, {"name", "Terraform - env"}, {"path", ".github/workflows/env-terraform.yml"},
            {"url", "https://github.com/DEFRA/tf-svc-infra/actions/runs/6262496892"}, {"conclusion", "success"},
            {"createdAt", "2023-09-21T13:39:14Z"}, {"updatedAt", "2023-09-21T13:41:16Z"}};
    }
    static QString statusOf(const Story& story, const char* part = "tf-svc-infra")
    {
        return textAt(memberAt(statusRecord(story.run()), part), "status");
    }

private Q_SLOTS:
    void theSampleComesOutToTheLetter()
    {
        auto story = start();
        story.done(u"infra-raise"_s,
            pullRequest(225, "523efa0ccb344b9a7ae057fb7f0bb9a2edda39a3",
                "add-ct-sso-test-2-to-tenant-services-1695303440080", "tf-svc-infra", "PR_kwDOJVWcQM5a5CAy"));
        story.done(u"svc-raise"_s,
            pullRequest(540, "fb1cb158d305cca536352f9b8a5732eab51d50e9", "deploy-ct-sso-test-2-0.1.0-1695303447036",
                "tf-svc", "PR_kwDOI7fMPc5a5CD7"));
        story.done(u"config-raise"_s, pullRequest(31, "aaaa", "config-branch", "cdp-app-config", "PR_c"));
        story.done(u"nginx-raise"_s, pullRequest(32, "bbbb", "nginx-branch", "cdp-nginx-upstreams", "PR_n"));
        story.done(u"infra-merged"_s,
            {{"mergedSha", "7081cc038ec7050fe4e25f8c0544420a01f43e79"}, {"mergedAt", "2023-09-21T13:39:10Z"}});
        story.done(u"infra-workflow"_s, infraRun());
        const auto record = statusRecord(story.run());
        const auto id = textAt(memberAt(record, "_id"), "$oid");
        QVERIFY2(QRegularExpression(u"^[0-9a-f]{24}$"_s).match(id).hasMatch(), qPrintable(id));
        const auto expected = QString::fromLatin1(sample);
        QCOMPARE(QString::fromUtf8(toBytes(record)), expected.arg(id));
    }

    void theIdIsTheRunsForEver()
    {
        auto story = start();
        const auto id = memberAt(statusRecord(story.run()), "_id");
        story.done(u"infra-raise"_s);
        QVERIFY(memberAt(statusRecord(story.run()), "_id") == id);
        Story other(u"01hf0000000000000000000001"_s, u"x"_s);
        QVERIFY(memberAt(statusRecord(other.run()), "_id") != id);
    }

    void aLanePassesThroughItsWords()
    {
        auto story = start();
        QCOMPARE(statusOf(story), u"not-requested"_s);
        QVERIFY(!memberAt(statusRecord(story.run()), "tf-svc-infra").contains("pr"));
        story.then(EventType::StepStarted, u"infra-raise"_s);
        QCOMPARE(statusOf(story), u"not-requested"_s);
        story.then(EventType::StepSucceeded, u"infra-raise"_s, {{"outputs", pullRequest(1, "a", "b", "r", "n")}});
        QCOMPARE(statusOf(story), u"raised"_s);
        story.then(EventType::StepStarted, u"infra-merged"_s);
        story.then(EventType::StepWaiting, u"infra-merged"_s, {{"for", "merge"}});
        QCOMPARE(statusOf(story), u"raised"_s);
        story.then(EventType::StepSucceeded, u"infra-merged"_s, {{"outputs", {{"mergedSha", "m"}}}});
        QCOMPARE(statusOf(story), u"merged"_s);
        QCOMPARE(textAt(memberAt(statusRecord(story.run()), "tf-svc-infra"), "merged_sha"), u"m"_s);
        story.then(EventType::StepStarted, u"infra-workflow"_s);
        story.then(EventType::StepWaiting, u"infra-workflow"_s, {{"for", "runStart"}});
        QCOMPARE(statusOf(story), u"merged"_s);
        story.then(EventType::StepWaiting, u"infra-workflow"_s,
            {{"for", "workflowRun"}, {"args", {{"workflow", "Terraform"}, {"url", "https://example.org/1"}}}});
        QCOMPARE(statusOf(story), u"in-progress"_s);
        const auto record = statusRecord(story.run());
        QCOMPARE(
            textAt(memberAt(memberAt(record, "tf-svc-infra"), "workflow"), "html_url"), u"https://example.org/1"_s);
        story.then(EventType::StepSucceeded, u"infra-workflow"_s, {{"outputs", infraRun()}});
        QCOMPARE(statusOf(story), u"workflow_completed"_s);
        QCOMPARE(statusOf(story, "tf-svc"), u"not-requested"_s);
    }

    void aFailureIsOneOnlyWhenNoRetryIsPlanned()
    {
        auto story = start();
        story.done(u"infra-raise"_s).then(EventType::StepStarted, u"infra-merged"_s);
        auto planned = errorData(errc::githubWorkflowFailed, u"x"_s);
        planned["retryAt"] = story.now + 1000;
        story.then(EventType::StepFailed, u"infra-merged"_s, planned);
        QCOMPARE(statusOf(story), u"raised"_s);
        story.then(EventType::StepStarted, u"infra-merged"_s, {}, 2);
        story.then(EventType::StepFailed, u"infra-merged"_s, errorData(errc::githubWorkflowFailed, u"x"_s), 2);
        QCOMPARE(statusOf(story), u"failure"_s);
    }

    void aPullRequestThatWasClosedIsClosed()
    {
        auto story = start();
        story.done(u"infra-raise"_s).then(EventType::StepStarted, u"infra-merged"_s);
        story.then(EventType::StepFailed, u"infra-merged"_s, errorData(errc::githubPullRequestClosed, u"x"_s));
        QCOMPARE(statusOf(story), u"pr_closed"_s);
        story.then(EventType::RetryRequested, {}, {{"steps", {"infra-merged"}}});
        QCOMPARE(statusOf(story), u"raised"_s);
        story.then(EventType::UndoRequested, {}, {{"steps", {"infra-raise"}}});
        story.then(EventType::StepUndone, u"infra-raise"_s, {}, 1, Purpose::Undo);
        QCOMPARE(statusOf(story), u"pr_closed"_s);
    }

    void aHealedHeadIsToldBesideTheOneThatWasRaised()
    {
        auto story = start();
        story.done(u"infra-raise"_s, pullRequest(1, "first", "b", "r", "n"));
        story.then(EventType::OutputsRevised, u"infra-raise"_s, {{"outputs", {{"headSha", "second"}}}});
        const auto record = statusRecord(story.run());
        const auto& pr = memberAt(memberAt(record, "tf-svc-infra"), "pr");
        QCOMPARE(textAt(pr, "sha"), u"first"_s);
        QCOMPARE(textAt(pr, "head_sha"), u"second"_s);
    }

    void theRepositoryPassesThroughItsWords()
    {
        auto story = start();
        const auto status = [&] { return statusOf(story, "createRepository"); };
        story.done(u"svc-raise"_s);
        QCOMPARE(status(), u"not-requested"_s);
        story.then(EventType::StepStarted, u"repository-create"_s);
        story.then(EventType::EffectIntended, u"repository-create"_s, {{"effect", "e"}});
        QCOMPARE(status(), u"not-requested"_s);
        story.then(EventType::EffectSucceeded, u"repository-create"_s, {{"effect", "e"}});
        QCOMPARE(status(), u"requested"_s);
        story.then(EventType::StepSucceeded, u"repository-create"_s);
        QCOMPARE(status(), u"requested"_s);
        story.then(EventType::StepStarted, u"repository-ready"_s);
        story.then(EventType::StepFailed, u"repository-ready"_s, errorData(errc::githubNotFound, u""_s));
        QCOMPARE(status(), u"failure"_s);
        story.then(EventType::StepStarted, u"repository-ready"_s, {}, 2);
        story.then(EventType::StepSucceeded, u"repository-ready"_s, {{"outputs", {{"url", "u"}}}}, 2);
        QCOMPARE(status(), u"success"_s);
    }

    void aWorkflowOfAnotherShapeHasItsOwnLanes()
    {
        Story story(u"r1"_s, u"alpha"_s);
        story.done(u"raise"_s, pullRequest(1, "a", "b", "r", "n"));
        const auto record = statusRecord(story.run());
        QCOMPARE(textAt(record, "repositoryName"), u"alpha"_s);
        QCOMPARE(textAt(memberAt(record, "repository"), "status"), u"raised"_s);
    }
};

QTEST_GUILESS_MAIN(RecordTests)
#include "record_tests.moc"
