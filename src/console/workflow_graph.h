// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/workflow.h"

#include <QLineF>
#include <QRectF>

namespace slipway::console {

//! How large things are to be drawn, in pixels.
struct MapSizes {
    QSizeF step;
    QList<QSizeF> lanes; //!< their titles, as many as there are lanes
};

//! Where everything stands, in pixels, with 0,0 at the top left. Needs lead downwards.
struct MapLayout {
    struct Box {
        int index = 0; //!< of the lane, or of the step
        QRectF rect;
    };
    struct Need {
        int from = 0, to = 0; //!< indexes of steps: the second needs the first
        QList<QPointF> curve; //!< a start, then three points for each cubic curve
        QPointF tip; //!< of the arrow
    };
    QSizeF size;
    QList<Box> lanes; //!< those that have steps
    QList<Box> steps; //!< all of them
    QList<Need> needs; //!< all of them
};

//! The question to Graphviz's dot: lanes as clusters, and of every step no more than its size. No text of a workflow is in
//! it, so that none can be anything else than a text.
QByteArray graphOf(const Workflow& workflow, const MapSizes& sizes);
//! dot's answer (-Tjson0). Nothing: it is no layout of this workflow.
std::optional<MapLayout> layoutFrom(const QByteArray& answer, const Workflow& workflow);

} // namespace slipway::console
