// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/manual_clock.h"
#include "console/announcer.h"
#include "console/attempts_tab.h"
#include "console/drafts.h"
#include "console/effects.h"
#include "console/icons.h"
#include "console/log_tab.h"
#include "console/navigator.h"
#include "console/opener.h"
#include "console/overtaken.h"
#include "console/run_feed.h"
#include "console/run_filter.h"
#include "console/safe_text.h"
#include "console/selection.h"
#include "console/state_style.h"
#include "console/theme.h"
#include "console/translation.h"
#include "console/wording.h"
#include "fake_desk.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

class ModelTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void theTeamOfAWorkflowThatWasImportedMeanwhileIsShown()
    {
        struct LearningDesk : FakeDesk {
            using FakeDesk::FakeDesk;
            bool knows = false;
            QList<std::shared_ptr<const Workflow>> workflows() const override
            {
                return knows ? FakeDesk::workflows() : QList<std::shared_ptr<const Workflow>>();
            }
        };
        ManualClock clock;
        LearningDesk desk(clock);
        const RunId before = desk.begin(u"before"_s, 10min).run();
        RunListModel model(clock);
        RunFeed feed(desk, clock, model);
        feed.reload();
        QTRY_COMPARE(model.rowCount(), 1);
        const auto team = [&](const RunId& run) {
            return model.index(model.rowOf(run), RunListModel::TeamColumn).data().toString();
        };
        QCOMPARE(team(before), QString());
        desk.knows = true;
        const RunId after = desk.begin(u"after"_s, 5min).run();
        desk.announce({after});
        clock.advance(100ms);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(team(after), u"fisheries"_s);
    }

    void listShowsEachRunOnce()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        RunListModel model(clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset), inserted(&model, &QAbstractItemModel::rowsInserted);
        RunFeed feed(desk, clock, model);
        feed.reload();
        QTRY_COMPARE(model.rowCount(), int(runs.size()));
        QCOMPARE(inserted.count(), 1);
        feed.reload();
        QTest::qWait(20);
        QCOMPARE(model.rowCount(), int(runs.size()));
        QCOMPARE(reset.count(), 0);

        RunFilter filter(model);
        const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QTRY_COMPARE(model.stateAt(model.rowOf(runs[u"stuck"_s])), ShownState::Stuck); // details have come
        QStringList lines;
        for (int row = 0; row < filter.rowCount(); ++row)
            lines += filter.index(row, RunListModel::NameColumn).data().toString() + u" "_s
                + wordOf(ShownState(filter.index(row, 0).data(RunListModel::StateRole).toInt()));
        QCOMPARE(lines.join(u'\n'),
            u"permits-frontend Needs you\naudit-sink Stuck\nledger-api Failed\nstock-feed Retrying\nbasket-ui Running\n"
            "orders-api Waiting\nquota-sync Paused\nold-thing Cancelled"_s);
        QCOMPARE(filter.index(0, RunListModel::TeamColumn).data().toString(), u"animal-and-plant-health"_s);
        filter.setSearch(u"  CDP-plat  "_s);
        QCOMPARE(filter.rowCount(), 2);
        filter.setView(RunViewKind::Stuck);
        QCOMPARE(filter.rowCount(), 1);
    }

    //! What all runs are slow for needs nobody; a limit that is passed still does.
    void slownessIsNoAlarmWhileGitHubHasTrouble()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        auto status = desk.status();
        status.incidentSince = clock.now();
        status.incidentUntil = clock.now() + 20min;
        desk.setStatus(status);
        RunListModel model(clock);
        RunFeed feed(desk, clock, model);
        feed.reload();
        const auto stateOf = [&](const QString& name) { return model.stateAt(model.rowOf(runs[name])); };
        QTRY_COMPARE(model.rowCount(), int(runs.size()));
        QTRY_COMPARE(stateOf(u"stuck"_s), ShownState::Stuck); // by its limit
        QTRY_COMPARE(stateOf(u"waiting"_s), ShownState::Waiting);
        clock.advance(15min); // nine in ten are done by now
        QCOMPARE(stateOf(u"waiting"_s), ShownState::Waiting);
        QCOMPARE(stateOf(u"stuck"_s), ShownState::Stuck);
        clock.advance(10min); // the trouble is over
        QTRY_COMPARE(stateOf(u"waiting"_s), ShownState::Stuck);
    }

    void changesReachTheirRowOnly()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        desk.addFinished(1000);
        RunListModel model(clock);
        RunFeed feed(desk, clock, model);
        feed.reload();
        QTRY_COMPARE(model.rowCount(), int(runs.size()) + 1000);
        QTRY_COMPARE(model.stateAt(model.rowOf(runs[u"stuck"_s])), ShownState::Stuck);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged), reset(&model, &QAbstractItemModel::modelReset);
        const RunId id = runs[u"failed"_s];
        desk.story(id).event(EventType::RunCancelled, 0s, "", {{"reason", "enough of it"}}, "mia");
        desk.announce({id});
        desk.announce({id});
        clock.advance(100ms);
        QTRY_COMPARE(model.stateAt(model.rowOf(id)), ShownState::Cancelled);
        QSet<int> rows; // the details of other open runs may still be coming in
        for (const auto& arguments : changed) {
            QCOMPARE(arguments.at(0).toModelIndex().row(), arguments.at(1).toModelIndex().row());
            rows.insert(arguments.first().toModelIndex().row());
        }
        QVERIFY(rows.contains(model.rowOf(id)));
        QVERIFY(std::all_of(rows.begin(), rows.end(), [&](int row) { return row < runs.size(); }));
        QCOMPARE(reset.count(), 0);
    }

    void lateAnswersDoNotTurnBackTheClock()
    {
        ManualClock clock;
        RunListModel model(clock);
        desk::RunSummary run{.id = RunId(u"A"_s), .subject = u"x"_s, .state = RunState::Succeeded, .sequence = 9};
        model.upsert({run});
        run.sequence = 5;
        run.state = RunState::Running;
        model.upsert({run});
        QCOMPARE(model.stateAt(0), ShownState::Done);
    }

    void countsFollow()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        desk.addGallery();
        desk.addFinished(30);
        RunListModel model(clock);
        RunFeed feed(desk, clock, model);
        feed.reload();
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        SavedViews saved(settings);
        Navigator navigator(model, saved);
        QTRY_COMPARE(navigator.countOf(RunViewKind::Stuck), 1);
        QCOMPARE(navigator.countOf(RunViewKind::NeedsYou), 1);
        QCOMPARE(navigator.countOf(RunViewKind::Failed), 1);
        QCOMPARE(navigator.countOf(RunViewKind::Done), 30);
        QCOMPARE(navigator.countOf(RunViewKind::Stopped), 1);
        QCOMPARE(navigator.countOf(RunViewKind::All), 38);
        QCOMPARE(navigator.item(0)->data(Qt::AccessibleTextRole).toString(), u"Needs you, 1 run"_s);
    }

    //! The tool bar is painted with each run that is looked at.
    void aDrawingIsPaintedOnceForEachLook()
    {
        const auto look = [](QIcon::Mode mode = QIcon::Normal) { return icon(u"retry"_s).pixmap(QSize(16, 16), mode); };
        const QPixmap first = look();
        QVERIFY(!first.isNull());
        QCOMPARE(look().cacheKey(), first.cacheKey());
        QVERIFY(look(QIcon::Disabled).toImage() != first.toImage());
        const QPalette before = QGuiApplication::palette();
        QPalette other = before;
        other.setColor(QPalette::ButtonText, QColor(200, 20, 30));
        QGuiApplication::setPalette(other);
        const QImage red = look().toImage();
        QGuiApplication::setPalette(before);
        QVERIFY(red != first.toImage());
        QCOMPARE(look().toImage(), first.toImage());
    }

    void changesAreAnnounced()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        RunListModel model(clock);
        RunFeed feed(desk, clock, model);
        Selection selection(desk, clock);
        QList<std::pair<QString, Urgency>> said;
        Announcer announcer(model, selection, clock,
            [&said](const QString& text, Urgency urgency) { said += std::pair(text, urgency); });
        connect(&feed, &RunFeed::settled, &announcer, &Announcer::begin);
        const auto pass = [&clock](Millis time) {
            for (int i = 0; i < 10; ++i) {
                clock.advance(time / 10);
                QCoreApplication::processEvents();
            }
        };
        const auto tell = [&](const QString& kind) {
            desk.announce({runs[kind]});
            pass(1s);
        };
        feed.reload();
        selection.selectRun(runs[u"waiting"_s]);
        connect(&desk, &desk::Desk::changed, &selection, &Selection::reload);
        pass(10s);
        QCOMPARE(said.size(), 0); // what is so at the start is no news

        desk.story(runs[u"waiting"_s]).succeed("infra-merged", 0s);
        tell(u"waiting"_s);
        QCOMPARE(said.size(), 1);
        QCOMPARE(said[0].first, u"orders-api: Wait for the merge, done. 6 of 21 done."_s);
        QCOMPARE(said[0].second, Urgency::Polite);

        // Within five seconds nothing more is said; then what happened to each run last, its trouble first.
        desk.story(runs[u"waiting"_s]).done("infra-workflow", 1s, 0s);
        tell(u"waiting"_s);
        desk.story(runs[u"running"_s]).ask("svc-merged", 0s, needsPerson());
        tell(u"running"_s);
        QCOMPARE(said.size(), 1);
        pass(4s);
        QCOMPARE(said.size(), 2);
        QCOMPARE(said[1].first, u"basket-ui: Needs you. orders-api: Wait for the workflow, done. 7 of 21 done."_s);

        // What the person looks at waits for nobody.
        desk.story(runs[u"waiting"_s]).ask("svc-raise", 0s, needsPerson());
        tell(u"waiting"_s);
        QCOMPARE(said.size(), 3);
        QCOMPARE(said[2], std::pair(u"orders-api: Needs you."_s, Urgency::Assertive));
    }

    void thousandRunsSortAndFilterFast()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        desk.addFinished(1500);
        RunListModel model(clock);
        model.upsert(*desk.runs({}).result());
        RunFilter filter(model);
        QElapsedTimer timer;
        timer.start();
        filter.sort(RunListModel::NameColumn);
        filter.setSearch(u"harbour"_s);
        QVERIFY(filter.rowCount() > 100 && filter.rowCount() < 400);
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed()))); // a debug build under load
    }

    void attemptsKeepTheirErrors()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        const auto view = desk.run(runs[u"running"_s]).result();
        AttemptsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const StepRun step = *view->run.step(StepId(u"infra-workflow"_s));
        StepRun earlier = step;
        earlier.attempts = {step.attempts.first()};
        model.setAttempts(u"a"_s, earlier, clock.now());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setAttempts(u"a"_s, step, clock.now());
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, AttemptsModel::StateColumn).data().toString(), u"Failed"_s);
        QVERIFY(!model.index(0, AttemptsModel::ErrorColumn).data().toString().isEmpty());
        QCOMPARE(model.index(1, AttemptsModel::StateColumn).data().toString(), u"Done"_s);
        QVERIFY(model.index(1, AttemptsModel::ErrorColumn).data().toString().isEmpty());
        QCOMPARE(model.index(0, AttemptsModel::LengthColumn).data().toString(), u"3 min"_s);
        // One word for it in the timeline and here.
        StepRun waiting = step;
        waiting.state = StepState::Waiting;
        waiting.attempts.last().state = AttemptState::Running;
        waiting.attempts.last().endedAt.reset();
        model.setAttempts(u"a"_s, waiting, clock.now());
        QCOMPARE(model.index(0, AttemptsModel::StateColumn).data().toString(), u"Failed"_s);
        QCOMPARE(model.index(1, AttemptsModel::StateColumn).data().toString(), u"Waiting"_s);
    }

    void logTakesEachEventOnce()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        const auto events = *desk.events(runs[u"failed"_s], 0).result();
        EventModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.append({events.begin(), events.begin() + 3});
        model.append(events);
        model.append(events);
        QCOMPARE(model.rowCount(), int(events.size()));
    }

    void effectsAreNamed()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        const auto view = desk.run(runs[u"failed"_s]).result();
        const auto advance = effectsOfAdvance(view->run, StepId(u"infra-workflow"_s));
        QVERIFY2(advance.join(u'\n').contains(u"start “"_s), qPrintable(advance.join(u'\n')));
        QCOMPARE(advance.last(), u"leave 2 other lanes as they are"_s); // what is started stands in the other three
        QVERIFY(!effectsOfRetry(view->run, StepId(u"infra-workflow"_s), nullptr)
                     .contains(u"leave 5 other lanes as they are"_s));
        QVERIFY(effectsOfCancel(view->run).join(u'\n').contains(u"never start 12 planned steps"_s)
            || effectsOfCancel(view->run).join(u'\n').contains(u"planned step"_s));
    }

    void whatWouldMergeAfterACancelIsNamedBeforeIt()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        const auto armed = [&](const QString& kind) {
            return effectsOfCancel(desk.run(runs[kind]).result()->run).filter(u"leave auto-merge on"_s);
        };
        QCOMPARE(armed(u"waiting"_s).size(), 1);
        QVERIFY2(armed(u"waiting"_s)[0].contains(u"#225 of DEFRA/tf-svc-infra"_s)
                && armed(u"waiting"_s)[0].contains(u"unless Undo"_s),
            qPrintable(armed(u"waiting"_s)[0]));
        QCOMPARE(armed(u"failed"_s), QStringList()); // it is merged
        QCOMPARE(armed(u"retrying"_s), QStringList()); // nothing is raised
    }

    void whatWasHealedIsTold()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        const auto step = [&] { return *desk.run(runs[u"stuck"_s]).result()->run.step(StepId(u"infra-merged"_s)); };
        const auto done = [&](const char* number, const char* effect, Millis ago) {
            const std::string id = std::string("infra-merged/1/") + number;
            desk.story(runs[u"stuck"_s])
                .event(EventType::EffectIntended, ago, "infra-merged",
                    {{"effect", id}, {"name", effect}, {"class", "precondition"}, {"target", Json::object()}})
                .event(EventType::EffectSucceeded, ago, "infra-merged", {{"effect", id}, {"result", Json::object()}});
        };
        QCOMPARE(healedText(step(), clock.now()), QString());
        done("1", "prepareBranch", 2min);
        QCOMPARE(healedText(step(), clock.now()), QString()); // half of it heals nothing
        done("2", "moveBranch", 1min);
        const QString at = timeText(clock.now() - 1min, clock.now());
        QCOMPARE(healedText(step(), clock.now()),
            u"Fixed at %1: it was in conflict with its base branch, and the change was made anew there."_s.arg(at));
        done("3", "enableAutoMerge", 1min);
        QCOMPARE(healedText(step(), clock.now()).count(u'\n'), 1);
        AttemptsModel model;
        model.setAttempts(u"stuck"_s, step(), clock.now());
        QVERIFY(model.index(0, AttemptsModel::ErrorColumn).data().toString().contains(u"in conflict"_s));
    }

    void paletteCanBeRead_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<double>("ofStates");
        QTest::addColumn<double>("ofTexts");
        QTest::newRow("light") << Theme::light() << 3.7 << 4.5;
        QTest::newRow("dark") << Theme::dark() << 4.1 << 4.5;
        QTest::newRow("high contrast, light") << Theme::highContrast(false) << 20.0 << 20.0;
        QTest::newRow("high contrast, dark") << Theme::highContrast(true) << 20.0 << 20.0;
    }
    void paletteCanBeRead()
    {
        QFETCH(QPalette, palette);
        QFETCH(double, ofStates);
        QFETCH(double, ofTexts);
        const auto atLeast = [&palette](QPalette::ColorRole a, QPalette::ColorRole b, double least) {
            const double value = contrast(palette.color(a), palette.color(b));
            return value >= least ? QString() : u"%1 on %2: %3"_s.arg(int(a)).arg(int(b)).arg(value);
        };
        for (const auto surface : {QPalette::Base, QPalette::Window, QPalette::AlternateBase, QPalette::ToolTipBase}) {
            for (int role = 0; role <= int(ColourRole::Fail); ++role) {
                const double value = contrast(colourOf(ColourRole(role), palette), palette.color(surface));
                QVERIFY2(value >= ofStates, qPrintable(u"role %1 on %2: %3"_s.arg(role).arg(int(surface)).arg(value)));
            }
            // Quiet text outlines what can be ticked, the link's colour is the ring around what has the keyboard.
            for (const auto text : {QPalette::Text, QPalette::WindowText, QPalette::ToolTipText,
                     QPalette::PlaceholderText, QPalette::Link})
                QCOMPARE(atLeast(text, surface, ofTexts), QString());
        }
        QCOMPARE(atLeast(QPalette::ButtonText, QPalette::Button, ofTexts), QString());
        QCOMPARE(atLeast(QPalette::PlaceholderText, QPalette::Button, 3), QString());
        QCOMPARE(atLeast(QPalette::Link, QPalette::Button, 3), QString());
        QCOMPARE(atLeast(QPalette::Base, QPalette::Link, 4.5), QString()); // text of the button that is proposed
        // A selected row can be read, keeps its state colours, and shows the ring around its chosen cell.
        QCOMPARE(atLeast(QPalette::HighlightedText, QPalette::Highlight, 7), QString());
        QCOMPARE(atLeast(QPalette::Link, QPalette::Highlight, 3), QString());
        for (int role = 0; role <= int(ColourRole::Fail); ++role) {
            const double value = contrast(colourOf(ColourRole(role), palette), palette.color(QPalette::Highlight));
            QVERIFY2(value >= 3.0, qPrintable(u"role %1 selected: %2"_s.arg(role).arg(value)));
        }
        // It is seen which row is selected, though not by contrast alone: the row's other cells stand beside.
        QVERIFY(palette.color(QPalette::Highlight) != palette.color(QPalette::Base));
    }
    void whatIsDisabledLooksSoAndCanBeRead_data() { paletteCanBeRead_data(); }
    void whatIsDisabledLooksSoAndCanBeRead()
    {
        QFETCH(QPalette, palette);
        const auto at = [&palette](QPalette::ColorGroup group, QPalette::ColorRole role) {
            return palette.color(group, role);
        };
        const auto differs = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
            const QColor disabled = at(QPalette::Disabled, text), enabled = at(QPalette::Active, text);
            const double apart = contrast(disabled, enabled);
            const double read = contrast(disabled, at(QPalette::Disabled, ground));
            return apart >= 1.8 && read >= 4
                ? QString()
                : u"%1: %2 from what is enabled, %3 on its ground"_s.arg(int(text)).arg(apart).arg(read);
        };
        QCOMPARE(differs(QPalette::Text, QPalette::Base), QString());
        QCOMPARE(differs(QPalette::WindowText, QPalette::Window), QString());
        QCOMPARE(differs(QPalette::ButtonText, QPalette::Button), QString());
        QCOMPARE(differs(QPalette::HighlightedText, QPalette::Highlight), QString());
    }
    //! Not by its tone alone: in high contrast the outline of what is disabled is broken.
    void aDisabledButtonIsOutlinedOtherwise()
    {
        Theme theme;
        theme.choose(Theme::Choice::HighContrastDark);
        const auto inkOnTheEdge = [](bool enabled) {
            QPushButton button;
            button.setEnabled(enabled);
            button.resize(90, 30);
            const QImage image = button.grab().toImage();
            int ink = 0;
            for (int x = 10; x < 80; ++x)
                ink += qGray(image.pixel(x, 0)) > 80;
            return ink;
        };
        const int enabled = inkOnTheEdge(true), disabled = inkOnTheEdge(false);
        theme.choose(Theme::Choice::System);
        QCOMPARE(enabled, 70);
        QVERIFY2(disabled > 20 && disabled < 60, qPrintable(QString::number(disabled)));
    }
    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 10), 210);
        QCOMPARE(qRound(contrast(QColor(0x777777), Qt::white) * 100), 448);
    }
    void everyStateHasItsOwnShapeAndWord()
    {
        QSet<int> shapes;
        QSet<QString> words;
        for (int i = 0; i <= int(ShownState::Unknown); ++i) {
            shapes.insert(int(styleOf(ShownState(i)).shape));
            words.insert(wordOf(ShownState(i)));
        }
        QCOMPARE(shapes.size(), int(ShownState::Unknown) + 1);
        QCOMPARE(words.size(), int(ShownState::Unknown) + 1);
    }

    void textFromOutsideIsTamed()
    {
        QCOMPARE(safeText(u"a\u202eb\u0007c\nd"_s), u"abc\nd"_s);
        QCOMPARE(safeLine(u"a\n  b\tc"_s), u"a b c"_s);
        // What begins another line or frame in a text document, and in nothing that counts lines.
        QCOMPARE(safeText(u"a\u2028b\u2029c"_s + QChar(0xfdd0) + QChar(0xfdd1)), u"a\u2424b\u2424c\u2424\u2424"_s);
        // What has no width would make two names look alike; what stands outside of the basic plane stays, or goes, whole.
        QCOMPARE(safeText(u"a\u200bd\u200dm\u2060i\ufeffn\u00ad\u3164\u034f\ufe0f\U000e0041"_s), u"admin"_s);
        QCOMPARE(safeText(u"🚢 é e\u0301"_s + QChar(0xd83d) + u"."_s), u"🚢 é e\u0301."_s);
        QCOMPARE(safeText(QString(50, u'x'), 10), QString(9, u'x') + u'…');
        QCOMPARE(safeLine(u"<b>bold</b>"_s), u"<b>bold</b>"_s);
    }

    void anotherHostIsAskedFor()
    {
        QList<QUrl> opened;
        const auto opener = askingFirst([&](const QUrl& url) { opened += url; },
            [] {
                return QStringList{u"github.com"_s, u"Portal.example"_s, QString()};
            });
        const auto question = [] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            const auto widgets = QApplication::topLevelWidgets();
            const auto found = std::find_if(widgets.begin(), widgets.end(),
                [](const QWidget* widget) { return widget->objectName() == "foreignHost"_L1; });
            return found == widgets.end() ? nullptr : qobject_cast<QMessageBox*>(*found);
        };
        for (const QString& known : {u"https://github.com/a/b"_s, u"https://docs.github.com/x"_s,
                 u"https://portal.EXAMPLE/"_s, u"http://127.0.0.1:8080/"_s})
            openLink(opener, known, nullptr);
        opener(QUrl::fromLocalFile(u"/tmp"_s)); // the store's folder
        QCOMPARE(opened.size(), 5);
        QVERIFY(!question());
        // The second letter of the first name is a Cyrillic one.
        for (const auto& [url, name] : {std::pair(u"https://g\u0456thub.com/a"_s, u"xn--gthub-n2e.com"_s),
                 {u"https://github.com.evil.example/"_s, u"“github.com.evil.example”"_s},
                 {u"https://evilgithub.com/"_s, u"“evilgithub.com”"_s}}) {
            openLink(opener, url, nullptr);
            QMessageBox* box = question();
            QVERIFY2(box && box->text().contains(name), qPrintable(box ? box->text() : url));
            box->reject();
            QVERIFY(!question());
            QCOMPARE(opened.size(), 5);
        }
        openLink(opener, u"https://evilgithub.com/x"_s, nullptr);
        QVERIFY(question());
        for (auto* button : question()->buttons())
            if (question()->buttonRole(button) == QMessageBox::AcceptRole) {
                button->click();
                break;
            }
        QCOMPARE(opened.size(), 6);
        QCOMPARE(opened.last().host(), u"evilgithub.com"_s);
    }

    void whatNoProgramOpensIsToldWithItsAddress()
    {
        const auto told = [] {
            const auto widgets = QApplication::topLevelWidgets();
            const auto found = std::find_if(widgets.begin(), widgets.end(),
                [](const QWidget* widget) { return widget->objectName() == "notOpened"_L1; });
            return found == widgets.end() ? nullptr : qobject_cast<QMessageBox*>(*found);
        };
        const QString page = u"https://github.com/DEFRA/tf-svc/pull/12"_s;
        openLink(tellingFailure([](const QUrl&) { return true; }), page, nullptr);
        QVERIFY(!told());
        openLink(tellingFailure([](const QUrl&) { return false; }), page, nullptr);
        QVERIFY(told() && told()->text().contains(page));
        for (auto* button : told()->buttons())
            if (told()->buttonRole(button) == QMessageBox::ActionRole) {
                button->click();
                break;
            }
        QCOMPARE(QGuiApplication::clipboard()->text(), page);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void theConnectionsAndTheWorkflowsHostsAreKnown()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        desk.editStatus().host = u"api.octo.ghe.com"_s;
        const QStringList hosts = knownHosts(desk);
        QVERIFY2(hosts.contains(u"octo.ghe.com"_s) && hosts.contains(u"github.com"_s), qPrintable(hosts.join(u' ')));
    }

    void durationsReadWell_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("brief");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("seconds") << qint64(38'400) << u"38 s"_s << u"38 seconds"_s;
        QTest::newRow("a minute") << qint64(61'000) << u"1 min 1 s"_s << u"1 minute 1 second"_s;
        QTest::newRow("minutes") << qint64(12 * 60'000 + 7'000) << u"12 min"_s << u"12 minutes"_s;
        QTest::newRow("hours") << qint64(170 * 60'000) << u"2 h 50 min"_s << u"2 hours 50 minutes"_s;
        QTest::newRow("days") << qint64(76LL * 3'600'000) << u"3 d 4 h"_s << u"3 days 4 hours"_s;
        QTest::newRow("nothing") << qint64(0) << u"0 s"_s << u"0 seconds"_s;
        QTest::newRow("negative") << qint64(-5'000) << u"0 s"_s << u"0 seconds"_s;
    }
    void durationsReadWell()
    {
        QFETCH(qint64, ms);
        QTEST(durationText(Millis(ms)), "brief");
        QTEST(spokenDuration(Millis(ms)), "spoken");
    }

    void draftsComeBack()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"s.ini"_s);
        {
            QSettings settings(file, QSettings::IniFormat);
            Drafts(settings, u"store"_s).save(u"w"_s, {{"name", "größe \"x\""}, {"flag", true}}, {42});
        }
        QSettings settings(file, QSettings::IniFormat);
        Drafts drafts(settings, u"store"_s);
        const auto draft = drafts.load(u"w"_s);
        QVERIFY(draft);
        QCOMPARE(textAt(draft->inputs, "name"), u"größe \"x\""_s);
        QCOMPARE(draft->savedAt.ms, 42);
        QVERIFY(Drafts(settings, u"other"_s).workflows().isEmpty()); // what is kept with one store is no other's
        drafts.discard(u"w"_s);
        QVERIFY(!drafts.load(u"w"_s));
    }
};

QTEST_MAIN(ModelTests)
#include "model_tests.moc"
