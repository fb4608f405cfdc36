// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how the window bears a full store, beside the limits: console_bench [RUNS] [BURST]. Asserts nothing, for a
// machine that does other work at the same time is no defect; only the ratios of programs_bench.py can fail.
// The desk reads as the program's does (a thread, the journal's reader, the real fold); only the engine is left out, so
// that the figures are the window's. The burst is written by the journal's store in a thread of its own.
#include "base/text.h"
#include "console/main_window.h"
#include "console/timeline_model.h"
#include "console/translation.h"
#include "desk/desk.h"
#include "desk/reading_room.h"
#include "journal/sqlite_store.h"
#include "large_store.h"
#include "run_builder.h"
#include "steps/kinds.h"
#include "workflow/shipped.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>
#include <QTimer>
#include <QTreeView>
#include <QWheelEvent>

#include <atomic>

using namespace slipway;

namespace {

QTextStream& out()
{
    static QTextStream stream(stdout);
    return stream;
}

template <class T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().code), toBytes(result.error().args).constData());
    return std::move(*result);
}

void line(const QString& what, double figure, const QString& unit, double limit)
{
    out() << u"%1 %2 %5  (limit %3 %5)%4\n"_s.arg(what, -44)
                 .arg(figure, 9, 'f', 1)
                 .arg(limit, 0, 'f', 0)
                 .arg(figure > limit ? u"  OVER"_s : QString())
                 .arg(unit);
    out().flush();
}

double residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& row : status.readAll().split('\n'))
        if (row.startsWith("VmRSS:"))
            return row.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

Json inputs(const char* name)
{
    return {{"repositoryName", name}, {"serviceType", "cdp-node-backend-template"}, {"owningTeam", "fisheries"}};
}

Json shipped() { return Json::parse(need(shippedWorkflow(u"cdp-create-service"_s))); }

//! As many rows as the promise speaks of: 40 repositories with five steps each.
Json wide()
{
    Json file = shipped();
    file["id"] = "wide";
    file["lanes"] = Json::array();
    file["steps"] = Json::array();
    for (int lane = 0; lane < 40; ++lane) {
        const std::string name = "lane-" + std::to_string(lane);
        file["lanes"].push_back({{"id", name}, {"title", "repository-" + std::to_string(lane)}});
        for (int i = 0; i < 5; ++i) {
            Json step{{"id", name + "-" + std::to_string(i)}, {"lane", name}, {"kind", "gate"},
                {"title", "Step " + std::to_string(i)}, {"needs", Json::array()}, {"with", {{"message", "Go on?"}}}};
            if (i > 0)
                step["needs"].push_back(name + "-" + std::to_string(i - 1));
            file["steps"].push_back(step);
        }
    }
    return file;
}

//! Four of five steps done, with a failed try before; the last waits: two attempts and a break on most rows.
RunBuilder halfWay(Timestamp at)
{
    RunBuilder story(wide(), steps::kindRules(), inputs("broad-service"), Json::object(), u"broad-service"_s,
        u"01J00000000000000000000002"_s);
    story.now = at;
    const auto steps = story.run.steps;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QString step = steps[i].id.text();
        story.pass(Millis(20'000)).then(EventType::StepStarted, step, {{"by", "engine"}});
        if (i % 5 == 4) {
            story.then(EventType::StepWaiting, step,
                {{"for", "person"}, {"args", {{"who", "mia"}}}, {"facts", Json::object()}});
            continue;
        }
        story.pass(Millis(20'000))
            .then(EventType::StepFailed, step,
                {{"error", toJson(Error{.code = u"network.timeout"_s})}, {"retryAt", story.now.ms + 1'000}})
            .then(EventType::StepStarted, step, {{"by", "engine"}})
            .pass(Millis(20'000))
            .then(EventType::StepSucceeded, step, {{"outputs", Json::object()}});
    }
    return story;
}

//! What the window asks of a store that another thread writes.
class BenchDesk : public desk::Desk {
    Q_OBJECT
public:
    explicit BenchDesk(const QString& store)
        : m_store(store)
        , m_room(store, false)
    { }
    QFuture<Result<QList<desk::RunSummary>>> runs(const desk::RunQuery& query) override { return m_room.runs(query); }
    QFuture<Result<desk::RunView>> run(const RunId& run) override { return m_room.run(run); }
    QFuture<Result<RunId>> resolve(const QString& text) override { return m_room.resolve(text); }
    QFuture<Result<Events>> events(const RunId& run, qint64 since) override { return m_room.events(run, since); }
    QFuture<Result<desk::Receipt>> submit(const desk::Order&) override { return none<desk::Receipt>(); }
    QFuture<Result<desk::Preview>> preview(const QString&, const Json&) override { return none<desk::Preview>(); }
    QFuture<Result<desk::Availability>> checkName(const QString&, const Json&) override
    {
        return none<desk::Availability>();
    }
    QFuture<Result<QList<desk::PreviewStep>>> previewUndo(const RunId&) override
    {
        return none<QList<desk::PreviewStep>>();
    }
    QFuture<Result<QStringList>> teams(const QString&) override { return none<QStringList>(); }
    QList<std::shared_ptr<const Workflow>> workflows() const override { return {}; }
    Result<Json> settings(const QString&) const override { return Json::object(); }
    desk::EngineStatus status() const override
    {
        return {.drives = true, .storePath = m_store, .host = u"github.com"_s, .login = u"mia"_s, .connected = true};
    }

private:
    template <class T>
    static QFuture<Result<T>> none()
    {
        return QtFuture::makeReadyFuture(Result<T>(Error{.code = u"usage"_s}));
    }
    QString m_store;
    desk::ReadingRoom m_room;
};

//! Times between two turns of the event loop that should be a millisecond apart.
class Gaps {
public:
    explicit Gaps(QString what)
        : m_what(std::move(what))
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_clock.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_gaps.push_back(double(m_clock.nsecsElapsed()) / 1e6);
            m_clock.restart();
        });
        m_timer.start(1);
    }
    ~Gaps()
    {
        std::sort(m_gaps.begin(), m_gaps.end());
        const auto part = [this](double p) {
            return m_gaps.empty() ? 0 : m_gaps[std::min(m_gaps.size() - 1, std::size_t(p * double(m_gaps.size())))];
        };
        line(m_what + u", gap p50"_s, part(0.5), u"ms"_s, 16);
        line(m_what + u", gap p99"_s, part(0.99), u"ms"_s, 16);
        line(m_what + u", gap p99.9"_s, part(0.999), u"ms"_s, 16);
        line(m_what + u", gap max"_s, part(1), u"ms"_s, 100);
    }

private:
    QString m_what;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_gaps;
};

void settle(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

//! Calls `step` sixty times a second.
void repeat(int times, const std::function<void(int)>& step)
{
    for (int i = 0; i < times; ++i) {
        step(i);
        settle(16);
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    console::installTranslation(application, QLocale(QLocale::English));
    const int runs = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000;
    const int burst = argc > 2 ? QByteArray(argv[2]).toInt() : 1'000;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"store.db"_s);
    SystemClock clock;

    QThread thread;
    QObject door;
    door.moveToThread(&thread);
    thread.start();
    const auto inStore = [&door](const std::function<void()>& act) {
        QMetaObject::invokeMethod(&door, act, Qt::BlockingQueuedConnection);
    };
    std::unique_ptr<journal::SqliteStore> store;
    std::unique_ptr<RunBuilder> open;
    journal::Lease lease;
    QElapsedTimer timer;
    timer.start();
    qint64 events = 0;
    inStore([&] {
        store = need(journal::SqliteStore::open({.file = file, .program = u"console_bench"_s}, clock));
        events = bench::fill(*store, runs);
        const RunBuilder broad = halfWay(clock.now() - Millis(7 * 3'600'000));
        store->release(need(store->create(broad.run, broad.events).result())).waitForFinished();
        open = std::make_unique<RunBuilder>(shipped(), steps::kindRules(), inputs("burst-service"), Json::object(),
            u"burst-service"_s, u"01J00000000000000000000001"_s);
        open->now = clock.now();
        lease = need(store->create(open->run, open->events).result());
    });
    out() << u"%1 runs, %2 events, written in %3 s\n"_s.arg(runs).arg(events).arg(
        double(timer.elapsed()) / 1000, 0, 'f', 1);
    const double before = residentMegabytes();

    timer.restart();
    BenchDesk desk(file);
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    settings.setValue(u"layout/view"_s, 6);
    console::MainWindow window(desk, clock, {.settings = &settings, .version = u"bench"_s});
    window.resize(1280, 800);
    window.show();
    QApplication::processEvents();
    window.grab();
    line(u"first picture of the window"_s, double(timer.elapsed()), u"ms"_s, 150);
    auto* list = window.findChild<QTreeView*>(u"runs"_s);
    while (list->model()->rowCount() < runs + 2 && timer.elapsed() < 60'000)
        QApplication::processEvents(QEventLoop::AllEvents, 5);
    line(u"all runs in the list"_s, double(timer.elapsed()), u"ms"_s, 1'000);
    settle(1'000);
    line(u"resident memory, with that of the store's writer"_s, residentMegabytes(), u"MB"_s, 200);
    line(u"  of it by window and desk"_s, residentMegabytes() - before, u"MB"_s, 100);

    {
        const Gaps gaps(u"idle"_s);
        settle(2'000);
    }
    {
        const Gaps gaps(u"scrolling the list"_s);
        QScrollBar* bar = list->verticalScrollBar();
        repeat(180, [bar](int i) { bar->setValue(int(bar->maximum() * (i % 90) / 90.0)); });
    }
    {
        const Gaps gaps(u"from run to run"_s);
        repeat(
            120, [list](int i) { list->setCurrentIndex(list->model()->index(i * 7 % list->model()->rowCount(), 0)); });
    }
    for (const auto& [what, text, everything, found] : {std::tuple(u"searching names"_s, u"service-77"_s, false, 1),
             {u"searching everything"_s, u"\"looked at it\""_s, true, 1}}) {
        const Gaps gaps(what);
        auto* field = window.findChild<QLineEdit*>(u"search"_s);
        for (QAction* action : field->actions())
            if (action->isCheckable())
                action->setChecked(everything);
        timer.restart();
        field->setText(text);
        const int all = runs + 2;
        while ((list->model()->rowCount() == all || list->model()->rowCount() < found) && timer.elapsed() < 20'000)
            QApplication::processEvents(QEventLoop::AllEvents, 5);
        line(what, double(timer.elapsed()), u"ms"_s, 200);
        out() << u"  (%1 runs found)\n"_s.arg(list->model()->rowCount());
        settle(300); // nobody empties the field in the very turn in which it was filled
        field->clear();
        settle(500);
    }
    auto* timeline = window.findChild<QTreeView*>(u"timeline"_s);
    window.selectRun(RunId(u"b%1"_s.arg(runs / 2, 8, 10, QLatin1Char('0'))));
    settle(500);
    const auto scrollAndZoom = [&](const QString& what, bool zooms) {
        const Gaps gaps(what);
        QScrollBar* bar = timeline->verticalScrollBar();
        repeat(180, [&](int i) {
            if (!zooms) {
                bar->setValue(int(bar->maximum() * (i % 90) / 90.0));
                return;
            }
            const QPointF at(timeline->viewport()->width() * 0.8, timeline->viewport()->height() / 2.0);
            QWheelEvent wheel(at, timeline->viewport()->mapToGlobal(at), {}, {0, i / 30 % 2 ? -120 : 120}, Qt::NoButton,
                Qt::ControlModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(timeline->viewport(), &wheel);
        });
    };
    window.selectRun(RunId(u"01J00000000000000000000002"_s));
    settle(1'000);
    int rows = 0;
    for (int lane = 0; lane < timeline->model()->rowCount(); ++lane)
        rows += timeline->model()->rowCount(timeline->model()->index(lane, 0));
    out() << u"timeline with %1 steps\n"_s.arg(rows);
    {
        const Gaps gaps(u"200 rows, untouched"_s);
        settle(2'000);
    }
    scrollAndZoom(u"200 rows, scrolling"_s, false);
    scrollAndZoom(u"200 rows, zooming"_s, true);
    {
        const Gaps gaps(u"200 rows, through the past"_s);
        auto* earlier = window.findChild<QAction*>(u"earlier"_s);
        repeat(60, [earlier](int) {
            if (earlier)
                earlier->trigger();
        });
        if (auto* now = window.findChild<QAction*>(u"backToNow"_s))
            now->trigger();
    }
    window.selectRun(RunId(u"b%1"_s.arg(runs / 2, 8, 10, QLatin1Char('0'))));
    settle(500);
    {
        const Gaps gaps(u"zooming and scrolling the timeline"_s);
        repeat(180, [timeline](int i) {
            const QPointF at(timeline->viewport()->width() * 0.8, timeline->viewport()->height() / 2.0);
            const bool zoom = i % 3 != 0;
            QWheelEvent wheel(at, timeline->viewport()->mapToGlobal(at), {}, {0, i / 30 % 2 ? -120 : 120}, Qt::NoButton,
                zoom ? Qt::ControlModifier : Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(timeline->viewport(), &wheel);
        });
    }
    window.selectRun(open->run.id);
    settle(500);
    {
        const Gaps gaps(u"a burst of %1 events"_s.arg(burst));
        std::atomic<bool> ended = false;
        QMetaObject::invokeMethod(&door, [&] {
            const auto steps = open->run.steps;
            for (int i = 0; i < burst; ++i) {
                const QString step = steps[i / 50 % steps.size()].id.text();
                const std::size_t from = open->events.size();
                if (open->step(step).attempts.isEmpty())
                    open->then(EventType::StepStarted, step, {{"by", "engine"}});
                else
                    open->then(EventType::StepWaiting, step,
                        {{"for", "checks"}, {"args", {{"number", i}}}, {"facts", {{"seen", i}}}});
                const auto kept = store
                                      ->append(lease, open->run,
                                          Events(open->events.begin() + std::ptrdiff_t(from), open->events.end()))
                                      .result();
                if (!kept)
                    qFatal("%s", qPrintable(kept.error().code));
                QMetaObject::invokeMethod(&desk, [&desk, id = open->run.id] { Q_EMIT desk.changed({id}); });
            }
            ended = true;
        });
        timer.restart();
        while (!ended)
            settle(10);
        const qint64 written = timer.elapsed();
        settle(400); // what was gathered is still to be shown
        out() << u"  (written in %1 ms)\n"_s.arg(written);
    }
    line(u"resident memory at the end"_s, residentMegabytes(), u"MB"_s, 250);
    inStore([&] {
        store->closeCleanly().waitForFinished();
        store.reset();
    });
    thread.quit();
    thread.wait();
    return 0;
}

#include "console_bench.moc"
