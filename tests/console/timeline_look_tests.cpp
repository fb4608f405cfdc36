// SPDX-License-Identifier: GPL-3.0-or-later
// How the timeline looks and what the pointer and the keys do with it: colours, patterns, past, pictures, table.
#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "console/past_strip.h"
#include "console/state_painter.h"
#include "console/theme.h"
#include "console/timeline_axis.h"
#include "console/timeline_export.h"
#include "console/timeline_pane.h"
#include "console/timeline_table.h"
#include "console/timeline_view.h"
#include "console/translation.h"
#include "console/wording.h"
#include "desk/past_run.h"
#include "fake_desk.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <QXmlStreamReader>

#include <cmath>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

struct Linear {
    double r, g, b;
};

double toLinear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

struct Lab {
    double l, a, b;
};

Lab toLab(const Linear& c)
{
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * c.r + 0.3575761 * c.g + 0.1804375 * c.b) / 0.95047);
    const double y = f(0.2126729 * c.r + 0.7151522 * c.g + 0.0721750 * c.b);
    const double z = f((0.0193339 * c.r + 0.1191920 * c.g + 0.9503041 * c.b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

//! Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
using Matrix = std::array<std::array<double, 3>, 3>;
constexpr Matrix protan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritan{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

Lab seen(const QColor& colour, const Matrix& m)
{
    const Linear c{toLinear(colour.redF()), toLinear(colour.greenF()), toLinear(colour.blueF())};
    const auto row = [&](int i) {
        const auto& v = m[std::size_t(i)];
        return std::clamp(v[0] * c.r + v[1] * c.g + v[2] * c.b, 0.0, 1.0);
    };
    return toLab({row(0), row(1), row(2)});
}

constexpr std::array allRoles{
    ColourRole::Wait, ColourRole::Run, ColourRole::Attention, ColourRole::Ok, ColourRole::Hand, ColourRole::Fail};

int differentPixels(const QImage& a, const QImage& b, const QRect& within)
{
    int count = 0;
    for (int y = within.top(); y <= within.bottom(); ++y)
        for (int x = within.left(); x <= within.right(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

} // namespace

class TimelineLookTests : public QObject {
    Q_OBJECT

    //! The timeline of one run of the gallery.
    struct Stage {
        ManualClock clock{Timestamp{1'763'732'400'000}};
        FakeDesk desk{clock};
        QHash<QString, RunId> runs = desk.addGallery();
        TimelinePane pane{clock};

        explicit Stage(const QString& kind = u"running"_s)
        {
            pane.resize(1100, 620);
            pane.show();
            pane.setReducedMotion(true);
            show(kind);
        }
        desk::RunView viewOf(const QString& kind) { return *desk.run(runs[kind]).result(); }
        void show(const QString& kind)
        {
            pane.showRun(std::make_shared<const desk::RunView>(viewOf(kind)));
            QCoreApplication::processEvents();
        }
        desk::RunView past(const QString& kind, Timestamp moment)
        {
            desk::PastRun story;
            story.append(*desk.events(runs[kind], 0).result());
            desk::RunView view = viewOf(kind);
            view.run = *story.at(moment);
            view.asOf = moment;
            return view;
        }
        QString word(const char* step) const
        {
            return const_cast<TimelinePane&>(pane)
                .model()
                .indexOf(StepId(QString::fromLatin1(step)), TimelineModel::StateColumn)
                .data()
                .toString();
        }
        void drag(QWidget* on, QPoint from, QPoint to)
        {
            QTest::mousePress(on, Qt::LeftButton, {}, from);
            for (const QPoint at : {(from + to) / 2, to}) { // QTest's own move tells of no pressed button
                QMouseEvent move(QEvent::MouseMove, at, on->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
                QApplication::sendEvent(on, &move);
            }
        }
        QImage picture() { return pane.view().viewport()->grab().toImage(); }
    };

private Q_SLOTS:
    void initTestCase() { installTranslation(*qApp, QLocale(QLocale::English)); }

    void contrastsAreEnough_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        QTest::newRow("light, rows") << false << Theme::light().color(QPalette::Base) << 3.7;
        QTest::newRow("light, window") << false << Theme::light().color(QPalette::Window) << 3.7;
        QTest::newRow("dark, rows") << true << Theme::dark().color(QPalette::Base) << 4.1;
        QTest::newRow("dark, panels") << true << QColor(0x2a2e32) << 4.1;
        QTest::newRow("dark, window") << true << Theme::dark().color(QPalette::Window) << 4.1;
    }
    void contrastsAreEnough()
    {
        QFETCH(bool, dark);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        for (const ColourRole role : allRoles) {
            // To one place, as the design states it: #f85149 on #2a2e32 has 4.08.
            const double exact = contrast(colourOf(role, dark ? Brightness::Dark : Brightness::Light), ground);
            const double found = std::round(exact * 10) / 10;
            QVERIFY2(found >= least, qPrintable(u"role %1: %2"_s.arg(int(role)).arg(found)));
        }
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0); // the measure itself
    }

    void colourBlindPeopleTellTheRolesApart_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << false << 17.6;
        QTest::newRow("dark") << true << 25.6;
    }
    void colourBlindPeopleTellTheRolesApart()
    {
        QFETCH(bool, dark);
        QFETCH(double, least);
        double worst = 1000;
        for (const Matrix& sight : {protan, deutan, tritan})
            for (const ColourRole a : allRoles)
                for (const ColourRole b : allRoles) {
                    if (a >= b)
                        continue;
                    const auto brightness = dark ? Brightness::Dark : Brightness::Light;
                    const Lab x = seen(colourOf(a, brightness), sight), y = seen(colourOf(b, brightness), sight);
                    worst = std::min(worst, std::hypot(x.l - y.l, x.a - y.a, x.b - y.b));
                }
        QVERIFY2(worst >= least, qPrintable(QString::number(worst)));
        QVERIFY2(worst < least + 1, qPrintable(QString::number(worst))); // as it was computed for the design
    }

    void highContrastUsesTheTextColourOnly()
    {
        QPalette plain = Theme::dark();
        plain.setColor(QPalette::Base, Qt::black);
        plain.setColor(QPalette::Text, Qt::white);
        QVERIFY(isHighContrast(plain));
        QVERIFY(!isHighContrast(Theme::light()));
        QVERIFY(!isHighContrast(Theme::dark()));
        for (int i = 0; i <= int(ShownState::Unknown); ++i) {
            QCOMPARE(colourOf(ShownState(i), plain), QColor(Qt::white));
            QVERIFY(colourOf(ShownState(i), Theme::dark()) != QColor(Qt::white));
        }
    }

    void everyStateHasItsWordPatternAndShape()
    {
        QSet<QString> words;
        QSet<int> fills, shapes;
        for (int i = 0; i <= int(ShownState::Unknown); ++i) {
            words += wordOf(ShownState(i));
            shapes += int(styleOf(ShownState(i)).shape);
            if (ShownState(i) != ShownState::Paused) // a whole run's, drawn as queued
                fills += int(styleOf(ShownState(i)).fill);
        }
        QCOMPARE(words.size(), int(ShownState::Unknown) + 1);
        QCOMPARE(shapes.size(), int(ShownState::Unknown) + 1);
        QCOMPARE(fills.size(), int(ShownState::Unknown));
        QCOMPARE(styleOf(ShownState::Stuck).role, ColourRole::Attention);
        QCOMPARE(styleOf(ShownState::Undone).role, ColourRole::Hand);
        QCOMPARE(styleOf(ShownState::Cancelled).role, ColourRole::Wait);
    }

    void anUnknownOutcomeIsAState()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        auto story = desk.begin(u"doubtful"_s, 10min);
        story.done("validate", 10min, 9min)
            .start("infra-raise", 9min)
            .event(EventType::EffectIntended, 9min, "infra-raise",
                {{"effect", "infra-raise/1/1"}, {"name", "raisePullRequest"}, {"class", "natural key"},
                    {"target", Json::object()}})
            .event(EventType::EffectUnknown, 5min, "infra-raise",
                {{"effect", "infra-raise/1/1"}, {"error", toJson(noNetwork())}, {"notBefore", clock.now().ms}});
        TimelineModel model(clock);
        model.setRun(std::make_shared<const desk::RunView>(*desk.run(story.run()).result()));
        const QModelIndex row = model.indexOf(StepId(u"infra-raise"_s));
        QCOMPARE(ShownState(row.data(TimelineModel::StateRole).toInt()), ShownState::Unknown);
        QVERIFY(row.siblingAtColumn(TimelineModel::StateColumn).data().toString().startsWith(u"Not known since"_s));
    }

    void aShortStepStaysClickable()
    {
        TimelineGeometry geometry{.visible = {{0}, {24 * 3'600'000}}, .width = 600};
        StepBar bar;
        bar.segments = {{{{1'000}, {2'000}}, ShownState::Failed, 1, false},
            {{{2'000}, {4'000}}, ShownState::Retrying, 0, false}, {{{4'000}, {5'000}}, ShownState::Done, 2, false}};
        const auto drawn = layOut(bar, geometry, std::nullopt, {100, 0, 600, 24});
        QCOMPARE(drawn.size(), 2); // the break has no room between two bars of the least width
        QCOMPARE(drawn[0].rect.width(), 6.0);
        QCOMPARE(drawn[1].rect.width(), 6.0);
        QVERIFY(drawn[1].rect.left() > drawn[0].rect.right()); // none hides another
    }

    void pastTheUsualEndTheEdgeTurnsStuck()
    {
        // The same bar, once at its usual length and once past p90: there it has the stuck mark's colour.
        const auto draw = [](std::optional<Timestamp> late) {
            const TimelineGeometry geometry{.visible = {{0}, {600'000}}, .width = 600};
            StepBar bar;
            bar.state = late ? ShownState::Stuck : ShownState::Waiting;
            bar.segments = {{{{60'000}, {60'000}}, bar.state, 1, true}};
            bar.late = late;
            QImage image(600, 24, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            const TimelinePainter timeline{.geometry = geometry,
                .palette = Theme::light(),
                .font = QApplication::font(),
                .now = Timestamp{500'000},
                .nowLabel = {}};
            timeline.step(painter, {0, 0, 600, 24}, bar, Qt::white);
            return image;
        };
        const QImage usual = draw(std::nullopt), stuck = draw(Timestamp{300'000});
        const auto strong = [](const QImage& image, const QRect& part) {
            int found = 0;
            const QColor ink = colourOf(ColourRole::Attention, Brightness::Light);
            for (int y = part.top(); y <= part.bottom(); ++y)
                for (int x = part.left(); x <= part.right(); ++x) {
                    const QColor at = image.pixelColor(x, y);
                    found += std::abs(at.red() - ink.red()) + std::abs(at.green() - ink.green())
                            + std::abs(at.blue() - ink.blue())
                        < 60;
                }
            return found;
        };
        QCOMPARE(strong(usual, {0, 0, 600, 24}), 0);
        QCOMPARE(strong(stuck, {70, 0, 210, 24}), 0); // before p90 it waits as any other does
        QVERIFY(strong(stuck, {310, 0, 180, 24}) > 100);
        QVERIFY(strong(stuck, {293, 0, 14, 24}) > 10); // the clock
    }

    void drawsNoEstimateFromFewRuns()
    {
        Stage stage;
        const StepBar* known = stage.pane.model().barOf(StepId(u"config-merged"_s));
        const StepBar* unknown = stage.pane.model().barOf(StepId(u"svc-merged"_s));
        QVERIFY(known && known->ghostIsEstimate && known->late);
        QVERIFY(unknown && !unknown->ghostIsEstimate && !unknown->late);
    }

    void aRunningBarMovesOneStripe()
    {
        Stage stage;
        stage.pane.view().scrollTo(stage.pane.model().indexOf(StepId(u"repository-create"_s)));
        QSignalSpy phase(&stage.pane.window(), &TimeWindow::phaseChanged);
        stage.clock.advance(2s);
        QCOMPARE(phase.count(), 0); // movement is not wanted
        stage.pane.setReducedMotion(false);
        phase.clear();
        const QRect bar = stage.pane.view().barRect(StepId(u"repository-create"_s)).toAlignedRect();
        QVERIFY(bar.width() > 20);
        const QImage before = stage.picture();
        stage.clock.advance(Millis(750));
        QVERIFY(phase.count() >= 2);
        const QImage after = stage.picture();
        QVERIFY(differentPixels(before, after, bar) > 20);
        const QRect others(0, 0, before.width(), bar.top() - 1);
        QCOMPARE(differentPixels(before, after, others), 0);
    }

    void staleDataFreezesWhatGoesOn()
    {
        Stage stage;
        const Timestamp read = stage.clock.now() - 4min;
        stage.pane.setStaleSince(read);
        QCOMPARE(stage.pane.window().nowLabel(), u"last read 4 min ago"_s);
        QVERIFY(stage.word("repository-create").startsWith(u"Not known since"_s));
        QVERIFY(stage.word("nginx-auto-merge").startsWith(u"By hand"_s)); // what is over is known
        const QRectF bar = stage.pane.view().barRect(StepId(u"config-merged"_s));
        QSignalSpy label(&stage.pane.window(), &TimeWindow::labelChanged);
        stage.clock.advance(61s);
        QCOMPARE(stage.pane.window().nowLabel(), u"last read 5 min 1 s ago"_s);
        QVERIFY(label.count() > 0);
        QCOMPARE(stage.pane.view().barRect(StepId(u"config-merged"_s)), bar);
        stage.pane.setStaleSince(std::nullopt);
        QCOMPARE(stage.pane.window().nowLabel(), u"now"_s);
        QVERIFY(stage.pane.view().barRect(StepId(u"config-merged"_s)).width() > bar.width());
        QVERIFY(stage.word("repository-create").startsWith(u"Running"_s));
    }

    void foldsIdleTimeAndSaysHowMuch()
    {
        Stage stage(u"stuck"_s);
        QVERIFY(!stage.pane.window().geometry().visibleFolds().isEmpty());
        const QRectF folded = stage.pane.view().barRect(StepId(u"infra-raise"_s));
        auto* toggle = stage.pane.findChild<QCheckBox*>();
        QVERIFY(toggle && toggle->isChecked());
        toggle->click();
        QVERIFY(stage.pane.window().geometry().visibleFolds().isEmpty());
        const QRectF open = stage.pane.view().barRect(StepId(u"infra-merged"_s));
        QVERIFY(open.width() > 400 && folded.width() >= 6);
    }

    void dragsOverAStretchToZoom()
    {
        Stage stage;
        TimelineView& view = stage.pane.view();
        const int left = int(view.barLeft());
        const QPoint from(left + 100, 60), to(left + 300, 64);
        const TimelineGeometry before = stage.pane.window().geometry();
        stage.drag(view.viewport(), from, to);
        QVERIFY(view.isDragging());
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
        const TimeSpan shown = stage.pane.window().geometry().visible;
        QVERIFY(std::abs((shown.from - before.timeAt(100)).count()) < 2'000);
        QVERIFY(std::abs((shown.to - before.timeAt(300)).count()) < 2'000);
        stage.pane.window().back();
        QCOMPARE(stage.pane.window().geometry().visible, before.visible);
        // A click is no zoom, and Esc takes a begun one back.
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, from);
        QCOMPARE(stage.pane.window().geometry().visible, before.visible);
        stage.drag(view.viewport(), from, to);
        QTest::keyClick(&view, Qt::Key_Escape);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(stage.pane.window().geometry().visible, before.visible);
    }

    void turnsOfTheWheelAreOneStepBack()
    {
        Stage stage;
        const TimeSpan all = stage.pane.window().geometry().visible;
        QWidget* area = stage.pane.view().viewport();
        for (int i = 0; i < 5; ++i) {
            QWheelEvent wheel(QPointF(700, 60), area->mapToGlobal(QPointF(700, 60)), {}, {0, 120}, Qt::NoButton,
                Qt::ControlModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(area, &wheel);
        }
        QVERIFY(stage.pane.window().geometry().visible.length() < all.length() / 4);
        stage.pane.window().back();
        QCOMPARE(stage.pane.window().geometry().visible, all);
    }

    void timeGoesFromLeftToRightInEveryLanguage()
    {
        Stage stage;
        stage.pane.setLayoutDirection(Qt::RightToLeft);
        QCoreApplication::processEvents();
        TimelineView& view = stage.pane.view();
        QVERIFY(view.barLeft() < 5); // the columns are mirrored
        const QRectF early = view.barRect(StepId(u"infra-raise"_s)), late = view.barRect(StepId(u"config-merged"_s));
        QVERIFY(early.right() < late.left());
        QVERIFY(late.right() < view.header()->sectionSize(TimelineModel::BarColumn));
    }

    void tellsTimesInUtcWhenAsked()
    {
        qputenv("TZ", "America/New_York");
        tzset();
        Stage stage;
        auto* zone = stage.pane.findChild<QAbstractButton*>(u"utc"_s);
        QVERIFY(zone);
        const auto subtitle = [&] {
            for (const QLabel* label : stage.pane.findChildren<QLabel*>())
                if (label->text().startsWith(u"started by"_s))
                    return label->text();
            return QString();
        };
        QVERIFY2(subtitle().contains(u"08:26"_s), qPrintable(subtitle()));
        zone->click();
        QVERIFY2(subtitle().contains(u"13:26:00 UTC"_s), qPrintable(subtitle()));
        QCOMPARE(clockText({1'763'732'400'000}, true, false), u"13:40 UTC"_s);
        QCOMPARE(clockText({1'763'732'400'000}, false, false), u"08:40"_s);
        qunsetenv("TZ");
        tzset();
    }

    void foldsTheJournalUpToAMoment()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const RunId id = desk.addGallery()[u"running"_s];
        const Events events = *desk.events(id, 0).result();
        desk::PastRun story;
        story.append(events);
        story.append(events); // what is known is not taken twice
        QCOMPARE(story.lastSequence(), qint64(events.size()));
        const StepId step(u"infra-workflow"_s);
        const auto stateAt = [&](Millis ago) { return story.at(clock.now() - ago)->step(step)->state; };
        QCOMPARE(stateAt(0s), StepState::Succeeded);
        QCOMPARE(stateAt(7min + 30s), StepState::Failed); // back
        QCOMPARE(stateAt(10min), StepState::Running);
        QCOMPARE(stateAt(13min + 30s), StepState::Planned);
        QCOMPARE(stateAt(5min), StepState::Running); // and forth
        QCOMPARE(story.at(clock.now() - 5min)->step(step)->attempts.size(), 2);
        QCOMPARE(story.at(clock.now() - 20min).error().code, QString(errc::runUnknown));
        QCOMPARE(*story.after(clock.now() - 8min), clock.now() - 7min);
        QCOMPARE(*story.before(clock.now() - 7min), clock.now() - 8min);
        QVERIFY(!story.after(clock.now()));
    }

    void everyStageOfTheFoldIsTheFoldItself()
    {
        // Whatever was kept on the way: going to a moment gives what folding everything up to it gives.
        ManualClock clock;
        FakeDesk desk(clock);
        auto story = desk.begin(u"long"_s, 1000min);
        story.start("validate", 999min);
        for (int i = 0; i < 300; ++i)
            story.wait("validate", Millis(60'000 * (998 - i)), "checks", {{"number", i}});
        desk::PastRun past;
        past.append(*desk.events(story.run(), 0).result());
        for (const int minutes : {400, 990, 700, 860, 699, 998}) {
            const auto run = past.at(clock.now() - Millis(60'000 * minutes));
            QVERIFY(run);
            const StepRun* step = run->step(StepId(u"validate"_s));
            const int expected = std::min(299, 998 - minutes);
            QCOMPARE(integerAt(step->waitingFor->args, "number"), expected);
        }
        // In parts, between which the window does other things.
        desk::PastRun parts;
        parts.append(*desk.events(story.run(), 0).result());
        int turns = 0;
        while (turns < 10 && !parts.prepare(clock.now() - 400min))
            ++turns;
        QCOMPARE(turns, 2);
        const auto run = parts.at(clock.now() - 400min);
        QCOMPARE(integerAt(run->step(StepId(u"validate"_s))->waitingFor->args, "number"), 299);
    }

    void showsThePastOnTheAxisOfThePresent()
    {
        Stage stage;
        const TimeSpan axis = stage.pane.window().geometry().visible;
        const Timestamp moment = stage.clock.now() - 7min - 30s;
        stage.pane.showRun(std::make_shared<const desk::RunView>(stage.past(u"running"_s, moment)));
        QCOMPARE(stage.word("infra-workflow"), u"Failed: workflow failed"_s);
        QCOMPARE(stage.pane.window().geometry().visible, axis);
        QCOMPARE(*stage.pane.window().asOf(), moment);
        auto* strip = stage.pane.findChild<PastStrip*>();
        QVERIFY(strip->isVisible());
        QVERIFY(strip->findChild<QLabel*>()->text().startsWith(u"As of 21 Nov 2025"_s));
        const QImage before = stage.picture();
        stage.clock.advance(30s);
        QCOMPARE(stage.picture(), before); // what is past does not move
        QSignalSpy wanted(&stage.pane, &TimelinePane::momentWanted);
        QTest::keyClick(&stage.pane.view(), Qt::Key_Escape);
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!wanted.first().first().value<std::optional<Timestamp>>());
        stage.show(u"running"_s);
        QVERIFY(!strip->isVisible());
        QVERIFY(stage.word("infra-workflow").startsWith(u"Done"_s));
    }

    void theAxisIsDraggedThroughTime()
    {
        Stage stage;
        QSignalSpy wanted(&stage.pane, &TimelinePane::momentWanted);
        TimelineAxis& axis = stage.pane.view().axis();
        const int left = axis.sectionViewportPosition(TimelineModel::BarColumn);
        const TimelineGeometry& geometry = stage.pane.window().geometry();
        const int now = left + int(geometry.xOf(*stage.pane.window().now()));
        stage.drag(axis.viewport(), {now - 2, 10}, {left + 150, 10});
        QVERIFY(wanted.count() >= 2);
        const auto moment = wanted.last().first().value<std::optional<Timestamp>>();
        QVERIFY(moment);
        QVERIFY(std::abs((*moment - geometry.timeAt(150)).count()) < 2'000);
        QTest::mouseRelease(axis.viewport(), Qt::LeftButton, {}, {left + 150, 10});
        wanted.clear();
        stage.drag(axis.viewport(), {left + 150, 10}, {now + 60, 10}); // past the now-line: the present
        QVERIFY(!wanted.last().first().value<std::optional<Timestamp>>());
    }

    void writesPictures_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::newRow("png") << u"png"_s;
        QTest::newRow("svg") << u"svg"_s;
        QTest::newRow("pdf") << u"pdf"_s;
    }
    void writesPictures()
    {
        QFETCH(QString, ending);
        Stage stage;
        QTemporaryDir folder;
        const QString file = folder.filePath(u"timeline."_s + ending);
        const auto written = exportTimeline(
            {stage.pane.model(), stage.pane.window(), u"started by mia"_s, stage.clock.now()}, file, ending)
                                 .result();
        QVERIFY2(written, written ? "" : qPrintable(written.error().code));
        QFile read(file);
        QVERIFY(read.open(QIODevice::ReadOnly));
        const QByteArray bytes = read.readAll();
        if (ending == u"png") {
            const QImage image = QImage::fromData(bytes);
            QVERIFY(image.width() > 2'000);
            QCOMPARE(image.text(u"Title"_s), u"Timeline of basket-ui"_s);
            int marked = 0; // the failed attempt is on it
            const QColor fail = colourOf(ColourRole::Fail, Brightness::Light);
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    marked += image.pixelColor(x, y) == fail;
            QVERIFY(marked > 200);
        } else if (ending == u"svg") {
            QSvgRenderer svg(bytes);
            QVERIFY(svg.isValid());
            QVERIFY(svg.viewBox().width() > 1'000);
            QXmlStreamReader xml(bytes);
            QString text;
            while (!xml.atEnd())
                if (xml.readNext() == QXmlStreamReader::Characters)
                    text += xml.text().toString().trimmed() + u'\n';
            QVERIFY(!xml.hasError());
            for (const QString& part :
                {u"basket-ui"_s, u"tf-svc-infra"_s, u"Wait for the workflow"_s, u"Done (after 2 tries)"_s,
                    u"By hand: mia"_s, u"Usual duration"_s, u"started by mia"_s, u"now"_s, u"Failed"_s, u"made "_s})
                QVERIFY2(text.contains(part), qPrintable(part));
        } else {
            QVERIFY(bytes.startsWith("%PDF-"));
            QVERIFY(bytes.trimmed().endsWith("%%EOF"));
            QVERIFY(bytes.count("/Type /Page\n") == 1);
            QVERIFY(bytes.size() > 5'000);
        }
    }
    //! Another run may be chosen while somebody looks for a folder.
    void thePictureIsOfWhatWasShown()
    {
        Stage stage(u"failed"_s);
        const QString subject = stage.viewOf(u"failed"_s).run.subject;
        stage.pane.exportPicture();
        QPointer<QFileDialog> ask = stage.pane.findChild<QFileDialog*>(u"saveTimeline"_s);
        QVERIFY(ask);
        stage.show(u"running"_s);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"timeline.svg"_s));
        Q_EMIT ask->fileSelected(file.fileName());
        ask->close();
        QTRY_VERIFY(file.size() > 0);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString drawn = QString::fromUtf8(file.readAll());
        QVERIFY(drawn.contains(subject));
        QVERIFY(!drawn.contains(stage.viewOf(u"running"_s).run.subject));
        QVERIFY(!drawn.contains(u"Done (after 2 tries)"_s)); // which is a step of the other
    }
    void saysWhenAPictureCannotBeWritten()
    {
        Stage stage;
        const auto written = exportTimeline(
            {stage.pane.model(), stage.pane.window(), {}, stage.clock.now()}, u"/nowhere/at/all/x.png"_s, u"png"_s)
                                 .result();
        QVERIFY(!written);
        QCOMPARE(written.error().code, QString(errc::fileUnwritable));
        QCOMPARE(timelineFileName(u"../../etc/pass wd"_s), u"timeline-..-..-etc-pass-wd"_s);
    }

    void hasATableForATwin()
    {
        Stage stage;
        TimelineTable table(stage.pane.model(), stage.pane.window());
        QStandardItemModel& rows = table.table();
        const desk::RunView view = stage.viewOf(u"running"_s);
        QCOMPARE(rows.rowCount(), int(view.run.steps.size()));
        const auto find = [&](const QString& lane, const QString& step) {
            for (int row = 0; row < rows.rowCount(); ++row)
                if (rows.item(row, TimelineTable::LaneColumn)->text() == lane
                    && rows.item(row, TimelineTable::StepColumn)->text() == step)
                    return row;
            return -1;
        };
        const int row = find(u"cdp-app-config"_s, u"Wait for the merge"_s);
        QVERIFY(row >= 0);
        QCOMPARE(rows.item(row, TimelineTable::StateColumn)->text(), u"Waiting: checks"_s);
        QCOMPARE(rows.item(row, TimelineTable::LengthColumn)->text(), u"3 min 40 s"_s);
        QCOMPARE(rows.item(row, TimelineTable::UsualColumn)->text(), u"5 min"_s);
        QCOMPARE(rows.item(row, TimelineTable::LongColumn)->text(), u"15 min"_s);
        QCOMPARE(rows.item(row, TimelineTable::NeedsColumn)->text(), u"cdp-app-config: Enable auto-merge"_s);
        stage.desk.story(stage.runs[u"running"_s]).succeed("config-merged", 0s);
        stage.show(u"running"_s);
        QCOMPARE(rows.item(row, TimelineTable::StateColumn)->text(), u"Done"_s); // it follows
        auto* tree = table.findChild<QTreeView*>();
        tree->setCurrentIndex(rows.index(row, 0));
        for (QAction* action : tree->actions())
            if (action->shortcut() == QKeySequence(QKeySequence::Copy))
                action->trigger();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith(u"Repository\tStep\tState"_s));
        QVERIFY(lines[1].startsWith(u"cdp-app-config\tWait for the merge\tDone"_s));
    }

    void saysTheBarAsTheDesignAsks()
    {
        Stage stage(u"waiting"_s);
        const QString text = stage.pane.model()
                                 .indexOf(StepId(u"infra-merged"_s), TimelineModel::BarColumn)
                                 .data(Qt::AccessibleTextRole)
                                 .toString();
        QCOMPARE(text,
            u"Wait for the merge, waiting for a review of #225 in DEFRA/tf-svc-infra by DEFRA/platform-leads, "
            "30 minutes, usual 12 minutes"_s);
        stage.show(u"stuck"_s);
        const QString stuck = stage.pane.model()
                                  .indexOf(StepId(u"infra-merged"_s), TimelineModel::BarColumn)
                                  .data(Qt::AccessibleTextRole)
                                  .toString();
        QVERIFY2(stuck.startsWith(u"Wait for the merge, stuck: auto-merge, waiting for GitHub to merge #226"_s),
            qPrintable(stuck));
    }

    void attemptsAreChosenByPointer()
    {
        Stage stage;
        TimelineView& view = stage.pane.view();
        view.selectStep(StepId(u"infra-workflow"_s));
        QSignalSpy pointed(&view, &TimelineView::attemptPointedAt);
        const QRectF bar = view.barRect(StepId(u"infra-workflow"_s));
        QTest::mouseClick(
            view.viewport(), Qt::LeftButton, {}, bar.adjusted(5, 0, 0, 0).toRect().topLeft() + QPoint(0, 4));
        QCOMPARE(pointed.count(), 1);
        QCOMPARE(pointed.first().first().toInt(), 1);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(int(bar.right()) - 6, int(bar.center().y())));
        QCOMPARE(pointed.last().first().toInt(), 2);
    }
};

QTEST_MAIN(TimelineLookTests)
#include "timeline_look_tests.moc"
