// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "console/time_window.h"
#include "console/timeline_model.h"

#include <QFuture>

class QPainter;

namespace slipway::console {

//! A whole timeline on paper: title, when it was made, axis, every lane and step with its word, and a legend of the
//! states that occur. In light colours, whatever the window has; at the stretch of time that the window shows. It stays as it
//! was made, whatever becomes of the window.
class TimelineSheet {
public:
    TimelineSheet(const TimelineModel& model, const TimeWindow& window, const QString& subtitle, Timestamp made);

    QSizeF size() const { return m_size; } //!< in units of 1/96 inch
    void draw(QPainter& painter) const;
    const QString& title() const { return m_title; }
    const QString& subtitle() const { return m_subtitle; }
    const QStringList& legend() const { return m_legendWords; }

private:
    struct Row {
        QString name, word;
        QList<StepBar> bars;
        ShownState state = ShownState::Planned;
        bool isLane = false;
    };
    void drawHeading(QPainter& painter) const;
    void drawRow(QPainter& painter, const TimelinePainter& timeline, const Row& row, double top) const;
    void drawLegend(QPainter& painter, double top) const;

    QString m_title, m_subtitle, m_nowLabel;
    Timestamp m_made;
    std::optional<Timestamp> m_now, m_asOf;
    bool m_stale, m_utc;
    QFont m_font;
    QPalette m_palette;
    QList<Row> m_rows;
    QList<ShownState> m_states;
    QStringList m_legendWords;
    QSizeF m_size;
    double m_rowHeight = 26, m_headHeight = 64;
    TimelineGeometry m_geometry;
};

//! Draws it now as "png", "svg" or "pdf", and writes it on a thread of the pool. "file.unwritable" with the path.
QFuture<Result<void>> exportTimeline(const TimelineSheet& sheet, const QString& file, const QString& ending);

//! A file name for a run's timeline, without an ending.
QString timelineFileName(const QString& subject);

} // namespace slipway::console
