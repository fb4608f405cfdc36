// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/timeline_painter.h"
#include "console/zoom_stack.h"

#include <QObject>

namespace slipway::console {

//! What axis, bars and now-line share: the visible span, the folds, the width, now. One of them for a timeline.
class TimeWindow : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    //! All there is to see, and the stretches that may be folded.
    void setWhole(const TimeSpan& whole, const QList<TimeSpan>& idle);
    TimeSpan whole() const { return m_whole; }
    void setWidth(double pixels);
    void setFolding(bool on);
    bool folding() const { return m_folding; }

    const TimelineGeometry& geometry() const { return m_geometry; }

    //! The now-line. While the data is stale it stands where something was read last, dashed, and says how long ago.
    void setNow(Timestamp now, std::optional<Millis> staleFor = std::nullopt);
    void hideNow();
    std::optional<Timestamp> now() const { return m_now; }
    bool isStale() const { return m_staleFor.has_value(); }
    //! What stands at the head of the now-line.
    QString nowLabel() const;
    //! A moment of the past that is looked at; what grows ends there.
    void setAsOf(std::optional<Timestamp> moment);
    std::optional<Timestamp> asOf() const { return m_asOf; }
    //! Where bars that go on end.
    std::optional<Timestamp> upTo() const { return m_asOf ? m_asOf : m_now; }
    //! Moments in UTC instead of local time.
    void setUtc(bool on);
    bool isUtc() const { return m_utc; }
    //! Where the stripe of running bars is, 0 to 1.
    void setPhase(double phase);

    TimelinePainter painter(const QPalette& palette, const QFont& font) const;

    void zoom(double factor, std::optional<double> anchorX = std::nullopt);
    void zoomByWheel(double factor, double anchorX);
    void zoomTo(const TimeSpan& span);
    void pan(double pixels);
    void fit();
    void back();
    void forward();
    void forget(); //!< another run
    const ZoomStack& zooms() const { return m_zooms; }

Q_SIGNALS:
    void changed(); //!< everything has to be drawn again
    void nowMoved(double fromX, double toX); //!< only this strip has
    void labelChanged(); //!< only the head of the now-line has
    void phaseChanged(); //!< only running bars have

private:
    void apply();

    TimeSpan m_whole;
    QList<TimeSpan> m_idle;
    ZoomStack m_zooms;
    TimelineGeometry m_geometry;
    std::optional<Timestamp> m_now;
    std::optional<Timestamp> m_asOf;
    std::optional<Millis> m_staleFor;
    double m_phase = 0.5;
    bool m_folding = true, m_utc = false;
};

} // namespace slipway::console
