// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>

#include <functional>
#include <memory>

class QAbstractItemView;
class QAction;
class QComboBox;
class QMenu;
class QMenuBar;
class QTabWidget;
class QWidget;

namespace slipway::journeys {

//! How a person acts on what she has found. What comes of it is judged by who asked for it.
class Hands {
public:
    virtual ~Hands() = default;
    virtual void push(QWidget* button) = 0;
    virtual void enter(QWidget* field) = 0; //!< so that what is typed goes there
    virtual void pick(QComboBox* box, const QString& entry) = 0; //!< where nothing can be typed
    virtual void openMenu(QMenuBar* bar, QAction* menu) = 0;
    virtual void take(QMenu* menu, QAction* action) = 0;
    //! `row` says where it is now: rows come and go while a run is under way.
    virtual void choose(QAbstractItemView* view, const std::function<QModelIndex()>& row) = 0;
    virtual void turn(QTabWidget* tabs, int page) = 0;
    virtual void leaveDialog() = 0;
};

//! Clicks only what is to be seen and not covered.
std::unique_ptr<Hands> mouseHands();
//! Gets to everything by Tab and the arrow keys, and to menus by their letters.
std::unique_ptr<Hands> keyboardHands();

//! Goes where the focus is.
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});

} // namespace slipway::journeys
