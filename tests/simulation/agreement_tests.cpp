// SPDX-License-Identifier: GPL-3.0-or-later
// The simulation against a run over real sockets: the same workflow, the same waits, the same requests.
#include "lanes_workflow.h"
#include "simulated_day.h"

#include "base/text.h"
#include "steps/kinds.h"
#include "workflow/fold.h"

#include <QDeadlineTimer>
#include <QHashSeed>
#include <QProcess>
#include <QTest>

using namespace simulation;

namespace {

constexpr double kSpeed = 20;
const RunId kRun(u"01JD0000000000000000000001"_s);

struct Cost {
    qint64 requests = 0, points = 0;
    int writes = 0;
    Millis took{0}; //!< of the world

    QByteArray inWords() const
    {
        return QByteArray::number(requests) + " requests, " + QByteArray::number(points) + " points, "
            + QByteArray::number(writes) + " writes, " + QByteArray::number(qint64(took.count() / 1000)) + " s";
    }
};

int writesIn(const Events& events)
{
    return int(std::count_if(
        events.begin(), events.end(), [](const Event& event) { return event.type == EventType::EffectIntended; }));
}

bool near(qint64 a, qint64 b, double part) { return std::abs(double(a - b)) <= std::max(2.0, part * double(b)); }

} // namespace

class AgreementTests : public QObject {
    Q_OBJECT

    static const QStringList& repositories()
    {
        static const QStringList names{u"cdp-app-config"_s, u"cdp-nginx-upstreams"_s};
        return names;
    }

    static Cost simulated(const Fate& fate)
    {
        Engine engine(Timestamp{1'768'435'200'000});
        engine.http.fate = [fate](const QString&) { return fate; };
        engine.http.latency = Millis(60);
        const auto from = engine.clock.now();
        engine.start(kRun, u"fishing"_s, lanesWorkflow(repositories()));
        for (int second = 1; second < 600; ++second) {
            engine.runUntil(from + Millis(second * 1000));
            if (engine.openRuns() == 0)
                break;
        }
        if (engine.http.total().reads + engine.http.total().writes != engine.github().requestsSent())
            qFatal("the simulated GitHub counts other requests than its client");
        const auto events = engine.events(kRun);
        return {
            engine.github().requestsSent(), engine.github().spent().points, writesIn(events), events.back().at - from};
    }

    //! Over sockets, with a sandbox that lives twenty times as fast. `fate`: what its checks and workflows took.
    static Cost real(Fate& fate)
    {
        QProcess sandbox;
        sandbox.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        sandbox.start(qEnvironmentVariable("SLIPWAY_SANDBOX_SERVER"), {u"--speed"_s, QString::number(kSpeed)});
        while (!sandbox.canReadLine())
            if (!sandbox.waitForReadyRead(60000))
                qFatal("no sandbox");
        const auto announced = *parseJson(sandbox.readLine());

        SystemClock clock(kSpeed);
        QTemporaryDir folder;
        auto store = *journal::SqliteStore::open({folder.filePath(u"s/store.db"_s), u"tests"_s}, clock);
        http::Http http;
        github::GitHub github(
            http, clock, {QUrl(textAt(announced, "url")), Secret(textAt(announced, "token").toUtf8())});
        const auto from = clock.now();
        Events events;
        {
            conductor::Conductor conductor(
                *store, &github, http, clock, steps::kindRules(), conductor::Conductor::Mode::Drive);
            const auto started = conductor.submit({.id = newCommandId(),
                .run = kRun,
                .actor = u"mia"_s,
                .at = clock.now(),
                .command = StartRun{.workflow = lanesWorkflow(repositories()), .inputs = {{"name", "fishing"}}}});
            const QDeadlineTimer deadline(60'000);
            const auto isOpen = [&] {
                const auto open = store->openRuns().result();
                return !started.isFinished() || !open || !open->isEmpty();
            };
            while (isOpen() && !deadline.hasExpired())
                QTest::qWait(5);
            events = *store->events(kRun).result();
        }
        const auto folded = *fold(Run{}, events, steps::kindRules());
        if (folded.isOpen())
            qFatal("the run has not ended: %s", qPrintable(toText(folded.state)));
        fate = fateIn(folded);
        sandbox.terminate();
        sandbox.waitForFinished(5000);
        return {github.requestsSent(), github.spent().points, writesIn(events),
            Millis(qint64(double((events.back().at - from).count()) * kSpeed))};
    }

    //! How long the waits of the run were, so that the simulation has the same.
    static Fate fateIn(const Run& run)
    {
        const auto took = [&](const char* step) {
            const auto* attempt = run.step(StepId(repositories().first() + QString::fromLatin1(step)))->attempt();
            return Millis(qint64(double((*attempt->endedAt - attempt->startedAt).count()) * kSpeed));
        };
        // Three and four seconds are the simulation's own, for the merge and the start of the workflow.
        return {.checks = took("-merged") - Millis(3'000), .workflow = took("-workflow") - Millis(4'000)};
    }

private Q_SLOTS:
    void theSimulationCostsWhatTheRealRunDoes()
    {
        Fate fate;
        const auto overSockets = real(fate);
        const auto inSimulation = simulated(fate);
        const auto both = "sockets: " + overSockets.inWords() + "; simulated: " + inSimulation.inWords();
        qInfo("%s", both.constData());
        QCOMPARE(overSockets.writes, 4); // two lanes, raised and armed
        QVERIFY2(inSimulation.writes == overSockets.writes, both.constData());
        QVERIFY2(near(inSimulation.requests, overSockets.requests, 0.2), both.constData());
        QVERIFY2(near(inSimulation.points, overSockets.points, 0.2), both.constData());
        QVERIFY2(near(inSimulation.took.count(), overSockets.took.count(), 0.2), both.constData());
    }
};

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    AgreementTests tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "agreement_tests.moc"
