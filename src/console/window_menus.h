// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/action_set.h"
#include "console/ports.h"

class QMainWindow;
class QMenu;
class QMenuBar;
class QToolBar;
class QWidget;

namespace slipway::console {

class Theme;

//! Menus with every action, and the toolbar with the usual ones. `columns`: of the list of runs.
void buildWindowMenus(
    QMenuBar& bar, ActionSet& actions, Theme& theme, const QList<QAction*>& columns, Troublemaker* troublemaker);
QToolBar* buildWindowToolBar(QMainWindow& window, ActionSet& actions, QWidget* search);
//! The actions of a run, in the same order everywhere.
QMenu* makeRunMenu(ActionSet& actions, QWidget* parent);

} // namespace slipway::console
