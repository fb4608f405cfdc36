// SPDX-License-Identifier: GPL-3.0-or-later
// The whole engine in one process, deterministic from a seed, with every fault that its surroundings have: what is promised
// of effects and ends holds, and the same seed is the same story to the byte.
#include "fault_simulation.h"

#include "base/text.h"

#include <QElapsedTimer>
#include <QHashSeed>
#include <QLoggingCategory>
#include <QTest>

using namespace simulation;

namespace {

struct Tally {
    int cases = 0, faults = 0, deaths = 0, jumps = 0, sleeps = 0, endedWell = 0, waiting = 0;
    int effects = 0, intents = 0, lookedUp = 0;
    QStringList duplicates, lost, wrong;

    void add(quint64 seed, const FaultReport& report)
    {
        ++cases;
        faults += report.faults;
        deaths += report.deaths;
        jumps += report.jumps;
        sleeps += report.sleeps;
        endedWell += report.endedWell;
        waiting += report.waiting;
        effects += report.effects;
        intents += report.intents;
        lookedUp += report.lookedUp;
        const auto all = [seed](const QStringList& problems, QStringList& into) {
            for (const auto& problem : problems)
                into.append(u"seed %1: %2"_s.arg(seed).arg(problem));
        };
        all(report.duplicates, duplicates);
        all(report.lost, lost);
        all(report.wrong, wrong);
    }
    void print(quint64 first, qint64 ms) const
    {
        for (const auto& problem : (duplicates + lost + wrong).mid(0, 12))
            std::printf("   %s\n", qUtf8Printable(problem));
        std::printf("fault simulation: seed %llu, %d cases, %d faults (%d deaths, %d jumps of the clock, %d sleeps), "
                    "%lld duplicates, %lld lost, %d ended well, %d waiting for a person, %lld s (%d requests for %d "
                    "intents, %d looked up)\n",
            first, cases, faults + deaths + jumps + sleeps, deaths, jumps, sleeps, qint64(duplicates.size()),
            qint64(lost.size()), endedWell, waiting, ms / 1000, effects, intents, lookedUp);
        std::fflush(stdout);
    }
};

//! The first line in which two stories differ, for people.
QByteArray difference(const QByteArray& one, const QByteArray& other)
{
    const auto a = one.split('\n'), b = other.split('\n');
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        if (a[i] != b[i])
            return a[i] + "\n" + b[i];
    return "one goes on";
}

void play(quint64 first, int seeds, const FaultOptions& options = {})
{
    Tally tally;
    QElapsedTimer timer;
    timer.start();
    for (quint64 seed = first; seed < first + quint64(seeds); ++seed) {
        FaultOptions chosen = options;
        chosen.seed = seed;
        tally.add(seed, simulateFaults(chosen));
    }
    tally.print(first, timer.elapsed());
    QVERIFY(tally.duplicates.isEmpty());
    QVERIFY(tally.lost.isEmpty());
    QVERIFY(tally.wrong.isEmpty());
    // A trivial pass would be one in which nothing happens.
    QVERIFY(tally.faults >= seeds && tally.lookedUp > 0);
    QVERIFY(options.mostDeaths == 0 || tally.deaths >= seeds);
    QVERIFY(!options.clockTroubles || tally.jumps + tally.sleeps > 0);
    QVERIFY(tally.endedWell * 100 >= (tally.endedWell + tally.waiting) * 95);
}

} // namespace

class FaultSimulationTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"slipway.*=false"_s); }

    void aSeedIsAStoryToTheByte()
    {
        const auto first = simulateFaults({.seed = 1, .runs = 1});
        const auto second = simulateFaults({.seed = 1, .runs = 1});
        QVERIFY(first.deaths > 0 && first.faults > 0 && first.journal.size() > 10'000);
        QVERIFY2(second.journal == first.journal, difference(first.journal, second.journal).constData());
        QVERIFY(second.ledger == first.ledger);
    }

    void aFewSeeds() { play(1, 2); }

    //! Of what is asked for without a name of its own (a dispatch), only the window keeps a second one away.
    void whatComesLateIsNotDoneAgain()
    {
        play(11, 1,
            {.habits = {.effectFaults = 0.9, .readFaults = 0, .onlyLate = true},
                .mostDeaths = 0,
                .clockTroubles = false});
    }

    //! Test of the test: what Qt's manager does by itself.
    void aRequestThatIsSentTwiceIsFound()
    {
        QStringList found;
        for (quint64 seed = 1; seed <= 4 && found.isEmpty(); ++seed)
            found =
                simulateFaults({.seed = seed, .runs = 1, .habits = {.effectFaults = 0.6, .resends = true}}).duplicates;
        QVERIFY(!found.isEmpty());
    }

    void manySeeds()
    {
        const int seeds = qEnvironmentVariableIntValue("SLIPWAY_SEEDS");
        if (seeds == 0)
            QSKIP("The long form: SLIPWAY_SEEDS tells how many.");
        play(quint64(std::max(1, qEnvironmentVariableIntValue("SLIPWAY_FIRST_SEED"))), seeds);
    }
};

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    FaultSimulationTests tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "fault_simulation_tests.moc"
