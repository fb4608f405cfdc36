// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/field_hint.h"
#include "console/translation.h"
#include "console/undo_dialog.h"
#include "window_stage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

//! What the journal believes is answered when the test says so.
struct SlowBelief : FakeDesk {
    using FakeDesk::FakeDesk;
    bool slow = false;
    QList<std::function<void()>> held;
    QList<qint64> sequenceAtHeld;
    QFuture<Result<QList<desk::PreviewStep>>> previewUndo(const RunId& id) override
    {
        if (!slow)
            return FakeDesk::previewUndo(id);
        const auto promise = std::make_shared<QPromise<Result<QList<desk::PreviewStep>>>>();
        promise->start();
        sequenceAtHeld += run(id).result()->run.sequence;
        held += [promise, answer = FakeDesk::previewUndo(id).result()] {
            promise->addResult(answer);
            promise->finish();
        };
        return promise->future();
    }
};

QString stepOf(const QTreeWidgetItem* line) { return line->data(0, Qt::UserRole + 1).toString(); }

} // namespace

class UndoTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void undoOpensItsOwnDialogWithLinesToTick()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(u"Undo…"_s);
        QCOMPARE(dialog->objectName(), u"undoDialog"_s);
        auto* made = s.in<QTreeWidget>(dialog, u"undoSteps"_s);
        QCOMPARE(made->topLevelItemCount(), 3);
        QVERIFY(made->topLevelItem(0)->text(0).contains(u"#341"_s)); // the last one first
        QVERIFY(made->topLevelItem(2)->text(0).contains(u"reverts #225"_s)); // merged: that is proposed, not done
        QCOMPARE(s.in<QLabel>(dialog, u"undoCount"_s)->text(), u"2 things can be taken back now"_s);
        // What a line says is there whole, on as many lines as it needs.
        for (int row = 0; row < 3; ++row) {
            const auto* item = made->topLevelItem(row);
            const QRect place = made->visualItemRect(item);
            const int width = made->columnWidth(0) - 60, line = made->fontMetrics().height();
            QVERIFY(place.height() >= line * (made->fontMetrics().horizontalAdvance(item->text(0)) / width + 1));
        }
        const auto* merged = s.in<QLabel>(dialog, u"undoMerged"_s);
        QVERIFY(merged->isVisibleTo(dialog));
        QVERIFY2(merged->text().startsWith(u"1 merged change:"_s), qPrintable(merged->text()));
        QCOMPARE(s.in<QTreeWidget>(dialog, u"undoStays"_s)->topLevelItemCount(), 0);
        auto* confirm = s.in<QPushButton>(dialog, u"confirmButton"_s);
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"reason"_s), u"the name was wrong"_s);
        QVERIFY(confirm->isEnabled());
        made->setFocus();
        made->setCurrentItem(made->topLevelItem(1));
        QTest::keyClick(made, Qt::Key_Space);
        QCOMPARE(made->topLevelItem(1)->checkState(0), Qt::Unchecked);
        QCOMPARE(confirm->text(), u"Undo 2 ticked lines"_s); // one of them is a proposal
        made->topLevelItem(2)->setCheckState(0, Qt::Unchecked);
        QCOMPARE(confirm->text(), u"Take 1 thing back"_s);
        made->topLevelItem(2)->setCheckState(0, Qt::Checked);
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(s.desk.submitted.isEmpty());
        QTest::mouseClick(confirm, Qt::LeftButton);
        s.settle();
        const auto undo = std::get<UndoRun>(s.desk.submitted.first());
        QCOMPARE(undo.steps.size(), 2);
        QVERIFY(!undo.steps.contains(StepId(u"config-raise"_s)));
        QCOMPARE(undo.reason, u"the name was wrong"_s);
        QVERIFY(s.desk.expected.first());
        QVERIFY(!s.dialog());
    }

    void undoSaysWhatGitHubShowsBesideWhatTheJournalBelieves()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        using Deed = desk::UndoNow::Deed;
        s.desk.undoNow.emplace();
        s.desk.holdAnswers = true;
        QDialog* dialog = s.trigger(u"Undo…"_s);
        auto* made = s.in<QTreeWidget>(dialog, u"undoSteps"_s);
        auto* age = s.in<QLabel>(dialog, u"evidenceAge"_s);
        auto* contradiction = s.in<FieldHint>(dialog, u"contradiction"_s);
        QCOMPARE(s.desk.undoLooks, 1);
        QCOMPARE(age->text(), u"reading…"_s);
        QCOMPARE(made->topLevelItemCount(), 3); // what the journal believes is there at once
        QVERIFY(made->topLevelItem(0)->text(0).contains(u"Closes pull request #341"_s));
        QVERIFY(!contradiction->isVisibleTo(dialog));
        made->topLevelItem(1)->setCheckState(0, Qt::Unchecked);
        s.desk.undoNow->insert(StepId(made->topLevelItem(0)->data(0, Qt::UserRole + 1).toString()),
            {.deed = Deed::Proposes,
                .will = u"Proposes a pull request that reverts #341 of it."_s,
                .service = u"#341 merged by jon, branch is gone"_s,
                .journal = u"#341 open"_s,
                .differs = true});
        s.desk.undoNow->insert(StepId(made->topLevelItem(2)->data(0, Qt::UserRole + 1).toString()),
            {.deed = Deed::Nothing,
                .will = u"#225 was reverted by #230."_s,
                .service = u"#225 merged, taken back by #230"_s,
                .journal = u"#225 merged"_s,
                .differs = true});
        s.desk.undoHeadline = u"GitHub shows something else: #341 merged."_s;
        s.desk.holdAnswers = false;
        s.desk.release(); // what was held is of before: it is asked again
        s.settle();
        QTest::mouseClick(s.in<QToolButton>(dialog, u"readAgain"_s), Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.undoLooks, 2);
        QVERIFY(contradiction->isVisibleTo(dialog));
        QVERIFY2(contradiction->text().contains(u"#341 merged"_s), qPrintable(contradiction->text()));
        const auto* first = made->topLevelItem(0);
        QVERIFY2(first->text(0).contains(u"reverts #341"_s), qPrintable(first->text(0)));
        QCOMPARE(first->text(1), u"#341 merged by jon, branch is gone"_s);
        QCOMPARE(first->text(2), u"DIFFERS: #341 open"_s);
        QVERIFY2(first->data(0, Qt::AccessibleTextRole).toString().contains(u"merged by jon"_s), "said as well");
        QCOMPARE(made->topLevelItem(1)->checkState(0), Qt::Unchecked); // what a person chose stays
        QCOMPARE(s.in<QLabel>(dialog, u"undoCount"_s)->text(), u"1 thing can be taken back now"_s);
        QVERIFY(s.in<QLabel>(dialog, u"undoMerged"_s)->text().startsWith(u"1 merged change:"_s));
        QCOMPARE(s.in<QPushButton>(dialog, u"confirmButton"_s)->text(), u"Undo 2 ticked lines"_s);
        made->topLevelItem(2)->setCheckState(0, Qt::Unchecked);
        QCOMPARE(s.in<QPushButton>(dialog, u"confirmButton"_s)->text(), u"Propose 1 pull request that reverts"_s);
        made->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
        made->topLevelItem(2)->setCheckState(0, Qt::Checked);
        QCOMPARE(s.in<QPushButton>(dialog, u"confirmButton"_s)->text(), u"Count the run as undone"_s);
        s.pause(3s);
        QCOMPARE(age->text(), u"read 3 s ago"_s);
        QVERIFY(s.desk.submitted.isEmpty());
    }

    //! What comes while the pointer is on the button waits for a tick: nothing is taken back that nobody has seen.
    void whatTheRunMakesMeanwhileIsNotTicked()
    {
        WindowStage s;
        s.open();
        s.show(u"waiting"_s);
        QDialog* dialog = s.trigger(u"Undo…"_s);
        auto* made = s.in<QTreeWidget>(dialog, u"undoSteps"_s);
        auto* confirm = s.in<QPushButton>(dialog, u"confirmButton"_s);
        auto* hint = s.in<FieldHint>(dialog, u"hint"_s);
        QCOMPARE(made->topLevelItemCount(), 3);
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"reason"_s), u"the name was wrong"_s);
        made->setCurrentItem(made->topLevelItem(0));
        const QString current = stepOf(made->currentItem());
        const QString before = confirm->text();
        QCOMPARE(before, u"Take 3 things back"_s);
        s.desk.story(s.runs[u"waiting"_s])
            .raise("svc-raise", 2s, 0s,
                {{"number", 540}, {"url", "https://github.com/DEFRA/tf-svc/pull/540"}, {"branch", "add-service"}});
        s.desk.announce({s.runs[u"waiting"_s]});
        s.settle();
        QCOMPARE(made->topLevelItemCount(), 4);
        for (int row = 0; row < 4; ++row)
            QCOMPARE(made->topLevelItem(row)->checkState(0),
                stepOf(made->topLevelItem(row)) == u"svc-raise"_s ? Qt::Unchecked : Qt::Checked);
        QCOMPARE(stepOf(made->currentItem()), current); // the key that ticks is about the same line
        QCOMPARE(confirm->text(), before);
        QVERIFY(confirm->isEnabled());
        QVERIFY2(hint->text().contains(u"came while this was open"_s), qPrintable(hint->text()));
        QTest::mouseClick(confirm, Qt::LeftButton);
        s.settle();
        const auto undo = std::get<UndoRun>(s.desk.submitted.first());
        QCOMPARE(undo.steps.size(), 3);
        QVERIFY(!undo.steps.contains(StepId(u"svc-raise"_s)));
    }

    //! The number that is sent along says of which state of the run the lines are; lines of an older one are not sent.
    void nothingIsTakenBackWhileTheListIsOfAnEarlierState()
    {
        ManualClock clock;
        SlowBelief desk(clock);
        desk.undoNow.emplace();
        const RunId run = desk.addGallery()[u"waiting"_s];
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        Selection selection(desk, clock);
        CommandRunner commands(desk, selection);
        selection.selectRun(run);
        const auto settle = [&clock] {
            for (int i = 0; i < 4; ++i) {
                clock.advance(Millis(10));
                QCoreApplication::processEvents();
            }
        };
        settle();
        QWidget window; // the dialog goes when it is closed, or else with it
        auto* dialog = new UndoDialog({desk, clock, selection, commands, settings, {}}, &window);
        dialog->show();
        settle();
        auto* made = dialog->findChild<QTreeWidget*>(u"undoSteps"_s);
        auto* confirm = dialog->findChild<QPushButton*>(u"confirmButton"_s);
        QCOMPARE(made->topLevelItemCount(), 3);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"reason"_s), u"the name was wrong"_s);
        QVERIFY(confirm->isEnabled());
        desk.slow = true;
        desk.story(run).raise("svc-raise", 2s, 0s, {{"number", 540}, {"branch", "add-service"}});
        desk.announce({run});
        settle();
        QCOMPARE(made->topLevelItemCount(), 3);
        QVERIFY(!confirm->isEnabled());
        auto* hint = dialog->findChild<FieldHint*>(u"hint"_s);
        QVERIFY2(hint->text().contains(u"Reading"_s), qPrintable(hint->text()));
        // Once more, before the first answer is there: that one is not of the state that is shown by then.
        desk.story(run).event(EventType::NoteAdded, 0s, "", {{"text", "and again"}}, "jon");
        desk.announce({run});
        settle();
        QCOMPARE(desk.held.size(), 2);
        desk.held[0]();
        settle();
        QVERIFY(!confirm->isEnabled());
        desk.held[1]();
        settle();
        QCOMPARE(made->topLevelItemCount(), 4);
        QVERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        settle();
        QCOMPARE(desk.expected, QList<std::optional<qint64>>{desk.sequenceAtHeld[1]});
        QCOMPARE(std::get<UndoRun>(desk.submitted.first()).steps.size(), 3);
    }

    void undoTellsTheJournalsWordWhereGitHubCannotBeAsked()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(u"Undo…"_s); // this desk has no way to GitHub
        QCOMPARE(s.in<QLabel>(dialog, u"evidenceAge"_s)->text(), u"could not be read"_s);
        auto* contradiction = s.in<FieldHint>(dialog, u"contradiction"_s);
        QVERIFY(contradiction->isVisibleTo(dialog));
        QVERIFY2(contradiction->text().contains(u"what the journal believes"_s), qPrintable(contradiction->text()));
        QCOMPARE(s.in<QTreeWidget>(dialog, u"undoSteps"_s)->topLevelItemCount(), 3);
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"reason"_s), u"the name was wrong"_s);
        QVERIFY(s.in<QPushButton>(dialog, u"confirmButton"_s)->isEnabled());
    }

    void nothingTickedTakesNothingBack()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(u"Undo…"_s);
        QTest::keyClicks(s.in<QLineEdit>(dialog, u"reason"_s), u"the name was wrong"_s);
        QTest::mouseClick(s.in<QPushButton>(dialog, u"tickAll"_s), Qt::LeftButton);
        QVERIFY(!s.in<QPushButton>(dialog, u"confirmButton"_s)->isEnabled());
        QTest::mouseClick(s.in<QPushButton>(dialog, u"tickAll"_s), Qt::LeftButton);
        QTest::mouseClick(s.in<QPushButton>(dialog, u"confirmButton"_s), Qt::LeftButton);
        s.settle();
        // Each by its name, and no "everything", which may be more by then.
        QCOMPARE(std::get<UndoRun>(s.desk.submitted.first()).steps.size(), 3);
        // That is the same to the run as everything.
        QCOMPARE(textsAt(s.desk.events(s.runs[u"failed"_s], 0).result()->back().data, "steps").size(), 3);
    }

    void enterUnticksAllInTheUndoDialog()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* dialog = s.trigger(u"Undo…"_s);
        auto* all = s.in<QPushButton>(dialog, u"tickAll"_s);
        all->setFocus();
        QTest::keyClick(all, Qt::Key_Return);
        QCOMPARE(s.in<QTreeWidget>(dialog, u"undoSteps"_s)->topLevelItem(0)->checkState(0), Qt::Unchecked);
        QVERIFY(s.desk.submitted.isEmpty());
    }
};

QTEST_MAIN(UndoTests)
#include "undo_tests.moc"
