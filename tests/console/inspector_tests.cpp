// SPDX-License-Identifier: GPL-3.0-or-later
// The pages about a step: why, attempts, log, diff, audit; and a moment of the past in the whole window.
#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "console/audit_tab.h"
#include "console/banner_strip.h"
#include "console/diff_tab.h"
#include "console/effects.h"
#include "console/inspector_pane.h"
#include "console/made_list.h"
#include "console/main_window.h"
#include "console/navigator.h"
#include "console/overtaken.h"
#include "console/past_strip.h"
#include "console/run_list_view.h"
#include "console/selection.h"
#include "console/timeline_pane.h"
#include "console/timeline_view.h"
#include "console/translation.h"
#include "console/why_tab.h"
#include "fake_desk.h"
#include "workflow/left_open.h"
#include "workflow/titles.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPromise>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

//! A desk that has the files of a pull request, and counts who asks for them.
struct DiffDesk : FakeDesk {
    using FakeDesk::FakeDesk;
    QList<StepId> asked;
    std::optional<Error> refusal;
    QFuture<Result<QList<desk::PreviewFile>>> change(const RunId&, const StepId& step) override
    {
        asked += step;
        if (refusal)
            return QtFuture::makeReadyFuture(Result<QList<desk::PreviewFile>>(*refusal));
        return QtFuture::makeReadyFuture(
            Result<QList<desk::PreviewFile>>({{.path = u"environments/infra-dev/repos.json"_s,
                                                  .diff = u"@@ -1 +1,2 @@\n-a\n+b\n+c"_s,
                                                  .added = 2,
                                                  .removed = 1},
                {.path = u"picture.png"_s, .added = 0, .removed = 0}}));
    }
};

//! A desk whose disk is slow: a run's story comes when the test lets it.
struct SlowDesk : FakeDesk {
    using FakeDesk::FakeDesk;
    std::vector<std::pair<RunId, QPromise<Result<Events>>>> asked;
    QFuture<Result<Events>> events(const RunId& run, qint64) override
    {
        asked.emplace_back(run, QPromise<Result<Events>>());
        asked.back().second.start();
        return asked.back().second.future();
    }
    void give(size_t number)
    {
        auto& [run, promise] = asked[number];
        promise.addResult(FakeDesk::events(run, 0).result());
        promise.finish();
        QCoreApplication::processEvents();
    }
};

} // namespace

class InspectorTests : public QObject {
    Q_OBJECT

    struct Stage {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
        ManualClock clock{Timestamp{1'763'732'400'000}};
        DiffDesk desk{clock};
        QHash<QString, RunId> runs = desk.addGallery();
        QList<QUrl> opened;
        std::unique_ptr<MainWindow> window;

        explicit Stage(const QString& kind, const char* step = nullptr)
        {
            window = std::make_unique<MainWindow>(desk, clock,
                MainWindowOptions{
                    .opener = [this](const QUrl& url) { opened += url; }, .settings = &settings, .version = u"0"_s});
            window->resize(1280, 900);
            window->show();
            settle();
            window->selectRun(runs[kind]);
            settle();
            if (step)
                choose(step);
        }
        void settle()
        {
            for (int i = 0; i < 6; ++i) {
                clock.advance(Millis(10));
                QCoreApplication::processEvents();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
        }
        TimelinePane& timeline() { return *window->findChild<TimelinePane*>(); }
        InspectorPane& inspector() { return *window->findChild<InspectorPane*>(u"inspector"_s); }
        void choose(const char* step)
        {
            timeline().view().selectStep(StepId(QString::fromLatin1(step)));
            settle();
        }
        void page(int index)
        {
            inspector().setCurrentIndex(index);
            settle();
        }
        WhyTab& why() { return *window->findChild<WhyTab*>(); }
        QStringList texts(QWidget& in)
        {
            QStringList found;
            for (const QLabel* label : in.findChildren<QLabel*>())
                if (label->isVisibleTo(&in) && !label->text().isEmpty())
                    found += label->text();
            return found;
        }
        MadeList& made() { return *window->findChild<MadeList*>(); }
        QStringList madeLines()
        {
            QStringList found;
            for (const QLabel* label : made().findChildren<QLabel*>(u"made"_s))
                if (label->isVisibleTo(&why()))
                    found += label->text();
            return found;
        }
        QStringList verbs()
        {
            QStringList found;
            for (const QToolButton* button : why().findChildren<QToolButton*>())
                if (button->isVisibleTo(&why()) && button->accessibleName() != u"Exact text")
                    found += button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
            return found;
        }
        QAction* action(const QString& text)
        {
            for (QAction* each : window->findChildren<QAction*>())
                if (each->text().remove(u'&') == text)
                    return each;
            return nullptr;
        }
        QString word(const char* step)
        {
            return timeline()
                .model()
                .indexOf(StepId(QString::fromLatin1(step)), TimelineModel::StateColumn)
                .data()
                .toString();
        }
    };

private Q_SLOTS:
    void initTestCase() { installTranslation(*qApp, QLocale(QLocale::English)); }

    void whyExplainsWhatIsStuck()
    {
        Stage stage(u"stuck"_s, "infra-merged");
        const QString all = stage.texts(stage.why()).join(u'\n');
        for (const QString& part : {u"Auto-merge is on and nothing is in the way of #226 in DEFRA/tf-svc-infra"_s,
                 u"nothing sets it off"_s, u"press “Merge it now”"_s,
                 u"usually it takes 12 min, nine times in ten less than 40 min"_s, u"its limit is"_s,
                 u"It needs “Enable auto-merge” in tf-svc-infra (done)."_s, u"It holds up “Wait for the workflow”"_s})
            QVERIFY2(all.contains(part), qPrintable(part + u" not in\n"_s + all));
        QCOMPARE(stage.verbs().first(), u"Merge it now"_s); // the fitting one first, by what it does
    }

    void nothingOfWhyIsSqueezed()
    {
        // Lines that do not fit are scrolled to: each label has the height that its text takes.
        Stage stage(u"stuck"_s, "infra-merged");
        stage.window->resize(900, 620);
        stage.settle();
        int checked = 0;
        for (const QLabel* label : stage.why().findChildren<QLabel*>()) {
            if (!label->isVisibleTo(&stage.why()) || label->text().isEmpty() || !label->wordWrap())
                continue;
            ++checked;
            QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                qPrintable(u"%1: %2 of %3"_s.arg(label->text())
                               .arg(label->height())
                               .arg(label->heightForWidth(label->width()))));
        }
        QVERIFY(checked >= 5);
    }

    void whyOffersATextToSend()
    {
        Stage stage(u"waiting"_s, "infra-merged");
        QVERIFY2(stage.verbs().first() == u"Copy nudge", qPrintable(stage.verbs().join(u", "_s)));
        for (QToolButton* button : stage.why().findChildren<QToolButton*>())
            if (button->accessibleName() == u"Copy nudge")
                button->click();
        QVERIFY(
            QGuiApplication::clipboard()->text().startsWith(u"Could you please review #225 in DEFRA/tf-svc-infra?"_s));
    }

    void aStoppedRunSaysWhatIsInTheWorldBecauseOfIt()
    {
        Stage stage(u"failed"_s, "infra-workflow");
        // Beside a step it is one line, which leads to the run as a whole.
        QVERIFY(stage.made().isVisibleTo(&stage.why()));
        QVERIFY(stage.madeLines().isEmpty());
        auto* line = stage.why().findChild<QToolButton*>(u"madeLine"_s);
        QVERIFY2(
            line->isVisibleTo(&stage.why()) && line->text().startsWith(u"3 things in the world because of this run"_s),
            qPrintable(line->text()));
        QCOMPARE(stage.verbs().count(u"Undo…"_s), 1); // the way to take it back
        line->click();
        stage.settle();
        QVERIFY(!line->isVisibleTo(&stage.why()));
        const QString all = stage.madeLines().join(u'\n');
        QVERIFY2(all.contains(u"The merged change of #225 in DEFRA/tf-svc-infra. Look after it"_s), qPrintable(all));
        QVERIFY2(all.contains(u"Pull request #341 of "_s) && all.contains(u"Harmless: "_s), qPrintable(all));
        QCOMPARE(stage.verbs().count(u"Undo…"_s), 1);
        // Each page that is known is opened by a press, and nothing else is.
        QVERIFY(stage.opened.isEmpty());
        const auto open = stage.why().findChildren<QToolButton*>(u"openMade"_s);
        QCOMPARE(open.size(), 3);
        for (auto* button : open)
            button->click();
        QCOMPARE(stage.opened.size(), 3);
        QVERIFY2(stage.opened.first().path().endsWith(u"/225"_s), qPrintable(stage.opened.first().toString()));
        // News of the run leave her where she is; a step that she chooses leads back.
        stage.desk.story(stage.runs[u"failed"_s]).event(EventType::NoteAdded, 0min, "", {{"text", "I look into it"}});
        stage.desk.announce({stage.runs[u"failed"_s]});
        stage.settle();
        QVERIFY(!stage.madeLines().isEmpty());
        stage.choose("infra-workflow");
        QVERIFY(stage.madeLines().isEmpty());
    }

    //! Nothing of the run is left to do, and what it changed stands: it is not over before somebody has decided.
    void anUndoneRunNeedsYouWhileItsRevertsAreOpen()
    {
        Stage stage(u"failed"_s);
        const RunId run = stage.runs[u"failed"_s];
        const auto row = [&](int column) {
            auto& list = *stage.window->findChild<RunListView*>();
            const auto* rows = list.table().model();
            for (int at = 0; at < rows->rowCount(); ++at)
                if (rows->index(at, 0).data(RunListModel::RunIdRole).toString() == run.text())
                    return rows->index(at, column).data().toString();
            return u"not in this view"_s;
        };
        auto& navigator = *stage.window->findChild<Navigator*>();
        const int before = navigator.countOf(RunViewKind::NeedsYou);
        auto story = stage.desk.story(run);
        story.event(EventType::UndoRequested, 0min, "", {{"steps", {"infra-raise"}}, {"reason", "wrong name"}}, "mia")
            .event(EventType::StepStarted, 0min, "infra-raise", {{"by", "engine"}})
            .event(EventType::StepUndone, 0min, "infra-raise",
                {{"note", "revertProposed"},
                    {"outputs",
                        {{"revertNumber", 230}, {"revertNodeId", "PR_230"},
                            {"revertUrl", "https://github.com/DEFRA/tf-svc-infra/pull/230"}}}})
            .event(EventType::RunUndone, 0min, "", Json::object());
        stage.desk.announce({run});
        stage.settle();
        QCOMPARE(stage.desk.run(run).result()->run.state, RunState::Undone);
        stage.settle(); // a burst of changes is one question
        QCOMPARE(navigator.countOf(RunViewKind::NeedsYou), before + 1);
        const int stopped = navigator.countOf(RunViewKind::Stopped); // others, which need nobody
        navigator.choose(RunViewKind::NeedsYou);
        stage.settle();
        QCOMPARE(row(RunListModel::StateColumn), u"Needs you"_s);
        QCOMPARE(row(RunListModel::WaitingColumn), u"One reverting pull request is still open"_s);
        stage.inspector().findChild<WhyTab*>()->runWanted();
        stage.settle();
        const QString all = stage.texts(stage.why()).join(u'\n');
        QVERIFY2(all.contains(u"One reverting pull request is still open. What this run had merged stays"_s),
            qPrintable(all));
        const auto open = stage.why().findChildren<QToolButton*>(u"openMade"_s);
        QVERIFY(!open.isEmpty());
        open.first()->click();
        QCOMPARE(stage.opened, QList<QUrl>{QUrl(u"https://github.com/DEFRA/tf-svc-infra/pull/230"_s)});

        stage.desk.story(run).event(
            EventType::OutputsRevised, 0min, "infra-raise", {{"outputs", {{"revertOutcome", "merged"}}}});
        stage.desk.announce({run});
        stage.settle();
        stage.settle();
        QCOMPARE(navigator.countOf(RunViewKind::NeedsYou), before);
        QCOMPARE(navigator.countOf(RunViewKind::Stopped), stopped + 1);
        QCOMPARE(row(RunListModel::StateColumn), u"not in this view"_s);
        navigator.choose(RunViewKind::Stopped);
        stage.settle();
        QCOMPARE(row(RunListModel::StateColumn), u"Undone"_s);
        QCOMPARE(row(RunListModel::WaitingColumn), QString());
        const QString how = stage.texts(stage.why()).join(u'\n');
        for (const QString& part :
            {u"mia undid it"_s, u": wrong name."_s, u"Reverted: #225 in tf-svc-infra"_s, u" by #230."_s})
            QVERIFY2(how.contains(part), qPrintable(part + u" not in\n"_s + how));
    }

    //! It was stopped, and yet something comes of it: that is not to happen unseen.
    void aCancelledRunNeedsYouWhileGitHubStillMerges()
    {
        Stage stage(u"running"_s);
        const RunId run = stage.runs[u"running"_s];
        auto story = stage.desk.story(run);
        story.event(EventType::CancelRequested, 0min, "", {{"reason", "wrong name"}}, "mia")
            .event(EventType::RunCancelled, 0min, "", {{"reason", "wrong name"}}, "mia");
        stage.desk.announce({run});
        stage.settle();
        stage.settle();
        const auto left = openMerges(stage.desk.run(run).result()->run);
        QVERIFY(!left.isEmpty());
        auto& navigator = *stage.window->findChild<Navigator*>();
        navigator.choose(RunViewKind::NeedsYou);
        stage.settle();
        auto& list = *stage.window->findChild<RunListView*>();
        const auto* rows = list.table().model();
        QString state, waiting;
        for (int at = 0; at < rows->rowCount(); ++at)
            if (rows->index(at, 0).data(RunListModel::RunIdRole).toString() == run.text()) {
                state = rows->index(at, RunListModel::StateColumn).data().toString();
                waiting = rows->index(at, RunListModel::WaitingColumn).data().toString();
            }
        QCOMPARE(state, u"Needs you"_s);
        QVERIFY2(waiting.contains(u"still merge"_s), qPrintable(waiting));
        stage.inspector().findChild<WhyTab*>()->runWanted();
        stage.settle();
        const QString whole = stage.texts(stage.why()).join(u'\n');
        QVERIFY2(whole.contains(waiting), qPrintable(whole));
        QVERIFY2(whole.contains(u"Undo closes what is open"_s), qPrintable(whole));
        stage.choose(left[0].step.utf8().c_str());
        const QString all = stage.texts(stage.why()).join(u'\n');
        QVERIFY2(all.contains(u"still merges pull request #%1 by itself"_s.arg(left[0].number)), qPrintable(all));
    }

    void aRunThatEndedWellOffersWhatItMade()
    {
        Stage stage(u"running"_s);
        stage.desk.addFinished(1);
        stage.action(u"Read the store again"_s)->trigger();
        stage.settle();
        const auto runs = stage.desk.runs({}).result();
        const auto done = std::find_if(
            runs->begin(), runs->end(), [](const auto& each) { return each.id.text().startsWith(u"01H"_s); });
        QVERIFY(done != runs->end());
        const QString offer = u"Repository DEFRA/%1"_s.arg(done->subject);
        const auto offered = [&] {
            QStringList texts;
            for (const QAction* each : stage.window->findChildren<QAction*>())
                if (each->isVisible() && each->text().contains(offer))
                    texts += each->text();
            return texts;
        };
        QVERIFY(offered().isEmpty());
        stage.window->selectRun(done->id);
        stage.settle();
        const QUrl page(u"https://github.com/DEFRA/"_s + done->subject);
        QVERIFY2(stage.verbs().contains(u"Open "_s + offer), qPrintable(stage.verbs().join(u", "_s)));
        for (auto* button : stage.why().findChildren<QToolButton*>())
            if (button->accessibleName().contains(offer))
                button->click();
        QCOMPARE(stage.opened, QList<QUrl>{page});
        QCOMPARE(offered(), QStringList{u"Open “%1”"_s.arg(offer)}); // and in the menu of its row
        stage.action(u"Open “%1”"_s.arg(offer))->trigger();
        QCOMPARE(stage.opened, (QList<QUrl>{page, page}));
        stage.window->selectRun(stage.runs[u"running"_s]);
        stage.settle();
        QVERIFY(offered().isEmpty());
    }

    //! What a file calls "createRepository" is drawn as the new repository: so it is called everywhere.
    void lanesAreCalledByTheirTitlesEverywhere()
    {
        Stage stage(u"running"_s, "repository-ready");
        const auto view = stage.desk.run(stage.runs[u"running"_s]).result();
        const QString lane = laneTitle(view->run, u"createRepository"_s);
        QCOMPARE(lane, view->run.subject);
        QStringList seen = stage.texts(stage.why());
        QVERIFY2(seen.join(u' ').contains(u"” in %1 ("_s.arg(lane)), qPrintable(seen.join(u' '))); // what it needs
        seen += stepInLane(view->run, StepId(u"repository-ready"_s));
        stage.page(2);
        stage.inspector().findChild<QCheckBox*>(u"onlyStep"_s)->setChecked(false);
        for (const QTreeView* table : stage.inspector().findChildren<QTreeView*>())
            for (int row = 0; row < table->model()->rowCount(); ++row)
                for (int column = 0; column < table->model()->columnCount(); ++column)
                    seen += table->model()->index(row, column).data().toString();
        QVERIFY(seen.contains(u"%1: Ask for the repository"_s.arg(lane))); // in the log
        QVERIFY2(!seen.join(u' ').contains(u"createRepository"_s), qPrintable(seen.join(u'\n')));
    }

    void ofARunThatGoesOnNothingIsSaidToBeLeft()
    {
        Stage stage(u"running"_s, "config-merged");
        QVERIFY(!stage.made().isVisibleTo(&stage.why()));
    }

    void ofARunThatNobodyDrivesItIsSaid_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("told");
        QTest::newRow("on another host") << int(EventType::RunParked) << errc::githubOtherHost << true;
        QTest::newRow("in quarantine") << int(EventType::RunQuarantined) << errc::runQuarantined << true;
        QTest::newRow("without a network for now") << int(EventType::RunParked) << errc::networkTimeout << false;
    }
    void ofARunThatNobodyDrivesItIsSaid()
    {
        QFETCH(int, type);
        QFETCH(QString, code);
        Stage stage(u"waiting"_s, "infra-merged");
        stage.desk.story(stage.runs[u"waiting"_s])
            .event(EventType(type), 0min, "", {{"error", toJson(Error{.code = code})}});
        stage.window->selectRun(stage.runs[u"running"_s]);
        stage.settle();
        stage.window->selectRun(stage.runs[u"waiting"_s]);
        stage.settle();
        QTEST(stage.made().isVisibleTo(&stage.why()), "told");
    }

    void whatGoesWellHasNoPanel()
    {
        Stage stage(u"running"_s, "config-merged");
        const QString all = stage.texts(stage.why()).join(u'\n');
        QVERIFY2(!all.contains(u"What happened"_s), qPrintable(all));
        QVERIFY(all.contains(u"Waiting for the checks of #812"_s));
    }

    void whyTellsOvertakenErrorsAsHistory()
    {
        Stage stage(u"running"_s, "infra-workflow");
        const QString all = stage.texts(stage.why()).join(u'\n');
        QVERIFY2(all.contains(u"Attempt 1 failed at 13:32, fixed by attempt 2."_s), qPrintable(all));
        QVERIFY(!all.contains(u"What happened"_s)); // it is not how things are
        stage.page(1);
        const auto* table = stage.inspector().currentWidget()->findChild<QTreeView*>();
        const QString error = table->model()->index(0, 5).data().toString();
        QVERIFY2(error.endsWith(u"(failed at 13:32, fixed by attempt 2)"_s), qPrintable(error));
    }

    void tellsWhatBecameOfAFailedAttempt_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("second"); // state of a second attempt; -1: none
        QTest::addColumn<QString>("text");
        QTest::newRow("still so") << int(StepState::Failed) << -1 << QString();
        QTest::newRow("mended") << int(StepState::Succeeded) << int(AttemptState::Succeeded)
                                << u"failed at 13:35, fixed by attempt 2"_s;
        QTest::newRow("at it") << int(StepState::Running) << int(AttemptState::Running)
                               << u"failed at 13:35, attempt 2 is under way"_s;
        QTest::newRow("failed again") << int(StepState::Failed) << int(AttemptState::Failed)
                                      << u"failed at 13:35, tried again since"_s;
        QTest::newRow("by hand") << int(StepState::Advanced) << -1 << u"failed at 13:35, settled by hand by mia"_s;
        QTest::newRow("left out") << int(StepState::Skipped) << -1 << u"failed at 13:35, then left out by mia"_s;
        QTest::newRow("by hand, and again") << int(StepState::Advanced) << int(AttemptState::Succeeded)
                                            << u"failed at 13:35, settled by hand by mia, tried again since"_s;
    }
    void tellsWhatBecameOfAFailedAttempt()
    {
        QFETCH(int, state);
        QFETCH(int, second);
        QFETCH(QString, text);
        const Timestamp now{1'763'732'400'000};
        StepRun step{.state = StepState(state)};
        if (step.isDone() && step.state != StepState::Succeeded)
            step.endedByHand = {{.attempt = 1, .skipped = step.state == StepState::Skipped, .byWhom = u"mia"_s}};
        step.attempts = {{.number = 1, .endedAt = now - 5min, .state = AttemptState::Failed}};
        if (second >= 0)
            step.attempts += Attempt{.number = 2, .state = AttemptState(second)};
        QCOMPARE(overtakenText(step, step.attempts.first(), now), text);
    }

    void pagesAreSevenAndStay()
    {
        Stage stage(u"running"_s, "infra-workflow");
        QStringList titles;
        for (int i = 0; i < stage.inspector().count(); ++i)
            titles += stage.inspector().tabText(i).remove(QRegularExpression(u" [0-9]+$"_s)).remove(u'&');
        QCOMPARE(titles.join(u", "_s), u"Why, Attempts, Log, Inputs and outputs, Diff, Audit, Notes"_s);
        stage.page(5);
        stage.choose("config-merged");
        stage.window->selectRun(stage.runs[u"failed"_s]);
        stage.settle();
        QCOMPARE(stage.inspector().currentIndex(), 5);
    }

    //! Seven pages with texts that wrap are asked for their heights by each splitter around them.
    void lookingAtAnotherRunDoesNotLayTheWindowOut()
    {
        Stage stage(u"stuck"_s);
        const QSize hint = stage.inspector().sizeHint(), least = stage.inspector().minimumSizeHint();
        QVERIFY(!hint.isEmpty() && !least.isEmpty());
        for (const RunId& run : std::as_const(stage.runs)) {
            stage.window->selectRun(run);
            stage.settle();
            QCOMPARE(stage.inspector().sizeHint(), hint);
            QCOMPARE(stage.inspector().minimumSizeHint(), least);
        }
        QFont large = stage.inspector().font();
        large.setPointSizeF(large.pointSizeF() * 2);
        stage.inspector().setFont(large);
        stage.settle();
        QVERIFY(stage.inspector().minimumSizeHint().height() > least.height());
    }

    void inputsAndOutputsOfAStepAreListed()
    {
        Stage s(u"failed"_s, "infra-raise");
        s.page(3);
        auto* tree = s.inspector().currentWidget()->findChild<QTreeWidget*>();
        QVERIFY(tree);
        const auto value = [tree](const QString& group, const QString& name) {
            for (const QTreeWidgetItem* item : tree->findItems(name, Qt::MatchExactly | Qt::MatchRecursive))
                if (item->parent() && item->parent()->text(0) == group)
                    return item->text(1);
            return QString();
        };
        QCOMPARE(value(u"Inputs of the run"_s, u"Service name"_s), u"ledger-api"_s); // as the form calls it
        QCOMPARE(value(u"Outputs of the step"_s, u"number"_s), u"225"_s);
        s.choose("infra-workflow");
        QCOMPARE(value(u"Outputs of the step"_s, u"number"_s), QString()); // those of another step
    }

    void theLogIsSavedAsItIsShown()
    {
        Stage stage(u"running"_s, "infra-workflow");
        stage.page(2);
        QWidget* page = stage.inspector().currentWidget();
        const auto* table = page->findChild<QTreeView*>();
        page->findChild<QCheckBox*>()->setChecked(false); // all of the run
        const auto saved = [&stage, &page](const QString& ending) {
            const QString file = stage.folder.filePath(u"log."_s + ending);
            page->findChild<QPushButton*>(u"saveLogButton"_s)->click();
            auto* ask = stage.window->findChild<QFileDialog*>(u"saveLog"_s);
            if (!ask)
                return QByteArray("nobody asked where to");
            Q_EMIT ask->fileSelected(file);
            ask->close();
            QByteArray text;
            const auto isWritten = [&] {
                QFile written(file);
                text = written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
                return !text.isEmpty();
            };
            return QTest::qWaitFor(isWritten, 5'000) ? text : QByteArray("nothing was written");
        };
        const int rows = table->model()->rowCount();
        QVERIFY(rows > 3);
        const QByteArray text = saved(u"txt"_s);
        QVERIFY2(text.startsWith("Time\tWho\tStep\tWhat happened\n"), text.constData());
        QCOMPARE(text.count('\n'), rows + 1);
        QVERIFY2(text.contains("mia started the run for basket-ui"), text.constData());
        // The chosen step alone, where that is what is shown.
        page->findChild<QCheckBox*>()->setChecked(true);
        QVERIFY(table->model()->rowCount() < rows);
        const QByteArray cells = saved(u"csv"_s);
        QVERIFY2(cells.startsWith("Time,Who,Step,What happened\r\n"), cells.constData());
        QCOMPARE(cells.count("\r\n"), table->model()->rowCount() + 1);
        QVERIFY(!cells.contains("mia started the run"));
    }

    //! Up to 2,000 characters, of which there is no other copy.
    void aNoteThatIsRefusedStaysInTheField()
    {
        Stage s(u"failed"_s, "infra-raise");
        s.page(6);
        QLineEdit& field = *s.inspector().currentWidget()->findChild<QLineEdit*>();
        const auto isTold = [&] { return s.window->findChild<BannerStrip*>()->isVisible(); };
        QVERIFY(!isTold());
        QTest::keyClicks(&field, u"quota asked for"_s);
        s.desk.submitError = Error{.code = errc::storeReadOnly};
        QTest::keyClick(&field, Qt::Key_Return);
        s.settle();
        QCOMPARE(field.text(), u"quota asked for"_s);
        QVERIFY(isTold());
        // Typed before the answer came: neither is lost.
        s.desk.holdAnswers = true;
        QTest::keyClick(&field, Qt::Key_Return);
        s.settle();
        QCOMPARE(field.text(), QString());
        QTest::keyClicks(&field, u"and granted"_s);
        s.choose("svc-raise");
        s.desk.release();
        s.settle();
        QCOMPARE(field.text(), u"and granted"_s);
        s.desk.holdAnswers = false;
        s.desk.submitError.reset();
        QTest::keyClick(&field, Qt::Key_Return);
        s.settle();
        QCOMPARE(field.text(), u"quota asked for"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        s.settle();
        QCOMPARE(field.text(), QString());
        QStringList notes; // each about the step that was chosen when it was begun
        for (const Command& command : s.desk.submitted.mid(2)) {
            const auto& note = std::get<AddNote>(command);
            notes += note.step.text() + u": "_s + note.text;
        }
        QCOMPARE(notes, (QStringList{u"infra-raise: and granted"_s, u"infra-raise: quota asked for"_s}));
    }

    //! The journal is for ever: what was begun about one run is no note about another.
    void aHalfWrittenNoteStaysWithItsRun()
    {
        Stage s(u"failed"_s, "infra-raise");
        s.page(6);
        QLineEdit& field = *s.inspector().currentWidget()->findChild<QLineEdit*>();
        QTest::keyClicks(&field, u"quota ask"_s);
        s.window->selectRun(s.runs[u"waiting"_s]);
        s.settle();
        QCOMPARE(field.text(), QString());
        QTest::keyClick(&field, Qt::Key_Return);
        s.settle();
        QVERIFY(s.desk.submitted.isEmpty());
        s.window->selectRun(s.runs[u"failed"_s]);
        s.settle();
        s.choose("svc-raise");
        QCOMPARE(field.text(), u"quota ask"_s);
        QTest::keyClicks(&field, u"ed for"_s);
        // Of the past nothing can be changed, and it is lost least of all.
        const auto* add = s.inspector().currentWidget()->findChild<QPushButton*>();
        QVERIFY(add->isEnabled());
        Q_EMIT s.timeline().momentWanted(s.clock.now() - 1min);
        s.settle();
        QVERIFY(!add->isEnabled());
        Q_EMIT s.timeline().momentWanted(std::nullopt);
        s.settle();
        QVERIFY(add->isEnabled());
        QTest::keyClick(&field, Qt::Key_Return);
        s.settle();
        QCOMPARE(s.desk.submittedTo, QList<RunId>{s.runs[u"failed"_s]});
        const auto& note = std::get<AddNote>(s.desk.submitted.first());
        QCOMPARE(note.text, u"quota asked for"_s);
        QCOMPARE(note.step.text(), u"infra-raise"_s);
    }

    void auditListsWhoDidWhatAndWhy()
    {
        Stage stage(u"running"_s, "infra-workflow");
        stage.page(5);
        QCOMPARE(stage.inspector().tabText(5).remove(u'&'), u"Audit 3"_s);
        const auto* table = stage.inspector().currentWidget()->findChild<QTreeView*>();
        QStringList lines;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            QStringList cells;
            for (int column = 1; column < AuditModel::ColumnCount; ++column)
                cells += table->model()->index(row, column).data().toString();
            lines += cells.join(u" | "_s);
        }
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[0].startsWith(u"mia | mia started the run for basket-ui"_s), qPrintable(lines[0]));
        QVERIFY2(lines[1].startsWith(u"mia | mia retries “Wait for the workflow”"_s)
                && lines[1].endsWith(u"| quota raised"_s),
            qPrintable(lines[1]));
        QVERIFY2(lines[2].contains(u"(not checked against GitHub)"_s)
                && lines[2].endsWith(u"| merged by hand, checks were green"_s),
            qPrintable(lines[2]));
        for (const QString& line : lines)
            QVERIFY(!line.startsWith(u"engine"_s));
    }

    void whoLetItGoOnAfterCrashesIsInTheAudit()
    {
        Stage stage(u"running"_s, "infra-workflow");
        stage.page(5);
        auto* line = stage.inspector().currentWidget()->findChild<QLabel*>(u"wentOn"_s);
        QVERIFY(line && !line->isVisible());
        const Timestamp later = stage.clock.now() - 1min;
        stage.desk.wentOn = {{{later, u"ann"_s, u"reported"_s}, QList<journal::Crash>(3)},
            {{later, u"<b>joe</b>"_s, {}}, QList<journal::Crash>(1)}};
        stage.desk.announce({stage.runs[u"running"_s]});
        stage.settle();
        QCOMPARE(stage.inspector().tabText(5).remove(u'&'), u"Audit 5"_s);
        QVERIFY(line->isVisible());
        const auto lines = line->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].endsWith(u": ann let Slipway go on after 3 crashes. Why: reported"_s), qPrintable(lines[0]));
        QVERIFY2(lines[1].endsWith(u": <b>joe</b> let Slipway go on after 1 crash."_s), qPrintable(lines[1]));
        QCOMPARE(line->textFormat(), Qt::PlainText);
        // Of the past, what had been said by then.
        Q_EMIT stage.timeline().momentWanted(stage.clock.now() - 7min - 30s);
        stage.settle();
        QCOMPARE(stage.inspector().tabText(5).remove(u'&'), u"Audit 1"_s);
        QVERIFY(!line->isVisible());
    }

    void diffShowsWhatThePullRequestChanges()
    {
        Stage stage(u"running"_s, "config-merged");
        QVERIFY(stage.desk.asked.isEmpty()); // nothing is read for a page that is not seen
        stage.page(4);
        QCOMPARE(stage.desk.asked, QList<StepId>{StepId(u"config-raise"_s)}); // of the step that raised it
        auto* tab = stage.window->findChild<DiffTab*>();
        auto* files = tab->findChild<QListWidget*>();
        QCOMPARE(files->count(), 2);
        QCOMPARE(files->item(0)->text(), u"environments/infra-dev/repos.json  +2 -1"_s);
        QVERIFY(tab->findChild<QPlainTextEdit*>()->toPlainText().contains(u"+b\n+c"_s));
        files->setCurrentRow(1);
        QVERIFY(tab->findChild<QPlainTextEdit*>()->toPlainText().contains(u"does not show"_s));
        stage.choose("config-auto-merge"); // the same pull request: not read again
        QCOMPARE(stage.desk.asked.size(), 1);
        stage.choose("validate");
        QVERIFY(stage.texts(*tab).join(u' ').contains(u"no pull request of its own"_s));
        stage.desk.refusal = noNetwork();
        stage.choose("infra-raise");
        QVERIFY(stage.texts(*tab).join(u' ').contains(u"The change could not be read."_s));
    }

    void looksAtThePastAndComesBack()
    {
        Stage stage(u"running"_s, "infra-workflow");
        QVERIFY(stage.word("infra-workflow").startsWith(u"Done"_s));
        QVERIFY(stage.action(u"Cancel…"_s)->isEnabled());
        Q_EMIT stage.timeline().momentWanted(stage.clock.now() - 7min - 30s);
        stage.settle();
        QCOMPARE(stage.word("infra-workflow"), u"Failed: workflow failed"_s);
        QVERIFY(stage.window->findChild<PastStrip*>()->isVisible());
        QVERIFY2(stage.window->windowTitle().contains(u"as of 13:32"_s), qPrintable(stage.window->windowTitle()));
        for (const QString& verb : {u"Cancel…"_s, u"Pause"_s, u"Undo…"_s, u"Retry"_s, u"Look now"_s, u"Add a note"_s})
            QVERIFY2(!stage.action(verb)->isEnabled(), qPrintable(verb));
        QVERIFY(stage.action(u"Cancel…"_s)->toolTip().contains(u"past"_s));
        const QString why = stage.texts(stage.why()).join(u'\n');
        QVERIFY2(why.contains(u"What happened"_s), qPrintable(why)); // then it was how things were
        stage.page(5);
        QCOMPARE(stage.inspector().tabText(5).remove(u'&'), u"Audit 1"_s);
        // News of the present do not disturb it.
        stage.desk.story(stage.runs[u"running"_s]).succeed("config-merged", 0s);
        stage.desk.announce({stage.runs[u"running"_s]});
        stage.settle();
        QCOMPARE(stage.word("infra-workflow"), u"Failed: workflow failed"_s);
        Q_EMIT stage.timeline().momentWanted(std::nullopt);
        stage.settle();
        QCOMPARE(stage.word("infra-workflow"), u"Done (after 2 tries)"_s);
        QCOMPARE(stage.word("config-merged"), u"Done"_s);
        QVERIFY(stage.action(u"Cancel…"_s)->isEnabled());
        QVERIFY(!stage.window->windowTitle().contains(u"as of"_s));
        QVERIFY(stage.desk.submitted.isEmpty());
    }

    void goesThroughTimeByKey()
    {
        Stage stage(u"running"_s, "infra-workflow");
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()) || QGuiApplication::platformName() == u"offscreen");
        TimelineView& view = stage.timeline().view();
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier);
        stage.settle();
        auto* strip = stage.window->findChild<PastStrip*>();
        QVERIFY(strip->isVisible());
        const QString first = strip->findChild<QLabel*>()->text();
        QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier);
        stage.settle();
        QVERIFY(strip->findChild<QLabel*>()->text() != first);
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
            stage.settle();
        }
        QVERIFY(!strip->isVisible()); // past the last moment is now
    }

    //! Seven pages for each run that is passed by would take longer than all the rest.
    void onlyThePageThatIsSeenIsFilled()
    {
        Stage stage(u"running"_s, "infra-workflow");
        auto* values = stage.inspector().findChild<QTreeWidget*>();
        QCOMPARE(values->topLevelItemCount(), 0);
        QCOMPARE(stage.inspector().tabText(1).remove(u'&'), u"Attempts 2"_s); // told all the same
        stage.page(3);
        QVERIFY(values->topLevelItemCount() > 0);
        const QString subject = values->topLevelItem(0)->child(0)->text(1);
        stage.page(0);
        stage.window->selectRun(stage.runs[u"failed"_s]);
        stage.settle();
        QCOMPARE(values->topLevelItem(0)->child(0)->text(1), subject);
        stage.page(3);
        QVERIFY(values->topLevelItem(0)->child(0)->text(1) != subject);
    }

    void attemptsAreGoneThroughByKey()
    {
        Stage stage(u"running"_s, "infra-workflow");
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()) || QGuiApplication::platformName() == u"offscreen");
        TimelineView& view = stage.timeline().view();
        view.setFocus(Qt::TabFocusReason);
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(&view, key);
            stage.settle();
            auto* table = stage.inspector().currentWidget()->findChild<QTreeView*>();
            return table && stage.inspector().currentIndex() == 1
                ? table->currentIndex().siblingAtColumn(0).data().toInt()
                : 0;
        };
        QCOMPARE(press(Qt::Key_BracketLeft), 1); // it begins at the newest, the second
        QCOMPARE(press(Qt::Key_BracketRight), 2);
        // Where text is typed it is a letter.
        auto* search = stage.window->findChild<QLineEdit*>(u"search"_s);
        search->setFocus();
        QTest::keyClick(search, Qt::Key_BracketLeft);
        QCOMPARE(search->text(), u"["_s);
    }

    void aStoryThatIsStillReadKeepsNoOtherRunWaiting()
    {
        ManualClock clock;
        SlowDesk desk(clock);
        const auto runs = desk.addGallery();
        Selection selection(desk, clock);
        const auto show = [&](const QString& kind) {
            selection.selectRun(runs[kind]);
            QCoreApplication::processEvents();
        };
        show(u"failed"_s);
        selection.lookAtNeighbour(-1);
        show(u"waiting"_s);
        selection.lookAtNeighbour(-1);
        QCOMPARE(desk.asked.size(), size_t(2)); // not only when the first has come
        QCOMPARE(desk.asked[1].first, runs[u"waiting"_s]);
        desk.give(0);
        QVERIFY(!selection.isPast());
        desk.give(1);
        QVERIFY(selection.isPast());
        QCOMPARE(selection.view()->run.id, runs[u"waiting"_s]);
    }
};

QTEST_MAIN(InspectorTests)
#include "inspector_tests.moc"
