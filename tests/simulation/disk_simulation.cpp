// SPDX-License-Identifier: GPL-3.0-or-later
#include "disk_simulation.h"

#include "base/text.h"
#include "faulty_world.h"
#include "journal/passing.h"
#include "journal/sqlite_reader.h"
#include "journal/verify.h"
#include "simulated_process.h"

#include <QTemporaryDir>

namespace simulation {

namespace {

constexpr Timestamp kBegin{1'768'478'400'000}; // 2026-01-15T12:00:00Z
constexpr Millis kNever{14LL * 24 * 3'600'000}, kTooLong{2LL * 3'600'000};
constexpr Millis kOpenAgain{2'000}, kStartAgain{60'000}, kLookEach{30'000}, kLongestDrain{5'000};
constexpr int kKilledAt = 4;
constexpr qint64 kUntilHealed = 1LL << 40;

using Way = DiskFault::Way;

class Simulation {
public:
    Simulation(quint64 seed, const DiskFault& fault)
        : m_fault(fault)
        , m_lasts(fault.way == Way::Lasting || fault.way == Way::LastingBeyondTheProgram)
        , m_dice(seed)
        , m_faultDice(seed * 1'000'003 + quint64(fault.call))
        , m_clock(kBegin)
    {
        auto sandbox = sandbox::Sandbox::start({.seed = seed, .listens = false, .clock = &m_clock});
        if (!sandbox)
            qFatal("no sandbox");
        m_sandbox = std::move(*sandbox);
        m_world = std::make_unique<FaultyWorld>(
            *m_sandbox, m_clock, m_dice, FaultyWorld::Habits{.effectFaults = 0, .readFaults = 0});
        m_world->diesBefore = [this] { // it never does; it is the last moment before a request
            seeRequest();
            return false;
        };
        m_start = m_dice.pause(0, 60'000);
    }
    ~Simulation()
    {
        m_world->abandon();
        settle();
        m_program.reset();
        FailingDisk::heal();
    }

    DiskReport run()
    {
        if (m_fault.call > 0)
            FailingDisk::failAt(m_fault.call, m_fault.kind, m_fault.code, m_lasts ? kUntilHealed : 0);
        else
            FailingDisk::heal();
        while (m_clock.uptime() < kTooLong && !isOver())
            step();
        if (m_program && m_program->conductor->trouble())
            m_report.wrong.append(u"at the end its trouble is %1"_s.arg(m_program->conductor->trouble()->error.code));
        end();
        m_report.calls = callsSoFar();
        heal();
        closeOnAWellDisk();
        judge();
        return m_report;
    }

private:
    QString file() const { return m_folder.filePath(u"s/store.db"_s); }

    static DiskCalls callsSoFar()
    {
        DiskCalls calls{};
        for (std::size_t kind = 0; kind < calls.size(); ++kind)
            calls[kind] = FailingDisk::calls(FailingDisk::Kind(kind));
        return calls;
    }

    void step()
    {
        Millis next = m_program ? m_start : m_open;
        for (const auto& moment : {m_heal, m_end, m_kill})
            next = std::min(next, moment.value_or(m_lookAgain));
        next = std::min(next, m_lookAgain);
        if (const auto timer = m_clock.next())
            next = std::min(next, m_clock.uptime() + (*timer - m_clock.now()));
        m_clock.advance(std::max(Millis(0), next - m_clock.uptime()));
        settle();
        noticeFault();
        if (m_heal && *m_heal <= m_clock.uptime())
            heal();
        if (m_end && *m_end <= m_clock.uptime()) {
            m_end.reset();
            end();
            m_open = m_clock.uptime() + m_faultDice.pause(0, 20'000);
        }
        if (m_kill && *m_kill <= m_clock.uptime())
            kill();
        if (!m_program && m_open <= m_clock.uptime())
            open();
        if (m_program && m_start <= m_clock.uptime())
            start();
    }

    void noticeFault()
    {
        if (FailingDisk::failed() == 0 || m_wasNoticed)
            return;
        m_wasNoticed = true;
        if (!m_lasts)
            return;
        static constexpr std::array most{5'000, 60'000, 600'000};
        const Millis lasts = m_faultDice.pause(1'000, most[std::size_t(m_faultDice.between(0, most.size() - 1))]);
        m_heal = m_clock.uptime() + lasts;
        if (m_fault.way == Way::LastingBeyondTheProgram)
            m_end = m_clock.uptime() + m_faultDice.pause(0, lasts.count());
    }

    //! There is room again.
    void heal()
    {
        m_report.faults += FailingDisk::failed();
        m_heal.reset();
        m_lasts = false;
        FailingDisk::heal();
    }

    void open()
    {
        auto opened = journal::SqliteStore::open(
            {.file = file(), .program = u"simulation"_s, .kinds = &steps::kindRules()}, m_clock);
        noticeFault();
        if (!opened) {
            ++m_report.openings;
            mustPass(u"the store is not opened"_s, opened.error());
            m_open = m_clock.uptime() + kOpenAgain;
            return;
        }
        m_program =
            std::make_unique<SimulatedProcess>(std::move(*opened), *m_world, m_clock, connectionTo(*m_sandbox), m_dice);
        QObject::connect(
            m_program->conductor.get(), &conductor::Conductor::troubleChanged, m_program->conductor.get(), [this] {
                const auto* trouble = m_program->conductor->trouble();
                m_report.wasTold |= trouble && journal::isPassing(trouble->error);
            });
        std::ignore = m_program->conductor->recover();
        settle();
    }

    //! Whoever gave the command gives it again where it was refused.
    void start()
    {
        m_start = kNever;
        m_program->conductor
            ->submit(startOf(m_creation, *m_sandbox, CommandId(u"start-%1"_s.arg(++m_starts)), m_clock.now()))
            .then(m_program->conductor.get(), [this](const Result<qint64>& started) {
                if (started)
                    return;
                mustPass(u"the start is refused"_s, started.error());
                m_start = m_clock.uptime() + kStartAgain;
            });
        settle();
    }

    void mustPass(const QString& what, const Error& why)
    {
        if (!journal::isPassing(why))
            m_report.wrong.append(u"%1 for %2: %3"_s.arg(what, why.code, QString::fromUtf8(toBytes(why.args))));
    }

    void kill()
    {
        m_kill.reset();
        if (!m_program)
            return;
        m_program->store->die();
        m_world->abandon();
        settle();
        m_program.reset();
        m_open = m_clock.uptime() + Millis(1'000);
    }

    //! As Engine::end() does it.
    void end()
    {
        if (!m_program)
            return;
        const auto drained = m_program->conductor->drain();
        const Millis latest = m_clock.uptime() + kLongestDrain;
        while (!drained.isFinished() && m_clock.uptime() < latest) {
            m_clock.advance(Millis(10));
            settle();
        }
        m_program->conductor->disconnect();
        m_world->abandon();
        settle();
        std::ignore = m_program->conductor->close();
        m_program.reset();
    }

    //! What a fault at the very end left has to be no obstacle to the next start.
    void closeOnAWellDisk()
    {
        const auto before = runOf(journaled());
        const int requests = m_report.requests;
        open();
        for (int i = 0; i < 60; ++i) {
            m_clock.advance(Millis(1'000));
            settle();
        }
        end();
        if (before && !before->isOpen() && m_report.requests != requests)
            m_report.wrong.append(u"a run that has ended writes"_s);
    }

    Events journaled() const
    {
        const FailingDisk::Onlooker onlooker;
        auto reader = journal::SqliteReader::open(file());
        const auto events = reader ? (*reader)->events(m_creation.run) : Result<Events>(reader.error());
        return events ? *events : Events{};
    }

    //! At the moment of a request its intent must be on the disk: one without an outcome, of which no request is known.
    void seeRequest()
    {
        ++m_report.requests;
        m_report.atRequests.append(callsSoFar());
        if (m_fault.way == Way::OnceOfTwoPrograms && m_report.requests == kKilledAt)
            m_kill = m_clock.uptime() + Millis(5); // before its answer
        QMap<QString, qint64> open;
        for (const auto& event : journaled()) {
            const QString effect = textAt(event.data, "effect");
            if (event.type == EventType::EffectIntended)
                open[effect] = event.sequence;
            else if (!effect.isEmpty())
                open.remove(effect);
        }
        for (const qint64 intent : std::as_const(open))
            if (!m_requested.contains(intent)) {
                m_requested.insert(intent);
                return;
            }
        m_report.wrong.append(u"request %1 has no intent on the disk"_s.arg(m_report.requests));
    }

    bool isOver()
    {
        if (m_clock.uptime() < m_lookAgain)
            return false;
        m_lookAgain = m_clock.uptime() + kLookEach;
        if (m_heal)
            return false;
        const auto run = runOf(journaled());
        return run && isAtRest(*run);
    }

    void judge()
    {
        const auto events = journaled();
        for (const auto& event : events) {
            m_report.intents += event.type == EventType::EffectIntended;
            m_report.lookedUp += event.type == EventType::EffectUnknown;
        }
        const auto run = runOf(events);
        if (!run) {
            m_report.lost.append(u"the run"_s);
            return;
        }
        m_report.endedWell = run->state == RunState::Succeeded;
        m_report.waits = run->state == RunState::NeedsYou || run->state == RunState::Failed;
        if (!m_report.endedWell)
            m_report.wrong.append(u"the run is "_s + toText(run->state));
        judgeWorld(m_sandbox->ledger(), m_creation, m_report.endedWell, m_report.duplicates, m_report.lost);
        // Every answer came; only a program that ended may have lost one.
        if ((m_fault.way == Way::Once || m_fault.way == Way::Lasting) && m_report.lookedUp > 0)
            m_report.lost.append(u"%1 answers that were received"_s.arg(m_report.lookedUp));
        const auto verified = journal::verifyJournal(file(), steps::kindRules());
        if (!verified)
            m_report.wrong.append(u"the journal: "_s + verified.error().code);
        else if (!verified->isWhole())
            m_report.wrong.append(u"the journal: "_s + verified->findings.first().text);
    }

    DiskFault m_fault;
    bool m_lasts; //!< and the disk has no room yet
    Dice m_dice, m_faultDice;
    QTemporaryDir m_folder;
    ManualClock m_clock;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<FaultyWorld> m_world;
    std::unique_ptr<SimulatedProcess> m_program;
    const Creation m_creation = creation(0);
    Millis m_open{0}, m_start{0}, m_lookAgain{0}; //!< by uptime, as are the next
    std::optional<Millis> m_heal, m_end, m_kill;
    int m_starts = 0;
    bool m_wasNoticed = false;
    QSet<qint64> m_requested; //!< intents, by their sequences
    DiskReport m_report;
};

} // namespace

DiskReport simulateDisk(quint64 seed, const DiskFault& fault) { return Simulation(seed, fault).run(); }

} // namespace simulation
