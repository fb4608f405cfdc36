// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/timeline_bar.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace slipway::console {

//! One segment of a bar where it is drawn: pushed on by narrow ones before it, cut to the cell.
struct DrawnSegment {
    QRectF rect;
    StepBar::Segment segment; //!< its span ends where a growing bar ends now
};

//! Where the segments of a bar lie in `cell`, which is as wide as `geometry`. The same for painting, pointing at and
//! exporting. What lies outside the cell is left out.
QList<DrawnSegment> layOut(
    const StepBar& bar, const TimelineGeometry& geometry, std::optional<Timestamp> upTo, const QRectF& cell);
//! Where a moment stands, relative to the cell's left edge, as layOut() would draw it.
QRectF rectOfSpan(const TimeSpan& span, const TimelineGeometry& geometry, const QRectF& cell);

//! Draws axis, ground and bars of a timeline onto anything that can be painted on: the window, a picture, a page.
struct TimelinePainter {
    const TimelineGeometry& geometry;
    QPalette palette;
    QFont font;
    std::optional<Timestamp> now; //!< the now-line; where growing bars end
    bool stale = false; //!< nothing was read for a while: the line is dashed
    QString nowLabel; //!< at the head of the line
    std::optional<Timestamp> asOf; //!< a moment of the past that is looked at
    bool utc = false;
    double phase = 0.5; //!< where the stripe of a running bar is, 0 to 1

    std::optional<Timestamp> upTo() const { return asOf ? asOf : now; }
    void axis(QPainter& painter, const QRectF& rect) const;
    void ground(QPainter& painter, const QRectF& cell) const;
    void step(QPainter& painter, const QRectF& cell, const StepBar& bar, const QColor& paper) const;
    //! A lane whose steps are drawn below it: from its first to its last moment.
    void lane(QPainter& painter, const QRectF& cell, const QList<const StepBar*>& bars) const;

private:
    void lateEdge(
        QPainter& painter, const DrawnSegment& last, const StepBar& bar, const QRectF& cell, const QColor& paper) const;
    void foldMarks(QPainter& painter, const QRectF& rect, const QRectF& cell, const QColor& paper) const;
};

} // namespace slipway::console
