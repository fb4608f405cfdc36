// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QMessageBox>

class QLineEdit;

namespace slipway::console {

//! Every label of the window is made or set up here, so that none ever reads its text as markup.
QLabel* plainLabel(const QString& text = {}, QWidget* parent = nullptr);
//! Over several lines; selectable, so that it can be copied into a ticket.
QLabel* wrappedLabel(const QString& text = {}, QWidget* parent = nullptr);
//! A title: larger and heavier by the font, never by markup.
QLabel* headingLabel(const QString& text = {}, QWidget* parent = nullptr);
//! Heavier: the title of a part.
QLabel* boldLabel(const QString& text = {}, QWidget* parent = nullptr);
//! In the palette's softer text colour: units, explanations, ages.
QLabel* quietLabel(const QString& text = {}, QWidget* parent = nullptr);

//! Sets up labels that came out of a Designer form.
void makePlain(QWidget* form);

//! Names it for who hears the window. Qt tells a name each time it is set; here only where it is another one.
void nameAnew(QWidget& widget, const QString& name);

//! Puts the button that empties it into the field, with a name: Qt gives it none.
void makeClearable(QLineEdit& field);

//! A message box that reads nothing as markup; opened, not executed, and deleted when closed.
QMessageBox* plainMessage(QMessageBox::Icon icon, const QString& title, const QString& text, QWidget* parent);

} // namespace slipway::console
