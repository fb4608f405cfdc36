// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "console/command_runner.h"
#include "console/field_hint.h"
#include "console/state_badge.h"
#include "console/step_choices.h"
#include "console/timeline_view.h"
#include "console/translation.h"
#include "console/why_tab.h"
#include "console/wording.h"
#include "window_stage.h"
#include "workflow/left_open.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;
using Agreement = desk::EvidenceLine::Agreement;
using Verdict = desk::Evidence::Verdict;

namespace {

QString evidenceUrl() { return u"https://github.com/DEFRA/tf-svc-infra/actions/runs/6262496892"_s; }

desk::Evidence stillFailed()
{
    desk::Evidence evidence;
    evidence.service = u"GitHub"_s;
    evidence.verdict = Verdict::WouldWrite;
    evidence.onRetry = u"run the workflow's failed jobs again in DEFRA/tf-svc-infra"_s;
    evidence.lines = {{u"Commit"_s, u"7081cc038e"_s},
        {u"Workflow Terraform"_s, u"finished: failure"_s, u"finished: failure"_s, Agreement::Same, evidenceUrl()}};
    return evidence;
}

desk::Evidence done()
{
    auto evidence = stillFailed();
    evidence.verdict = Verdict::Done;
    evidence.onRetry = u"find the work done and go on, sending nothing"_s;
    evidence.headline = u"GitHub shows this step's work as done. The journal does not know it yet."_s;
    evidence.lines[1].service = u"finished: success"_s;
    evidence.lines[1].agreement = Agreement::Differs;
    evidence.outputs = {{"conclusion", "success"}};
    return evidence;
}

QString choiceName(StepChoice choice) { return u"choice-%1"_s.arg(int(choice)); }

} // namespace

class StepDialogTests : public QObject {
    Q_OBJECT

    static QRadioButton* radio(WindowStage& s, QDialog* dialog, StepChoice choice)
    {
        return s.in<QRadioButton>(dialog, choiceName(choice));
    }
    static void clickOn(QAbstractButton* button)
    {
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
    }
    static QStringList effects(WindowStage& s, QDialog* dialog)
    {
        auto* list = s.in<QListWidget>(dialog, u"effects"_s);
        QStringList lines;
        for (int row = 0; row < list->count(); ++row)
            lines += list->item(row)->text();
        return lines;
    }

    static QStringList whySays(WindowStage& s)
    {
        auto* why = s.window->findChild<WhyTab*>();
        QStringList said;
        for (const QLabel* label : why->findChildren<QLabel*>())
            if (label->isVisibleTo(why))
                said += label->text();
        said += why->findChild<StateBadge*>()->accessibleName();
        return said;
    }
    static QStringList whyActs(WindowStage& s)
    {
        auto* why = s.window->findChild<WhyTab*>();
        QStringList acts;
        for (const auto* button : why->findChildren<QToolButton*>())
            if (button->isVisibleTo(why) && button->objectName() != u"madeLine")
                acts += button->text();
        return acts;
    }

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void openingReadsEvidenceAndWritesNothing()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        s.desk.evidenceFound = stillFailed();
        QDialog* dialog = s.trigger(u"Retry"_s);
        QVERIFY(dialog);
        QCOMPARE(s.desk.evidenceAsked, QList<StepId>{StepId(u"infra-workflow"_s)});
        QVERIFY(s.desk.submitted.isEmpty());
        QVERIFY(radio(s, dialog, StepChoice::Retry)->isChecked());
        QVERIFY(!radio(s, dialog, StepChoice::AcceptAnswer)->isVisible());
        auto* table = s.in<QTreeWidget>(dialog, u"evidence"_s);
        QCOMPARE(table->topLevelItemCount(), 2);
        QCOMPARE(table->topLevelItem(1)->text(1), u"finished: failure"_s);
        QCOMPARE(table->topLevelItem(1)->text(3), u"same"_s);
        s.pause(3s);
        QVERIFY(s.in<QLabel>(dialog, u"evidenceAge"_s)->text().contains(u"3 s"_s));
        QTest::mouseClick(s.in<QToolButton>(dialog, u"readAgain"_s), Qt::LeftButton);
        QCOMPARE(s.desk.evidenceAsked.size(), 2);
        QCOMPARE(s.in<QPushButton>(dialog, u"confirmButton"_s)->text(), u"Retry this step"_s);
        QVERIFY(effects(s, dialog).join(u'\n').contains(u"run the workflow's failed jobs again"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(s.desk.submitted.isEmpty());
    }

    //! A cancel names what GitHub still merges by itself: that is not to be scrolled for.
    void whatAnActWillDoIsReadWhole()
    {
        WindowStage s;
        s.open();
        s.show(u"waiting"_s);
        QDialog* dialog = s.trigger(u"Cancel…"_s);
        auto* list = s.in<QListWidget>(dialog, u"effects"_s);
        for (const int width : {dialog->width(), 700}) {
            dialog->resize(width, dialog->height());
            s.settle();
            int height = 0;
            for (int row = 0; row < list->count(); ++row)
                height += list->visualItemRect(list->item(row)).height();
            QVERIFY(list->count() >= 3);
            QVERIFY2(list->viewport()->height() >= height,
                qPrintable(u"%1 of %2"_s.arg(list->viewport()->height()).arg(height)));
        }
    }

    void enterConfirmsARetryAndTwoPressesAreOneAct()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(u"Retry"_s);
        s.desk.holdAnswers = true;
        QTest::keyClick(dialog, Qt::Key_Return);
        auto* confirm = s.in<QPushButton>(dialog, u"confirmButton"_s);
        QCOMPARE(confirm->text(), u"Requested…"_s);
        QVERIFY(!confirm->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Return);
        QTest::mouseClick(confirm, Qt::LeftButton);
        QCOMPARE(s.desk.submitted.size(), 1);
        QVERIFY(!s.desk.commandIds.first().isEmpty());
        QCOMPARE(std::get<RetryStep>(s.desk.submitted.first()).step, StepId(u"infra-workflow"_s));
        s.desk.holdAnswers = false;
        s.desk.release();
        s.settle();
        QVERIFY(!s.dialog());
    }

    void enterIsMeantForWhatHasTheKeyboard()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        s.desk.evidenceFound = stillFailed();
        QDialog* dialog = s.trigger(u"Retry"_s);
        const auto press = [&](QWidget* at) {
            at->setFocus();
            QCOMPARE(dialog->focusWidget(), at);
            QTest::keyClick(at, Qt::Key_Return);
            s.settle();
        };
        press(s.in<QToolButton>(dialog, u"readAgain"_s));
        QCOMPARE(s.desk.evidenceAsked.size(), 2);
        auto* evidence = s.in<QTreeWidget>(dialog, u"evidence"_s);
        evidence->setCurrentItem(evidence->topLevelItem(1));
        press(evidence);
        QCOMPARE(s.opened, QList<QUrl>{evidenceUrl()});
        QGuiApplication::clipboard()->clear();
        press(s.in<QPushButton>(dialog, u"copyReport"_s));
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"Step “Wait for the workflow” in tf-svc-infra"_s));
        QVERIFY(s.desk.submitted.isEmpty());
        press(s.in<QPushButton>(dialog, u"closeButton"_s));
        QVERIFY(!s.dialog());
        QVERIFY(s.desk.submitted.isEmpty());
        // A choice is no button in that sense, nor is the one that confirms.
        dialog = s.trigger(u"Retry"_s);
        press(radio(s, dialog, StepChoice::Retry));
        QCOMPARE(s.desk.submitted.size(), 1);
    }

    void whatGitHubShowsAsDoneIsTheHeadlineAndThePreset()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        s.desk.evidenceFound = done();
        QDialog* dialog = s.trigger(u"Retry"_s);
        auto* accept = radio(s, dialog, StepChoice::AcceptAnswer);
        QVERIFY(accept->isVisible() && accept->isChecked());
        QVERIFY2(accept->text().contains(u"GitHub"_s), qPrintable(accept->text()));
        auto* contradiction = s.in<QWidget>(dialog, u"contradiction"_s);
        QVERIFY(contradiction->isVisible());
        QVERIFY(contradiction->findChild<QLabel*>()->text().contains(u"done"_s));
        QCOMPARE(s.in<QTreeWidget>(dialog, u"evidence"_s)->topLevelItem(1)->text(3), u"DIFFERS"_s);
        auto* confirm = s.in<QPushButton>(dialog, u"confirmButton"_s);
        QVERIFY(confirm->isEnabled()); // the evidence is the reason
        QTest::mouseClick(confirm, Qt::LeftButton);
        s.settle();
        const auto advance = std::get<AdvanceStep>(s.desk.submitted.first());
        QVERIFY(advance.verified); // read once more by the engine
        QVERIFY(s.desk.expected.first());
    }

    void aChoiceOfAPersonIsKeptWhenTheEvidenceComes()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        s.desk.evidenceFound = done();
        s.desk.holdAnswers = true;
        QDialog* dialog = s.trigger(u"Retry"_s);
        QVERIFY(!radio(s, dialog, StepChoice::AcceptAnswer)->isVisible());
        clickOn(radio(s, dialog, StepChoice::RetryFrom));
        s.desk.holdAnswers = false;
        s.desk.release();
        s.settle();
        QVERIFY(radio(s, dialog, StepChoice::RetryFrom)->isChecked());
        QVERIFY(radio(s, dialog, StepChoice::AcceptAnswer)->isVisible());
    }

    void unprovenAdvanceIsRedNeedsReasonAndTheStepsName()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        s.desk.evidenceFound = stillFailed();
        QDialog* dialog = s.trigger(u"Advance…"_s);
        QVERIFY(radio(s, dialog, StepChoice::AdvanceProven)->isChecked());
        QVERIFY(!s.in<QLineEdit>(dialog, u"confirmWord"_s)->isVisible());
        QVERIFY(s.in<QLineEdit>(dialog, u"claim-id"_s)->isVisible());
        clickOn(radio(s, dialog, StepChoice::AdvanceUnproven));
        auto* word = s.in<QLineEdit>(dialog, u"confirmWord"_s);
        auto* confirm = s.in<QPushButton>(dialog, u"confirmButton"_s);
        QVERIFY(word->isVisible());
        // What later steps need is taken along; nothing proves it here.
        QVERIFY(!s.in<QLineEdit>(dialog, u"claim-id"_s)->placeholderText().contains(u"prove"_s));
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"reason"_s), u"looked at it myself"_s);
        QVERIFY(!confirm->isEnabled());
        // The title is asked for that the dialog shows, not an id that nobody sees.
        QTest::keyClicks(word, u"Wait for the work"_s);
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(word, u"flow"_s);
        QVERIFY(confirm->isEnabled());
        // The hint names what speaks against it.
        QVERIFY(s.in<QWidget>(dialog, u"hint"_s)->findChild<QLabel*>()->text().contains(u"does not show"_s));
        QTest::keyClick(word, Qt::Key_Return);
        QTest::keyClick(dialog, Qt::Key_Enter);
        QVERIFY(s.desk.submitted.isEmpty());
        QTest::mouseClick(confirm, Qt::LeftButton);
        s.settle();
        const auto advance = std::get<AdvanceStep>(s.desk.submitted.first());
        QVERIFY(!advance.verified);
        QCOMPARE(advance.reason, u"looked at it myself"_s);
        QVERIFY(s.desk.expected.first());
    }

    //! There the title is shown between marks that nobody types.
    void theStepsNameIsTypedFromTheRight()
    {
        WindowStage s;
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        s.open();
        s.show(u"failed"_s);
        s.desk.evidenceFound = stillFailed();
        QDialog* dialog = s.trigger(u"Advance…"_s);
        radio(s, dialog, StepChoice::AdvanceUnproven)->click();
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"reason"_s), u"looked at it myself"_s);
        auto* confirm = s.in<QPushButton>(dialog, u"confirmButton"_s);
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"confirmWord"_s), u"Wait for the workflow"_s);
        QVERIFY(confirm->isEnabled());
    }

    //! What speaks against a choice is pressed only by who types the step's name.
    void aContradictedChoiceAsksForTheStepsName_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("choice");
        QTest::newRow("cancel") << u"Cancel…"_s << int(StepChoice::Cancel);
        QTest::newRow("terminate") << u"Cancel…"_s << int(StepChoice::Terminate);
    }
    void aContradictedChoiceAsksForTheStepsName()
    {
        QFETCH(QString, action);
        QFETCH(int, choice);
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        s.desk.evidenceFound = stillFailed(); // speaks for it rather
        QDialog* dialog = s.trigger(action);
        clickOn(radio(s, dialog, StepChoice(choice)));
        QVERIFY(!s.in<QLineEdit>(dialog, u"confirmWord"_s)->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        s.settle();
        s.desk.evidenceFound = done();
        dialog = s.trigger(action);
        clickOn(radio(s, dialog, StepChoice(choice)));
        auto* word = s.in<QLineEdit>(dialog, u"confirmWord"_s);
        auto* confirm = s.in<QPushButton>(dialog, u"confirmButton"_s);
        QVERIFY(word->isVisible());
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"reason"_s), u"not wanted any more"_s);
        QVERIFY(!confirm->isEnabled());
        QVERIFY(s.in<QWidget>(dialog, u"hint"_s)->findChild<QLabel*>()->text().contains(u"shows this step's work"_s));
        QTest::keyClicks(word, u"wait for  the workflow"_s); // as people type
        QVERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        s.settle();
        QVERIFY(std::holds_alternative<CancelRun>(s.desk.submitted.first()));
    }

    //! Without GitHub nothing is put off silently: it is said, and agreed to.
    void whatIsSentLaterIsAgreedTo_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("offline") << QString(noNetwork().code) << u"once GitHub answers again"_s;
        QTest::newRow("limit") << QString(errc::githubRateLimited) << u"takes no calls before"_s;
        QTest::newRow("token") << QString(errc::githubBadCredentials) << u"once GitHub answers again"_s;
    }
    void whatIsSentLaterIsAgreedTo()
    {
        QFETCH(QString, code);
        QFETCH(QString, says);
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        auto status = s.desk.status();
        status.trouble = Error{.code = code};
        status.troubleUntil = s.clock.now() + 10min;
        s.desk.setStatus(status);
        QDialog* dialog = s.trigger(u"Retry"_s);
        auto* agree = s.in<QCheckBox>(dialog, u"sendLater"_s);
        auto* confirm = s.in<QPushButton>(dialog, u"confirmButton"_s);
        QVERIFY(agree->isVisible() && !agree->isChecked());
        QVERIFY(!confirm->isEnabled());
        const auto hint = [&] { return s.in<QWidget>(dialog, u"hint"_s)->findChild<QLabel*>()->text(); };
        QVERIFY2(hint().contains(says), qPrintable(hint()));
        QVERIFY2(effects(s, dialog).first().contains(u"wait until GitHub answers"_s),
            qPrintable(effects(s, dialog).first()));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(s.desk.submitted.isEmpty());
        agree->click();
        QVERIFY(confirm->isEnabled());
        QVERIFY2(hint().contains(says), qPrintable(hint()));
        // What only Slipway does needs no GitHub.
        clickOn(radio(s, dialog, StepChoice::Cancel));
        QVERIFY(!agree->isVisible());
        clickOn(radio(s, dialog, StepChoice::Retry));
        QVERIFY(!confirm->isEnabled()); // agreed to for one act
        agree->click();
        // The trouble is over while the dialog is open: nothing is left to agree to.
        status.trouble.reset();
        s.desk.setStatus(status);
        s.settle();
        QVERIFY(!agree->isVisible() && confirm->isEnabled());
        QVERIFY(!effects(s, dialog).first().contains(u"wait until"_s));
        QTest::mouseClick(confirm, Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 1);
    }

    void aPlannedRetryIsNotPutOffSilently()
    {
        WindowStage s;
        s.open();
        s.show(u"retrying"_s);
        auto status = s.desk.status();
        status.trouble = noNetwork();
        s.desk.setStatus(status);
        QDialog* dialog = s.trigger(u"Retry now"_s);
        QVERIFY(dialog && s.desk.submitted.isEmpty());
        QVERIFY(radio(s, dialog, StepChoice::RunNow)->isChecked());
        QVERIFY(s.in<QCheckBox>(dialog, u"sendLater"_s)->isVisible());
    }

    //! A retry says what it comes to, before any evidence is read.
    void aRetryIsCalledByWhatItDoes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("effect");
        QTest::newRow("clean already") << QString(errc::githubAutoMergeClean) << u"Merge it now"_s
                                       << u"merge the pull request directly"_s;
        QTest::newRow("closed") << QString(errc::githubPullRequestClosed) << u"Open it again"_s
                                << u"open the pull request again"_s;
        QTest::newRow("out of the queue")
            << QString(errc::githubQueueRemoved) << u"Queue it again"_s << u"into the merge queue"_s;
        QTest::newRow("workflow") << QString(errc::githubWorkflowFailed) << u"Retry this step"_s
                                  << u"failed jobs, again"_s;
    }
    void aRetryIsCalledByWhatItDoes()
    {
        QFETCH(QString, code);
        QFETCH(QString, verb);
        QFETCH(QString, effect);
        WindowStage s;
        const auto view = s.desk.run(s.runs[u"failed"_s]).result();
        QVERIFY(view);
        Run run = view->run;
        const StepId id(u"infra-workflow"_s);
        run.step(id)->error = Error{.code = code};
        QCOMPARE(verbOf(StepChoice::Retry, run, id), verb);
        QCOMPARE(labelOf(StepChoice::Retry, run, id).contains(verb) || verb == u"Retry this step"_s, true);
        const QString told = effectsOf(StepChoice::Retry, run, id, {}, nullptr, run.startedAt).join(u'\n');
        QVERIFY2(told.contains(effect), qPrintable(told));
        // What was read a moment ago is nearer than what was seen last.
        desk::Evidence waits;
        waits.step = id;
        waits.verdict = Verdict::Waits;
        waits.onRetry = u"wait for the checks"_s;
        QCOMPARE(verbOf(StepChoice::Retry, run, id, &waits), u"Retry this step"_s);
        QVERIFY(!effectsOf(StepChoice::Retry, run, id, {}, &waits, run.startedAt).join(u'\n').contains(effect));
    }

    void aStuckAutoMergeIsMergedByName()
    {
        WindowStage s;
        s.open();
        s.show(u"stuck"_s);
        QDialog* dialog = s.trigger(u"Retry"_s);
        QVERIFY(dialog);
        QCOMPARE(s.in<QPushButton>(dialog, u"confirmButton"_s)->text(), u"Merge it now"_s);
        QVERIFY(radio(s, dialog, StepChoice::Retry)->text().startsWith(u"Merge it now"_s));
        QTest::keyClick(dialog, Qt::Key_Return);
        s.settle();
        QVERIFY(std::holds_alternative<RetryStep>(s.desk.submitted.first()));
    }

    //! A button must not become another act under the pointer.
    void whatIsNotToBeHadAnyMoreLeavesNothingChosen_data()
    {
        QTest::addColumn<bool>("byPerson");
        QTest::newRow("preset") << false;
        QTest::newRow("chosen by a person") << true;
    }
    void whatIsNotToBeHadAnyMoreLeavesNothingChosen()
    {
        QFETCH(bool, byPerson);
        WindowStage s;
        s.open();
        s.show(u"stuck"_s);
        QDialog* dialog = s.trigger(u"Retry"_s);
        if (byPerson) {
            clickOn(radio(s, dialog, StepChoice::Look));
            clickOn(radio(s, dialog, StepChoice::Retry));
        }
        auto* confirm = s.in<QPushButton>(dialog, u"confirmButton"_s);
        QCOMPARE(confirm->text(), u"Merge it now"_s);
        QVERIFY(confirm->isEnabled());
        s.desk.story(s.runs[u"stuck"_s]).succeed("infra-merged", 0s, {{"mergedSha", std::string(40, 'a')}});
        s.desk.announce({s.runs[u"stuck"_s]});
        s.pause(1s);
        QVERIFY(!confirm->isEnabled());
        QCOMPARE(confirm->text(), u"Choose what to do"_s);
        for (const StepChoice choice : allStepChoices)
            QVERIFY2(!radio(s, dialog, choice)->isChecked(), qPrintable(radio(s, dialog, choice)->text()));
        QVERIFY(effects(s, dialog).isEmpty());
        const auto hint = [&] { return s.in<FieldHint>(dialog, u"hint"_s)->text(); };
        QVERIFY2(hint().startsWith(u"This step has gone on meanwhile: Done"_s), qPrintable(hint()));
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(s.desk.submitted.isEmpty());
        clickOn(radio(s, dialog, StepChoice::Pause));
        QCOMPARE(confirm->text(), u"Pause the run"_s);
        QVERIFY(confirm->isEnabled());
        // Somebody else was quicker: the same choice is the opposite act now.
        s.desk.story(s.runs[u"stuck"_s]).event(EventType::RunPaused, 0s, "", {{"reason", "change freeze"}}, "jon");
        s.desk.announce({s.runs[u"stuck"_s]});
        s.pause(1s);
        QVERIFY(!confirm->isEnabled());
        QCOMPARE(confirm->text(), u"Choose what to do"_s);
        QVERIFY2(hint().startsWith(u"The run has gone on meanwhile: Paused"_s), qPrintable(hint()));
        clickOn(radio(s, dialog, StepChoice::Pause));
        QCOMPARE(confirm->text(), u"Resume the run"_s);
        QTest::mouseClick(confirm, Qt::LeftButton);
        s.settle();
        QVERIFY(std::holds_alternative<ResumeRun>(s.desk.submitted.first()));
    }

    //! An answer that was on its way when the step went on says nothing of what is true now.
    void evidenceFromBeforeTheStepWentOnIsReadAnew()
    {
        WindowStage s;
        s.desk.evidenceFound = desk::Evidence{.service = u"GitHub"_s, .lines = {{.what = u"Pull request"_s}}};
        s.open();
        s.show(u"stuck"_s);
        s.desk.holdAnswers = true;
        QDialog* dialog = s.trigger(u"Retry"_s);
        QCOMPARE(s.desk.evidenceAsked.size(), 1);
        s.desk.story(s.runs[u"stuck"_s]).succeed("infra-merged", 0s, {{"mergedSha", std::string(40, 'a')}});
        s.desk.announce({s.runs[u"stuck"_s]});
        s.pause(1s);
        s.desk.release();
        s.settle();
        const auto* lines = s.in<QTreeWidget>(dialog, u"evidence"_s);
        QCOMPARE(s.desk.evidenceAsked.size(), 2);
        QCOMPARE(lines->topLevelItemCount(), 0);
        s.desk.release();
        s.settle();
        QCOMPARE(s.desk.evidenceAsked.size(), 2);
        QCOMPARE(lines->topLevelItemCount(), 1);
    }

    //! By itself it does not go on, whatever its step waited for.
    void aPausedRunSaysSoBeforeItsStepAndOffersToResume()
    {
        WindowStage s;
        s.open();
        s.show(u"stuck"_s);
        const RunId run = s.runs[u"stuck"_s];
        s.desk.story(run).event(EventType::RunPaused, 0s, "", {{"reason", "change freeze"}}, "jon");
        s.desk.announce({run});
        s.settle();
        const QStringList paused = whySays(s).filter(u"jon paused the run: change freeze ("_s);
        QCOMPARE(paused.size(), 1);
        QVERIFY2(paused.first().contains(u"Nothing is begun until it is resumed."_s), qPrintable(paused.first()));
        QVERIFY2(whySays(s).filter(u"goes on by itself"_s).isEmpty(), qPrintable(whySays(s).join(u'\n')));
        QVERIFY2(whySays(s).filter(u"Stuck"_s).isEmpty(), qPrintable(whySays(s).join(u'\n')));
        QCOMPARE(whyActs(s).value(0), u"Resume the run"_s);
        QDialog* dialog = s.trigger(u"Cancel…"_s);
        QVERIFY(!dialog->findChild<StateBadge*>()->accessibleName().contains(u"Stuck"_s));
    }

    //! What is named can be pressed where it is named.
    void whatGitHubStillMergesIsLeftToItAtItsStep()
    {
        WindowStage s;
        s.open();
        s.show(u"running"_s);
        const RunId run = s.runs[u"running"_s];
        s.desk.story(run).event(EventType::CancelRequested, 0s, "", {{"reason", "wrong name"}}, "mia");
        s.desk.story(run).event(EventType::RunCancelled, 0s, "", {{"reason", "wrong name"}}, "mia");
        s.desk.announce({run});
        s.settle();
        const auto left = openMerges(s.desk.run(run).result()->run);
        QVERIFY(!left.isEmpty());
        auto* why = s.window->findChild<WhyTab*>();
        Q_EMIT why->runWanted();
        s.settle();
        const QStringList whole = whySays(s).filter(u"“Leave it to GitHub” lets it merge, at “Raise"_s);
        QVERIFY2(whole.size() == 1, qPrintable(whySays(s).join(u'\n')));
        s.window->findChild<TimelineView*>()->selectStep(left[0].step);
        s.settle();
        QVERIFY2(
            whySays(s).filter(u"“Leave it to GitHub” lets it merge"_s).size() == 1, qPrintable(whySays(s).join(u'\n')));
        QCOMPARE(whyActs(s).value(0), u"Leave it to GitHub"_s);
        for (auto* button : why->findChildren<QToolButton*>())
            if (button->isVisibleTo(why) && button->text() == u"Leave it to GitHub")
                button->click();
        QDialog* dialog = s.dialog();
        QVERIFY(dialog);
        QVERIFY(radio(s, dialog, StepChoice::Skip)->isChecked());
    }

    void provenAdvanceHandsOverTheClaim()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(u"Advance…"_s);
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"claim-id"_s), u"6262496999"_s);
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"reason"_s), u"ran it by hand"_s);
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"reasonLink"_s), u"http://example.com/1"_s);
        auto* confirm = s.in<QPushButton>(dialog, u"confirmButton"_s);
        QVERIFY(!confirm->isEnabled()); // not a link that may be opened
        s.in<QLineEdit>(dialog, u"reasonLink"_s)->setText(u"https://tickets.example/INC-2291"_s);
        QVERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        s.settle();
        const auto advance = std::get<AdvanceStep>(s.desk.submitted.first());
        QVERIFY(advance.verified);
        QVERIFY(advance.outputs == Json({{"id", 6262496999}}));
        QCOMPARE(advance.reason, u"ran it by hand (https://tickets.example/INC-2291)"_s);
    }

    void recentReasonsAreOffered()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(u"Cancel…"_s);
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"reason"_s), u"the wrong team was given"_s);
        QTest::mouseClick(s.in<QPushButton>(dialog, u"confirmButton"_s), Qt::LeftButton);
        s.settle();
        QVERIFY(std::holds_alternative<CancelRun>(s.desk.submitted.first()));
        s.show(u"waiting"_s);
        dialog = s.trigger(u"Cancel…"_s);
        auto* recent = s.in<QComboBox>(dialog, u"recentReasons"_s);
        QCOMPARE(recent->itemText(0), u"the wrong team was given"_s);
        QVERIFY(recent->currentText().isEmpty());
    }

    void aRunThatMovedIsRefusedExplainedAndShownAnew()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(u"Advance…"_s);
        clickOn(radio(s, dialog, StepChoice::AdvanceUnproven));
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"reason"_s), u"looked at it myself"_s);
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"confirmWord"_s), u"Wait for the workflow"_s);
        // Another window was quicker; this one has not heard of it yet.
        const RunId id = s.runs[u"failed"_s];
        s.desk.story(id).event(EventType::NoteAdded, 0s, "", {{"text", "I am looking into it"}}, "jon");
        QTest::mouseClick(s.in<QPushButton>(dialog, u"confirmButton"_s), Qt::LeftButton);
        s.settle();
        QVERIFY(s.dialog() == dialog);
        QVERIFY(s.in<QWidget>(dialog, u"refusal"_s)->isVisible());
        const QString told = s.in<QWidget>(dialog, u"contradiction"_s)->findChild<QLabel*>()->text();
        QVERIFY2(told.contains(u"I am looking into it"_s), qPrintable(told));
        // Seen now, the same press is good, as a new act.
        QTest::mouseClick(s.in<QPushButton>(dialog, u"confirmButton"_s), Qt::LeftButton);
        s.settle();
        QVERIFY(!s.dialog());
        QCOMPARE(s.desk.submitted.size(), 2);
        QVERIFY(s.desk.commandIds[0] != s.desk.commandIds[1]);
    }

    void whyAStepCannotBeSkippedIsSaid()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(u"Retry"_s);
        auto* skip = radio(s, dialog, StepChoice::Skip);
        QVERIFY(skip->isVisible());
        QVERIFY(!skip->isEnabled());
        QVERIFY(skip->accessibleName().contains(u"not possible"_s));
        QVERIFY(!skip->toolTip().isEmpty());
        bool said = false;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            said = said || (label->isVisible() && label->text() == skip->toolTip());
        QVERIFY(said);
    }

    void retryFromTakesTheChosenStep()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(u"Retry from here"_s);
        auto* from = s.in<QComboBox>(dialog, u"retryFrom"_s);
        QCOMPARE(from->currentData().toString(), u"infra-workflow"_s); // the narrowest scope first
        const QStringList before = effects(s, dialog);
        const int earlier = from->findData(u"infra-merged"_s);
        QVERIFY(earlier >= 0);
        QCOMPARE(from->findData(u"nginx-raise"_s), -1); // it has nothing to do with the step
        from->setFocus();
        while (from->currentIndex() != earlier)
            QTest::keyClick(from, from->currentIndex() < earlier ? Qt::Key_Down : Qt::Key_Up);
        Q_EMIT from->activated(earlier);
        QVERIFY(effects(s, dialog) != before);
        QTest::mouseClick(s.in<QPushButton>(dialog, u"confirmButton"_s), Qt::LeftButton);
        s.settle();
        QCOMPARE(std::get<RetryFrom>(s.desk.submitted.first()).step, StepId(u"infra-merged"_s));
    }

    void evidenceThatCannotBeReadStopsNobody()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        s.desk.evidenceError = noNetwork();
        QDialog* dialog = s.trigger(u"Retry"_s);
        QCOMPARE(s.in<QLabel>(dialog, u"evidenceAge"_s)->text(), u"could not be read"_s);
        QVERIFY(!s.in<QTreeWidget>(dialog, u"evidence"_s)->isVisible()); // no table, and no headings of one
        QVERIFY(s.in<QPushButton>(dialog, u"confirmButton"_s)->isEnabled());
    }

    //! Of the last attempt that failed, with what a person hands on to GitHub's support.
    void theRawAnswerIsFoldedAndCanBeCopied()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(u"Retry"_s);
        const auto visible = [dialog](const QString& name) -> QWidget* {
            for (QWidget* each : dialog->findChildren<QWidget*>(name))
                if (each->isVisibleTo(dialog))
                    return each;
            return nullptr;
        };
        auto* fold = qobject_cast<QToolButton*>(visible(u"rawAnswer"_s));
        QVERIFY(fold);
        QCOMPARE(fold->text(), u"Raw answer, request id 8A1F:33"_s);
        QVERIFY(!fold->isChecked() && !visible(u"rawAnswerText"_s) && !visible(u"copyRawAnswer"_s));
        QTest::mouseClick(fold, Qt::LeftButton);
        auto* text = qobject_cast<QPlainTextEdit*>(visible(u"rawAnswerText"_s));
        QVERIFY(text && text->isReadOnly());
        const QString answer = text->toPlainText();
        const QString at = fullTimeText(s.clock.now() - 31min, true).left(10);
        for (const QString& line : {u"text: Error: creating ECR repository: limit exceeded"_s, u"status: 200"_s,
                 u"requestId: 8A1F:33"_s, u"attempt: 1"_s, u"time: "_s + at})
            QVERIFY2(answer.contains(line), qPrintable(answer));
        QTest::mouseClick(qobject_cast<QPushButton*>(visible(u"copyRawAnswer"_s)), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), answer);
        QVERIFY(dialog->isVisible() && s.desk.submitted.isEmpty());
    }

    //! A step that goes on has no error; what was answered before is what a person asks about.
    void theRawAnswerOfAnAttemptBeforeStaysAtHand()
    {
        WindowStage s;
        s.open();
        auto failure = workflowFailed();
        failure.details["text"] = "<b>no</b> ghp_0123456789abcdefghijklmnopqrstuvwxyz12";
        s.desk.story(s.runs[u"waiting"_s])
            .fail("infra-merged", 20min, failure, 1min)
            .start("infra-merged", 10min)
            .wait("infra-merged", 10min, "review",
                {{"number", 225}, {"repository", "DEFRA/tf-svc-infra"}, {"who", "DEFRA/platform-leads"}});
        s.desk.announce({s.runs[u"waiting"_s]});
        s.show(u"waiting"_s);
        QDialog* dialog = s.trigger(u"Advance…"_s);
        QVERIFY(dialog);
        QToolButton* fold = nullptr;
        for (auto* each : dialog->findChildren<QToolButton*>(u"rawAnswer"_s))
            if (each->isVisibleTo(dialog))
                fold = each;
        QVERIFY(fold);
        fold->click();
        const auto* text = fold->parentWidget()->findChild<QPlainTextEdit*>();
        QVERIFY(text->isVisibleTo(dialog));
        const QString answer = text->toPlainText();
        QVERIFY2(answer.contains(u"attempt: 1"_s) && answer.contains(u"<b>no</b>"_s), qPrintable(answer));
        QVERIFY2(!answer.contains(u"ghp_"_s) && answer.contains(u"(redacted)"_s), qPrintable(answer));
    }

    void theColumnsOfTheEvidenceHaveHeadings()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        s.desk.evidenceFound = done();
        QDialog* dialog = s.trigger(u"Retry"_s);
        QAccessibleInterface* table = QAccessible::queryAccessibleInterface(s.in<QTreeWidget>(dialog, u"evidence"_s));
        QVERIFY(table && table->tableInterface());
        QStringList headings;
        for (int column = 0; column < table->tableInterface()->columnCount(); ++column)
            headings += table->tableInterface()->columnDescription(column);
        QCOMPARE(headings, QStringList({u"What"_s, u"GitHub"_s, u"Journal"_s, u"Compared"_s}));
    }

    void aReportCanBeCopied()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        s.desk.evidenceFound = done();
        QDialog* dialog = s.trigger(u"Retry"_s);
        QTest::mouseClick(s.in<QPushButton>(dialog, u"copyReport"_s), Qt::LeftButton);
        const QString report = QGuiApplication::clipboard()->text();
        QVERIFY2(
            report.contains(u"“Wait for the workflow”"_s) && report.contains(u"**differs**"_s), qPrintable(report));
        QVERIFY(report.contains(u"limit exceeded"_s)); // GitHub's exact text
    }

    void thePageOfAnErrorIsAButtonAndNoAddressInItsWords()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(u"Retry"_s);
        auto* open = s.in<QToolButton>(dialog, u"openErrorPage"_s);
        QVERIFY(open->isVisible());
        for (const auto* label : dialog->findChildren<QLabel*>())
            QVERIFY2(!label->text().contains(u"https://"_s), qPrintable(label->text()));
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(s.opened.size(), 1);
        QVERIFY2(s.opened.first().path().contains(u"/actions/runs/"_s), qPrintable(s.opened.first().toString()));
    }

    void aDialogStaysAboutItsRunWhenTheWindowLeavesIt_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("undo") << u"Undo…"_s;
        QTest::newRow("retry") << u"Retry"_s;
    }
    void aDialogStaysAboutItsRunWhenTheWindowLeavesIt()
    {
        QFETCH(QString, action);
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(action);
        QVERIFY(dialog);
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"reason"_s), u"the name was wrong"_s);
        auto* confirm = s.in<QPushButton>(dialog, u"confirmButton"_s);
        auto* hint = s.in<FieldHint>(dialog, u"hint"_s);
        QVERIFY(confirm->isEnabled());
        s.window->selectRun(s.runs[u"waiting"_s]); // as a notification or a link does
        QVERIFY(!confirm->isEnabled()); // at once, not when the other run has been read
        s.settle();
        QVERIFY(!confirm->isEnabled());
        QVERIFY2(hint->text().contains(u"another run"_s), qPrintable(hint->text()));
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTest::keyClick(dialog, Qt::Key_Return);
        s.settle();
        QVERIFY(s.desk.submitted.isEmpty());
        s.show(u"failed"_s);
        QVERIFY(confirm->isEnabled());
        QVERIFY2(!hint->text().contains(u"another run"_s), qPrintable(hint->text()));
        QTest::mouseClick(confirm, Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.submittedTo, QList<RunId>{s.runs[u"failed"_s]});
        QVERIFY(!s.dialog());
    }

    void aCommandGoesToItsRunWhateverIsSelected()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        Selection selection(desk, clock);
        CommandRunner commands(desk, selection);
        selection.selectRun(runs[u"waiting"_s]);
        commands.submit(
            runs[u"failed"_s], UndoRun{u"the name was wrong"_s}, newCommandId(), {}, &selection, [](auto) {});
        QCOMPARE(desk.submittedTo, QList<RunId>{runs[u"failed"_s]});
    }

    void whoAsksForTheSameActGetsItsAnswerToo_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::newRow("taken in") << false;
        QTest::newRow("refused") << true;
    }
    void whoAsksForTheSameActGetsItsAnswerToo()
    {
        QFETCH(bool, refused);
        ManualClock clock;
        FakeDesk desk(clock);
        const RunId run = desk.addGallery()[u"failed"_s];
        Selection selection(desk, clock);
        CommandRunner commands(desk, selection);
        selection.selectRun(run);
        if (refused)
            desk.submitError = noNetwork();
        desk.holdAnswers = true;
        const RetryStep retry{StepId(u"infra-workflow"_s), {}};
        QList<bool> answers;
        const auto note = [&](const Result<desk::Receipt>& receipt) { answers += bool(receipt); };
        commands.submit(run, retry);
        commands.submit(run, retry, newCommandId(), {}, &selection, note);
        commands.submit(run, retry, newCommandId(), {}, &selection, note);
        QCOMPARE(desk.submitted.size(), 1); // one act
        desk.holdAnswers = false;
        desk.release();
        QCoreApplication::processEvents();
        QCOMPARE(answers, QList<bool>({!refused, !refused}));
    }

    void twoNotesInARowAreBothKept()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const RunId run = desk.addGallery()[u"failed"_s];
        Selection selection(desk, clock);
        CommandRunner commands(desk, selection);
        selection.selectRun(run);
        desk.holdAnswers = true;
        commands.submit(run, AddNote{u"quota asked for"_s, {}});
        commands.submit(run, AddNote{u"and granted"_s, {}});
        QCOMPARE(desk.submitted.size(), 2);
        desk.release();
    }
};

QTEST_MAIN(StepDialogTests)
#include "step_dialog_tests.moc"
