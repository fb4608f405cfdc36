// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_geometry.h"

#include <array>

namespace slipway::console {

QList<TimeSpan> TimelineGeometry::visibleFolds() const
{
    QList<TimeSpan> seen;
    for (const TimeSpan& fold : folds) {
        const TimeSpan cut{std::max(fold.from, visible.from), std::min(fold.to, visible.to)};
        if (cut.from < cut.to)
            seen += cut;
    }
    return seen;
}

double TimelineGeometry::pixelsPerMs() const
{
    qint64 open = visible.length().count();
    double pixels = width;
    for (const TimeSpan& fold : visibleFolds()) {
        open -= fold.length().count();
        pixels -= foldWidth;
    }
    if (open <= 0)
        return 0;
    // Many folds on a narrow column: a fifth is kept for what is not folded.
    return std::max(pixels, width / 5) / double(open);
}

double TimelineGeometry::xOf(Timestamp moment) const
{
    const double scale = pixelsPerMs();
    if (moment < visible.from)
        return -double((visible.from - moment).count()) * scale;
    double x = 0;
    Timestamp at = visible.from;
    for (const TimeSpan& fold : visibleFolds()) {
        if (moment <= fold.from)
            break;
        x += double((fold.from - at).count()) * scale;
        if (moment < fold.to)
            return x + foldWidth * double((moment - fold.from).count()) / double(fold.length().count());
        x += foldWidth;
        at = fold.to;
    }
    return x + double((moment - at).count()) * scale;
}

Timestamp TimelineGeometry::timeAt(double x) const
{
    const double scale = pixelsPerMs();
    if (scale <= 0)
        return visible.from;
    double left = 0;
    Timestamp at = visible.from;
    for (const TimeSpan& fold : visibleFolds()) {
        const double open = double((fold.from - at).count()) * scale;
        if (x <= left + open)
            break;
        left += open;
        if (x < left + foldWidth)
            return fold.from + Millis(qint64((x - left) / foldWidth * double(fold.length().count())));
        left += foldWidth;
        at = fold.to;
    }
    return at + Millis(qint64((x - left) / scale));
}

QList<TimeSpan> TimelineGeometry::findFolds(QList<Timestamp> moments, const QList<TimeSpan>& busy, Millis threshold)
{
    for (const TimeSpan& span : busy)
        moments << span.from << span.to;
    std::sort(moments.begin(), moments.end());
    QList<TimeSpan> folds;
    for (qsizetype i = 1; i < moments.size(); ++i) {
        const TimeSpan gap{moments[i - 1], moments[i]};
        if (gap.length() <= threshold)
            continue;
        const bool isBusy = std::any_of(busy.begin(), busy.end(),
            [&gap](const TimeSpan& span) { return span.from < gap.to && gap.from < span.to; });
        if (isBusy)
            continue;
        const Millis margin = threshold / 40; // so that what ends before the fold does not touch it
        folds += TimeSpan{gap.from + margin, gap.to - margin};
    }
    return folds;
}

QList<TimeTick> ticksOf(const TimelineGeometry& geometry, double leastPixels, int utcOffsetSeconds)
{
    constexpr qint64 second = 1'000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;
    constexpr std::array distances{second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second, minute,
        2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour,
        day, 2 * day, 7 * day, 14 * day, 28 * day};
    const double scale = geometry.pixelsPerMs();
    if (scale <= 0 || geometry.width <= 0)
        return {};
    const auto fitting = std::find_if(
        distances.begin(), distances.end(), [&](qint64 distance) { return double(distance) * scale >= leastPixels; });
    if (fitting == distances.end())
        return {};
    const qint64 distance = *fitting;
    const qint64 offset = qint64(utcOffsetSeconds) * 1000;
    const auto folds = geometry.visibleFolds();

    QList<TimeTick> ticks;
    const qint64 first = (geometry.visible.from.ms + offset + distance - 1) / distance * distance - offset;
    for (qint64 at = first; at <= geometry.visible.to.ms; at += distance) {
        const auto fold = std::find_if(
            folds.begin(), folds.end(), [at](const TimeSpan& f) { return f.from.ms <= at && at <= f.to.ms; });
        if (fold != folds.end()) { // on to the first tick after it
            at += (fold->to.ms - at) / distance * distance;
            continue;
        }
        const qint64 unit = distance >= hour ? day : hour;
        ticks += TimeTick{{at}, (at + offset) % unit == 0};
    }
    return ticks;
}

} // namespace slipway::console
