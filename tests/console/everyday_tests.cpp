// SPDX-License-Identifier: GPL-3.0-or-later
// Small things of every day: letters that come too late, what the status bar says is under way.
#include "console/jobs.h"
#include "console/labels.h"
#include "console/navigator.h"
#include "console/run_list_model.h"
#include "console/run_list_view.h"
#include "console/status_line.h"
#include "console/stray_keys.h"
#include "console/timeline_pane.h"
#include "console/timeline_view.h"
#include "console/translation.h"
#include "window_stage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

class EverydayTests : public QObject {
    Q_OBJECT

    struct Stage : WindowStage {
        Stage() { open(); }
        QAbstractItemView& table() { return window->findChild<RunListView*>()->table(); }
        QString current() { return table().currentIndex().siblingAtColumn(0).data().toString(); }
        //! A letter that leads to another row than the present one.
        Qt::Key letterOfAnother()
        {
            const auto* rows = table().model();
            for (int row = 0; row < rows->rowCount(); ++row)
                if (const QString name = rows->index(row, 0).data().toString(); name.front() != current().front())
                    return Qt::Key(name.front().toUpper().unicode());
            return Qt::Key_unknown;
        }
        //! A key as the window system gives it: shortcuts first.
        void type(Qt::Key key) { this->key(key); }
        QToolButton* part(StatusLine::Part part)
        {
            return window->findChild<QToolButton*>(u"status%1"_s.arg(int(part)));
        }
    };

private Q_SLOTS:
    void initTestCase() { installTranslation(*qApp, QLocale(QLocale::English)); }

    void afterEscapeFromTheSearchLettersChooseNothing()
    {
        Stage s;
        s.show(u"failed"_s);
        auto* search = s.find<QLineEdit>("search");
        search->setFocus(Qt::ShortcutFocusReason);
        QTest::keyClicks(search, u"zzz"_s);
        s.settle();
        s.type(Qt::Key_Escape);
        QCOMPARE(search->text(), QString()); // what it hid is back
        QCOMPARE(QApplication::focusWidget(), &s.table());
        const QString before = s.current();
        QVERIFY(!before.isEmpty());
        const Qt::Key letter = s.letterOfAnother();
        QVERIFY(letter != Qt::Key_unknown);
        s.type(letter);
        QCOMPARE(s.current(), before);
        // Whoever uses the list finds in it by letters, as in any list.
        s.type(Qt::Key_Home);
        const QString first = s.current();
        s.type(s.letterOfAnother());
        QVERIFY(s.current() != first);
    }

    //! Who goes to a pane by its key uses it.
    void afterF6LettersChoose()
    {
        Stage s;
        s.show(u"failed"_s);
        s.find<QLineEdit>("search")->setFocus(Qt::ShortcutFocusReason);
        for (int i = 0; i < 5 && !s.table().hasFocus(); ++i)
            s.action(u"Next pane"_s)->trigger();
        QVERIFY(s.table().hasFocus());
        const QString before = s.current();
        s.type(s.letterOfAnother());
        QVERIFY(s.current() != before);
    }

    void afterEscapeFromADialogLettersChooseNothing()
    {
        Stage s;
        s.show(u"failed"_s);
        s.table().setFocus(Qt::MouseFocusReason);
        const QString before = s.current();
        QDialog* dialog = s.trigger(u"Cancel…"_s);
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        s.settle();
        QVERIFY(!QApplication::activeModalWidget());
        // As the window system gives it back.
        QFocusEvent back(QEvent::FocusIn, Qt::ActiveWindowFocusReason);
        QCoreApplication::sendEvent(&s.table(), &back);
        s.type(s.letterOfAnother());
        QCOMPARE(s.current(), before);
    }

    void theTimelinesOwnLettersWaitUntilItIsUsed()
    {
        Stage s;
        s.show(u"failed"_s);
        TimelineView& view = s.window->findChild<TimelinePane*>()->view();
        int turned = 0;
        for (QAction* action : view.actions())
            connect(action, &QAction::triggered, this, [&turned] { ++turned; });
        view.setFocus(Qt::OtherFocusReason);
        s.type(Qt::Key_BracketLeft);
        QCOMPARE(turned, 0);
        s.type(Qt::Key_Down);
        s.type(Qt::Key_BracketLeft);
        QCOMPARE(turned, 1);
    }

    void noQuestionIsAnsweredByALetterAlone()
    {
        QWidget parent;
        parent.show();
        QMessageBox* box = plainMessage(QMessageBox::Question, u"Sure?"_s, u"It goes."_s, &parent);
        auto* yes = box->addButton(u"&Delete it"_s, QMessageBox::DestructiveRole);
        box->setDefaultButton(box->addButton(QMessageBox::Cancel));
        QSignalSpy pressed(yes, &QAbstractButton::clicked);
        box->open();
        QVERIFY(QTest::qWaitForWindowExposed(box));
        QTest::keyClick(box, Qt::Key_D);
        QTest::qWait(250); // a press by key shows for a moment
        QCOMPARE(pressed.count(), 0);
        QVERIFY(box->isVisible());
        QTest::mouseClick(yes, Qt::LeftButton);
        QCOMPARE(pressed.count(), 1);
    }

    void theStatusBarSaysHowOftenItLooks()
    {
        Stage s;
        desk::EngineStatus status = s.desk.status();
        status.lastReadAt = s.clock.now();
        status.watchesEvery = Millis(10'000);
        s.desk.setStatus(status);
        s.settle();
        s.pause(Millis(3'000));
        QCOMPARE(s.part(StatusLine::Part::Age)->text(), u"read 3 s ago, looks every 10 s"_s);
        status.watchesEvery.reset();
        s.desk.setStatus(status);
        s.settle();
        QVERIFY(!s.part(StatusLine::Part::Age)->text().contains(u"every"_s));
        status.connected = false; // then nothing is read, whatever was asked
        s.desk.setStatus(status);
        s.settle();
        QVERIFY(s.part(StatusLine::Part::Age)->isHidden());
    }

    //! An hour that is over ends no more.
    void theBudgetsHourEndsInTheFutureOnly()
    {
        ManualClock clock;
        StatusLine line(clock, u"1.0"_s);
        line.showStatus({.connected = true,
            .budgetLimit = 5000,
            .budgetRemaining = 4995,
            .budgetResetsAt = clock.now() + Millis(60'000)});
        const auto* part = line.findChild<QToolButton*>(u"status%1"_s.arg(int(StatusLine::Part::Budget)));
        QVERIFY(part->text().contains(u"resets"_s));
        clock.advance(Millis(62'000));
        QVERIFY(part->text().contains(u"4"_s));
        QVERIFY2(!part->text().contains(u"resets"_s), qPrintable(part->text()));
    }

    void theStatusBarTellsWhatIsDoneWithTheStore()
    {
        WindowStage s;
        s.open();
        auto* part = s.find<QToolButton>(qPrintable(u"status%1"_s.arg(int(StatusLine::Part::Job))));
        auto status = s.desk.status();
        status.storeWork = journal::StoreWork::Checking;
        s.desk.setStatus(status);
        QVERIFY(part->isHidden()); // what is over at once would only flicker
        s.pause(Millis(500));
        QCOMPARE(part->text(), u"Checking the store…"_s);
        status.storeWork = journal::StoreWork::Copying;
        s.desk.setStatus(status);
        s.pause(Millis(500));
        QCOMPARE(part->text(), u"Making today's copy of the store…"_s);
        status.storeWork = journal::StoreWork::None;
        s.desk.setStatus(status);
        QVERIFY(part->isHidden());
        s.pause(Millis(500));
        QVERIFY(part->isHidden());
    }

    void theStatusBarSaysWhatIsUnderWay()
    {
        Jobs jobs;
        ManualClock clock;
        StatusLine line(clock, u"1.0"_s);
        connect(&jobs, &Jobs::changed, &line, [&] { line.showJob(jobs.text(), jobs.title()); });
        auto* part = line.findChild<QToolButton*>(u"status%1"_s.arg(int(StatusLine::Part::Job)));
        QVERIFY(part->isHidden());
        auto import = jobs.begin(u"Importing records"_s);
        QVERIFY(!part->isHidden());
        QCOMPARE(part->text(), u"Importing records…"_s);
        const QString name = part->accessibleName();
        QVERIFY2(name.contains(u"Importing records"_s), qPrintable(name));
        import->progress(1'200, 5'000);
        QCOMPARE(part->accessibleName(), name); // it would be read out with each record
        QCOMPARE(part->text(), u"Importing records: 1,200 of 5,000"_s);
        auto copy = jobs.begin(u"Copying the store"_s);
        QCOMPARE(part->text(), u"Copying the store…, and 1 more"_s);
        copy.reset();
        QCOMPARE(part->text(), u"Importing records: 1,200 of 5,000"_s);
        import.reset();
        QVERIFY(part->isHidden());
    }
};

QTEST_MAIN(EverydayTests)
#include "everyday_tests.moc"
