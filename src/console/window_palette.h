// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/action_set.h"
#include "console/command_palette.h"
#include "console/run_feed.h"

namespace slipway::console {

//! What the window's palette draws from, and what it leads to.
struct PaletteSource {
    const ActionSet& actions;
    const RunListModel& runs;
    const RunFeed& feed;
    std::function<void(const RunId&)> selectRun;
    std::function<void(const RunId&, const StepId&)> selectStep;
    std::function<void(const QString& text)> search;
};

QList<PaletteEntry> paletteEntries(const PaletteSource& source);
//! Opens the palette; what is typed is searched for in the whole history, too.
void openPaletteOf(const PaletteSource& source, desk::Desk& desk, QWidget* parent);

} // namespace slipway::console
