// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/state_style.h"
#include "console/timeline_geometry.h"
#include "desk/values.h"

namespace slipway::console {

//! What is drawn for one step, in time: pure, so that it can be tested without a window.
struct StepBar {
    struct Segment {
        TimeSpan span;
        ShownState state = ShownState::Running;
        int attempt = 0; //!< 0: the break before the next attempt, or the moment when a person ended the step herself
        bool toNow = false; //!< grows with the clock

        bool isBreak() const { return attempt == 0 && state == ShownState::Retrying; }
    };
    ShownState state = ShownState::Planned;
    QList<Segment> segments;
    std::optional<TimeSpan> ghost; //!< usual duration, or where a planned step would stand
    bool ghostIsEstimate = false; //!< from at least five earlier runs; else only a place holder
    std::optional<Timestamp> late; //!< p90, or the step's limit where nothing is usual yet: longer is too long

    bool isEmpty() const { return segments.isEmpty(); }
    TimeSpan extent() const;
};

//! The bars of all steps of a run, in the order of `view.run.steps`. Planned steps stand where they would start, one
//! after what they need; without an estimate they get `placeholder` of length.
QList<StepBar> barsOf(const desk::RunView& view, const QList<ShownState>& states, Timestamp now, Millis placeholder,
    double timeScale = 1.0);

//! Stretches where nothing happens, for folding.
QList<TimeSpan> idleSpans(const Run& run, Timestamp now, Millis threshold);

} // namespace slipway::console
