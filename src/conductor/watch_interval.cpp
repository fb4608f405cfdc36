// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/watch_interval.h"

#include <algorithm>
#include <array>

namespace slipway::conductor {

namespace {

constexpr Millis operator""_min(unsigned long long minutes) { return Millis(qint64(minutes) * 60'000); }

constexpr Millis kSoonest{3'000};
constexpr Millis kExpected{12'000}; // with a request's time and what joins a tick: seen within 15 s
constexpr Millis kExpectedOfFew{6'000}; // a look costs a point: an hour of them is an eighth of the budget
constexpr qsizetype kFew = 100;
constexpr Millis kTooEarly{30'000};
constexpr int kPart = 12; // a look after each twelfth of the wait so far
constexpr qsizetype kLeastForUsual = 5;
constexpr int kReservePart = 10;
// A tenth of the looks and less: what follows each of the news, and what joins others' looks, comes on top of it.
constexpr int kNewsFactor = 15;
constexpr Millis kLongestWithNews = 10_min;

enum class Mover { Machine, Person };

struct Rule {
    const char* what;
    Mover mover;
    Millis late; //!< as a rule, where no history tells
};
constexpr std::array kRules{
    Rule{"merge", Mover::Machine, 30_min},
    Rule{"autoMerge", Mover::Machine, 30_min},
    Rule{"checks", Mover::Machine, 30_min},
    Rule{"conflict", Mover::Machine, 5_min},
    Rule{"visibility", Mover::Machine, 5_min},
    Rule{"lookUp", Mover::Machine, 5_min},
    Rule{"runStart", Mover::Machine, 5_min},
    Rule{"workflowRun", Mover::Machine, 20_min},
    Rule{"repository", Mover::Machine, 10_min},
    Rule{"repositoryContent", Mover::Machine, 10_min},
    Rule{"artifact", Mover::Machine, 30_min},
    Rule{"review", Mover::Person, 240_min},
    Rule{"runApproval", Mover::Person, 240_min},
    Rule{"", Mover::Person, 10_min},
};
constexpr Rule kOther{"", Mover::Machine, 30_min};

const Rule& ruleFor(const QString& what)
{
    const auto* found =
        std::find_if(kRules.begin(), kRules.end(), [&](const Rule& rule) { return what == QLatin1String(rule.what); });
    return found == kRules.end() ? kOther : *found;
}

//! Nobody reviews for a whole day: what is usual for persons may span nights and weekends, and these need no looks.
constexpr Millis kLongestForPersons = 480_min;

constexpr Millis longestFor(Mover mover) { return mover == Mover::Person ? 10_min : 5_min; }

} // namespace

std::optional<UsualTime> usualTime(QList<qint64> milliseconds)
{
    if (milliseconds.size() < kLeastForUsual)
        return std::nullopt;
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](int tenths) { return Millis(milliseconds[(milliseconds.size() - 1) * tenths / 10]); };
    return UsualTime{at(1), milliseconds.size() < 10 ? Millis(milliseconds.last()) : at(9)};
}

namespace {

Millis intervalWithoutNews(const Watched& watched)
{
    const auto& rule = ruleFor(watched.what);
    UsualTime usual = watched.usual.value_or(UsualTime{Millis(0), rule.late});
    if (rule.mover == Mover::Person)
        usual.late = std::min(usual.late, kLongestForPersons);
    const Millis grown = std::max(kSoonest, watched.unchanged / kPart);
    const Millis expected = areMany(watched.together) ? kExpected : kExpectedOfFew;
    if (const Millis from = usual.early / 2; watched.waited < from)
        return std::min({grown, kTooEarly, std::max(kSoonest, from - watched.waited)});
    if (watched.waited <= usual.late)
        return std::min(grown, expected);
    const Millis over = watched.waited - usual.late;
    return std::min({grown, expected + over / kPart, longestFor(rule.mover)});
}

} // namespace

bool areMany(qsizetype waits) { return waits > kFew; }

Millis watchInterval(const Watched& watched)
{
    Watched calm = watched;
    if (watched.newsFlow)
        calm.unchanged = std::max(watched.unchanged, watched.waited); // what comes in a row is told in a row
    const Millis interval = intervalWithoutNews(calm);
    // News can be lost, and nobody sends them again: never more seldom than when nothing is expected any more.
    return watched.newsFlow ? std::max(interval, std::min(interval * kNewsFactor, kLongestWithNews)) : interval;
}

qint64 reserveOf(const Purse& purse) { return purse.limit / kReservePart; }

Millis watchPause(const Purse& purse, qint64 cost)
{
    if (purse.limit <= 0 || purse.untilReset <= Millis(0))
        return Millis(0); // no limit, or what was told of it is over
    const qint64 left = purse.remaining - reserveOf(purse);
    if (left <= 0)
        return purse.untilReset + Millis(1'000);
    return std::min(
        purse.untilReset + Millis(1'000), Millis(purse.untilReset.count() * std::max<qint64>(0, cost) / left));
}

} // namespace slipway::conductor
