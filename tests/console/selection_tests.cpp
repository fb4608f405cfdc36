// SPDX-License-Identifier: GPL-3.0-or-later
// Which step the window is about: where nobody chose one, it goes on with the run; what a person chose stays.
#include "base/error_codes.h"
#include "console/action_set.h"
#include "console/bubbles.h"
#include "console/run_list_model.h"
#include "console/selection.h"
#include "console/timeline_pane.h"
#include "console/timeline_view.h"
#include "console/translation.h"
#include "console/why_tab.h"
#include "window_stage.h"

#include <QLabel>
#include <QPointer>
#include <QToolButton>
#include <QTreeView>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

//! A desk that reads some of its runs as slowly as the test wants.
struct TardyDesk : FakeDesk {
    using FakeDesk::FakeDesk;
    using Answer = Result<desk::RunView>;
    QSet<RunId> tardy;
    QMultiHash<RunId, std::shared_ptr<QPromise<Answer>>> asked;
    QFuture<Answer> run(const RunId& run) override
    {
        if (!tardy.contains(run))
            return FakeDesk::run(run);
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        asked.insert(run, promise);
        return promise->future();
    }
    void answer(const RunId& run) { answer(run, FakeDesk::run(run).result()); }
    void answer(const RunId& run, const Answer& with)
    {
        tardy.remove(run);
        for (const auto& promise : asked.values(run)) {
            promise->addResult(with);
            promise->finish();
        }
        asked.remove(run);
    }
};

//! Shows nothing; the test presses what would be shown.
struct PressedBubbles : Bubbles {
    using Bubbles::Bubbles;
    void show(const QString&, const Bubble&) override { }
    void withdraw(const QString&) override { }
};

//! A window over a desk that may be slow.
struct TardyStage : WindowStage {
    TardyDesk desk{clock};
    QHash<QString, RunId> runs = desk.addGallery();
    PressedBubbles* bubbles = nullptr;

    TardyStage() { open(); }
    void open()
    {
        window = std::make_unique<MainWindow>(
            desk, clock, MainWindowOptions{.settings = settings.get(), .version = u"0"_s, .bubbles = [this] {
                                               auto made = std::make_unique<PressedBubbles>();
                                               bubbles = made.get();
                                               return made;
                                           }});
        window->resize(1200, 800);
        window->show();
        settle();
    }
    ~TardyStage() { window.reset(); }
    TimelinePane& timeline() { return *window->findChild<TimelinePane*>(); }
    QString shownStep() { return timeline().view().selectedStep().text(); }
    bool shows(const QString& kind)
    {
        const auto* view = timeline().model().view();
        return view && view->run.id == runs[kind];
    }
    void select(const QString& kind)
    {
        window->selectRun(runs[kind]);
        settle();
    }
    void answer(const QString& kind)
    {
        desk.answer(runs[kind]);
        settle();
    }
    //! A press on the bubble of a run that is not read in a moment.
    void wantDialog(const QString& kind)
    {
        desk.tardy.insert(runs[kind]);
        Q_EMIT bubbles->acted(runs[kind].text(), u"act"_s);
        settle();
    }
};

} // namespace

class SelectionTests : public QObject {
    Q_OBJECT

    //! A run of which everything is raised, with its selection.
    struct Scene {
        ManualClock clock;
        FakeDesk desk{clock};
        RunId run = desk.begin(u"harbour"_s, 10min)
                        .done("validate", 10min, 9min)
                        .start("infra-raise", 9min)
                        .start("config-raise", 9min)
                        .run();
        Selection selection{desk, clock};

        Scene() { show(run); }
        static void settle()
        {
            for (int i = 0; i < 4; ++i)
                QCoreApplication::processEvents();
        }
        void show(const RunId& which)
        {
            selection.selectRun(which);
            settle();
        }
        FakeDesk::Story story() { return desk.story(run); }
        void tell()
        {
            desk.announce({run});
            settle();
        }
        QString shown() const { return selection.stepId().text(); }
    };

    static QTreeView& list(WindowStage& s) { return *s.find<QTreeView>("runs"); }
    static QModelIndex rowOf(WindowStage& s, const QString& kind)
    {
        const auto* model = list(s).model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data(RunListModel::RunIdRole).toString() == s.runs[kind].text())
                return model->index(row, 0);
        return {};
    }
    static void click(WindowStage& s, const QString& kind, Qt::KeyboardModifiers keys = {})
    {
        const QRect place = list(s).visualRect(rowOf(s, kind));
        QTest::mouseClick(list(s).viewport(), Qt::LeftButton, keys, place.center());
        s.settle();
    }

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void whatNobodyChoseGoesOnWithTheRun()
    {
        Scene s;
        QCOMPARE(s.shown(), u"infra-raise"_s);
        QVERIFY(!s.selection.isStepChosen());
        s.story().succeed("infra-raise", 5min, {{"number", 225}});
        s.tell();
        QCOMPARE(s.shown(), u"config-raise"_s);
        s.story().succeed("config-raise", 4min, {{"number", 812}});
        s.tell();
        QCOMPARE(s.shown(), u"config-raise"_s); // nothing goes on yet
        s.story().start("infra-merged", 3min).wait("infra-merged", 3min, "review", {{"number", 225}});
        s.tell();
        QCOMPARE(s.shown(), u"infra-merged"_s);
    }

    void whatAPersonChoseStays()
    {
        Scene s;
        s.selection.selectStep(StepId(u"infra-raise"_s)); // the one that is shown already
        QVERIFY(s.selection.isStepChosen());
        s.story().succeed("infra-raise", 5min, {{"number", 225}}).fail("config-raise", 4min, workflowFailed());
        s.tell();
        QCOMPARE(s.shown(), u"infra-raise"_s);
        // With another run nothing is chosen any more.
        s.show(s.desk.begin(u"pier"_s, 10min).start("validate", 10min).run());
        s.show(s.run);
        QCOMPARE(s.shown(), u"config-raise"_s);
    }

    //! A step that goes on is left only for one that needs a person, and none for another of the same urgency.
    void whatNeedsAPersonComesFirst()
    {
        Scene s;
        s.story().start("nginx-raise", 5min).fail("nginx-raise", 4min, noNetwork(), 38s);
        s.tell();
        QCOMPARE(s.shown(), u"infra-raise"_s); // the other is tried again by itself
        s.story().fail("config-raise", 4min, workflowFailed());
        s.tell();
        QCOMPARE(s.shown(), u"config-raise"_s);
        s.story().fail("infra-raise", 3min, workflowFailed());
        s.tell();
        QCOMPARE(s.shown(), u"config-raise"_s);
        s.story().start("nginx-raise", 2min).ask("nginx-raise", 1min, needsPerson());
        s.tell();
        QCOMPARE(s.shown(), u"nginx-raise"_s);
    }

    void inThePastNothingMoves()
    {
        Scene s;
        s.selection.lookAt(s.clock.now() - 8min);
        s.settle();
        QVERIFY(s.selection.isPast());
        s.story().succeed("infra-raise", 5min, {{"number", 225}});
        s.tell();
        QCOMPARE(s.shown(), u"infra-raise"_s);
        s.selection.lookAt(std::nullopt);
        QCOMPARE(s.shown(), u"config-raise"_s);
    }

    //! Nothing more goes on there; what it has made is offered by the run as a whole.
    void aRunThatIsDoneIsShownAsAWhole()
    {
        for (const bool chosen : {false, true}) {
            Scene s;
            const QList<StepRun> steps = s.desk.run(s.run).result()->run.steps;
            for (const StepRun& step : steps)
                if (!step.isDone() && step.id != steps.last().id)
                    s.story().done(step.id.utf8().c_str(), 3min, 2min);
            s.story().start(steps.last().id.utf8().c_str(), 2min);
            s.tell();
            QCOMPARE(s.shown(), steps.last().id.text());
            if (chosen)
                s.selection.selectStep(steps.last().id);
            s.story().succeed(steps.last().id.utf8().c_str(), 1min);
            s.tell();
            QVERIFY(!s.selection.view()->run.isOpen());
            QCOMPARE(s.shown(), chosen ? steps.last().id.text() : QString());
        }
    }

    //! All that is known of it is that it cannot be read; by Resume it is read again.
    void aRunThatWasSetAsideSaysWhyAndCanBeResumed()
    {
        WindowStage s;
        const RunId run = s.runs[u"waiting"_s];
        s.desk.unreadable.insert(
            run, Error{.code = errc::runSetAside, .args = {{"run", run.utf8()}, {"reason", "an event of tomorrow"}}});
        s.open();
        const QModelIndex row = rowOf(s, u"waiting"_s);
        const QString waiting = row.siblingAtColumn(RunListModel::WaitingColumn).data().toString();
        QVERIFY2(waiting.contains(u"cannot be read"_s), qPrintable(waiting));
        QCOMPARE(row.data(RunListModel::StateRole).toInt(), int(ShownState::NeedsYou));
        s.show(u"waiting"_s);
        auto* why = s.window->findChild<WhyTab*>();
        QString told;
        for (const QLabel* label : why->findChildren<QLabel*>())
            if (label->isVisible())
                told += label->text() + u'\n';
        QVERIFY2(told.contains(u"an event of tomorrow"_s), qPrintable(told));
        QVERIFY2(told.contains(u"press Resume"_s), qPrintable(told));
        auto& actions = *s.window->findChild<ActionSet*>();
        QVERIFY2(actions[ActionSet::Cancel]->toolTip().contains(u"cannot be read"_s),
            qPrintable(actions[ActionSet::Cancel]->toolTip()));
        QVERIFY(actions[ActionSet::Pause]->isEnabled());
        QPointer<QToolButton> resume;
        for (auto* button : why->findChildren<QToolButton*>())
            if (button->isVisible() && button->defaultAction() == actions[ActionSet::Pause])
                resume = button;
        QVERIFY(resume);
        QCOMPARE(resume->text().remove(u'&'), u"Resume"_s);
        resume->click();
        s.settle();
        s.settle();
        QVERIFY(!resume);
        QCOMPARE(s.desk.submittedTo, QList<RunId>{run});
        QVERIFY(std::holds_alternative<ResumeRun>(s.desk.submitted.first()));
        QVERIFY(actions[ActionSet::Cancel]->isEnabled()); // it was read
        QVERIFY(actions[ActionSet::Pause]->isEnabled()); // and nothing is under way any more
        QCOMPARE(actions[ActionSet::Pause]->text().remove(u'&'), u"Pause"_s);
    }

    //! What was read of it before holds no longer.
    void aRunThatIsSetAsideWhileItIsShownIsNotShownAsItWas()
    {
        WindowStage s;
        s.open();
        s.show(u"waiting"_s);
        auto& actions = *s.window->findChild<ActionSet*>();
        QVERIFY(actions[ActionSet::Cancel]->isEnabled());
        const RunId run = s.runs[u"waiting"_s];
        s.desk.unreadable.insert(run, Error{.code = errc::runSetAside});
        s.desk.announce({run});
        s.pause(100ms);
        QVERIFY(!actions[ActionSet::Cancel]->isEnabled());
        QCOMPARE(actions[ActionSet::Pause]->text().remove(u'&'), u"Resume"_s);
        const QString waiting = rowOf(s, u"waiting"_s).siblingAtColumn(RunListModel::WaitingColumn).data().toString();
        QVERIFY2(waiting.contains(u"cannot be read"_s), qPrintable(waiting));
        // Where it still cannot be read, it may be asked for again.
        s.desk.submitError = Error{.code = errc::runSetAside};
        actions[ActionSet::Pause]->trigger();
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 1);
        QVERIFY(actions[ActionSet::Pause]->isEnabled());
    }

    //! Nothing flickers from run to run, and nothing that is still seen of the one before is taken for the next.
    void theRunBeforeStaysUntilTheNextIsRead()
    {
        struct Unanswered : FakeDesk {
            using FakeDesk::FakeDesk;
            bool answers = true;
            QPromise<Result<desk::RunView>> never;
            QFuture<Result<desk::RunView>> run(const RunId& run) override
            {
                return answers ? FakeDesk::run(run) : never.future();
            }
        };
        WindowStage s;
        Unanswered desk(s.clock);
        const auto runs = desk.addGallery();
        desk.never.start();
        MainWindow window(desk, s.clock, {.settings = s.settings.get(), .version = u"0"_s});
        window.resize(1200, 800);
        window.show();
        s.settle();
        window.selectRun(runs[u"running"_s]);
        s.settle();
        auto& timeline = *window.findChild<TimelinePane*>();
        auto& actions = *window.findChild<ActionSet*>();
        const StepId step = timeline.view().selectedStep();
        QVERIFY(actions[ActionSet::Cancel]->isEnabled());
        desk.answers = false;
        window.selectRun(runs[u"waiting"_s]);
        s.settle();
        QVERIFY(timeline.model().view());
        QCOMPARE(timeline.model().view()->run.id, runs[u"running"_s]);
        QCOMPARE(timeline.view().selectedStep(), step);
        QVERIFY(!actions[ActionSet::Cancel]->isEnabled()); // what is done now would be done to the next one
        timeline.view().selectStep(StepId(u"validate"_s));
        s.pause(200ms);
        QVERIFY(!timeline.model().view()); // so long that it would be taken for the next
        desk.answers = true;
        window.selectRun(runs[u"failed"_s]);
        s.settle();
        QCOMPARE(timeline.model().view()->run.id, runs[u"failed"_s]);
        QVERIFY(actions[ActionSet::Cancel]->isEnabled());
        QVERIFY(timeline.view().selectedStep() != StepId(u"validate"_s));
    }

    //! Longer than the run before is left standing: what is awaited is awaited all the same.
    void theStepOfALinkIsChosenHoweverLateItsRunIsRead()
    {
        TardyStage s;
        s.desk.tardy.insert(s.runs[u"running"_s]);
        s.window->selectStep(s.runs[u"running"_s], StepId(u"svc-raise"_s));
        s.pause(300ms);
        QVERIFY(!s.timeline().model().view());
        s.answer(u"running"_s);
        QVERIFY(s.shows(u"running"_s));
        QCOMPARE(s.shownStep(), u"svc-raise"_s);
        // It was chosen, so it comes back with the next start, which may be as slow.
        s.pause(1s);
        s.window.reset();
        s.desk.tardy.insert(s.runs[u"running"_s]);
        s.open();
        s.pause(300ms);
        s.answer(u"running"_s);
        QVERIFY(s.shows(u"running"_s));
        QCOMPARE(s.shownStep(), u"svc-raise"_s);
    }

    //! Runs of one workflow have steps of the same names.
    void theStepOfALinkIsNotChosenInAnotherRun()
    {
        TardyStage s;
        s.select(u"waiting"_s);
        const QString own = s.shownStep();
        QVERIFY(own != u"svc-raise"_s);
        s.select(u"failed"_s);
        s.desk.tardy.insert(s.runs[u"running"_s]);
        s.window->selectStep(s.runs[u"running"_s], StepId(u"svc-raise"_s));
        s.select(u"waiting"_s);
        QVERIFY(s.shows(u"waiting"_s));
        QCOMPARE(s.shownStep(), own);
        s.answer(u"running"_s);
        QVERIFY(s.shows(u"waiting"_s));
        QCOMPARE(s.shownStep(), own);
        s.select(u"running"_s); // to look at the run, and at what matters there
        QVERIFY(s.shows(u"running"_s));
        QVERIFY(s.shownStep() != u"svc-raise"_s);
    }

    //! By then she has gone elsewhere, and comes back only to look.
    void aDialogThatCameTooLateDoesNotComeAtAll()
    {
        for (const bool cannotBeRead : {false, true}) {
            TardyStage s;
            s.wantDialog(u"failed"_s);
            s.answer(u"failed"_s);
            QVERIFY(s.dialog("stepDialog")); // what is read in time brings it
            s.dialog()->close();
            s.select(u"waiting"_s);
            s.wantDialog(u"stuck"_s);
            const RunId run = s.runs[u"stuck"_s];
            if (cannotBeRead) {
                s.desk.answer(run, Error{.code = errc::storeReadOnly});
                s.settle();
                s.desk.announce({run});
                s.pause(100ms);
            } else {
                s.select(u"waiting"_s);
                s.answer(u"stuck"_s);
                s.select(u"stuck"_s);
            }
            QVERIFY(s.shows(u"stuck"_s));
            QVERIFY(!s.dialog());
        }
    }

    void aPressOnALineIsAChoice()
    {
        WindowStage s;
        s.open();
        s.show(u"running"_s);
        auto& view = s.window->findChild<TimelinePane*>()->view();
        const StepId shown = view.selectedStep();
        QCOMPARE(shown.text(), u"repository-create"_s);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.currentIndex()).center());
        s.desk.story(s.runs[u"running"_s]).succeed("repository-create", 1min);
        s.desk.announce({s.runs[u"running"_s]});
        s.settle();
        QCOMPARE(view.selectedStep(), shown);
    }

    //! Only what a person chose comes back with the next start.
    void aRestartGoesWhereItMatters()
    {
        for (const bool chosen : {false, true}) {
            WindowStage s;
            s.open();
            s.show(u"running"_s);
            auto& view = s.window->findChild<TimelinePane*>()->view();
            if (chosen)
                view.selectStep(StepId(u"svc-raise"_s));
            s.pause(1s);
            s.window.reset();
            s.desk.story(s.runs[u"running"_s]).succeed("repository-create", 1min);
            s.open();
            const auto& again = s.window->findChild<TimelinePane*>()->view();
            QCOMPARE(again.selectedStep().text(), chosen ? u"svc-raise"_s : u"config-merged"_s);
        }
    }

    //! People know no ids of steps; until the run has been read in full its summary tells the title, or nothing is shown.
    void noIdStandsForATitle()
    {
        ManualClock clock;
        RunListModel model(clock);
        desk::RunSummary run{.id = RunId(u"R1"_s), .subject = u"harbour"_s, .step = u"infra-merged"_s};
        const auto step = [&] { return model.index(0, RunListModel::StepColumn).data().toString(); };
        model.upsert({run});
        QCOMPARE(step(), QString());
        run.sequence = 1;
        run.done = 3;
        run.steps = 9;
        run.active = {{.id = StepId(u"infra-merged"_s), .title = u"Wait for the merge"_s}};
        model.upsert({run});
        QCOMPARE(step(), u"4/9 Wait for the merge"_s);
    }

    //! Acts on one run are about the run that is shown, so a mark that was taken away must not leave its run shown.
    void theRunThatIsShownIsAMarkedOne()
    {
        WindowStage s;
        s.open();
        const auto title = [&](const char* subject) {
            return s.window->windowTitle().contains(QLatin1StringView(subject)) ? QString() : s.window->windowTitle();
        };
        click(s, u"failed"_s);
        QCOMPARE(title("ledger-api"), QString());
        click(s, u"waiting"_s, Qt::ControlModifier);
        QCOMPARE(list(s).selectionModel()->selectedRows().size(), 2);
        QCOMPARE(title("orders-api"), QString());
        click(s, u"waiting"_s, Qt::ControlModifier); // its mark goes again
        QCOMPARE(list(s).selectionModel()->selectedRows().size(), 1);
        QVERIFY(list(s).selectionModel()->isSelected(rowOf(s, u"failed"_s)));
        QCOMPARE(title("ledger-api"), QString());
        // Ctrl with the arrows goes on without a mark.
        QTest::keyClick(&list(s), Qt::Key_Down, Qt::ControlModifier);
        s.settle();
        QCOMPARE(title("ledger-api"), QString());
        QTest::keyClick(&list(s), Qt::Key_Up);
        s.settle();
        QVERIFY(list(s).selectionModel()->isSelected(list(s).currentIndex()));
        const auto name = list(s).currentIndex().siblingAtColumn(RunListModel::NameColumn).data().toString();
        QVERIFY2(s.window->windowTitle().contains(name), qPrintable(s.window->windowTitle()));
    }
};

QTEST_MAIN(SelectionTests)
#include "selection_tests.moc"
