// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace slipway::console {

class TimeWindow;

//! The header of the timeline: ordinary sections, and the time axis over the bar column.
class TimelineAxis : public QHeaderView {
    Q_OBJECT
public:
    explicit TimelineAxis(TimeWindow& window, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    TimeWindow& m_window;
};

} // namespace slipway::console
