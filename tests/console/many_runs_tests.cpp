// SPDX-License-Identifier: GPL-3.0-or-later
// One act on several runs of the list.
#include "base/error_codes.h"
#include "base/private_files.h"
#include "console/action_set.h"
#include "console/many_acts.h"
#include "console/run_export.h"
#include "console/run_list_model.h"
#include "console/translation.h"
#include "window_stage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

class ManyRunsTests : public QObject {
    Q_OBJECT

    struct Stage : WindowStage {
        Stage() { open(); }

        QTreeView* list() { return find<QTreeView>("runs"); }
        ActionSet& actions() { return *window->findChild<ActionSet*>(); }
        void select(const QStringList& kinds)
        {
            auto* selection = list()->selectionModel();
            selection->clearSelection();
            for (const QString& kind : kinds)
                for (int row = 0; row < list()->model()->rowCount(); ++row)
                    if (const auto index = list()->model()->index(row, 0);
                        index.data(RunListModel::RunIdRole).toString() == runs[kind].text()) {
                        selection->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
                        selection->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
                    }
            settle();
            QCOMPARE(selection->selectedRows().size(), kinds.size());
        }
        QTreeWidget* table(QDialog* dialog) { return in<QTreeWidget>(dialog, u"manyRunsTable"_s); }
        QTreeWidgetItem* line(QDialog* dialog, const QString& subject)
        {
            const auto found = table(dialog)->findItems(subject, Qt::MatchExactly, 0);
            if (found.isEmpty())
                qFatal("there is no line %s", qPrintable(subject));
            return found.first();
        }
        static bool isTickable(const QTreeWidgetItem* item) { return item->data(0, Qt::CheckStateRole).isValid(); }
        QPushButton* confirm(QDialog* dialog) { return in<QPushButton>(dialog, u"confirmButton"_s); }
        QDialog* begin(ActionSet::Id id)
        {
            actions()[id]->trigger();
            return dialog("manyRuns");
        }
    };

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void eachLineSaysWhatWillHappenOrWhyNot()
    {
        Stage s;
        s.select({u"failed"_s, u"needsYou"_s, u"retrying"_s, u"stuck"_s, u"waiting"_s, u"cancelled"_s});
        QCOMPARE(s.actions()[ActionSet::Retry]->text().remove(u'&'), u"Retry in 6 runs…"_s);
        QDialog* dialog = s.begin(ActionSet::Retry);
        QVERIFY(dialog);
        QVERIFY(s.desk.submitted.isEmpty());
        QCOMPARE(s.table(dialog)->topLevelItemCount(), 6);
        const auto says = [&](const char* subject, const char* text, bool tickable) {
            const QTreeWidgetItem* item = s.line(dialog, QString::fromLatin1(subject));
            const bool right = item->text(1).contains(QString::fromUtf8(text)) && Stage::isTickable(item) == tickable;
            return right ? QString() : u"%1: %2"_s.arg(item->text(0), item->text(1));
        };
        QCOMPARE(says("ledger-api", "retry “", true), QString());
        QCOMPARE(says("permits-frontend", "retry “", true), QString());
        QCOMPARE(says("stock-feed", "make the planned retry of “", true), QString());
        QCOMPARE(says("audit-sink", "“", true), QString()); // by what helps its cause
        QCOMPARE(says("orders-api", "Not possible: ", false), QString()); // it waits for a review, as is usual
        QCOMPARE(says("old-thing", "Not possible: ", false), QString());
        QCOMPARE(s.confirm(dialog)->text(), u"Retry in 4 runs"_s);
        // The state is in the words, not only in the box and the icon.
        QVERIFY(s.line(dialog, u"old-thing"_s)->data(0, Qt::AccessibleTextRole).toString().contains(u"Not possible"_s));
    }

    //! Nothing is known of it but that Resume has it read again.
    void oneThatWasSetAsideIsResumedWithOthers()
    {
        Stage s;
        const RunId run = s.runs[u"waiting"_s];
        s.desk.unreadable.insert(run, Error{.code = errc::runSetAside});
        s.desk.announce({run});
        s.pause(100ms);
        s.select({u"failed"_s, u"waiting"_s}); // the last one is the one that is shown
        QCOMPARE(s.actions()[ActionSet::Pause]->text().remove(u'&'), u"Resume 2 runs…"_s);
        QDialog* dialog = s.begin(ActionSet::Pause);
        QVERIFY(dialog);
        const auto* item = s.line(dialog, u"orders-api"_s);
        QVERIFY2(item->text(1).contains(u"read again"_s), qPrintable(item->text(1)));
        QVERIFY(Stage::isTickable(item));
        QVERIFY(!Stage::isTickable(s.line(dialog, u"ledger-api"_s)));
        if (auto* reason = dialog->findChild<QLineEdit*>(u"reason"_s); reason && reason->isVisible())
            reason->setText(u"a newer Slipway is here"_s);
        s.settle();
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.submittedTo, QList<RunId>{run});
        QVERIFY(std::holds_alternative<ResumeRun>(s.desk.submitted.first()));
    }

    void onlyWhatIsTickedHappensOnceAndTheAnswersAreShown()
    {
        Stage s;
        s.select({u"failed"_s, u"needsYou"_s, u"cancelled"_s});
        QDialog* dialog = s.begin(ActionSet::Retry);
        s.line(dialog, u"permits-frontend"_s)->setCheckState(0, Qt::Unchecked);
        s.settle();
        QCOMPARE(s.confirm(dialog)->text(), u"Retry in 1 run"_s);
        s.desk.holdAnswers = true;
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(s.line(dialog, u"ledger-api"_s)->text(1), u"Requested…"_s);
        QCOMPARE(s.desk.submitted.size(), 1);
        QCOMPARE(s.desk.submittedTo, QList<RunId>{s.runs[u"failed"_s]});
        QCOMPARE(std::get<RetryStep>(s.desk.submitted.first()).step, StepId(u"infra-workflow"_s));
        s.desk.holdAnswers = false;
        s.desk.release();
        s.settle();
        QVERIFY(s.dialog("manyRuns")); // for the answers to be read
        QVERIFY(s.line(dialog, u"ledger-api"_s)->text(1).startsWith(u"Requested: retry"_s));
        QVERIFY(!Stage::isTickable(s.line(dialog, u"ledger-api"_s)));
        QVERIFY(!s.confirm(dialog)->isEnabled()); // the other one is not ticked
        QCOMPARE(s.desk.submitted.size(), 1);
    }

    void aRefusalStandsInItsLineAndCanBeAskedForAgain()
    {
        Stage s;
        s.select({u"failed"_s, u"needsYou"_s});
        QDialog* dialog = s.begin(ActionSet::Retry);
        s.desk.submitError = noNetwork();
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 2);
        for (const char* subject : {"ledger-api", "permits-frontend"}) {
            QTreeWidgetItem* item = s.line(dialog, QString::fromLatin1(subject));
            QVERIFY2(item->text(1).startsWith(u"Refused: "_s), qPrintable(item->text(1)));
            QCOMPARE(item->checkState(0), Qt::Unchecked); // asked for again only where a person says so
        }
        s.desk.submitError.reset();
        s.line(dialog, u"ledger-api"_s)->setCheckState(0, Qt::Checked);
        s.settle();
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 3);
        QVERIFY(s.desk.commandIds[0] != s.desk.commandIds[2]);
        QVERIFY(s.line(dialog, u"ledger-api"_s)->text(1).startsWith(u"Requested: "_s));
    }

    void cancellingIsRedAndNeedsAReason()
    {
        Stage s;
        s.select({u"failed"_s, u"waiting"_s, u"cancelled"_s});
        QDialog* dialog = s.begin(ActionSet::Cancel);
        const QTreeWidgetItem* line = s.line(dialog, u"orders-api"_s);
        QVERIFY(line->text(1).contains(u"never start"_s));
        // A gap tells which of its lines belong together.
        const int height = s.table(dialog)->fontMetrics().height();
        QVERIFY(
            s.table(dialog)->visualItemRect(line).height() >= (line->text(1).count(u'\n') + 1) * height + height / 2);
        QVERIFY(!s.confirm(dialog)->isEnabled());
        auto* reason = s.in<QLineEdit>(dialog, u"reason"_s);
        QTest::keyClicks(reason, u"the whole team is wrong"_s);
        QVERIFY(s.confirm(dialog)->isEnabled());
        QTest::keyClick(reason, Qt::Key_Return);
        s.settle();
        QVERIFY(s.desk.submitted.isEmpty());
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 2);
        for (const Command& command : s.desk.submitted)
            QCOMPARE(std::get<CancelRun>(command).reason, u"the whole team is wrong"_s);
    }

    void pausedRunsAreResumedAndOthersPaused()
    {
        Stage s;
        s.select({u"running"_s, u"waiting"_s});
        QDialog* dialog = s.begin(ActionSet::Pause);
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 2);
        QVERIFY(std::holds_alternative<PauseRun>(s.desk.submitted.last()));
        dialog->close();
        s.pause(200ms);
        QVERIFY(s.actions()[ActionSet::Pause]->text().remove(u'&').startsWith(u"Resume 2 runs"_s));
        dialog = s.begin(ActionSet::Pause);
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        QVERIFY(std::holds_alternative<ResumeRun>(s.desk.submitted.last()));
    }

    void aRunThatMovesIsJudgedAnew()
    {
        Stage s;
        s.select({u"failed"_s, u"needsYou"_s});
        QDialog* dialog = s.begin(ActionSet::Retry);
        QVERIFY(Stage::isTickable(s.line(dialog, u"ledger-api"_s)));
        s.desk.story(s.runs[u"failed"_s])
            .event(EventType::RetryRequested, 0s, "infra-workflow",
                {{"steps", {"infra-workflow"}}, {"scope", "step"}, {"reason", "quota raised"}}, "jon")
            .done("infra-workflow", 0s, 0s);
        s.desk.announce({s.runs[u"failed"_s]});
        s.settle();
        QVERIFY(!Stage::isTickable(s.line(dialog, u"ledger-api"_s)));
        QCOMPARE(s.confirm(dialog)->text(), u"Retry in 1 run"_s);
    }

    void withSeveralRunsOtherActsSayThatTheyAreForOne()
    {
        Stage s;
        s.show(u"failed"_s);
        QVERIFY(s.actions()[ActionSet::Undo]->isEnabled());
        s.select({u"failed"_s, u"waiting"_s});
        QVERIFY(!s.actions()[ActionSet::Undo]->isEnabled());
        QVERIFY(s.actions()[ActionSet::Undo]->toolTip().contains(u"Several runs"_s));
        QVERIFY(s.actions().titleOf(ActionSet::Cancel) == u"Cancel 2 runs"_s); // as the palette and the menus show it
        s.show(u"failed"_s);
        QVERIFY(s.actions()[ActionSet::Undo]->isEnabled());
        QCOMPARE(s.actions()[ActionSet::Retry]->text().remove(u'&'), u"Retry"_s);
        QVERIFY(s.trigger(u"Retry"_s)->objectName() == u"stepDialog"_s);
    }

    void byKeysAlone()
    {
        Stage s;
        s.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(s.window.get()));
        s.list()->setFocus();
        s.list()->setCurrentIndex(s.list()->model()->index(0, 0));
        s.key(Qt::Key_Down, Qt::ShiftModifier);
        s.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(s.list()->selectionModel()->selectedRows().size(), 3);
        s.key(Qt::Key_R, Qt::ControlModifier);
        QDialog* dialog = s.dialog("manyRuns");
        QVERIFY(dialog);
        auto* table = s.table(dialog);
        QCOMPARE(table->topLevelItemCount(), 3);
        QCOMPARE(dialog->focusWidget(), table);
        for (int row = 0; row < 3; ++row) {
            QTreeWidgetItem* item = table->topLevelItem(row);
            if (!Stage::isTickable(item))
                continue;
            table->setCurrentItem(item);
            QTest::keyClick(table, Qt::Key_Space);
            QCOMPARE(item->checkState(0), Qt::Unchecked);
        }
        QTest::keyClick(dialog, Qt::Key_Escape);
        s.settle();
        QVERIFY(!s.dialog());
        QVERIFY(s.desk.submitted.isEmpty());
    }

    void moreThanCanBeReadIsNotOffered()
    {
        Stage s;
        s.desk.addFinished(mostRunsAtOnce);
        s.trigger(u"Read the store again"_s);
        s.settle();
        QTRY_VERIFY(s.list()->model()->rowCount() > mostRunsAtOnce);
        s.list()->selectAll();
        s.settle();
        QVERIFY(!s.actions()[ActionSet::Retry]->isEnabled());
        QVERIFY(s.actions()[ActionSet::Retry]->toolTip().contains(QString::number(mostRunsAtOnce)));
        QVERIFY(s.actions()[ActionSet::MuteRun]->isEnabled());
    }

    void severalRunsAreMutedTogether()
    {
        Stage s;
        s.select({u"failed"_s, u"waiting"_s});
        QAction* mute = s.actions()[ActionSet::MuteRun];
        QCOMPARE(mute->text().remove(u'&'), u"Mute 2 runs"_s);
        mute->trigger();
        const auto muted = [&] { return s.settings->value(u"notifications/muted"_s).toStringList(); };
        QCOMPARE(muted().size(), 2);
        QVERIFY(mute->isChecked());
        mute->trigger();
        QVERIFY(muted().isEmpty());
        QVERIFY(!mute->isChecked());
    }

    void severalRunsAreExportedIntoOneFile()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        const QList<RunId> chosen{runs[u"failed"_s], runs[u"waiting"_s]};
        QTemporaryDir folder;
        const auto exported = [&](const QString& ending, const QList<RunId>& of) {
            const QString file = folder.filePath(u"runs."_s + ending);
            auto done = exportRunsTo(desk, of, file, ending, clock);
            while (!done.isFinished())
                QCoreApplication::processEvents();
            const auto bytes = readFile(file);
            return done.result() && bytes ? *bytes : QByteArray();
        };
        const auto json = parseJson(exported(u"json"_s, chosen));
        QVERIFY(json);
        QCOMPARE(textAt(*json, "format"), u"slipway-runs/1"_s);
        QCOMPARE(memberAt(*json, "runs").size(), 2u);
        const Json& second = memberAt(*json, "runs").at(1);
        QCOMPARE(textAt(memberAt(second, "run"), "id"), chosen[1].text());
        QVERIFY(memberAt(second, "events").size() > 10);
        const QByteArray csv = exported(u"csv"_s, chosen);
        QCOMPARE(csv.count("run,subject,"), 1);
        QVERIFY(csv.contains("ledger-api") && csv.contains("orders-api"));
        QVERIFY(!csv.contains("\r\n\r\n"));
        const QByteArray md = exported(u"md"_s, chosen);
        QVERIFY(md.contains("ledger-api") && md.contains("orders-api"));
        // One that cannot be read leaves no half of a file.
        QVERIFY(exported(u"json"_s, {chosen[0], RunId(u"NOSUCH"_s)}).isEmpty());
    }
};

QTEST_MAIN(ManyRunsTests)
#include "many_runs_tests.moc"
