// SPDX-License-Identifier: GPL-3.0-or-later
// Days of watching in seconds. The longest, with 500 open runs, is day_bench.
#include "simulated_day.h"

#include "base/text.h"

#include <QHashSeed>
#include <QLoggingCategory>
#include <QTest>

using namespace simulation;

namespace {

constexpr Millis kHour{3'600'000};

QByteArray inWords(const Day& day)
{
    QByteArray words;
    for (const auto& [hour, counted] : day.hours)
        words += QByteArray::number(hour) + ": " + QByteArray::number(counted.reads) + " reads, "
            + QByteArray::number(counted.writes) + " writes, " + QByteArray::number(counted.points) + " points\n";
    return words;
}

} // namespace

class SimulationTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"slipway.*=false"_s); }

    void aSeedIsADay()
    {
        const DayOptions options{.runs = 2, .seed = 7, .length = kHour * 9 + Millis(1'800'000)};
        const auto first = simulateDay(options);
        const auto second = simulateDay(options);
        QVERIFY(first.writes > 0 && first.points > 0);
        QCOMPARE(inWords(second), inWords(first));
        QCOMPARE(second.delays, first.delays);
        QCOMPARE(second.lateDelays, first.lateDelays);
        const auto other = simulateDay({.runs = 2, .seed = 8, .length = options.length});
        QVERIFY(inWords(other) != inWords(first));
    }

    void aDay_data()
    {
        QTest::addColumn<int>("runs");
        QTest::newRow("one run") << 1;
        QTest::newRow("three runs") << 3;
    }
    void aDay()
    {
        QFETCH(int, runs);
        const auto day = simulateDay({.runs = runs, .length = kHour * 10 + Millis(1'800'000)});
        QVERIFY2(day.quietHour() <= 60, inWords(day).constData());
        QVERIFY2(day.busiestHour() <= 5000 / 5, inWords(day).constData());
        QCOMPARE(day.limited, 0);
        QVERIFY(day.started > 0);
        QVERIFY(!day.delays.isEmpty());
        QCOMPARE(day.delays.size() + day.lateDelays.size(), day.merges);
        for (const auto delay : day.delays)
            QVERIFY2(delay <= 15'000, QByteArray::number(delay).constData());
        for (const auto delay : day.lateDelays) // overdue, and still seen while it matters
            QVERIFY2(delay <= 11 * 60'000, QByteArray::number(delay).constData());
    }

    //! The time in which all of them may be merged at any moment: hundreds share one look a tick.
    void hundredsInARush()
    {
        const auto rush = simulateRush({.runs = 150, .length = Millis(600'000)});
        QVERIFY2(rush.open >= 135, QByteArray::number(rush.open).constData());
        QCOMPARE(rush.delays.size() + rush.lateDelays.size(), rush.merges);
        QVERIFY2(rush.delays.size() >= 30, QByteArray::number(rush.delays.size()).constData());
        QVERIFY2(secondsAt(rush.delays, 1) <= 15, QByteArray::number(secondsAt(rush.delays, 1)).constData());
        QCOMPARE(rush.limited, 0);
        // 60 ticks of three documents and one or two about what has changed, and what the new runs read and write.
        QVERIFY2(rush.points <= 60 * 5 + rush.started * 10, inWords(rush).constData());
    }

    void aSmallBudgetIsNotExceededAndAReserveIsKept()
    {
        const qint64 budget = 100;
        const auto day = simulateDay({.runs = 3, .length = kHour * 11 - Millis(1'800'000), .hourlyPoints = budget});
        QCOMPARE(day.limited, 0);
        QVERIFY2(day.busiestHour() > budget / 2, inWords(day).constData()); // it was needed …
        for (const auto& [hour, counted] : day.hours) {
            // … but a tenth was left, beside what the runs themselves wrote and read first.
            const qint64 acts = counted.writes * 2;
            QVERIFY2(counted.points - acts <= budget - budget / 10 + 2, inWords(day).constData());
        }
        QVERIFY(day.ended > 0); // and the work went on
    }
};

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed(); // what is read first does not depend on the process
    QCoreApplication application(argc, argv);
    SimulationTests tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "simulation_tests.moc"
