// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/run.h"

#include <QColor>
#include <QPalette>

//! The one place that says how a state looks: word, shape, pattern and colour together, so that none is needed alone.
namespace slipway::console {

//! What a person tells apart; more than the journal's states, because "running" hides several of them.
enum class ShownState {
    Planned,
    Queued,
    Running,
    Retrying,
    Waiting,
    NeedsYou,
    Stuck,
    Done,
    ByHand,
    Failed,
    Skipped,
    Cancelled,
    Undone,
    Paused,
    Unknown
};

enum class ColourRole { Wait, Run, Attention, Ok, Hand, Fail };

enum class Fill {
    Ghost, //!< outline only
    Placeholder, //!< dotted outline: the length means nothing
    Pale, //!< pale, thin dashes
    Striped, //!< solid with a stripe
    Dotted, //!< dotted line
    HollowDashed,
    HollowThick,
    HollowClock, //!< dashed, with a mark where it is overdue
    Solid,
    Hatch, //!< diagonal
    CrossHatch,
    Strike, //!< a line through
    CutOff, //!< its right edge is cut
    HatchLeft, //!< diagonal the other way
    Faded
};

enum class Shape {
    EmptyCircle,
    Dots,
    Triangle,
    CircularArrow,
    Hourglass,
    Hand,
    Diamond,
    Tick,
    PersonTick,
    CrossOctagon,
    DoubleChevron,
    Square,
    ArrowLeft,
    TwoBars,
    QuestionMark
};

struct StateStyle {
    ColourRole role = ColourRole::Wait;
    Fill fill = Fill::Ghost;
    Shape shape = Shape::EmptyCircle;
};

StateStyle styleOf(ShownState state);
//! The state in one or two words, without particulars.
QString wordOf(ShownState state);

enum class Brightness { Light, Dark };
Brightness brightnessOf(const QPalette& palette);
QColor colourOf(ColourRole role, Brightness brightness);
//! Plain black and white (or nearly so): shape, pattern and word carry everything, colour nothing.
bool isHighContrast(const QPalette& palette);
//! In high contrast the palette's text colour, whatever the role.
QColor colourOf(ColourRole role, const QPalette& palette);
QColor colourOf(ShownState state, const QPalette& palette);

//! Order of urgency for lists and for the state that stands for a lane: the smaller, the more urgent.
int urgencyOf(ShownState state);

ShownState shownState(const StepRun& step, bool stuck);
ShownState shownState(RunState state);

//! WCAG contrast of two opaque colours, 1 to 21.
double contrast(const QColor& a, const QColor& b);

} // namespace slipway::console
