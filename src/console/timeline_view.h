// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "console/quiet_view.h"

#include <QTreeView>

namespace slipway::console {

class TimeWindow;
class TimelineAxis;
class TimelineModel;

//! Lanes and steps on the left, bars over time on the right; time goes from left to right in every language. Zooms by
//! wheel with Ctrl and by dragging over a stretch; scrolls and selects as a tree.
class TimelineView : public QuietView<QTreeView> {
    Q_OBJECT
public:
    TimelineView(TimelineModel& model, TimeWindow& window, QWidget* parent = nullptr);

    StepId selectedStep() const;
    void selectStep(const StepId& step);
    TimelineAxis& axis() { return *m_axis; }
    //! Where the bar column begins, in the viewport.
    double barLeft() const;
    //! Where a step's bar is drawn; empty: it has none, or it is not in sight.
    QRectF barRect(const StepId& step) const;
    //! The stretch that is being dragged over.
    bool isDragging() const { return m_dragging; }

Q_SIGNALS:
    void stepSelected(const slipway::StepId& step); //!< empty: a lane, or nothing
    void attemptPointedAt(int number); //!< a segment of the selected step was clicked
    void presentWanted(); //!< Esc

protected:
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void updateWidth();
    void paintNeeds(QPainter& painter);
    void paintDragged(QPainter& painter);
    void updateRunning();
    QRectF cellOf(const QModelIndex& index) const;

    TimelineModel& m_model;
    TimeWindow& m_window;
    TimelineAxis* m_axis;
    std::optional<double> m_pressedAt; //!< in the bar column, from its left edge
    double m_draggedTo = 0;
    bool m_dragging = false;
};

} // namespace slipway::console
