// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"

#include <QModelIndex>

#include <functional>

class QAbstractButton;
class QAbstractItemView;
class QAction;
class QWidget;

namespace slipway::journeys {

//! What went wrong, in a sentence; ends the journey.
struct Stumble {
    QString why;
};

//! Waits for as long as a busy machine may need; then it is a stumble.
void waitFor(const QString& what, const std::function<bool()>& holds, int timeout = 60'000);

// Finding by the words that can be read, in what is in front. Null where there is nothing of the kind.

//! The dialog in front, or the window.
QWidget* front();
//! As a person reads it aloud: without the mark of its letter, without the dots that promise a dialog.
QString spoken(QString text);
QAbstractButton* buttonReading(const QString& text, bool isChoice = false);
QWidget* fieldLabelled(const QString& label);
QAbstractItemView* listNamed(const QString& name);
//! The row that is named by a way from the root, "lane › step": the one of that text, else the first that has it in it,
//! for rows that number or date themselves.
QModelIndex rowOf(const QAbstractItemModel* model, const QString& way, const QModelIndex& parent = {});
QAction* actionReading(const QList<QAction*>& actions, const QString& text);
bool canBeRead(const QString& text);
bool hasFocus(const QWidget* target);

} // namespace slipway::journeys
