// SPDX-License-Identifier: GPL-3.0-or-later
// The window by its keys on a real display: views, search, palette, shortcuts, panes, settings.
#include "base/error_codes.h"
#include "console/action_set.h"
#include "console/drafts.h"
#include "console/fuzzy_match.h"
#include "console/navigator.h"
#include "console/settings_dialog.h"
#include "console/shortcuts_dialog.h"
#include "console/timeline_view.h"
#include "console/translation.h"
#include "console/window_state.h"
#include "desk/run_link.h"
#include "window_stage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeView>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

class ViewsTests : public QObject {
    Q_OBJECT

    static int listed(WindowStage& s) { return s.find<QTreeView>("runs")->model()->rowCount(); }
    static void activate(WindowStage& s)
    {
        s.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(s.window.get()));
        s.settle();
    }
    static ActionSet& actions(WindowStage& s) { return *s.window->findChild<ActionSet*>(); }
    static void collect(const QMenu* menu, QSet<QAction*>& found)
    {
        for (QAction* action : menu->actions()) {
            found.insert(action);
            if (action->menu())
                collect(action->menu(), found);
        }
    }

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void keysChooseViews()
    {
        WindowStage s;
        s.open();
        activate(s);
        auto* navigator = s.window->findChild<Navigator*>();
        s.key(Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(navigator->chosen(), RunViewKind::Stuck);
        QCOMPARE(listed(s), 1);
        s.key(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(navigator->chosen(), RunViewKind::NeedsYou);
        // What ended well stands apart from what was cancelled or undone.
        s.key(Qt::Key_6, Qt::ControlModifier);
        QCOMPARE(listed(s), 0);
        s.key(Qt::Key_7, Qt::ControlModifier);
        QCOMPARE(navigator->chosen(), RunViewKind::Stopped);
        QCOMPARE(listed(s), 1);
        s.key(Qt::Key_8, Qt::ControlModifier);
        QCOMPARE(listed(s), 8);
    }

    void nextThatNeedsAPersonIsFoundFromAnyView()
    {
        WindowStage s;
        s.open();
        activate(s);
        s.key(Qt::Key_7, Qt::ControlModifier); // what was cancelled needs nobody
        s.key(Qt::Key_F8);
        QVERIFY2(s.window->windowTitle().contains(u"permits-frontend"_s), qPrintable(s.window->windowTitle()));
        s.key(Qt::Key_F8);
        QVERIFY(s.window->windowTitle().contains(u"audit-sink"_s));
        s.key(Qt::Key_F8, Qt::ShiftModifier);
        QVERIFY(s.window->windowTitle().contains(u"permits-frontend"_s));
    }

    void savedViewComesBackAfterARestart()
    {
        WindowStage s;
        s.open();
        auto* navigator = s.window->findChild<Navigator*>();
        navigator->choose(RunViewKind::Failed);
        QTest::keyClicks(s.find<QLineEdit>("search"), u"ledger"_s);
        s.settle();
        actions(s)[ActionSet::SaveView]->trigger();
        auto* ask = qobject_cast<QInputDialog*>(s.dialog("saveView"));
        QVERIFY(ask);
        QCOMPARE(ask->textValue(), u"Failed, ledger"_s);
        ask->setTextValue(u"My failures"_s);
        ask->accept();
        s.settle();
        QCOMPARE(navigator->chosenSaved(), u"My failures"_s);
        navigator->choose(RunViewKind::All);
        s.find<QLineEdit>("search")->clear();
        s.settle();
        QCOMPARE(listed(s), 8);
        navigator->chooseSaved(u"My failures"_s);
        s.pause(500ms);
        QCOMPARE(s.find<QLineEdit>("search")->text(), u"ledger"_s);
        QCOMPARE(listed(s), 1);
        s.window.reset();
        s.open();
        navigator = s.window->findChild<Navigator*>();
        QCOMPARE(navigator->chosenSaved(), u"My failures"_s);
        QCOMPARE(listed(s), 1);

        // What is typed over it goes with Escape, or when it is chosen once more; what it looks for stays.
        auto* search = s.find<QLineEdit>("search");
        search->setFocus(Qt::ShortcutFocusReason);
        search->setText(u"nothing of the kind"_s);
        s.settle();
        QTest::keyClick(search, Qt::Key_Escape);
        s.settle();
        QCOMPARE(search->text(), u"ledger"_s);
        search->setText(u"nothing of the kind"_s);
        s.settle();
        QTest::mouseClick(
            navigator->viewport(), Qt::LeftButton, {}, navigator->visualRect(navigator->currentIndex()).center());
        s.settle();
        QCOMPARE(search->text(), u"ledger"_s);
        QCOMPARE(navigator->chosenSaved(), u"My failures"_s);

        actions(s)[ActionSet::RenameView]->trigger();
        ask = qobject_cast<QInputDialog*>(s.dialog("renameView"));
        QVERIFY(ask);
        ask->setTextValue(u"Ledger"_s);
        ask->accept();
        s.settle();
        QCOMPARE(navigator->chosenSaved(), u"Ledger"_s);
        actions(s)[ActionSet::DeleteView]->trigger();
        s.settle();
        auto* sure = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(sure);
        QTest::mouseClick(sure->findChild<QPushButton*>(u"deleteViewConfirm"_s), Qt::LeftButton);
        s.settle();
        QVERIFY(navigator->chosenSaved().isEmpty());
        QVERIFY(!actions(s)[ActionSet::DeleteView]->isEnabled());
        QVERIFY(actions(s)[ActionSet::DeleteView]->toolTip().contains(u"saved view"_s));
    }

    void searchLooksIntoTheListOrIntoEverything()
    {
        WindowStage s;
        s.open();
        activate(s);
        s.key(Qt::Key_F, Qt::ControlModifier);
        auto* field = s.find<QLineEdit>("search");
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, u"quota"_s); // a reason for a retry of basket-ui says so, and quota-sync's name
        s.pause(300ms);
        QCOMPARE(listed(s), 1);
        QVERIFY(s.desk.searched.isEmpty());
        s.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        s.pause(300ms);
        QCOMPARE(s.desk.searched, QStringList{u"quota"_s});
        QCOMPARE(listed(s), 2);
        field->setText(u"state:failed"_s);
        s.pause(300ms);
        QCOMPARE(listed(s), 1);
        field->setText(u"colour:red"_s);
        s.pause(300ms);
        QCOMPARE(listed(s), 0);
        bool said = false;
        for (const QLabel* label : s.window->findChildren<QLabel*>())
            said |= label->isVisible() && label->text().contains(u"colour"_s);
        QVERIFY(said);
        field->clear();
        s.pause(300ms);
        QCOMPARE(listed(s), 8);
    }

    void fuzzyMatchPrefersWholeWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("word over letters") << u"retry"_s << u"Retry"_s << u"Read the history"_s;
        QTest::newRow("beginning over middle") << u"api"_s << u"api-gateway"_s << u"orders-api"_s;
        QTest::newRow("short over long") << u"orders"_s << u"orders-api"_s << u"orders-api-for-everybody"_s;
        QTest::newRow("words in any order") << u"from retry"_s << u"Retry from here"_s << u"Retry"_s;
    }
    void fuzzyMatchPrefersWholeWords()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(fuzzyScore(typed, better));
        QVERIFY(!fuzzyScore(typed, worse) || *fuzzyScore(typed, better) > *fuzzyScore(typed, worse));
        QVERIFY(!fuzzyScore(u"xyz"_s, better));
    }

    void paletteFindsRunsPullRequestsAndActions()
    {
        WindowStage s;
        s.open();
        activate(s);
        s.show(u"waiting"_s);
        const auto list = [](QDialog* palette) { return palette->findChild<QListWidget*>(u"paletteList"_s); };

        s.key(Qt::Key_K, Qt::ControlModifier);
        QDialog* palette = s.dialog("palette");
        QVERIFY(palette);
        QTest::keyClicks(palette->findChild<QLineEdit*>(), u"audit s"_s);
        QVERIFY(list(palette)->item(0)->text().contains(u"audit-sink"_s));
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
        s.settle();
        QVERIFY(s.window->windowTitle().contains(u"audit-sink"_s));

        s.key(Qt::Key_K, Qt::ControlModifier);
        palette = s.dialog("palette");
        QVERIFY(palette);
        QTest::keyClicks(palette->findChild<QLineEdit*>(), u"#540"_s);
        QVERIFY2(list(palette)->item(0)->text().contains(u"#540"_s), qPrintable(list(palette)->item(0)->text()));
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
        s.settle();
        QVERIFY(s.window->windowTitle().contains(u"basket-ui"_s));

        // What cannot be done is there with its reason, and Enter does not do it.
        s.key(Qt::Key_K, Qt::ControlModifier);
        palette = s.dialog("palette");
        QVERIFY(palette);
        QTest::keyClicks(palette->findChild<QLineEdit*>(), u"delete the view"_s);
        auto* hint = palette->findChild<QLabel*>(u"paletteHint"_s);
        QVERIFY2(hint->text().startsWith(u"Not now: "_s), qPrintable(hint->text()));
        QVERIFY(list(palette)->currentItem()->data(Qt::AccessibleTextRole).toString().contains(u"not now"_s));
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(palette->isVisible());
        palette->findChild<QLineEdit*>()->setText(u"stuck"_s);
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Down);
        QCOMPARE(list(palette)->currentRow(), 1);
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Escape);
        s.settle();
        QVERIFY(!s.dialog("palette"));
    }

    void menusHoldEveryAction()
    {
        WindowStage s;
        s.open();
        QSet<QAction*> found;
        for (const QAction* top : s.window->menuBar()->actions())
            collect(top->menu(), found);
        for (int id = 0; id < ActionSet::Count; ++id)
            QVERIFY2(found.contains(actions(s)[ActionSet::Id(id)]), qPrintable(ActionSet::nameOf(ActionSet::Id(id))));
    }

    void noTwoActionsHaveTheSameKeys()
    {
        ActionSet set;
        for (int id = 0; id < ActionSet::Count; ++id)
            for (const QKeySequence& keys : set[ActionSet::Id(id)]->shortcuts())
                QVERIFY2(!set.holderOf(keys, ActionSet::Id(id)), qPrintable(keys.toString()));
    }

    void shortcutsAreGivenCheckedAndKept()
    {
        WindowStage s;
        s.open();
        activate(s);
        s.key(Qt::Key_F1);
        QDialog* help = s.dialog("shortcuts");
        QVERIFY(help);
        auto* tree = help->findChild<QTreeWidget*>(u"shortcutTree"_s);
        QVERIFY(!tree->findItems(u"Ctrl+K"_s, Qt::MatchContains | Qt::MatchRecursive, 1).isEmpty());
        QTest::mouseClick(help->findChild<QPushButton*>(u"changeShortcuts"_s), Qt::LeftButton);
        QDialog* settings = s.dialog("settings");
        QVERIFY(settings);
        auto* keys = settings->findChild<QTreeWidget*>(u"keyTree"_s);
        QVERIFY(keys->isVisible());
        const auto choose = [&](const QString& action) {
            keys->setCurrentItem(keys->findItems(action, Qt::MatchExactly | Qt::MatchRecursive).value(0));
        };
        auto* editor = settings->findChild<QKeySequenceEdit*>();
        auto* clash = settings->findChild<QLabel*>(u"keyClash"_s);
        choose(u"Undo"_s);
        editor->setKeySequence(QKeySequence(u"Ctrl+K"_s));
        Q_EMIT editor->editingFinished();
        QVERIFY2(clash->text().contains(u"Command palette"_s), qPrintable(clash->text()));
        QVERIFY(actions(s)[ActionSet::Undo]->shortcut().isEmpty());
        editor->setKeySequence(QKeySequence(u"Ctrl+Alt+U"_s));
        Q_EMIT editor->editingFinished();
        QCOMPARE(actions(s)[ActionSet::Undo]->shortcut(), QKeySequence(u"Ctrl+Alt+U"_s));
        choose(u"Command palette"_s);
        editor->setKeySequence(QKeySequence(u"Ctrl+P"_s));
        Q_EMIT editor->editingFinished();
        settings->close();
        s.window.reset();
        s.open();
        activate(s);
        QCOMPARE(actions(s)[ActionSet::Undo]->shortcut(), QKeySequence(u"Ctrl+Alt+U"_s));
        QVERIFY(actions(s)[ActionSet::Undo]->toolTip().size() > 5);
        s.key(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!s.dialog("palette"));
        s.key(Qt::Key_P, Qt::ControlModifier);
        QDialog* palette = s.dialog("palette");
        QVERIFY(palette);
        palette->close();
    }

    void panesGoAndComeBackByKeysAndStayAsTheyWere()
    {
        WindowStage s;
        s.open();
        activate(s);
        auto* inspector = s.find<QTabWidget>("inspector");
        s.key(Qt::Key_4, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(!inspector->isVisible());
        s.key(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(!s.find<QTreeView>("runs")->isVisible());
        QVERIFY(!actions(s)[ActionSet::ShowTimeline]->isEnabled()); // the last one
        s.pause(500ms);
        s.window.reset();
        s.open();
        activate(s);
        QVERIFY(!s.find<QTabWidget>("inspector")->isVisible());
        s.key(Qt::Key_4, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(s.find<QTabWidget>("inspector")->isVisible());
        // F6 goes through what is there.
        s.show(u"failed"_s);
        s.window->findChild<Navigator*>()->setFocus();
        s.key(Qt::Key_F6);
        QVERIFY(s.find<QTreeView>("timeline")->hasFocus());
        s.key(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(s.window->findChild<Navigator*>()->hasFocus());
    }

    void linkSelectsTheStep()
    {
        WindowStage s;
        s.open();
        s.window->selectStep(s.runs[u"running"_s], StepId(u"config-merged"_s));
        s.settle();
        actions(s)[ActionSet::CopyLink]->trigger();
        QVERIFY2(QGuiApplication::clipboard()->text().endsWith(u"/step/config-merged"_s),
            qPrintable(QGuiApplication::clipboard()->text()));
        s.window->selectStep(s.runs[u"running"_s], StepId(u"infra-raise"_s)); // the run is shown already
        s.settle();
        actions(s)[ActionSet::CopyLink]->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"/step/infra-raise"_s));
        s.window->selectStep(s.runs[u"running"_s], StepId(u"no-such-step"_s));
        s.settle();
    }

    //! Qt makes a neighbour of a row that goes the current one; nobody chose that run, and it may be acted on next.
    void aSearchThatLeavesTheRunOutShowsNoOther()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        auto* list = s.find<QTreeView>("runs");
        auto* field = s.find<QLineEdit>("search");
        QStringList titles;
        connect(s.window.get(), &QWidget::windowTitleChanged, s.window.get(),
            [&titles](const QString& title) { titles += title; });
        for (const QString& words : {u"orders"_s, u"a"_s, u"basket"_s, u"-"_s}) {
            field->setText(words);
            s.pause(500ms);
            QVERIFY(list->model()->rowCount() > 0);
        }
        field->clear();
        s.pause(500ms);
        QCOMPARE(titles, QStringList());
        QVERIFY2(s.window->windowTitle().contains(u"ledger-api"_s), qPrintable(s.window->windowTitle()));
        s.action(u"Running"_s)->trigger(); // a view without it
        s.pause(500ms);
        QVERIFY(list->model()->rowCount() > 0);
        QVERIFY2(s.window->windowTitle().contains(u"ledger-api"_s), qPrintable(s.window->windowTitle()));
        list->setCurrentIndex(list->model()->index(0, 0)); // a person chooses
        s.settle();
        QVERIFY(!s.window->windowTitle().contains(u"ledger-api"_s));
    }

    //! A short list beside "All runs 15" would be taken for all there is, and the run below for one of them.
    void aSearchThatHidesRunsIsSaid()
    {
        WindowStage s;
        s.open();
        auto* strip = s.find<QWidget>("searchStrip");
        auto* unlisted = s.find<QPushButton>("showInList");
        auto* list = s.find<QTreeView>("runs");
        const int all = list->model()->rowCount();
        s.show(u"failed"_s);
        QVERIFY(strip->isHidden());
        QVERIFY(unlisted->isHidden());
        auto* field = s.find<QLineEdit>("search");
        field->setText(list->model()->index(0, 0).data().toString());
        s.pause(500ms);
        const RunId found(list->model()->index(0, 0).data(RunListModel::RunIdRole).toString());
        const RunId other = found == s.runs[u"failed"_s] ? s.runs[u"running"_s] : s.runs[u"failed"_s];
        field->clear();
        s.window->selectRun(other);
        s.settle();
        field->setText(list->model()->index(0, 0).data().toString());
        s.pause(500ms);
        QVERIFY(list->model()->rowCount() < all);
        QVERIFY(!strip->isHidden());
        QVERIFY(!unlisted->isHidden());
        unlisted->click();
        s.settle();
        QCOMPARE(list->currentIndex().data(RunListModel::RunIdRole).toString(), other.text());
        QVERIFY(unlisted->isHidden());
        QVERIFY(strip->isHidden());
        field->setText(u"a"_s);
        s.pause(500ms);
        QVERIFY(!strip->isHidden());
        s.in<QPushButton>(s.window.get(), u"clearSearch"_s)->click();
        s.settle();
        QCOMPARE(list->model()->rowCount(), all);
        QVERIFY(field->text().isEmpty());
    }

    //! What was half filled in the sandbox is not brought back at the real store.
    void aFormComesBackAtItsStoreOnly()
    {
        WindowStage s;
        WindowState state(*s.settings, s.clock);
        state.noteOpenForm(u"/elsewhere/store.db"_s, u"cdp-create-service"_s);
        s.open();
        QVERIFY(!QApplication::activeModalWidget());
        s.window.reset();
        state.noteOpenForm(s.desk.status().storePath, u"cdp-create-service"_s);
        s.open();
        QVERIFY(QApplication::activeModalWidget());
        QApplication::activeModalWidget()->close();
    }

    //! A slow store must not put a second form, or another run, over what a person has opened in the meantime.
    void whatWasOpenedBeforeTheListIsThereStays()
    {
        WindowStage s;
        WindowState state(*s.settings, s.clock);
        state.noteSelectedRun(s.runs[u"failed"_s]);
        state.flush();
        state.noteOpenForm(s.desk.status().storePath, u"cdp-create-service"_s);
        s.beforeTheListIsThere = [&s] {
            actions(s)[ActionSet::NewService]->trigger();
            s.window->showLink(u"slipway://run/"_s + s.runs[u"running"_s].text());
        };
        s.open();
        const auto forms = s.window->findChildren<QDialog*>(u"CreateServiceForm"_s);
        QCOMPARE(forms.size(), 1);
        s.window->newService();
        QCOMPARE(s.window->findChildren<QDialog*>(u"CreateServiceForm"_s), forms);
        forms.first()->close();
        s.settle();
        // Nor does it come over another dialog, where the rest of what is typed would go into it: it waits for the next time.
        s.window.reset();
        state.noteOpenForm(s.desk.status().storePath, u"cdp-create-service"_s);
        s.beforeTheListIsThere = [&s] { actions(s)[ActionSet::Settings]->trigger(); };
        s.open();
        QCOMPARE(QApplication::activeModalWidget()->objectName(), u"settings"_s);
        s.window.reset();
        s.beforeTheListIsThere = {};
        s.open();
        QCOMPARE(QApplication::activeModalWidget()->objectName(), u"CreateServiceForm"_s);
        QApplication::activeModalWidget()->close();
        s.settle();
        s.window->showLink(u"slipway://run/"_s + s.runs[u"running"_s].text());
        s.settle();
        actions(s)[ActionSet::CopyLink]->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(s.runs[u"running"_s].text()));
    }

    void draftsAreListed()
    {
        WindowStage s;
        s.desk.offer(u"cdp-decommission-service"_s);
        const QString workflow = s.desk.workflows().last()->id;
        const auto half = [](const char* name) { return Json{{"repositoryName", name}}; };
        Drafts(*s.settings, s.desk.status().storePath).save(workflow, half("half-done"), s.clock.now());
        Drafts(*s.settings, u"/elsewhere/store.db"_s).save(workflow, half("of-the-sandbox"), s.clock.now());
        s.open();
        QVERIFY(s.window->findChild<Navigator*>()->findItems(u"of-the-sandbox"_s, Qt::MatchExactly).isEmpty());
        auto* navigator = s.window->findChild<Navigator*>();
        const auto items = navigator->findItems(u"half-done"_s, Qt::MatchExactly);
        QCOMPARE(items.size(), 1);
        const QRect place = navigator->visualItemRect(items.first());
        QTest::mouseClick(navigator->viewport(), Qt::LeftButton, {}, place.center());
        s.settle();
        auto* form = s.dialog("CreateServiceForm");
        QVERIFY(form);
        QCOMPARE(s.in<QComboBox>(form, u"workflow"_s)->currentText(), s.desk.workflows().last()->title);
        QCOMPARE(s.in<QLineEdit>(form, u"input-repositoryName"_s)->text(), u"half-done"_s);
        form->close();
    }

    //! As the menu of the program's icon asks for them, through a second start.
    void aSecondStartOpensTheFormOrTheViewThatNeedsYou()
    {
        WindowStage s;
        s.open();
        s.window->findChild<Navigator*>()->choose(RunViewKind::Done);
        s.window->showLink(QLatin1StringView(desk::needsYouWish));
        s.settle();
        QCOMPARE(s.window->findChild<Navigator*>()->chosen(), RunViewKind::NeedsYou);
        s.window->showLink(QLatin1StringView(desk::newServiceWish));
        QDialog* form = s.dialog("CreateServiceForm");
        QVERIFY(form);
        // What a person is in the middle of stays; and a link from outside cannot ask for it.
        s.window->showLink(QLatin1StringView(desk::newServiceWish));
        QCOMPARE(s.dialog("CreateServiceForm"), form);
        QVERIFY(!desk::runLinkFrom(QLatin1StringView(desk::newServiceWish)));
        form->close();
        s.settle();
        s.desk.editStatus().readOnly = Error{.code = errc::storeReadOnly};
        s.desk.setStatus(s.desk.status());
        s.window->showLink(QLatin1StringView(desk::newServiceWish));
        QVERIFY(!s.dialog()); // nothing can be created in what is only read
    }

    void settingsTakeEffectAtOnceAndAreKept()
    {
        WindowStage s;
        s.open();
        actions(s)[ActionSet::Settings]->trigger();
        QDialog* settings = s.dialog("settings");
        QVERIFY(settings);
        settings->findChild<QRadioButton*>(u"theme4"_s)->click();
        QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(Qt::black));
        settings->findChild<QCheckBox*>(u"noticeStuck"_s)->setChecked(false);
        QCOMPARE(s.settings->value(u"notifications/stuck"_s).toBool(), false);
        settings->close();
        s.window.reset();
        QApplication::setPalette(Theme::light());
        s.open();
        QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(Qt::black));
        QApplication::setPalette(Theme::light());
    }

    void theInspectorStandsBesideOrBelowAndStaysThere()
    {
        WindowStage s;
        s.open();
        s.show(u"running"_s);
        auto* inspector = s.find<QTabWidget>("inspector");
        const auto isBeside = [&s, &inspector] {
            const auto* timeline = s.window->findChild<TimelineView*>();
            return inspector->mapTo(s.window.get(), QPoint()).x()
                > timeline->mapTo(s.window.get(), QPoint(timeline->width() / 2, 0)).x();
        };
        QVERIFY(!isBeside());
        actions(s)[ActionSet::InspectorBeside]->trigger();
        s.settle();
        QVERIFY(isBeside());
        QVERIFY2(inspector->width() > 250 && inspector->height() > 400, "it has a place of its own");
        // Sizes are kept for each place by itself.
        auto* across = qobject_cast<QSplitter*>(inspector->parentWidget());
        QCOMPARE(across->count(), 3);
        QTest::mousePress(across->handle(2), Qt::LeftButton);
        QTest::mouseMove(across->handle(2), QPoint(-60, 5));
        QTest::mouseRelease(across->handle(2), Qt::LeftButton, {}, QPoint(-60, 5));
        s.pause(2s);
        const int width = inspector->width();
        actions(s)[ActionSet::InspectorBeside]->trigger();
        s.settle();
        QVERIFY(!isBeside());
        actions(s)[ActionSet::InspectorBeside]->trigger();
        s.settle();
        QVERIFY2(std::abs(inspector->width() - width) <= 2, qPrintable(QString::number(inspector->width())));
        s.window.reset();
        s.open();
        inspector = s.find<QTabWidget>("inspector");
        QVERIFY(isBeside());
        QVERIFY(actions(s)[ActionSet::InspectorBeside]->isChecked());
        QVERIFY2(std::abs(inspector->width() - width) <= 2, qPrintable(QString::number(inspector->width())));
    }

    void columnsOfTheListAreHiddenAndStayHidden()
    {
        WindowStage s;
        s.open();
        const auto header = [&s] { return s.find<QTreeView>("runs")->header(); };
        QAction* team = s.action(u"Team"_s);
        QVERIFY(team && team->isCheckable() && team->isChecked());
        // The menu of the headings has the same, and never the name.
        QTest::mouseClick(header()->viewport(), Qt::RightButton);
        Q_EMIT header()->customContextMenuRequested(QPoint(20, 5));
        s.settle();
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu && menu->actions().contains(team));
        QCOMPARE(menu->actions().size(), header()->count() - 1);
        menu->close();
        const int place = int(menu->actions().indexOf(team)) + 1;
        team->trigger();
        QVERIFY(header()->isSectionHidden(place));
        s.pause(2s);
        s.window.reset();
        s.open();
        QVERIFY(header()->isSectionHidden(place));
        QVERIFY(!s.action(u"Team"_s)->isChecked());
        s.action(u"Team"_s)->trigger();
        QVERIFY(!header()->isSectionHidden(place) && header()->sectionSize(place) > 20);
    }

    void setUpChecklistCanBeLeftAndComesBack()
    {
        WindowStage s;
        s.open();
        actions(s)[ActionSet::SetUp]->trigger();
        s.settle();
        auto* checklist = s.find<QDialog>("setUp");
        QVERIFY(checklist && checklist->isVisible());
        QTest::mouseClick(checklist->findChild<QPushButton*>(u"setUp3"_s), Qt::LeftButton);
        QDialog* settings = s.dialog("settings");
        QVERIFY(settings);
        QVERIFY(settings->findChild<QCheckBox*>(u"noticeStuck"_s)->isVisible());
        settings->close();
        checklist->close();
        s.settle();
        QVERIFY(!s.find<QDialog>("setUp"));
        actions(s)[ActionSet::SetUp]->trigger();
        s.settle();
        QVERIFY(s.find<QDialog>("setUp"));
    }
};

QTEST_MAIN(ViewsTests)
#include "views_tests.moc"
