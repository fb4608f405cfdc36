// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "base/text.h"
#include "desk/stuck_cause.h"

#include <QTest>

using namespace slipway;
using namespace slipway::desk;

namespace {

constexpr Timestamp kNow{1'763'732'400'000};
constexpr Millis minute{60'000};

//! One waiting step, as the journal tells of it.
struct Scene {
    RunView view;

    explicit Scene(const QString& kind = u"github.merged"_s)
    {
        auto workflow = std::make_shared<Workflow>();
        workflow->steps = {
            {.id = StepId(u"it"_s), .kind = kind, .title = u"Wait for the merge"_s, .limit = 24 * 60 * minute}};
        view.run.workflow = workflow;
        StepRun step{.id = StepId(u"it"_s), .state = StepState::Waiting, .startedAt = kNow - 5 * minute};
        step.attempts = {{.startedAt = kNow - 5 * minute}};
        view.run.steps = {step};
    }
    StepRun& step() { return view.run.steps.first(); }
    Scene& waits(const char* what, Json args = Json::object(), Millis ago = 5 * minute)
    {
        step().waitingFor = WaitingFor{.what = QString::fromLatin1(what), .args = std::move(args), .since = kNow - ago};
        return *this;
    }
    Scene& failed(const QString& code, Json args = Json::object())
    {
        step().state = StepState::Failed;
        step().error = Error{.code = code, .args = std::move(args)};
        return *this;
    }
    Scene& effect(const char* name, EffectState state)
    {
        step().attempts.last().effects += EffectRecord{.name = QString::fromLatin1(name), .state = state};
        return *this;
    }
    StuckReport report(Timestamp now = kNow) const { return stuckReport(view, view.run.steps.first(), now, 1.0); }
};

Json pull(Json more = Json::object())
{
    Json args{{"repository", "DEFRA/tf-svc-infra"}, {"number", 225},
        {"url", "https://github.com/DEFRA/tf-svc-infra/pull/225"}};
    args.update(more);
    return args;
}

} // namespace

Q_DECLARE_METATYPE(Scene)

class StuckCauseTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatALookUpLacksIsSaid()
    {
        Scene scene(u"http.request"_s);
        scene.effect("httpRequest", EffectState::Unknown).waits("person");
        scene.step().needsYou = true;
        scene.step().error = Error{.code = errc::credentialMissing,
            .args = {{"credential", "notes"}, {"host", "portal.example"}, {"origin", "https://portal.example"}}};
        const auto report = scene.report();
        QCOMPARE(report.cause, StuckCause::OutcomeUnknown);
        QVERIFY2(report.text.what.contains("notes"_L1), qPrintable(report.text.what));
        QVERIFY2(report.text.remedy.contains("credential set notes"_L1), qPrintable(report.text.remedy));
        QVERIFY(report.acts.contains(StuckAct::Retry)); // the text says so
        QVERIFY(report.acts.contains(StuckAct::LookNow));
        // Where nothing is looked up, trying again is no way: only a person knows.
        scene.step().error = Error{.code = errc::effectUnknown, .args = {{"because", "noLookUp"}}};
        QVERIFY(!scene.report().acts.contains(StuckAct::Retry));
    }

    //! In quarantine nothing is looked up, so nobody is told to wait for that.
    void inQuarantineWhatIsSaidIsHowToLetItGo()
    {
        for (const auto state : {EffectState::Unknown, EffectState::Intended}) {
            Scene scene;
            scene.effect("httpRequest", state).step().state = StepState::Running;
            scene.view.run.quarantined = true;
            scene.view.run.parked = Error{.code = errc::runQuarantined, .args = {{"crashes", 3}}};
            const auto report = scene.report();
            QCOMPARE(report.cause, StuckCause::Parked);
            QVERIFY2(report.text.remedy.contains("Resume"_L1), qPrintable(report.text.remedy));
            QVERIFY(!report.acts.contains(StuckAct::LookNow) && !report.acts.contains(StuckAct::Wait));
        }
    }

    void whyALookUpFailsIsSaid()
    {
        Scene scene(u"http.request"_s);
        scene.effect("httpRequest", EffectState::Unknown);
        const auto untold = scene.waits("lookUp", {{"host", "portal.example"}}).report();
        QVERIFY(untold.text.why.contains("answer was lost"_L1));
        const auto report =
            scene.waits("lookUp", {{"host", "portal.example"}, {"trouble", toJson(errc::networkTimeout)}}).report();
        QCOMPARE(report.text.what, untold.text.what);
        QVERIFY2(report.text.why.contains("portal.example"_L1), qPrintable(report.text.why));
        QVERIFY(!report.text.remedy.isEmpty());
    }

    void tellsTheCauseByWhatWasObserved_data()
    {
        QTest::addColumn<Scene>("scene");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("what"); // a part of what is said
        QTest::addColumn<int>("first"); // the first thing to do
        const auto row = [](const char* name, const Scene& scene, const char* cause, const QString& what,
                             StuckAct first) {
            QTest::newRow(name) << scene << QString::fromLatin1(cause) << what << int(first);
        };
        row("armed, clean and open", Scene().waits("autoMerge", pull()), "autoMergeNotFiring",
            u"Auto-merge is on and nothing is in the way of #225 in DEFRA/tf-svc-infra"_s, StuckAct::Retry);
        row("auto-merge refused as mergeable", Scene().failed(errc::githubAutoMergeClean, pull()), "alreadyMergeable",
            u"it can be merged already"_s, StuckAct::Retry);
        row("review missing", Scene().waits("review", pull({{"review", "REVIEW_REQUIRED"}, {"who", "DEFRA/leads"}})),
            "reviewMissing", u"#225 in DEFRA/tf-svc-infra needs a review"_s, StuckAct::CopyNudge);
        row("changes requested", Scene().waits("review", pull({{"changesBy", "jon"}})), "changesRequested",
            u"jon asked for changes"_s, StuckAct::OpenPage);
        row("required check never reported", Scene().waits("checks", pull({{"missing", "terraform-plan"}})),
            "checkNeverReported", u"has never reported: terraform-plan"_s, StuckAct::OpenPage);
        row("checks still run", Scene().waits("checks", pull({{"open", "unit"}, {"missing", "plan"}})), "checksRunning",
            u"are not done yet"_s, StuckAct::Wait);
        row("checks pending, unnamed", Scene().waits("checks", pull({{"state", "PENDING"}})), "checksRunning",
            u"are not done yet"_s, StuckAct::Wait);
        row("a check is red",
            Scene().waits("checks", pull({{"state", "FAILURE"}, {"failed", "lint"}, {"missing", "plan"}})),
            "checksFailed", u"is red: lint"_s, StuckAct::OpenPage);
        row("the checks' error", Scene().failed(errc::githubChecksRed, pull()), "checksFailed", u"is red"_s,
            StuckAct::OpenPage);
        row("seconds old", Scene().waits("merge", pull(), Millis(8'000)), "checksYoung", u"a few seconds old"_s,
            StuckAct::Wait);
        row("behind, and updating failed", Scene().effect("updateBranch", EffectState::Failed).waits("merge", pull()),
            "behind", u"is behind its base"_s, StuckAct::Retry);
        row("conflict being healed", Scene().waits("conflict", pull()), "conflict", u"conflicts with"_s,
            StuckAct::Retry);
        row("conflict for good", Scene().failed(errc::githubConflict, pull({{"path", "a.json"}})), "conflict",
            u"in a.json"_s, StuckAct::Retry);
        row("closed by hand", Scene().failed(errc::githubPullRequestClosed, pull({{"who", "jon"}})),
            "pullRequestClosed", u"closed without being merged by jon"_s, StuckAct::Retry);
        row("draft", Scene().failed(errc::githubDraft, pull()), "draft", u"is a draft"_s, StuckAct::OpenPage);
        row("auto-merge not allowed", Scene().failed(errc::githubAutoMergeOff, pull()), "autoMergeOff",
            u"Auto-merge cannot be used in DEFRA/tf-svc-infra"_s, StuckAct::Retry);
        row("in the queue", Scene().waits("mergeQueue", pull({{"position", 3}})), "mergeQueue", u"at place 3"_s,
            StuckAct::Wait);
        row("out of the queue", Scene().failed(errc::githubQueueRemoved, pull()), "queueRemoved",
            u"taken out of the merge queue"_s, StuckAct::Retry);
        row("merge state unknown", Scene().waits("mergeState", pull()), "mergeStateUnknown", u"worked out"_s,
            StuckAct::LookNow);
        row("a rule", Scene().failed(errc::githubRuleViolation, pull()), "ruleViolation", u"A rule"_s, StuckAct::Retry);
        row("workflow not started", Scene().waits("runStart", {{"repository", "DEFRA/x"}, {"workflow", "Build"}}),
            "workflowNotStarted", u"The workflow Build in DEFRA/x has not started"_s, StuckAct::OpenPage);
        row("no workflow came", Scene().failed(errc::githubNoWorkflowRun), "workflowNotStarted", u"has not started"_s,
            StuckAct::OpenPage);
        row("waits for a runner", Scene().waits("workflowRun", {{"workflow", "Build"}, {"state", "QUEUED"}}),
            "runnerQueue", u"waits for a runner"_s, StuckAct::Wait);
        row("workflow runs", Scene().waits("workflowRun", {{"workflow", "Build"}}), "workflowRunning", u"is running"_s,
            StuckAct::Wait);
        row("workflow to be approved", Scene().waits("runApproval", {{"workflow", "Deploy"}, {"who", "mia"}}),
            "workflowApproval", u"waits to be approved"_s, StuckAct::CopyNudge);
        row("workflow failed",
            Scene().failed(errc::githubWorkflowFailed, {{"workflow", "Build"}, {"conclusion", "failure"}}),
            "workflowFailed", u"Build ended badly: failure"_s, StuckAct::Retry);
        row("workflow cancelled", Scene().failed(errc::githubWorkflowCancelled), "workflowFailed", u"ended badly"_s,
            StuckAct::Retry);
        row("repository not readable yet", Scene().waits("repository", {{"repository", "DEFRA/new"}}),
            "repositoryNotReadable", u"DEFRA/new cannot be read yet"_s, StuckAct::LookNow);
        row("pull request not shown yet", Scene().waits("visibility", pull()), "repositoryNotReadable",
            u"cannot be read yet"_s, StuckAct::LookNow);
        row("outcome unknown", Scene().effect("raisePullRequest", EffectState::Unknown).waits("merge", pull()),
            "outcomeUnknown", u"not known whether"_s, StuckAct::LookNow);
        row("its turn", Scene().waits("writeSlot", {{"repository", "DEFRA/x"}}), "writeTurn", u"go first"_s,
            StuckAct::Wait);
        row("a service", Scene().waits("artifact", {{"host", "portal.example"}}), "serviceNotReady",
            u"portal.example is asked again and again"_s, StuckAct::Wait);
        row(
            "a service, too late",
            [] {
                Scene scene;
                scene.waits("artifact", {{"host", "portal.example"}}, 25 * 60 * minute);
                scene.step().attempts.last().startedAt = kNow - 25 * 60 * minute;
                return scene;
            }(),
            "serviceNotReady", u"portal.example does not answer"_s, StuckAct::LookNow);
        row("a gate", Scene().waits("person", {{"who", "mia"}}), "person", u"waits for mia"_s, StuckAct::Advance);
        row("another error", Scene().failed(errc::networkTimeout, {{"host", "api.github.com"}}), "failed", {},
            StuckAct::Retry);
        row(
            "a planned retry",
            [] {
                Scene scene;
                scene.failed(errc::networkTimeout);
                scene.step().retryAt = kNow + minute;
                return scene;
            }(),
            "retryPlanned", {}, StuckAct::RetryNow);
        row(
            "parked",
            [] {
                Scene scene;
                scene.waits("merge", pull());
                scene.view.run.parked = Error{.code = errc::networkUnreachable, .args = {{"host", "api.github.com"}}};
                return scene;
            }(),
            "parked", {}, StuckAct::LookNow);
        row(
            "an unnamed wait past its limit",
            [] {
                Scene scene;
                scene.waits("somethingNew", Json::object(), 25 * 60 * minute);
                scene.step().attempts.last().startedAt = kNow - 25 * 60 * minute;
                return scene;
            }(),
            "pastUsual", u"“Wait for the merge” takes longer"_s, StuckAct::LookNow);
        row("a merge without a cause", Scene().waits("merge", pull()), "pastUsual", u"takes longer"_s,
            StuckAct::LookNow);
    }
    void tellsTheCauseByWhatWasObserved()
    {
        QFETCH(Scene, scene);
        QFETCH(QString, cause);
        QFETCH(QString, what);
        QFETCH(int, first);
        const StuckReport report = scene.report();
        QCOMPARE(toText(report.cause), cause);
        QVERIFY2(report.text.what.contains(what), qPrintable(report.text.what));
        for (const QString& line : {report.text.what, report.text.why, report.text.remedy}) {
            QVERIFY2(line.size() > 8, qPrintable(cause + u": "_s + line)); // three lines, each a sentence
            QVERIFY2(!line.contains(u'{') && !line.contains(u'[') && !line.contains(u"  "_s), qPrintable(line));
        }
        QVERIFY(!report.acts.isEmpty());
        QCOMPARE(int(report.acts.first()), first);
        QVERIFY(!report.nudge.contains(u'{'));
        QCOMPARE(report.acts.contains(StuckAct::CopyNudge), !report.nudge.isEmpty());
    }

    void everyCauseHasItsRowHere()
    {
        // A cause that is added gets a row above: this counts them.
        QSet<QString> seen;
        tellsNames(seen);
        for (int i = 0; i <= int(StuckCause::PastUsual); ++i)
            QVERIFY2(!toText(StuckCause(i)).isEmpty(), qPrintable(QString::number(i)));
        QCOMPARE(seen.size(), int(StuckCause::PastUsual) + 1); // and no two have the same name
    }

    void whatGoesWellIsNotStuck_data()
    {
        QTest::addColumn<int>("state");
        for (const auto state : {StepState::Planned, StepState::Succeeded, StepState::Advanced, StepState::Skipped,
                 StepState::Cancelled, StepState::Undone})
            QTest::newRow(qPrintable(slipway::toText(state))) << int(state);
    }
    void whatGoesWellIsNotStuck()
    {
        QFETCH(int, state);
        Scene scene;
        scene.waits("merge", pull());
        scene.step().state = StepState(state);
        QCOMPARE(scene.report().cause, StuckCause::None);
    }

    void saysTheUsualTimeAndTheLimit()
    {
        Scene scene;
        scene.waits("review", pull());
        QVERIFY(!scene.report().overdue);
        QCOMPARE(scene.report().measure, u"It has waited 5 min; its limit is 1 d."_s);
        scene.view.usual.insert(StepId(u"it"_s), {2 * minute, 4 * minute});
        QVERIFY(scene.report().overdue); // past p90
        QCOMPARE(scene.report().measure,
            u"It has waited 5 min; usually it takes 2 min, nine times in ten less than 4 min; its limit is 1 d."_s);
        scene.view.usual.insert(StepId(u"it"_s), {2 * minute, 400 * minute});
        QVERIFY(!scene.report().overdue);
        QVERIFY(scene.report(kNow + 25 * 60 * minute).overdue); // past its limit
    }

    void namesTheButtonsAsTheyAreCalled()
    {
        const QString remedy = Scene().waits("autoMerge", pull()).report().text.remedy;
        QVERIFY2(remedy.contains(u"Slipway merges it itself"_s) && remedy.contains(u"“Merge it now”"_s)
                && !remedy.contains(u"Retry"_s),
            qPrintable(remedy));
    }

    void namesWhomToAsk()
    {
        const StuckReport report =
            Scene().waits("review", pull({{"review", "REVIEW_REQUIRED"}, {"owners", "@DEFRA/leads"}})).report();
        QVERIFY2(report.text.why.contains(u"by a code owner, @DEFRA/leads"_s), qPrintable(report.text.why));
        QCOMPARE(report.nudge,
            u"Could you please review #225 in DEFRA/tf-svc-infra? A new service waits for it. "
            "https://github.com/DEFRA/tf-svc-infra/pull/225"_s);
    }

    void skipsOnlyWhatIsOptional()
    {
        Scene scene;
        scene.waits("person");
        QVERIFY(!scene.report().acts.contains(StuckAct::Skip));
        auto workflow = std::make_shared<Workflow>(*scene.view.run.workflow);
        workflow->steps.first().optional = true;
        scene.view.run.workflow = workflow;
        QVERIFY(scene.report().acts.contains(StuckAct::Skip));
    }

private:
    static void tellsNames(QSet<QString>& names)
    {
        for (int i = 0; i <= int(StuckCause::PastUsual); ++i)
            names += toText(StuckCause(i));
    }
};

QTEST_GUILESS_MAIN(StuckCauseTests)
#include "stuck_cause_tests.moc"
