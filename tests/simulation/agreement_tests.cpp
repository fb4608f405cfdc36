// SPDX-License-Identifier: GPL-3.0-or-later
// The simulation against a run over real sockets: the same workflow, the same waits, the same requests. Both have a clock
// that stands still while anything is under way, so that neither depends on how busy the machine is.
#include "lanes_workflow.h"
#include "simulated_day.h"

#include "base/text.h"
#include "base/when_done.h"
#include "sandbox/sandbox.h"
#include "steps/kinds.h"
#include "workflow/fold.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QHashSeed>
#include <QTest>

using namespace simulation;

namespace {

constexpr Timestamp kStart{1'768'435'200'000};
constexpr Millis kTooLong{600'000};
const RunId kRun(u"01JD0000000000000000000001"_s);

struct Cost {
    qint64 requests = 0, points = 0;
    int writes = 0;
    Millis took{0}; //!< of the world

    QByteArray inWords() const
    {
        return QByteArray::number(requests) + " requests, " + QByteArray::number(points) + " points, "
            + QByteArray::number(writes) + " writes, " + QByteArray::number(double(took.count()) / 1000) + " s";
    }
};

int writesIn(const Events& events)
{
    return int(std::count_if(
        events.begin(), events.end(), [](const Event& event) { return event.type == EventType::EffectIntended; }));
}

//! Requests over sockets, of which it is known whether any is under way.
class WatchedHttp : public http::Http {
public:
    QFuture<http::Exchange> read(http::Request request) override { return noted(Http::read(std::move(request))); }
    QFuture<http::Exchange> effect(http::Request request) override { return noted(Http::effect(std::move(request))); }

    int underWay() const { return m_underWay; }

private:
    QFuture<http::Exchange> noted(QFuture<http::Exchange> exchange)
    {
        ++m_underWay;
        whenDone(exchange, this, [this](const http::Exchange&) { --m_underWay; });
        return exchange;
    }

    int m_underWay = 0;
};

//! Everything in one thread with one clock, and HTTP in between.
class OverSockets {
public:
    OverSockets()
        : m_clock(kStart)
    {
        auto sandbox = sandbox::Sandbox::start({.clock = &m_clock});
        auto store = journal::SqliteStore::open({m_folder.filePath(u"s/store.db"_s), u"tests"_s}, m_clock);
        if (!sandbox || !store)
            qFatal("no sandbox, or no store");
        m_sandbox = std::move(*sandbox);
        m_store = std::move(*store);
        const auto told = m_sandbox->announcement();
        m_github = std::make_unique<github::GitHub>(
            m_http, m_clock, github::Connection{QUrl(textAt(told, "url")), Secret(textAt(told, "token").toUtf8())});
        m_conductor = std::make_unique<conductor::Conductor>(
            *m_store, m_github.get(), m_http, m_clock, steps::kindRules(), conductor::Conductor::Mode::Drive);
    }

    Cost run(const QStringList& repositories)
    {
        const auto started = m_conductor->submit({.id = newCommandId(),
            .run = kRun,
            .actor = u"mia"_s,
            .at = m_clock.now(),
            .command = StartRun{.workflow = lanesWorkflow(repositories), .inputs = {{"name", "fishing"}}}});
        for (settle(); m_clock.now() < kStart + kTooLong; settle()) {
            if (started.isFinished() && m_store->openRuns().result()->isEmpty())
                break;
            const auto next = m_clock.next();
            if (!next)
                qFatal("nothing is waited for, and the run has not ended");
            m_clock.advance(*next - m_clock.now());
        }
        const auto events = *m_store->events(kRun).result();
        const auto folded = fold(Run{}, events, steps::kindRules());
        if (!folded || folded->isOpen())
            qFatal("the run has not ended");
        return {m_github->requestsSent(), m_github->spent().points, writesIn(events), events.back().at - kStart};
    }

    //! How long the world took, so that the simulation has the same.
    Fate fate(const QString& repository) const
    {
        const auto ledger = m_sandbox->ledger();
        const auto found = [&](const char* list, auto&& fits) {
            for (const Json& one : memberAt(ledger, list))
                if (textAt(one, "repository") == repository && fits(one))
                    return one;
            qFatal("the ledger lists no such thing in %s", list);
        };
        const auto at = [](const Json& one, const char* when) { return *Timestamp::fromIso(textAt(one, when)); };
        const auto any = [](const Json&) { return true; };
        const auto merge = found("merges", any);
        const auto run = found("workflowRuns", [&](const Json& one) { return textAt(one, "event") == "push"_L1; });
        // Three and four seconds are the simulation's own, for the merge and the start of the workflow.
        return {.checks = at(merge, "at") - at(found("pullRequests", any), "at") - Millis(3'000),
            .workflow = at(run, "endedAt") - at(merge, "at") - Millis(4'000)};
    }

private:
    //! Until nothing is under way, however long that takes outside: only then time goes on.
    void settle()
    {
        QEventLoop loop;
        const QDeadlineTimer deadline(60'000);
        for (int quiet = 0; quiet < 3; ++quiet) {
            while (loop.processEvents(QEventLoop::AllEvents))
                quiet = 0;
            if (m_http.underWay() > 0) {
                if (deadline.hasExpired())
                    qFatal("a request is not answered");
                QTest::qWait(1);
                quiet = 0;
            }
        }
    }

    QTemporaryDir m_folder;
    ManualClock m_clock;
    WatchedHttp m_http;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<journal::SqliteStore> m_store;
    std::unique_ptr<github::GitHub> m_github;
    std::unique_ptr<conductor::Conductor> m_conductor;
};

bool near(qint64 a, qint64 b) { return std::abs(a - b) <= std::max<qint64>(2, b / 20); }

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
        Engine engine(kStart);
        engine.http.fate = [fate](const QString&) { return fate; };
        engine.http.latency = Millis(0);
        engine.start(kRun, u"fishing"_s, lanesWorkflow(repositories()));
        for (qint64 second = 1; second < kTooLong.count() / 1000; ++second) {
            engine.runUntil(kStart + Millis(second * 1000));
            if (engine.openRuns() == 0)
                break;
        }
        if (engine.http.total().reads + engine.http.total().writes != engine.github().requestsSent())
            qFatal("the simulated GitHub counts other requests than its client");
        const auto events = engine.events(kRun);
        return {engine.github().requestsSent(), engine.github().spent().points, writesIn(events),
            events.back().at - kStart};
    }

private Q_SLOTS:
    void theSimulationCostsWhatARunOverSocketsDoes()
    {
        OverSockets sockets;
        const auto overSockets = sockets.run(repositories());
        const auto inSimulation = simulated(sockets.fate(repositories().first()));
        const auto both = "sockets: " + overSockets.inWords() + "; simulated: " + inSimulation.inWords();
        qInfo("%s", both.constData());
        QCOMPARE(overSockets.writes, 4); // two lanes, raised and armed
        QVERIFY2(overSockets.requests > 10, both.constData()); // and watched
        QVERIFY2(inSimulation.writes == overSockets.writes, both.constData());
        QVERIFY2(near(inSimulation.requests, overSockets.requests), both.constData());
        QVERIFY2(near(inSimulation.points, overSockets.points), both.constData());
        QVERIFY2(near(inSimulation.took.count(), overSockets.took.count()), both.constData());
    }

    void aRunOverSocketsIsTheSameEachTime()
    {
        const auto cost = [] {
            OverSockets sockets;
            return sockets.run(repositories()).inWords();
        };
        const auto first = cost();
        QCOMPARE(cost(), first);
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
