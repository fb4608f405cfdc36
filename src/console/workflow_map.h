// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/workflow.h"

#include <QGraphicsView>

namespace slipway::console {

//! Where a step stands in the map of its workflow: lanes are rows, and a step stands right of all that it needs.
struct MapPlace {
    StepId step;
    int lane = 0; //!< index of the lane
    int column = 0; //!< as many steps must come before it, one after the other
    int row = 0; //!< within its lane: steps of one lane and column stand below each other
};
QList<MapPlace> mapOf(const Workflow& workflow);

//! A picture of a workflow: lanes, steps, and what needs what. The same stands in words in a table beside it, so here is
//! nothing for a keyboard or a screen reader but the choice of a step.
class WorkflowMap : public QGraphicsView {
    Q_OBJECT
public:
    explicit WorkflowMap(QWidget* parent = nullptr);
    void showWorkflow(std::shared_ptr<const Workflow> workflow);
    //! Marks the step, and the lines to what it needs and to what needs it.
    void showStep(const StepId& step);

Q_SIGNALS:
    void stepChosen(const slipway::StepId& step);

protected:
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void draw();

    std::shared_ptr<const Workflow> m_workflow;
    StepId m_step;
};

} // namespace slipway::console
