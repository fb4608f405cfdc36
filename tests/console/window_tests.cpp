// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "console/announcer.h"
#include "console/create_dialog.h"
#include "console/navigator.h"
#include "console/timeline_model.h"
#include "console/timeline_pane.h"
#include "console/translation.h"
#include "window_stage.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

struct FakeTroublemaker : Troublemaker {
    QStringList made, force;
    void make(const QString& action, bool on) override
    {
        made += on ? action : u"not "_s + action;
        if (on)
            force += action;
        else
            force.removeAll(action);
    }
    QFuture<QStringList> inForce() override { return QtFuture::makeReadyFuture(force); }
};

//! Runs as they are after an import: nothing is done before a person takes them over.
struct ImportedDesk : FakeDesk {
    using FakeDesk::FakeDesk;
    QFuture<Result<desk::RunView>> run(const RunId& id) override
    {
        auto view = FakeDesk::run(id).result();
        if (view)
            view->run.record = Json::object();
        return QtFuture::makeReadyFuture(view);
    }
};

} // namespace

class WindowTests : public QObject {
    Q_OBJECT

    //! The stage with what these tests press: toolbar, timeline, the menu that makes trouble.
    struct Stage : WindowStage {
        FakeTroublemaker trouble;

        explicit Stage(Connector* connector = nullptr)
        {
            troublemaker = &trouble;
            open({}, connector);
        }
        QToolButton* button(const QString& text)
        {
            for (QToolBar* bar : window->findChildren<QToolBar*>())
                if (auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action(text))))
                    return button;
            return nullptr;
        }
        void click(const QString& text)
        {
            QTest::mouseClick(button(text), Qt::LeftButton);
            settle();
        }
        QTreeView* timeline() { return find<QTreeView>("timeline"); }
        QString stateOf(const char* step)
        {
            auto* model = static_cast<TimelineModel*>(timeline()->model());
            return model->indexOf(StepId(QString::fromLatin1(step)), TimelineModel::StateColumn).data().toString();
        }
    };

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    //! At most every five seconds, in one sentence after the other; what the person looks at and is needed for, at once.
    void tellsWhatChangesToWhoDoesNotSeeIt()
    {
        WindowStage s;
        QList<std::pair<QString, Urgency>> said;
        s.say = [&said](const QString& text, Urgency urgency) { said += std::pair(text, urgency); };
        s.open();
        s.show(u"waiting"_s);
        const auto pass = [&s](Millis time) {
            for (int i = 0; i < 10; ++i)
                s.pause(time / 10);
        };
        pass(10s);
        QVERIFY2(said.isEmpty(), qPrintable(said.value(0).first)); // what is so when it is opened is no news
        s.desk.story(s.runs[u"waiting"_s]).succeed("infra-merged", 0s);
        s.desk.announce({s.runs[u"waiting"_s]});
        pass(500ms);
        QCOMPARE(said.size(), 1);
        QCOMPARE(said[0], std::pair(u"orders-api: Wait for the merge, done. 6 of 21 done."_s, Urgency::Polite));
        for (const char* step : {"infra-workflow", "svc-raise"}) {
            s.desk.story(s.runs[u"waiting"_s]).done(step, 1s, 0s);
            s.desk.announce({s.runs[u"waiting"_s]});
            pass(500ms);
        }
        s.desk.story(s.runs[u"running"_s]).ask("svc-merged", 0s, needsPerson());
        s.desk.announce({s.runs[u"running"_s]});
        pass(500ms);
        QCOMPARE(said.size(), 1);
        pass(2s);
        QCOMPARE(said.size(), 2); // three changes of two runs
        QCOMPARE(said[1].second, Urgency::Polite); // of another run than the one that is looked at
        QVERIFY2(said[1].first.startsWith(u"basket-ui: Needs you. orders-api: "_s), qPrintable(said[1].first));
        s.desk.story(s.runs[u"waiting"_s]).ask("svc-auto-merge", 0s, needsPerson());
        s.desk.announce({s.runs[u"waiting"_s]});
        pass(500ms);
        QCOMPARE(said.size(), 3);
        QCOMPARE(said[2], std::pair(u"orders-api: Needs you."_s, Urgency::Assertive));
    }

    //! Names come out of files and from people; none of them may push the window apart or off the screen.
    void namesAndTitlesOfAnyLengthFit()
    {
        WindowStage s;
        Json workflow = registering();
        for (Json& step : workflow["steps"])
            step["title"] = std::string(140, 'W');
        workflow["lanes"][0]["title"] = std::string(140, 'L');
        workflow["title"] = std::string(140, 'T');
        auto story = s.desk.begin(workflow, {{"name", std::string(180, 'M')}}, 10min);
        story.start("register", 9min)
            .fail("register", 8min,
                Error{.code = errc::serverError,
                    .args = {{"host", std::string(140, 'h')}},
                    .details = {{"text", std::string(600, 'e')}, {"requestId", std::string(140, 'r')}}});
        s.open();
        const QSize size = s.window->size(), least = s.window->minimumSizeHint();
        s.window->selectRun(story.run());
        s.settle();
        auto* pages = s.find<QTabWidget>("inspector");
        auto* timeline = s.find<QTreeView>("timeline");
        timeline->setCurrentIndex(timeline->model()->index(0, 0, timeline->model()->index(0, 0)));
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentIndex(page);
            s.settle();
            QCOMPARE(s.window->size(), size);
            QVERIFY2(s.window->minimumSizeHint().width() <= least.width(), qPrintable(pages->tabText(page)));
        }
        const QString title = s.window->windowTitle();
        QVERIFY2(title.size() <= 120 && title.contains(QString(60, u'M')) && title.contains(u'…')
                && title.contains(u"Slipway"_s),
            qPrintable(title));
        QDialog* dialog = s.trigger(u"Retry"_s);
        QVERIFY(dialog);
        QVERIFY2(
            dialog->minimumSizeHint().width() <= 940, qPrintable(QString::number(dialog->minimumSizeHint().width())));
        QVERIFY(dialog->width() <= s.window->width());
    }

    void retryIsSeenAtOnce()
    {
        Stage s;
        s.show(u"failed"_s);
        QVERIFY(s.stateOf("infra-workflow").startsWith(u"Failed"_s));
        s.desk.holdAnswers = true;
        QVERIFY(s.button(u"Retry"_s)->isEnabled());
        QTest::mouseClick(s.button(u"Retry"_s), Qt::LeftButton);
        QTest::mouseClick(s.in<QPushButton>(s.dialog(), u"confirmButton"_s), Qt::LeftButton);
        QCOMPARE(s.stateOf("infra-workflow"), u"Requested"_s); // before anything else has happened
        QVERIFY(!s.button(u"Retry"_s)->isEnabled());
        s.action(u"Retry"_s)->trigger();
        QCOMPARE(s.desk.submitted.size(), 1);
        QCOMPARE(std::get<RetryStep>(s.desk.submitted.first()).step, StepId(u"infra-workflow"_s));
        QCOMPARE(s.desk.submittedTo.first(), s.runs[u"failed"_s]);
        s.desk.holdAnswers = false;
        s.desk.release();
        s.settle();
        QVERIFY(s.stateOf("infra-workflow") != u"Requested"_s);
        QVERIFY(!s.stateOf("infra-workflow").startsWith(u"Failed"_s));
    }

    void refusedCommandSaysWhyAndIsNoLongerRequested()
    {
        Stage s;
        s.show(u"failed"_s);
        s.desk.submitError = noNetwork();
        s.click(u"Retry"_s);
        QDialog* dialog = s.dialog();
        QTest::mouseClick(s.in<QPushButton>(dialog, u"confirmButton"_s), Qt::LeftButton);
        s.settle();
        QVERIFY(s.stateOf("infra-workflow").startsWith(u"Failed"_s));
        // Said where the person looks: the dialog stays, and can be pressed again.
        QCOMPARE(s.dialog(), dialog);
        QVERIFY(s.in<QWidget>(dialog, u"refusal"_s)->isVisible());
        QVERIFY(s.in<QPushButton>(dialog, u"confirmButton"_s)->isEnabled());
    }

    void disabledActionsSayWhy_data()
    {
        QTest::addColumn<QString>("run");
        QTest::addColumn<QString>("action");
        QTest::addColumn<bool>("enabled");
        QTest::newRow("retry of a failed step") << u"failed"_s << u"Retry"_s << true;
        QTest::newRow("skip of a step that is not optional") << u"failed"_s << u"Skip…"_s << false;
        QTest::newRow("look at a failed step") << u"failed"_s << u"Look now"_s << false;
        QTest::newRow("look at a waiting step") << u"waiting"_s << u"Look now"_s << true;
        QTest::newRow("retry now without a planned retry") << u"failed"_s << u"Retry now"_s << false;
        QTest::newRow("retry now with one") << u"retrying"_s << u"Retry now"_s << true;
        QTest::newRow("cancel of a cancelled run") << u"cancelled"_s << u"Cancel…"_s << false;
        QTest::newRow("advance of a waiting step") << u"waiting"_s << u"Advance…"_s << true;
        QTest::newRow("undo") << u"failed"_s << u"Undo…"_s << true;
    }
    void disabledActionsSayWhy()
    {
        QFETCH(QString, run);
        QFETCH(QString, action);
        Stage s;
        s.show(run);
        QAction* act = s.action(action);
        QTEST(act->isEnabled(), "enabled");
        QVERIFY(act->toolTip().size() > 10);
        const QString usual = act->statusTip();
        QCOMPARE(act->toolTip().startsWith(usual), act->isEnabled());
    }

    void pauseBecomesResume()
    {
        Stage s;
        s.show(u"waiting"_s);
        s.click(u"Pause"_s);
        QVERIFY(std::holds_alternative<PauseRun>(s.desk.submitted.last()));
        s.pause(100ms);
        QVERIFY(s.button(u"Resume"_s));
        s.click(u"Resume"_s);
        QVERIFY(std::holds_alternative<ResumeRun>(s.desk.submitted.last()));
    }

    void resumeTakesAnImportedRunOver()
    {
        ManualClock clock;
        ImportedDesk desk(clock);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        const RunId run = desk.addGallery()[u"waiting"_s];
        MainWindow window(desk, clock, MainWindowOptions{.settings = &settings, .version = u"0"_s});
        window.selectRun(run);
        const auto resume = [&]() -> QAction* {
            for (QAction* action : window.findChildren<QAction*>())
                if (action->text().remove(u'&') == u"Resume"_s)
                    return action;
            return nullptr;
        };
        QTRY_VERIFY(resume());
        QVERIFY(resume()->isEnabled());
        resume()->trigger();
        QCOMPARE(desk.submitted.size(), 1);
        QVERIFY(std::holds_alternative<ResumeRun>(desk.submitted.first()));
    }

    void aRunInQuarantineSaysWhyAndIsResumed()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        const RunId run = desk.addGallery()[u"waiting"_s];
        desk.story(run).event(EventType::RunQuarantined, Millis(0), "",
            {{"error", toJson(Error{.code = errc::runQuarantined, .args = {{"crashes", 3}, {"signal", "SIGSEGV"}}})}});
        MainWindow window(desk, clock, MainWindowOptions{.settings = &settings, .version = u"0"_s});
        window.show();
        window.selectRun(run);
        const auto says = [&](const QString& words) {
            for (const QLabel* label : window.findChildren<QLabel*>())
                if (label->text().contains(words))
                    return true;
            return false;
        };
        QTRY_VERIFY((clock.advance(Millis(10)), says(u"crashed 3 times"_s)));
        QAction* resume = nullptr;
        for (QAction* action : window.findChildren<QAction*>())
            if (action->text().remove(u'&') == u"Resume"_s)
                resume = action;
        QVERIFY(resume && resume->isEnabled());
        resume->trigger();
        QCOMPARE(desk.submitted.size(), 1);
        QVERIFY(std::holds_alternative<ResumeRun>(desk.submitted.first()));
    }

    void safeModeIsLeftFromItsBanner()
    {
        Stage s;
        s.desk.editStatus().trouble = Error{.code = errc::engineSafeMode, .args = {{"crashes", 3}}};
        s.desk.setStatus(s.desk.status());
        QPushButton* goOn = nullptr;
        const auto find = [&] {
            for (QPushButton* button : s.window->findChildren<QPushButton*>())
                if (button->text().remove(u'&') == u"Go on"_s && button->isVisible())
                    goOn = button;
            return goOn != nullptr;
        };
        QTRY_VERIFY(find());
        goOn->click();
        QCOMPARE(s.desk.submitted.size(), 1);
        QVERIFY(std::holds_alternative<ResumeRun>(s.desk.submitted.first()));
        QVERIFY(s.desk.submittedTo.first().isEmpty()); // all of them
    }

    void quitEndsTheProgramFromAHiddenWindow()
    {
        Stage s;
        s.window->hide(); // as it is while only the tray shows
        QTimer::singleShot(0, s.window.get(), [&] { s.action(u"Quit"_s)->trigger(); });
        QTimer tooLong;
        tooLong.callOnTimeout([] { QCoreApplication::exit(7); });
        tooLong.start(3'000);
        QCOMPARE(QApplication::exec(), 0);
    }

    void opensOnlySafeLinks()
    {
        Stage s;
        s.show(u"failed"_s);
        QTest::mouseClick(s.button(u"Open on GitHub"_s), Qt::LeftButton);
        QCOMPARE(s.opened.size(), 1);
        QCOMPARE(s.opened.first().host(), u"github.com"_s);
        for (const char* bad :
            {"file:///etc/passwd", "https://user@github.com/", "javascript:alert(1)", "http://example.com/"}) {
            openLink([&](const QUrl& url) { s.opened += url; }, QString::fromLatin1(bad), s.window.get());
            if (QDialog* message = s.dialog())
                message->close();
        }
        QCOMPARE(s.opened.size(), 1);
    }

    void escapeChangesNothing()
    {
        Stage s;
        s.show(u"failed"_s);
        for (const QString& action : {u"Cancel…"_s, u"Undo…"_s, u"Advance…"_s, u"Retry from here"_s}) {
            s.action(action)->trigger();
            QDialog* dialog = s.dialog();
            QVERIFY2(dialog, qPrintable(action));
            QTest::keyClick(dialog, Qt::Key_Escape);
            s.settle();
            QVERIFY(!QApplication::activeModalWidget());
        }
        QVERIFY(s.desk.submitted.isEmpty());
    }

    void notesAreAdded()
    {
        Stage s;
        s.show(u"failed"_s);
        s.action(u"Add a note"_s)->trigger();
        auto* field = qobject_cast<QLineEdit*>(s.window->focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, u"quota asked for"_s);
        QTest::keyClick(field, Qt::Key_Return);
        s.pause(100ms);
        QCOMPARE(std::get<AddNote>(s.desk.submitted.last()).text, u"quota asked for"_s);
        QCOMPARE(s.window->findChild<QTabWidget*>(u"inspector"_s)->tabText(6), u"Notes 1"_s);
    }

    void tabStaysWhenTheSelectionMoves()
    {
        Stage s;
        auto* tabs = s.window->findChild<QTabWidget*>(u"inspector"_s);
        tabs->setCurrentIndex(2);
        s.show(u"failed"_s);
        s.show(u"running"_s);
        QCOMPARE(tabs->currentIndex(), 2);
    }

    void layoutComesBack()
    {
        Stage s;
        s.show(u"stuck"_s);
        auto* tabs = s.window->findChild<QTabWidget*>(u"inspector"_s);
        tabs->setCurrentIndex(3);
        s.timeline()->header()->resizeSection(0, 301);
        s.window->findChild<Navigator*>()->choose(RunViewKind::Stuck);
        s.pause(1s); // kept without closing: a crash loses nothing
        s.settings->sync();
        s.open();
        QCOMPARE(s.window->findChild<QTabWidget*>(u"inspector"_s)->currentIndex(), 3);
        QCOMPARE(s.timeline()->header()->sectionSize(0), 301);
        QCOMPARE(s.window->findChild<Navigator*>()->chosen(), RunViewKind::Stuck);
        QTRY_VERIFY(s.window->windowTitle().contains(u"audit-sink"_s));
    }

    void zoomAndOpenFormComeBack()
    {
        Stage s;
        s.show(u"stuck"_s);
        auto* pane = s.window->findChild<TimelinePane*>();
        const TimeSpan whole = pane->window().whole();
        pane->window().zoomTo({whole.from + (whole.to - whole.from) / 4, whole.from + (whole.to - whole.from) / 2});
        const auto zoomed = pane->window().zooms().current();
        QVERIFY(zoomed);
        QVERIFY(qobject_cast<CreateDialog*>(s.trigger(u"New service"_s)));
        s.pause(1s);
        s.settings->sync();
        s.open();
        QTRY_VERIFY(s.window->windowTitle().contains(u"audit-sink"_s));
        pane = s.window->findChild<TimelinePane*>();
        QTRY_VERIFY(pane->window().zooms().current());
        QCOMPARE(pane->window().zooms().current()->from, zoomed->from);
        QCOMPARE(pane->window().zooms().current()->to, zoomed->to);
        auto* form = s.window->findChild<CreateDialog*>();
        QVERIFY(form && form->isVisible());
        // It may be what the program crashed of: only once it has stood for a while it is brought back again.
        s.settings->sync();
        s.open();
        QTRY_VERIFY(s.window->windowTitle().contains(u"audit-sink"_s));
        QVERIFY(!s.window->findChild<CreateDialog*>());
        QVERIFY(qobject_cast<CreateDialog*>(s.trigger(u"New service"_s)));
        s.settings->sync();
        s.open();
        QTRY_VERIFY(s.window->findChild<CreateDialog*>());
        s.pause(10s);
        s.settings->sync();
        s.open();
        QTRY_VERIFY(s.window->findChild<CreateDialog*>());
        form = s.window->findChild<CreateDialog*>();
        form->reject(); // closed by a person: not opened again
        s.pause(1s);
        s.settings->sync();
        s.open();
        QTRY_VERIFY(s.window->windowTitle().contains(u"audit-sink"_s));
        QVERIFY(!s.window->findChild<CreateDialog*>());
    }

    void sandboxIsMarkedAndMakesTrouble()
    {
        Stage s;
        desk::EngineStatus status = s.desk.status();
        status.sandbox = true;
        status.timeScale = 20;
        s.desk.setStatus(status);
        auto* banner = s.window->findChild<QFrame*>(u"banner"_s);
        QVERIFY(banner->isVisible());
        QVERIFY(banner->findChild<QLabel*>()->text().startsWith(u"Sandbox, speed 20"_s));
        QMenu* menu = s.window->findChild<QMenu*>(u"trouble"_s);
        for (QAction* action : menu->actions())
            action->trigger();
        QCOMPARE(s.trouble.made,
            QStringList({u"fail-next-workflow"_s, u"conflict-next-pull-request"_s, u"close-next-pull-request"_s,
                u"cancel-next-run"_s, u"auto-merge-sleeps"_s, u"hold"_s}));
        // A tick is what is so in the sandbox when the menu opens, and not what was chosen some time.
        const auto ticked = [&] {
            Q_EMIT menu->aboutToShow();
            s.settle();
            QStringList kinds;
            for (const QAction* action : menu->actions())
                if (action->isChecked())
                    kinds += action->data().toString();
            return kinds;
        };
        s.trouble.force = QStringList{u"fail-next-workflow"_s, u"hold"_s};
        QCOMPARE(ticked(), s.trouble.force);
        for (const QMenu* each : s.window->findChildren<QMenu*>())
            for (const QAction* action : each->actions()) // an icon would stand where the tick is seen
                QVERIFY2(!action->isCheckable() || action->icon().isNull() || !action->isIconVisibleInMenu(),
                    qPrintable(action->text()));
        // It lasts there, and is not over with that pull request.
        QVERIFY(s.action(u"Let auto-merge sleep in the repository of the next pull request"_s));
        s.action(u"Hold all checks"_s)->trigger();
        QCOMPARE(s.trouble.made.last(), u"not hold"_s);
        QCOMPARE(ticked(), QStringList{u"fail-next-workflow"_s});
    }

    void everyControlHasAName()
    {
        Stage s;
        s.show(u"failed"_s);
        QStringList nameless;
        for (QWidget* widget : s.window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || qobject_cast<QLabel*>(widget))
                continue;
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            // Parts of a composite widget are named by it.
            const bool inner = widget->objectName().startsWith(u"qt_"_s) || qobject_cast<QTabBar*>(widget)
                || qobject_cast<QHeaderView*>(widget);
            if (!named && !inner)
                nameless += QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        }
        QCOMPARE(nameless.join(u", "_s), QString());
    }

    void noLabelReadsMarkup()
    {
        Stage s;
        for (const QString& kind : s.runs.keys()) {
            s.show(kind);
            for (const QLabel* label : s.window->findChildren<QLabel*>())
                QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        }
    }
};

QTEST_MAIN(WindowTests)
#include "window_tests.moc"
