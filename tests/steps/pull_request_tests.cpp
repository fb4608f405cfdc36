// SPDX-License-Identifier: GPL-3.0-or-later
#include "step_bench.h"

#include "steps/planned_files.h"

#include <QTest>

using namespace slipway;
using namespace slipway::steps;
using enum EventType;
using State = github::PullRequestState;

namespace {

const QString raise = u"raise"_s;

QStringList branchesAsked(const StepBench& bench)
{
    return std::get<github::ReadRepository>(bench.reads(raise).github.constFirst()).branches;
}

} // namespace

class PullRequestTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatAnEditMakesOfTheSameBytesIsWorkedOutOnce()
    {
        PlannedFiles files;
        const FileChange change{.path = u"a.json"_s,
            .content = {},
            .edits = Json::array({{{"insertMember", "/a"}, {"name", "b"}, {"value", 1}}})};
        FileChange other = change;
        other.edits[0]["value"] = 2;
        const auto plan = [&](const FileChange& wanted, const QByteArray& before) {
            const auto known = files.plan(wanted, before);
            const auto anew = planFile(wanted, before);
            return known && anew && known->after == anew->after && known->before == anew->before
                && known->path == anew->path;
        };
        QVERIFY(plan(change, R"({"a": {}})"));
        QVERIFY(plan(change, R"({"a": {}})"));
        QCOMPARE(files.workedOut(), 1);
        QVERIFY(plan(change, R"({"a": {"c": 2}})")); // other bytes
        QVERIFY(plan(other, R"({"a": {}})")); // another edit
        QCOMPARE(files.workedOut(), 3);
        QVERIFY(!files.plan(change, "no JSON")); // and what fails fails again
        QVERIFY(!files.plan(change, "no JSON"));
        QCOMPARE(files.workedOut(), 5);
        for (int i = 0; i < 300; ++i) // of many only the newest are remembered
            QVERIFY(plan(change, R"({"a": {}, "n": )" + QByteArray::number(i) + "}"));
        QVERIFY(plan(change, R"({"a": {}, "n": 299})"));
        QCOMPARE(files.workedOut(), 305);
        QVERIFY(plan(change, R"({"a": {}})"));
        QCOMPARE(files.workedOut(), 306);
    }

    void theFirstAttemptWritesWithoutLooking()
    {
        StepBench bench;
        bench.start(raise);
        // Something is there already; a first attempt does not ask, GitHub's refusal tells.
        bench.setBranch(sha('f'), u"foreign"_s);
        QCOMPARE(branchesAsked(bench), QStringList());
        const auto effect = bench.acts<github::RaisePullRequest>(raise);
        QCOMPARE(effect.repository.full(), u"DEFRA/tf-svc"_s);
        QCOMPARE(effect.repositoryId, u"R1"_s);
        QCOMPARE(effect.baseOid, sha('b'));
        QCOMPARE(effect.branch, bench.branch);
        QCOMPARE(effect.title, u"Add fishing"_s);
        QCOMPARE(effect.commitHeadline, u"add fishing"_s);
        QCOMPARE(effect.commitBody, u"more words"_s);
        QCOMPARE(effect.additions.size(), 1);
        QCOMPARE(effect.additions[0].path, u"list.json"_s);
        QVERIFY(effect.additions[0].bytes.contains("fishing"));
        QVERIFY(effect.deletions.isEmpty());
    }

    void laterOnesLookFirst_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : {"retried", "again", "refused", "absent"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void laterOnesLookFirst()
    {
        QFETCH(QString, how);
        StepBench bench;
        bench.start(raise);
        if (how == u"retried"_s)
            bench.retry(raise);
        else if (how == u"again"_s)
            bench.then(StepFailed, raise, failure(u"server.error"_s)).then(StepStarted, raise);
        else if (how == u"refused"_s)
            bench.wrote(raise, "raisePullRequest", EffectFailed, failure(errc::githubAlreadyExists));
        else
            bench.wrote(raise, "raisePullRequest", EffectResolved, {{"outcome", "absent"}});
        QCOMPARE(branchesAsked(bench), QStringList{bench.branch});
        bench.snapshot.pullRequests[bench.branch] = {bench.pull(State::Open)};
        QCOMPARE(bench.says(raise), u"done adopted"_s); // and never a second pull request
    }

    void afterItsWriteItIsDone()
    {
        StepBench bench;
        bench.start(raise);
        const Json result{{"number", 7}, {"nodeId", "PR7"}, {"url", "u"}, {"branch", "x"}, {"sha", "s"}};
        bench.wrote(raise, "raisePullRequest", EffectSucceeded, {{"result", result}});
        QVERIFY(bench.reads(raise).isEmpty());
        QCOMPARE(bench.says(raise), u"done"_s);
        QCOMPARE(integerAt(bench.outputs(raise), "number"), 7);
        QCOMPARE(textAt(bench.outputs(raise), "headSha"), u"s"_s);
    }

    void whatLookingFinds_data()
    {
        QTest::addColumn<QString>("pulls"); // states of those with our branch as head, newest first
        QTest::addColumn<QString>("branch"); // "": none, "base", "ours", "foreign"
        QTest::addColumn<bool>("wrote"); // an earlier attempt sent something
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* pulls, const char* branch, bool wrote, const char* says) {
            QTest::newRow(name) << QString::fromLatin1(pulls) << QString::fromLatin1(branch) << wrote
                                << QString::fromLatin1(says);
        };
        row("nothing there", "", "", true, "act raisePullRequest");
        row("open", "open", "ours", true, "done adopted");
        row("merged", "merged", "", true, "done alreadyMerged");
        row("merged counts before closed", "closed merged", "", true, "done alreadyMerged");
        row("open counts before closed", "closed open", "ours", true, "done adopted");
        row("closed", "closed", "ours", true, "act reopenPullRequest");
        row("merged before the run began", "earlierMerged", "", true, "act raisePullRequest");
        // GitHub dates in whole seconds, and by its own clock, which is here ten minutes behind ours.
        row("merged in the second in which the run began", "sameSecondMerged", "", true, "done alreadyMerged");
        row("merged after the run began, by GitHub's clock", "slowClockMerged", "", true, "done alreadyMerged");
        row("closed, and one merged before the run began", "closed earlierMerged", "", true, "act reopenPullRequest");
        row("from a fork", "fork", "", true, "act raisePullRequest");
        row("into another base", "otherBase", "", true, "act raisePullRequest");
        row("branch at the base", "", "base", true, "act commitAndOpen");
        row("branch with our commit", "", "ours", true, "act openPullRequest");
        row("branch of an earlier try on an older base", "", "foreign", true, "act deleteBranch");
        row("branch that somebody else made", "", "foreign", false, "fail github.foreignBranch");
        row("somebody else's branch that an earlier try met", "", "met", true, "fail github.foreignBranch");
        row("somebody else's pull request", "foreignOpen", "ours", false, "fail github.foreignPullRequest");
        row("ours in words only", "open", "foreign", false, "fail github.foreignPullRequest");
        row("ours, brought up to date", "open", "updated", false, "done adopted");
        row("what somebody else merged from that branch", "foreignMerged", "", false, "fail github.foreignPullRequest");
    }
    void whatLookingFinds()
    {
        QFETCH(QString, pulls);
        QFETCH(QString, branch);
        QFETCH(bool, wrote);
        StepBench bench;
        bench.start(raise);
        auto refusal = failure(errc::githubStaleData);
        if (branch != u"met"_s)
            refusal["result"] = {{"ref", true}};
        if (wrote)
            bench.wrote(raise, "raisePullRequest", EffectFailed, refusal, {{"baseOid", sha('f').toStdString()}});
        bench.retry(raise);
        QList<github::PullRequest> list;
        for (const auto& word : pulls.split(u' ', Qt::SkipEmptyParts)) {
            auto pull = bench.pull(word.endsWith(u"erged"_s) ? State::Merged
                    : word == u"closed"_s                    ? State::Closed
                                                             : State::Open);
            if (word.startsWith(u"foreign"_s))
                pull.title = u"Something else"_s;
            if (word == u"slowClockMerged"_s)
                bench.snapshot.serverAhead = Millis(-600'000);
            if (pull.state == State::Merged)
                pull.mergedAt = bench.run.startedAt + bench.snapshot.serverAhead
                    + Millis(word.startsWith(u"earlier"_s)     ? -1000
                            : word.startsWith(u"sameSecond"_s) ? -999
                                                               : 1000);
            pull.crossRepository = word == u"fork"_s;
            if (word == u"otherBase"_s)
                pull.baseName = u"develop"_s;
            list.append(pull);
        }
        bench.snapshot.pullRequests[bench.branch] = list;
        if (branch == u"base"_s)
            bench.setBranch(sha('b'), u"whatever main says"_s);
        else if (branch == u"ours"_s)
            bench.setBranch(sha('d'), u"add fishing\n\nmore words"_s);
        else if (branch == u"updated"_s)
            bench.setBranch(sha('d'), u"Merge branch 'main' into add-fishing"_s);
        else if (!branch.isEmpty())
            bench.setBranch(sha('f'), u"something else"_s);
        QTEST(bench.says(raise), "says");
    }

    //! The start of a run from a copy was noted by the clock of the computer that the copy is from.
    void whatWasMergedShortlyBeforeARunFromACopyBeganMayBeIts()
    {
        StepBench bench;
        bench.start(raise);
        bench.then(LookRequested, {}, {{"scope", "restored"}});
        auto pull = bench.pull(State::Merged);
        pull.mergedAt = bench.run.startedAt - Millis(59 * 60'000);
        bench.snapshot.pullRequests[bench.branch] = {pull};
        QCOMPARE(bench.says(raise), u"done alreadyMerged"_s);
        bench.snapshot.pullRequests[bench.branch].first().mergedAt = bench.run.startedAt - Millis(61 * 60'000);
        QVERIFY(bench.says(raise) != u"done alreadyMerged"_s);
    }

    void whatIsOpenedOnSomebodyElsesCommitsIsClosedAgain()
    {
        StepBench bench;
        bench.start(raise);
        auto refusal = failure(errc::githubAlreadyExists);
        refusal["result"] = {{"number", 7}, {"nodeId", "PR7"}, {"url", "u"}, {"branch", "x"}};
        bench.wrote(raise, "raisePullRequest", EffectFailed, refusal);
        bench.setBranch(sha('f'), u"something else"_s);
        bench.snapshot.pullRequests[bench.branch] = {bench.pull(State::Open)};
        QCOMPARE(bench.acts<github::ClosePullRequest>(raise).pullRequestId, u"PR7"_s);
        bench.wrote(raise, "closePullRequest", EffectSucceeded);
        bench.snapshot.pullRequests[bench.branch] = {bench.pull(State::Closed)};
        QCOMPARE(bench.says(raise), u"fail github.foreignBranch"_s); // and nobody's branch is touched
    }

    void theSameChangeBySomebodyElseLeavesNothingBehind()
    {
        StepBench bench;
        bench.start(raise).wrote(raise, "raisePullRequest", EffectFailed, failure(errc::githubNotVisible));
        bench.setBranch(sha('d'), u"add fishing"_s);
        QCOMPARE(bench.says(raise), u"act openPullRequest"_s);
        bench.setFile(u"list.json"_s, "[\"old\", \"fishing\"]\n");
        QCOMPARE(bench.acts<github::DeleteBranch>(raise).oid, sha('d'));
        bench.wrote(raise, "deleteBranch", EffectSucceeded);
        bench.snapshot.branches.clear();
        QCOMPARE(bench.says(raise), u"done nothingToChange"_s);
    }

    void whatDoesNotShowYetIsWaitedForLongerAndLonger()
    {
        StepBench bench;
        bench.start(raise);
        bench.setBranch(sha('d'), u"add fishing"_s);
        for (const int seconds : {1, 2, 4, 8}) {
            bench.wrote(raise, "openPullRequest", EffectFailed, failure(errc::githubNotVisible));
            bench.pass(Millis(-1000)); // to the moment of the refusal
            QCOMPARE(bench.says(raise), u"wait visibility"_s);
            bench.pass(Millis(seconds * 1000 - 1));
            QCOMPARE(bench.says(raise), u"wait visibility"_s);
            bench.pass(Millis(1));
            QCOMPARE(bench.says(raise), u"act openPullRequest"_s);
        }
        for (int i = 0; i < 5; ++i)
            bench.wrote(raise, "openPullRequest", EffectFailed, failure(errc::githubNotVisible));
        QCOMPARE(bench.says(raise), u"fail github.notVisible retry"_s);
    }

    void ourCommitIsOpenedAndNotMadeAgain()
    {
        StepBench bench;
        bench.start(raise).retry(raise);
        bench.setBranch(sha('d'), u"add fishing"_s);
        QCOMPARE(bench.acts<github::OpenPullRequest>(raise).sha, sha('d'));
    }

    void adoptingTellsWhatWasRaisedAndWhatIsThereNow()
    {
        StepBench bench;
        bench.start(raise).retry(raise);
        bench.snapshot.pullRequests[bench.branch] = {bench.pull(State::Open)};
        QCOMPARE(textAt(bench.outputs(raise), "sha"), sha('d'));
        QCOMPARE(textAt(bench.outputs(raise), "nodeId"), u"PR7"_s);
        // Raised as "a", healed to "d" since.
        bench.then(OutputsRevised, raise, {{"outputs", {{"sha", sha('a').toStdString()}}}});
        QCOMPARE(textAt(bench.outputs(raise), "sha"), sha('a'));
        QCOMPARE(textAt(bench.outputs(raise), "headSha"), sha('d'));
    }

    void closedByHandNeedsAPersonsWord()
    {
        StepBench bench;
        bench.start(raise).wrote(raise, "raisePullRequest", EffectFailed, failure(errc::githubAlreadyExists));
        bench.snapshot.pullRequests[bench.branch] = {bench.pull(State::Closed)};
        QCOMPARE(bench.says(raise), u"fail github.pullRequestClosed"_s);
        bench.retry(raise, errc::githubPullRequestClosed);
        QCOMPARE(bench.acts<github::ReopenPullRequest>(raise).pullRequestId, u"PR7"_s);
        bench.wrote(raise, "reopenPullRequest", EffectResolved, {{"outcome", "absent"}});
        QCOMPARE(bench.says(raise), u"act reopenPullRequest"_s); // lost on its way: no reason for another pull request
        bench.wrote(raise, "reopenPullRequest", EffectFailed, failure(errc::networkRedirected, true));
        QCOMPARE(bench.says(raise), u"act reopenPullRequest"_s); // it got no further than somebody in between
        bench.wrote(raise, "reopenPullRequest", EffectUnknown, failure(errc::networkTimeout));
        bench.end(EffectResolved, raise, {{"outcome", "absent"}});
        QCOMPARE(bench.says(raise), u"act reopenPullRequest"_s);
        bench.wrote(raise, "reopenPullRequest", EffectFailed, failure(errc::githubRefused));
        QCOMPARE(bench.says(raise), u"new generation"_s);
        bench.then(GenerationStarted, raise, {{"generation", 2}});
        // New names: what had the old ones is no obstacle.
        QCOMPARE(branchesAsked(bench), QStringList{bench.branch + u"-2"_s});
        QCOMPARE(bench.acts<github::RaisePullRequest>(raise).branch, bench.branch + u"-2"_s);
    }

    void reopenedIsAdopted()
    {
        StepBench bench;
        bench.start(raise).retry(raise).wrote(raise, "reopenPullRequest", EffectSucceeded);
        bench.snapshot.pullRequests[bench.branch] = {bench.pull(State::Open)};
        QCOMPARE(bench.says(raise), u"done adopted"_s);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("absent");
        QTest::addColumn<QString>("says");
        QTest::newRow("stale data: on the new base") << errc::githubStaleData << false << u"act raisePullRequest"_s;
        QTest::newRow("not visible yet") << errc::githubNotVisible << false << u"act raisePullRequest"_s;
        QTest::newRow("exists") << errc::githubAlreadyExists << false << u"act raisePullRequest"_s;
        QTest::newRow("limited in the middle") << errc::githubRateLimited << false << u"act raisePullRequest"_s;
        QTest::newRow("not executed") << errc::networkUnreachable << true << u"act raisePullRequest"_s;
        QTest::newRow("forbidden") << errc::githubForbidden << false << u"fail github.forbidden"_s;
        QTest::newRow("rule") << errc::githubRuleViolation << false << u"fail github.ruleViolation"_s;
    }
    void refusals()
    {
        QFETCH(QString, code);
        QFETCH(bool, absent);
        StepBench bench;
        bench.start(raise).wrote(raise, "raisePullRequest", EffectFailed, failure(code, absent));
        bench.snapshot.baseOid = sha('c');
        QTEST(bench.says(raise), "says");
        if (code == errc::githubStaleData)
            QCOMPARE(bench.acts<github::RaisePullRequest>(raise).baseOid, sha('c'));
    }

    void writesOfAnAttemptAreCounted()
    {
        StepBench bench;
        bench.start(raise);
        for (int i = 0; i < 8; ++i) {
            QCOMPARE(bench.says(raise), u"act raisePullRequest"_s);
            bench.wrote(raise, "raisePullRequest", EffectFailed, failure(errc::githubStaleData));
            bench.pass(Millis(60'000));
        }
        QCOMPARE(bench.says(raise), u"fail github.staleData retry"_s);
    }

    void nothingToChangeIsSuccess()
    {
        StepBench bench;
        bench.start(raise);
        bench.setFile(u"list.json"_s, "[\"fishing\"]");
        QCOMPARE(bench.says(raise), u"done nothingToChange"_s);
        QCOMPARE(textAt(bench.outputs(raise), "sha"), sha('b'));
        QVERIFY(!bench.outputs(raise).contains("nodeId"));
    }

    void whatDoesNotFitIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("archived") << u"archived"_s << errc::githubArchived;
        QTest::newRow("locked") << u"locked"_s << errc::githubArchived;
        QTest::newRow("no base") << u"no base"_s << errc::githubNotFound;
        QTest::newRow("no file") << u"no file"_s << u"edit.fileMissing"_s;
        QTest::newRow("link") << u"link"_s << errc::githubNotAFile;
        QTest::newRow("directory") << u"directory"_s << errc::githubNotAFile;
        QTest::newRow("submodule") << u"submodule"_s << errc::githubNotAFile;
        QTest::newRow("cut off") << u"cut off"_s << errc::githubTruncatedFile;
        QTest::newRow("binary") << u"binary"_s << errc::githubTruncatedFile;
        QTest::newRow("object") << u"object"_s << QString(); // any error of an edit, with a pointer
    }
    void whatDoesNotFitIsSaidWithItsPlace()
    {
        QFETCH(QString, what);
        QFETCH(QString, code);
        StepBench bench;
        bench.start(raise);
        auto& file = *bench.snapshot.files[u"list.json"_s];
        if (what == u"archived"_s)
            bench.snapshot.info.archived = true;
        else if (what == u"locked"_s)
            bench.snapshot.info.locked = true;
        else if (what == u"no base"_s)
            bench.snapshot.baseOid.clear();
        else if (what == u"no file"_s)
            bench.snapshot.files[u"list.json"_s].reset();
        else if (what == u"link"_s)
            file.mode = 0120000;
        else if (what == u"directory"_s)
            file = {.mode = 040000, .type = u"tree"_s};
        else if (what == u"submodule"_s)
            file = {.mode = 0160000, .type = u"commit"_s};
        else if (what == u"cut off"_s)
            file.truncated = true;
        else if (what == u"binary"_s)
            file.bytes.reset();
        else
            bench.setFile(u"list.json"_s, "{}");
        const auto decision = bench.decide(raise);
        const auto* fail = std::get_if<Fail>(&decision);
        QVERIFY2(fail, qPrintable(StepBench::words(decision)));
        QVERIFY(!fail->retry);
        if (!code.isEmpty())
            QCOMPARE(fail->error.code, code);
        QCOMPARE(textAt(fail->error.args, "repository"), u"DEFRA/tf-svc"_s);
        if (what != u"archived"_s && what != u"locked"_s && what != u"no base"_s)
            QCOMPARE(textAt(fail->error.args, "path"), u"list.json"_s);
        if (what == u"object"_s)
            QVERIFY2(fail->error.args.contains("pointer"), toBytes(toJson(fail->error)).constData());
    }

    void anExecutableFileIsWrittenPieceByPiece()
    {
        StepBench bench;
        bench.start(raise);
        bench.snapshot.baseTreeOid = sha('7');
        bench.snapshot.files[u"list.json"_s]->mode = 0100755;
        const auto tree = bench.acts<github::WriteTree>(raise);
        QCOMPARE(tree.baseTreeOid, sha('7'));
        QCOMPARE(tree.additions[0].mode, 0100755);
        bench.wrote(raise, "writeTree", EffectSucceeded, {{"result", {{"tree", sha('8').toStdString()}}}},
            github::targetOf(tree));
        const auto commit = bench.acts<github::WriteCommit>(raise);
        QCOMPARE(commit.tree, sha('8'));
        QCOMPARE(commit.parentOid, sha('b'));
        bench.wrote(raise, "writeCommit", EffectSucceeded, {{"result", {{"sha", sha('9').toStdString()}}}},
            github::targetOf(commit));
        const auto whole = bench.acts<github::RaiseFromCommit>(raise);
        QCOMPARE(whole.sha, sha('9'));
        // Main moved in between: what was prepared for the old one is not raised.
        bench.snapshot.baseOid = sha('c');
        QCOMPARE(bench.says(raise), u"act writeTree"_s);
        bench.snapshot.baseOid = sha('b');
        bench.wrote(raise, "raiseFromCommit", EffectSucceeded,
            {{"result", {{"number", 7}, {"nodeId", "PR7"}, {"sha", sha('9').toStdString()}}}}, github::targetOf(whole));
        QCOMPARE(bench.says(raise), u"done"_s);
    }

    void whatBecameOfALostAnswer_data()
    {
        QTest::addColumn<QByteArray>("effect");
        QTest::addColumn<QString>("pull");
        QTest::addColumn<bool>("branch");
        QTest::addColumn<QString>("finds");
        const auto row = [](const char* effect, const char* pull, bool branch, const char* finds) {
            QTest::newRow((QByteArray(effect) + ' ' + pull + (branch ? " branch" : "")).constData())
                << QByteArray(effect) << QString::fromLatin1(pull) << branch << QString::fromLatin1(finds);
        };
        row("raisePullRequest", "open", true, "succeeded");
        row("raisePullRequest", "merged", false, "succeeded");
        row("raisePullRequest", "earlier", false, "absent"); // merged before the run began: of another one
        row("raisePullRequest", "", true, "absent"); // the rest is still to do
        row("raisePullRequest", "", false, "absent");
        row("commitAndOpen", "open", true, "succeeded");
        row("openPullRequest", "", true, "absent");
        row("reopenPullRequest", "open", true, "succeeded");
        row("reopenPullRequest", "closed", true, "absent");
        row("closePullRequest", "open", true, "absent");
        row("closePullRequest", "closed", true, "succeeded");
        row("deleteBranch", "closed", true, "absent");
        row("deleteBranch", "closed", false, "succeeded");
    }
    void whatBecameOfALostAnswer()
    {
        QFETCH(QByteArray, effect);
        QFETCH(QString, pull);
        QFETCH(bool, branch);
        StepBench bench;
        bench.start(raise).intend(raise, effect.constData()).end(EffectUnknown, raise, failure(errc::networkTimeout));
        if (!pull.isEmpty()) {
            auto found = bench.pull(pull == u"open"_s ? State::Open
                    : pull == u"closed"_s             ? State::Closed
                                                      : State::Merged);
            if (found.state == State::Merged)
                found.mergedAt = bench.run.startedAt + Millis(pull == u"earlier"_s ? -1000 : 1000);
            bench.snapshot.pullRequests[bench.branch] = {found};
        }
        if (branch)
            bench.setBranch(sha('d'), u"add fishing"_s);
        QTEST(bench.finds(raise), "finds");
        if (effect == "raisePullRequest" && pull == u"open"_s)
            QCOMPARE(integerAt(bench.resolve(raise).result, "number"), 7);
        bench.readsFail = Error{.code = errc::githubNotFound};
        QCOMPARE(bench.finds(raise), u"look again"_s);
        QCOMPARE(bench.resolve(raise).error->code, errc::githubNotFound); // which only a person can clear
    }

    //! A tree or a commit whose writing was lost makes no branch: one that stands at the base of that time is another's.
    void onlyWhatMakesABranchCanHaveLeftOne_data()
    {
        QTest::addColumn<QByteArray>("effect");
        QTest::addColumn<QString>("says");
        QTest::newRow("raise") << QByteArray("raisePullRequest") << u"act deleteBranch"_s;
        QTest::newRow("tree") << QByteArray("writeTree") << u"fail github.foreignBranch"_s;
        QTest::newRow("opening") << QByteArray("openPullRequest") << u"fail github.foreignBranch"_s;
    }
    void onlyWhatMakesABranchCanHaveLeftOne()
    {
        QFETCH(QByteArray, effect);
        StepBench bench;
        bench.start(raise).intend(raise, effect.constData(), {{"baseOid", sha('b').toStdString()}});
        auto lost = failure(errc::networkTimeout);
        lost["notBefore"] = 1700000030000;
        bench.end(EffectUnknown, raise, lost).end(EffectResolved, raise, {{"outcome", "absent"}});
        bench.setBranch(sha('b'), u"the base of that time"_s);
        bench.snapshot.baseOid = sha('c'); // main has moved on since
        QTEST(bench.says(raise), "says");
    }

    //! A lost raise is not taken for what somebody else made under the same name, whatever became of that.
    void aForeignPullRequestIsNotTheLostOne_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("open") << int(State::Open);
        QTest::newRow("closed") << int(State::Closed);
        QTest::newRow("merged") << int(State::Merged);
    }
    void aForeignPullRequestIsNotTheLostOne()
    {
        QFETCH(int, state);
        StepBench bench;
        bench.start(raise).intend(raise).end(EffectUnknown, raise, failure(errc::networkTimeout));
        auto other = bench.pull(State(state));
        bench.snapshot.pullRequests[bench.branch] = {other};
        QCOMPARE(bench.finds(raise), u"succeeded"_s); // ours: the same words
        other.title = u"Something else"_s;
        bench.snapshot.pullRequests[bench.branch] = {other};
        QCOMPARE(bench.finds(raise), u"absent"_s);
    }

    //! One that this run opened by mistake and closed again is not what the next, lost raise opened.
    void aClosedOneThatWasKnownBeforeIsNotTheLostOne()
    {
        StepBench bench;
        bench.start(raise);
        auto stray = failure(errc::githubAlreadyExists);
        stray["result"] = {{"nodeId", "PR7"}, {"number", 7}};
        bench.wrote(raise, "raisePullRequest", EffectFailed, stray);
        bench.wrote(raise, "closePullRequest", EffectSucceeded);
        bench.intend(raise).end(EffectUnknown, raise, failure(errc::networkTimeout));
        bench.snapshot.pullRequests[bench.branch] = {bench.pull(State::Closed)};
        QCOMPARE(bench.finds(raise), u"absent"_s);
    }

    void undoLeavesToOthersWhatIsTheirs_data()
    {
        QTest::addColumn<QString>("pull");
        QTest::addColumn<QString>("branch");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* pull, const char* branch, const char* says) {
            QTest::newRow(name) << QString::fromLatin1(pull) << QString::fromLatin1(branch)
                                << QString::fromLatin1(says);
        };
        row("their pull request on their branch", "Theirs", "their work", "done leftToOthers");
        row("their branch alone", "", "their work", "done leftToOthers");
        row("their words on our commit", "Theirs", "add fishing", "done leftToOthers");
        row("our pull request, made by a lost try", "Add fishing", "add fishing", "act closePullRequest");
        row("our branch alone", "", "add fishing", "act deleteBranch");
    }
    void undoLeavesToOthersWhatIsTheirs()
    {
        QFETCH(QString, pull);
        QFETCH(QString, branch);
        StepBench bench;
        bench.start(raise).wrote(raise, "raisePullRequest", EffectFailed, failure(errc::githubAlreadyExists));
        bench.then(StepFailed, raise, failure(errc::githubForeignBranch));
        bench.then(UndoRequested, {}, {{"steps", {"raise"}}}).then(StepStarted, raise);
        if (!pull.isEmpty()) {
            auto there = bench.pull(State::Open);
            there.title = pull;
            bench.snapshot.pullRequests[bench.branch] = {there};
        }
        bench.setBranch(sha('9'), branch);
        QTEST(bench.says(raise), "says");
    }

    void undoClosesWhatItRaisedAndLeavesWhatOthersPushedUponIt()
    {
        StepBench bench;
        bench.raised();
        bench.then(UndoRequested, {}, {{"steps", {"raise"}}}).then(StepStarted, raise);
        auto ours = bench.pull(State::Open);
        ours.title = u"A person's better words"_s;
        bench.snapshot.pullRequests[bench.branch] = {ours};
        bench.setBranch(sha('9'), u"their work on top"_s);
        QCOMPARE(bench.acts<github::ClosePullRequest>(raise).pullRequestId, u"PR7"_s);
        bench.wrote(raise, "closePullRequest", EffectSucceeded);
        ours.state = State::Closed;
        bench.snapshot.pullRequests[bench.branch] = {ours};
        QCOMPARE(bench.says(raise), u"done leftToOthers"_s);
    }

    void undo()
    {
        StepBench bench;
        bench.raised();
        bench.then(UndoRequested, {}, {{"steps", {"raise"}}}).then(StepStarted, raise);
        bench.snapshot.pullRequests[bench.branch] = {bench.pull(State::Open)};
        bench.setBranch(sha('d'), u"add fishing"_s);
        QCOMPARE(bench.acts<github::ClosePullRequest>(raise).pullRequestId, u"PR7"_s);
        bench.wrote(raise, "closePullRequest", EffectSucceeded);
        bench.snapshot.pullRequests[bench.branch] = {bench.pull(State::Closed)};
        QCOMPARE(bench.acts<github::DeleteBranch>(raise).oid, sha('d')); // only if it is still what we saw
        bench.wrote(raise, "deleteBranch", EffectSucceeded);
        bench.snapshot.branches.clear();
        QCOMPARE(bench.says(raise), u"done undone"_s);
    }

    void undoSaysWhatGitHubRefused()
    {
        StepBench bench;
        bench.raised();
        bench.then(UndoRequested, {}, {{"steps", {"raise"}}}).then(StepStarted, raise);
        bench.snapshot.pullRequests[bench.branch] = {bench.pull(State::Open)};
        bench.wrote(raise, "closePullRequest", EffectFailed, failure(errc::githubForbidden));
        QCOMPARE(bench.says(raise), u"fail github.forbidden"_s);
    }

    //! Auto-merge does not wait for an undo, and GitHub deletes branches by itself.
    void undoGoesOnWhereSomebodyWasFaster()
    {
        StepBench bench;
        bench.raised();
        bench.then(UndoRequested, {}, {{"steps", {"raise"}}}).then(StepStarted, raise);
        bench.snapshot.pullRequests[bench.branch] = {bench.pull(State::Merged)};
        bench.snapshot.branches[u"revert-7-"_s + bench.branch] = std::nullopt;
        bench.setFile(u"list.json"_s, "[\"old\",\"fishing\"]\n");
        bench.wrote(raise, "closePullRequest", EffectFailed, failure(errc::githubRefused));
        QCOMPARE(bench.comesTo(raise), u"act revertPullRequest"_s);

        StepBench gone;
        gone.raised();
        gone.then(UndoRequested, {}, {{"steps", {"raise"}}}).then(StepStarted, raise);
        gone.snapshot.pullRequests[gone.branch] = {gone.pull(State::Closed)};
        gone.wrote(raise, "deleteBranch", EffectFailed, failure(errc::githubRefused));
        QCOMPARE(gone.says(raise), u"done undone"_s);
        gone.setBranch(sha('d'), u"add fishing"_s);
        QCOMPARE(gone.says(raise), u"fail github.refused"_s);
    }
};

QTEST_GUILESS_MAIN(PullRequestTests)
#include "pull_request_tests.moc"
