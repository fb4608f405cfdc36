// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    //! The now-line. It stands still, and is drawn dashed, while the data is stale or the run has ended.
    void setNow(Timestamp now, bool stale);
    void hideNow();
    std::optional<Timestamp> now() const { return m_now; }
    bool isStale() const { return m_stale; }

    void zoom(double factor, std::optional<double> anchorX = std::nullopt);
    void pan(double pixels);
    void fit();
    void back();
    void forward();
    void forget(); //!< another run
    const ZoomStack& zooms() const { return m_zooms; }

Q_SIGNALS:
    void changed(); //!< everything has to be drawn again
    void nowMoved(double fromX, double toX); //!< only this strip has

private:
    void apply();

    TimeSpan m_whole;
    QList<TimeSpan> m_idle;
    ZoomStack m_zooms;
    TimelineGeometry m_geometry;
    std::optional<Timestamp> m_now;
    bool m_folding = true, m_stale = false;
};

} // namespace slipway::console
