// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/state_style.h"

#include <QIcon>
#include <QRectF>

class QPainter;

namespace slipway::console {

//! Draws a state's shape into the largest square in the middle of `rect`.
void paintShape(QPainter& painter, const QRectF& rect, Shape shape, const QColor& ink, const QColor& paper);

//! Draws a bar's body with its state's pattern. `paper` is what lies below the bar; `phase`, 0 to 1, is where the stripe
//! of a running bar is.
void paintBar(
    QPainter& painter, const QRectF& rect, Fill fill, const QColor& ink, const QColor& paper, double phase = 0.5);

//! The state's shape as an icon; it follows the program's palette.
QIcon stateIcon(ShownState state);

} // namespace slipway::console
