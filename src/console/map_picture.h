// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/workflow_graph.h"

#include <QGraphicsView>

namespace slipway::console {

//! Draws a workflow where its layout says: lanes, steps, and arrows from what is needed to what needs it.
class MapPicture : public QGraphicsView {
    Q_OBJECT
public:
    static constexpr int stepKey = 0; //!< of QGraphicsItem::data: the step's id

    explicit MapPicture(QWidget* parent = nullptr);
    //! By the picture's font.
    MapSizes sizesOf(const Workflow& workflow) const;
    //! Nothing: an empty picture.
    void showLayout(std::shared_ptr<const Workflow> workflow, const MapLayout& layout);
    //! Marks the step, and the arrows to and from it.
    void showStep(const StepId& step);

Q_SIGNALS:
    void stepChosen(const slipway::StepId& step);
    void fontChanged(); //!< sizes are others now

protected:
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void draw();
    void drawLane(const MapLayout::Box& lane);
    void drawStep(const MapLayout::Box& step);
    void drawNeed(const MapLayout::Need& need);
    QGraphicsItem* addText(const QString& words, const QRectF& within, const QFont& font, const QColor& colour);
    void fit();

    std::shared_ptr<const Workflow> m_workflow;
    MapLayout m_layout;
    StepId m_step;
};

} // namespace slipway::console
