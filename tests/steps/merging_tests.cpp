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

    //! A person took the raising step for done, and named the pull request at most by its number.
    void whatAPersonTookForRaisedIsLookedUp_data()
    {
        QTest::addColumn<int>("number"); // that she gave; 0: none
        QTest::addColumn<int>("there"); // from our branch's name; 0: none
        QTest::addColumn<bool>("onBase");
        QTest::addColumn<QString>("says");
        QTest::newRow("by its number") << 57 << 57 << false << u"act enableAutoMerge"_s;
        QTest::newRow("by its branch") << 0 << 57 << false << u"act enableAutoMerge"_s;
        QTest::newRow("another number") << 58 << 57 << false << u"ask github.notFound"_s;
        QTest::newRow("none") << 0 << 0 << false << u"ask github.notFound"_s;
        QTest::newRow("the change is there already") << 0 << 0 << true << u"done nothingToChange"_s;
    }
    void whatAPersonTookForRaisedIsLookedUp()
    {
        QFETCH(int, number);
        QFETCH(int, there);
        QFETCH(bool, onBase);
        StepBench bench;
        Json outputs = Json::object();
        if (number > 0)
            outputs["number"] = number;
        bench.start(raise).then(StepAdvanced, raise, {{"outputs", outputs}, {"reason", "I made it by hand"}});
        if (there > 0) {
            auto pull = bench.pull(State::Open);
            pull.number = there;
            bench.snapshot.pullRequests[bench.branch] = {pull};
        }
        if (onBase)
            bench.setFile(u"list.json"_s, "[\"fishing\"]");
        bench.start(arm);
        auto decision = bench.decide(arm);
        if (const auto* revised = std::get_if<Revise>(&decision)) {
            bench.then(OutputsRevised, raise, {{"outputs", revised->outputs}});
            decision = bench.decide(arm);
        }
        QTEST(StepBench::words(decision), "says");
        if (onBase) {
            bench.then(StepSucceeded, arm).then(StepStarted, merged);
            QCOMPARE(textAt(bench.outputs(merged), "mergedSha"), sha('b'));
        } else if (there == 57 && number != 58) {
            QCOMPARE(bench.acts<github::EnableAutoMerge>(arm).headOid, sha('d'));
            QCOMPARE(integerAt(bench.step(raise).outputs, "number"), 57);
        }
    }

    //! … but not in one that was merged before the run began; of a run from a copy another clock noted when that was.
    void whatWasMergedBeforeTheRunBeganIsNotWhatSheTookForRaised()
    {
        StepBench bench;
        bench.start(raise).then(StepAdvanced, raise, {{"outputs", Json::object()}, {"reason", "I made it by hand"}});
        auto pull = bench.pull(State::Merged);
        pull.mergedAt = bench.run.startedAt - Millis(59 * 60'000);
        bench.snapshot.pullRequests[bench.branch] = {pull};
        bench.start(arm);
        QCOMPARE(bench.says(arm), u"ask github.notFound"_s);
        bench.then(LookRequested, {}, {{"scope", "restored"}});
        QCOMPARE(bench.says(arm), u"revise raise"_s);
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
        row("clean but not computed", errc::githubAutoMergeClean, "UNKNOWN", "wait mergeState");
        row("off and clean", errc::githubAutoMergeOff, "CLEAN", "act mergePullRequest");
        row("off and blocked: watched", errc::githubAutoMergeOff, "BLOCKED", "wait merge");
        row("off, and nothing required is left", errc::githubAutoMergeOff, "UNSTABLE", "act mergePullRequest");
        row("method not allowed: which are?", errc::githubMergeMethod, "BLOCKED", "wait mergeState at once");
        row("a conflict that does not show yet", errc::githubConflict, "UNKNOWN", "wait mergeState");
        row("closed a moment ago", errc::githubPullRequestClosed, "BLOCKED", "act enableAutoMerge");
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
        QTest::newRow("review") << u"REVIEW_REQUIRED"_s << u"PENDING"_s << u"BLOCKED"_s << u"wait review at once"_s;
        QTest::newRow("changes") << u"CHANGES_REQUESTED"_s << u"SUCCESS"_s << u"BLOCKED"_s << u"wait review at once"_s;
        QTest::newRow("checks") << u"APPROVED"_s << u"PENDING"_s << u"BLOCKED"_s << u"wait checks"_s;
        QTest::newRow("red") << u""_s << u"FAILURE"_s << u"BLOCKED"_s << u"wait checks at once"_s;
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

    void armingThatWasSwitchedOffIsArmedAgainUnlessAPersonDid_data()
    {
        QTest::addColumn<QString>("disarmed");
        QTest::addColumn<QString>("removed");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* disarmed, const char* removed, const char* says) {
            QTest::newRow(*disarmed ? disarmed
                    : *removed      ? removed
                                    : "nobody knows why")
                << QString::fromLatin1(disarmed) << QString::fromLatin1(removed) << QString::fromLatin1(says);
        };
        row("", "", "act enableAutoMerge");
        row("Pull request was closed", "", "act enableAutoMerge");
        row("Pull request was converted to draft", "", "act enableAutoMerge");
        row("Base branch was changed", "", "act enableAutoMerge");
        row("Auto-merge was disabled", "", "ask github.autoMergeDisabled");
        row("Head branch was pushed to by a user without write access", "", "ask github.autoMergeDisabled");
        row("", "MANUAL", "ask github.mergeQueueRemoved");
        row("", "CI_FAILURE", "ask github.mergeQueueRemoved");
        row("", "CI_TIMEOUT", "ask github.mergeQueueRemoved");
        row("", "BRANCH_PROTECTIONS", "ask github.mergeQueueRemoved");
        row("", "MERGE_CONFLICT", "act enableAutoMerge");
        row("", "QUEUE_CLEARED", "act enableAutoMerge");
        row("", "UNKNOWN_REMOVAL_REASON", "act enableAutoMerge");
    }
    void armingThatWasSwitchedOffIsArmedAgainUnlessAPersonDid()
    {
        QFETCH(QString, disarmed);
        QFETCH(QString, removed);
        QFETCH(QString, says);
        auto bench = watching();
        bench.watched().autoMergeArmed = false;
        bench.watched().autoMergeDisabledReason = disarmed;
        bench.watched().queueRemovalReason = removed;
        QCOMPARE(bench.says(merged), says);
        if (!says.startsWith(u"ask"_s))
            return;
        // A person's retry arms it again, once: switched off after that, she is asked again.
        bench.retry(merged);
        QCOMPARE(bench.says(merged), u"act enableAutoMerge"_s);
        bench.wrote(merged, "enableAutoMerge", EffectSucceeded, {{"result", {{"mode", "armed"}}}});
        QCOMPARE(bench.says(merged), says);
    }

    void aDraftIsAPersonsWord()
    {
        auto bench = watching();
        bench.watched().autoMergeArmed = false;
        bench.watched().draft = true;
        QCOMPARE(bench.says(merged), u"ask github.draft"_s);
        bench.retry(merged);
        QCOMPARE(bench.says(merged), u"ask github.draft"_s);
        bench.watched().draft = false;
        QCOMPARE(bench.says(merged), u"act enableAutoMerge"_s);
    }

    void whatSomebodyElsePushedIsNeitherMergedNorOverwrittenUnseen()
    {
        auto bench = watching();
        bench.watched().headSha = sha('a');
        bench.then(OutputsRevised, raise, {{"outputs", {{"headSha", sha('a').toStdString()}}}});
        QCOMPARE(bench.says(merged), u"wait merge"_s); // armed: GitHub asks for what its rules ask for
        bench.watched().mergeable = u"CONFLICTING"_s;
        const auto question = bench.decide(merged);
        QCOMPARE(StepBench::words(question), u"ask github.conflict"_s);
        QCOMPARE(textAt(std::get<Ask>(question).error.args, "reason"), u"foreignCommits"_s);
        bench.watched().mergeable = u"MERGEABLE"_s;
        bench.watched().autoMergeArmed = false;
        QCOMPARE(bench.says(merged), u"ask github.headMoved"_s);
        bench.retry(merged, errc::githubHeadMoved);
        QCOMPARE(bench.acts<github::EnableAutoMerge>(merged).headOid, sha('a'));
        bench.watched().state = State::Merged;
        bench.watched().mergedSha = sha('e');
        QCOMPARE(bench.says(merged), u"done mergedWithOthersCommits"_s);
    }

    void whatCannotBeChangedIsAPersonsQuestionUntilItCan()
    {
        auto bench = watching();
        bench.watched().archived = true;
        bench.watched().mergeable = u"CONFLICTING"_s; // nor can that be healed
        const auto question = bench.decide(merged);
        QCOMPARE(StepBench::words(question), u"ask github.archived"_s);
        QVERIFY(textAt(std::get<Ask>(question).error.args, "reason").isEmpty());
        bench.watched().archived = false;
        bench.watched().locked = true;
        QCOMPARE(textAt(std::get<Ask>(bench.decide(merged)).error.args, "reason"), u"locked"_s);
        bench.watched().state = State::Merged; // before it was locked
        bench.watched().mergedSha = sha('e');
        QCOMPARE(bench.says(merged), u"done"_s);
        bench.watched().state = State::Open;
        bench.watched().locked = false;
        bench.watched().mergeable = u"MERGEABLE"_s;
        QCOMPARE(bench.says(merged), u"wait merge"_s); // without a word from her
    }

    void anotherMethodIsTakenWhereTheWantedOneIsForbidden_data()
    {
        QTest::addColumn<QStringList>("allowed");
        QTest::addColumn<QString>("taken");
        QTest::newRow("rebase first") << QStringList{u"MERGE"_s, u"REBASE"_s} << u"REBASE"_s;
        QTest::newRow("then merge") << QStringList{u"MERGE"_s} << u"MERGE"_s;
        QTest::newRow("none") << QStringList{} << QString();
        QTest::newRow("only the refused one") << QStringList{u"SQUASH"_s} << QString();
    }
    void anotherMethodIsTakenWhereTheWantedOneIsForbidden()
    {
        QFETCH(QStringList, allowed);
        QFETCH(QString, taken);
        StepBench bench;
        bench.raised().start(arm).wrote(
            arm, "enableAutoMerge", EffectFailed, failure(errc::githubMergeMethod), {{"method", "SQUASH"}});
        bench.details.methods = allowed;
        takeIn(bench, arm, bench.decide(arm));
        if (taken.isEmpty()) {
            QCOMPARE(bench.says(arm), u"fail github.mergeMethod"_s);
            return;
        }
        takeIn(bench, arm, bench.decide(arm));
        QCOMPARE(bench.acts<github::EnableAutoMerge>(arm).method, taken);
        bench.wrote(arm, "enableAutoMerge", EffectFailed, failure(errc::githubAutoMergeClean),
            {{"method", taken.toStdString()}});
        bench.watched().mergeState = u"CLEAN"_s;
        QCOMPARE(bench.acts<github::MergePullRequest>(arm).method, taken);
    }

    void aQueueIsEntered()
    {
        StepBench bench;
        bench.raised().start(arm).wrote(arm, "enableAutoMerge", EffectFailed, failure(errc::githubAutoMergeClean));
        bench.watched().mergeState = u"CLEAN"_s;
        bench.watched().mergeQueueEnabled = true;
        QCOMPARE(bench.acts<github::EnqueuePullRequest>(arm).headOid, sha('d'));
        bench.wrote(arm, "enqueuePullRequest", EffectSucceeded, {{"result", {{"mode", "queued"}}}});
        QCOMPARE(textAt(bench.outputs(arm), "mode"), u"queued"_s);
        bench.then(StepSucceeded, arm).then(StepStarted, merged);
        bench.watched().inMergeQueue = true;
        bench.watched().queuePosition = 3;
        const auto wait = bench.decide(merged);
        QCOMPARE(StepBench::words(wait), u"wait mergeQueue"_s);
        QCOMPARE(integerAt(std::get<Wait>(wait).args, "position"), 3);
    }

    void theQueueThatADirectMergeIsSentToIsEntered()
    {
        StepBench bench;
        bench.raised().start(arm).wrote(arm, "enableAutoMerge", EffectFailed, failure(errc::githubAutoMergeClean));
        auto refusal = failure(errc::githubNotMergeable);
        refusal["error"]["args"] = {{"reason", "mergeQueue"}};
        bench.wrote(arm, "mergePullRequest", EffectFailed, refusal);
        bench.watched().mergeState = u"CLEAN"_s;
        QCOMPARE(bench.says(arm), u"act enqueuePullRequest"_s);
    }

    void armedForNothingIsMergedAfterAWhile_data()
    {
        QTest::addColumn<bool>("queue");
        QTest::newRow("directly") << false;
        QTest::newRow("through the queue") << true;
    }
    void armedForNothingIsMergedAfterAWhile()
    {
        QFETCH(bool, queue);
        auto bench = watching();
        bench.watched().mergeState = u"CLEAN"_s;
        bench.watched().mergeQueueEnabled = queue;
        const auto first = bench.decide(merged);
        QCOMPARE(StepBench::words(first), u"wait autoMerge"_s);
        takeIn(bench, merged, first);
        QCOMPARE(bench.says(merged), u"wait autoMerge"_s);
        bench.pass(Millis(120'000));
        QCOMPARE(bench.says(merged), queue ? u"act enqueuePullRequest"_s : u"act mergePullRequest"_s);
    }

    //! Armed for nothing: from here on it is this program that merges, and so that must ask.
    void somebodyElsesCommitsAreNotMergedByUsUnseen()
    {
        auto bench = watching();
        bench.watched().mergeState = u"CLEAN"_s;
        bench.watched().headSha = sha('a');
        bench.then(OutputsRevised, raise, {{"outputs", {{"headSha", sha('a').toStdString()}}}});
        takeIn(bench, merged, bench.decide(merged));
        QCOMPARE(bench.says(merged), u"wait autoMerge"_s); // GitHub may, by its own rules
        bench.pass(Millis(120'000));
        QCOMPARE(bench.says(merged), u"ask github.headMoved"_s);
        bench.retry(merged, errc::githubHeadMoved);
        QCOMPARE(bench.acts<github::MergePullRequest>(merged).headOid, sha('a')); // seen and wanted
        // What is pushed after it was armed anew nobody has seen.
        bench.wrote(merged, "enableAutoMerge", EffectSucceeded, {{"result", {{"mode", "armed"}}}},
            {{"headOid", sha('a').toStdString()}});
        QCOMPARE(bench.says(merged), u"act mergePullRequest"_s);
        bench.watched().headSha = sha('9');
        bench.then(OutputsRevised, raise, {{"outputs", {{"headSha", sha('9').toStdString()}}}});
        QCOMPARE(bench.says(merged), u"ask github.headMoved"_s);
    }

    void whatGitHubTookIsNotSentAgainAtOnceNorForEver_data()
    {
        QTest::addColumn<bool>("armed");
        QTest::addColumn<bool>("queue");
        QTest::newRow("armed") << true << false;
        QTest::newRow("armed, queue") << true << true;
        QTest::newRow("not armed") << false << false;
        QTest::newRow("not armed, queue") << false << true;
    }
    void whatGitHubTookIsNotSentAgainAtOnceNorForEver()
    {
        QFETCH(bool, armed);
        QFETCH(bool, queue);
        const char* effect = queue ? "enqueuePullRequest" : "mergePullRequest";
        auto bench = watching();
        bench.retry(merged, errc::githubNotMergeable);
        bench.watched().autoMergeArmed = armed;
        bench.watched().mergeState = u"CLEAN"_s;
        bench.watched().mergeQueueEnabled = queue;
        bench.wrote(
            merged, effect, EffectSucceeded, {{"result", Json::object()}}, {{"headOid", sha('d').toStdString()}});
        QVERIFY2(bench.says(merged).startsWith(u"wait"_s), qPrintable(bench.says(merged)));
        bench.pass(Millis(58'000));
        QVERIFY(bench.says(merged).startsWith(u"wait"_s));
        bench.pass(Millis(2'000));
        QVERIFY2(bench.says(merged).startsWith(u"act"_s), qPrintable(bench.says(merged)));
        for (int i = 1; i < 40; ++i)
            bench
                .wrote(merged, effect, EffectSucceeded, {{"result", Json::object()}},
                    {{"headOid", sha('d').toStdString()}})
                .pass(Millis(60'000));
        QCOMPARE(bench.says(merged), u"fail github.notMergeable retry"_s);
    }

    void redChecksThatAreNotRequiredAreAPersonsQuestion()
    {
        StepBench bench;
        bench.raised().start(arm).wrote(arm, "enableAutoMerge", EffectFailed, failure(errc::githubAutoMergeClean));
        bench.watched().mergeState = u"UNSTABLE"_s;
        bench.watched().checks = u"PENDING"_s;
        QCOMPARE(bench.says(arm), u"wait checks"_s);
        bench.watched().checks = u"FAILURE"_s;
        QCOMPARE(bench.says(arm), u"ask github.checksRed"_s);
        bench.retry(arm).wrote(arm, "enableAutoMerge", EffectFailed, failure(errc::githubAutoMergeClean));
        QCOMPARE(bench.says(arm), u"act mergePullRequest"_s);
    }

    void aMergeUnderWayIsNotAskedForAgainAtOnce()
    {
        StepBench bench;
        bench.raised().start(arm).wrote(arm, "enableAutoMerge", EffectFailed, failure(errc::githubAutoMergeClean));
        bench.watched().mergeState = u"CLEAN"_s;
        auto refusal = failure(errc::githubNotMergeable);
        refusal["error"]["args"] = {{"transient", true}};
        bench.wrote(arm, "mergePullRequest", EffectFailed, refusal).pass(Millis(-1000));
        QCOMPARE(bench.says(arm), u"wait mergeState"_s);
        bench.pass(Millis(2000));
        QCOMPARE(bench.says(arm), u"act mergePullRequest"_s);
        bench.watched().state = State::Merged;
        QCOMPARE(bench.says(arm), u"done alreadyMerged"_s);
    }

    void whoAndWhatIsWaitedForIsNamed()
    {
        auto bench = watching();
        bench.watched().reviewDecision = u"REVIEW_REQUIRED"_s;
        bench.details.reviewers = {u"sam"_s, u"kim"_s};
        bench.details.codeOwners = {u"platform"_s};
        bench.details.requiredChecks = {u"validate"_s, u"lint"_s, u"plan"_s};
        bench.details.checks = {{u"validate"_s, u"FAILURE"_s, u"https://github.example/check"_s, true},
            {u"plan"_s, u"PENDING"_s, {}, true}, {u"other"_s, u"SUCCESS"_s, {}, false}};
        const auto first = bench.decide(merged);
        QCOMPARE(StepBench::words(first), u"wait review at once"_s);
        takeIn(bench, merged, first);
        const auto second = bench.decide(merged);
        takeIn(bench, merged, second);
        const auto last = bench.decide(merged);
        const Json args = std::get<Wait>(last).args;
        QCOMPARE(textAt(args, "who"), u"sam, kim"_s);
        QCOMPARE(textAt(args, "owners"), u"platform"_s);
        QCOMPARE(textAt(args, "failed"), u"validate"_s);
        QCOMPARE(textAt(args, "checkUrl"), u"https://github.example/check"_s);
        QCOMPARE(textAt(args, "missing"), u"lint"_s);
        QCOMPARE(textAt(args, "open"), u"plan"_s);
        QVERIFY(std::get<Wait>(last).args == std::get<Wait>(second).args); // and no event a tick
        QVERIFY(std::get<Wait>(last).facts.empty());
        const auto asked = bench.reads(merged).github;
        QCOMPARE(asked.size(), 1); // nor a question a tick
    }

    void aCheckThatNeverReportsIsNamed()
    {
        auto bench = watching();
        bench.watched().checks = u"SUCCESS"_s;
        QCOMPARE(bench.says(merged), u"wait merge"_s); // everybody waits a little
        bench.pass(Millis(60'000));
        bench.details.requiredChecks = {u"validate"_s, u"lint"_s};
        bench.details.checks = {{u"validate"_s, u"SUCCESS"_s, {}, true}};
        takeIn(bench, merged, bench.decide(merged));
        const auto named = bench.decide(merged);
        QCOMPARE(StepBench::words(named), u"wait checks"_s);
        QCOMPARE(textAt(std::get<Wait>(named).args, "missing"), u"lint"_s);
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
        auto led = bench; // somewhere else, which says nothing of the pull request
        led.wrote(merged, "reopenPullRequest", EffectFailed, failure(errc::networkRedirected));
        QCOMPARE(led.says(merged), u"fail network.redirected"_s);
        bench.wrote(merged, "reopenPullRequest", EffectFailed, failure(errc::githubRefused));
        QCOMPARE(bench.says(merged), u"fail github.pullRequestClosed"_s);
    }

    void aBranchThatIsBehindIsUpdated()
    {
        auto bench = watching();
        bench.watched().mergeState = u"BEHIND"_s;
        QCOMPARE(bench.acts<github::UpdateBranch>(merged).headOid, sha('d'));
        const Json target{{"headOid", sha('d').toStdString()}};
        bench.wrote(merged, "updateBranch", EffectFailed, failure(errc::githubConflict), target);
        QVERIFY(bench.says(merged).startsWith(u"wait"_s)); // and not again and again
        bench.wrote(
            merged, "updateBranch", EffectSucceeded, {{"result", {{"headSha", sha('c').toStdString()}}}}, target);
        bench.watched().headSha = sha('c');
        bench.then(OutputsRevised, raise, {{"outputs", {{"headSha", sha('c').toStdString()}}}});
        QCOMPARE(bench.acts<github::UpdateBranch>(merged).headOid, sha('c')); // main has moved once more
        bench.wrote(merged, "updateBranch", EffectFailed, failure(errc::githubForbidden),
            {{"headOid", sha('c').toStdString()}});
        QCOMPARE(bench.says(merged), u"fail github.forbidden retry"_s);
    }

    //! GitHub updates in the background: the answer tells the old head, and the next one is made for us. It alone.
    void whatIsPushedAfterAnUpdateInTheBackgroundIsSomebodyElses_data()
    {
        QTest::addColumn<bool>("upToDate"); // "no new commits on the base": GitHub makes no head at all
        QTest::addColumn<QString>("headline");
        QTest::addColumn<bool>("ours");
        QTest::newRow("updated") << false << u"Merge branch 'main' into add-fishing"_s << true;
        QTest::newRow("updated, its words are not told") << false << QString() << true;
        QTest::newRow("pushed before the update") << false << u"fix: typo"_s << false;
        QTest::newRow("up to date") << true << QString() << false;
    }
    void whatIsPushedAfterAnUpdateInTheBackgroundIsSomebodyElses()
    {
        QFETCH(bool, upToDate);
        QFETCH(QString, headline);
        QFETCH(bool, ours);
        auto bench = watching();
        Json result{{"headSha", sha('d').toStdString()}};
        if (upToDate)
            result["upToDate"] = true;
        bench.wrote(
            merged, "updateBranch", EffectSucceeded, {{"result", result}}, {{"headOid", sha('d').toStdString()}});
        const auto shows = [&](const QString& head, const QString& words) {
            bench.watched().headSha = head;
            bench.watched().headline = words;
            const auto decision = bench.decide(merged);
            QCOMPARE(StepBench::words(decision), u"revise raise"_s);
            bench.then(OutputsRevised, raise, {{"outputs", std::get<Revise>(decision).outputs}});
        };
        const auto overConflict = [&] {
            bench.watched().mergeable = u"CONFLICTING"_s;
            const QString says = bench.says(merged);
            bench.watched().mergeable = u"MERGEABLE"_s;
            return says;
        };
        shows(sha('e'), headline);
        QCOMPARE(overConflict(), ours ? u"wait conflict at once"_s : u"ask github.conflict"_s);
        if (!ours)
            return;
        QCOMPARE(bench.says(merged), u"wait merge"_s);
        shows(sha('f'), u"Merge branch 'main' into add-fishing"_s); // whatever it says of itself
        QCOMPARE(overConflict(), u"ask github.conflict"_s);
        bench.watched().autoMergeArmed = false;
        QCOMPARE(bench.says(merged), u"ask github.headMoved"_s);
        bench.watched().state = State::Merged;
        bench.watched().mergedSha = sha('9');
        QCOMPARE(bench.says(merged), u"done mergedWithOthersCommits"_s);
    }

    void anUpdateOfWhatSomebodyElsePushedMakesItNotOurs_data()
    {
        QTest::addColumn<char>("answered");
        QTest::newRow("at once") << 'c';
        QTest::newRow("in the background") << 'f';
    }
    void anUpdateOfWhatSomebodyElsePushedMakesItNotOurs()
    {
        QFETCH(char, answered);
        auto bench = watching();
        bench.watched().mergeState = u"BEHIND"_s;
        bench.watched().headSha = sha('f');
        bench.then(OutputsRevised, raise, {{"outputs", {{"headSha", sha('f').toStdString()}}}});
        QCOMPARE(bench.acts<github::UpdateBranch>(merged).headOid, sha('f')); // armed: GitHub asks what its rules ask
        bench.wrote(merged, "updateBranch", EffectSucceeded, {{"result", {{"headSha", sha(answered).toStdString()}}}},
            {{"headOid", sha('f').toStdString()}});
        bench.watched().headSha = sha('c');
        bench.watched().headline = u"Merge branch 'main' into add-fishing"_s;
        bench.then(OutputsRevised, raise, {{"outputs", std::get<Revise>(bench.decide(merged)).outputs}});
        bench.watched().mergeable = u"CONFLICTING"_s;
        QCOMPARE(bench.says(merged), u"ask github.conflict"_s);
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
        // It was lost on its way, and main has moved on again: the one that stands beside is still used.
        bench.wrote(merged, "moveBranch", EffectResolved, {{"outcome", "absent"}}, github::targetOf(move));
        bench.snapshot.baseOid = sha('8');
        const auto again = bench.acts<github::MoveBranch>(merged);
        QCOMPARE(again.newOid, sha('a'));
        QCOMPARE(again.temporaryBranch, prepare.temporaryBranch);
        bench.wrote(merged, "moveBranch", EffectSucceeded, {{"result", {{"headSha", sha('a').toStdString()}}}});
        bench.watched().headSha = sha('a');
        QCOMPARE(bench.says(merged), u"revise raise"_s);
        bench.then(OutputsRevised, raise, {{"outputs", {{"headSha", sha('a').toStdString()}}}});
        bench.watched().mergeable = u"MERGEABLE"_s;
        bench.watched().mergeState = u"BLOCKED"_s;
        QCOMPARE(bench.says(merged), u"wait merge"_s);
    }

    //! createCommitOnBranch cannot tell modes: where one is to be kept, the commit is made of git's own objects.
    void whatIsExecutableStaysSoWhenAConflictIsHealed()
    {
        auto bench = watching();
        bench.watched().mergeable = u"CONFLICTING"_s;
        takeIn(bench, merged, bench.decide(merged));
        bench.snapshot.baseOid = sha('c');
        bench.snapshot.files[u"list.json"_s]->mode = 0100755;
        const auto tree = bench.acts<github::WriteTree>(merged);
        QCOMPARE(tree.baseOid, sha('c'));
        QCOMPARE(tree.additions.constFirst().mode, 0100755);
        bench.wrote(merged, "writeTree", EffectSucceeded, {{"result", {{"tree", sha('1').toStdString()}}}},
            github::targetOf(tree));
        const auto commit = bench.acts<github::WriteCommit>(merged);
        QCOMPARE(commit.tree, sha('1'));
        QCOMPARE(commit.parentOid, sha('c'));
        // Lost, and nothing names what it may have made: it is made anew.
        bench.intend(merged, "writeCommit", github::targetOf(commit))
            .end(EffectUnknown, merged, failure(errc::networkTimeout));
        QCOMPARE(bench.finds(merged), u"send again"_s);
        bench.end(EffectResolved, merged, {{"outcome", "absent"}});
        bench.wrote(merged, "writeTree", EffectSucceeded, {{"result", {{"tree", sha('1').toStdString()}}}},
            github::targetOf(bench.acts<github::WriteTree>(merged)));
        bench.wrote(merged, "writeCommit", EffectSucceeded, {{"result", {{"sha", sha('2').toStdString()}}}},
            github::targetOf(commit));
        const auto move = bench.acts<github::MoveBranch>(merged);
        QCOMPARE(move.oldOid, sha('d'));
        QCOMPARE(move.newOid, sha('2'));
        QVERIFY(move.temporaryBranch.isEmpty()); // nothing stands beside that would have to go
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
        bench.setFile(u"list.json"_s, "{}");
        QVERIFY(bench.says(merged).startsWith(u"fail edit."_s));
    }

    void theSameChangeBySomebodyElseEndsThePullRequest()
    {
        auto bench = watching();
        bench.watched().mergeable = u"CONFLICTING"_s;
        takeIn(bench, merged, bench.decide(merged));
        bench.setFile(u"list.json"_s, "[\"fishing\"]");
        bench.snapshot.baseOid = sha('e');
        QCOMPARE(bench.acts<github::ClosePullRequest>(merged).pullRequestId, u"PR7"_s);
        bench.wrote(merged, "closePullRequest", EffectSucceeded, {{"result", Json::object()}},
            github::targetOf(bench.acts<github::ClosePullRequest>(merged)));
        bench.watched().state = State::Closed;
        bench.setBranch(sha('d'), u"add fishing"_s);
        QCOMPARE(bench.acts<github::DeleteBranch>(merged).branch, bench.branch);
        bench.wrote(merged, "deleteBranch", EffectSucceeded);
        bench.snapshot.branches.clear();
        QCOMPARE(bench.says(merged), u"done madeBySomeoneElse"_s);
        QCOMPARE(textAt(bench.outputs(merged), "mergedSha"), sha('e')); // the base that holds the change
    }

    //! The raising step closed one that stood on somebody else's commits before it opened the real one.
    void closingAnotherWithdrawsNothing()
    {
        StepBench bench;
        bench.start(raise);
        bench.wrote(
            raise, "closePullRequest", EffectSucceeded, {{"result", Json::object()}}, {{"pullRequestId", "PR6"}});
        bench.wrote(raise, "raisePullRequest", EffectSucceeded,
            {{"result", {{"nodeId", "PR7"}, {"sha", sha('d').toStdString()}}}});
        bench.then(StepSucceeded, raise,
            {{"outputs",
                {{"number", 7}, {"nodeId", "PR7"}, {"url", "https://github.example/7"},
                    {"branch", bench.branch.toStdString()}, {"sha", sha('d').toStdString()},
                    {"headSha", sha('d').toStdString()}}}});
        bench.done(arm, {{"mode", "armed"}}).then(StepStarted, merged);
        bench.watched().state = State::Closed; // by a person
        bench.setFile(u"list.json"_s, "[\"fishing\"]"); // even where the change has come to the base another way
        QCOMPARE(bench.says(merged), u"fail github.pullRequestClosed"_s);
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
        bench.pullRequest = Error{.code = errc::githubNotFound};
        QCOMPARE(bench.finds(merged), u"look again"_s);
        QCOMPARE(bench.resolve(merged).error->code, errc::githubNotFound);
    }
};

QTEST_GUILESS_MAIN(MergingTests)
#include "merging_tests.moc"
