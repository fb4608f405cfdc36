// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "world_fixture.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace slipway;
using namespace slipway::sandbox;

namespace {

const QString infra = u"tf-svc-infra"_s;
const QString config = u"cdp-app-config"_s;
const QString terraform = u".github/workflows/env-terraform.yml"_s;
const QString zeros(40, u'0');

std::vector<const WorkflowRun*> pushRuns(const World& world, const QString& repository)
{
    return world.runs(repository, {.event = u"push"_s});
}

} // namespace

class WorldTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWorldIsShapedLikeTheRealOne()
    {
        WorldFixture f;
        const Repository& repository = *f.world->repository(infra);
        const auto text = f.world->git(repository)
                              .file(f.mainOid(infra), u"environments/management/resources/tenant_services.json"_s);
        QVERIFY(text.has_value());
        const auto json = parseJson(*text);
        QVERIFY(json.ok());
        QCOMPARE(json->size(), size_t(1));
        QCOMPARE((*json)[0].size(), size_t(300));
        bool hasQueues = false;
        bool hasUnknown = false;
        for (const auto& [name, tenant] : (*json)[0].items()) {
            hasQueues = hasQueues || tenant.contains("queues");
            hasUnknown = hasUnknown || tenant.contains("postgres");
        }
        QVERIFY(hasQueues && hasUnknown);
        for (const QString& environment :
            {u"management"_s, u"infra-dev"_s, u"development"_s, u"test"_s, u"perf-test"_s, u"production"_s}) {
            for (const QString& zone : {u"public"_s, u"protected"_s})
                QVERIFY(f.world->git(*f.world->repository(u"tf-svc"_s))
                            .file(f.mainOid(u"tf-svc"_s),
                                u"environments/%1/services/%2_services.json"_s.arg(environment, zone)));
        }
        QVERIFY(f.world->repository(u"defra"_s, u"TF-SVC"_s));
        QVERIFY(!f.world->repository(u"someone"_s, u"tf-svc"_s));
    }

    void oneSeedGivesOneWorld()
    {
        WorldFixture a{WorldOptions{}};
        WorldFixture b{WorldOptions{}};
        WorldFixture other({.seed = 2});
        QCOMPARE(a.world->token(), b.world->token());
        QCOMPARE(a.mainOid(infra), b.mainOid(infra));
        QVERIFY(a.mainOid(infra) != other.mainOid(infra));
        QCOMPARE(a.raise(infra, u"x"_s, u"docs/a.md"_s, "a\n"), b.raise(infra, u"x"_s, u"docs/a.md"_s, "a\n"));
        QCOMPARE(a.pull(infra, 1).headOid, b.pull(infra, 1).headOid);
    }

    void nodeIdsLookLikeGitHubsAndNameTheirThing()
    {
        WorldFixture f;
        const qint64 number = f.raise(infra, u"x"_s, u"docs/a.md"_s, "a\n");
        const PullRequest& pull = f.pull(infra, number);
        QVERIFY(pull.nodeId.startsWith(u"PR_kw"_s));
        QVERIFY(f.world->repository(infra)->nodeId.startsWith(u"R_kg"_s));
        const NodeName name = f.world->node(pull.nodeId);
        QCOMPARE(name.kind, NodeKind::PullRequest);
        QCOMPARE(name.number, number);
        QCOMPARE(name.repository, infra);
        QCOMPARE(f.world->node(u"PR_kwDOAAAAAM4AAAAA"_s).kind, NodeKind::None);
        QCOMPARE(f.world->node(u"nonsense"_s).kind, NodeKind::None);
        const WorkflowRun* check = f.world->runs(infra).front();
        QVERIFY(check->nodeId.startsWith(u"WFR_"_s));
        QVERIFY(check->id > (1LL << 33));
    }

    void aRebaseMergeMakesNewCommitsByThePlatform()
    {
        WorldFixture f;
        const qint64 number = f.raise(infra, u"x"_s, u"docs/a.md"_s, "a\n");
        f.pass(46);
        const QString before = f.mainOid(infra);
        const auto merged = f.world->merge(infra, number, {.method = MergeMethod::Rebase});
        QVERIFY(merged.ok());
        QCOMPARE(f.mainOid(infra), *merged);
        QVERIFY(*merged != f.pull(infra, number).headOid);
        const auto commit = f.world->git(*f.world->repository(infra)).commit(*merged);
        QCOMPARE(commit->parents, QStringList{before});
        QCOMPARE(commit->committer.email, u"noreply@github.com"_s);
        QCOMPARE(commit->author.name, f.world->viewer().name);
        QCOMPARE(f.pull(infra, number).state, PullState::Merged);
        QCOMPARE(f.pull(infra, number).mergeCommitOid, *merged);
        QVERIFY(f.world->git(*f.world->repository(infra)).refTarget(u"refs/heads/x"_s)); // deleted only if asked for
        const Json ledger = f.world->ledger();
        QCOMPARE(ledger["merges"].size(), size_t(1));
        QCOMPARE(textAt(ledger["merges"][0], "sha"), *merged);
        QCOMPARE(flagAt(ledger["pullRequests"][0], "merged"), true);
        QCOMPARE(textsAt(ledger["pullRequests"][0], "files"), QStringList{u"docs/a.md"_s});
    }

    void squashAndMergeCommitsHaveTheirParents()
    {
        WorldFixture f;
        const qint64 squashed = f.raise(infra, u"x"_s, u"docs/a.md"_s, "a\n");
        const qint64 merged = f.raise(infra, u"y"_s, u"docs/b.md"_s, "b\n");
        f.pass(46);
        const auto first = f.world->merge(infra, squashed, {.method = MergeMethod::Squash});
        const auto second = f.world->merge(infra, merged, {.method = MergeMethod::Merge});
        QVERIFY(first.ok() && second.ok());
        const GitRepository& git = f.world->git(*f.world->repository(infra));
        QCOMPARE(git.commit(*first)->parents.size(), 1);
        QCOMPARE(git.commit(*first)->headline(), u"Change docs/a.md (#1)"_s);
        QCOMPARE(git.commit(*second)->parents, (QStringList{*first, f.pull(infra, merged).headOid}));
        QVERIFY(git.file(*second, u"docs/a.md"_s) && git.file(*second, u"docs/b.md"_s));
    }

    void mergingIsRefusedInGitHubsWords()
    {
        WorldFixture f;
        const qint64 number = f.raise(infra, u"x"_s, u"docs/a.md"_s, "a\n");
        const auto early = f.world->merge(infra, number, {});
        QVERIFY(!early.ok());
        QCOMPARE(early.error().code, errc::githubNotMergeable);
        QCOMPARE(refusalText(early.error()), u"Required status check \"validate\" is in progress."_s);
        f.pass(46);
        const auto moved = f.world->merge(infra, number, {.expectedHeadOid = zeros});
        QCOMPARE(moved.error().code, errc::githubHeadMoved);
        QVERIFY(f.world->control(Json::object({{"do", "require-review"}, {"repository", "tf-svc-infra"}})).ok());
        QCOMPARE(refusalText(f.world->merge(infra, number, {}).error()),
            u"At least 1 approving review is required by reviewers with write access."_s);
        QCOMPARE(f.mainOid(infra), f.pull(infra, number).baseOid);
    }

    void twoAppendsToOneListConflict()
    {
        WorldFixture f;
        const qint64 first = f.raiseTenant(u"one"_s, "service-one");
        const qint64 second = f.raiseTenant(u"two"_s, "service-two");
        QVERIFY(f.world->enableAutoMerge(infra, first, {.method = MergeMethod::Rebase}).ok());
        QVERIFY(f.world->enableAutoMerge(infra, second, {.method = MergeMethod::Rebase}).ok());
        f.pass(50);
        QCOMPARE(f.pull(infra, first).state, PullState::Merged);
        QCOMPARE(f.pull(infra, second).state, PullState::Open);
        QCOMPARE(f.world->mergeability(f.pull(infra, second)).mergeable, Mergeable::Conflicting);
        QCOMPARE(f.world->mergeability(f.pull(infra, second)).status, MergeStatus::Dirty);
        QVERIFY(f.pull(infra, second).autoMerge); // stays armed
        QCOMPARE(refusalText(f.world->merge(infra, second, {}).error()), u"Pull Request is not mergeable"_s);

        // Healed as a careful client does it: a new commit on the new main, then one move of the branch.
        GitRepository& git = f.world->git(*f.world->repository(infra));
        const QString path = u"environments/test/resources/tenant_services.json"_s;
        QByteArray text = *git.file(f.mainOid(infra), path);
        text.insert(text.lastIndexOf("\n  }\n]"), ",\n    \"service-two\": {\n      \"zone\": \"public\"\n    }");
        const QString base = f.mainOid(infra);
        QVERIFY(f.world->createRef(infra, u"refs/heads/tmp"_s, base).ok());
        const auto commit = f.world->commitOnBranch(infra, {u"tmp"_s, base, u"again"_s, {}, {{path, text}}});
        QVERIFY(commit.ok());
        const QString old = f.pull(infra, second).headOid;
        QVERIFY(
            f.world
                ->updateRefs(infra,
                    {{u"refs/heads/two"_s, commit->oid, old, true}, {u"refs/heads/tmp"_s, zeros, commit->oid, false}})
                .ok());
        QCOMPARE(f.pull(infra, second).state, PullState::Open);
        QVERIFY(f.pull(infra, second).autoMerge);
        QCOMPARE(f.pull(infra, second).headOid, commit->oid);
        f.pass(50); // the checks began anew
        QCOMPARE(f.pull(infra, second).state, PullState::Merged);
        const QByteArray merged = *git.file(f.mainOid(infra), path);
        QVERIFY(merged.contains("service-one") && merged.contains("service-two"));
        QVERIFY(!git.refTarget(u"refs/heads/tmp"_s));
    }

    void mergeabilityIsUnknownForAMoment()
    {
        WorldFixture f;
        const qint64 number = f.raise(infra, u"x"_s, u"docs/a.md"_s, "a\n");
        QCOMPARE(f.world->mergeability(f.pull(infra, number)).status, MergeStatus::Unknown);
        f.pass(2);
        QCOMPARE(f.world->mergeability(f.pull(infra, number)).status, MergeStatus::Blocked);
        f.pass(45);
        QCOMPARE(f.world->mergeability(f.pull(infra, number)).status, MergeStatus::Clean);
    }

    void autoMergeIsRefusedInGitHubsWords()
    {
        WorldFixture f;
        const qint64 number = f.raise(infra, u"x"_s, u"docs/a.md"_s, "a\n");
        const auto refused = [&](MergeRequest request) {
            const auto result = f.world->enableAutoMerge(infra, number, request);
            return result ? u"accepted"_s : refusalText(result.error());
        };
        QVERIFY(
            f.world->control(Json::object({{"do", "auto-merge"}, {"repository", "tf-svc-infra"}, {"on", false}})).ok());
        QCOMPARE(refused({}), u"Pull request Auto merge is not allowed for this repository"_s);
        QVERIFY(
            f.world->control(Json::object({{"do", "auto-merge"}, {"repository", "tf-svc-infra"}, {"on", true}})).ok());
        QCOMPARE(refused({.expectedHeadOid = zeros}), u"Head branch was modified. Review and try the merge again."_s);
        QVERIFY(f.world->setDraft(infra, number, true).ok());
        QCOMPARE(refused({}), u"Pull request is in draft status"_s);
        QVERIFY(f.world->setDraft(infra, number, false).ok());
        f.pass(46);
        QCOMPARE(refused({}), u"Pull request is in clean status"_s);
        QVERIFY(
            f.world->control(Json::object({{"do", "protect"}, {"repository", "tf-svc-infra"}, {"on", false}})).ok());
        QCOMPARE(refused({}), u"Pull request Protected branch rules not configured for this branch"_s);
        QVERIFY(
            f.world->control(Json::object({{"do", "fail-check"}, {"repository", "tf-svc-infra"}, {"number", number}}))
                .ok());
        QCOMPARE(refused({}), u"Pull request is in unstable status"_s);
        QVERIFY(f.world->updatePullRequest(infra, number, {.state = PullState::Closed}).ok());
        QCOMPARE(refused({}), u"Pull request is closed"_s);
        QCOMPARE(f.world->ledger()["autoMerges"].size(), size_t(0));
    }

    void autoMergeWaitsForChecksAndReviews()
    {
        WorldFixture f;
        QVERIFY(f.world->control(Json::object({{"do", "require-review"}, {"repository", "cdp-app-config"}})).ok());
        const qint64 number = f.raise(config, u"x"_s, u"docs/a.md"_s, "a\n");
        QVERIFY(f.world->enableAutoMerge(config, number, {.method = MergeMethod::Rebase}).ok());
        QVERIFY(f.world->enableAutoMerge(config, number, {.method = MergeMethod::Rebase}).ok());
        QCOMPARE(f.world->ledger()["autoMerges"].size(), size_t(1));
        f.pass(60);
        QCOMPARE(f.pull(config, number).state, PullState::Open);
        QCOMPARE(f.world->reviewDecision(f.pull(config, number)), u"REVIEW_REQUIRED"_s);
        QVERIFY(
            f.world->control(Json::object({{"do", "approve"}, {"number", number}, {"repository", "cdp-app-config"}}))
                .ok());
        QCOMPARE(f.pull(config, number).state, PullState::Merged);
        QCOMPARE(f.world->reviewDecision(f.pull(config, number)), u"APPROVED"_s);
    }

    void aBranchResetToItsBaseClosesThePullRequestForEver()
    {
        WorldFixture f;
        const qint64 number = f.raise(infra, u"x"_s, u"docs/a.md"_s, "a\n");
        QVERIFY(f.world->enableAutoMerge(infra, number, {}).ok());
        const QString head = f.pull(infra, number).headOid;
        QVERIFY(!f.world->updateRef(infra, u"refs/heads/x"_s, f.mainOid(infra), false).ok()); // no fast-forward
        QVERIFY(f.world->updateRef(infra, u"refs/heads/x"_s, f.mainOid(infra), true).ok());
        QCOMPARE(f.pull(infra, number).state, PullState::Closed);
        QVERIFY(!f.pull(infra, number).autoMerge);
        QVERIFY(f.world->updateRef(infra, u"refs/heads/x"_s, head, true).ok());
        QVERIFY(!f.world->updatePullRequest(infra, number, {.state = PullState::Open}).ok());
    }

    void aPullRequestClosedByHandCanBeReopened()
    {
        WorldFixture f;
        const qint64 number = f.raise(infra, u"x"_s, u"docs/a.md"_s, "a\n");
        QVERIFY(f.world->control(Json::object({{"do", "close"}})).ok());
        QCOMPARE(f.pull(infra, number).state, PullState::Closed);
        QVERIFY(f.world->updatePullRequest(infra, number, {.state = PullState::Open}).ok());
        QCOMPARE(f.pull(infra, number).state, PullState::Open);
    }

    void commitsAreCompareAndSwap()
    {
        WorldFixture f;
        const QString base = f.mainOid(infra);
        QVERIFY(f.world->createRef(infra, u"refs/heads/x"_s, base).ok());
        const auto again = f.world->createRef(infra, u"refs/heads/x"_s, base);
        QCOMPARE(refusalText(again.error()), u"A ref named \"refs/heads/x\" already exists in the repository."_s);
        QVERIFY(f.world->commitOnBranch(infra, {u"x"_s, base, u"one"_s, {}, {{u"a"_s, QByteArray("1")}}}).ok());
        const auto stale = f.world->commitOnBranch(infra, {u"x"_s, base, u"one"_s, {}, {{u"a"_s, QByteArray("1")}}});
        QCOMPARE(stale.error().code, errc::githubStaleData);
        QCOMPARE(refusalText(stale.error()),
            u"Expected branch to point to \"%1\" but it did not.  Pull and try again."_s.arg(base));
        QCOMPARE(f.world->ledger()["commits"].size(), size_t(1));
        QCOMPARE(f.world->ledger()["branches"].size(), size_t(1));
        QVERIFY(!f.world->commitOnBranch(infra, {u"main"_s, base, u"direct"_s, {}, {{u"a"_s, QByteArray("1")}}}).ok());
    }

    void pullRequestsAreNeverDoubled()
    {
        WorldFixture f;
        f.raise(infra, u"x"_s, u"docs/a.md"_s, "a\n");
        const auto again = f.world->createPullRequest(infra, {u"T"_s, {}, u"x"_s, u"main"_s, false});
        QCOMPARE(refusalText(again.error()), u"A pull request already exists for DEFRA:x."_s);
        QVERIFY(f.world->createRef(infra, u"refs/heads/y"_s, f.mainOid(infra)).ok());
        QCOMPARE(refusalText(f.world->createPullRequest(infra, {u"T"_s, {}, u"y"_s, u"main"_s, false}).error()),
            u"No commits between main and y"_s);
        QVERIFY(refusalText(f.world->createPullRequest(infra, {u"T"_s, {}, u"z"_s, u"main"_s, false}).error())
                    .startsWith(u"Head sha can't be blank"_s));
        QCOMPARE(f.world->ledger()["pullRequests"].size(), size_t(1));
    }

    void updatingSeveralRefsIsAllOrNone()
    {
        WorldFixture f;
        const QString base = f.mainOid(infra);
        QVERIFY(f.world->createRef(infra, u"refs/heads/x"_s, base).ok());
        const auto refused = f.world->updateRefs(
            infra, {{u"refs/heads/new"_s, base, zeros, false}, {u"refs/heads/x"_s, zeros, QString(40, u'1'), false}});
        QVERIFY(!refused.ok());
        const GitRepository& git = f.world->git(*f.world->repository(infra));
        QVERIFY(!git.refTarget(u"refs/heads/new"_s));
        QVERIFY(git.refTarget(u"refs/heads/x"_s));
    }

    void runsOnMainTakeTheirTimeAndPendingOnesAreSuperseded()
    {
        WorldFixture f;
        QList<qint64> numbers;
        for (const QString& name : {u"a"_s, u"b"_s, u"c"_s})
            numbers.append(f.raise(infra, name, u"docs/%1.md"_s.arg(name), "x\n"));
        f.pass(46);
        QStringList shas;
        for (const qint64 number : numbers)
            shas.append(*f.world->merge(infra, number, {.method = MergeMethod::Rebase}));
        const auto run = [&](const QString& sha) { return *f.world->runs(infra, {.headSha = sha}).front(); };
        f.pass(5);
        QCOMPARE(run(shas[0]).status, u"in_progress"_s);
        QCOMPARE(run(shas[1]).conclusion, u"cancelled"_s);
        QCOMPARE(run(shas[2]).status, u"pending"_s);
        QCOMPARE(run(shas[0]).path, terraform);
        QCOMPARE(run(shas[0]).name, u"Terraform - env"_s);
        f.pass(110);
        QCOMPARE(run(shas[0]).status, u"in_progress"_s);
        f.pass(10);
        QCOMPARE(run(shas[0]).conclusion, u"success"_s);
        QCOMPARE(run(shas[2]).status, u"in_progress"_s);
        f.pass(120);
        QCOMPARE(run(shas[2]).conclusion, u"success"_s);
        QVERIFY(f.world->git(*f.world->repository(infra)).contains(shas[2], shas[1]));
    }

    void theNextRunFailsOnceAndIsRepeated()
    {
        WorldFixture f;
        QVERIFY(f.world
                    ->control(Json::object({{"do", "fail-run"}, {"repository", "tf-svc-infra"},
                        {"path", "env-terraform.yml"}, {"next", true}}))
                    .ok());
        const qint64 number = f.raise(infra, u"a"_s, u"docs/a.md"_s, "x\n");
        f.pass(46);
        QVERIFY(f.world->merge(infra, number, {.method = MergeMethod::Rebase}).ok());
        f.pass(119);
        QCOMPARE(pushRuns(*f.world, infra).front()->status, u"in_progress"_s);
        f.pass(2);
        const qint64 id = pushRuns(*f.world, infra).front()->id;
        QCOMPARE(f.world->run(infra, id)->conclusion, u"failure"_s);
        QVERIFY(f.world->rerun(infra, id).ok());
        QCOMPARE(refusalText(f.world->rerun(infra, id).error()), u"This workflow is already running"_s);
        QCOMPARE(f.world->run(infra, id)->attempt, 2);
        QVERIFY(f.world->run(infra, id)->conclusion.isEmpty());
        f.pass(121);
        QCOMPARE(f.world->run(infra, id)->conclusion, u"success"_s);
        QCOMPARE(pushRuns(*f.world, infra).size(), size_t(1));
    }

    void aHeldRunWaitsForItsRelease()
    {
        WorldFixture f;
        QVERIFY(f.world->control(Json::object({{"do", "hold"}, {"repository", "tf-svc-infra"}, {"next", true}})).ok());
        const qint64 number = f.raise(infra, u"a"_s, u"docs/a.md"_s, "x\n");
        f.pass(46);
        QVERIFY(f.world->merge(infra, number, {.method = MergeMethod::Rebase}).ok());
        f.pass(1000);
        QCOMPARE(pushRuns(*f.world, infra).front()->status, u"in_progress"_s);
        QVERIFY(f.world->control(Json::object({{"do", "release"}})).ok());
        QCOMPARE(pushRuns(*f.world, infra).front()->conclusion, u"success"_s);
    }

    //! Who presses the button sees a pull request whose checks are under way: they are held, and so are all that follow.
    void allChecksAreHeldUntilAllAreReleased()
    {
        WorldFixture f;
        const qint64 first = f.raise(infra, u"a"_s, u"docs/a.md"_s, "x\n");
        f.pass(3);
        QVERIFY(f.world->control(Json::object({{"do", "hold"}, {"all", true}})).ok());
        const qint64 second = f.raise(infra, u"b"_s, u"docs/b.md"_s, "y\n");
        const qint64 third = f.raise(infra, u"c"_s, u"docs/c.md"_s, "z\n");
        f.pass(1000);
        for (const qint64 number : {first, second, third})
            QVERIFY(!f.world->merge(infra, number, {.method = MergeMethod::Rebase}).ok());
        QVERIFY(f.world->control(Json::object({{"do", "release"}, {"all", true}})).ok());
        for (const qint64 number : {first, second, third})
            QVERIFY(f.world->merge(infra, number, {.method = MergeMethod::Rebase}).ok());
        const qint64 later = f.raise(infra, u"d"_s, u"docs/d.md"_s, "v\n");
        f.pass(46);
        QVERIFY(f.world->merge(infra, later, {.method = MergeMethod::Rebase}).ok());
    }

    //! What waits for the next pull request is told, and comes to nothing once it was let go of.
    void whatWaitsForItsOccasionCanBeForgotten()
    {
        WorldFixture f;
        const auto sleepy = [&f] {
            int count = 0;
            const Json state = f.world->state();
            for (const Json& repository : memberAt(state, "repositories"))
                count += flagAt(repository, "autoMergeSleeps") ? 1 : 0;
            return count;
        };
        const Json next = Json::object({{"do", "auto-merge-sleeps"}, {"next", true}, {"on", true}});
        QVERIFY(f.world->control(next).ok());
        QVERIFY(f.world->control(Json::object({{"do", "fail-run"}, {"next", true}})).ok());
        QCOMPARE(int(memberAt(f.world->state(), "waitingActions").size()), 2);
        QVERIFY(f.world->control(Json::object({{"do", "forget"}, {"action", "auto-merge-sleeps"}})).ok());
        QCOMPARE(int(memberAt(f.world->state(), "waitingActions").size()), 1);
        f.raise(infra, u"a"_s, u"docs/a.md"_s, "x\n");
        f.pass(3);
        QCOMPARE(sleepy(), 0);
        QVERIFY(f.world->control(next).ok());
        f.raise(infra, u"b"_s, u"docs/b.md"_s, "y\n");
        f.pass(3);
        QCOMPARE(sleepy(), 1);
        QVERIFY(f.world
                    ->control(
                        Json::object({{"do", "auto-merge-sleeps"}, {"repository", infra.toStdString()}, {"on", false}}))
                    .ok());
        QCOMPARE(sleepy(), 0);
    }

    void aSupersededRunIsCoveredByALaterOne()
    {
        WorldFixture f;
        QVERIFY(f.world
                    ->control(Json::object(
                        {{"do", "supersede-run"}, {"repository", "tf-svc-infra"}, {"after", 10}, {"next", true}}))
                    .ok());
        const qint64 number = f.raise(infra, u"a"_s, u"docs/a.md"_s, "x\n");
        f.pass(46);
        const QString sha = *f.world->merge(infra, number, {.method = MergeMethod::Rebase});
        f.pass(11);
        QCOMPARE(f.world->runs(infra, {.headSha = sha}).front()->conclusion, u"cancelled"_s);
        f.pass(130);
        const WorkflowRun* later = pushRuns(*f.world, infra).front();
        QVERIFY(later->headSha != sha);
        QCOMPARE(later->conclusion, u"success"_s);
        QVERIFY(f.world->git(*f.world->repository(infra)).contains(later->headSha, sha));
    }

    void theBoilerplateMakesTheRepositoryAndItsFirstBuild()
    {
        WorldFixture f;
        const Json inputs = Json::object({{"repositoryName", "ct-sso-test-2"},
            {"serviceType", "cdp-node-backend-template"}, {"owningTeam", "fisheries"}});
        const auto run = f.world->dispatch(u"cdp-boilerplate"_s, u"create_repo.yml"_s, u"main"_s, inputs);
        QVERIFY(run.ok());
        f.pass(39);
        QVERIFY(!f.world->repository(u"ct-sso-test-2"_s));
        f.pass(1);
        const Repository* made = f.world->repository(u"ct-sso-test-2"_s);
        QVERIFY(made && made->isEmpty);
        QVERIFY(f.world->head(*made).isEmpty());
        f.pass(2);
        QVERIFY(!made->isEmpty);
        const GitRepository& git = f.world->git(*made);
        QVERIFY(git.file(f.world->head(*made), u"package.json"_s)->contains("\"name\": \"ct-sso-test-2\""));
        QCOMPARE(f.world->runs(made->name).size(), size_t(1));
        f.pass(178);
        QCOMPARE(f.world->runs(made->name).front()->status, u"in_progress"_s);
        f.pass(3);
        QCOMPARE(f.world->runs(made->name).front()->conclusion, u"success"_s);
        QCOMPARE(f.world->artifacts(made->name), Json::array());
        f.pass(21);
        QCOMPARE(textAt(f.world->artifacts(made->name)[0], "tag"), u"0.1.0"_s);
        const Json ledger = f.world->ledger();
        QCOMPARE(ledger["dispatches"].size(), size_t(1));
        QCOMPARE(integerAt(ledger["dispatches"][0], "runId"), *run);
        QCOMPARE(ledger["dispatches"][0]["inputs"], inputs);
        QCOMPARE(ledger["repositories"].size(), size_t(1));

        // A second dispatch for the same name fails and makes nothing.
        const auto again = f.world->dispatch(u"cdp-boilerplate"_s, u"create_repo.yml"_s, u"main"_s, inputs);
        QVERIFY(again.ok());
        f.pass(60);
        QCOMPARE(f.world->run(u"cdp-boilerplate"_s, *again)->conclusion, u"failure"_s);
        QCOMPARE(f.world->ledger()["repositories"].size(), size_t(1));
    }

    void dispatchesAreRefusedInGitHubsWords_data()
    {
        QTest::addColumn<QString>("workflow");
        QTest::addColumn<QString>("ref");
        QTest::addColumn<QByteArray>("inputs");
        QTest::addColumn<QString>("text");
        const QByteArray good = R"({"repositoryName":"a","serviceType":"b","owningTeam":"c"})";
        QTest::newRow("no such workflow") << u"none.yml"_s << u"main"_s << good << u"Not Found"_s;
        QTest::newRow("no such ref") << u"create_repo.yml"_s << u"nope"_s << good << u"No ref found for: nope"_s;
        QTest::newRow("no trigger") << u"check-pull-request.yml"_s << u"main"_s << good
                                    << u"Workflow does not have 'workflow_dispatch' trigger"_s;
        QTest::newRow("unexpected") << u"create_repo.yml"_s << u"main"_s << QByteArray(R"({"foo":"x"})")
                                    << u"Unexpected inputs provided: [\"foo\"]"_s;
        QTest::newRow("missing") << u"create_repo.yml"_s << u"main"_s << QByteArray(R"({"repositoryName":"x"})")
                                 << u"Required input 'serviceType' not provided"_s;
    }
    void dispatchesAreRefusedInGitHubsWords()
    {
        QFETCH(QString, workflow);
        QFETCH(QString, ref);
        QFETCH(QByteArray, inputs);
        QFETCH(QString, text);
        WorldFixture f;
        const auto refused = f.world->dispatch(u"cdp-boilerplate"_s, workflow, ref, *parseJson(inputs));
        QVERIFY(!refused.ok());
        QCOMPARE(refusalText(refused.error()), text);
        QCOMPARE(f.world->ledger()["dispatches"].size(), size_t(0));
    }

    void theFirstBuildMayBeMissing()
    {
        WorldFixture f;
        QVERIFY(f.world->control(Json::object({{"do", "skip-first-build"}, {"next", true}})).ok());
        const Json inputs = Json::object(
            {{"repositoryName", "svc"}, {"serviceType", "cdp-java-backend-template"}, {"owningTeam", "fisheries"}});
        QVERIFY(f.world->dispatch(u"cdp-boilerplate"_s, u"create_repo.yml"_s, u"main"_s, inputs).ok());
        f.pass(400);
        QVERIFY(!f.world->repository(u"svc"_s)->isEmpty);
        QCOMPARE(f.world->runs(u"svc"_s).size(), size_t(0));
        QVERIFY(f.world->dispatch(u"svc"_s, u"publish.yml"_s, u"main"_s, Json::object()).ok());
        f.pass(70);
        QCOMPARE(f.world->artifacts(u"svc"_s).size(), size_t(1));
    }

    void archivedRepositoriesAndExpiredTokensRefuse()
    {
        WorldFixture f;
        QVERIFY(f.world->control(Json::object({{"do", "archive"}, {"repository", "tf-svc"}})).ok());
        QCOMPARE(refusalText(f.world->createRef(u"tf-svc"_s, u"refs/heads/x"_s, f.mainOid(u"tf-svc"_s)).error()),
            u"Repository was archived so is read-only."_s);
        QVERIFY(f.world->accepts(f.world->token()));
        QVERIFY(f.world->control(Json::object({{"do", "expire-token"}, {"seconds", 10}})).ok());
        QVERIFY(!f.world->accepts(f.world->token()));
        f.pass(11);
        QVERIFY(f.world->accepts(f.world->token()));
    }

    void actionsThatAreNotUnderstoodChangeNothing()
    {
        WorldFixture f;
        for (const char* text : {R"({"do":"explode"})", R"({"do":"close","number":"one"})", R"([])",
                 R"({"do":"set-duration","what":"checks","seconds":-1})"}) {
            const auto result = f.world->control(*parseJson(text));
            QVERIFY(!result.ok());
            QCOMPARE(result.error().code, errc::usage);
        }
        QCOMPARE(f.world->control(Json::object({{"do", "close"}})).error().code, errc::githubNotFound);
    }

    void theWorldSurvivesARestart()
    {
        QTemporaryDir directory;
        QByteArray token;
        QString head;
        Json ledger;
        qint64 number = 0;
        Timestamp stopped;
        {
            WorldFixture f({.stateDirectory = directory.path()});
            token = f.world->token();
            number = f.raise(infra, u"x"_s, u"docs/a.md"_s, "a\n");
            QVERIFY(f.world->enableAutoMerge(infra, number, {.method = MergeMethod::Rebase}).ok());
            QVERIFY(f.world->control(Json::object({{"do", "fail-run"}, {"repository", "tf-svc-infra"}, {"next", true}}))
                        .ok());
            head = f.pull(infra, number).headOid;
            f.pass(10);
            QVERIFY(f.world->flush().ok());
            ledger = f.world->ledger();
            stopped = f.clock.now();
        }
        QFile log(directory.filePath(u"world.jsonl"_s));
        QVERIFY(log.open(QIODevice::Append)); // the process died while it wrote the next line
        log.write("{\"meta\":{\"tok");
        log.close();
        {
            ManualClock clock(stopped);
            auto opened = World::open({.stateDirectory = directory.path()}, clock);
            QVERIFY(opened.ok());
            World& world = **opened;
            QVERIFY(world.isRestored());
            QCOMPARE(world.token(), token);
            QCOMPARE(world.ledger(), ledger);
            QCOMPARE(world.pullRequest(infra, number)->headOid, head);
            QVERIFY(world.pullRequest(infra, number)->autoMerge);
            clock.advance(Millis(36'000)); // 45 s since the checks began: their timer was kept
            QCOMPARE(world.pullRequest(infra, number)->state, PullState::Merged);
            clock.advance(Millis(121'000)); // and so was the action that waited
            QCOMPARE(pushRuns(world, infra).front()->conclusion, u"failure"_s);
            QCOMPARE(world.ledger()["merges"].size(), size_t(1));
        }
        QProcess git;
        git.start(u"git"_s, {u"-C"_s, directory.filePath(u"git/DEFRA/tf-svc-infra.git"_s), u"fsck"_s, u"--strict"_s});
        QVERIFY(git.waitForFinished(30'000));
        QCOMPARE(git.exitCode(), 0);
    }

    void aDamagedStateIsNotTakenForANewWorld()
    {
        QTemporaryDir directory;
        {
            WorldFixture f({.stateDirectory = directory.path()});
        }
        QFile log(directory.filePath(u"world.jsonl"_s));
        QVERIFY(log.open(QIODevice::ReadWrite));
        QByteArray text = log.readAll();
        text[text.indexOf('\n') - 2] = '\x01';
        log.resize(0);
        log.seek(0);
        log.write(text);
        log.close();
        ManualClock clock;
        QVERIFY(!World::open({.stateDirectory = directory.path()}, clock).ok());
    }
};

QTEST_GUILESS_MAIN(WorldTests)
#include "world_tests.moc"
