// SPDX-License-Identifier: GPL-3.0-or-later
// The main job as an engineer does it: real clicks and keys on the real window, with the real sandbox behind it. The
// functions are one story and run in the order in which they stand.
#include "app/window_program.h"
#include "base/text.h"
#include "console/create_dialog.h"
#include "console/diff_view.h"
#include "console/main_window.h"
#include "console/timeline_model.h"
#include "console/translation.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;

namespace {

//! Fast enough for a test, slow enough for its hands to act while a run is under way.
constexpr double speed = 60;
constexpr int longWait = 90'000; //!< of a whole creation; a machine may be busy
constexpr int shortWait = 20'000;

} // namespace

//! A helper that fails ends only itself; this ends its caller, too.
#define MUST(call)                                                                                                     \
    do {                                                                                                               \
        call;                                                                                                          \
        if (QTest::currentTestFailed())                                                                                \
            return;                                                                                                    \
    } while (false)

class GuiTest : public QObject {
    Q_OBJECT

    std::unique_ptr<app::WindowProgram> program;
    bool broken = false;
    QString screenshots = QString::fromLocal8Bit(qgetenv("SLIPWAY_SCREENSHOTS"));

    // What is on the screen.
    MainWindow* window()
    {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* found = qobject_cast<MainWindow*>(widget); found && found->isVisible())
                return found;
        return nullptr;
    }
    template <class Widget>
    Widget* find(const char* name)
    {
        return window() ? window()->findChild<Widget*>(QString::fromLatin1(name)) : nullptr;
    }
    QDialog* dialog() { return qobject_cast<QDialog*>(QApplication::activeModalWidget()); }
    template <class Widget>
    Widget* inDialog(const char* name)
    {
        return dialog() ? dialog()->findChild<Widget*>(QString::fromLatin1(name)) : nullptr;
    }
    QToolButton* toolButton(const QString& text)
    {
        for (auto* button : find<QToolBar>("actions")->findChildren<QToolButton*>())
            if (button->isVisible() && button->accessibleName() == text)
                return button;
        return nullptr;
    }
    QString stateOfRun(const QString& service)
    {
        const auto* runs = find<QTreeView>("runs") ? find<QTreeView>("runs")->model() : nullptr;
        for (int row = 0; runs && row < runs->rowCount(); ++row)
            if (runs->index(row, 0).data().toString() == service)
                return runs->index(row, 2).data().toString();
        return {};
    }
    QStringList stepsWith(const QString& word)
    {
        QStringList steps;
        const auto* model = find<QTreeView>("timeline")->model();
        for (int lane = 0; lane < model->rowCount(); ++lane) {
            const QModelIndex parent = model->index(lane, 0);
            for (int row = 0; row < model->rowCount(parent); ++row)
                if (model->index(row, TimelineModel::StateColumn, parent).data().toString().startsWith(word))
                    steps += model->index(row, 0, parent).data(TimelineModel::StepIdRole).toString();
        }
        return steps;
    }
    //! All that can be read in the inspector.
    QString inspectorText()
    {
        QStringList texts;
        for (auto* label : find<QTabWidget>("inspector")->findChildren<QLabel*>())
            if (label->isVisible())
                texts += label->text();
        return texts.join(u'\n');
    }

    // Hands.
    void click(QWidget* widget)
    {
        QVERIFY2(widget, "there is nothing to click on");
        QTRY_VERIFY_WITH_TIMEOUT(widget->isEnabled(), shortWait);
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    void clickRow(QAbstractItemView* view, const QModelIndex& index)
    {
        QVERIFY(index.isValid());
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    }
    //! Clicks the item of an open menu, or of one of its submenus.
    bool clickItem(QMenu* menu, const QString& item)
    {
        const auto click = [menu](QAction* action) {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        };
        for (QAction* action : menu->actions()) {
            if (action->text().remove(u'&') == item && action->isEnabled()) {
                click(action);
                return true;
            }
            if (!action->menu() || !titled(action->menu(), item))
                continue;
            click(action);
            return QTest::qWaitFor([&] { return action->menu()->isVisible(); }) && clickItem(action->menu(), item);
        }
        return false;
    }
    static bool titled(const QMenu* menu, const QString& item)
    {
        const auto all = menu->actions();
        return std::any_of(
            all.begin(), all.end(), [&](const QAction* action) { return action->text().remove(u'&') == item; });
    }
    void chooseFromMenu(const QString& menu, const QString& item)
    {
        for (QAction* bar : window()->menuBar()->actions()) {
            if (bar->text().remove(u'&') != menu)
                continue;
            QTest::mouseClick(
                window()->menuBar(), Qt::LeftButton, {}, window()->menuBar()->actionGeometry(bar).center());
            QTRY_VERIFY(bar->menu()->isVisible());
            if (clickItem(bar->menu(), item)) {
                QTRY_VERIFY(!bar->menu()->isVisible());
                return;
            }
        }
        QFAIL(qPrintable(u"no %1 > %2"_s.arg(menu, item)));
    }
    void selectStep(const QString& step)
    {
        auto* timeline = find<QTreeView>("timeline");
        const QModelIndex index = static_cast<TimelineModel*>(timeline->model())->indexOf(StepId(step));
        clickRow(timeline, index);
        QTRY_COMPARE(timeline->currentIndex().data(TimelineModel::StepIdRole).toString(), step);
    }
    void chooseByKeys(QComboBox* box, const QString& entry)
    {
        box->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < box->count() && box->currentText() != entry; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText(), entry);
    }

    //! Shows the stage in light and in dark, for people to look at.
    void shoot(const QString& stage, QWidget* widget = nullptr)
    {
        if (screenshots.isEmpty())
            return;
        for (const auto& [item, name] : {std::pair(u"Dark"_s, u"dark"_s), {u"Light"_s, u"light"_s}}) {
            for (QAction* action : window()->findChildren<QAction*>())
                if (action->text().remove(u'&') == item)
                    action->trigger();
            QTest::qWait(60);
            QWidget* shown = widget ? widget : window();
            const qreal scale = shown->devicePixelRatioF();
            const QString file = scale > 1 ? u"%1/%2-%3@%4.png"_s.arg(screenshots, stage, name).arg(scale)
                                           : u"%1/%2-%3.png"_s.arg(screenshots, stage, name);
            QVERIFY2(shown->grab().save(file), qPrintable(file));
        }
    }

    void open(bool sandbox)
    {
        program = std::make_unique<app::WindowProgram>(u"0.1.0"_s, speed);
        const auto error = program->open({}, sandbox);
        QVERIFY2(!error, error ? qPrintable(error->code) : "");
        QTRY_VERIFY(window());
        // As large as the screen has room for at the scale in force.
        window()->resize(QSize(1280, 800).boundedTo(window()->screen()->availableSize() - QSize(20, 60)));
        QVERIFY(QTest::qWaitForWindowActive(window()));
        QTRY_VERIFY_WITH_TIMEOUT(!stateOfAnyRun().isEmpty() || find<QTreeView>("runs"), shortWait);
    }
    QString stateOfAnyRun()
    {
        const auto* runs = find<QTreeView>("runs") ? find<QTreeView>("runs")->model() : nullptr;
        return runs && runs->rowCount() ? runs->index(0, 2).data().toString() : QString();
    }

    void fillForm(const QString& name)
    {
        QVERIFY(QTest::qWaitForWindowActive(window())); // focus comes back from a dialog a moment after it has gone
        QTest::keyClick(window(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<CreateDialog*>(dialog()));
        QVERIFY(QTest::qWaitForWindowActive(dialog()));
        auto* line = inDialog<QLineEdit>("input-repositoryName");
        QVERIFY(line);
        line->setFocus();
        QTest::keyClicks(line, name);
        chooseByKeys(inDialog<QComboBox>("input-serviceType"), u"cdp-node-backend-template"_s);
        auto* team = inDialog<QComboBox>("input-owningTeam");
        QTRY_VERIFY_WITH_TIMEOUT(team->count() > 0, shortWait);
        team->lineEdit()->setFocus();
        QTest::keyClicks(team->lineEdit(), u"fisheries"_s);
        QTest::keyClick(team->lineEdit(), Qt::Key_Tab);
        QCOMPARE(team->currentText(), u"fisheries"_s);
    }
    void createService(const QString& name)
    {
        MUST(fillForm(name));
        auto* create = inDialog<QPushButton>("createButton");
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), shortWait);
        click(create);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog(), shortWait);
        QTRY_VERIFY_WITH_TIMEOUT(!stateOfRun(name).isEmpty(), shortWait);
        QTRY_VERIFY_WITH_TIMEOUT(window()->windowTitle().contains(name), shortWait);
        QTRY_COMPARE(find<QTreeView>("runs")->currentIndex().siblingAtColumn(0).data().toString(), name);
    }
    static Json all(const Json& ledger, const char* kind)
    {
        return ledger.contains(kind) ? ledger[kind] : Json::array();
    }

private Q_SLOTS:
    void anEmptyHomeShowsTheFirstRunPage()
    {
        MUST(open(false));
        auto* sandbox = find<QPushButton>("sandboxButton");
        QVERIFY(sandbox && sandbox->isVisible());
        QVERIFY(!find<QToolBar>("actions")->isVisible());
        shoot(u"01-first-run"_s);
    }

    void aWrongTokenIsSaidAndThePageStays()
    {
        auto host = sandbox::Sandbox::start({.speed = speed});
        QVERIFY(host);
        auto* connectButton = find<QPushButton>("connectButton");
        QVERIFY(!connectButton->isEnabled());
        auto* address = find<QLineEdit>("host");
        address->setFocus();
        address->selectAll();
        QTest::keyClicks(address, (*host)->url());
        QTest::keyClicks(find<QLineEdit>("token"), u"ghp_notTheTokenOfThisSandbox0000000000000"_s);
        MUST(click(connectButton));
        const auto said = [this] {
            for (auto* label : window()->findChildren<QLabel*>())
                if (label->isVisible() && label->text() == u"GitHub does not accept the token."_s)
                    return true;
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(said(), shortWait);
        QVERIFY(find<QPushButton>("sandboxButton")->isVisible());
        shoot(u"02-wrong-token"_s);
        QVERIFY(!QFile::exists(qEnvironmentVariable("XDG_CONFIG_HOME") + u"/slipway/profiles/default.json"_s));
    }

    void itsButtonOpensTheSandbox()
    {
        auto* first = window();
        MUST(click(find<QPushButton>("sandboxButton")));
        QTRY_VERIFY_WITH_TIMEOUT(window() && window() != first && find<QMenu>("trouble"), longWait);
        QVERIFY(QTest::qWaitForWindowActive(window()));
        window()->resize(QSize(1280, 800).boundedTo(window()->screen()->availableSize() - QSize(20, 60)));
        QVERIFY(find<QToolBar>("actions")->isVisible());
        shoot(u"03-empty"_s);
    }

    void darkIsChosenInTheMenu()
    {
        MUST(chooseFromMenu(u"View"_s, u"Dark"_s));
        QTRY_VERIFY(window()->palette().window().color().lightness() < 100);
        MUST(chooseFromMenu(u"View"_s, u"Light"_s));
        QTRY_VERIFY(window()->palette().window().color().lightness() > 150);
    }

    void theFormShowsWhatWillChange()
    {
        QTest::keyClick(window(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(dialog());
        QVERIFY(!inDialog<QPushButton>("createButton")->isEnabled());
        shoot(u"04-form-empty"_s, dialog());
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());

        MUST(fillForm(u"ct-sso-test-2"_s));
        auto* tree = dialog()->findChild<QTreeWidget*>();
        QTRY_VERIFY_WITH_TIMEOUT(tree->isVisible() && tree->topLevelItemCount() > 0, shortWait);
        QStringList lanes;
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            lanes += tree->topLevelItem(i)->text(0);
        for (const auto& repository : {u"tf-svc-infra"_s, u"cdp-app-config"_s, u"cdp-nginx-upstreams"_s, u"tf-svc"_s})
            QVERIFY2(lanes.filter(repository + u": Raise pull request"_s).size() == 1, qPrintable(repository));
        // Some file's difference on the present main names the new service.
        auto* diff = dialog()->findChild<DiffView*>();
        bool shown = false;
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            const QTreeWidgetItem* item = tree->topLevelItem(i);
            if (item->childCount() == 0)
                continue;
            MUST(clickRow(tree, tree->model()->index(i, 0)));
            if (!item->isExpanded())
                QTest::keyClick(tree, Qt::Key_Right);
            QTest::keyClick(tree, Qt::Key_Down);
            QCOMPARE(tree->currentItem(), item->child(0));
            for (const QString& text : diff->toPlainText().split(u'\n'))
                shown = shown || (text.startsWith(u'+') && text.contains(u"ct-sso-test-2"_s));
            if (shown)
                break;
        }
        QVERIFY(shown);
        QTRY_VERIFY_WITH_TIMEOUT(inDialog<QPushButton>("createButton")->isEnabled(), shortWait);
        QVERIFY(inDialog<QPushButton>("createButton")->text().contains(u"4 pull requests"_s));
        shoot(u"05-form-preview"_s, dialog());
    }

    void createRunsToItsEnd()
    {
        MUST(click(inDialog<QPushButton>("createButton")));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog(), shortWait);
        QTRY_VERIFY_WITH_TIMEOUT(!stateOfRun(u"ct-sso-test-2"_s).isEmpty(), shortWait);
        QTRY_VERIFY_WITH_TIMEOUT(stepsWith(u"Done"_s).size() >= 5, longWait);
        const QStringList early = stepsWith(u"Done"_s);
        shoot(u"06-running"_s);
        QTRY_VERIFY_WITH_TIMEOUT(stepsWith(u"Done"_s).size() > early.size(), longWait);
        QTRY_COMPARE_WITH_TIMEOUT(stateOfRun(u"ct-sso-test-2"_s), u"Done"_s, longWait);
        shoot(u"07-done"_s);
    }

    void aFailingWorkflowIsRetried()
    {
        MUST(chooseFromMenu(u"Make trouble"_s, u"Fail the next workflow"_s));
        MUST(createService(u"orders-api"_s));
        QTRY_COMPARE_WITH_TIMEOUT(stateOfRun(u"orders-api"_s), u"Failed"_s, longWait);
        QTRY_COMPARE_WITH_TIMEOUT(stepsWith(u"Failed"_s).size(), 1, shortWait);
        const QString failed = stepsWith(u"Failed"_s).first();
        MUST(selectStep(failed));
        QTRY_VERIFY(inspectorText().contains(u"What happened"_s));
        QVERIFY(inspectorText().contains(u"You can"_s));
        const auto linked = [this] {
            for (auto* button : find<QTabWidget>("inspector")->findChildren<QToolButton*>())
                if (button->isVisible() && button->toolTip().contains(u"/actions/runs/"_s))
                    return true;
            return false;
        };
        QTRY_VERIFY2(linked(), "the failed step has no link to its workflow run");
        QVERIFY(toolButton(u"Open on GitHub"_s)->isEnabled());
        shoot(u"08-failed"_s);

        MUST(click(toolButton(u"Retry"_s)));
        QTRY_VERIFY(dialog());
        QTRY_VERIFY_WITH_TIMEOUT(inDialog<QPushButton>("confirmButton")->isEnabled(), shortWait);
        shoot(u"09-retry"_s, dialog());
        MUST(click(inDialog<QPushButton>("confirmButton")));
        QTRY_VERIFY_WITH_TIMEOUT(stateOfRun(u"orders-api"_s) != u"Failed"_s, shortWait);
        shoot(u"09-retried"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOfRun(u"orders-api"_s), u"Done"_s, longWait);
        // Both attempts stay to be seen.
        QVERIFY(stepsWith(u"Done (after 2"_s).contains(failed));
        MUST(selectStep(failed));
        shoot(u"10-done-after-retry"_s);
    }

    void closedInTheMiddleItGoesOn()
    {
        MUST(createService(u"stock-feed"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stepsWith(u"Done"_s).size() >= 3, longWait);
        const QStringList done = stepsWith(u"Done"_s);
        window()->close();
        program.reset();
        QVERIFY(!window());

        MUST(open(true));
        QTRY_VERIFY_WITH_TIMEOUT(!stateOfRun(u"stock-feed"_s).isEmpty(), shortWait);
        QTRY_VERIFY_WITH_TIMEOUT(window()->windowTitle().contains(u"stock-feed"_s), shortWait);
        QTRY_VERIFY_WITH_TIMEOUT(stepsWith(u"Done"_s).size() >= done.size(), shortWait);
        for (const QString& step : done)
            QVERIFY2(stepsWith(u"Done"_s).contains(step), qPrintable(step));
        shoot(u"11-reopened"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOfRun(u"stock-feed"_s), u"Done"_s, longWait);
    }

    void advanceNeedsAReason()
    {
        MUST(chooseFromMenu(u"Make trouble"_s, u"Hold the next checks"_s));
        MUST(createService(u"audit-sink"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!stepsWith(u"Waiting"_s).isEmpty(), longWait);
        MUST(selectStep(stepsWith(u"Waiting"_s).first()));
        MUST(click(toolButton(u"Advance…"_s)));
        QTRY_VERIFY(dialog());
        auto* confirm = inDialog<QPushButton>("confirmButton");
        auto* reason = inDialog<QLineEdit>("reason");
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(reason, u"short"_s);
        QVERIFY(!confirm->isEnabled());
        shoot(u"12-advance"_s, dialog());
        QTest::keyClick(reason, Qt::Key_Return); // confirms nothing
        QVERIFY(dialog());
        QTest::keyClicks(reason, u", but now it is long enough"_s);
        QTRY_VERIFY(confirm->isEnabled());
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        QVERIFY(stepsWith(u"By hand"_s).isEmpty());
    }

    void aCancelledRunIsUndone()
    {
        MUST(click(toolButton(u"Cancel…"_s)));
        QTRY_VERIFY(dialog());
        shoot(u"13-cancel"_s, dialog());
        QTest::keyClicks(inDialog<QLineEdit>("reason"), u"it was only an exercise"_s);
        QTRY_VERIFY_WITH_TIMEOUT(inDialog<QPushButton>("confirmButton")->isEnabled(), shortWait);
        MUST(click(inDialog<QPushButton>("confirmButton")));
        QTRY_COMPARE_WITH_TIMEOUT(stateOfRun(u"audit-sink"_s), u"Cancelled"_s, shortWait);
        MUST(click(toolButton(u"Undo…"_s)));
        QTRY_VERIFY(dialog());
        QTRY_VERIFY_WITH_TIMEOUT(inDialog<QTreeWidget>("undoSteps")->topLevelItemCount() > 0, shortWait);
        QTest::keyClicks(inDialog<QLineEdit>("reason"), u"it was only an exercise"_s);
        QTRY_VERIFY_WITH_TIMEOUT(inDialog<QPushButton>("confirmButton")->isEnabled(), shortWait);
        shoot(u"14-undo"_s, dialog());
        MUST(click(inDialog<QPushButton>("confirmButton")));
        QTRY_COMPARE_WITH_TIMEOUT(stateOfRun(u"audit-sink"_s), u"Undone"_s, longWait);
        shoot(u"15-undone"_s);
    }

    void theLedgerShowsNothingTwice()
    {
        window()->close();
        program.reset();
        auto world = sandbox::Sandbox::start(
            {.stateDirectory = qEnvironmentVariable("XDG_DATA_HOME") + u"/slipway/sandbox/world"_s, .speed = speed});
        QVERIFY(world);
        const Json ledger = (*world)->ledger();
        QHash<QString, int> raised; // by service
        QSet<QString> heads, dispatches, repositories, branches;
        for (const Json& pull : all(ledger, "pullRequests")) {
            const QString head = textAt(pull, "repository") + u' ' + textAt(pull, "head");
            QVERIFY2(!heads.contains(head), qPrintable(head));
            heads.insert(head);
            const QString about = textAt(pull, "head") + textAt(pull, "title");
            for (const QString& service : {u"ct-sso-test-2"_s, u"orders-api"_s, u"stock-feed"_s, u"audit-sink"_s})
                raised[service] += about.contains(service) ? 1 : 0;
            // What was undone is closed and not merged; everything else is merged.
            QCOMPARE(pull.value("merged", false), !about.contains(u"audit-sink"_s));
        }
        QCOMPARE(raised.value(u"ct-sso-test-2"_s), raised.value(u"orders-api"_s));
        QCOMPARE(raised.value(u"ct-sso-test-2"_s), raised.value(u"stock-feed"_s));
        QVERIFY(raised.value(u"ct-sso-test-2"_s) >= 4);
        for (const Json& dispatch : all(ledger, "dispatches")) {
            const QString what = QString::fromUtf8(toBytes(dispatch.value("inputs", Json::object())))
                + textAt(dispatch, "repository") + textAt(dispatch, "workflow");
            QVERIFY2(!dispatches.contains(what), qPrintable(what));
            dispatches.insert(what);
        }
        for (const Json& repository : all(ledger, "repositories")) {
            QVERIFY2(!repositories.contains(textAt(repository, "name")), qPrintable(textAt(repository, "name")));
            repositories.insert(textAt(repository, "name"));
        }
        for (const QString& service : {u"ct-sso-test-2"_s, u"orders-api"_s, u"stock-feed"_s})
            QVERIFY2(repositories.contains(service), qPrintable(service));
        QVERIFY(!repositories.contains(u"audit-sink"_s));
        for (const Json& branch : all(ledger, "branches")) {
            const QString name = textAt(branch, "repository") + u' ' + textAt(branch, "name");
            QVERIFY2(!branches.contains(name), qPrintable(name));
            branches.insert(name);
        }
    }

    void init()
    {
        if (broken)
            QSKIP("the story broke before");
    }
    void cleanup()
    {
        if (!QTest::currentTestFailed())
            return;
        broken = true; // the picture says where
        if (!screenshots.isEmpty() && window())
            window()->grab().save(screenshots + u"/broken-window.png"_s);
        if (!screenshots.isEmpty() && dialog())
            dialog()->grab().save(screenshots + u"/broken-dialog.png"_s);
    }
};

int main(int argc, char** argv)
{
    const QTemporaryDir home;
    qputenv("HOME", home.path().toLocal8Bit());
    for (const auto& [variable, folder] : {std::pair("XDG_CONFIG_HOME", "config"), {"XDG_DATA_HOME", "data"},
             {"XDG_STATE_HOME", "state"}, {"XDG_CACHE_HOME", "cache"}})
        qputenv(variable, home.filePath(QString::fromLatin1(folder)).toLocal8Bit());
    if (const QString folder = qEnvironmentVariable("SLIPWAY_SCREENSHOTS"); !folder.isEmpty())
        QDir().mkpath(folder);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"slipway"_s);
    QApplication::setApplicationName(u"slipway"_s);
    installTranslation(application, QLocale(QLocale::English));
    GuiTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "gui_test.moc"
