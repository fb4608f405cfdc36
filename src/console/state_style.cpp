// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/state_style.h"

#include <QCoreApplication>

#include <cmath>

namespace slipway::console {

namespace {
struct StateWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::StateWords)
};
} // namespace

StateStyle styleOf(ShownState state)
{
    switch (state) {
    case ShownState::Planned: return {ColourRole::Wait, Fill::Ghost, Shape::EmptyCircle};
    case ShownState::Queued: return {ColourRole::Wait, Fill::Pale, Shape::Dots};
    case ShownState::Running: return {ColourRole::Run, Fill::Striped, Shape::Triangle};
    case ShownState::Retrying: return {ColourRole::Run, Fill::Dotted, Shape::CircularArrow};
    case ShownState::Waiting: return {ColourRole::Wait, Fill::HollowDashed, Shape::Hourglass};
    case ShownState::NeedsYou: return {ColourRole::Attention, Fill::HollowThick, Shape::Hand};
    case ShownState::Stuck: return {ColourRole::Attention, Fill::HollowClock, Shape::Diamond};
    case ShownState::Done: return {ColourRole::Ok, Fill::Solid, Shape::Tick};
    case ShownState::ByHand: return {ColourRole::Hand, Fill::Hatch, Shape::PersonTick};
    case ShownState::Failed: return {ColourRole::Fail, Fill::CrossHatch, Shape::CrossOctagon};
    case ShownState::Skipped: return {ColourRole::Hand, Fill::Strike, Shape::DoubleChevron};
    case ShownState::Cancelled: return {ColourRole::Wait, Fill::CutOff, Shape::Square};
    case ShownState::Undone: return {ColourRole::Hand, Fill::HatchLeft, Shape::ArrowLeft};
    case ShownState::Paused: return {ColourRole::Wait, Fill::Pale, Shape::TwoBars};
    case ShownState::Unknown: return {ColourRole::Wait, Fill::Faded, Shape::QuestionMark};
    }
    return {};
}

QString wordOf(ShownState state)
{
    switch (state) {
    case ShownState::Planned: return StateWords::tr("Planned");
    case ShownState::Queued: return StateWords::tr("Queued");
    case ShownState::Running: return StateWords::tr("Running");
    case ShownState::Retrying: return StateWords::tr("Retrying");
    case ShownState::Waiting: return StateWords::tr("Waiting");
    case ShownState::NeedsYou: return StateWords::tr("Needs you");
    case ShownState::Stuck: return StateWords::tr("Stuck");
    case ShownState::Done: return StateWords::tr("Done");
    case ShownState::ByHand: return StateWords::tr("By hand");
    case ShownState::Failed: return StateWords::tr("Failed");
    case ShownState::Skipped: return StateWords::tr("Skipped");
    case ShownState::Cancelled: return StateWords::tr("Cancelled");
    case ShownState::Undone: return StateWords::tr("Undone");
    case ShownState::Paused: return StateWords::tr("Paused");
    case ShownState::Unknown: return StateWords::tr("Not known");
    }
    return {};
}

Brightness brightnessOf(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightnessF() < 0.5f ? Brightness::Dark : Brightness::Light;
}

QColor colourOf(ColourRole role, Brightness brightness)
{
    const bool dark = brightness == Brightness::Dark;
    switch (role) {
    case ColourRole::Wait: return dark ? QColor(0x8b949e) : QColor(0x6b7280);
    case ColourRole::Run: return dark ? QColor(0x3d8bfd) : QColor(0x0969da);
    case ColourRole::Attention: return dark ? QColor(0xf0b429) : QColor(0xb86e00);
    case ColourRole::Ok: return dark ? QColor(0x7ee2b8) : QColor(0x1a7f5a);
    case ColourRole::Hand: return dark ? QColor(0xe2ccff) : QColor(0x4a1d7a);
    case ColourRole::Fail: return dark ? QColor(0xf85149) : QColor(0xb3261e);
    }
    return {};
}

bool isHighContrast(const QPalette& palette)
{
    return contrast(palette.color(QPalette::Active, QPalette::Text), palette.color(QPalette::Active, QPalette::Base))
        >= 20;
}

QColor colourOf(ColourRole role, const QPalette& palette)
{
    return isHighContrast(palette) ? palette.color(QPalette::Text) : colourOf(role, brightnessOf(palette));
}

QColor colourOf(ShownState state, const QPalette& palette) { return colourOf(styleOf(state).role, palette); }

int urgencyOf(ShownState state)
{
    switch (state) {
    case ShownState::NeedsYou: return 0;
    case ShownState::Stuck: return 1;
    case ShownState::Failed: return 2;
    case ShownState::Retrying: return 3;
    case ShownState::Running: return 4;
    case ShownState::Waiting: return 5;
    case ShownState::Queued: return 6;
    case ShownState::Paused: return 7;
    case ShownState::Unknown: return 8;
    case ShownState::Planned: return 9;
    case ShownState::Cancelled: return 10;
    case ShownState::Undone: return 11;
    case ShownState::ByHand: return 12;
    case ShownState::Done: return 13;
    case ShownState::Skipped: return 14;
    }
    return 15;
}

ShownState shownState(const StepRun& step, bool stuck)
{
    if (step.needsYou)
        return ShownState::NeedsYou;
    // A request went out and nobody knows what came of it.
    if (const EffectRecord* open = step.openEffect();
        open && open->state == EffectState::Unknown && step.state == StepState::Running)
        return ShownState::Unknown;
    switch (step.state) {
    case StepState::Planned: return ShownState::Planned;
    case StepState::Ready: return ShownState::Queued;
    case StepState::Running: return ShownState::Running;
    case StepState::Waiting: return stuck ? ShownState::Stuck : ShownState::Waiting;
    case StepState::Succeeded: return ShownState::Done;
    case StepState::Failed: return step.retryAt ? ShownState::Retrying : ShownState::Failed;
    case StepState::Advanced: return ShownState::ByHand;
    case StepState::Skipped: return ShownState::Skipped;
    case StepState::Cancelled: return ShownState::Cancelled;
    case StepState::Undone: return ShownState::Undone;
    }
    return ShownState::Unknown;
}

ShownState shownState(RunState state)
{
    switch (state) {
    case RunState::Running: return ShownState::Running;
    case RunState::Waiting: return ShownState::Waiting;
    case RunState::NeedsYou: return ShownState::NeedsYou;
    case RunState::Failed: return ShownState::Failed;
    case RunState::Parked: return ShownState::Queued;
    case RunState::Paused: return ShownState::Paused;
    case RunState::Succeeded: return ShownState::Done;
    case RunState::Cancelled: return ShownState::Cancelled;
    case RunState::Undone: return ShownState::Undone;
    }
    return ShownState::Unknown;
}

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](float channel) {
            return channel <= 0.04045f ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace slipway::console
