// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/manual_clock.h"
#include "console/state_painter.h"
#include "console/time_window.h"
#include "console/timeline_delegate.h"
#include "console/timeline_model.h"
#include "console/timeline_pane.h"
#include "console/timeline_view.h"
#include "fake_desk.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

constexpr qint64 second = 1'000, minute = 60 * second, hour = 60 * minute;

QString barText(const StepBar& bar, Timestamp from)
{
    QStringList parts;
    for (const auto& segment : bar.segments)
        parts += u"%1 %2-%3%4%5"_s.arg(wordOf(segment.state))
                     .arg((segment.span.from - from).count() / second)
                     .arg((segment.span.to - from).count() / second)
                     .arg(segment.attempt ? u" #%1"_s.arg(segment.attempt) : u" pause"_s)
                     .arg(segment.toNow ? u" …"_s : QString());
    if (bar.ghost)
        parts += u"ghost %1-%2"_s.arg((bar.ghost->from - from).count() / second)
                     .arg((bar.ghost->to - from).count() / second);
    if (bar.late)
        parts += u"late %1"_s.arg((*bar.late - from).count() / second);
    return parts.join(u" | "_s);
}

QList<ShownState> statesOf(const Run& run)
{
    QList<ShownState> states;
    for (const StepRun& step : run.steps)
        states += shownState(step, false);
    return states;
}

} // namespace

class TimelineTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void placesMoments_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<bool>("folded");
        QTest::addColumn<double>("x");
        // One hour on 640 pixels; with the fold 00:20 to 00:50 half an hour is left for 588.
        QTest::newRow("start") << qint64(0) << false << 0.0;
        QTest::newRow("middle") << 30 * minute << false << 320.0;
        QTest::newRow("end") << hour << false << 640.0;
        QTest::newRow("before the start") << -6 * minute << false << -64.0;
        QTest::newRow("after the end") << 66 * minute << false << 704.0;
        QTest::newRow("folded: before the fold") << 10 * minute << true << 196.0;
        QTest::newRow("folded: fold begins") << 20 * minute << true << 392.0;
        QTest::newRow("folded: half through the fold") << 35 * minute << true << 418.0;
        QTest::newRow("folded: fold ends") << 50 * minute << true << 444.0;
        QTest::newRow("folded: end") << hour << true << 640.0;
    }
    void placesMoments()
    {
        QFETCH(qint64, at);
        QFETCH(bool, folded);
        QFETCH(double, x);
        TimelineGeometry geometry{.visible = {{0}, {hour}}, .width = 640};
        if (folded)
            geometry.folds = {{{20 * minute}, {50 * minute}}};
        QVERIFY2(std::abs(geometry.xOf({at}) - x) < 0.01, qPrintable(QString::number(geometry.xOf({at}))));
        QVERIFY(std::abs((geometry.timeAt(x) - Timestamp{at}).count()) <= 1);
    }

    void cutsFoldsAtTheEdges()
    {
        const TimelineGeometry geometry{
            .visible = {{30 * minute}, {hour}}, .width = 352, .folds = {{{20 * minute}, {50 * minute}}}};
        QCOMPARE(geometry.visibleFolds().size(), 1);
        QCOMPARE(geometry.visibleFolds().first().from.ms, 30 * minute);
        QCOMPARE(geometry.xOf({50 * minute}), 52.0);
        QCOMPARE(geometry.xOf({hour}), 352.0);
    }

    void findsIdleTime()
    {
        const auto folds = TimelineGeometry::findFolds(
            {{0}, {5 * minute}, {2 * hour}, {4 * hour}}, {{{2 * hour}, {4 * hour}}}, Millis(10 * minute));
        QCOMPARE(folds.size(), 1); // from 2:00 to 4:00 something ran
        QCOMPARE(folds.first().from.ms, 5 * minute + 15 * second);
        QCOMPARE(folds.first().to.ms, 2 * hour - 15 * second);
    }

    void choosesTicks_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<qint64>("distance");
        QTest::newRow("a minute") << minute << 10 * second;
        QTest::newRow("ten minutes") << 10 * minute << minute;
        QTest::newRow("an hour") << hour << 10 * minute;
        QTest::newRow("a day") << 24 * hour << 3 * hour;
        QTest::newRow("a week") << 7 * 24 * hour << 24 * hour;
    }
    void choosesTicks()
    {
        QFETCH(qint64, length);
        QFETCH(qint64, distance);
        const auto ticks = ticksOf({.visible = {{0}, {length}}, .width = 640}, 64, 0);
        QVERIFY(ticks.size() >= 2);
        QCOMPARE(ticks[1].at.ms - ticks[0].at.ms, distance);
    }
    void putsNoTickIntoAFold()
    {
        const TimelineGeometry geometry{
            .visible = {{0}, {4 * hour}}, .width = 640, .folds = {{{30 * minute}, {210 * minute}}}};
        const auto ticks = ticksOf(geometry, 64, 0);
        QVERIFY(!ticks.isEmpty());
        for (const auto& tick : ticks)
            QVERIFY(tick.at.ms < 30 * minute || tick.at.ms > 210 * minute);
    }

    void zoomsAndGoesBack()
    {
        ZoomStack zooms;
        QVERIFY(!zooms.canGoBack());
        const TimeSpan whole{{0}, {hour}};
        const auto half = ZoomStack::scaled(whole, 2, {30 * minute}, whole);
        QVERIFY(half);
        QCOMPARE(half->from.ms, 15 * minute);
        QCOMPARE(half->to.ms, 45 * minute);
        zooms.push(half);
        zooms.push(TimeSpan{{0}, {minute}});
        zooms.back();
        QCOMPARE(zooms.current(), half);
        zooms.back();
        QVERIFY(!zooms.current());
        zooms.forward();
        QCOMPARE(zooms.current(), half);
        zooms.push(TimeSpan{{1}, {2}});
        QVERIFY(!zooms.canGoForward());
        QVERIFY(!ZoomStack::scaled(*half, 0.1, {0}, whole)); // wider than everything is everything
        QCOMPARE(ZoomStack::scaled(whole, 1e9, {0}, whole)->length().count(), second);
        QCOMPARE(ZoomStack::scaled(whole, 4, {hour}, whole)->to.ms, hour); // stays within
    }

    void turnsAttemptsIntoSegments()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        const auto view = desk.run(runs[u"running"_s]).result();
        const Timestamp start = view->run.startedAt;
        const auto bars = barsOf(*view, statesOf(view->run), clock.now(), 30s);
        const auto text = [&](const char* step) {
            for (qsizetype i = 0; i < view->run.steps.size(); ++i)
                if (view->run.steps[i].id == StepId(QString::fromLatin1(step)))
                    return barText(bars[i], start);
            return QString();
        };
        QCOMPARE(text("infra-workflow"), u"Failed 180-360 #1 | Retrying 360-420 pause | Done 420-600 #2"_s);
        QCOMPARE(text("nginx-auto-merge"), u"By hand 660-660 #1"_s);
        QCOMPARE(text("config-merged"), u"Waiting 620-840 #1 … | ghost 620-920 | late 1520"_s);
        QVERIFY(text("first-build").startsWith(u"ghost"_s));
        // A planned step stands after what it needs.
        const auto ghostOf = [&](const char* step) {
            for (qsizetype i = 0; i < view->run.steps.size(); ++i)
                if (view->run.steps[i].id == StepId(QString::fromLatin1(step)))
                    return *bars[i].ghost;
            return TimeSpan{};
        };
        QVERIFY(ghostOf("first-build").from > ghostOf("repository-ready").to);
        QVERIFY(ghostOf("repository-ready").from > clock.now());
    }

    //! A later retry takes the step's place, and not its history.
    void whoEndedAStepByHandIsSeenAfterARetry()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        auto story = desk.begin(u"young"_s, 10min);
        story.start("validate", 10min).fail("validate", 9min, Error{.code = u"github.refused"_s});
        const Json advance{{"outputs", Json::object()}, {"reason", "it is so"}, {"verified", false}};
        const Json again{{"steps", {"validate"}}, {"scope", "from"}, {"reason", ""}};
        story.event(EventType::StepAdvanced, 8min, "validate", advance, "mia");
        story.event(EventType::RetryRequested, 7min, "validate", again, "mia").start("validate", 7min, "mia");
        story.event(EventType::StepAdvanced, 6min, "validate", advance, "mia");
        story.event(EventType::RetryRequested, 5min, "validate", again, "mia").start("validate", 5min, "mia");
        story.succeed("validate", 4min);
        const auto view = desk.run(story.run()).result();
        const auto bars = barsOf(*view, statesOf(view->run), clock.now(), 30s);
        QCOMPARE(view->run.steps[0].id, StepId(u"validate"_s));
        QCOMPARE(barText(bars[0], view->run.startedAt),
            u"Failed 0-60 #1 | Retrying 60-120 pause | By hand 120-120 pause | Retrying 120-180 pause | "
            "By hand 180-240 #2 | Retrying 240-300 pause | Done 300-360 #3"_s);
    }

    void whatFollowsARetryIsPlannedAfterIt()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        const auto view = desk.run(runs[u"retrying"_s]).result();
        const auto bars = barsOf(*view, statesOf(view->run), clock.now(), 30s);
        std::optional<Timestamp> retryAt;
        for (const StepRun& step : view->run.steps)
            if (step.retryAt)
                retryAt = step.retryAt;
        QVERIFY(retryAt && *retryAt > clock.now());
        for (qsizetype i = 0; i < view->run.steps.size(); ++i)
            if (view->run.steps[i].id == StepId(u"infra-auto-merge"_s))
                QVERIFY(bars[i].ghost && bars[i].ghost->from >= *retryAt);
    }

    void modelKeepsItsPromises()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        TimelineModel model(clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (const RunId& run : runs)
            model.setRun(std::make_shared<const desk::RunView>(*desk.run(run).result()));
        model.setRun(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void modelShowsLanesAndSteps()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        TimelineModel model(clock);
        model.setRun(std::make_shared<const desk::RunView>(*desk.run(runs[u"failed"_s]).result()));
        QStringList lines;
        for (int lane = 0; lane < 2; ++lane) {
            const QModelIndex parent = model.index(lane, 0);
            lines +=
                parent.data().toString() + u": "_s + wordOf(ShownState(parent.data(TimelineModel::StateRole).toInt()));
            for (int row = 0; row < model.rowCount(parent); ++row) {
                const QModelIndex step = model.index(row, 0, parent);
                lines += u"  %1: %2"_s.arg(
                    step.data().toString(), wordOf(ShownState(step.data(TimelineModel::StateRole).toInt())));
            }
        }
        QCOMPARE(lines.join(u'\n'),
            u"tf-svc-infra: Failed\n"
            "  Validate the request: Done\n"
            "  Raise pull request: Done\n"
            "  Enable auto-merge: Done\n"
            "  Wait for the merge: Done\n"
            "  Wait for the workflow: Failed\n"
            "cdp-app-config: Queued\n"
            "  Raise pull request: Done\n"
            "  Enable auto-merge: Planned\n"
            "  Wait for the merge: Planned\n"
            "  Wait for the workflow: Planned"_s);
    }

    void newsOfTheSameRunResetNothing()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        const RunId id = runs[u"failed"_s];
        TimelineModel model(clock);
        model.setRun(std::make_shared<const desk::RunView>(*desk.run(id).result()));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset), changed(&model, &QAbstractItemModel::dataChanged);
        desk.story(id).event(EventType::RetryRequested, 0s, "infra-workflow",
            {{"steps", {"infra-workflow"}}, {"scope", "step"}, {"reason", ""}}, "mia");
        desk.story(id).start("infra-workflow", 0s, "mia");
        model.setRun(std::make_shared<const desk::RunView>(*desk.run(id).result()));
        QCOMPARE(reset.count(), 0);
        QVERIFY(changed.count() > 0);
        const QModelIndex step = model.indexOf(StepId(u"infra-workflow"_s));
        QCOMPARE(ShownState(step.data(TimelineModel::StateRole).toInt()), ShownState::Running);
        QCOMPARE(model.barOf(StepId(u"infra-workflow"_s))->segments.size(), 3);
    }

    void saysTheBarInWords()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        TimelineModel model(clock);
        model.setRun(std::make_shared<const desk::RunView>(*desk.run(runs[u"waiting"_s]).result()));
        const QModelIndex bar = model.indexOf(StepId(u"infra-merged"_s), TimelineModel::BarColumn);
        const QString text = bar.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(text.contains(u"30 minute"_s) && text.contains(u"usual 12 minute"_s) && text.contains(u"review"_s)
                && text.startsWith(u"Wait for the merge"_s),
            qPrintable(text));
    }

    void turnsStuckByTheClock()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        auto story = desk.begin(u"young"_s, 1min);
        story.done("validate", 1min, 59s)
            .done("infra-raise", 59s, 55s)
            .done("infra-auto-merge", 55s, 54s)
            .start("infra-merged", 50s)
            .wait("infra-merged", 50s, "merge");
        TimelineModel model(clock);
        model.setRun(std::make_shared<const desk::RunView>(*desk.run(story.run()).result()));
        const auto state = [&] {
            return ShownState(model.indexOf(StepId(u"infra-merged"_s)).data(TimelineModel::StateRole).toInt());
        };
        QCOMPARE(state(), ShownState::Waiting);
        clock.advance(13h);
        model.tick();
        QCOMPARE(state(), ShownState::Stuck);
    }

    void growsWithTheClockOnlyInItsStrip()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        TimelinePane pane(clock);
        pane.resize(1000, 400);
        pane.show();
        pane.showRun(std::make_shared<const desk::RunView>(*desk.run(runs[u"running"_s]).result()));
        QSignalSpy all(&pane.window(), &TimeWindow::changed), strip(&pane.window(), &TimeWindow::nowMoved);
        clock.advance(3s);
        QCOMPARE(strip.count(), 3);
        QCOMPARE(all.count(), 0);
        pane.setStaleSince(clock.now() - 4min);
        strip.clear();
        clock.advance(5s);
        QCOMPARE(strip.count(), 0); // nothing is known to go on
        QVERIFY(pane.window().isStale());
    }

    void drawsEveryStateDifferently()
    {
        // Without any colour: each pattern must differ from each other in grey.
        QList<QImage> images;
        QStringList names;
        for (int i = 0; i <= int(ShownState::Unknown); ++i) {
            QImage image(60, 20, QImage::Format_Grayscale8);
            image.fill(255);
            QPainter painter(&image);
            paintBar(painter, {2, 2, 40, 16}, styleOf(ShownState(i)).fill, Qt::black, Qt::white);
            paintShape(painter, {44, 2, 16, 16}, styleOf(ShownState(i)).shape, Qt::black, Qt::white);
            painter.end();
            for (qsizetype other = 0; other < images.size(); ++other)
                QVERIFY2(images[other] != image, qPrintable(names[other] + u" looks like "_s + wordOf(ShownState(i))));
            images += image;
            names += wordOf(ShownState(i));
        }
    }

    void paintsEveryRunWithoutComplaint()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        TimelinePane pane(clock);
        pane.resize(1000, 500);
        pane.show();
        for (const RunId& run : runs) {
            pane.showRun(std::make_shared<const desk::RunView>(*desk.run(run).result()));
            const QImage image = pane.grab().toImage();
            pane.window().zoom(8);
            QVERIFY(pane.grab().toImage() != image);
            pane.window().zoom(1e6); // a bar of a million pixels must not take seconds
            pane.grab();
        }
    }
};

QTEST_MAIN(TimelineTests)
#include "timeline_tests.moc"
