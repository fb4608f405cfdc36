// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

#include <QWidget>

namespace slipway::console {

//! One page of the inspector. `step` is null when only the run is chosen. A page that nobody sees is not filled.
class InspectorTab : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    //! Also of what the page has not been filled with yet. `view` is null when there is no run.
    virtual QString title(const desk::RunView* view, const StepRun* step) const = 0;
    virtual void showRun(const desk::RunView& view, const StepRun* step) = 0;
    virtual void clear() = 0;

Q_SIGNALS:
    void titleChanged();
};

} // namespace slipway::console
