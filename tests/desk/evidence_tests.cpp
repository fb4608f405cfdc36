// SPDX-License-Identifier: GPL-3.0-or-later
#include "../steps/step_bench.h"
#include "base/manual_clock.h"
#include "desk/effect_words.h"
#include "desk/error_text.h"
#include "desk/evidence_look.h"

#include <QTest>

using namespace slipway;
using namespace slipway::desk;
using enum EventType;
using Agreement = EvidenceLine::Agreement;
using Verdict = Evidence::Verdict;
using State = github::PullRequestState;

namespace {

const QString merged = u"merged"_s, built = u"built"_s;

//! Looks as a person would: what is asked for is answered by the bench.
Evidence evidenceOf(const StepBench& bench, const QString& id)
{
    ManualClock clock(bench.now);
    auto look = EvidenceLook::begin(bench.run, StepId(id));
    if (!look)
        qFatal("no such step");
    steps::Observation seen;
    do {
        const auto asked = look->reads(clock);
        for (const auto& read : asked.github)
            seen.add(read, bench.answer(read), bench.now - Millis(3'000));
        for (const auto& read : asked.http)
            seen.add(read, bench.http, bench.now);
    } while (look->take(seen, clock));
    return look->evidence(seen, clock);
}

EvidenceLine lineOf(const Evidence& evidence, const QString& what)
{
    for (const auto& line : evidence.lines)
        if (line.what == what)
            return line;
    return {.what = u"there is no such line"_s};
}

StepBench waitingForReview()
{
    StepBench bench;
    bench.raised().done(u"arm"_s, {{"mode", "armed"}}).then(StepStarted, merged);
    bench.then(StepWaiting, merged,
        {{"for", "review"}, {"args", {{"number", 7}, {"repository", "DEFRA/tf-svc"}}}, {"facts", Json::object()}});
    bench.watched().autoMergeArmed = true;
    bench.watched().reviewDecision = u"REVIEW_REQUIRED"_s;
    return bench;
}

} // namespace

class EvidenceTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRequestIsCalledByWordsOfItsOwn()
    {
        QStringList names;
        [&names]<std::size_t... I>(std::index_sequence<I...>)
        {
            (names.append(github::nameOf(std::variant_alternative_t<I, github::Effect>())), ...);
        }
        (std::make_index_sequence<std::variant_size_v<github::Effect>>());
        QVERIFY(names.size() >= 19);
        QSet<QString> told;
        for (const QString& name : std::as_const(names)) {
            const QString words = effectWords(name);
            QVERIFY2(words.contains(u' '), qPrintable(name));
            QVERIFY2(!told.contains(words), qPrintable(words));
            told.insert(words);
            const QString text = describe(
                Event{.type = EffectIntended, .data = {{"name", name.toStdString()}, {"target", Json::object()}}});
            QCOMPARE(text, u"About to "_s + words);
        }
        // What another version of Slipway did has no words here, but is no word either.
        const Event other{
            .type = EffectIntended, .data = {{"name", "createPullRequest"}, {"target", {{"repository", "o/r"}}}}};
        QCOMPARE(describe(other), u"About to send a request in o/r"_s);
    }

    void whatAgreesIsSaidToBeTheSame()
    {
        auto bench = waitingForReview();
        bench.details.checks = {{u"lint"_s, u"SUCCESS"_s}, {u"plan"_s, u"SUCCESS"_s}};
        const auto evidence = evidenceOf(bench, merged);
        QCOMPARE(evidence.verdict, Verdict::Waits);
        QCOMPARE(lineOf(evidence, u"Pull request"_s).service, u"#7 open"_s);
        QCOMPARE(lineOf(evidence, u"Pull request"_s).agreement, Agreement::Same);
        QCOMPARE(lineOf(evidence, u"Pull request"_s).url, u"https://github.example/7"_s);
        QCOMPARE(lineOf(evidence, u"Checks"_s).service, u"2 of 2 passed"_s);
        QCOMPARE(lineOf(evidence, u"Reviews"_s).agreement, Agreement::Same);
        QCOMPARE(lineOf(evidence, u"Auto-merge"_s).service, u"on"_s);
        QCOMPARE(lineOf(evidence, u"Auto-merge"_s).agreement, Agreement::Same);
        QCOMPARE(lineOf(evidence, u"Merge commit"_s).agreement, Agreement::Same);
        QVERIFY2(!evidence.contradicts(), qPrintable(evidence.headline));
        QCOMPARE(evidence.service, u"GitHub"_s);
        QCOMPARE(evidence.readAt.ms, bench.now.ms - 3'000);
        QCOMPARE(evidence.sequence, bench.run.sequence);
    }

    void whatGitHubShowsAsDoneContradictsAJournalThatWaits()
    {
        auto bench = waitingForReview();
        bench.pullRequest = github::Answer(bench.pull(State::Merged));
        bench.watched().mergedSha = sha('e');
        const auto evidence = evidenceOf(bench, merged);
        QCOMPARE(evidence.verdict, Verdict::Done);
        QVERIFY(evidence.headline.contains(u"done"_s));
        QCOMPARE(textAt(evidence.outputs, "mergedSha"), sha('e'));
        QCOMPARE(lineOf(evidence, u"Pull request"_s).agreement, Agreement::Differs);
        QCOMPARE(lineOf(evidence, u"Pull request"_s).service, u"#7 merged"_s);
        QCOMPARE(lineOf(evidence, u"Pull request"_s).journal, u"#7 open"_s);
        QCOMPARE(lineOf(evidence, u"Merge commit"_s).agreement, Agreement::Differs);
        QCOMPARE(textAt(evidenceJson(evidence), "verdict"), u"done"_s);
    }

    void anArmedMergeThatNothingHoldsUpIsADifference()
    {
        auto bench = waitingForReview();
        bench.then(StepWaiting, merged, {{"for", "autoMerge"}, {"args", {{"number", 7}}}, {"facts", Json::object()}});
        bench.watched().mergeState = u"CLEAN"_s;
        bench.watched().reviewDecision = u"APPROVED"_s;
        const auto line = lineOf(evidenceOf(bench, merged), u"Merge state"_s);
        QCOMPARE(line.service, u"CLEAN"_s);
        QCOMPARE(line.agreement, Agreement::Differs);
    }

    void aReviewThatCameIsADifference()
    {
        auto bench = waitingForReview();
        bench.watched().reviewDecision = u"APPROVED"_s;
        const auto evidence = evidenceOf(bench, merged);
        QCOMPARE(lineOf(evidence, u"Reviews"_s).service, u"approved"_s);
        QCOMPARE(lineOf(evidence, u"Reviews"_s).agreement, Agreement::Differs);
        QVERIFY(evidence.contradicts());
    }

    void aClosedPullRequestSaysWhatARetryWouldDo()
    {
        auto bench = waitingForReview();
        bench.pullRequest = github::Answer(bench.pull(State::Closed));
        bench.watched().closedBy = u"jon"_s;
        const auto evidence = evidenceOf(bench, merged);
        QCOMPARE(evidence.verdict, Verdict::WouldWrite);
        QVERIFY2(evidence.onRetry.contains(u"reopen the pull request in DEFRA/tf-svc"_s), qPrintable(evidence.onRetry));
        QCOMPARE(lineOf(evidence, u"Closed by"_s).service, u"jon"_s);
    }

    //! The first retry of what a copy shows as failed looks for what was sent after the copy was made.
    void aRetryAfterACopyWasPutBackIsToldAsItWouldGo()
    {
        StepBench bench;
        bench.start(u"create"_s).then(StepFailed, u"create"_s, failure(errc::githubNotFound));
        bench.then(LookRequested, {}, {{"scope", "restored"}});
        QCOMPARE(evidenceOf(bench, u"create"_s).verdict, Verdict::WouldWrite);
        bench.dispatchedRuns.runs = {{.id = 99, .url = u"u"_s, .displayTitle = u"Create fishing"_s}};
        const auto evidence = evidenceOf(bench, u"create"_s);
        QCOMPARE(evidence.verdict, Verdict::Done);
        QCOMPARE(integerAt(evidence.outputs, "id"), 99);
    }

    void aFirstAttemptThatWroteBlindIsLookedUpAllTheSame()
    {
        StepBench bench;
        bench.raised().start(u"arm"_s);
        QVERIFY(bench.reads(u"arm"_s).isEmpty());
        bench.pullRequest = github::Answer(bench.pull(State::Merged));
        bench.watched().mergedSha = sha('e');
        QCOMPARE(evidenceOf(bench, u"arm"_s).verdict, Verdict::Done);
    }

    void aPlannedStepIsLookedAtWithoutAnAttempt()
    {
        StepBench bench;
        bench.raised().start(u"arm"_s);
        QCOMPARE(evidenceOf(bench, merged).verdict, Verdict::Waits); // its pull request is there already
        const auto early = evidenceOf(bench, built);
        QCOMPARE(early.verdict, Verdict::NotYet); // it needs the merged commit
        QVERIFY(early.error);
        QVERIFY(early.lines.isEmpty());
    }

    void aFailedWorkflowThatSucceededSinceIsAContradiction()
    {
        StepBench bench;
        bench.isMerged().start(built);
        github::WorkflowRun run{.id = 5,
            .name = u"Plan"_s,
            .path = u".github/workflows/b.yml"_s,
            .url = u"https://github.example/runs/5"_s,
            .branch = u"main"_s,
            .status = u"COMPLETED"_s,
            .conclusion = u"SUCCESS"_s};
        bench.then(StepFailed, built,
            {{"error",
                toJson(Error{
                    .code = errc::githubWorkflowFailed, .args = {{"workflow", "Plan"}, {"conclusion", "failure"}}})}});
        bench.runs.runs = {run};
        auto evidence = evidenceOf(bench, built);
        QCOMPARE(evidence.verdict, Verdict::Done);
        QVERIFY(evidence.contradicts());
        auto line = lineOf(evidence, u"Workflow Plan"_s);
        QCOMPARE(line.service, u"finished: success"_s);
        QCOMPARE(line.journal, u"finished: failure"_s);
        QCOMPARE(line.agreement, Agreement::Differs);
        bench.runs.runs[0].conclusion = u"FAILURE"_s;
        evidence = evidenceOf(bench, built);
        QVERIFY(evidence.verdict != Verdict::Done);
        QCOMPARE(lineOf(evidence, u"Workflow Plan"_s).agreement, Agreement::Same);
    }

    void aDoneStepThatGitHubDoesNotShowIsAContradiction()
    {
        auto bench = waitingForReview();
        bench.then(
            StepAdvanced, merged, {{"outputs", Json::object()}, {"reason", "they said so"}, {"verified", false}});
        bench.pullRequest = github::Answer(bench.pull(State::Closed));
        const auto evidence = evidenceOf(bench, merged);
        QVERIFY2(evidence.headline.contains(u"counts this step as done"_s), qPrintable(evidence.headline));
        QCOMPARE(lineOf(evidence, u"Pull request"_s).agreement, Agreement::Differs);
    }

    void aLostAnswerIsResolvedAndNotDecidedUpon()
    {
        StepBench bench;
        bench.raised().start(u"arm"_s).wrote(
            u"arm"_s, "enableAutoMerge", EffectUnknown, failure(errc::networkTimeout), {{"pullRequestId", "PR7"}});
        bench.watched().autoMergeArmed = true;
        const auto evidence = evidenceOf(bench, u"arm"_s);
        QVERIFY2(evidence.onRetry.contains(u"took place"_s), qPrintable(evidence.onRetry));
        QCOMPARE(evidence.verdict, Verdict::Unreadable);
    }

    void troubleIsToldAndProvesNothing()
    {
        auto bench = waitingForReview();
        bench.pullRequest = Error{.code = errc::networkTimeout, .args = {{"host", "api.github.com"}}};
        const auto evidence = evidenceOf(bench, merged);
        QCOMPARE(evidence.verdict, Verdict::Unreadable);
        QCOMPARE(evidence.error->code, errc::networkTimeout);
        QVERIFY(!evidence.contradicts());
    }

    void whatASecondLookAsksForIsRead()
    {
        // A run that was superseded is looked for among the later ones: other reads, by what the first showed.
        StepBench bench;
        bench.isMerged().start(built);
        github::WorkflowRun run{.id = 5,
            .name = u"Plan"_s,
            .path = u".github/workflows/b.yml"_s,
            .branch = u"main"_s,
            .status = u"COMPLETED"_s,
            .conclusion = u"CANCELLED"_s};
        bench.runs.runs = {run};
        const auto evidence = evidenceOf(bench, built);
        QVERIFY(lineOf(evidence, u"Branch main holds the commit"_s).service == u"no"_s);
    }

    void aStepThatIsNotThereIsSaid()
    {
        const StepBench bench;
        const auto look = EvidenceLook::begin(bench.run, StepId(u"nothing"_s));
        QVERIFY(!look);
        QCOMPARE(look.error().code, errc::stepUnknown);
    }

    void aGateShowsNothingOfItself()
    {
        StepBench bench;
        bench.start(u"gate"_s);
        const auto evidence = evidenceOf(bench, u"gate"_s);
        QVERIFY(evidence.lines.isEmpty());
        QVERIFY(evidence.service.isEmpty());
        QCOMPARE(evidence.verdict, Verdict::NeedsPerson);
        QVERIFY(!evidence.contradicts());
    }
};

QTEST_GUILESS_MAIN(EvidenceTests)
#include "evidence_tests.moc"
