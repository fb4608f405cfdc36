// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_simulation.h"

#include "base/text.h"
#include "simulated_process.h"

#include <QTemporaryDir>

namespace simulation {

namespace {

constexpr Timestamp kBegin{1'768'478'400'000}; // 2026-01-15T12:00:00Z
constexpr Millis kTroubled{20 * 60'000};
constexpr Millis kTooLong{14LL * 24 * 3'600'000};

class Simulation {
public:
    explicit Simulation(const FaultOptions& options)
        : m_options(options)
        , m_dice(options.seed)
        , m_clock(kBegin)
        , m_rightClock(m_clock, kBegin)
    {
        auto sandbox = sandbox::Sandbox::start({.seed = options.seed, .listens = false, .clock = &m_rightClock});
        if (!sandbox)
            qFatal("no sandbox");
        m_sandbox = std::move(*sandbox);
        m_world = std::make_unique<FaultyWorld>(*m_sandbox, m_clock, m_dice, options.habits);
        m_world->diesBefore = [this] { return countDown(m_deaths.beforeRequest); };
        m_world->diesAfter = [this] { return countDown(m_deaths.afterRequest); };
        m_world->die = [this] { m_process->store->die(); };
    }
    ~Simulation()
    {
        m_world->abandon();
        settle();
        m_process.reset();
    }

    FaultReport run()
    {
        begin();
        for (int i = 0; i < m_options.runs; ++i) {
            m_runs.append(creation(i));
            m_starts.append({m_clock.uptime() + m_dice.pause(0, 240'000)});
        }
        planTrouble();
        while (m_clock.uptime() < kTooLong && !isOver())
            step();
        return judge();
    }

private:
    struct Start {
        Millis at;
        int tries = 0;
    };
    //! Each counts down to the death of this process; nothing: not by this.
    struct Deaths {
        std::optional<int> beforeCommit, afterCommit, beforeRequest, afterRequest;
        std::optional<Millis> at; //!< by uptime
    };

    static bool countDown(std::optional<int>& left)
    {
        if (!left || --*left > 0)
            return false;
        left.reset();
        return true;
    }

    bool isTroubled() const { return !m_isCalm; }

    void begin()
    {
        m_deaths = {};
        if (isTroubled() && m_report.deaths < m_options.mostDeaths) {
            switch (m_dice.between(0, 4)) {
            case 0: m_deaths.beforeCommit = int(m_dice.between(1, 30)); break;
            case 1: m_deaths.afterCommit = int(m_dice.between(1, 30)); break;
            case 2: m_deaths.beforeRequest = int(m_dice.between(1, 6)); break;
            case 3: m_deaths.afterRequest = int(m_dice.between(1, 6)); break;
            default: m_deaths.at = m_clock.uptime() + m_dice.pause(1, 180'000);
            }
        }
        auto opened = journal::SqliteStore::open({m_folder.filePath(u"s/store.db"_s), u"simulation"_s}, m_clock);
        if (!opened)
            qFatal("no store: %s", toBytes(toJson(opened.error())).constData());
        m_process = std::make_unique<SimulatedProcess>(
            std::move(*opened), *m_world, m_clock, connectionTo(*m_sandbox), m_dice,
            [this] { return countDown(m_deaths.beforeCommit); }, [this] { return countDown(m_deaths.afterCommit); });
        std::ignore = m_process->conductor->recover();
        settle();
    }

    void planTrouble() { m_trouble = m_clock.uptime() + m_dice.pause(5'000, 300'000); }

    //! The clock on the wall is set, or the computer sleeps.
    void makeTrouble()
    {
        planTrouble();
        if (!isTroubled() || !m_options.clockTroubles)
            return;
        if (m_dice.falls(0.5)) {
            static constexpr std::array by{1'000, 3'000, 40'000, 3'600'000, 86'400'000};
            const qint64 most = by[std::size_t(m_dice.between(0, by.size() - 1))];
            m_clock.jump(Millis(m_dice.between(-most, most)));
            ++m_report.jumps;
        } else {
            static constexpr std::array most{20'000, 600'000, 36'000'000};
            m_clock.sleep(m_dice.pause(5'000, most[std::size_t(m_dice.between(0, most.size() - 1))]));
            ++m_report.sleeps;
        }
    }

    void step()
    {
        if (!m_isCalm && m_clock.uptime() > kTroubled + m_slept) {
            m_isCalm = true;
            m_deaths = {};
            m_world->calmDown();
        }
        Millis next = m_trouble;
        if (m_deaths.at)
            next = std::min(next, *m_deaths.at);
        for (const auto& start : m_starts)
            next = std::min(next, start.at);
        if (const auto timer = m_clock.next())
            next = std::min(next, m_clock.uptime() + (*timer - m_clock.now()));
        m_clock.advance(std::max(Millis(0), next - m_clock.uptime()));
        settle();
        if (m_deaths.at && *m_deaths.at <= m_clock.uptime())
            m_process->store->die();
        if (m_process->store->isDead())
            return restart();
        if (m_trouble <= m_clock.uptime()) {
            const Millis before = m_clock.uptime();
            makeTrouble();
            m_slept += m_clock.uptime() - before;
            settle();
        }
        startDue();
    }

    void restart()
    {
        ++m_report.deaths;
        m_world->abandon();
        settle();
        m_process.reset();
        m_clock.advance(m_dice.falls(0.5) ? m_dice.pause(0, 5'000) : m_dice.pause(5'000, 300'000));
        settle();
        begin();
    }

    //! Whoever gave the command gives it again, as long as the run does not exist.
    void startDue()
    {
        for (int i = 0; i < m_starts.size(); ++i) {
            auto& start = m_starts[i];
            if (start.at > m_clock.uptime())
                continue;
            start.at = m_clock.uptime() + Millis(60'000);
            if (!eventsOf(m_runs[i].run).empty()) {
                start.at = kTooLong;
                continue;
            }
            std::ignore = m_process->conductor->submit(
                startOf(m_runs[i], *m_sandbox, CommandId(u"start-%1-%2"_s.arg(i).arg(++start.tries)), m_clock.now()));
            settle();
        }
    }

    Events eventsOf(const RunId& run) const
    {
        const auto events = m_process->sqlite->events(run).result();
        return events ? *events : Events{};
    }

    //! Looked at now and then only: all events of all runs are read for it.
    bool isOver()
    {
        if (!m_isCalm || m_clock.uptime() < m_lookAgain)
            return false;
        m_lookAgain = m_clock.uptime() + Millis(60'000);
        return std::all_of(m_runs.begin(), m_runs.end(), [this](const auto& each) {
            const auto run = runOf(eventsOf(each.run));
            return run && isAtRest(*run);
        });
    }

    //! By what came to be in the world. Whether runs ended, and what they meant to write, comes from the journal.
    FaultReport judge()
    {
        const Json ledger = m_sandbox->ledger();
        m_report.ledger = toBytes(ledger);
        for (const auto& entry : m_runs) {
            const auto events = eventsOf(entry.run);
            for (const auto& event : events) {
                m_report.journal += toBytes(toJson(event)) + '\n';
                m_report.intents += event.type == EventType::EffectIntended;
                m_report.lookedUp += event.type == EventType::EffectUnknown;
            }
            const auto run = runOf(events);
            if (!run) {
                m_report.lost.append(u"the run of "_s + entry.service);
                continue;
            }
            const bool isWhole = run->state == RunState::Succeeded;
            m_report.endedWell += isWhole;
            m_report.waiting += run->state == RunState::NeedsYou || run->state == RunState::Failed;
            if (!isWhole && run->state != RunState::NeedsYou && run->state != RunState::Failed)
                m_report.wrong.append(u"%1 is %2"_s.arg(entry.service, toText(run->state)));
            judgeWorld(ledger, entry, isWhole, m_report.duplicates, m_report.lost);
        }
        m_report.effects = m_world->effects;
        m_report.faults = m_world->faults;
        if (m_report.effects > m_report.intents)
            m_report.duplicates.append(u"%1 requests for %2 intents"_s.arg(m_report.effects).arg(m_report.intents));
        return m_report;
    }

    FaultOptions m_options;
    Dice m_dice;
    QTemporaryDir m_folder;
    ManualClock m_clock;
    RightClock m_rightClock;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<FaultyWorld> m_world;
    std::unique_ptr<SimulatedProcess> m_process;
    Deaths m_deaths;
    QList<Creation> m_runs;
    QList<Start> m_starts;
    Millis m_trouble{0}, m_slept{0}, m_lookAgain{0};
    bool m_isCalm = false;
    FaultReport m_report;
};

} // namespace

FaultReport simulateFaults(const FaultOptions& options) { return Simulation(options).run(); }

} // namespace simulation
