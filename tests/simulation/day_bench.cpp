// SPDX-License-Identifier: GPL-3.0-or-later
// What watching costs and how soon merges are seen: a simulated day, and the busiest hour that GitHub's limits allow.
//   day_bench [RUNS …] [--seed N] [--hours N] [--rush MINUTES]
// prints a table of each; with --hours 0 or --rush 0 not that one. Exit status 1 where a promise is not kept.
#include "simulated_day.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>
#include <QLoggingCategory>

#include <cstdio>

using namespace simulation;

namespace {

constexpr int kRushFrom = 100; // fewer are no rush
constexpr double kPromised = 15; // seconds

void printHead(const char* title)
{
    std::printf("\n%s\n%6s %6s %9s %8s %8s %9s %9s %8s   %-38s %-26s %8s\n", title, "runs", "open", "requests",
        "writes", "points", "busiest", "quietest", "merges", "in the usual time: 50 95 100%",
        "before or after: 50 100%", "took");
}

void printRow(int runs, const Day& day, qint64 milliseconds)
{
    std::printf("%6d %6d %9lld %8lld %8lld %9lld %9lld %8d   %5lld: %6.1f %6.1f %6.1f s       %5lld: %6.1f %6.1f s"
                "     %6.1f s\n",
        runs, day.open, qlonglong(day.reads + day.writes), qlonglong(day.writes), qlonglong(day.points),
        qlonglong(day.busiestHour()), qlonglong(day.quietHour()), day.merges, qlonglong(day.delays.size()),
        secondsAt(day.delays, 0.5), secondsAt(day.delays, 0.95), secondsAt(day.delays, 1),
        qlonglong(day.lateDelays.size()), secondsAt(day.lateDelays, 0.5), secondsAt(day.lateDelays, 1),
        double(milliseconds) / 1000.0);
    std::fflush(stdout);
}

//! What is not as it was promised, in words. `usual`: so many merges at least must have happened in the usual time,
//! without which the promise about them would be empty.
QStringList broken(int runs, const Day& day, int usual)
{
    QStringList words;
    const auto need = [&](bool kept, const QString& what) {
        if (!kept)
            words.append(u"%1 runs: %2"_s.arg(QString::number(runs), what));
    };
    need(day.open >= runs * 9 / 10, u"only %1 were open"_s.arg(day.open));
    need(day.delays.size() + day.lateDelays.size() == day.merges,
        u"%1 merges, of which %2 are known"_s.arg(day.merges).arg(day.delays.size() + day.lateDelays.size()));
    need(day.delays.size() >= usual,
        u"%1 merges in the usual time, at least %2 are needed"_s.arg(day.delays.size()).arg(usual));
    need(secondsAt(day.delays, 1) <= kPromised,
        u"a merge in the usual time was seen after %1 s"_s.arg(secondsAt(day.delays, 1)));
    need(day.limited == 0, u"GitHub said stop %1 times"_s.arg(day.limited));
    return words;
}

} // namespace

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"slipway.*=false"_s);
    QList<int> sizes;
    quint64 seed = 1;
    int hours = 24, rushMinutes = 60;
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--seed") == 0 && i + 1 < argc)
            seed = QByteArray(argv[++i]).toULongLong();
        else if (qstrcmp(argv[i], "--hours") == 0 && i + 1 < argc)
            hours = std::min(QByteArray(argv[++i]).toInt(), 24);
        else if (qstrcmp(argv[i], "--rush") == 0 && i + 1 < argc)
            rushMinutes = QByteArray(argv[++i]).toInt();
        else if (const int size = QByteArray(argv[i]).toInt(); size > 0)
            sizes.append(size);
    }
    if (sizes.isEmpty())
        sizes = {1, 10, 100, 500};
    if (hours > 0)
        hours = std::max(hours, 11); // earlier nothing is reviewed
    QStringList allBroken;
    if (hours > 0)
        printHead("A day. Nothing happens from 3 to 4 o'clock, the quiet hour; office hours are from 8 to 18.");
    for (const int size : sizes) {
        if (hours <= 0)
            break;
        QElapsedTimer elapsed;
        elapsed.start();
        const auto day = simulateDay({.runs = size, .seed = seed, .length = Millis(hours * 3'600'000)});
        printRow(size, day, elapsed.elapsed());
        allBroken += broken(size, day, std::max(1, size / 50));
        // A single run begins at nine; hundreds that cost nothing would not have been watched.
        if ((size > 1 && day.quietHour() <= 0) || day.quietHour() > std::max(60, size))
            allBroken.append(u"%1 runs: %2 points in the quiet hour"_s.arg(size).arg(day.quietHour()));
    }
    if (rushMinutes > 0)
        printHead("A time in which runs are started, reviewed and merged as fast as GitHub allows.");
    for (const int size : sizes) {
        if (size < kRushFrom || rushMinutes <= 0)
            continue;
        QElapsedTimer elapsed;
        elapsed.start();
        const auto rush = simulateRush({.runs = size, .seed = seed, .length = Millis(rushMinutes * 60'000)});
        printRow(size, rush, elapsed.elapsed());
        allBroken += broken(size, rush, size * rushMinutes / 240);
    }
    std::printf("%s\n",
        allBroken.isEmpty() ? "\nEvery promise is kept." : qPrintable(u"\nBroken:\n"_s + allBroken.join(u'\n')));
    return allBroken.isEmpty() ? 0 : 1;
}
