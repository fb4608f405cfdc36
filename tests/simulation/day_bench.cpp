// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated day of watching: what it costs with few and with many open runs, and how soon a merge is seen.
//   day_bench [RUNS …] [--seed N] [--hours N]      prints a table; exit status 1 where a promise is not kept
#include "simulated_day.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>
#include <QLoggingCategory>

#include <cstdio>

using namespace simulation;

namespace {

double seconds(const QList<qint64>& sorted, double part)
{
    if (sorted.isEmpty())
        return 0;
    return double(sorted[qsizetype(double(sorted.size() - 1) * part)]) / 1000.0;
}

} // namespace

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"slipway.*=false"_s);
    QList<int> sizes;
    quint64 seed = 1;
    int hours = 24;
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--seed") == 0 && i + 1 < argc)
            seed = QByteArray(argv[++i]).toULongLong();
        else if (qstrcmp(argv[i], "--hours") == 0 && i + 1 < argc)
            hours = std::clamp(QByteArray(argv[++i]).toInt(), 4, 24);
        else if (const int size = QByteArray(argv[i]).toInt(); size > 0)
            sizes.append(size);
    }
    if (sizes.isEmpty())
        sizes = {1, 10, 100, 500};
    std::printf("%6s %9s %8s %8s %12s %12s %8s %28s %20s %8s\n", "runs", "requests", "writes", "points", "busiest hour",
        "quiet hour", "merges", "seen after, usual: 50 90 100%", "overdue: 50 100%", "took");
    bool kept = true;
    for (const int size : sizes) {
        QElapsedTimer elapsed;
        elapsed.start();
        const auto day = simulateDay({.runs = size, .seed = seed, .length = Millis(hours * 3'600'000)});
        std::printf("%6d %9lld %8lld %8lld %12lld %12lld %8lld %8.1f %8.1f %8.1f s %10.1f %7.1f s %6.1f s\n", size,
            qlonglong(day.reads + day.writes), qlonglong(day.writes), qlonglong(day.points),
            qlonglong(day.busiestHour()), qlonglong(day.quietHour()),
            qlonglong(day.delays.size() + day.lateDelays.size()), seconds(day.delays, 0.5), seconds(day.delays, 0.9),
            seconds(day.delays, 1), seconds(day.lateDelays, 0.5), seconds(day.lateDelays, 1),
            double(elapsed.elapsed()) / 1000.0);
        std::fflush(stdout);
        kept = kept && day.quietHour() <= 500 && seconds(day.delays, 1) <= 15 && day.limited == 0;
    }
    return kept ? 0 : 1;
}
