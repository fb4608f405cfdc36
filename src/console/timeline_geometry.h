// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QList>

namespace slipway::console {

//! A stretch of time, from inclusive.
struct TimeSpan {
    Timestamp from, to;
    Millis length() const { return to - from; }
    bool operator==(const TimeSpan&) const = default;
};

//! Where moments stand on the axis: pixels from the left edge of the bar column, time always from left to right.
//! Folds are stretches in which nothing happened; each is drawn `foldWidth` wide, whatever its length.
struct TimelineGeometry {
    TimeSpan visible;
    double width = 0;
    QList<TimeSpan> folds; //!< ordered, disjoint
    static constexpr double foldWidth = 52;
    static constexpr double leastBar = 6; //!< narrower bars could not be hit with the pointer

    double xOf(Timestamp moment) const;
    //! The inverse; inside a fold it grows evenly.
    Timestamp timeAt(double x) const;
    double pixelsPerMs() const;
    //! The folds that are in sight, cut to the visible span.
    QList<TimeSpan> visibleFolds() const;

    //! Gaps between `moments` and `busy` stretches that are longer than `threshold`, less a margin at either end.
    static QList<TimeSpan> findFolds(QList<Timestamp> moments, const QList<TimeSpan>& busy, Millis threshold);
};

//! Moments for the axis: "nice" distances of at least `leastPixels`, none inside a fold.
struct TimeTick {
    Timestamp at;
    bool major = false; //!< first of a new hour or day, written in full
};
QList<TimeTick> ticksOf(const TimelineGeometry& geometry, double leastPixels, int utcOffsetSeconds);

} // namespace slipway::console
