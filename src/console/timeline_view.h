// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QTreeView>

namespace slipway::console {

class TimeWindow;
class TimelineModel;

//! Lanes and steps on the left, bars over time on the right. Zooms by wheel with Ctrl; scrolls and selects as a tree.
class TimelineView : public QTreeView {
    Q_OBJECT
public:
    TimelineView(TimelineModel& model, TimeWindow& window, QWidget* parent = nullptr);

    StepId selectedStep() const;
    void selectStep(const StepId& step);

Q_SIGNALS:
    void stepSelected(const slipway::StepId& step); //!< empty: a lane, or nothing
    void previousAttempt();
    void nextAttempt();

protected:
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    double barLeft() const;
    void updateWidth();
    void paintNeeds(QPainter& painter);

    TimelineModel& m_model;
    TimeWindow& m_window;
};

} // namespace slipway::console
