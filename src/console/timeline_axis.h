// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QHeaderView>

namespace slipway::console {

class TimeWindow;

//! The header of the timeline: ordinary sections, and the time axis over the bar column. Its handle stands at the moment
//! that is looked at; dragged, it asks for another one.
class TimelineAxis : public QHeaderView {
    Q_OBJECT
public:
    explicit TimelineAxis(TimeWindow& window, QWidget* parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    //! At or past the now-line: the present is meant.
    void momentDragged(slipway::Timestamp moment);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    double barX(const QMouseEvent* event) const;
    void drag(double x);

    TimeWindow& m_window;
    bool m_dragging = false;
};

} // namespace slipway::console
