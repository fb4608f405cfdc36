// SPDX-License-Identifier: GPL-3.0-or-later
#include "step_bench.h"

#include <QTest>

using namespace slipway;
using namespace slipway::steps;
using enum EventType;
using State = github::PullRequestState;

namespace {

const QString raise = u"raise"_s, arm = u"arm"_s, merged = u"merged"_s;

const github::ReadRepository* repositoryRead(const Reads& reads)
{
    for (const auto& read : reads.github)
        if (const auto* found = std::get_if<github::ReadRepository>(&read))
            return found;
    return nullptr;
}

//! The pull request is armed and watched.
StepBench watching()
{
    StepBench bench;
    bench.raised().done(arm, {{"mode", "armed"}}).then(StepStarted, merged);
    bench.watched().autoMergeArmed = true;
    return bench;
}

//! A wait's facts are journaled before the next look.
void takeIn(StepBench& bench, const QString& step, const Decision& decision)
{
    const auto& wait = std::get<Wait>(decision);
    bench.then(StepWaiting, step, {{"for", wait.what.toStdString()}, {"args", wait.args}, {"facts", wait.facts}});
}

} // namespace

class MergingTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstAttemptArmsWithoutLooking()
    {
        StepBench bench;
        bench.raised().start(arm);
        QVERIFY(bench.reads(arm).isEmpty());
        const auto effect = bench.acts<github::EnableAutoMerge>(arm);
        QCOMPARE(effect.pullRequestId, u"PR7"_s);
        QCOMPARE(effect.method, u"SQUASH"_s);
        QCOMPARE(effect.headOid, sha('d')); // nobody else's commit is merged in our name
        bench.wrote(arm, "enableAutoMerge", EffectSucceeded, {{"result", {{"mode", "queued"}}}});
        QVERIFY(bench.reads(arm).isEmpty());
        QCOMPARE(textAt(bench.outputs(arm), "mode"), u"queued"_s);
    }

    void nothingRaisedIsNothingToMerge()
    {
        StepBench bench;
        bench.done(raise, {{"branch", "main"}, {"sha", sha('b').toStdString()}, {"headSha", sha('b').toStdString()}});
        bench.start(arm);
        QCOMPARE(bench.says(arm), u"done nothingToChange"_s);
        bench.then(StepSucceeded, arm).then(StepStarted, merged);
        QVERIFY(bench.reads(merged).isEmpty());
        QCOMPARE(textAt(bench.outputs(merged), "mergedSha"), sha('b'));
    }

    void refusalsOfArming_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("mergeState");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QString& code, const char* state, const char* says) {
            QTest::newRow(name) << code << QString::fromLatin1(state) << QString::fromLatin1(says);
        };
        row("clean: nothing to wait for", errc::githubAutoMergeClean, "CLEAN", "act mergePullRequest");
        row("clean with hooks", errc::githubAutoMergeClean, "HAS_HOOKS", "act mergePullRequest");
        row("unstable counts as clean", errc::githubAutoMergeClean, "UNSTABLE", "act mergePullRequest");
        row("clean no more: armed again", errc::githubAutoMergeClean, "BLOCKED", "act enableAutoMerge");
        row("clean but not computed", errc::githubAutoMergeClean, "UNKNOWN", "wait merge");
        row("off and clean", errc::githubAutoMergeOff, "CLEAN", "act mergePullRequest");
        row("off and blocked: watched", errc::githubAutoMergeOff, "BLOCKED", "wait merge");
        row("off and unstable: watched", errc::githubAutoMergeOff, "UNSTABLE", "wait merge");
        row("method not allowed", errc::githubMergeMethod, "BLOCKED", "fail github.mergeMethod");
        row("forbidden", errc::githubForbidden, "BLOCKED", "fail github.forbidden");
        row("rule", errc::githubRuleViolation, "BLOCKED", "fail github.ruleViolation");
        row("archived", errc::githubArchived, "BLOCKED", "fail github.archived");
        row("refused", errc::githubRefused, "BLOCKED", "fail github.refused");
    }
    void refusalsOfArming()
    {
        QFETCH(QString, code);
        QFETCH(QString, mergeState);
        StepBench bench;
        bench.raised().start(arm).wrote(arm, "enableAutoMerge", EffectFailed, failure(code));
        bench.watched().mergeState = mergeState;
        QTEST(bench.says(arm), "says");
    }

    void armingThatWasNotSentIsSentAgain()
    {
        StepBench bench;
        bench.raised().start(arm).wrote(arm, "enableAutoMerge", EffectFailed, failure(errc::githubForbidden, true));
        QCOMPARE(bench.says(arm), u"act enableAutoMerge"_s);
    }

    void armingWhoseAnswerIsLostEndsOnACleanPullRequest()
    {
        StepBench bench;
        bench.raised().start(arm).wrote(arm, "enableAutoMerge", EffectResolved, {{"outcome", "absent"}});
        bench.watched().mergeState = u"BLOCKED"_s;
        QCOMPARE(bench.says(arm), u"act enableAutoMerge"_s);
        bench.watched().mergeState = u"CLEAN"_s; // arming would be refused, however often the refusal is lost
        QCOMPARE(bench.says(arm), u"act mergePullRequest"_s);
    }

    void aDirectMergeIsTheMethodAndHeadThatWereWanted()
    {
        StepBench bench;
        bench.raised().start(arm).wrote(arm, "enableAutoMerge", EffectFailed, failure(errc::githubAutoMergeClean));
        bench.watched().mergeState = u"CLEAN"_s;
        const auto effect = bench.acts<github::MergePullRequest>(arm);
        QCOMPARE(effect.method, u"SQUASH"_s);
        QCOMPARE(effect.headOid, sha('d'));
        bench.wrote(arm, "mergePullRequest", EffectFailed, failure(errc::githubNotMergeable));
        QCOMPARE(bench.says(arm), u"fail github.notMergeable retry"_s);
    }

    void whatLookingFindsWhenArming_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("armed");
        QTest::addColumn<bool>("queued");
        QTest::addColumn<QString>("says");
        QTest::newRow("merged") << int(State::Merged) << false << false << u"done alreadyMerged"_s;
        QTest::newRow("armed") << int(State::Open) << true << false << u"done"_s;
        QTest::newRow("queued") << int(State::Open) << false << true << u"done"_s;
        QTest::newRow("not armed") << int(State::Open) << false << false << u"act enableAutoMerge"_s;
        QTest::newRow("closed") << int(State::Closed) << false << false << u"act reopenPullRequest"_s;
    }
    void whatLookingFindsWhenArming()
    {
        QFETCH(int, state);
        QFETCH(bool, armed);
        QFETCH(bool, queued);
        StepBench bench;
        bench.raised().start(arm).retry(arm);
        bench.watched().state = State(state);
        bench.watched().autoMergeArmed = armed;
        bench.watched().inMergeQueue = queued;
        QTEST(bench.says(arm), "says");
        if (armed || queued)
            QCOMPARE(textAt(bench.outputs(arm), "mode"), queued ? u"queued"_s : u"armed"_s);
    }

    void armedTooLateIsMergedWhenAPersonWants()
    {
        StepBench bench;
        bench.raised().start(arm);
        bench.wrote(arm, "enableAutoMerge", EffectFailed, failure(errc::githubStaleData));
        bench.watched().autoMergeArmed = true;
        bench.watched().mergeState = u"CLEAN"_s;
        QCOMPARE(bench.says(arm), u"done"_s); // GitHub has it
        bench.retry(arm);
        QCOMPARE(bench.says(arm), u"act mergePullRequest"_s);
    }

    void aPullRequestThatIsNotVisibleYetIsWaitedFor()
    {
        StepBench bench;
        bench.raised().start(arm).wrote(arm, "enableAutoMerge", EffectFailed, failure(errc::githubNotVisible));
        bench.pullRequest = Error{.code = errc::githubNotVisible};
        QCOMPARE(bench.says(arm), u"wait visibility"_s);
        bench.pullRequest = Error{.code = errc::githubNotFound};
        QCOMPARE(bench.says(arm), u"fail github.notFound"_s);
    }

    void theMergeIsToldWithItsCommitOnTheBase()
    {
        auto bench = watching();
        bench.watched().state = State::Merged;
        bench.watched().mergedAt = Timestamp{1700000000000};
        QCOMPARE(bench.says(merged), u"wait merge"_s); // known to be merged, its commit not yet
        bench.watched().mergedSha = sha('e');
        QCOMPARE(textAt(bench.outputs(merged), "mergedSha"), sha('e'));
        QCOMPARE(textAt(bench.outputs(merged), "mergedAt"), u"2023-11-14T22:13:20.000Z"_s);
    }

    void whatIsWaitedForIsSaid_data()
    {
        QTest::addColumn<QString>("review");
        QTest::addColumn<QString>("checks");
        QTest::addColumn<QString>("mergeState");
        QTest::addColumn<QString>("says");
        QTest::newRow("review") << u"REVIEW_REQUIRED"_s << u"PENDING"_s << u"BLOCKED"_s << u"wait review"_s;
        QTest::newRow("changes") << u"CHANGES_REQUESTED"_s << u"SUCCESS"_s << u"BLOCKED"_s << u"wait review"_s;
        QTest::newRow("checks") << u"APPROVED"_s << u"PENDING"_s << u"BLOCKED"_s << u"wait checks"_s;
        QTest::newRow("red") << u""_s << u"FAILURE"_s << u"BLOCKED"_s << u"wait checks"_s;
        QTest::newRow("armed late") << u""_s << u"SUCCESS"_s << u"CLEAN"_s << u"wait autoMerge"_s;
        QTest::newRow("merge") << u""_s << u""_s << u"BLOCKED"_s << u"wait merge"_s;
    }
    void whatIsWaitedForIsSaid()
    {
        QFETCH(QString, review);
        QFETCH(QString, checks);
        QFETCH(QString, mergeState);
        auto bench = watching();
        bench.watched().reviewDecision = review;
        bench.watched().checks = checks;
        bench.watched().mergeState = mergeState;
        QTEST(bench.says(merged), "says");
    }

    void armingThatWasSwitchedOffIsArmedAgain()
    {
        auto bench = watching();
        bench.watched().autoMergeArmed = false;
        QCOMPARE(bench.says(merged), u"act enableAutoMerge"_s);
    }

    void closedByHandNeedsAPersonsWord()
    {
        auto bench = watching();
        bench.watched().state = State::Closed;
        QCOMPARE(bench.says(merged), u"fail github.pullRequestClosed"_s);
        bench.retry(merged, errc::githubPullRequestClosed);
        QCOMPARE(bench.says(merged), u"act reopenPullRequest"_s);
        bench.wrote(merged, "reopenPullRequest", EffectResolved, {{"outcome", "absent"}});
        QCOMPARE(bench.says(merged), u"act reopenPullRequest"_s); // it was lost on its way: nobody has refused it
        bench.wrote(merged, "reopenPullRequest", EffectFailed, failure(errc::githubRefused));
        QCOMPARE(bench.says(merged), u"fail github.pullRequestClosed"_s);
    }

    void aBranchThatIsBehindIsUpdated()
    {
        auto bench = watching();
        bench.watched().mergeState = u"BEHIND"_s;
        QCOMPARE(bench.acts<github::UpdateBranch>(merged).headOid, sha('d'));
        bench.wrote(merged, "updateBranch", EffectFailed, failure(errc::githubConflict));
        QVERIFY(bench.says(merged).startsWith(u"wait"_s)); // and not again and again
    }

    void aHeadThatMovedIsTakenOver()
    {
        auto bench = watching();
        bench.watched().headSha = sha('a');
        const auto decision = bench.decide(merged);
        QCOMPARE(StepBench::words(decision), u"revise raise"_s);
        QCOMPARE(textAt(std::get<Revise>(decision).outputs, "headSha"), sha('a'));
    }

    void aConflictIsHealedBesideAndMovedInOneStep()
    {
        auto bench = watching();
        bench.watched().mergeable = u"CONFLICTING"_s;
        bench.watched().mergeState = u"DIRTY"_s;
        QVERIFY(!repositoryRead(bench.reads(merged)));
        // First: look at the new main.
        const auto first = bench.decide(merged);
        QCOMPARE(StepBench::words(first), u"wait conflict at once"_s);
        takeIn(bench, merged, first);
        QVERIFY(repositoryRead(bench.reads(merged)));
        bench.snapshot.baseOid = sha('c');
        bench.setFile(u"list.json"_s, "[\"old\", \"other\"]\n");
        const auto prepare = bench.acts<github::PrepareBranch>(merged);
        QCOMPARE(prepare.baseOid, sha('c'));
        QVERIFY(prepare.temporaryBranch != bench.branch && prepare.temporaryBranch.startsWith(bench.branch));
        QVERIFY(prepare.additions[0].bytes.contains("other") && prepare.additions[0].bytes.contains("fishing"));
        const Json target{{"branch", prepare.temporaryBranch.toStdString()}};
        bench.wrote(merged, "prepareBranch", EffectSucceeded, {{"result", {{"sha", sha('a').toStdString()}}}}, target);
        // Main has moved on since: what is prepared is used, nobody would clean it up.
        bench.snapshot.baseOid = sha('9');
        const auto move = bench.acts<github::MoveBranch>(merged);
        QCOMPARE(move.branch, bench.branch);
        QCOMPARE(move.oldOid, sha('d'));
        QCOMPARE(move.newOid, sha('a'));
        QCOMPARE(move.temporaryBranch, prepare.temporaryBranch);
        bench.wrote(merged, "moveBranch", EffectSucceeded, {{"result", {{"headSha", sha('a').toStdString()}}}});
        bench.watched().headSha = sha('a');
        QCOMPARE(bench.says(merged), u"revise raise"_s);
        bench.then(OutputsRevised, raise, {{"outputs", {{"headSha", sha('a').toStdString()}}}});
        bench.watched().mergeable = u"MERGEABLE"_s;
        bench.watched().mergeState = u"BLOCKED"_s;
        QCOMPARE(bench.says(merged), u"wait merge"_s);
    }

    void aBranchPreparedByALostTryIsFoundAgain()
    {
        auto bench = watching();
        bench.watched().mergeable = u"CONFLICTING"_s;
        takeIn(bench, merged, bench.decide(merged));
        const auto prepare = bench.acts<github::PrepareBranch>(merged);
        const Json target{{"branch", prepare.temporaryBranch.toStdString()}};
        bench.intend(merged, "prepareBranch", target).end(EffectUnknown, merged, failure(errc::networkTimeout));
        QVERIFY(repositoryRead(bench.reads(merged))->branches.contains(prepare.temporaryBranch));
        QCOMPARE(bench.finds(merged), u"absent"_s);
        bench.snapshot.branches[prepare.temporaryBranch] =
            github::BranchState{u"REF"_s, sha('a'), bench.snapshot.baseOid, u"someone's"_s};
        QCOMPARE(bench.finds(merged), u"absent"_s);
        bench.snapshot.branches[prepare.temporaryBranch]->message = u"add fishing\n\nmore words"_s;
        QCOMPARE(bench.finds(merged), u"succeeded"_s);
        QCOMPARE(textAt(bench.resolve(merged).result, "sha"), sha('a'));
        // Refused because it exists already: the same is found by the next decision.
        bench.end(EffectFailed, merged, failure(errc::githubAlreadyExists));
        QCOMPARE(bench.acts<github::MoveBranch>(merged).newOid, sha('a'));
    }

    void aConflictThatTheEditCannotHealFails()
    {
        auto bench = watching();
        bench.watched().mergeable = u"CONFLICTING"_s;
        takeIn(bench, merged, bench.decide(merged));
        bench.setFile(u"list.json"_s, "[\"fishing\"]");
        QCOMPARE(bench.says(merged), u"fail github.conflict"_s);
        bench.setFile(u"list.json"_s, "{}");
        QVERIFY(bench.says(merged).startsWith(u"fail edit."_s));
    }

    void whatBecameOfALostAnswer_data()
    {
        QTest::addColumn<QByteArray>("effect");
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("armed");
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("finds");
        const auto row = [](const char* name, const char* effect, State state, bool armed, char head,
                             const char* finds) {
            QTest::newRow(name) << QByteArray(effect) << int(state) << armed << sha(head) << QString::fromLatin1(finds);
        };
        row("armed", "enableAutoMerge", State::Open, true, 'd', "succeeded");
        row("merged at once", "enableAutoMerge", State::Merged, false, 'd', "succeeded");
        row("not armed", "enableAutoMerge", State::Open, false, 'd', "absent");
        row("merged", "mergePullRequest", State::Merged, false, 'd', "succeeded");
        row("not merged", "mergePullRequest", State::Open, true, 'd', "absent");
        row("reopened", "reopenPullRequest", State::Open, false, 'd', "succeeded");
        row("still closed", "reopenPullRequest", State::Closed, false, 'd', "absent");
        row("updated", "updateBranch", State::Open, false, 'a', "succeeded");
        row("not updated", "updateBranch", State::Open, false, 'd', "absent");
        row("moved", "moveBranch", State::Open, false, 'c', "succeeded");
        row("not moved", "moveBranch", State::Open, false, 'd', "absent");
    }
    void whatBecameOfALostAnswer()
    {
        QFETCH(QByteArray, effect);
        QFETCH(int, state);
        QFETCH(bool, armed);
        QFETCH(QString, head);
        auto bench = watching();
        bench.intend(
            merged, effect.constData(), {{"headOid", sha('d').toStdString()}, {"newOid", sha('c').toStdString()}});
        bench.end(EffectUnknown, merged, failure(errc::networkTimeout));
        bench.watched().state = State(state);
        bench.watched().autoMergeArmed = armed;
        bench.watched().headSha = head;
        QTEST(bench.finds(merged), "finds");
        bench.pullRequest = Error{.code = errc::networkTimeout};
        QCOMPARE(bench.finds(merged), u"look again"_s);
    }
};

QTEST_GUILESS_MAIN(MergingTests)
#include "merging_tests.moc"
