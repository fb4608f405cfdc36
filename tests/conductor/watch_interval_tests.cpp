// SPDX-License-Identifier: GPL-3.0-or-later
// How soon to look again, and how the budget lasts.
#include "base/text.h"
#include "conductor/watch_interval.h"

#include <QTest>

#include <numeric>

using namespace slipway;
using namespace slipway::conductor;

namespace {

constexpr Millis seconds(qint64 count) { return Millis(count * 1000); }
constexpr Millis minutes(qint64 count) { return seconds(count * 60); }

//! Of one wait among hundreds.
Millis intervalOf(
    const char* what, Millis waited, std::optional<UsualTime> usual = {}, std::optional<Millis> unchanged = {})
{
    return watchInterval({.what = QString::fromLatin1(what),
        .waited = waited,
        .unchanged = unchanged.value_or(waited),
        .usual = usual,
        .together = 500});
}

} // namespace

class WatchIntervalTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inTheUsualTimeAChangeIsSeenWithinFifteenSeconds()
    {
        for (const char* what : {"merge", "autoMerge", "checks", "workflowRun", "review", "repository", "artifact"})
            for (qint64 minute = 0; minute <= 10; ++minute)
                QVERIFY2(intervalOf(what, minutes(minute)) <= seconds(12), what);
        // By history, however long that is.
        const UsualTime usual{minutes(20), minutes(90)};
        for (qint64 minute = 10; minute <= 90; ++minute)
            QVERIFY(intervalOf("merge", minutes(minute), usual) <= seconds(12));
    }

    void fewAreLookedAtMoreOften()
    {
        Watched watched{
            .what = u"workflowRun"_s, .waited = minutes(10), .unchanged = minutes(10), .usual = {}, .together = 100};
        QCOMPARE(watchInterval(watched), seconds(6)); // a look costs a point: 600 of 5000 an hour
        watched.together = 101;
        QCOMPARE(watchInterval(watched), seconds(12));
        watched.together = 1;
        watched.waited = watched.unchanged = minutes(600); // … but not when nothing is expected any more
        QCOMPARE(watchInterval(watched), minutes(5));
    }

    void nothingIsAskedMoreOftenThanEveryThreeSeconds()
    {
        for (qint64 second = 0; second < 7200; second += 7)
            QVERIFY(intervalOf("checks", seconds(second)) >= seconds(3));
        QCOMPARE(intervalOf("merge", seconds(0)), seconds(3));
    }

    void beforeItEverHappenedItIsLookedAtLessOften()
    {
        const UsualTime usual{minutes(40), minutes(60)};
        QCOMPARE(intervalOf("workflowRun", minutes(10), usual), seconds(30));
        // … but not beyond the moment from which it may happen.
        QCOMPARE(intervalOf("workflowRun", minutes(20) - seconds(13), usual), seconds(13));
        QCOMPARE(intervalOf("workflowRun", minutes(20), usual), seconds(12));
    }

    void whatTakesLongerThanUsualIsLookedAtEverMoreRarely()
    {
        Millis before{0};
        for (qint64 minute = 31; minute < 24 * 60; minute += 13) {
            const Millis now = intervalOf("merge", minutes(minute));
            QVERIFY(now >= before);
            before = now;
        }
        QCOMPARE(before, minutes(5));
        QCOMPARE(intervalOf("review", minutes(24 * 60)), minutes(10)); // a person: slower still
        QVERIFY(intervalOf("review", minutes(200)) <= seconds(12));
        QCOMPARE(intervalOf("", minutes(600)), minutes(10)); // a person is asked here, and nothing else is expected
    }

    void personsDoNotActAllNight()
    {
        const UsualTime usual{minutes(60), minutes(3 * 24 * 60)};
        QVERIFY(intervalOf("review", minutes(7 * 60), usual) <= seconds(12));
        QCOMPARE(intervalOf("review", minutes(14 * 60), usual), minutes(10));
        QVERIFY(intervalOf("workflowRun", minutes(14 * 60), usual) <= seconds(12)); // a machine does
    }

    void whatHasJustChangedIsLookedAtSoon()
    {
        // Overdue by hours, but the review came a minute ago: the merge follows.
        QCOMPARE(intervalOf("checks", minutes(600), {}, seconds(60)), seconds(5));
        QCOMPARE(intervalOf("checks", minutes(600), {}, seconds(0)), seconds(3));
    }

    void anUnknownWaitIsWatchedToo()
    {
        QVERIFY(intervalOf("something new", minutes(5)) <= seconds(12));
        QVERIFY(intervalOf("something new", minutes(500)) <= minutes(5));
    }

    void fewDurationsSayNothing()
    {
        QVERIFY(!usualTime({1, 2, 3, 4}));
        QVERIFY(!usualTime({}));
        const auto five = usualTime({500, 100, 300, 200, 400});
        QVERIFY(five);
        QCOMPARE(five->early.count(), 100);
        QCOMPARE(five->late.count(), 500); // of so few, each counts
        QList<qint64> many(101);
        std::iota(many.begin(), many.end(), 0);
        const auto hundred = usualTime(many);
        QCOMPARE(hundred->early.count(), 10);
        QCOMPARE(hundred->late.count(), 90);
    }

    void aFullPurseAndACheapLookNeedNoPause()
    {
        const Purse purse{.limit = 5000, .remaining = 5000, .untilReset = minutes(60)};
        QCOMPARE(watchPause(purse, 0).count(), 0);
        QVERIFY(watchPause(purse, 1) < seconds(1));
        QCOMPARE(watchPause({}, 100).count(), 0); // no limits are told: an Enterprise Server has none by default
        QCOMPARE(
            watchPause({.limit = 5000, .remaining = 0, .untilReset = seconds(-1)}, 5).count(), 0); // that hour is over
    }

    void whatIsLeftLastsUntilTheReset()
    {
        Purse purse{.limit = 5000, .remaining = 1500, .untilReset = minutes(60)};
        int looks = 0;
        while (purse.untilReset > Millis(0)) {
            const Millis pause = watchPause(purse, 20);
            QVERIFY(pause > seconds(1));
            purse.remaining -= 20;
            purse.untilReset -= pause;
            ++looks;
            QVERIFY(purse.remaining >= reserveOf(purse) - 20);
        }
        QVERIFY2(looks >= 45, qPrintable(QString::number(looks))); // and it is used: fifty would be all
    }

    void whileNewsFlowItIsATenth()
    {
        for (const char* what : {"merge", "checks", "workflowRun", "review"}) {
            for (const auto waited : {seconds(5), minutes(2), minutes(45), minutes(600)}) {
                Watched watched{.what = QString::fromLatin1(what), .waited = waited, .unchanged = waited};
                const Millis usual = watchInterval(watched);
                watched.newsFlow = true;
                QCOMPARE(watchInterval(watched), std::max(usual, std::min(usual * 15, minutes(10)))); // the net stays
            }
        }
    }

    void theReserveIsForPersons()
    {
        const Purse purse{.limit = 5000, .remaining = 500, .untilReset = minutes(30)};
        QCOMPARE(reserveOf(purse), 500);
        QCOMPARE(watchPause(purse, 1), minutes(30) + seconds(1));
        QCOMPARE(watchPause({.limit = 5000, .remaining = 3, .untilReset = minutes(2)}, 1), minutes(2) + seconds(1));
    }
};

QTEST_GUILESS_MAIN(WatchIntervalTests)
#include "watch_interval_tests.moc"
